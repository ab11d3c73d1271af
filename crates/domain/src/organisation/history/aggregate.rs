//! The only lines that know the command framework.

use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};

use super::{
    OrganisationCommand, OrganisationEvent, OrganisationFacts, OrganisationHistory, OrganisationRefusal,
};

impl Aggregate for OrganisationHistory {
    const TYPE: &'static str = "organisation";
    type Command = OrganisationCommand;
    type Event = OrganisationEvent;
    type Error = OrganisationRefusal;
    type Services = OrganisationFacts;

    async fn handle(
        &mut self,
        command: OrganisationCommand,
        facts: &OrganisationFacts,
        sink: &EventSink<Self>,
    ) -> Result<(), OrganisationRefusal> {
        for event in self.decide(command, facts)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: OrganisationEvent) {
        self.evolve(&event);
    }
}

impl DomainEvent for OrganisationEvent {
    fn event_type(&self) -> String {
        self.name().to_owned()
    }

    fn event_version(&self) -> String {
        "1".to_owned()
    }
}
