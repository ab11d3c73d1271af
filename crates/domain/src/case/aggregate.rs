//! The only lines that know the command framework.

use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};

use super::{Case, CaseCommand, CaseError, CaseEvent, Facts};

impl Aggregate for Case {
    const TYPE: &'static str = "case";
    type Command = CaseCommand;
    type Event = CaseEvent;
    type Error = CaseError;
    type Services = Facts;

    async fn handle(
        &mut self,
        command: CaseCommand,
        facts: &Facts,
        sink: &EventSink<Self>,
    ) -> Result<(), CaseError> {
        for event in self.decide(command, facts)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: CaseEvent) {
        self.evolve(&event);
    }
}

impl DomainEvent for CaseEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1".to_owned()
    }
}
