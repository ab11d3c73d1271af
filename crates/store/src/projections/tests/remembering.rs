//! What a writer remembers may save work, and decides nothing.

use sqlx::{Connection, PgConnection};

use super::rows::everything;
use super::stories::World;
use crate::log::RecordedEvent;
use crate::projections::{ProjectionWriter, projections};

/// A log, its events, a connection to the tables, and the rows that belong into them.
struct Scene {
    world: World,
    events: Vec<RecordedEvent>,
    connection: PgConnection,
    expected: Rows,
}

type Rows = std::collections::BTreeMap<&'static str, std::collections::BTreeSet<String>>;

impl Scene {
    async fn of(count: u64, seed: u64) -> Self {
        let world = World::create().await;
        world.tell(count, seed).await;
        let events = world.log.read_after(0, 8192).await.unwrap();
        assert_eq!(i64::try_from(events.len()).unwrap(), world.head().await);
        let mut connection = PgConnection::connect(world.database.url()).await.unwrap();
        take_in(&mut writer(), &events, &mut connection).await;
        let expected = everything(&world.pool).await;
        // A ruling is rare, and not among so few.
        let said = |(table, rows): (&&str, &std::collections::BTreeSet<String>)| {
            *table == "precedents" || !rows.is_empty()
        };
        assert!(expected.iter().all(said));
        let mut scene = Self { world, events, connection, expected };
        scene.clear().await;
        scene
    }

    async fn clear(&mut self) {
        let tables = self.expected.keys().copied().collect::<Vec<_>>().join(", ");
        let truncate = sqlx::AssertSqlSafe(format!("TRUNCATE {tables}"));
        sqlx::raw_sql(truncate).execute(&mut self.connection).await.unwrap();
    }

    /// The tables hold what they should, and are empty again.
    async fn came_right(&mut self) {
        assert_eq!(everything(&self.world.pool).await, self.expected);
        self.clear().await;
    }
}

fn writer() -> Box<dyn ProjectionWriter> {
    projections()[0].writer()
}

type Writer = Box<dyn ProjectionWriter>;

async fn take_in(writer: &mut Writer, events: &[RecordedEvent], connection: &mut PgConnection) {
    let reached = writer.take_in(events, connection).await.unwrap();
    assert_eq!(reached, events.last().unwrap().position);
}

#[tokio::test]
async fn the_cut_between_batches_makes_no_difference() {
    let mut scene = Scene::of(40, 2).await;
    for size in [1, 7, 97] {
        let mut writer = writer();
        for some in scene.events.chunks(size) {
            take_in(&mut writer, some, &mut scene.connection).await;
        }
        scene.came_right().await;
    }
}

#[tokio::test]
async fn a_writer_that_remembers_nothing_writes_the_same_rows() {
    let mut scene = Scene::of(40, 21).await;
    let mut writer = writer();
    for some in scene.events.chunks(53) {
        writer.forget();
        take_in(&mut writer, some, &mut scene.connection).await;
    }
    scene.came_right().await;
}

#[tokio::test]
async fn writers_that_take_turns_write_the_same_rows() {
    let mut scene = Scene::of(40, 22).await;
    let mut writers = [writer(), writer(), writer()];
    // Turns of several batches, so that each finds its memory right, behind by one turn, and behind by two.
    for (turn, some) in scene.events.chunks(29).enumerate() {
        let batches = some.chunks(11);
        for batch in batches {
            take_in(&mut writers[turn % 3], batch, &mut scene.connection).await;
        }
    }
    scene.came_right().await;
}

#[tokio::test]
async fn a_writer_whose_transaction_failed_is_ahead_of_the_rows_and_takes_the_parts_in_all_the_same() {
    let mut scene = Scene::of(40, 23).await;
    let mut writer = writer();
    for some in scene.events.chunks(61) {
        let mut failed = scene.connection.begin().await.unwrap();
        take_in(&mut writer, some, &mut failed).await;
        failed.rollback().await.unwrap();
        for part in some.chunks(23) {
            take_in(&mut writer, part, &mut scene.connection).await;
        }
    }
    scene.came_right().await;
}

#[tokio::test]
async fn rows_never_go_backward() {
    let mut scene = Scene::of(40, 24).await;
    let mut knowing = writer();
    take_in(&mut knowing, &scene.events, &mut scene.connection).await;
    for some in scene.events.chunks(71) {
        take_in(&mut writer(), some, &mut scene.connection).await;
        take_in(&mut knowing, some, &mut scene.connection).await;
        assert_eq!(everything(&scene.world.pool).await, scene.expected);
    }
    scene.came_right().await;
    // A checkpoint that is behind the rows: batches that overlap.
    let fifth = scene.events.len() / 5;
    for (writer, end) in [(&mut knowing, 3 * fifth), (&mut writer(), 4 * fifth)] {
        take_in(writer, &scene.events[..end], &mut scene.connection).await;
    }
    for start in [2 * fifth, 3 * fifth, fifth] {
        take_in(&mut knowing, &scene.events[start..], &mut scene.connection).await;
    }
    scene.came_right().await;
}

#[tokio::test]
async fn a_case_whose_rows_were_lost_has_them_back_with_its_next_event() {
    let mut scene = Scene::of(40, 25).await;
    let (before, last) = scene.events.split_at(scene.events.len() * 2 / 3);
    let mut knowing = writer();
    take_in(&mut knowing, before, &mut scene.connection).await;
    let touched: Vec<String> = last.iter().map(|event| event.stream_id.to_string()).collect();
    for mut writer in [knowing, writer()] {
        let tables = scene.expected.keys().copied().collect::<Vec<_>>().join(", ");
        let truncate = sqlx::AssertSqlSafe(format!("TRUNCATE {tables}"));
        sqlx::raw_sql(truncate).execute(&mut scene.connection).await.unwrap();
        take_in(&mut writer, last, &mut scene.connection).await;
        let rows = everything(&scene.world.pool).await;
        for table in ["cases", "case_units", "case_terms", "dispatches", "backlog"] {
            let of_touched = scene.expected[table].iter();
            let of_touched = of_touched.filter(|row| touched.iter().any(|case| row.contains(case.as_str())));
            assert!(rows[table].iter().eq(of_touched), "{table}");
        }
    }
}
