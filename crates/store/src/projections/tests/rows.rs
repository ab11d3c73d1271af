//! What the rows say.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{PgConnection, PgPool};

use super::stories::{Story, World};
use crate::projections::cases::sums::{self, Sums};
use crate::projections::projections;

/// Every table of the read models, row by row, as text; first, what waits is added to the sums, because when that happens
/// is nothing that the log decides.
pub(crate) async fn everything(pool: &PgPool) -> BTreeMap<&'static str, BTreeSet<String>> {
    let mut transaction = pool.begin().await.unwrap();
    add_up(&mut transaction).await;
    transaction.commit().await.unwrap();
    let mut tables = BTreeMap::new();
    for table in projections().iter().flat_map(|projection| projection.tables()) {
        if *table == sums::TABLE {
            continue;
        }
        let statement = format!("SELECT to_jsonb(t)::text FROM public.{table} AS t");
        let rows: Vec<String> =
            sqlx::query_scalar(sqlx::AssertSqlSafe(statement)).fetch_all(pool).await.unwrap();
        tables.insert(*table, rows.into_iter().collect());
    }
    tables
}

/// Adds what waits to the sums.
pub(in crate::projections) async fn add_up(connection: &mut PgConnection) {
    Sums::as_they_stand(connection).await.unwrap().add_up(connection).await.unwrap();
}

#[tokio::test]
async fn every_row_says_what_the_aggregate_says() {
    let world = World::create().await;
    let work = world.work();
    let stories = world.tell(200, 1).await;
    work.catch_up(&world).await;
    let (mut closed, mut notified_of_closed) = (0, 0);
    for story in &stories {
        case_row_agrees(story, &world.pool).await;
        dispatch_rows_agree(story, &world.pool).await;
        side_rows_agree(story, &world.pool).await;
        closed_matter_agrees(story, &world.pool).await;
        if story.case.closure.is_some() {
            closed += 1;
            notified_of_closed += story.case.dispatches.iter().filter(|d| !d.role.mandatory()).count();
        }
    }
    assert!(closed > 5, "the stories are too short to tell anything: {closed} closed");
    assert!(notified_of_closed > 0, "no unit was merely notified of a case that was closed");
    let rows = everything(&world.pool).await;
    for (table, rows) in &rows {
        assert!(!rows.is_empty(), "the stories leave {table} empty");
    }
    let parked = stories.iter().filter(|story| story.case.suspended().is_some()).count();
    assert!(parked > 0, "no case is parked");
    work.finish().await;
}

async fn case_row_agrees(story: &Story, pool: &PgPool) {
    let row = sqlx::query!("SELECT * FROM cases WHERE id = $1", story.id).fetch_one(pool).await.unwrap();
    let case = &story.case;
    assert_eq!(row.status, case.status.code());
    assert_eq!(row.level, case.level.code());
    assert_eq!(Some(row.category.as_str()), case.category());
    assert_eq!(Some(row.kind.as_str()), case.kind().map(whistle_domain::policy::WhistleKind::code));
    assert_eq!(row.due_at, case.due_at());
    assert_eq!(row.lead.as_deref(), case.lead().map(|lead| lead.department.as_str()));
    let mut departments: Vec<String> = Vec::new();
    for dispatch in &case.dispatches {
        if !departments.contains(&dispatch.department) {
            departments.push(dispatch.department.clone());
        }
    }
    assert_eq!(row.departments, departments);
    assert_eq!(row.parked, case.suspended().is_some());
    assert_eq!(row.reworks.unsigned_abs(), case.reworks);
    assert_eq!(row.closed_at, case.closure.as_ref().map(|closure| closure.at));
    assert_eq!(row.solved, case.rating.as_ref().map(|rating| rating.verdict.solved));
    assert_eq!(row.version.unsigned_abs(), story.version);
    assert_eq!(row.position, story.position);
}

