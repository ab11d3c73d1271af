//! Cells, facts and cases say the same.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use whistle_domain::calendar::{china_date, china_midnight};
use whistle_domain::report::{Count, Dimension, Fact, Groups, Period, Subject, Tally};

use super::*;
use crate::projections::tests::rows::everything;
use crate::projections::tests::stories::{AREAS, AtWork, DEPARTMENTS, Story, World};

struct Told {
    world: World,
    work: AtWork,
    facts: Vec<Fact>,
}

impl Told {
    async fn of(count: u64, seed: u64) -> Self {
        let world = World::create().await;
        let work = world.work();
        let stories = world.tell(count, seed).await;
        work.catch_up(&world).await;
        let facts = stories.iter().flat_map(|story: &Story| story.case.facts(story.id)).collect();
        Self { world, work, facts }
    }

    /// From the first to after the last instant at which something counts.
    fn whole(&self) -> Period {
        let instants = || self.facts.iter().map(|fact| fact.counted_at);
        let (from, last) = (instants().min().unwrap(), instants().max().unwrap());
        Period { from, to: last + TimeDelta::seconds(1) }
    }

    fn in_memory(&self, scope: &CaseScope, query: &ReportQuery) -> Groups {
        let mut groups = Groups::default();
        let subject = match scope {
            CaseScope::Department(_) => Subject::Dispatch,
            _ => query.dimension.subject(),
        };
        for fact in self.facts.iter().filter(|fact| fact.subject == subject) {
            let (seen, within) = match scope {
                CaseScope::Everything => (true, None),
                CaseScope::Area(unit) => (fact.area.contains(unit), Some(unit.as_str())),
                CaseScope::Department(unit) => (fact.unit.as_ref() == Some(unit), None),
                CaseScope::Own { .. } => (false, None),
            };
            if seen && query.period.holds(fact.counted_at) {
                groups.add_within(fact, query.dimension, Some(query.at), within);
            }
        }
        groups
    }

    async fn check(&self, scope: &CaseScope, query: &ReportQuery) {
        let expected = self.in_memory(scope, query);
        let mut connection = self.world.pool.acquire().await.unwrap();
        let by_facts = report_of_facts(&mut connection, scope, query).await.unwrap();
        assert_eq!(by_facts, expected, "facts, {scope:?} {query:?}");
        let found = report(&self.world.pool, scope, query).await.unwrap().groups;
        assert_eq!(found.total, expected.total, "total, {scope:?} {query:?}");
        assert_eq!(found.rows, expected.rows, "rows, {scope:?} {query:?}");
    }
}

fn scopes() -> Vec<CaseScope> {
    let mut scopes = vec![CaseScope::Everything];
    scopes.extend([AREAS[0][0], AREAS[0][1], AREAS[2][2]].map(|unit| CaseScope::Area(unit.to_owned())));
    scopes.push(CaseScope::Department(DEPARTMENTS[0].to_owned()));
    scopes
}

/// Ends at whole days, at any instant, and within one day.
fn periods(whole: Period) -> Vec<Period> {
    let day = |instant: DateTime<Utc>| china_midnight(china_date(instant));
    let noon = |instant: DateTime<Utc>| day(instant) + TimeDelta::hours(12);
    let (first, middle) = (whole.from, whole.from + (whole.to - whole.from) / 2);
    vec![
        whole,
        Period { from: day(first), to: day(whole.to) + TimeDelta::days(1) },
        Period { from: day(middle), to: day(middle) + TimeDelta::days(3) },
        Period { from: middle, to: middle + TimeDelta::hours(5) },
        Period { from: middle - TimeDelta::hours(30), to: middle + TimeDelta::hours(30) },
        Period { from: first - TimeDelta::days(800), to: whole.to + TimeDelta::days(800) },
        // Months that are taken out in part: at the one end, at the other, at both.
        Period { from: middle - TimeDelta::days(19), to: middle + TimeDelta::days(33) },
        Period { from: middle - TimeDelta::days(12), to: middle + TimeDelta::days(41) },
        Period { from: middle - TimeDelta::days(40), to: middle + TimeDelta::days(5) },
        Period { from: middle - TimeDelta::days(26), to: middle + TimeDelta::days(26) },
        // Up to an instant of judgement; parts of days.
        Period { from: middle - TimeDelta::days(26), to: middle },
        Period { from: noon(middle) - TimeDelta::days(4), to: noon(middle) },
        Period { from: noon(middle), to: noon(middle) + TimeDelta::hours(12) },
        Period { from: day(middle), to: noon(middle) },
    ]
}

fn instants(whole: Period) -> [DateTime<Utc>; 8] {
    let middle = whole.from + (whole.to - whole.from) / 2;
    [
        whole.to + TimeDelta::days(900),
        whole.to,
        middle,
        china_midnight(china_date(middle)),
        china_midnight(china_date(middle)) + TimeDelta::hours(12),
        china_midnight(china_date(middle)) + TimeDelta::hours(17),
        whole.from + TimeDelta::hours(7),
        whole.from - TimeDelta::days(900),
    ]
}

