//! Clients that raise cases and walk them on, each command under a key of its own, until they are told to stop.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use whistle_store::ids::new_id;

use crate::support::{People, Who, whistle};

/// How long a client goes on asking before it counts as lost.
const ANSWERED_WITHIN: Duration = Duration::from_mins(1);
/// One attempt of it.
const ATTEMPT_WITHIN: Duration = Duration::from_secs(25);
/// The pause before the next attempt.
const PAUSE: Duration = Duration::from_millis(30);

/// A command under its key.
#[derive(Debug, Clone)]
pub(super) struct Command {
    token: Option<String>,
    path: String,
    body: Value,
    key: String,
}

/// An answer, which is a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) position: i64,
    etag: String,
    pub(super) body: String,
}

/// A command with the first answer that its client heard.
#[derive(Debug, Clone)]
pub(super) struct Acknowledged {
    pub(super) command: Command,
    pub(super) case: String,
    pub(super) answer: Answer,
    /// How often it was sent before.
    pub(super) vain_attempts: u32,
}

impl Command {
    pub(super) fn new(who: &Who, path: impl Into<String>, body: Value) -> Self {
        Self { token: who.token.clone(), path: path.into(), body, key: new_id().to_string() }
    }

    /// Sends once. Nothing: the outcome is open.
    async fn attempt(&self, http: &reqwest::Client, service: SocketAddr) -> Option<Result<Answer, String>> {
        let mut request = http.post(format!("http://{service}{}", self.path)).timeout(ATTEMPT_WITHIN);
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let answer = request.header("idempotency-key", &self.key).json(&self.body).send().await.ok()?;
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let body = answer.text().await.ok()?;
        let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        match status {
            200 | 201 => Some(Ok(Answer {
                status,
                position: header("whistle-position").parse().expect("every command's answer has a position"),
                etag: header("etag").to_owned(),
                body,
            })),
            503 => None,
            _ => Some(Err(format!("{self:?} → {status} {body}"))),
        }
    }

    /// Sends until there is an answer, as every client should: the key makes it safe. A service that does not answer is
    /// left for the next one.
    pub(super) async fn insist(&self, http: &reqwest::Client, services: &[SocketAddr]) -> (Answer, u32) {
        let (began, mut vain_attempts) = (Instant::now(), 0);
        for service in services.iter().cycle() {
            match self.attempt(http, *service).await {
                Some(Ok(answer)) => return (answer, vain_attempts),
                Some(Err(refused)) => panic!("after {vain_attempts} attempts: {refused}"),
                None => vain_attempts += 1,
            }
            assert!(began.elapsed() < ANSWERED_WITHIN, "no answer within {ANSWERED_WITHIN:?}: {self:?}");
            tokio::time::sleep(PAUSE).await;
        }
        unreachable!("there is a service, and it is asked again and again")
    }

    /// Sends once, on condition of a version if one is given, and wants to know the status.
    pub(super) async fn status(&self, service: SocketAddr, if_match: Option<i64>) -> u16 {
        let request = reqwest::Client::new().post(format!("http://{service}{}", self.path));
        let request = request.timeout(ATTEMPT_WITHIN).bearer_auth(self.token.as_deref().unwrap_or_default());
        let condition = if_match.map_or_else(|| "*".to_owned(), |version| format!("\"{version}\""));
        let request = request.header("idempotency-key", &self.key).header("if-match", condition);
        request.json(&self.body).send().await.expect("the service is there").status().as_u16()
    }
}

impl Answer {
    pub(super) fn json(&self) -> Value {
        serde_json::from_str(&self.body).expect("an answer is JSON")
    }

    pub(super) fn version(&self) -> i64 {
        self.json()["version"].as_i64().expect("a version")
    }
}

/// One client's case on its way.
pub(super) struct Walk {
    people: Arc<People>,
    case: String,
    dispatch: String,
    steps_done: usize,
}

impl Walk {
    pub(super) fn new(people: Arc<People>) -> Self {
        Self { people, case: String::new(), dispatch: String::new(), steps_done: 0 }
    }

