//! The figures of a pack, from facts. Everything that is counted here is defined in `domain::report`.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use whistle_domain::actor::Code;
use whistle_domain::pack::{
    CategoryFigures, DepartmentFigures, HotSpot, OpenMatter, PackFigures, PackKind, StretchOf, TrendPoint,
};
use whistle_domain::period::{Month, Period};
use whistle_domain::report::{Count, Fact, Rate, Tally};
use whistle_store::packs::{DisputedRow, PackCase};
use whistle_store::read::Snapshot;

use super::year_begins;
use crate::{App, AppError, Reference};

/// Departments, categories and overdue dispatches that are listed one by one.
const LISTED_MAX: usize = 50;
/// Hot spots that are listed.
const HOT_SPOTS_MAX: usize = 10;
/// Cases of one sort in one neighbourhood that make a hot spot.
const HOT_SPOT_MIN: i64 = 3;

impl App {
    /// The figures of a period, judged at its end, and the position that they are true at. All of them are read at one
    /// moment.
    pub(super) async fn pack_figures(
        &self,
        kind: PackKind,
        period: Period,
    ) -> Result<(PackFigures, i64), AppError> {
        let reference = self.reference();
        let sample_min = reference.policies.current().rules().scoring.sample_min.into();
        let mut counted = Counted::new(kind, period, sample_min);
        let mut moment = Snapshot::take(&self.pool).await?;
        // First the lists, then the facts: in the order in which a rebuild swaps their tables.
        let disputed = moment.disputed().await?;
        let ranges = counted.ranges();
        for (number, (from, to)) in ranges.iter().enumerate() {
            let take = |case: &PackCase| {
                // What was raised in one range and counts in another is found twice.
                if !ranges[..number].iter().any(|range| touches(case, range)) {
                    counted.take_case(case);
                }
            };
            moment.each_case(*from, *to, take).await?;
        }
        moment.each_dispatch(period.from(), period.to(), |fact| counted.take_dispatch(fact)).await?;
        let position = moment.position();
        moment.close().await;
        Ok((counted.figures(&reference, disputed), position))
    }
}

/// Whether the case was raised, or counts, in this range.
fn touches(case: &PackCase, (from, to): &(DateTime<Utc>, DateTime<Utc>)) -> bool {
    let counted_at = case.fact.as_ref().map(|fact| fact.counted_at);
    [Some(case.raised_at), counted_at].iter().flatten().any(|instant| from <= instant && instant < to)
}

/// A stretch under way.
struct Counting {
    from: DateTime<Utc>,
    to: DateTime<Utc>,
    of: StretchOf,
}

impl Counting {
    fn new(from: DateTime<Utc>, to: DateTime<Utc>) -> Self {
        Self { from, to, of: StretchOf::default() }
    }

    fn of(period: Period) -> Self {
        Self::new(period.from(), period.to())
    }

    /// Each stretch is judged at its own end: what the period before had come to by then.
    fn take(&mut self, case: &PackCase) {
        self.of.add(case.raised_at, case.fact.as_ref(), (self.from, self.to));
    }

    fn holds(&self, instant: DateTime<Utc>) -> bool {
        self.from <= instant && instant < self.to
    }
}

/// Everything that is counted.
struct Counted {
    period: Period,
    sample_min: i64,
    now: Counting,
    previous: Counting,
    year_before: Option<Counting>,
    this_year: Counting,
    months: Vec<(Month, Counting)>,
    departments: BTreeMap<Code, DepartmentCounted>,
    categories: BTreeMap<Code, [i64; 2]>,
    spots: BTreeMap<(Code, Code), i64>,
    overdue: Vec<(DateTime<Utc>, String, Code)>,
    overdue_total: i64,
}

/// A department under way.
#[derive(Default)]
struct DepartmentCounted {
    due: Tally,
    overdue: i64,
}

impl Counted {
    fn new(kind: PackKind, period: Period, sample_min: i64) -> Self {
        let months = if kind == PackKind::Quarterly { months_of(period) } else { Vec::new() };
        Self {
            period,
            sample_min,
            now: Counting::of(period),
            previous: Counting::of(period.previous()),
            year_before: period.year_before().map(Counting::of),
            this_year: Counting::new(year_begins(period), period.to()),
            months: months.into_iter().map(|month| (month, Counting::of(Period::Month(month)))).collect(),
            departments: BTreeMap::new(),
            categories: BTreeMap::new(),
            spots: BTreeMap::new(),
            overdue: Vec::new(),
            overdue_total: 0,
        }
    }

    /// What is read: this year with the period before it, and the period of the year before where that is not in it.
    fn ranges(&self) -> Vec<(DateTime<Utc>, DateTime<Utc>)> {
        let from = self.this_year.from.min(self.previous.from).min(self.now.from);
        let mut ranges = vec![(from, self.now.to)];
        if let Some(before) = &self.year_before {
            ranges.push((before.from, before.to.min(from)));
        }
        ranges.retain(|(from, to)| from < to);
        ranges
    }

    fn take_case(&mut self, case: &PackCase) {
        self.now.take(case);
        self.previous.take(case);
        self.this_year.take(case);
        for stretch in self.year_before.iter_mut().chain(self.months.iter_mut().map(|(_, stretch)| stretch)) {
            stretch.take(case);
        }
        let now = i64::from(self.now.holds(case.raised_at));
        let previous = i64::from(self.previous.holds(case.raised_at));
        if now + previous > 0 {
            let category = self.categories.entry(case.category.clone()).or_default();
            *category = [category[0] + now, category[1] + previous];
        }
        if now > 0 {
            let spot = (case.territorial_unit.clone(), case.category.clone());
            *self.spots.entry(spot).or_default() += now;
        }
    }

