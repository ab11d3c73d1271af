//! What is counted in the database is what the domain says of each row.

use chrono::TimeDelta;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use sqlx::PgPool;
use uuid::Uuid;
use whistle_testkit::TestDatabase;

use super::*;
use crate::backlog_counts::worst_at;
use crate::database::{MIGRATIONS, pool};

const DEPARTMENTS: [&str; 3] = ["parks", "roads", "water"];
const AREAS: [&str; 2] = ["east", "west"];

#[derive(Debug, Clone)]
struct Dispatch {
    department: &'static str,
    area: &'static str,
    state: DispatchState,
    issued_at: DateTime<Utc>,
    /// From when it is near its end, and its end; planned work has none.
    clock: Option<(DateTime<Utc>, DateTime<Utc>)>,
    reworks: u32,
    parked: bool,
}

impl Dispatch {
    fn lamp(&self, at: DateTime<Utc>) -> Option<Lamp> {
        let (warn_at, due_at) = self.clock?;
        Some(Lamp::of(self.parked, self.issued_at, warn_at, due_at, self.reworks, at))
    }
}

fn midnight() -> DateTime<Utc> {
    DateTime::from_timestamp(1_780_012_800, 0).unwrap()
}

/// So many half days from a midnight, and a microsecond more or less: instants that meet each other often.
fn instants(half_days: std::ops::Range<i64>) -> impl Strategy<Value = TimeDelta> {
    (half_days, -1..=1_i64)
        .prop_map(|(half_days, off)| TimeDelta::hours(12 * half_days) + TimeDelta::microseconds(off))
}

fn dispatches() -> impl Strategy<Value = Dispatch> {
    let open: Vec<_> = DispatchState::ALL.into_iter().filter(|s| *s != DispatchState::Discharged).collect();
    let clock = prop::option::weighted(0.9, (instants(0..5), instants(-1..30)));
    let of = (prop::sample::select(&DEPARTMENTS[..]), prop::sample::select(&AREAS[..]));
    (of, prop::sample::select(open), instants(-70..5), clock, 0..5_u32, prop::bool::weighted(0.2)).prop_map(
        |((department, area), state, issued, clock, reworks, parked)| {
            let issued_at = midnight() + issued;
            let clock = clock.map(|(warning, limit)| (issued_at + limit - warning, issued_at + limit));
            Dispatch { department, area, state, issued_at, clock, reworks, parked }
        },
    )
}

async fn write(dispatches: &[Dispatch], pool: &PgPool) {
    for dispatch in dispatches {
        let (warn_at, due_at) = dispatch.clock.unzip();
        sqlx::query(
            "INSERT INTO backlog (dispatch_id, case_id, issued_at, due_at, reworks, department, role, state, area, parked, warn_at, worst_at) \
             VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, 'lead', $6, ARRAY[$7], $8, $9, $10)",
        )
        .bind(Uuid::nil())
        .bind(dispatch.issued_at)
        .bind(due_at)
        .bind(dispatch.reworks.cast_signed())
        .bind(dispatch.department)
        .bind(dispatch.state.code())
        .bind(dispatch.area)
        .bind(dispatch.parked)
        .bind(warn_at)
        .bind(due_at.and_then(|due_at| worst_at(dispatch.issued_at, due_at)))
        .execute(pool)
        .await
        .unwrap();
    }
}

/// What the report has to say, dispatch by dispatch.
fn expected(dispatches: &[&Dispatch], at: DateTime<Utc>) -> Vec<BacklogRow> {
    let mut rows: BTreeMap<&str, BacklogRow> = BTreeMap::new();
    for dispatch in dispatches {
        let empty = || BacklogRow::empty(dispatch.department.to_owned(), dispatch.issued_at);
        let row = rows.entry(dispatch.department).or_insert_with(empty);
        row.open += 1;
        row.oldest_issued_at = row.oldest_issued_at.min(dispatch.issued_at);
        row.overdue += i64::from(!dispatch.parked && dispatch.clock.is_some_and(|(_, due_at)| due_at < at));
        let age = at - dispatch.issued_at;
        let passed = AGE_BANDS_DAYS.iter().filter(|days| age > TimeDelta::days(i64::from(**days))).count();
        *row.by_age.get_mut(AGE_BANDS[passed]).unwrap() += 1;
        *row.by_state.get_mut(dispatch.state.code()).unwrap() += 1;
        if let Some(lamp) = dispatch.lamp(at) {
            *row.by_lamp.get_mut(lamp.code()).unwrap() += 1;
        }
    }
    rows.into_values().collect()
}

