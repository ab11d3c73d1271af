//! What the lists promise, on random histories: each is compared with the rows that it should be made of.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::case::{CaseStatus, DispatchRole, DispatchState};
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;

use super::*;
use crate::projections::tests::stories::{AREAS, AtWork, DEPARTMENTS, PATIENCE, Story, World};

struct Lists {
    world: World,
    work: AtWork,
    stories: Vec<Story>,
    at: DateTime<Utc>,
}

impl Lists {
    async fn of(count: u64, seed: u64) -> Self {
        let world = World::create().await;
        let work = world.work();
        let stories = world.tell(count, seed).await;
        work.catch_up(&world).await;
        let start = DateTime::from_timestamp(1_780_000_000, 0).unwrap();
        Self { world, work, stories, at: start + TimeDelta::days(11) }
    }

    /// All pages of a list, `limit` at a time.
    async fn cases(&self, filter: &CaseFilter, scope: &CaseScope, limit: u32) -> Vec<CaseItem> {
        let (mut items, mut cursor) = (Vec::new(), None);
        loop {
            let page =
                list(&self.world.pool, filter, scope, self.at, cursor.as_deref(), limit).await.unwrap();
            assert!(page.items.len() <= usize::try_from(limit).unwrap());
            items.extend(page.items);
            cursor = page.next_cursor;
            if cursor.is_none() {
                return items;
            }
        }
    }

    async fn dispatches(&self, filter: &DispatchFilter, scope: &CaseScope, limit: u32) -> Vec<DispatchItem> {
        let (mut items, mut cursor) = (Vec::new(), None);
        loop {
            let pool = &self.world.pool;
            let page = list(pool, filter, scope, self.at, cursor.as_deref(), limit).await.unwrap();
            items.extend(page.items);
            cursor = page.next_cursor;
            if cursor.is_none() {
                return items;
            }
        }
    }

    /// The filter gives exactly those of all cases that `wanted` wants, and not none.
    async fn filters(&self, filter: CaseFilter, scope: &CaseScope, wanted: impl Fn(&CaseItem) -> bool) {
        let mut expected = self.cases(&CaseFilter::default(), &CaseScope::Everything, 200).await;
        expected.retain(wanted);
        assert!(!expected.is_empty(), "{filter:?} within {scope:?} tells nothing");
        assert_eq!(self.cases(&filter, scope, 7).await, expected, "{filter:?} within {scope:?}");
    }

    async fn filters_work(
        &self,
        filter: DispatchFilter,
        scope: &CaseScope,
        wanted: impl Fn(&DispatchItem) -> bool,
    ) {
        let mut expected = self.dispatches(&DispatchFilter::default(), &CaseScope::Everything, 200).await;
        expected.retain(wanted);
        assert!(!expected.is_empty(), "{filter:?} within {scope:?} tells nothing");
        assert_eq!(self.dispatches(&filter, scope, 7).await, expected, "{filter:?} within {scope:?}");
    }
}

const ALL: CaseScope = CaseScope::Everything;

#[tokio::test]
async fn pages_show_every_case_once_and_the_newest_first() {
    let lists = Lists::of(60, 30).await;
    let items = lists.cases(&CaseFilter::default(), &ALL, 7).await;
    let places: Vec<_> = items.iter().map(|item| (item.raised_at, item.id)).collect();
    assert!(places.windows(2).all(|pair| pair[0] > pair[1]));
    let expected: BTreeSet<Uuid> = lists.stories.iter().map(|story| story.id).collect();
    assert_eq!(items.iter().map(|item| item.id).collect::<BTreeSet<_>>(), expected);
    lists.work.finish().await;
}

#[tokio::test]
async fn the_oldest_first_is_the_newest_first_backwards_whoever_asks() {
    let lists = Lists::of(120, 34).await;
    let open: Vec<CaseStatus> = CaseStatus::ALL.into_iter().filter(|status| !status.terminal()).collect();
    let several = vec![CaseStatus::Raised, CaseStatus::Closed];
    for scope in [ALL, CaseScope::Area("e2".to_owned()), CaseScope::Department("water".to_owned())] {
        for status in [Vec::new(), open.clone(), several.clone(), vec![CaseStatus::InHandling]] {
            let newest = CaseFilter { status, ..CaseFilter::default() };
            let oldest = CaseFilter { order: Order::Oldest, ..newest.clone() };
            let mut expected = lists.cases(&newest, &scope, 9).await;
            expected.reverse();
            assert_eq!(lists.cases(&oldest, &scope, 7).await, expected, "{oldest:?} within {scope:?}");
        }
    }
    lists.work.finish().await;
}