    fn take_dispatch(&mut self, fact: &Fact) {
        let Some(unit) = fact.unit.clone() else { return };
        let tally = Tally::of(fact, Some(self.period.to()));
        let overdue = tally.get(Count::OpenOverdue);
        if overdue > 0 {
            self.overdue_total += overdue;
            self.overdue.push((fact.counted_at, fact.number.clone(), unit.clone()));
            // The longest overdue are kept, and not many more than that.
            if self.overdue.len() >= 2 * LISTED_MAX {
                self.keep_longest_overdue();
            }
        }
        let department = self.departments.entry(unit).or_default();
        department.overdue += overdue;
        if fact.counted_at >= self.period.from() {
            department.due += &tally;
        }
    }

    fn keep_longest_overdue(&mut self) {
        self.overdue.sort();
        self.overdue.truncate(LISTED_MAX);
    }

    fn figures(
        mut self,
        reference: &Arc<Reference>,
        (disputed, disputed_total): (Vec<DisputedRow>, i64),
    ) -> PackFigures {
        self.keep_longest_overdue();
        let names = Names(reference);
        let matter = |number: String, unit: Option<&str>, due_at| OpenMatter {
            number,
            unit: unit.map(|unit| names.unit(unit)).unwrap_or_default(),
            due_at,
        };
        let overdue = std::mem::take(&mut self.overdue);
        PackFigures {
            judged_at: self.period.to(),
            sample_min: self.sample_min,
            now: self.now.of.figures(),
            previous: self.previous.of.figures(),
            year_before: self.year_before.as_ref().map(|stretch| stretch.of.figures()),
            this_year: self.this_year.of.figures(),
            trend: self.months.iter().map(|(month, stretch)| trend_point(*month, stretch)).collect(),
            departments: departments(self.departments, &names),
            categories: categories(self.categories, &names),
            hot_spots: hot_spots(self.spots, &names),
            overdue_total: self.overdue_total,
            overdue: overdue
                .into_iter()
                .map(|(due_at, number, unit)| matter(number, Some(&unit), Some(due_at)))
                .collect(),
            disputed_total,
            disputed: disputed
                .into_iter()
                .map(|row| matter(row.number, row.unit.as_deref(), row.due_at))
                .collect(),
        }
    }
}

fn months_of(period: Period) -> Vec<Month> {
    let mut months = vec![Month::of(period.from())];
    while let Some(last) = months.last().copied() {
        let next = Period::Month(last).to();
        if next >= period.to() {
            break;
        }
        months.push(Month::of(next));
    }
    months
}

fn trend_point(month: Month, stretch: &Counting) -> TrendPoint {
    let figures = stretch.of.figures();
    TrendPoint { month: month.to_string(), received: figures.received, completion: figures.completion }
}

/// Those with most overdue first, then those with most due.
fn departments(counted: BTreeMap<Code, DepartmentCounted>, names: &Names<'_>) -> Vec<DepartmentFigures> {
    let figures = counted.into_iter().map(|(unit, counted)| DepartmentFigures {
        name: names.unit(&unit),
        due: counted.due.get(Count::Due),
        on_time: Rate::OnTime.ratio(&counted.due).into(),
        overdue: counted.overdue,
        unit,
    });
    let mut figures: Vec<_> = figures.filter(|figures| figures.due + figures.overdue > 0).collect();
    figures.sort_by_key(|figures| std::cmp::Reverse((figures.overdue, figures.due)));
    figures.truncate(LISTED_MAX);
    figures
}

/// Most cases first; those of which there is none any more are left out.
fn categories(counted: BTreeMap<Code, [i64; 2]>, names: &Names<'_>) -> Vec<CategoryFigures> {
    let figures = counted.into_iter().filter(|(_, [now, _])| *now > 0);
    let figures = figures.map(|(category, [received, previous])| {
        let name = names.category(&category);
        CategoryFigures { category, name, received, previous }
    });
    let mut figures: Vec<_> = figures.collect();
    figures.sort_by_key(|figures| std::cmp::Reverse(figures.received));
    figures.truncate(LISTED_MAX);
    figures
}

fn hot_spots(counted: BTreeMap<(Code, Code), i64>, names: &Names<'_>) -> Vec<HotSpot> {
    let spots = counted.into_iter().filter(|(_, received)| *received >= HOT_SPOT_MIN);
    let spots = spots.map(|((unit, category), received)| HotSpot {
        name: names.unit(&unit),
        category_name: names.category(&category),
        unit,
        category,
        received,
    });
    let mut spots: Vec<_> = spots.collect();
    spots.sort_by_key(|spot| std::cmp::Reverse(spot.received));
    spots.truncate(HOT_SPOTS_MAX);
    spots
}

/// What units and categories are called now.
struct Names<'a>(&'a Reference);

impl Names<'_> {
    fn unit(&self, code: &str) -> String {
        self.0.organisation.unit(code).map_or_else(|| code.to_owned(), |unit| unit.name.clone())
    }

    fn category(&self, code: &str) -> String {
        let category = self.0.policies.current().category(code);
        category.map_or_else(|| code.to_owned(), |category| category.minor.clone())
    }
}
