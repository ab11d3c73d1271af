//! 报告包: frozen on demand, and by themselves when their period is over.

mod figures;

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Datelike, Days, TimeDelta, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::calendar::china_midnight;
use whistle_domain::pack::{
    PackCommand, PackFigures, PackKind, PackRefusal, ReportPack, ReportPackEvent, ReportPackFrozen, pack_text,
};
use whistle_domain::period::{Month, Period, beijing};
use whistle_store::ids::new_id;
use whistle_store::log::{self, CommandMeta, ExecuteError, Executed, IdOrigin};
use whistle_store::packs::{self, pack_stream};
use whistle_store::read::Snapshot;

use crate::access::Operation;
use crate::cases::CommandContext;
use crate::{App, AppError, Caller};

/// Weekly packs are ready for the Monday meeting: eight o'clock in Beijing.
const WEEKLY_AT: TimeDelta = TimeDelta::hours(8);
/// Monthly and quarterly ones after the night: half past two.
const NIGHTLY_AT: TimeDelta = TimeDelta::minutes(150);

/// A pack, without its figures.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PackItem {
    /// Its period, which names it: `2026-W46`, `2026-10`, `2026-Q3`.
    pub id: String,
    /// `weekly`, `monthly` or `quarterly`.
    pub kind: &'static str,
    /// 标题.
    pub title: String,
    /// The position of the log that the figures are true at.
    pub as_of_position: i64,
    /// When it was frozen.
    pub frozen_at: DateTime<Utc>,
    /// The role that had it frozen; `system` where it happened by itself.
    pub by: &'static str,
}

/// A pack.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PackView {
    /// Everything but figures and text.
    #[serde(flatten)]
    pub item: PackItem,
    /// The figures, as they were frozen.
    #[schema(value_type = Object)]
    pub figures: PackFigures,
    /// The same in words.
    pub text: String,
}

/// A pack that is durable in the log.
#[derive(Debug, Clone)]
pub struct PackCommitted {
    /// The pack.
    pub view: PackView,
    /// The version of its stream.
    pub version: u32,
    /// Where it stands in the log.
    pub position: i64,
}

/// Which packs are listed.
#[derive(Debug, Clone, Copy, Default)]
pub struct PackFilter {
    /// Of this year; of the present one where it is not given.
    pub year: Option<i32>,
    /// Of this kind.
    pub kind: Option<PackKind>,
}

impl App {
    /// 定稿: freezes the pack of a period that is over, once.
    #[boxed]
    pub async fn freeze_pack(
        &self,
        caller: &Caller,
        kind: PackKind,
        period: Period,
        context: &CommandContext,
    ) -> Result<PackCommitted, AppError> {
        Operation::FreezePack.authorise(caller)?;
        let meta = self.meta(caller, context);
        if context.idempotency_key.is_some() {
            let before = log::replay::<ReportPack>(&self.log, pack_stream(kind, period), &meta).await?;
            if let Some(executed) = before {
                return committed(&executed);
            }
        }
        self.freeze(kind, period, meta).await
    }