/// Registers, timer and precedents.
async fn side_rows_agree(story: &Story, pool: &PgPool) {
    let (id, case) = (story.id, &story.case);
    let registers =
        sqlx::query!("SELECT register, since, due_at, unit FROM case_registers WHERE case_id = $1", id);
    let found: BTreeSet<_> = registers
        .fetch_all(pool)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.register, row.since, row.due_at, row.unit))
        .collect();
    let expected = case.registers().into_iter();
    let expected =
        expected.map(|entry| (entry.register.code().to_owned(), entry.since, entry.due_at, entry.unit));
    assert_eq!(found, expected.collect());
    let timer = sqlx::query_scalar!("SELECT due_at FROM case_timers WHERE case_id = $1", id);
    assert_eq!(timer.fetch_optional(pool).await.unwrap(), case.timer_at());
    let rulings =
        sqlx::query!("SELECT request, approved, unit, final FROM precedents WHERE case_id = $1", id);
    let found: BTreeSet<_> = rulings
        .fetch_all(pool)
        .await
        .unwrap()
        .into_iter()
        .map(|row| (row.request, row.approved, row.unit, row.r#final))
        .collect();
    let last_word = case.determined.as_ref().map(|ruling| ruling.request);
    let rulings = case.disputes.iter().filter_map(|dispute| dispute.ruling.as_ref());
    let expected = rulings.map(|ruling| {
        (ruling.request, ruling.approved, ruling.unit.clone(), last_word == Some(ruling.request))
    });
    assert_eq!(found, expected.collect());
}

/// What a later report may repeat.
async fn closed_matter_agrees(story: &Story, pool: &PgPool) {
    let row = sqlx::query!("SELECT * FROM closed_matters WHERE case_id = $1", story.id);
    let row = row.fetch_optional(pool).await.unwrap();
    let found = row.map(|row| (row.grid, row.category, row.address, row.lon.zip(row.lat), row.closed_at));
    let matter = story.case.closed_matter(story.id);
    assert_eq!(matter.is_some(), story.case.closure.is_some(), "the place of every story is known");
    let expected = matter.map(|matter| {
        let point = matter.spot.point.map(|point| (point.lon(), point.lat()));
        (matter.spot.grid, matter.category, matter.spot.address, point, matter.closed_at)
    });
    assert_eq!(found, expected);
}

async fn dispatch_rows_agree(story: &Story, pool: &PgPool) {
    for dispatch in &story.case.dispatches {
        let row = sqlx::query!("SELECT * FROM dispatches WHERE id = $1", dispatch.id)
            .fetch_one(pool)
            .await
            .unwrap();
        assert_eq!(row.state, dispatch.state.code());
        assert_eq!(row.role, dispatch.role.code());
        assert_eq!(row.issued_at, dispatch.issued_at);
        assert_eq!(row.sign_due_at, dispatch.clocks.sign_due_at);
        assert_eq!(row.due_at, dispatch.clocks.due_at);
        assert_eq!(row.signed_at, dispatch.signed_at);
        assert_eq!(row.reported_at, dispatch.reported_at);
        assert_eq!(row.accepted_at, dispatch.accepted_at);
        assert_eq!(row.fed_back_at, dispatch.fed_back_at);
        assert_eq!(row.discharged_at, dispatch.discharged_at);
        assert_eq!(row.parked, story.case.suspended().is_some());
        assert_eq!(row.measures.unsigned_abs(), dispatch.measures);
        assert_eq!(row.reworks.unsigned_abs(), dispatch.reworks);
        assert_eq!(Some(row.category.as_str()), story.case.category());
        let open = dispatch.role.mandatory() && dispatch.discharged_at.is_none();
        let backlog = sqlx::query!("SELECT state, reworks FROM backlog WHERE dispatch_id = $1", dispatch.id);
        let backlog = backlog.fetch_optional(pool).await.unwrap();
        assert_eq!(backlog.as_ref().map(|row| row.state.as_str()), open.then(|| dispatch.state.code()));
        assert_eq!(backlog.map(|row| row.reworks.unsigned_abs()), open.then_some(dispatch.reworks));
    }
}
