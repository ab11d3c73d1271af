//! What is offered is what may be meant, and all that is meant is offered.

use chrono::TimeDelta;
use sqlx::PgPool;
use whistle_domain::policy::Rules;
use whistle_testkit::TestDatabase;

use super::*;
use crate::database::{MIGRATIONS, pool};
use crate::ids::new_id;

const GRID: &str = "g01";
const CATEGORY: &str = "0402";

fn noon() -> DateTime<Utc> {
    "2026-11-20T04:00:00Z".parse().unwrap()
}

fn spot(address: Option<&str>, point: Option<(f64, f64)>) -> Spot {
    let point = point.map(|(lon, lat)| Coordinate::new(lon, lat).unwrap());
    Spot { grid: GRID.to_owned(), address: address.map(str::to_owned), point }
}

fn matter(spot: Spot, closed_before_noon: TimeDelta) -> ClosedMatter {
    ClosedMatter {
        case: new_id(),
        category: CATEGORY.to_owned(),
        spot,
        closed_at: noon() - closed_before_noon,
    }
}

/// As the projection would have written it.
async fn keep(matters: &[ClosedMatter], owner: &PgPool) {
    for matter in matters {
        sqlx::query(
            "INSERT INTO closed_matters (case_id, closed_at, grid, category, address, lon, lat)
             VALUES ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(matter.case)
        .bind(matter.closed_at)
        .bind(&matter.spot.grid)
        .bind(&matter.category)
        .bind(&matter.spot.address)
        .bind(matter.spot.point.map(Coordinate::lon))
        .bind(matter.spot.point.map(Coordinate::lat))
        .execute(owner)
        .await
        .unwrap();
    }
}

async fn offered(spot: &Spot, pool: &PgPool) -> Vec<ClosedMatter> {
    let sought = SoughtMatter {
        category: CATEGORY,
        spot,
        metres_max: Rules::default().repeat_metres_max,
        closed_after: ClosedMatter::closed_after(noon(), &Rules::default()),
        closed_by: noon(),
    };
    closed_matters(pool, &sought).await.unwrap()
}

#[tokio::test]
async fn what_was_closed_there_in_time_is_offered_the_very_address_first_and_the_last_of_each() {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let owner = PgPool::connect(database.url()).await.unwrap();
    let pool = pool(database.url(), 2).unwrap();
    let here = spot(Some("永乐街12号"), Some((113.1, 28.2)));
    let days = TimeDelta::days;
    let found = [
        matter(here.clone(), days(1)),
        matter(spot(Some("永乐街12号"), None), days(2)),
        matter(here.clone(), days(90) - TimeDelta::microseconds(1)),
        matter(spot(None, Some((113.100_1, 28.200_1))), days(3)),
    ];
    let other = [
        matter(here.clone(), days(90)),
        matter(here.clone(), -TimeDelta::microseconds(1)),
        matter(spot(Some("永乐街14号"), Some((113.11, 28.2))), days(1)),
        matter(spot(None, Some((113.1, 28.21))), days(1)),
        matter(Spot { grid: "g02".to_owned(), ..here.clone() }, days(1)),
        ClosedMatter { category: "0403".to_owned(), ..matter(here.clone(), days(1)) },
    ];
    keep(&found, &owner).await;
    keep(&other, &owner).await;
    assert_eq!(offered(&here, &pool).await, found);
    assert_eq!(offered(&spot(Some("永乐街16号"), None), &pool).await, []);
    let by_address = offered(&spot(Some("永乐街12号"), None), &pool).await;
    assert_eq!(by_address, found[..3]);
    assert_eq!(offered(&spot(Some("永乐街\u{0}"), None), &pool).await, [], "NUL is no error");
}

#[tokio::test]
async fn no_more_than_a_few_are_offered_and_they_are_the_last() {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let owner = PgPool::connect(database.url()).await.unwrap();
    let pool = pool(database.url(), 2).unwrap();
    let here = spot(Some("永乐街12号"), None);
    let many: Vec<_> = (0..250).map(|hours| matter(here.clone(), TimeDelta::hours(hours))).collect();
    keep(&many, &owner).await;
    assert_eq!(offered(&here, &pool).await, many[..200]);
}

#[tokio::test]
async fn what_was_closed_at_the_very_address_is_not_hidden_by_later_things_nearby() {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let owner = PgPool::connect(database.url()).await.unwrap();
    let pool = pool(database.url(), 2).unwrap();
    let here = spot(Some("永乐街12号"), Some((113.1, 28.2)));
    // Within the box of fifty metres to each side, and more than fifty metres away.
    let corner = spot(None, Some((113.100_48, 28.200_42)));
    let there = matter(spot(Some("永乐街12号"), None), TimeDelta::days(80));
    let corners: Vec<_> = (0..225).map(|hours| matter(corner.clone(), TimeDelta::hours(hours))).collect();
    keep(&corners, &owner).await;
    keep(std::slice::from_ref(&there), &owner).await;
    let offered = offered(&here, &pool).await;
    assert_eq!(offered[1..], corners[..199], "they are in the box");
    let repeated = ClosedMatter::newest_repeated(&offered, CATEGORY, &here, noon(), &Rules::default());
    assert_eq!(repeated, Some(there.case));
    let hidden = ClosedMatter::newest_repeated(&offered[1..], CATEGORY, &here, noon(), &Rules::default());
    assert_eq!(hidden, None, "corners are no repetitions");
}

#[tokio::test]
async fn whatever_the_domain_would_choose_of_all_is_among_what_is_offered() {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let owner = PgPool::connect(database.url()).await.unwrap();
    let pool = pool(database.url(), 2).unwrap();
    // Points ten metres apart, around the place and beyond the fifty metres.
    let steps = || (-8..=8).map(|step| f64::from(step) * 1e-4);
    let points = steps().flat_map(|north| steps().map(move |east| (113.1 + east, 28.2 + north)));
    let all: Vec<ClosedMatter> = points
        .zip(0..)
        .map(|(point, hours)| matter(spot(None, Some(point)), TimeDelta::hours(hours)))
        .collect();
    keep(&all, &owner).await;
    let (rules, mut repeats) = (Rules::default(), 0);
    for matter in &all {
        let choose = |earlier: &[ClosedMatter]| {
            ClosedMatter::newest_repeated(earlier, CATEGORY, &matter.spot, noon(), &rules)
        };
        let chosen = choose(&all);
        assert_eq!(choose(&offered(&matter.spot, &pool).await), chosen);
        repeats += usize::from(chosen != Some(matter.case));
    }
    assert!(repeats > all.len() / 2, "the places are too far apart to tell anything: {repeats}");
}
