//! Many cases at once, put into the log as the domain decides them.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use futures::stream::{self, StreamExt};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::case::{
    Case, CaseCommand, CaseEvent, ClockSignal, DeadlineKind, DispatchRole, DispatchTarget, Facts,
    IssueDispatches, Location, RaiseWhistle,
};
use whistle_domain::clock::Clock;
use whistle_domain::policy::WhistleKind;
use whistle_domain::privacy::ProtectedText;
use whistle_store::ids::new_id;
use whistle_store::log::{Append, NewEvent, StreamId};

use crate::support::TestHouse;

/// Cases that are written at the same time.
const WRITTEN_AT_ONCE: usize = 64;
/// The department that is sent.
pub(super) const UNIT: &str = "housing";

/// What was struck in a case, in the order of its stream.
pub(super) type Struck = Vec<(String, DeadlineKind, DateTime<Utc>)>;

impl TestHouse {
    /// So many cases, each sent to one department now, and known to the read models.
    pub(super) async fn crowd(&self, cases: usize) -> Vec<Uuid> {
        let events = self.sent();
        let written = stream::iter(0..cases).map(|_| self.write(new_id(), &events));
        let ids: Vec<Uuid> = written.buffer_unordered(WRITTEN_AT_ONCE).collect().await;
        self.everything_is_read().await;
        ids
    }

    /// The read models know everything that is in the log.
    pub(super) async fn everything_is_read(&self) {
        let head: i64 = sqlx::query_scalar("SELECT max(position) FROM events")
            .fetch_one(&self.owner)
            .await
            .expect("a position");
        while self.app.await_position(head).await.is_err() {}
    }

    /// Time passes, and nobody looks at the clock.
    pub(super) fn time_passes(&self, by: TimeDelta) {
        self.clock.advance(by);
    }

    async fn write(&self, id: Uuid, events: &[CaseEvent]) -> Uuid {
        let now = self.clock.now();
        let events = events.iter().map(|event| NewEvent {
            event_type: event.name().to_owned(),
            occurred_at: now,
            payload: serde_json::to_vec(&anew(event)).expect("an event"),
        });
        let append = Append {
            command_id: new_id(),
            stream: StreamId { kind: "case", id },
            expected_version: 0,
            actor: dispatcher(),
            request_digest: None,
            events: events.collect(),
        };
        self.app.log().append(append).await.expect("it is appended");
        id
    }

    /// An ordinary case from its report to its dispatch.
    fn sent(&self) -> Vec<CaseEvent> {
        let (policies, text) = (self.app.reference().policies.clone(), ProtectedText::plain("漏水"));
        let category = policies.current().categories().iter().find(|known| known.kind == WhistleKind::Appeal);
        let raise = CaseCommand::RaiseWhistle(RaiseWhistle {
            number: "crowd".to_owned(),
            title: text.clone(),
            description: text.clone(),
            category: category.expect("an ordinary category").code.clone(),
            kind: Some(WhistleKind::Appeal),
            source: "resident".to_owned(),
            location: Location {
                grid: "grid".to_owned(),
                territorial_unit: "yunqi".to_owned(),
                area: vec!["yunqi".to_owned()],
                address: None,
                place: None,
            },
            subject: new_id(),
            reporter: None,
            confidential: false,
            earlier: Vec::new(),
            photos: Vec::new(),
        });
        let endorse = CaseCommand::EndorseWhistle { note: text.clone(), local_attempt: None };
        let target =
            DispatchTarget { dispatch: new_id(), department: UNIT.to_owned(), role: DispatchRole::Lead };
        let issue = CaseCommand::IssueDispatches(IssueDispatches {
            targets: vec![target],
            instruction: text,
            line_owner: UNIT.to_owned(),
            territorial_owner: "yunqi".to_owned(),
        });
        let calendar = WorkCalendar::embedded();
        let facts = Facts { now: self.clock.now(), actor: dispatcher(), policies, calendar };
        let mut case = Case::default();
        let mut happened = Vec::new();
        for command in [raise, endorse, issue] {
            for event in case.decide(command, &facts).expect("the ordinary course") {
                case.evolve(&event);
                happened.push(event);
            }
        }
        happened
    }

    /// What has struck in each of these cases, as the log has it.
    pub(super) async fn struck(&self, cases: &[Uuid]) -> HashMap<Uuid, Struck> {
        let mut all = HashMap::new();
        for id in cases {
            let events = self.app.log().read_stream(*id, 0).await.expect("the stream");
            let struck = events.into_iter().filter_map(|recorded| {
                let event = serde_json::from_slice(&recorded.payload).expect("an event");
                signal(&event).map(|signal| (recorded.event_type, signal.clock, signal.struck_at))
            });
            all.insert(*id, struck.collect());
        }
        all
    }
}

fn signal(event: &CaseEvent) -> Option<&ClockSignal> {
    match event {
        CaseEvent::ReminderSent(signal)
        | CaseEvent::YellowCardIssued(signal)
        | CaseEvent::RedCardIssued(signal) => Some(signal),
        _ => None,
    }
}

/// The same with a subject and a dispatch of its own.
fn anew(event: &CaseEvent) -> CaseEvent {
    match event.clone() {
        CaseEvent::WhistleRaised(raised) => {
            CaseEvent::WhistleRaised(whistle_domain::case::WhistleRaised { subject: new_id(), ..raised })
        }
        CaseEvent::DispatchIssued(issued) => {
            CaseEvent::DispatchIssued(whistle_domain::case::DispatchIssued { dispatch: new_id(), ..issued })
        }
        other => other,
    }
}

fn dispatcher() -> Actor {
    Actor { id: new_id(), role: Role::Dispatcher, unit: Some("centre".to_owned()) }
}