    /// The next command; after the last one, a new case.
    pub(super) fn next(&self) -> Command {
        let people = &*self.people;
        let on_case = |who: &Who, name: &str, body: Value| {
            Command::new(who, format!("/api/v1/cases/{}/{name}", self.case), body)
        };
        let on_dispatch = |name: &str, body: Value| {
            Command::new(&people.housing, format!("/api/v1/dispatches/{}/{name}", self.dispatch), body)
        };
        match self.steps_done % 11 {
            0 => Command::new(&people.resident, "/api/v1/cases", whistle()),
            1 => on_case(&people.community, "endorse", json!({ "note": "属实" })),
            2 => on_case(&people.dispatcher, "dispatches", json!({ "lead": "d-housing" })),
            3 => on_dispatch("sign", json!({})),
            4 => on_dispatch("report", json!({ "place": "松影一苑门口", "person": "冯建国" })),
            5 => on_dispatch("accept", json!({})),
            6 => on_dispatch("measures", json!({ "measure": "更换灯泡" })),
            7 => on_dispatch("feedback", json!({ "result": "已修好", "evidence": ["照片一"] })),
            8 => on_case(&people.grid_worker, "verify", json!({ "passed": true, "note": "看过了" })),
            9 => on_case(
                &people.hotline,
                "callback",
                json!({ "reached": true, "solved": true, "satisfaction": 5 }),
            ),
            _ => on_case(&people.dispatcher, "close", json!({ "reason": "居民满意" })),
        }
    }

    /// Takes note of the answer to [`Self::next`].
    pub(super) fn heard(&mut self, command: Command, answer: Answer, vain_attempts: u32) -> Acknowledged {
        let json = answer.json();
        let text = |value: &Value| value.as_str().expect("an id").to_owned();
        match self.steps_done % 11 {
            0 => self.case = text(&json["id"]),
            2 => self.dispatch = text(&json["dispatches"][0]["id"]),
            _ => {}
        }
        self.steps_done += 1;
        Acknowledged { command, case: self.case.clone(), answer, vain_attempts }
    }
}

impl Walk {
    /// Takes one step, by way of the first of `services`.
    pub(super) async fn step(&mut self, services: &[SocketAddr]) -> Acknowledged {
        let command = self.next();
        let (answer, vain_attempts) = command.insist(&reqwest::Client::new(), services).await;
        self.heard(command, answer, vain_attempts)
    }

    /// Somebody's signature under the dispatch.
    pub(super) fn signature(&self, who: &Who) -> Command {
        Command::new(who, format!("/api/v1/dispatches/{}/sign", self.dispatch), json!({}))
    }
}

/// Clients at work.
pub(super) struct Load {
    clients: Vec<JoinHandle<Vec<Acknowledged>>>,
    acknowledged: watch::Receiver<usize>,
    stop: CancellationToken,
}

impl Load {
    /// Each of `clients` sends its commands to the `services` in turn.
    pub(super) fn start(people: &Arc<People>, services: &[SocketAddr], clients: usize) -> Self {
        let (count, acknowledged) = watch::channel(0);
        let (count, stop) = (Arc::new(count), CancellationToken::new());
        let client = |number: usize| {
            let (count, stop, mut services) = (Arc::clone(&count), stop.clone(), services.to_vec());
            let first = number % services.len();
            services.rotate_left(first);
            let (mut walk, http) = (Walk::new(Arc::clone(people)), reqwest::Client::new());
            tokio::spawn(async move {
                let mut heard = Vec::new();
                while !stop.is_cancelled() {
                    services.rotate_left(1);
                    let command = walk.next();
                    let (answer, vain_attempts) = command.insist(&http, &services).await;
                    heard.push(walk.heard(command, answer, vain_attempts));
                    count.send_modify(|count| *count += 1);
                }
                heard
            })
        };
        Self { clients: (0..clients).map(client).collect(), acknowledged, stop }
    }

    pub(super) fn acknowledged(&self) -> usize {
        *self.acknowledged.borrow()
    }

    /// Waits for `more` acknowledgements, and tells how long that took.
    pub(super) async fn goes_on_by(&mut self, more: usize) -> Duration {
        let (began, goal) = (Instant::now(), self.acknowledged() + more);
        let reached = self.acknowledged.wait_for(|count| *count >= goal);
        let reached = tokio::time::timeout(ANSWERED_WITHIN, reached).await;
        reached.expect("answers within bounds").expect("a client is at work");
        began.elapsed()
    }

    /// Lets every client finish the command that it is about, and returns all that was acknowledged.
    pub(super) async fn end(self) -> Vec<Acknowledged> {
        self.stop.cancel();
        let mut all = Vec::new();
        for client in self.clients {
            all.extend(client.await.expect("a client heard nothing that it should not"));
        }
        all
    }
}