#[tokio::test]
async fn cells_and_facts_say_what_the_cases_say_at_any_instant() {
    let told = Told::of(160, 41).await;
    let whole = told.whole();
    let tally = Tally::of_all(&told.facts, Some(whole.to));
    for count in [Count::Closed, Count::OpenOverdue, Count::Suspended, Count::ReturnsApproved] {
        assert!(tally.get(count) > 0, "the stories leave {count:?} untold");
    }
    for dimension in Dimension::ALL {
        for at in instants(whole) {
            for period in periods(whole) {
                let query = ReportQuery { period, at, dimension, within: ReportFilter::default() };
                told.check(&CaseScope::Everything, &query).await;
            }
        }
        for scope in scopes() {
            let query =
                ReportQuery { period: whole, at: whole.to, dimension, within: ReportFilter::default() };
            told.check(&scope, &query).await;
        }
    }
    told.work.finish().await;
}

#[tokio::test]
async fn a_department_and_a_neighbourhood_see_their_own_and_residents_nothing() {
    let told = Told::of(60, 42).await;
    let period = told.whole();
    let query = ReportQuery {
        period,
        at: period.to,
        dimension: Dimension::Department,
        within: ReportFilter::default(),
    };
    let own = CaseScope::Department("water".to_owned());
    let Reported { groups, position } = report(&told.world.pool, &own, &query).await.unwrap();
    assert_eq!(position, told.world.head().await);
    assert_eq!(groups.rows.keys().collect::<Vec<_>>(), ["water"]);
    assert_eq!(groups.rows["water"], groups.total);
    let others = ReportQuery {
        within: ReportFilter { department: Some("police".to_owned()), ..ReportFilter::default() },
        ..query.clone()
    };
    assert_eq!(report(&told.world.pool, &own, &others).await.unwrap(), Reported::default());
    let east = ReportQuery { dimension: Dimension::Area, ..query.clone() };
    let groups = report(&told.world.pool, &CaseScope::Area("east".to_owned()), &east).await.unwrap().groups;
    assert_eq!(groups.rows.keys().collect::<Vec<_>>(), ["e1", "e2", "east"]);
    let resident = CaseScope::Own { subject: None, account: Uuid::from_u128(1) };
    assert_eq!(report(&told.world.pool, &resident, &query).await.unwrap(), Reported::default());
    told.work.finish().await;
}

#[tokio::test]
async fn the_facts_behind_a_figure_add_up_to_it_page_by_page() {
    let told = Told::of(80, 43).await;
    let period = told.whole();
    for (dimension, counts) in [
        (Dimension::Department, [Count::OpenOverdue, Count::Closed]),
        (Dimension::Area, [Count::ReturnsAsked, Count::Reworks]),
    ] {
        let query = ReportQuery { period, at: period.to, dimension, within: ReportFilter::default() };
        let groups = report(&told.world.pool, &CaseScope::Everything, &query).await.unwrap().groups;
        for (key, tally) in groups.rows {
            let query = ReportQuery {
                within: ReportFilter::default().of_row(dimension, key.clone()),
                ..query.clone()
            };
            let (mut cursor, mut sum, mut seen) = (None, 0, Vec::new());
            loop {
                let mut connection = told.world.pool.acquire().await.unwrap();
                let page = contributions(
                    &mut connection,
                    &CaseScope::Everything,
                    &query,
                    &counts,
                    cursor.as_deref(),
                    7,
                );
                let page = page.await.unwrap();
                assert!(page.items.len() <= 7);
                sum += page.items.iter().map(|item| item.count).sum::<i64>();
                seen.extend(page.items.iter().map(|item| (item.fact.id, item.fact.borne)));
                cursor = page.next_cursor;
                if cursor.is_none() {
                    break;
                }
            }
            let expected: i64 = counts.iter().map(|count| tally.get(*count)).sum();
            assert_eq!(sum, expected, "{key}");
            let listed = seen.len();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), listed, "each fact once");
        }
    }
    told.work.finish().await;
}

#[tokio::test]
async fn sums_follow_cases_that_move_on_and_a_rebuild_comes_to_the_same() {
    let told = Told::of(60, 44).await;
    // The same cases, taken in event by event and in one sweep.
    let kept = cells(&told.world.pool).await;
    assert!(kept.len() > 100, "{}", kept.len());
    let projection = crate::projections::projections()[0].clone();
    let owner = crate::database::owner_options(told.world.database.url()).unwrap();
    crate::projections::rebuild(&*projection, &owner, &told.world.log, &mut |_| ()).await.unwrap();
    assert_eq!(cells(&told.world.pool).await, kept);
    told.work.finish().await;
}

async fn cells(pool: &PgPool) -> BTreeSet<String> {
    everything(pool).await.remove("report_cells").unwrap()
}
