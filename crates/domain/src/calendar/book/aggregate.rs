//! The book for the library of event sourcing: the only lines here that know it.

use chrono::{DateTime, Utc};
use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};

use super::{CalendarBook, CalendarCommand, CalendarEvent, CalendarRefusal};

impl Aggregate for CalendarBook {
    const TYPE: &'static str = "calendar";
    type Command = CalendarCommand;
    type Event = CalendarEvent;
    type Error = CalendarRefusal;
    /// The instant of the decision.
    type Services = DateTime<Utc>;

    async fn handle(
        &mut self,
        command: CalendarCommand,
        now: &DateTime<Utc>,
        sink: &EventSink<Self>,
    ) -> Result<(), CalendarRefusal> {
        for event in self.decide(command, *now)? {
            sink.write(event, self).await;
        }
        Ok(())
    }

    fn apply(&mut self, event: CalendarEvent) {
        self.evolve(&event);
    }
}

impl DomainEvent for CalendarEvent {
    fn event_type(&self) -> String {
        let name = match self {
            Self::CalendarYearPublished(_) => "CalendarYearPublished",
            Self::LocalDayDeclared(_) => "LocalDayDeclared",
            Self::LocalDayWithdrawn(_) => "LocalDayWithdrawn",
        };
        name.to_owned()
    }

    fn event_version(&self) -> String {
        "1".to_owned()
    }
}
