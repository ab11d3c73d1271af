//! 综合得分: three rates, weighted by the policy, less what went wrong; and who comes before whom.

use super::{Count, Rate, Ratio, Tally, Z_95, wilson_lower_bound};
use crate::policy::Scoring;

/// The three rates of a score (三率), in the order of their weights.
const RATES: [Rate; 3] = [Rate::Response, Rate::Resolution, Rate::Satisfaction];

/// 综合得分 of a unit: S = 100·(w₁·响应率 + w₂·解决率 + w₃·满意率) − 扣分, with the weights and deductions of one policy.
///
/// A rate that nothing can be said about gives its weight to the others, in proportion; where nothing can be said about
/// any of them there is no score. Deductions are counted, not divided: a score may fall below nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The rates, with the weights that they have in it.
    pub terms: Vec<ScoreTerm>,
    /// What is taken off, also where it is nothing.
    pub deductions: Vec<Deduction>,
    /// Points, up to 100; none if no rate is known.
    pub points: Option<f64>,
    /// The same with the lower end of Wilson's interval in place of each rate.
    pub points_at_least: Option<f64>,
    /// 样本不足: fewer were due than a rate needs to say something.
    pub small_sample: bool,
}

/// A rate in a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreTerm {
    /// Which rate.
    pub rate: Rate,
    /// Its weight in the policy, percent.
    pub weight: u8,
    /// Its share in this score, 0 to 1; nothing where the rate is not known.
    pub share: f64,
    /// What it is made of.
    pub ratio: Ratio,
    /// What it adds to the score.
    pub points: f64,
}

/// What is taken off a score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Deduction {
    /// What for.
    pub fault: Fault,
    /// How often.
    pub count: i64,
    /// Points for each.
    pub each: f64,
}

/// What points are taken off for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Fault {
    /// 红牌.
    RedCard,
    /// 虚假办结.
    FalseClosure,
    /// 拒不报到.
    RefusedReport,
}

impl Fault {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::RedCard, Self::FalseClosure, Self::RefusedReport];

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::RedCard => "red_cards",
            Self::FalseClosure => "false_closures",
            Self::RefusedReport => "refused_reports",
        }
    }

    /// What of a tally is counted.
    pub const fn count(self) -> Count {
        match self {
            Self::RedCard => Count::RedCards,
            Self::FalseClosure => Count::FalseClosures,
            Self::RefusedReport => Count::RefusedReports,
        }
    }

    fn each(self, scoring: &Scoring) -> f64 {
        let hundredths = match self {
            Self::RedCard => scoring.red_card,
            Self::FalseClosure => scoring.false_closure,
            Self::RefusedReport => scoring.refused_report,
        };
        f64::from(hundredths) / 100.0
    }
}

impl Deduction {
    /// Points that it takes.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn points(&self) -> f64 {
        self.each * self.count as f64
    }
}

impl Score {
    /// The score of a tally under these rules.
    pub fn of(tally: &Tally, scoring: &Scoring) -> Self {
        let weights = [scoring.response_weight, scoring.resolution_weight, scoring.satisfaction_weight];
        let rates = || RATES.into_iter().zip(weights).map(|(rate, weight)| (rate, weight, rate.ratio(tally)));
        let known: f64 = rates()
            .filter(|(.., ratio)| ratio.value().is_some())
            .map(|(_, weight, _)| f64::from(weight))
            .sum();
        let term = |(rate, weight, ratio): (Rate, u8, Ratio)| {
            let value = ratio.value().filter(|_| known > 0.0);
            let share = value.map_or(0.0, |_| f64::from(weight) / known);
            ScoreTerm { rate, weight, share, ratio, points: 100.0 * share * value.unwrap_or(0.0) }
        };
        let terms: Vec<ScoreTerm> = rates().map(term).collect();
        let deduction =
            |fault: Fault| Deduction { fault, count: tally.get(fault.count()), each: fault.each(scoring) };
        let deductions: Vec<Deduction> = Fault::ALL.into_iter().map(deduction).collect();
        let off: f64 = deductions.iter().map(Deduction::points).sum();
        let points =
            |value: fn(&ScoreTerm) -> f64| (known > 0.0).then(|| terms.iter().map(value).sum::<f64>() - off);
        Self {
            points: points(|term| term.points),
            points_at_least: points(ScoreTerm::points_at_least),
            small_sample: tally.get(Count::Due) < i64::from(scoring.sample_min),
            terms,
            deductions,
        }
    }

    /// The points by which it is ranked: what it is worth at least, where few were asked.
    pub const fn ranked_by(&self) -> Option<f64> {
        if self.small_sample { self.points_at_least } else { self.points }
    }
}

impl ScoreTerm {
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    fn points_at_least(&self) -> f64 {
        let Ratio { numerator, denominator } = self.ratio;
        let at_least = wilson_lower_bound(numerator as f64, denominator as f64, Z_95);
        100.0 * self.share * at_least.unwrap_or(0.0)
    }
}

/// 双考核: the score of those who blow the whistle. The mean, of 100, of 吹哨准确率 (what had to be handled at home
/// counts against it), 就地先行率 (evidence of what was tried) and 回访成功率 (the evaluation given); a rate that is not
/// known is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct WhistleScore {
    /// The rates.
    pub terms: [(Rate, Ratio); 3],
    /// Their mean, of 100; none if none is known.
    pub points: Option<f64>,
}

impl WhistleScore {
    /// The score of an area.
    #[expect(clippy::cast_precision_loss, reason = "there are three")]
    pub fn of(tally: &Tally) -> Self {
        let rates = [Rate::WhistleAccuracy, Rate::LocalAttempt, Rate::CallbackReach];
        let terms = rates.map(|rate| (rate, rate.ratio(tally)));
        let known: Vec<f64> = terms.iter().filter_map(|(_, ratio)| ratio.value()).collect();
        let points = (!known.is_empty()).then(|| 100.0 * known.iter().sum::<f64>() / known.len() as f64);
        Self { terms, points }
    }
}

/// A place in a ranking.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// What is ranked: the key of a row.
    pub key: String,
    /// Its score.
    pub score: Score,
    /// Its place, from one; equal points share a place, and the next place is as many further on. None without points.
    pub rank: Option<usize>,
}

/// Puts rows into the order of their points, the best first and those without points last. Equal points stand in the
/// order of their keys, so that the same figures always give the same list.
pub fn rank<'a>(rows: impl IntoIterator<Item = (&'a str, &'a Tally)>, scoring: &Scoring) -> Vec<Ranked> {
    let scored = |(key, tally): (&str, &Tally)| Ranked {
        key: key.to_owned(),
        score: Score::of(tally, scoring),
        rank: None,
    };
    let mut ranked: Vec<Ranked> = rows.into_iter().map(scored).collect();
    ranked.sort_by(|one, other| {
        let [one_points, other_points] = [one, other].map(|ranked| ranked.score.ranked_by());
        let better = |points: Option<f64>| points.unwrap_or(f64::NEG_INFINITY);
        better(other_points).total_cmp(&better(one_points)).then_with(|| one.key.cmp(&other.key))
    });
    let mut place = 0;
    for at in 0..ranked.len() {
        let points = ranked[at].score.ranked_by();
        if at == 0 || points != ranked[at - 1].score.ranked_by() {
            place = at + 1;
        }
        ranked[at].rank = points.map(|_| place);
    }
    ranked
}
