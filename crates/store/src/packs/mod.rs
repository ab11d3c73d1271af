//! Report packs: what their figures are made of, and the streams in which they are frozen.

mod sources;

use sqlx::PgPool;
use uuid::Uuid;
use whistle_domain::pack::{PackKind, ReportPackEvent, ReportPackFrozen};
use whistle_domain::period::Period;
use whistle_domain::stored::StoredEvent;

use crate::log::ReadError;

pub use sources::{DisputedRow, PackCase};

/// Names the streams of packs.
const PACKS: Uuid = Uuid::from_u128(0x7061_636b_7300_8000_8000_7265_706f_7274);

/// The stream of the pack of this kind and period: there is one.
pub fn pack_stream(kind: PackKind, period: Period) -> Uuid {
    Uuid::new_v5(&PACKS, format!("{} {period}", kind.code()).as_bytes())
}

/// Those of these packs that are frozen, in the order in which they were.
pub async fn frozen_packs(
    pool: &PgPool,
    wanted: &[(PackKind, Period)],
) -> Result<Vec<ReportPackFrozen>, ReadError> {
    let streams: Vec<Uuid> = wanted.iter().map(|(kind, period)| pack_stream(*kind, *period)).collect();
    let rows = sqlx::query!(
        "SELECT position, payload FROM events WHERE stream_id = ANY ($1) AND version = 1 ORDER BY position",
        &streams
    );
    let mut packs = Vec::new();
    for row in rows.fetch_all(pool).await? {
        let damaged = |_source| ReadError::Damaged { position: row.position, what: "report pack" };
        let event: ReportPackEvent = ReportPackEvent::read(&row.payload).map_err(damaged)?;
        let ReportPackEvent::ReportPackFrozen(pack) = event;
        packs.push(*pack);
    }
    Ok(packs)
}
