//! Several systems at a time, and how they stand.

use std::sync::Arc;
use std::time::Duration;

use metrics_exporter_prometheus::PrometheusBuilder;
use serde_json::json;
use tokio::task::JoinSet;
use whistle_app::Delivered;
use whistle_domain::clock::Clock;
use whistle_store::ids::new_id;
use whistle_worker::Workers;

use super::{Receiver, house_calling, on, opened, shown};
use crate::support::{HouseOptions, TestHouse};

/// Longer than anything that is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

fn telling(house: &TestHouse) -> Workers {
    let clock: Arc<dyn Clock> = house.clock.clone();
    let workers = Workers::start(house.app.projections(), house.app.log(), clock);
    workers.tell_others(&house.app);
    workers
}

#[tokio::test]
async fn as_many_slow_systems_as_may_be_looked_for_keep_no_other_waiting() {
    let (slow, mut quick) = (Receiver::open().await, Receiver::open().await);
    let webhook_hosts = format!("{}, {}", slow.host(), quick.host());
    let house = TestHouse::open_with(HouseOptions { webhook_hosts, ..HouseOptions::default() }).await;
    for at in 0..6 {
        opened(&house, &slow, &json!({ "name": format!("慢{at}") })).await;
    }
    opened(&house, &quick, &json!({ "name": "快" })).await;
    slow.answers_nobody();
    let workers = telling(&house);
    for _round in 0..2 {
        let case = house.raised().await;
        assert_eq!(quick.next().await.positions(), [case.position]);
    }
    slow.answers_again();
    workers.stop(PATIENCE).await.expect("they end");
}

#[tokio::test]
async fn looking_for_many_systems_leaves_connections_for_everybody_else() {
    let house = TestHouse::open().await;
    let mut held = house.owner.begin().await.expect("the database is there");
    let lock = sqlx::query("LOCK TABLE integrations IN ACCESS EXCLUSIVE MODE");
    lock.execute(&mut *held).await.expect("nobody holds it");
    let mut looking = JoinSet::new();
    for _system in 0..20 {
        let app = Arc::clone(&house.app);
        looking.spawn(async move { app.deliver(new_id()).await.expect("the database is there") });
    }
    let waiting = async || {
        let waiting = sqlx::query_scalar::<_, i64>(
            "SELECT count(*) FROM pg_locks
             WHERE NOT granted AND relation = 'integrations'::regclass
               AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        );
        waiting.fetch_one(&house.owner).await.expect("the database is there")
    };
    let four_wait = async { while waiting().await < 4 {} };
    tokio::time::timeout(PATIENCE, four_wait).await.expect("they wait");
    for _look in 0..200 {
        assert_eq!(waiting().await, 4);
    }
    // There are eight connections.
    house.get(&house.people.dispatcher, "/api/v1/cases").expect(200).await;
    held.rollback().await.expect("the database is there");
    assert!(looking.join_all().await.iter().all(|looked| *looked == Delivered::Nothing));
}

/// How far `/metrics` says that this system is behind.
async fn lag(house: &TestHouse, id: &str) -> Option<i64> {
    let text = house.get(&house.people.nobody, "/metrics").expect(200).await.text;
    let name = format!("whistle_webhook_lag_events{{integration=\"{id}\"}} ");
    text.lines().find_map(|line| line.strip_prefix(&name)?.parse().ok())
}

/// Waits until that is what the list says, and tells it.
async fn lag_of_the_list(house: &TestHouse, id: &str) -> i64 {
    let agree = async {
        loop {
            let listed = shown(house, id).await["behind"].as_i64();
            if lag(house, id).await == listed {
                return listed.expect("a number");
            }
        }
    };
    tokio::time::timeout(PATIENCE, agree).await.expect("they agree")
}

#[tokio::test]
async fn how_far_a_system_is_behind_is_shown_also_while_it_is_paused_or_waits_and_not_once_it_is_closed() {
    let recorder = PrometheusBuilder::new().build_recorder();
    // Of this thread, on which the whole house stands.
    let _recording = metrics::set_default_local_recorder(&recorder);
    let receiver = Receiver::open().await;
    let options = HouseOptions {
        webhook_hosts: receiver.host(),
        metrics: Some(recorder.handle()),
        ..HouseOptions::default()
    };
    let house = TestHouse::open_with(options).await;
    let (paused, _) = opened(&house, &receiver, &json!({ "name": "暂停" })).await;
    let (waits, _) = opened(&house, &receiver, &json!({ "name": "等待" })).await;
    house.post(&house.people.admin, &on(&paused, "pause"), &json!({})).expect(200).await;
    receiver.will_answer(&[500; 1_000]);
    // In the first delivery, so that nothing is passed by, which the list would not know of.
    house.raised().await;
    let workers = telling(&house);
    for _case in 0..3 {
        let case = house.raised().await;
        for id in [&paused, &waits] {
            let delivered = shown(&house, id).await["delivered"].as_i64().expect("a position");
            while lag_of_the_list(&house, id).await < case.position - delivered {}
        }
    }
    assert!(shown(&house, &waits).await["failures"].as_u64() > Some(0));
    for id in [&paused, &waits] {
        house.post(&house.people.admin, &on(id, "close"), &json!({})).expect(200).await;
        assert_eq!(lag_of_the_list(&house, id).await, 0);
    }
    workers.stop(PATIENCE).await.expect("they end");
}

#[tokio::test]
async fn nothing_is_sent_when_there_is_no_secret_to_sign_with() {
    let mut receiver = Receiver::open().await;
    let house = house_calling(&receiver).await;
    let (id, _) = opened(&house, &receiver, &json!({})).await;
    house.raised().await;
    // As if it had been closed between the look at its row and the look at its secret.
    for statement in [
        "ALTER TABLE integrations DROP CONSTRAINT integrations_secret_while_open",
        "UPDATE integrations SET secret = NULL",
    ] {
        sqlx::query(statement).execute(&house.owner).await.expect("the table is there");
    }
    assert_eq!(house.app.deliver(super::uuid(&id)).await.expect("it looks"), Delivered::Nothing);
    let trial = house.post(&house.people.admin, &on(&id, "test"), &json!({}));
    trial.refused(409, "integration_closed").await;
    assert!(receiver.came().is_none());
}