#[tokio::test]
async fn the_counts_of_the_backlog_are_those_of_each_dispatch_to_the_microsecond() {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let pool = pool(database.url(), 2).unwrap();
    let mut runner = TestRunner::deterministic();
    let written: Vec<_> = (0..600).map(|_| dispatches().new_tree(&mut runner).unwrap().current()).collect();
    write(&written, &pool).await;
    let mut seen = std::collections::BTreeSet::new();
    for half_days in [-71, -3, 0, 1, 7, 60] {
        let at = midnight() + TimeDelta::hours(12 * half_days);
        for scope in [
            CaseScope::Everything,
            CaseScope::Area("east".to_owned()),
            CaseScope::Department("roads".to_owned()),
        ] {
            let within = |dispatch: &&Dispatch| match &scope {
                CaseScope::Area(area) => dispatch.area == area,
                CaseScope::Department(department) => dispatch.department == department,
                _ => true,
            };
            let wanted = expected(&written.iter().filter(within).collect::<Vec<_>>(), at);
            assert_eq!(backlog(&pool, &scope, at).await.unwrap(), wanted, "{scope:?} at {at}");
        }
        seen.extend(written.iter().filter_map(|dispatch| dispatch.lamp(at)));
    }
    assert_eq!(seen.len(), Lamp::ALL.len(), "some lamp was never lit");
}

/// Adds everything up as it is at `at`.
async fn add_up(at: DateTime<Utc>, pool: &PgPool) {
    sqlx::query("DELETE FROM backlog_sums").execute(pool).await.unwrap();
    for counts in count_rows(None, None, at, pool).await.unwrap() {
        sqlx::query(
            "INSERT INTO backlog_sums (department, state, judged_at, counts) VALUES ($1, $2, $3, $4)",
        )
        .bind(counts.department)
        .bind(counts.state)
        .bind(at)
        .bind(counts.numbers)
        .execute(pool)
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn sums_of_one_instant_answer_for_another_and_those_of_a_week_ago_are_left_alone() {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let pool = pool(database.url(), 2).unwrap();
    assert_eq!(summed(&pool, midnight()).await.unwrap(), None);
    assert_eq!(backlog(&pool, &CaseScope::Everything, midnight()).await.unwrap(), []);
    let mut runner = TestRunner::deterministic();
    let written: Vec<_> = (0..600).map(|_| dispatches().new_tree(&mut runner).unwrap().current()).collect();
    write(&written, &pool).await;
    let all: Vec<&Dispatch> = written.iter().collect();
    for half_days in [-6, 0, 9] {
        let judged_at = midnight() + TimeDelta::hours(12 * half_days);
        add_up(judged_at, &pool).await;
        for hours in [-169, -168, -72, -12, 0, 1, 12, 36, 72, 168, 169] {
            let at = judged_at + TimeDelta::hours(hours);
            let wanted = expected(&all, at);
            let found = summed(&pool, at).await.unwrap();
            assert_eq!(found, (hours.abs() < 169).then(|| wanted.clone()), "{hours} hours after {judged_at}");
            assert_eq!(backlog(&pool, &CaseScope::Everything, at).await.unwrap(), wanted);
        }
    }
}

proptest! {
    #[test]
    fn a_dispatch_is_counted_as_its_lamp_says(dispatch in dispatches(), at in instants(-70..60)) {
        let at = midnight() + at;
        let (warn_at, due_at) = dispatch.clock.unzip();
        let counted = Counted {
            issued_at: dispatch.issued_at,
            warn_at,
            due_at,
            worst_at: due_at.and_then(|due_at| worst_at(dispatch.issued_at, due_at)),
            reworks: dispatch.reworks.cast_signed(),
            parked: dispatch.parked,
        };
        let counts = Counts::of(&counted, at);
        for lamp in Lamp::ALL {
            prop_assert_eq!(counts.of_lamp(lamp), i64::from(dispatch.lamp(at) == Some(lamp)), "{:?}", lamp);
        }
        prop_assert_eq!(counts.by_age().iter().sum::<i64>(), 1);
        prop_assert_eq!(Counts::of_numbers(&counts.numbers()), Some(counts));
    }
}
