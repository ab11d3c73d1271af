//! How far each case has come by now.

use whistle_domain::lamp::Lamp;

use super::super::splitmix::SplitMix64;
use super::CASES;

/// Where a case stands at the end of the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Raised,
    Declined,
    Endorsed,
    HandledLocally,
    LocallyClosed,
    Filed,
    /// Nobody has signed.
    Issued,
    /// The lead has signed.
    Signed,
    /// The lead has reported, a co-handler has not.
    PartlyReported,
    /// All have reported; the lead has not accepted.
    Reported,
    /// The lead has accepted.
    Accepted,
    /// The lead has recorded measures.
    Measured,
    /// Sent back once; the lead is at it again.
    Reworking,
    /// Sent back three times.
    ReworkedThrice,
    /// All have fed back.
    Verification,
    /// Found good; the resident is to be asked.
    Callback,
    Closed,
}

/// How many cases have which fate.
const COUNTS: [(Fate, usize); 17] = [
    (Fate::Raised, 12),
    (Fate::Declined, 15),
    (Fate::Endorsed, 9),
    (Fate::HandledLocally, 7),
    (Fate::LocallyClosed, 36),
    (Fate::Filed, 7),
    (Fate::Issued, 10),
    (Fate::Signed, 9),
    (Fate::PartlyReported, 6),
    (Fate::Reported, 8),
    (Fate::Accepted, 8),
    (Fate::Measured, 8),
    (Fate::Reworking, 8),
    (Fate::ReworkedThrice, 2),
    (Fate::Verification, 10),
    (Fate::Callback, 9),
    (Fate::Closed, 136),
];

/// The lamps of cases under way, in turn: mostly calm, as in a district that works.
const LAMPS: [Lamp; 9] = [
    Lamp::Green,
    Lamp::Yellow,
    Lamp::Green,
    Lamp::Red,
    Lamp::Green,
    Lamp::Purple,
    Lamp::Yellow,
    Lamp::Green,
    Lamp::Red,
];

impl Fate {
    /// Whether departments are at work on it: its clock runs.
    pub(super) const fn under_way(self) -> bool {
        !matches!(
            self,
            Self::Raised
                | Self::Declined
                | Self::Endorsed
                | Self::HandledLocally
                | Self::LocallyClosed
                | Self::Filed
                | Self::Closed
        )
    }

    /// Whether it came to its end, somewhere in the whole period.
    pub(super) const fn over(self) -> bool {
        matches!(self, Self::Declined | Self::LocallyClosed | Self::Closed)
    }

    /// Whether the neighbourhood solves it.
    pub(super) const fn local(self) -> bool {
        matches!(self, Self::HandledLocally | Self::LocallyClosed)
    }
}

/// Every case's fate, and the lamp that it shows now where a clock runs.
pub(super) fn deck(chance: &mut SplitMix64) -> Vec<(Fate, Option<Lamp>)> {
    let mut lamps = LAMPS.into_iter().cycle();
    let mut deck: Vec<(Fate, Option<Lamp>)> = Vec::with_capacity(CASES);
    for (fate, count) in COUNTS {
        deck.extend((0..count).map(|_| {
            let by_its_clock = fate.under_way() && fate != Fate::ReworkedThrice;
            (fate, if by_its_clock { lamps.next() } else { None })
        }));
    }
    chance.shuffle(&mut deck);
    deck
}
