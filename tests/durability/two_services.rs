//! Two services on one database.

use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::Value;
use whistle_embedded::{EmbeddedPostgres, Settings};

use super::books::{Books, list_shows};
use super::load::{Acknowledged, Load, Walk};
use super::process::Lodging;
use crate::support::People;

const CLIENTS: usize = 8;
/// Pairs of officers who sign at once.
const RACES: usize = 6;
/// Acknowledgements that must come from the one service while the other is dead.
const ALONE: usize = 60;

#[tokio::test(flavor = "multi_thread")]
async fn two_services_on_one_database_are_one_log_and_survive_each_other() {
    let directory = tempfile::tempdir().expect("a directory");
    let server = EmbeddedPostgres::start(Settings::new(directory.path().join("server"))).await;
    let server = server.expect("a server");
    let [a, b] = Lodging::sharing(directory.path(), server.url());
    let services = [a.address, b.address];
    let mut first = a.serve();
    let people = Arc::new(a.furnish().await);
    first.ready().await;
    let mut second = b.serve();
    second.ready().await;

    let mut load = Load::start(&people, &services, CLIENTS);
    let mut acknowledged = Vec::new();
    for race in 0..RACES {
        acknowledged.extend(one_of_two_signs(&people, services, race % 2 == 0).await);
    }

    first.die().await;
    load.goes_on_by(ALONE).await;
    acknowledged.push(raised_and_listed(&people, b.address, b.address).await);
    let mut first = a.serve();
    first.ready().await;
    second.die().await;
    load.goes_on_by(ALONE).await;
    acknowledged.push(raised_and_listed(&people, a.address, a.address).await);
    let mut second = b.serve();
    second.ready().await;

    acknowledged.extend(load.end().await);
    println!("{} acknowledged", acknowledged.len());
    Books { lodging: &a, people: &people, services: &services, acknowledged: &acknowledged }.agree().await;
    for service in [first, second] {
        service.told_to_stop();
        service.ended_well().await;
    }
    server.stop().await.expect("it stops");
}

/// A case that comes about through both services in turn; then two officers sign through one each, at once.
async fn one_of_two_signs(
    people: &Arc<People>,
    [a, b]: [SocketAddr; 2],
    on_condition: bool,
) -> Vec<Acknowledged> {
    let raised = raised_and_listed(people, a, b).await;
    let mut walk = Walk::new(Arc::clone(people));
    walk.heard(raised.command.clone(), raised.answer.clone(), 0);
    let mut acknowledged = vec![raised, walk.step(&[b]).await, walk.step(&[a]).await];

    let version = acknowledged[2].answer.version();
    assert_eq!(version_seen(people, b, &acknowledged[2].case).await, version, "stale");
    let if_match = on_condition.then_some(version);
    let signatures = [&people.housing, &people.housing_colleague].map(|officer| walk.signature(officer));
    let sent = [signatures[0].status(a, if_match), signatures[1].status(b, if_match)];
    let statuses = futures::future::join_all(sent).await;
    let loser = if on_condition { 412 } else { 409 };
    assert!(statuses == [200, loser] || statuses == [loser, 200], "{statuses:?}");

    // Whoever won hears so again, from the other service too.
    let (winner, elsewhere) = if statuses[0] == 200 { (0, b) } else { (1, a) };
    let command = signatures[winner].clone();
    let (answer, _) = command.insist(&reqwest::Client::new(), &[elsewhere]).await;
    assert_eq!(answer.version(), version + 1);
    acknowledged.push(walk.heard(command, answer, 0));
    acknowledged
}

/// The version of a case as a service shows it, without being told to wait for anything.
async fn version_seen(people: &People, service: SocketAddr, case: &str) -> i64 {
    let token = people.supervisor.token.as_deref().expect("a supervisor has a token");
    let url = format!("http://{service}/api/v1/cases/{case}");
    let answer = reqwest::Client::new().get(&url).bearer_auth(token).send().await.expect("it answers");
    let etag = answer.headers().get("etag").and_then(|etag| etag.to_str().ok()).expect("a version");
    etag.trim_matches('"').parse().expect("a number")
}

/// Raises a case through one service, and finds it in the list of the other, which waits for its position.
async fn raised_and_listed(people: &Arc<People>, at: SocketAddr, seen_at: SocketAddr) -> Acknowledged {
    let raised = Walk::new(Arc::clone(people)).step(&[at]).await;
    let position = raised.answer.position;
    list_shows(seen_at, people, usize::try_from(position).expect("a position")).await;
    let token = people.supervisor.token.as_deref().expect("a supervisor has a token");
    let url = format!("http://{seen_at}/api/v1/cases?limit=200&min_position={position}");
    let answer = reqwest::Client::new().get(&url).bearer_auth(token).send().await.expect("it answers");
    let list: Value = answer.json().await.expect("a list");
    let ids = list["items"].as_array().into_iter().flatten().map(|item| &item["id"]);
    assert!(ids.into_iter().any(|id| *id == *raised.case), "{} is not in {list}", raised.case);
    raised
}
