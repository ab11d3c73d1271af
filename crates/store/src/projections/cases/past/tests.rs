//! The past is what the present was.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{AssertSqlSafe, Connection, PgConnection};
use whistle_domain::case::CaseEvent;

use super::super::super::tests::rows::everything;
use super::super::super::tests::stories::World;
use super::super::{Cases, READ_MODELS};
use super::{Models, Past, PastError};
use crate::log::READ_EVENTS_MAX;
use crate::projections::Projection;
use crate::read::{CaseFilter, CaseScope, DispatchFilter, list};

type Rows = BTreeMap<&'static str, BTreeSet<String>>;

/// Every read model on this connection, row by row, as text.
async fn seen(connection: &mut PgConnection) -> Rows {
    let mut tables = BTreeMap::new();
    for table in READ_MODELS.map(|model| model.table) {
        let statement = AssertSqlSafe(format!("SELECT to_jsonb(t)::text FROM {table} AS t"));
        let rows: Vec<String> = sqlx::query_scalar(statement).fetch_all(&mut *connection).await.unwrap();
        let count = rows.len();
        let rows: BTreeSet<String> = rows.into_iter().collect();
        assert_eq!(rows.len(), count, "{table} has a row twice");
        tables.insert(table, rows);
    }
    tables
}

/// Takes the log in as far as each of these positions, and answers what the read models said there.
async fn said_at(positions: &[i64], world: &World) -> Vec<Rows> {
    let mut connection = PgConnection::connect(world.database.url()).await.unwrap();
    let mut writer = Cases.writer();
    let (mut position, mut said) = (0, Vec::new());
    for until in positions {
        while position < *until {
            let limit = u32::try_from(until - position).unwrap().min(READ_EVENTS_MAX);
            let events = world.log.read_after(position, limit).await.unwrap();
            position = writer.take_in(&events, &mut connection).await.unwrap();
        }
        said.push(everything(&world.pool).await);
    }
    said
}

#[tokio::test]
async fn every_read_model_says_of_the_past_what_it_said_then() {
    let world = World::create().await;
    world.tell(48, 61).await;
    let head = world.head().await;
    let positions = [1, 2, head / 7, head / 3, head / 2, head - head / 9, head - 1, head];
    let said = said_at(&positions, &world).await;
    let work = world.work();
    work.catch_up(&world).await;
    // Life goes on; cases are raised that nobody knew of then.
    world.tell(16, 62).await;
    work.catch_up(&world).await;
    let present = everything(&world.pool).await;
    for (position, said) in positions.into_iter().zip(&said) {
        let mut past = Past::open(&world.pool, position, Models::ALL).await.unwrap();
        let seen = seen(past.connection()).await;
        for (table, rows) in &seen {
            assert_eq!(&said[table], rows, "{table} at position {position} of {head}");
        }
        past.close().await;
    }
    assert_ne!(said[3], said[4], "the positions tell nothing");
    assert_eq!(everything(&world.pool).await, present, "whoever looks back changes nothing");
    work.finish().await;
}

#[tokio::test]
async fn what_happens_meanwhile_does_not_reach_into_the_past() {
    let world = World::create().await;
    let work = world.work();
    world.tell(24, 63).await;
    work.catch_up(&world).await;
    let position = world.head().await / 2;
    let mut past = Past::open(&world.pool, position, Models::ALL).await.unwrap();
    let before = seen(past.connection()).await;
    world.tell(24, 64).await;
    work.catch_up(&world).await;
    assert_eq!(seen(past.connection()).await, before);
    let ids: Vec<uuid::Uuid> =
        sqlx::query_scalar("SELECT id FROM public.cases").fetch_all(&world.pool).await.unwrap();
    let (mut cases, mut events) = (0, 0);
    let visit = |_, history: &[CaseEvent]| {
        assert!(matches!(history[0], CaseEvent::WhistleRaised(_)));
        (cases, events) = (cases + 1, events + history.len());
    };
    past.each_history(&ids, visit).await.unwrap();
    assert_eq!(cases, before["cases"].len(), "a case that was not reported yet has no history");
    assert_eq!(i64::try_from(events).unwrap(), position, "the log up to the position, and nothing else");
    past.close().await;
    work.finish().await;
}

#[tokio::test]
async fn lists_of_the_past_are_asked_like_those_of_the_present() {
    let world = World::create().await;
    let work = world.work();
    world.tell(40, 65).await;
    work.catch_up(&world).await;
    let (at, everybody, head) = (chrono::DateTime::UNIX_EPOCH, CaseScope::Everything, world.head().await);
    let searched = CaseFilter { q: Some("路灯".into()), ..CaseFilter::default() };
    let mut past = Past::open(&world.pool, head, Models::CASES_SEARCHED).await.unwrap();
    let then = list(past.connection(), &searched, &everybody, at, None, 200).await.unwrap();
    let now = list(&world.pool, &searched, &everybody, at, None, 200).await.unwrap();
    assert_eq!(then, now);
    assert!(!now.items.is_empty(), "nobody reported a lamp");
    let mut past = Past::open(&world.pool, head / 2, Models::DISPATCHES).await.unwrap();
    let everything = DispatchFilter::default();
    let east = CaseScope::Area("east".to_owned());
    let mut listed = 0;
    let mut cursor: Option<String> = None;
    loop {
        let connection = past.connection();
        let page = list(connection, &everything, &east, at, cursor.as_deref(), 3).await.unwrap();
        assert!(page.items.iter().all(|item| item.area.contains(&"east".to_owned())));
        assert!(page.items.iter().all(|item| item.position <= head / 2));
        listed += page.items.len();
        cursor = page.next_cursor;
        if cursor.is_none() {
            break;
        }
    }
    assert!(listed > 3, "the pages tell nothing: {listed}");
    work.finish().await;
}

#[tokio::test]
async fn a_past_that_is_not_reached_or_too_far_away_is_refused() {
    let world = World::create().await;
    let work = world.work();
    world.tell(24, 66).await;
    work.catch_up(&world).await;
    let head = world.head().await;
    let beyond = Past::open(&world.pool, head + 1, Models::CASES).await.err().unwrap();
    assert!(matches!(beyond, PastError::Behind { position } if position == head + 1), "{beyond}");
    let far = Past::lay_out(&world.pool, head / 2, Models::CASES, 1).await.err().unwrap();
    assert!(matches!(far, PastError::TooFar), "{far}");
    let mut nothing = Past::open(&world.pool, 0, Models::ALL).await.unwrap();
    assert!(seen(nothing.connection()).await.values().all(BTreeSet::is_empty));
    work.finish().await;
}
