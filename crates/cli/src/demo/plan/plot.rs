//! The stories beside the straight line: what each of them shows, and what it can be about.

use chrono::Duration;
use whistle_domain::policy::WhistleKind;

/// A story beside the straight line; each is named for where it stands at the end of the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plot {
    /// A return waits for its ruling.
    ReturnAsked,
    /// A return was approved; another unit did it.
    ReturnApproved,
    /// A return was refused; the unit did it after all.
    ReturnRefused,
    /// Two units returned it; the lead was determined.
    Determined,
    /// More time is asked for.
    ExtensionAsked,
    /// More time was given, and the resident told.
    ExtensionGranted,
    /// More time was refused.
    ExtensionRefused,
    /// Parking is asked for.
    ParkingAsked,
    /// Parking was refused.
    ParkingRefused,
    /// Parked.
    Parked,
    /// Was parked, and solved when the obstacle was gone.
    Unparked,
    /// Worked off by milestones; some are reached.
    Planned,
    /// Worked off by the stages that the policy gives.
    Staged,
    /// Overdue, with its form.
    Explained,
    NotAccepted,
    Diverted,
    Withdrawn,
    Amended,
    /// The resident is not content, and no exit is chosen.
    Dissatisfied,
    /// Dissatisfied, done again, closed.
    Redone,
    /// Dissatisfied; nothing more can be done.
    Analysed,
    /// Dissatisfied; done again with more time.
    Prolonged,
    /// Dissatisfied; another unit took over.
    Transferred,
    /// Closing by force is asked for.
    ForcingAsked,
    /// Nothing could be checked; closed by force.
    ForceClosed,
    /// Closing by force was refused.
    ForcingRefused,
    /// Leaving it out of the scores is asked for.
    ExclusionAsked,
    /// Left out of the scores.
    Excluded,
    /// A unit contests its score.
    AppealAsked,
    /// A contested score was decided.
    AppealDecided,
    /// Nobody's duty is known.
    Orphan,
    /// Nobody's duty was known; now a unit has it.
    OrphanFound,
    /// Looked at again, and it holds.
    LookedBack,
    /// Looked at again, and the problem was back.
    Relapsed,
    /// The service signed; the unit has not reported.
    Unsigned,
    /// In an emergency the service signed and went up the chain of duty.
    CalledUp,
    /// Reminded.
    Reminded,
    /// A yellow card.
    YellowCard,
    /// A red card, copied to the leader of the unit.
    RedCard,
    /// A written supervision that was answered.
    Written,
    /// A written supervision that was answered and lifted; closed.
    Moved,
    /// Many households; all have voted; closed.
    Collective,
    /// Many households; some have voted.
    Voting,
    /// A second report of the same matter.
    Duplicate,
    /// Raised again after another case about the same matter at the same place had been closed.
    Again,
    /// Items partly struck off.
    Items,
    /// All items struck off; closed.
    ItemsDone,
    /// Units met on site.
    JointAction,
    /// Closed; words for the wall wait to be checked.
    WordsAsked,
    /// Closed; its words stand on the wall.
    Worded,
}

/// How many cases have which story.
pub(super) const PLOTS: [(Plot, usize); 50] = [
    (Plot::Again, 5),
    (Plot::ReturnAsked, 3),
    (Plot::ReturnApproved, 2),
    (Plot::ReturnRefused, 2),
    (Plot::Determined, 2),
    (Plot::ExtensionAsked, 2),
    (Plot::ExtensionGranted, 2),
    (Plot::ExtensionRefused, 1),
    (Plot::ParkingAsked, 2),
    (Plot::ParkingRefused, 1),
    (Plot::Parked, 5),
    (Plot::Unparked, 2),
    (Plot::Planned, 4),
    (Plot::Staged, 2),
    (Plot::Explained, 3),
    (Plot::NotAccepted, 3),
    (Plot::Diverted, 3),
    (Plot::Withdrawn, 2),
    (Plot::Amended, 2),
    (Plot::Dissatisfied, 3),
    (Plot::Redone, 2),
    (Plot::Analysed, 2),
    (Plot::Prolonged, 2),
    (Plot::Transferred, 2),
    (Plot::ForcingAsked, 2),
    (Plot::ForceClosed, 3),
    (Plot::ForcingRefused, 1),
    (Plot::ExclusionAsked, 2),
    (Plot::Excluded, 3),
    (Plot::AppealAsked, 1),
    (Plot::AppealDecided, 2),
    (Plot::Orphan, 2),
    (Plot::OrphanFound, 1),
    (Plot::LookedBack, 2),
    (Plot::Relapsed, 2),
    (Plot::Unsigned, 3),
    (Plot::CalledUp, 1),
    (Plot::Reminded, 1),
    (Plot::YellowCard, 1),
    (Plot::RedCard, 2),
    (Plot::Written, 1),
    (Plot::Moved, 1),
    (Plot::Collective, 1),
    (Plot::Voting, 1),
    (Plot::Duplicate, 3),
    (Plot::Items, 3),
    (Plot::ItemsDone, 1),
    (Plot::JointAction, 2),
    (Plot::WordsAsked, 3),
    (Plot::Worded, 3),
];

