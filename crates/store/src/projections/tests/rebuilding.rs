//! A read model built anew is the read model.

use sqlx::{Connection, PgConnection};

use super::rows::everything;
use super::stories::World;
use crate::database::owner_options;
use crate::log::EventLog;
use crate::projections::{
    ProjectionError, RebuildError, RebuildProgress, RebuildReport, projections, rebuild,
};
use crate::read::{CaseFilter, CaseScope, list};

async fn rebuild_all(url: &str, log: &EventLog) -> Vec<RebuildReport> {
    let (mut reports, owner) = (Vec::new(), owner_options(url).unwrap());
    for projection in projections() {
        let mut last = 0;
        let mut watch = |progress: RebuildProgress| {
            assert!(progress.position >= last && progress.position <= progress.head);
            last = progress.position;
        };
        reports.push(rebuild(projection.as_ref(), &owner, log, &mut watch).await.unwrap());
    }
    reports
}

/// Indexes, constraints, rights: everything about the live tables but their rows.
async fn definition(connection: &mut PgConnection) -> Vec<String> {
    sqlx::query_scalar(
        "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
         UNION ALL SELECT c.conrelid::regclass || c.conname || pg_get_constraintdef(c.oid) FROM pg_constraint AS c
             WHERE c.connamespace = 'public'::regnamespace
         UNION ALL SELECT format('%s %s %s %s %s', table_name, column_name, data_type, is_nullable,
             rank() OVER (PARTITION BY table_name ORDER BY ordinal_position))
             FROM information_schema.columns WHERE table_schema = 'public'
         UNION ALL SELECT format('%s %s %s', table_name, grantee, privilege_type)
             FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee = 'whistle_service'
         ORDER BY 1",
    )
    .fetch_all(connection)
    .await
    .unwrap()
}

async fn schemas(connection: &mut PgConnection) -> Vec<String> {
    sqlx::query_scalar("SELECT nspname::text FROM pg_namespace WHERE nspname ~ '^(rebuild|retired)_'")
        .fetch_all(connection)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_rebuilt_read_model_equals_the_live_one_row_for_row_and_index_for_index() {
    let world = World::create().await;
    let work = world.work();
    world.tell(150, 12).await;
    work.catch_up(&world).await;
    let mut owner = PgConnection::connect(world.database.url()).await.unwrap();
    let (live, shape) = (everything(&world.pool).await, definition(&mut owner).await);
    for report in rebuild_all(world.database.url(), &world.log).await {
        assert_eq!(report.events, world.head().await, "{}", report.projection);
    }
    assert_eq!(everything(&world.pool).await, live);
    assert_eq!(definition(&mut owner).await, shape);
    assert_eq!(schemas(&mut owner).await, Vec::<String>::new());
    work.finish().await;
}

#[tokio::test]
async fn a_rebuild_under_load_misses_nothing_and_the_services_statements_survive_it() {
    let world = World::create().await;
    let work = world.work();
    let mut stories = world.tell(40, 13).await;
    // One connection, so that its prepared statements are used before, during and after every swap.
    let reader = crate::database::pool(world.database.url(), 1).unwrap();
    let done = tokio_util::sync::CancellationToken::new();
    let reading = async {
        let mut pages = 0_u32;
        while !done.is_cancelled() {
            let filter = CaseFilter { q: Some("路灯".into()), ..CaseFilter::default() };
            let at = chrono::DateTime::UNIX_EPOCH;
            list(&reader, &filter, &CaseScope::Everything, at, None, 50).await.unwrap();
            pages += 1;
        }
        pages
    };
    let rebuilding = async {
        rebuild_all(world.database.url(), &world.log).await;
        done.cancel();
    };
    let telling = async {
        let mut told = Vec::new();
        let mut seed = 14;
        while !done.is_cancelled() {
            told.extend(world.tell(16, seed).await);
            seed += 1;
        }
        told
    };
    let (pages, (), told) = tokio::join!(reading, rebuilding, telling);
    stories.extend(told);
    work.catch_up(&world).await;
    assert!(pages > 0 && stories.len() > 40, "nothing went on during the rebuilds");
    let after_load = everything(&world.pool).await;
    assert_eq!(after_load["cases"].len(), stories.len());
    rebuild_all(world.database.url(), &world.log).await;
    assert_eq!(everything(&world.pool).await, after_load);
    work.finish().await;
}

#[tokio::test]
async fn what_a_killed_rebuild_left_behind_is_cleared_away_by_the_next() {
    let world = World::create().await;
    let work = world.work();
    world.tell(20, 15).await;
    work.catch_up(&world).await;
    let live = everything(&world.pool).await;
    let mut owner = PgConnection::connect(world.database.url()).await.unwrap();
    let options = owner_options(world.database.url()).unwrap();
    let projection = crate::projections::projection("cases").unwrap();
    let mut unwatched = |_| ();
    let mut doomed = rebuild(projection.as_ref(), &options, &world.log, &mut unwatched);
    while schemas(&mut owner).await.is_empty() {
        let step = tokio::time::timeout(std::time::Duration::from_millis(1), &mut doomed).await;
        assert!(step.is_err(), "the rebuild ended before it could be killed");
    }
    // While it lives, nobody else rebuilds the same projection.
    let second = rebuild(projection.as_ref(), &options, &world.log, &mut |_| ()).await;
    assert!(matches!(second, Err(RebuildError::AlreadyRunning("cases"))), "{second:?}");
    drop(doomed);
    // In this database: other tests rebuild on the same server.
    let lock_is_free = "SELECT count(*) = 0 FROM pg_locks JOIN pg_database ON pg_database.oid = database \
                        WHERE datname = current_database() AND locktype = 'advisory' AND objsubid = 2";
    while !sqlx::query_scalar::<_, bool>(lock_is_free).fetch_one(&mut owner).await.unwrap() {
        tokio::task::yield_now().await;
    }
    rebuild_all(world.database.url(), &world.log).await;
    assert_eq!(everything(&world.pool).await, live);
    assert_eq!(schemas(&mut owner).await, Vec::<String>::new());
    work.finish().await;
}

#[tokio::test]
async fn a_rebuild_that_meets_an_event_nobody_understands_leaves_the_live_tables_as_they_were() {
    let world = World::create().await;
    let work = world.work();
    world.tell(20, 18).await;
    work.catch_up(&world).await;
    let live = everything(&world.pool).await;
    let poison = world.append_raw("case", "CaseTeleported", br#"{"CaseTeleported":{}}"#.to_vec()).await;
    let options = owner_options(world.database.url()).unwrap();
    let projection = crate::projections::projection("cases").unwrap();
    let rebuilt = rebuild(projection.as_ref(), &options, &world.log, &mut |_| ()).await;
    let Err(RebuildError::Projection(ProjectionError::Poison(met))) = rebuilt else { panic!("{rebuilt:?}") };
    assert_eq!(met.position, poison);
    assert_eq!(everything(&world.pool).await, live);
    work.finish().await;
}
