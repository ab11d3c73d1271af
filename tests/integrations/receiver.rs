//! A system that is told what happens, as somebody else might build it.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use sha2::Sha256;
use tokio::sync::{Semaphore, mpsc};
use tokio_util::sync::{CancellationToken, DropGuard};

/// Longer than any delivery may take to come.
const DELIVERY_MAX: Duration = Duration::from_secs(20);

/// What came.
#[derive(Debug)]
pub(super) struct Parcel {
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

impl Parcel {
    pub(super) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    pub(super) fn header(&self, name: &str) -> &str {
        self.headers.get(name).unwrap_or_else(|| panic!("no {name}")).to_str().expect("text")
    }

    pub(super) fn positions(&self) -> Vec<i64> {
        let json = self.json();
        let events = json["events"].as_array().expect("events");
        events.iter().map(|event| event["position"].as_i64().expect("a position")).collect()
    }

    /// Checks the signature as the guide tells receivers to.
    pub(super) fn is_signed_with(&self, secret: &str) -> bool {
        let header = self.header("whistle-signature");
        let parts: Vec<(&str, &str)> = header.split(',').filter_map(|part| part.split_once('=')).collect();
        let seconds = parts.iter().find(|(name, _)| *name == "t").expect("an instant").1;
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("any length will do");
        mac.update(format!("{seconds}.").as_bytes());
        mac.update(&self.body);
        let wanted = hex::encode(mac.finalize().into_bytes());
        parts.iter().any(|(name, signed)| *name == "v1" && *signed == wanted)
    }
}

#[derive(Clone)]
struct Desk {
    tell: mpsc::UnboundedSender<Parcel>,
    answers: Arc<Mutex<VecDeque<u16>>>,
    /// How many may be answered; the others wait.
    answered: Arc<Semaphore>,
}

/// Answers 200 unless it was told something else.
pub(super) struct Receiver {
    address: SocketAddr,
    desk: Desk,
    parcels: mpsc::UnboundedReceiver<Parcel>,
    _stops: DropGuard,
}

impl Receiver {
    pub(super) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (tell, parcels) = mpsc::unbounded_channel();
        let answered = Arc::new(Semaphore::new(Semaphore::MAX_PERMITS));
        let desk = Desk { tell, answers: Arc::default(), answered };
        let stop = CancellationToken::new();
        let router = Router::new().fallback(take).with_state(desk.clone());
        tokio::spawn(stop.clone().run_until_cancelled_owned(async move {
            axum::serve(listener, router).await.expect("it serves");
        }));
        Self { address, desk, parcels, _stops: stop.drop_guard() }
    }

    pub(super) fn host(&self) -> String {
        self.address.to_string()
    }

    pub(super) fn url(&self) -> String {
        format!("http://{}/hook?token=in-the-address", self.address)
    }

    /// The next answers, before it is 200 again.
    pub(super) fn will_answer(&self, statuses: &[u16]) {
        self.desk.answers.lock().expect("nobody panics with it").extend(statuses);
    }

    /// Takes deliveries and answers nobody, until [`Receiver::answers_again`].
    pub(super) fn answers_nobody(&self) {
        self.desk.answered.forget_permits(Semaphore::MAX_PERMITS);
    }

    pub(super) fn answers_again(&self) {
        self.desk.answered.add_permits(1_000);
    }

    /// The next delivery, once it comes.
    pub(super) async fn next(&mut self) -> Parcel {
        tokio::time::timeout(DELIVERY_MAX, self.parcels.recv())
            .await
            .expect("a delivery in time")
            .expect("it listens")
    }

    /// A delivery that came already.
    pub(super) fn came(&mut self) -> Option<Parcel> {
        self.parcels.try_recv().ok()
    }
}

async fn take(State(desk): State<Desk>, headers: HeaderMap, body: Bytes) -> (StatusCode, &'static str) {
    let _nobody_listens = desk.tell.send(Parcel { headers, body });
    let _answered = desk.answered.acquire().await;
    let status = desk.answers.lock().expect("nobody panics with it").pop_front().unwrap_or(200);
    (StatusCode::from_u16(status).expect("a status"), "what a machine inside says")
}