/// Matters with about a week.
const A_WEEK: &[&str] = &["0107", "0110", "0113", "1104", "5101", "5404"];
/// Matters with one to three days.
const DAYS: &[&str] = &["0103", "0205", "0301", "5303", "5502"];
/// Matters of a whole building.
const OF_MANY: &[&str] = &["5101", "5102"];
/// Matters of units that a leader looks after.
const LED: &[&str] = &["0107", "0110", "0116"];

impl Plot {
    /// The categories that it can be about.
    pub(super) const fn categories(self) -> &'static [&'static str] {
        match self {
            Self::Planned => &["5203", "5302"],
            Self::Staged => &["0101"],
            Self::Explained | Self::LookedBack | Self::Relapsed => DAYS,
            Self::Orphan | Self::OrphanFound => &["5799"],
            Self::CalledUp => &["1101"],
            Self::RedCard | Self::YellowCard => LED,
            Self::Collective | Self::Voting => OF_MANY,
            Self::Items | Self::ItemsDone => &["5202"],
            Self::NotAccepted => &["5602"],
            Self::Diverted => &["0599"],
            _ => A_WEEK,
        }
    }

    /// Its kind, where it is another than the category's: an inspection of lifts is no emergency.
    pub(super) const fn kind(self) -> Option<WhistleKind> {
        match self {
            Self::Items | Self::ItemsDone => Some(WhistleKind::Law),
            _ => None,
        }
    }

    /// What the texts of the report are called, where they are not the category's.
    pub(super) const fn title_key(self) -> Option<&'static str> {
        match self {
            Self::Items | Self::ItemsDone => Some("lifts"),
            Self::Orphan | Self::OrphanFound => Some("orphan"),
            Self::NotAccepted => Some("not_accepted"),
            Self::Diverted => Some("diverted"),
            _ => None,
        }
    }

    /// Units that must help.
    pub(super) const fn helpers(self) -> usize {
        if matches!(self, Self::JointAction) { 2 } else { 0 }
    }

    /// Whether its resident acts themselves, with an account.
    pub(super) const fn of_an_account(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Amended)
    }

    /// Whether it is told on the wall, so that nobody may have asked for it to be kept in confidence.
    pub(super) const fn public(self) -> bool {
        matches!(self, Self::WordsAsked | Self::Worded)
    }

    /// Whether further reports of the matter become part of it.
    pub(super) const fn absorbs(self) -> bool {
        matches!(self, Self::Collective | Self::Voting)
    }

    /// For how long nobody must have done anything at its end: until the service has signed.
    pub(super) const fn rest_min(self) -> Duration {
        if matches!(self, Self::Unsigned) { Duration::hours(7) } else { Duration::zero() }
    }

    /// For how long nothing may have happened at its end: what waits waits for hours or days, what is over may lie
    /// weeks back.
    pub(super) const fn rest_max(self) -> Duration {
        match self {
            Self::ReturnAsked | Self::ExtensionAsked | Self::Unsigned | Self::Written => Duration::hours(12),
            Self::ParkingAsked
            | Self::ForcingAsked
            | Self::ExclusionAsked
            | Self::AppealAsked
            | Self::WordsAsked
            | Self::Dissatisfied
            | Self::Amended
            | Self::Voting
            | Self::CalledUp => Duration::days(1),
            Self::Parked | Self::Orphan | Self::Staged | Self::Items | Self::Planned => Duration::days(10),
            Self::Explained
            | Self::ExtensionGranted
            | Self::ExtensionRefused
            | Self::ParkingRefused
            | Self::Prolonged
            | Self::Transferred
            | Self::Reminded
            | Self::YellowCard
            | Self::RedCard
            | Self::Relapsed
            | Self::ForcingRefused
            | Self::JointAction => Duration::days(3),
            _ => Duration::days(40),
        }
    }
}