#[tokio::test]
async fn cases_wait_while_they_are_not_over_and_an_index_has_exactly_those() {
    let world = World::create().await;
    let index = "SELECT indexdef FROM pg_indexes WHERE indexname = 'cases_waiting'";
    let index: String = sqlx::query_scalar(index).fetch_one(&world.pool).await.unwrap();
    for status in CaseStatus::ALL {
        let named = format!("'{}'", status.code());
        for text in [&index, super::cases::WAITING, include_str!("queries/open_cases_by_grid.sql")] {
            assert_eq!(text.contains(&named), !status.terminal(), "{named} in {text}");
        }
    }
}

#[tokio::test]
async fn open_cases_are_counted_by_grid_as_the_list_shows_them() {
    let lists = Lists::of(150, 35).await;
    let open: Vec<CaseStatus> = CaseStatus::ALL.into_iter().filter(|status| !status.terminal()).collect();
    for (scope, kind) in
        [(ALL, None), (CaseScope::Area("e2".to_owned()), None), (ALL, Some(WhistleKind::Law))]
    {
        let filter = CaseFilter { status: open.clone(), kind, ..CaseFilter::default() };
        let items = lists.cases(&filter, &scope, 200).await;
        let rows = open_cases_by_grid(&lists.world.pool, &scope, kind, lists.at).await.unwrap();
        let grids: BTreeSet<&str> = items.iter().map(|item| item.grid.as_str()).collect();
        assert!(!rows.is_empty());
        assert_eq!(rows.iter().map(|row| row.grid.as_str()).collect::<BTreeSet<_>>(), grids);
        for row in rows {
            let inside: Vec<&CaseItem> = items.iter().filter(|item| item.grid == row.grid).collect();
            let count = |wanted: &dyn Fn(&CaseItem) -> bool| {
                i64::try_from(inside.iter().filter(|item| wanted(item)).count()).unwrap()
            };
            assert_eq!(row.open, count(&|_| true));
            let late = |item: &CaseItem| !item.parked && item.due_at.is_some_and(|due_at| due_at < lists.at);
            assert_eq!(row.overdue, count(&late));
            for lamp in Lamp::ALL {
                assert_eq!(row.by_lamp[lamp.code()], count(&|item| item.lamp == Some(lamp)), "{lamp:?}");
            }
            assert_eq!(Some(row.oldest_raised_at), inside.iter().map(|item| item.raised_at).min());
        }
    }
    let own = CaseScope::Own { subject: None, account: Uuid::from_u128(1) };
    assert_eq!(open_cases_by_grid(&lists.world.pool, &own, None, lists.at).await.unwrap(), []);
    lists.work.finish().await;
}

#[tokio::test]
async fn every_filter_of_the_case_list_gives_exactly_what_it_says() {
    let lists = Lists::of(200, 31).await;
    let with = CaseFilter::default;
    for status in [CaseStatus::Raised, CaseStatus::InHandling, CaseStatus::Closed] {
        lists
            .filters(CaseFilter { status: vec![status], ..with() }, &ALL, |item| item.status == status.code())
            .await;
    }
    for lamp in Lamp::ALL {
        lists.filters(CaseFilter { lamp: Some(lamp), ..with() }, &ALL, |item| item.lamp == Some(lamp)).await;
    }
    for unit in DEPARTMENTS {
        let to_unit = |item: &CaseItem| item.departments.iter().any(|department| department == unit);
        lists.filters(CaseFilter { department: Some(unit.to_owned()), ..with() }, &ALL, to_unit).await;
        lists.filters(with(), &CaseScope::Department(unit.to_owned()), to_unit).await;
    }
    for unit in AREAS.concat() {
        let inside = |item: &CaseItem| item.area.iter().any(|area| area == unit);
        lists.filters(CaseFilter { area: Some(unit.to_owned()), ..with() }, &ALL, inside).await;
        lists.filters(with(), &CaseScope::Area(unit.to_owned()), inside).await;
    }
    let first = lists.cases(&with(), &ALL, 200).await.remove(0);
    let grid = CaseFilter { grid: Some(first.grid.clone()), ..with() };
    lists.filters(grid, &ALL, |item| item.grid == first.grid).await;
    let category = CaseFilter { category: Some(first.category.clone()), ..with() };
    lists.filters(category, &ALL, |item| item.category == first.category).await;
    let kind = CaseFilter { kind: Some(WhistleKind::Law), ..with() };
    lists.filters(kind, &ALL, |item| item.kind == "law").await;
    let from = CaseFilter { from: Some(first.raised_at), ..with() };
    lists.filters(from, &ALL, |item| item.raised_at >= first.raised_at).await;
    let to = CaseFilter { to: Some(first.raised_at), ..with() };
    lists.filters(to, &ALL, |item| item.raised_at < first.raised_at).await;
    for (q, title) in [("3号楼漏水", "漏水"), ("灯", "路灯"), ("夜间 噪音", "噪音")] {
        let search = CaseFilter { q: Some(q.into()), ..with() };
        lists.filters(search, &ALL, |item| item.title.contains(title)).await;
    }
    lists.work.finish().await;
}

