//! A pack as a stream of its own: one event, and nothing after it.

use chrono::{DateTime, Utc};
use cqrs_es::event_sink::EventSink;
use cqrs_es::{Aggregate, DomainEvent};
use serde::{Deserialize, Serialize};

use super::{PackFigures, PackKind};
use crate::actor::Actor;
use crate::case::ErrorClass;
use crate::period::Period;

/// A pack: nothing yet, or frozen for ever.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ReportPack {
    /// What was frozen.
    pub frozen: Option<ReportPackFrozen>,
}

/// What happens to a pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ReportPackEvent {
    /// 定稿.
    ReportPackFrozen(Box<ReportPackFrozen>),
}

/// The pack, as it stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportPackFrozen {
    /// For which meeting.
    pub kind: PackKind,
    /// About which period.
    pub period: Period,
    /// The position of the log that the figures are true at.
    pub as_of_position: i64,
    /// The figures.
    pub figures: PackFigures,
    /// The same in words.
    pub text: String,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<Utc>,
}

/// Freeze a pack.
#[derive(Debug, Clone, PartialEq)]
pub enum PackCommand {
    /// Once and for all.
    Freeze(Box<ReportPackFrozen>),
}

/// Why a pack is not frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PackRefusal {
    /// It is frozen already, and stays as it is.
    #[error("the pack of this period is frozen already")]
    AlreadyFrozen,
    /// A week has no monthly pack.
    #[error("a pack of this kind is not about a period of this length")]
    WrongPeriod,
    /// What is still going on has no figures.
    #[error("the period is not over yet")]
    NotOver,
}

impl PackRefusal {
    /// What kind of refusal it is.
    pub const fn class(&self) -> ErrorClass {
        match self {
            Self::AlreadyFrozen => ErrorClass::WrongState,
            Self::WrongPeriod | Self::NotOver => ErrorClass::RuleBroken,
        }
    }

    /// A stable name for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::AlreadyFrozen => "already_frozen",
            Self::WrongPeriod => "wrong_period",
            Self::NotOver => "period_not_over",
        }
    }
}

impl ReportPack {
    /// Whether a pack of this kind may be frozen for this period now.
    pub fn expect_freezable(
        &self,
        kind: PackKind,
        period: Period,
        now: DateTime<Utc>,
    ) -> Result<(), PackRefusal> {
        if !kind.fits(period) {
            return Err(PackRefusal::WrongPeriod);
        }
        if period.to() > now {
            return Err(PackRefusal::NotOver);
        }
        if self.frozen.is_some() { Err(PackRefusal::AlreadyFrozen) } else { Ok(()) }
    }
}

impl DomainEvent for ReportPackEvent {
    fn event_type(&self) -> String {
        "ReportPackFrozen".to_owned()
    }

    fn event_version(&self) -> String {
        "1".to_owned()
    }
}

impl Aggregate for ReportPack {
    const TYPE: &'static str = "report_pack";
    type Command = PackCommand;
    type Event = ReportPackEvent;
    type Error = PackRefusal;
    type Services = ();

    async fn handle(
        &mut self,
        command: PackCommand,
        (): &(),
        sink: &EventSink<Self>,
    ) -> Result<(), PackRefusal> {
        let PackCommand::Freeze(pack) = command;
        self.expect_freezable(pack.kind, pack.period, pack.at)?;
        sink.write(ReportPackEvent::ReportPackFrozen(pack), self).await;
        Ok(())
    }

    fn apply(&mut self, event: ReportPackEvent) {
        let ReportPackEvent::ReportPackFrozen(pack) = event;
        self.frozen = Some(*pack);
    }
}
