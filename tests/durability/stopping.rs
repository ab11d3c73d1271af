//! A service that is told to stop.

use std::time::Duration;

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::blows::Processes;
use super::process::Lodging;
use super::until;
use crate::support::{People, whistle};

/// Requests that are under way when the service is told to stop.
const UNDER_WAY: usize = 5;
const ANSWER_WITHIN: Duration = Duration::from_secs(10);

/// A request whose body is still to come, and which the service is already waiting for.
struct Halfway {
    stream: TcpStream,
    body: Vec<u8>,
}

impl Halfway {
    async fn come(lodging: &Lodging) -> Self {
        let mut body = whistle();
        body["anonymous"] = true.into();
        let body = body.to_string().into_bytes();
        let mut stream = TcpStream::connect(lodging.address).await.expect("the service listens");
        let head = format!(
            "POST /api/v1/cases HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\n\
             content-length: {}\r\nexpect: 100-continue\r\nconnection: close\r\n\r\n",
            lodging.address,
            body.len()
        );
        stream.write_all(head.as_bytes()).await.expect("it takes the head");
        let (expected, mut told) = (b"HTTP/1.1 100 Continue\r\n\r\n", [0; 25]);
        let heard = tokio::time::timeout(ANSWER_WITHIN, stream.read_exact(&mut told)).await;
        heard.expect("it asks for the body in time").expect("it asks for the body");
        assert_eq!(&told, expected);
        Self { stream, body }
    }

    async fn finish(mut self) -> String {
        self.stream.write_all(&self.body).await.expect("it takes the body");
        let mut answer = String::new();
        let heard = tokio::time::timeout(ANSWER_WITHIN, self.stream.read_to_string(&mut answer)).await;
        heard.expect("it answers in time").expect("it answers");
        answer
    }
}

/// Somebody whose desk shows what happens as it happens.
async fn watching(lodging: &Lodging, people: &People) -> reqwest::Response {
    let token = people.supervisor.token.as_deref().expect("a supervisor has a token");
    let url = format!("http://{}/api/v1/events/stream", lodging.address);
    let answer = reqwest::Client::new().get(url).bearer_auth(token).send().await.expect("it answers");
    assert_eq!(answer.status(), 200);
    answer
}

#[tokio::test(flavor = "multi_thread")]
async fn a_service_told_to_stop_answers_what_is_under_way_and_takes_its_database_along() {
    let directory = tempfile::tempdir().expect("a directory");
    let lodging = Lodging::alone(directory.path());
    let mut service = lodging.serve();
    let people = lodging.furnish().await;
    service.ready().await;
    let furnished = verified(&lodging).await;
    let mut stream = watching(&lodging, &people).await;
    let database = Processes::of(&lodging.database_url()).await;
    let mut under_way = Vec::new();
    for _ in 0..UNDER_WAY {
        under_way.push(Halfway::come(&lodging).await);
    }

    service.told_to_stop();
    until("the door is closed", ANSWER_WITHIN, async || {
        TcpStream::connect(lodging.address).await.is_err().then_some(())
    })
    .await;
    for request in under_way {
        let answer = request.finish().await;
        assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    }
    let ended = async { while stream.chunk().await.expect("it ends in good order").is_some() {} };
    tokio::time::timeout(ANSWER_WITHIN, ended).await.expect("a stream that has no end is ended");
    service.ended_well().await;
    let log = lodging.log();
    assert!(!log.contains("cut off") && !log.contains("left behind"), "{log}");
    assert_eq!(database.alive(), Vec::<i32>::new(), "processes are left behind");
    assert!(!lodging.data_dir.join("postgres/postmaster.pid").exists());

    let verified = verified(&lodging).await;
    assert_eq!(verified["ok"], true);
    let events = |verified: &Value| verified["events"].as_u64().expect("a number");
    // At least: the service freezes the packs of past periods when it has a moment, which may be this one.
    assert!(events(&verified) - events(&furnished) >= u64::try_from(UNDER_WAY).expect("a few"));
}

/// What `whistle verify` says of the log.
async fn verified(lodging: &Lodging) -> Value {
    serde_json::from_str(&lodging.succeed(&["verify", "--json"]).await).expect("JSON")
}
