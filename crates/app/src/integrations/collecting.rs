//! What is for a system after what it has taken, as far as one delivery holds it; and how far was looked already.

use std::collections::HashMap;
use std::sync::PoisonError;
use std::time::Duration;

use tokio::time::Instant;
use uuid::Uuid;
use whistle_domain::case::Case;
use whistle_store::integrations::{Integration, Progress};
use whistle_store::log::{self, RecordedEvent};

use super::delivering::Delivered;
use super::notice::Notice;
use crate::access::concerns;
use crate::cases::CASE_STREAM;
use crate::{App, AppError};

/// Events of one delivery, at most. Each has some 400 bytes, so that a delivery stays well below 256 KiB.
const EVENTS_TOGETHER_MAX: usize = 100;
/// Events read in one go.
const READ_TOGETHER_MAX: u32 = 256;
/// Events looked at in one step, at most.
const LOOKED_AT_MAX: i64 = 4096;
/// How far a system may have been passed by without its row saying so: so much is looked at again after a crash.
const UNWRITTEN_MAX: i64 = 1024;
/// How long its row may not say so.
const UNWRITTEN_FOR: Duration = Duration::from_secs(5);

/// What was found for a system.
pub(super) struct Batch {
    pub(super) notices: Vec<Notice>,
    /// How far was looked.
    pub(super) through: i64,
    /// Whether there may be more.
    more: bool,
}

/// How far this process has found nothing for a system.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walked {
    /// From what the row says. A replay to the very same position is another beginning: what was nothing for the system then
    /// may be something by now.
    from: Progress,
    through: i64,
    /// When it was last written down.
    written: Instant,
}

/// What was found out about the cases of one batch, so that each is loaded once and not for each of its events.
#[derive(Default)]
struct Judgements(HashMap<Uuid, Judgement>);

struct Judgement {
    /// The case had this version.
    version: u32,
    /// Its number, if the system may know of it.
    number: Option<String>,
}

impl Judgements {
    /// What was found out about the case, unless this version of it came after that: whoever may know of a case is told what
    /// made it so.
    fn of(&self, case: Uuid, version: u32) -> Option<&Judgement> {
        self.0.get(&case).filter(|judgement| judgement.version >= version)
    }
}

impl App {
    /// What is for this system after what it has taken: as much as one delivery holds, or, where one was begun, what is in that.
    /// More may be in that than was when it was begun; then it is as much as one delivery holds.
    pub(super) async fn collected(&self, seen: &Integration) -> Result<Batch, AppError> {
        let from =
            if seen.in_hand.is_some() { seen.delivered } else { self.walked_through(&seen.progress()) };
        let end = seen.in_hand.map(|in_hand| in_hand.through);
        let mut batch = Batch { notices: Vec::new(), through: from, more: false };
        let mut judged = Judgements::default();
        loop {
            let events = self.log.read_after(batch.through, READ_TOGETHER_MAX).await?;
            let last_page = events.len() < usize::try_from(READ_TOGETHER_MAX).unwrap_or(usize::MAX);
            for event in events {
                let position = event.position;
                let full = batch.notices.len() == EVENTS_TOGETHER_MAX;
                if end.is_some_and(|end| position > end) || (full && end.is_none()) {
                    return Ok(Batch { more: true, ..batch });
                }
                let notice = self.noticed(seen, event, &mut judged).await?;
                if full && notice.is_some() {
                    return Ok(Batch { more: true, ..batch });
                }
                batch.through = position;
                batch.notices.extend(notice);
            }
            if last_page {
                return Ok(batch);
            }
            if end.is_none() && batch.through - from >= LOOKED_AT_MAX {
                return Ok(Batch { more: true, ..batch });
            }
        }
    }

    /// What the system is told of an event, if it is for it. What it may know is judged as of now.
    async fn noticed(
        &self,
        seen: &Integration,
        event: RecordedEvent,
        judged: &mut Judgements,
    ) -> Result<Option<Notice>, AppError> {
        let wanted = seen.event_types.is_empty() || seen.event_types.contains(&event.event_type);
        if event.stream_type != CASE_STREAM || !wanted {
            return Ok(None);
        }
        let case = event.stream_id;
        if judged.of(case, event.version).is_none() {
            judged.0.insert(case, self.judged(seen, case).await?);
        }
        let number = judged.0.get(&case).and_then(|judgement| judgement.number.clone());
        Ok(number.map(|number| Notice::of(event, number)))
    }

    async fn judged(&self, seen: &Integration, case: Uuid) -> Result<Judgement, AppError> {
        let Some((case, version)) = log::load::<Case>(&self.log, &self.cases, case).await? else {
            return Ok(Judgement { version: 0, number: None });
        };
        let may_know = seen.unit.as_ref().is_none_or(|unit| concerns(unit, &case));
        let number = || case.report.as_ref().map(|report| report.number.clone()).unwrap_or_default();
        Ok(Judgement { version, number: may_know.then(number) })
    }

    /// How far this process has looked for it already.
    pub(super) fn walked_through(&self, stands: &Progress) -> i64 {
        let walked = self.integrations.walked.lock().unwrap_or_else(PoisonError::into_inner);
        let own = walked.get(&stands.id).filter(|walked| walked.from == *stands);
        own.map_or(stands.delivered, |walked| walked.through)
    }

    /// Nothing was for this system. That is written down now and then, not for every event that is somebody else's.
    pub(super) async fn passed(&self, seen: &Integration, batch: &Batch) -> Result<Delivered, AppError> {
        let now = Instant::now();
        let from = seen.progress();
        let write = {
            let mut walked = self.integrations.walked.lock().unwrap_or_else(PoisonError::into_inner);
            let begun = Walked { from, through: from.delivered, written: now };
            let own = walked.entry(seen.id).or_insert(begun);
            if own.from != from {
                *own = Walked { written: own.written, ..begun };
            }
            own.through = batch.through;
            let unwritten = own.through - from.delivered;
            let write = seen.in_hand.is_some()
                || unwritten >= UNWRITTEN_MAX
                || (unwritten > 0 && now - own.written >= UNWRITTEN_FOR);
            if write {
                own.written = now;
            }
            write
        };
        if write {
            self.integrations.store.passed(seen, batch.through).await?;
        }
        Ok(Delivered::Passed { more: batch.more })
    }
}

#[cfg(test)]
mod tests {
    use whistle_store::ids::new_id;

    use super::*;

    #[test]
    fn a_case_is_judged_once_for_a_batch_and_anew_when_it_went_on_meanwhile() {
        let (case, other) = (new_id(), new_id());
        let mut judged = Judgements::default();
        assert!(judged.of(case, 1).is_none());
        judged.0.insert(case, Judgement { version: 3, number: None });
        assert!((1..=3).all(|version| judged.of(case, version).is_some_and(|known| known.number.is_none())));
        // It was nothing for the system; what came after that may have made it so.
        assert!(judged.of(case, 4).is_none() && judged.of(other, 1).is_none());
        judged.0.insert(case, Judgement { version: 4, number: Some("WS1".to_owned()) });
        assert_eq!(judged.of(case, 2).and_then(|known| known.number.as_deref()), Some("WS1"));
    }
}
