//! The figures of a pack. Everything that the text says is in here, and everything in here follows from facts.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::actor::Code;
use crate::report::{Count, Fact, Rate, Ratio, Tally};

/// One number of another: a rate before it is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Share {
    /// How many.
    pub of: i64,
    /// Of how many; of none there is no rate.
    pub all: i64,
}

impl From<Ratio> for Share {
    fn from(ratio: Ratio) -> Self {
        Self { of: ratio.numerator, all: ratio.denominator }
    }
}

/// What a stretch of time comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Stretch {
    /// 受理: cases raised in it.
    pub received: i64,
    /// 办结: those of them that are closed.
    pub closed: i64,
    /// 办结率, of the cases raised in it.
    pub completion: Share,
    /// 重复诉求率, of the cases raised in it.
    pub repeat: Share,
    /// 按期办结率, of what was due in it.
    pub on_time: Share,
    /// 响应率, of what was due in it.
    pub response: Share,
    /// 解决率, of what was due in it.
    pub resolution: Share,
    /// 满意率, of what was due in it.
    pub satisfaction: Share,
    /// 挂账, of what was due in it.
    pub parked: i64,
    /// 剔除, of what was due in it.
    pub excluded: i64,
    /// 强制结案, of what was due in it.
    pub forced: i64,
}

/// The two sets of cases that make a stretch.
#[derive(Debug, Clone, Default)]
pub struct StretchOf {
    /// How many cases were raised in it, whatever became of them.
    pub received: i64,
    /// Those of them that came so far that they count in reports.
    pub raised: Tally,
    /// Cases due in it: the set that reports count.
    pub due: Tally,
}

impl StretchOf {
    /// Takes in a case, judged at the end of the stretch from `from` to before `to`. A case to which nobody was sent yet
    /// has no fact, and was raised all the same.
    pub fn add(
        &mut self,
        raised_at: DateTime<Utc>,
        fact: Option<&Fact>,
        (from, to): (DateTime<Utc>, DateTime<Utc>),
    ) {
        let within = |instant: DateTime<Utc>| from <= instant && instant < to;
        if within(raised_at) {
            self.received += 1;
            if let Some(fact) = fact {
                self.raised.add(fact, Some(to));
            }
        }
        if let Some(fact) = fact.filter(|fact| within(fact.counted_at)) {
            self.due.add(fact, Some(to));
        }
    }

    /// The figures.
    pub fn figures(&self) -> Stretch {
        Stretch {
            received: self.received,
            closed: self.raised.get(Count::Closed),
            completion: Rate::Completion.ratio(&self.raised).into(),
            repeat: Rate::Repeat.ratio(&self.raised).into(),
            on_time: Rate::OnTime.ratio(&self.due).into(),
            response: Rate::Response.ratio(&self.due).into(),
            resolution: Rate::Resolution.ratio(&self.due).into(),
            satisfaction: Rate::Satisfaction.ratio(&self.due).into(),
            parked: self.due.get(Count::Suspended),
            excluded: self.due.get(Count::Excluded),
            forced: self.due.get(Count::Forced),
        }
    }
}

/// A department, by the dispatches that were due in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentFigures {
    /// The unit.
    pub unit: Code,
    /// Its name when the pack was frozen.
    pub name: String,
    /// 应办结.
    pub due: i64,
    /// 按期办结率.
    pub on_time: Share,
    /// 超期未结 at the end of the period, whenever it was due.
    pub overdue: i64,
}

/// A category, by the cases raised in the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CategoryFigures {
    /// Its code.
    pub category: Code,
    /// Its name when the pack was frozen.
    pub name: String,
    /// Cases raised.
    pub received: i64,
    /// The same of the period before.
    pub previous: i64,
}

/// A neighbourhood from which the same comes again and again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HotSpot {
    /// The neighbourhood.
    pub unit: Code,
    /// Its name when the pack was frozen.
    pub name: String,
    /// What it is about.
    pub category: Code,
    /// Its name when the pack was frozen.
    pub category_name: String,
    /// Cases raised.
    pub received: i64,
}

/// A case that the meeting must look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenMatter {
    /// Number of the case.
    pub number: String,
    /// The name of the unit in charge when the pack was frozen.
    pub unit: String,
    /// By when it was to be done, or the decision is due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
}

/// A month of a quarter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrendPoint {
    /// The month, as `2026-07`.
    pub month: String,
    /// Cases raised.
    pub received: i64,
    /// 办结率 of them.
    pub completion: Share,
}

/// Everything that a pack says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackFigures {
    /// The instant at which clocks are judged: the end of the period.
    pub judged_at: DateTime<Utc>,
    /// Denominators below this are marked as too few to go by.
    pub sample_min: i64,
    /// The period.
    pub now: Stretch,
    /// The period before: 环比.
    pub previous: Stretch,
    /// The same period of the year before: 同比. None where that year has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year_before: Option<Stretch>,
    /// 今年以来: from the first day of the year in which the period ends to its end.
    pub this_year: Stretch,
    /// By months; for quarters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub trend: Vec<TrendPoint>,
    /// Departments, those with most overdue first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<DepartmentFigures>,
    /// Categories, most cases first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryFigures>,
    /// Neighbourhoods with the same matter several times, most first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hot_spots: Vec<HotSpot>,
    /// 超期未结: all of them.
    pub overdue_total: i64,
    /// The longest overdue of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overdue: Vec<OpenMatter>,
    /// 退单争议: all of them.
    pub disputed_total: i64,
    /// Those that are due first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub disputed: Vec<OpenMatter>,
}