#[tokio::test]
async fn every_filter_of_the_work_list_gives_exactly_what_it_says() {
    let lists = Lists::of(200, 32).await;
    let with = DispatchFilter::default;
    let all = lists.dispatches(&with(), &ALL, 7).await;
    let due: Vec<_> = all.iter().map(|item| (item.due_at.is_none(), item.due_at, item.id)).collect();
    assert!(due.windows(2).all(|pair| pair[0] < pair[1]), "due first, never due last, nothing twice");
    assert_eq!(all.len(), lists.stories.iter().map(|story| story.case.dispatches.len()).sum::<usize>());
    for state in [DispatchState::Issued, DispatchState::Accepted, DispatchState::Discharged] {
        let filter = DispatchFilter { state: Some(state), ..with() };
        lists.filters_work(filter, &ALL, |item| item.state == state.code()).await;
    }
    for lamp in Lamp::ALL {
        let filter = DispatchFilter { lamp: Some(lamp), ..with() };
        lists.filters_work(filter, &ALL, |item| item.lamp == Some(lamp)).await;
    }
    for overdue in [true, false] {
        let filter = DispatchFilter { overdue: Some(overdue), ..with() };
        lists.filters_work(filter, &ALL, |item| item.overdue == overdue).await;
        let runs = |item: &DispatchItem| item.discharged_at.is_none() && item.role != "notified";
        let filter = DispatchFilter { running: Some(overdue), ..with() };
        lists.filters_work(filter, &ALL, |item| runs(item) == overdue).await;
    }
    let notified = DispatchFilter { role: Some(DispatchRole::Notified), ..with() };
    lists.filters_work(notified, &ALL, |item| item.role == "notified" && item.lamp.is_none()).await;
    let search = DispatchFilter { q: Some("路灯".into()), ..with() };
    lists.filters_work(search, &ALL, |item| item.title.contains("路灯")).await;
    lists
        .filters_work(with(), &CaseScope::Department("water".to_owned()), |item| item.department == "water")
        .await;
    lists.filters_work(with(), &CaseScope::Area("e2".to_owned()), |item| item.area[2] == "e2").await;
    let own = CaseScope::Own { subject: None, account: Uuid::from_u128(1) };
    assert_eq!(lists.dispatches(&with(), &own, 7).await, []);
    for item in &all {
        assert_eq!(case_of_dispatch(&lists.world.pool, item.id).await.unwrap(), Some(item.case_id));
    }
    lists.work.finish().await;
}

#[tokio::test]
async fn residents_see_their_own_cases_and_nobody_owns_those_without_an_account() {
    let lists = Lists::of(20, 33).await;
    let report = lists.stories[3].case.report.clone().unwrap();
    let own = CaseScope::Own { subject: Some(report.subject), account: Uuid::nil() };
    lists.filters(CaseFilter::default(), &own, |item| item.id == lists.stories[3].id).await;
    let raiser = lists.stories[4].case.report.clone().unwrap().raised_by.id;
    let own = CaseScope::Own { subject: None, account: raiser };
    lists.filters(CaseFilter::default(), &own, |item| item.id == lists.stories[4].id).await;
    let nobody = CaseScope::Own { subject: None, account: Uuid::nil() };
    assert_eq!(lists.cases(&CaseFilter::default(), &nobody, 7).await, []);
    assert!(case_by_number(&lists.world.pool, &report.number).await.unwrap().is_some());
    assert_eq!(case_by_number(&lists.world.pool, "no\0such").await.unwrap(), None);
    lists.work.finish().await;
}

#[tokio::test]
async fn the_backlog_counts_what_the_work_list_shows() {
    let lists = Lists::of(200, 34).await;
    let running = DispatchFilter { running: Some(true), ..DispatchFilter::default() };
    for scope in [ALL, CaseScope::Area("east".to_owned()), CaseScope::Department("roads".to_owned())] {
        let work = lists.dispatches(&running, &scope, 200).await;
        let rows = backlog(&lists.world.pool, &scope, lists.at).await.unwrap();
        let units: BTreeSet<&str> = work.iter().map(|item| item.department.as_str()).collect();
        assert_eq!(rows.iter().map(|row| row.department.as_str()).collect::<BTreeSet<_>>(), units);
        for row in rows {
            let of_unit: Vec<_> = work.iter().filter(|item| item.department == row.department).collect();
            let count = |wanted: &dyn Fn(&DispatchItem) -> bool| {
                i64::try_from(of_unit.iter().filter(|item| wanted(item)).count()).unwrap()
            };
            assert_eq!(row.open, count(&|_| true));
            assert_eq!(row.overdue, count(&|item| item.overdue));
            assert_eq!(Some(row.oldest_issued_at), of_unit.iter().map(|item| item.issued_at).min());
            for (state, found) in row.by_state {
                assert_eq!(found, count(&|item| item.state == state), "{state}");
            }
            let mut younger = 0;
            for (band, days) in AGE_BANDS.into_iter().zip([1, 3, 7, 15, 30, 36_500]) {
                let within = count(&|item| lists.at - item.issued_at <= TimeDelta::days(days));
                assert_eq!(row.by_age[band], within - younger, "{band}");
                younger = within;
            }
            for (lamp, found) in row.by_lamp {
                assert_eq!(found, count(&|item| item.lamp == Lamp::from_code(lamp)), "{lamp}");
            }
        }
    }
    let own = CaseScope::Own { subject: None, account: Uuid::from_u128(1) };
    assert_eq!(backlog(&lists.world.pool, &own, lists.at).await.unwrap(), []);
    lists.work.finish().await;
}

