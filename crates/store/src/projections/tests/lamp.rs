//! One lamp, judged in two languages.

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use whistle_domain::lamp::Lamp;
use whistle_testkit::TestDatabase;

use crate::database::{MIGRATIONS, pool};

/// Clocks around the places where lamps change, to the microsecond, and clocks of any shape.
fn clocks() -> impl Strategy<Value = (DateTime<Utc>, DateTime<Utc>, u32, DateTime<Utc>)> {
    let minute = 60_000_000_i64;
    let issued = 0..4_000_000_000_000_000_i64;
    let limit = prop_oneof![0..20 * minute, 0..10_000 * minute, -minute..100_000 * minute];
    let edge = 0..6_u8;
    let off = prop_oneof![-2..=2_i64, -minute..minute, -20_000 * minute..20_000 * minute];
    (issued, limit, 0..5_u32, edge, off).prop_map(move |(issued, limit, reworks, edge, off)| {
        let after = |micros: i64| DateTime::UNIX_EPOCH + TimeDelta::microseconds(issued + micros);
        let at = match edge {
            0 => limit,
            1 => limit - limit / 5,
            2 => limit - 1440 * minute,
            3 => 2 * limit,
            _ => 0,
        };
        (after(0), after(limit), reworks, after(at + off))
    })
}

#[tokio::test]
async fn the_database_and_the_domain_judge_every_clock_alike() {
    let database = TestDatabase::create(&MIGRATIONS).await;
    let pool = pool(database.url(), 1).unwrap();
    let mut runner = TestRunner::deterministic();
    let samples: Vec<_> = (0..20_000).map(|_| clocks().new_tree(&mut runner).unwrap().current()).collect();
    let judged = sqlx::query_scalar!(
        r#"SELECT lamp(issued_at, due_at, reworks, at) AS "lamp!"
           FROM unnest($1::timestamptz[], $2::timestamptz[], $3::integer[], $4::timestamptz[]) WITH ORDINALITY
                AS clock (issued_at, due_at, reworks, at, number)
           ORDER BY number"#,
        &samples.iter().map(|sample| sample.0).collect::<Vec<_>>(),
        &samples.iter().map(|sample| sample.1).collect::<Vec<_>>(),
        &samples.iter().map(|sample| sample.2.cast_signed()).collect::<Vec<_>>(),
        &samples.iter().map(|sample| sample.3).collect::<Vec<_>>(),
    )
    .fetch_all(&pool)
    .await
    .unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for ((issued_at, due_at, reworks, at), judged) in samples.into_iter().zip(judged) {
        let lamp = Lamp::judge(issued_at, due_at, None, reworks, at);
        assert_eq!(judged, lamp.code(), "issued {issued_at}, due {due_at}, {reworks} reworks, at {at}");
        seen.insert(lamp);
    }
    seen.insert(Lamp::Grey); // no running clock is grey
    assert_eq!(seen.len(), Lamp::ALL.len(), "some lamp was never lit");
}
