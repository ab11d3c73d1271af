//! How far each case has come by now.

use whistle_domain::lamp::Lamp;

use super::super::splitmix::SplitMix64;
use super::CASES;
use super::plot::{PLOTS, Plot};

/// Where a case stands at the end of the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Raised,
    Declined,
    Endorsed,
    HandledLocally,
    LocallyClosed,
    Filed,
    /// Nobody has signed, and there is time to.
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
    /// Something beside the straight line.
    Plot(Plot),
}

/// How many cases go the straight line, and how far.
const COUNTS: [(Fate, usize); 17] = [
    (Fate::Raised, 10),
    (Fate::Declined, 11),
    (Fate::Endorsed, 7),
    (Fate::HandledLocally, 6),
    (Fate::LocallyClosed, 30),
    (Fate::Filed, 5),
    (Fate::Issued, 6),
    (Fate::Signed, 5),
    (Fate::PartlyReported, 4),
    (Fate::Reported, 5),
    (Fate::Accepted, 5),
    (Fate::Measured, 5),
    (Fate::Reworking, 5),
    (Fate::ReworkedThrice, 2),
    (Fate::Verification, 7),
    (Fate::Callback, 6),
    (Fate::Closed, 74),
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
                | Self::Plot(_)
        )
    }

    /// Whether it came to its end, somewhere in the whole period.
    pub(super) const fn over(self) -> bool {
        matches!(self, Self::Declined | Self::LocallyClosed | Self::Closed)
    }

    /// The story beside the straight line, where it has one.
    pub(super) const fn plot(self) -> Option<Plot> {
        if let Self::Plot(plot) = self { Some(plot) } else { None }
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
    let plots = PLOTS.iter().map(|(plot, count)| (Fate::Plot(*plot), *count));
    for (fate, count) in COUNTS.into_iter().chain(plots) {
        deck.extend((0..count).map(|_| {
            let by_its_clock = fate.under_way() && !matches!(fate, Fate::Issued | Fate::ReworkedThrice);
            (fate, if by_its_clock { lamps.next() } else { None })
        }));
    }
    chance.shuffle(&mut deck);
    deck
}