    /// Freezes whatever pack should be there by now and is not: the latest of each kind. How many were frozen. Every
    /// process tries; the log takes each once. Before the first case there is nothing to report.
    #[boxed]
    pub async fn freeze_due_packs(&self) -> Result<usize, AppError> {
        let (now, mut frozen) = (self.clock.now(), 0);
        for (kind, period) in PackKind::ALL.map(|kind| (kind, latest_due(kind, now))) {
            let stream = pack_stream(kind, period);
            if log::load(&self.log, &self.packs, stream).await?.is_some()
                || !self.anything_before(period).await?
            {
                continue;
            }
            let meta = CommandMeta {
                command_id: new_id(),
                id_origin: IdOrigin::Generated,
                actor: Actor { id: uuid::Uuid::nil(), role: Role::System, unit: None },
                request_digest: None,
                if_match: None,
                occurred_at: None,
            };
            match self.freeze(kind, period, meta).await {
                Ok(_) => frozen += 1,
                // Another process was faster.
                Err(AppError::PackRefused(PackRefusal::AlreadyFrozen)) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(frozen)
    }

    /// Packs of a year, the latest frozen first.
    #[boxed]
    pub async fn packs(&self, caller: &Caller, filter: PackFilter) -> Result<Vec<PackItem>, AppError> {
        Operation::ReadPacks.authorise(caller)?;
        let year = filter.year.unwrap_or_else(|| beijing(self.clock.now()).year());
        let kinds = PackKind::ALL.into_iter().filter(|kind| filter.kind.is_none_or(|wanted| wanted == *kind));
        let wanted: Vec<_> = kinds.flat_map(|kind| periods_of(kind, year)).collect();
        let found = packs::frozen_packs(&self.pool, &wanted).await?;
        Ok(found.iter().rev().map(PackItem::from).collect())
    }

    /// One pack. Anything that names none does not exist.
    #[boxed]
    pub async fn pack(&self, caller: &Caller, id: &str) -> Result<PackView, AppError> {
        Operation::ReadPacks.authorise(caller)?;
        let period: Period = id.parse().map_err(|_unreadable| AppError::NotFound)?;
        let kind = PackKind::ALL.into_iter().find(|kind| kind.fits(period)).ok_or(AppError::NotFound)?;
        let loaded = log::load(&self.log, &self.packs, pack_stream(kind, period)).await?;
        let frozen = loaded.and_then(|(pack, _)| pack.frozen).ok_or(AppError::NotFound)?;
        Ok(PackView::from(frozen))
    }

    async fn freeze(
        &self,
        kind: PackKind,
        period: Period,
        meta: CommandMeta,
    ) -> Result<PackCommitted, AppError> {
        let (now, stream) = (self.clock.now(), pack_stream(kind, period));
        let known = log::load(&self.log, &self.packs, stream).await?.unwrap_or_default().0;
        known.expect_freezable(kind, period, now).map_err(AppError::PackRefused)?;
        let (figures, as_of_position) = self.pack_figures(kind, period).await?;
        let text = pack_text(kind, period, &figures);
        let by = meta.actor.clone();
        let pack = ReportPackFrozen { kind, period, as_of_position, figures, text, by, at: now };
        let meta = CommandMeta { occurred_at: Some(now), ..meta };
        let command = PackCommand::Freeze(Box::new(pack));
        let executed = log::execute(&self.log, &self.packs, stream, command, (), meta).await?;
        committed(&executed)
    }

    async fn anything_before(&self, period: Period) -> Result<bool, AppError> {
        let mut moment = Snapshot::take(&self.pool).await?;
        let found = moment.anything_before(period.to()).await?;
        moment.close().await;
        Ok(found)
    }
}

fn committed(executed: &Executed<ReportPack>) -> Result<PackCommitted, AppError> {
    let ReportPackEvent::ReportPackFrozen(frozen) = executed.events.first().ok_or(AppError::NotFound)?;
    Ok(PackCommitted {
        view: PackView::from(ReportPackFrozen::clone(frozen)),
        version: executed.appended.version,
        position: executed.appended.last_position,
    })
}

/// The latest period whose pack should be there at `now`.
fn latest_due(kind: PackKind, now: DateTime<Utc>) -> Period {
    match kind {
        PackKind::Weekly => Period::week_of(now - WEEKLY_AT).previous(),
        PackKind::Monthly => Period::Month(Month::of(now - NIGHTLY_AT)).previous(),
        PackKind::Quarterly => Period::quarter_of(now - NIGHTLY_AT).previous(),
    }
}

/// Every period of a year for which there can be a pack.
fn periods_of(kind: PackKind, year: i32) -> Vec<(PackKind, Period)> {
    let text = |rest: String| format!("{year:04}-{rest}").parse::<Period>().ok();
    let periods: Vec<Period> = match kind {
        PackKind::Weekly => (1..=53).filter_map(|week| text(format!("W{week:02}"))).collect(),
        PackKind::Monthly => (1..=12).filter_map(|month| text(format!("{month:02}"))).collect(),
        PackKind::Quarterly => (1..=4).filter_map(|quarter| text(format!("Q{quarter}"))).collect(),
    };
    periods.into_iter().map(|period| (kind, period)).collect()
}

/// The first instant of the year in which the period ends.
fn year_begins(period: Period) -> DateTime<Utc> {
    let last_day = period.end_day() - Days::new(1);
    china_midnight(last_day.with_ordinal(1).expect("every year has a first day"))
}

impl From<&ReportPackFrozen> for PackItem {
    fn from(pack: &ReportPackFrozen) -> Self {
        Self {
            id: pack.period.to_string(),
            kind: pack.kind.code(),
            title: pack.text.lines().next().unwrap_or_default().to_owned(),
            as_of_position: pack.as_of_position,
            frozen_at: pack.at,
            by: pack.by.role.code(),
        }
    }
}

impl From<ReportPackFrozen> for PackView {
    fn from(pack: ReportPackFrozen) -> Self {
        Self { item: PackItem::from(&pack), figures: pack.figures, text: pack.text }
    }
}

impl From<ExecuteError<PackRefusal>> for AppError {
    fn from(error: ExecuteError<PackRefusal>) -> Self {
        Self::of_execution(error, Self::PackRefused)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn due(kind: PackKind, now: &str) -> String {
        latest_due(kind, now.parse().expect("an instant")).to_string()
    }

    #[test]
    fn the_pack_of_a_week_is_due_on_monday_at_eight() {
        assert_eq!(due(PackKind::Weekly, "2026-11-15T23:59:59Z"), "2026-W45");
        assert_eq!(due(PackKind::Weekly, "2026-11-16T00:00:00Z"), "2026-W46");
        assert_eq!(due(PackKind::Weekly, "2026-11-22T12:00:00Z"), "2026-W46");
    }

    #[test]
    fn the_packs_of_months_and_quarters_are_due_in_the_night_after() {
        assert_eq!(due(PackKind::Monthly, "2026-09-30T18:29:59Z"), "2026-08");
        assert_eq!(due(PackKind::Monthly, "2026-09-30T18:30:00Z"), "2026-09");
        assert_eq!(due(PackKind::Quarterly, "2026-09-30T18:29:59Z"), "2026-Q2");
        assert_eq!(due(PackKind::Quarterly, "2026-09-30T18:30:00Z"), "2026-Q3");
        assert_eq!(due(PackKind::Quarterly, "2026-01-01T00:00:00Z"), "2025-Q4");
    }

    #[test]
    fn a_year_has_its_own_weeks() {
        assert_eq!(periods_of(PackKind::Weekly, 2026).len(), 53);
        assert_eq!(periods_of(PackKind::Weekly, 2025).len(), 52);
        assert_eq!(periods_of(PackKind::Monthly, 2026).len(), 12);
        assert_eq!(periods_of(PackKind::Quarterly, 2026).len(), 4);
    }

    #[test]
    fn this_year_is_the_one_in_which_the_period_ends() {
        let begins = |text: &str| year_begins(text.parse().expect("a period")).to_rfc3339();
        assert_eq!(begins("2026-W01"), "2025-12-31T16:00:00+00:00");
        assert_eq!(begins("2025-12"), "2024-12-31T16:00:00+00:00");
    }
}