#[tokio::test]
async fn bad_questions_get_an_answer_that_says_what_is_bad() {
    let lists = Lists::of(3, 35).await;
    let ask = async |filter: CaseFilter, cursor: Option<&str>, limit: u32| {
        list(&lists.world.pool, &filter, &ALL, lists.at, cursor, limit).await
    };
    let with = CaseFilter::default;
    assert!(matches!(ask(with(), None, 0).await, Err(QueryError::Limit(0))));
    assert!(matches!(ask(with(), None, 201).await, Err(QueryError::Limit(201))));
    for garbage in ["", "garbage", "AAAA", "路"] {
        assert!(matches!(ask(with(), Some(garbage), 5).await, Err(QueryError::Cursor)), "{garbage}");
    }
    let search = |q: String| CaseFilter { q: Some(q.as_str().into()), ..with() };
    assert!(matches!(ask(search("，。".to_owned()), None, 5).await, Err(QueryError::NothingToLookFor)));
    assert!(matches!(ask(search("灯".repeat(101)), None, 5).await, Err(QueryError::SearchTooLong)));
    let nul = CaseFilter { department: Some("wa\0ter".to_owned()), ..with() };
    assert_eq!(ask(nul, None, 5).await.unwrap().items, []);
    lists.work.finish().await;
}

/// What the clock of the service asks, with values in place of its parameters.
fn looking(now: &str) -> String {
    let query = include_str!("queries/due_timers.sql");
    let nobody = format!("'{}'::uuid", Uuid::nil());
    let now = format!("'{now}'::timestamptz");
    query
        .replace("$1", &now)
        .replace("$2", "'epoch'::timestamptz")
        .replace("$3", &nobody)
        .replace("$4", "1000")
}

#[tokio::test]
async fn looking_for_what_is_due_reads_the_index_however_many_clocks_run() {
    let world = World::create().await;
    let owner = PgPool::connect(world.database.url()).await.unwrap();
    sqlx::raw_sql(
        "INSERT INTO case_timers SELECT gen_random_uuid(), timestamptz '2026-06-01 00:00Z' + second * interval '1 second'
             FROM generate_series(1, 100000) AS second",
    )
    .execute(&owner)
    .await
    .unwrap();
    sqlx::raw_sql("VACUUM ANALYZE case_timers").execute(&owner).await.unwrap();
    let instants = ["2026-05-31T00:00:00Z", "2026-06-01T00:10:00Z", "2026-07-01T00:00:00Z"];
    let mut watch = TimerWatch::take(&world.pool).await.unwrap().expect("it is free");
    for (now, due) in instants.into_iter().zip([0, 600, 1000]) {
        let explain = format!("EXPLAIN (ANALYZE, TIMING OFF, SUMMARY OFF, COSTS OFF) {}", looking(now));
        let plan: Vec<String> =
            sqlx::query_scalar(sqlx::AssertSqlSafe(explain)).fetch_all(&owner).await.unwrap();
        let plan = plan.join("\n");
        // Row by row or as a bitmap, as the statistics have it; never all of them.
        assert!(plan.contains("case_timers_by_due") && !plan.contains("Seq Scan"), "{plan}");
        let found = watch.due(now.parse().unwrap(), None, 1000).await.unwrap();
        assert_eq!(found.len(), due, "{now}");
    }
}

#[tokio::test]
async fn one_watch_at_a_time_and_it_is_free_again_when_its_holder_is_gone() {
    let world = World::create().await;
    let watch = TimerWatch::take(&world.pool).await.unwrap().expect("it is free");
    let another = crate::database::pool(world.database.url(), 2).unwrap();
    assert!(TimerWatch::take(&another).await.unwrap().is_none());
    drop(watch);
    let until = std::time::Instant::now() + PATIENCE;
    while TimerWatch::take(&another).await.unwrap().is_none() {
        assert!(std::time::Instant::now() < until, "the watch is held by nobody");
    }
}
