//! Rates: one count of a tally over another.

use super::{Count, Tally};
use crate::case::Level;
use crate::policy::Scoring;

/// A rate. Formulas are those of `docs/reports.md`, which names their sources.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rate {
    /// 按期办结率, as it is usually printed: closed on time ÷ closed. Whoever leaves a late case open looks better by it,
    /// which is why [`Self::OnTime`] stands beside it.
    OnTimeNaive,
    /// 按期办结率 = closed on time ÷ (closed + open overdue). Never above the naive one.
    OnTime,
    /// 按期结案率 = closed on time ÷ due (天门 2016: 737/972 = 75.82 %).
    OnTimeOfDue,
    /// 办结率 (结案率) = closed ÷ due (天门 2016: 911/972 = 93.72 %).
    Completion,
    /// 签收及时率 = signed in time by a person ÷ issued; of a case, its lead's signature.
    Sign,
    /// 响应率 (报到率) = reported for duty, or contacted the resident, within the limit ÷ (due − excluded).
    Response,
    /// 解决率 = answered 解决 ÷ answered.
    Resolution,
    /// 满意率 = (满意 + 基本满意) ÷ answered: 3, 4 and 5 of 5.
    Satisfaction,
    /// 回访成功率 = answered ÷ due for callback.
    CallbackReach,
    /// 退单率 = return requests ÷ issued.
    Return,
    /// 退单准确率 = approved returns ÷ requests.
    ReturnAccuracy,
    /// 派单准确率 = 1 − approved returns ÷ issued.
    DispatchAccuracy,
    /// 返工率 = reworks ÷ feedbacks.
    Rework,
    /// 重复诉求率 = raised again after a closing, within the time of the policy (90 days) ÷ raised here.
    Repeat,
    /// 复发率 = back at the look-back ÷ looked back.
    Relapse,
    /// 主动发现率 = found by grid workers, visits, patrols and sensors ÷ raised.
    Proactive,
    /// 吹哨率 = whistles ÷ all local problems: those for which departments were called, and those handled locally.
    Whistle,
    /// 逐级化解率 of a level = closed at it ÷ closed, with or without a deadline.
    ResolvedAt(Level),
    /// 挂账率 = parked ÷ due. An escape rate.
    Parked,
    /// 剔除率 = excluded ÷ (due + excluded). An escape rate.
    Excluded,
    /// 强制结案率 = closed by force ÷ closed, with or without a deadline. An escape rate.
    Forced,
    /// 吹哨准确率 = 1 − (turned away although endorsed) ÷ whistles.
    WhistleAccuracy,
    /// 就地先行率 = whistles that say what the neighbourhood tried itself ÷ whistles, emergencies excepted.
    LocalAttempt,
}

/// A rate before it is divided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    /// What is counted.
    pub numerator: i64,
    /// Of how many.
    pub denominator: i64,
}

impl Ratio {
    /// The quotient; none if there is nothing to divide by.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub fn value(self) -> Option<f64> {
        (self.denominator > 0).then(|| self.numerator as f64 / self.denominator as f64)
    }

    const fn complement(self) -> Self {
        Self { numerator: self.denominator - self.numerator, denominator: self.denominator }
    }
}

impl Rate {
    /// Every rate.
    pub const ALL: [Self; 27] = [
        Self::OnTimeNaive,
        Self::OnTime,
        Self::OnTimeOfDue,
        Self::Completion,
        Self::Sign,
        Self::Response,
        Self::Resolution,
        Self::Satisfaction,
        Self::CallbackReach,
        Self::Return,
        Self::ReturnAccuracy,
        Self::DispatchAccuracy,
        Self::Rework,
        Self::Repeat,
        Self::Relapse,
        Self::Proactive,
        Self::Whistle,
        Self::ResolvedAt(Level::Building),
        Self::ResolvedAt(Level::Compound),
        Self::ResolvedAt(Level::Community),
        Self::ResolvedAt(Level::Street),
        Self::ResolvedAt(Level::District),
        Self::Parked,
        Self::Excluded,
        Self::Forced,
        Self::WhistleAccuracy,
        Self::LocalAttempt,
    ];

    /// Numerator and denominator, as the counts that add up to them, and whether it is what is missing to one.
    pub const fn terms(self) -> (&'static [Count], &'static [Count], bool) {
        use Count as C;
        let (numerator, denominator): (&[Count], &[Count]) = match self {
            Self::OnTimeNaive => (&[C::ClosedOnTime], &[C::Closed]),
            Self::OnTime => (&[C::ClosedOnTime], &[C::Closed, C::OpenOverdue]),
            Self::OnTimeOfDue => (&[C::ClosedOnTime], &[C::Due]),
            Self::Completion => (&[C::Closed], &[C::Due]),
            Self::Sign => (&[C::SignedInTime], &[C::SignDue]),
            Self::Response => (&[C::RespondedInTime], &[C::ResponseDue]),
            Self::Resolution => (&[C::Solved], &[C::CallbackAnswered]),
            Self::Satisfaction => {
                (&[C::Satisfaction3, C::Satisfaction4, C::Satisfaction5], &[C::CallbackAnswered])
            }
            Self::CallbackReach => (&[C::CallbackAnswered], &[C::CallbackDue]),
            Self::Return => (&[C::ReturnsAsked], &[C::Issued]),
            Self::ReturnAccuracy => (&[C::ReturnsApproved], &[C::ReturnsAsked]),
            Self::DispatchAccuracy => (&[C::ReturnsApproved], &[C::Issued]),
            Self::Rework => (&[C::Reworks], &[C::Feedbacks]),
            Self::Repeat => (&[C::Repeats], &[C::RaisedHere]),
            Self::Relapse => (&[C::Relapsed], &[C::LookedBack]),
            Self::Proactive => (&[C::Proactive], &[C::Raised]),
            Self::Whistle => (&[C::Whistles], &[C::Whistles, C::Local]),
            Self::ResolvedAt(level) => (resolved_at(level), &[C::Closed, C::ClosedUndated]),
            Self::Parked => (&[C::Suspended], &[C::Due]),
            Self::Excluded => (&[C::Excluded], &[C::Due, C::Excluded]),
            Self::Forced => (&[C::Forced], &[C::Closed, C::ClosedUndated]),
            Self::WhistleAccuracy => (&[C::WhistlesRejected], &[C::Whistles]),
            Self::LocalAttempt => (&[C::AttemptGiven], &[C::AttemptDue]),
        };
        (numerator, denominator, matches!(self, Self::DispatchAccuracy | Self::WhistleAccuracy))
    }

    /// The rate of a tally, before it is divided.
    pub fn ratio(self, tally: &Tally) -> Ratio {
        let (numerator, denominator, complement) = self.terms();
        let sum = |counts: &[Count]| counts.iter().map(|count| tally.get(*count)).sum();
        let ratio = Ratio { numerator: sum(numerator), denominator: sum(denominator) };
        if complement { ratio.complement() } else { ratio }
    }

    /// The rate of a tally; none if there is nothing to divide by.
    pub fn of(self, tally: &Tally) -> Option<f64> {
        self.ratio(tally).value()
    }

    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::OnTimeNaive => "on_time_rate_naive",
            Self::OnTime => "on_time_rate",
            Self::OnTimeOfDue => "on_time_of_due_rate",
            Self::Completion => "completion_rate",
            Self::Sign => "sign_rate",
            Self::Response => "response_rate",
            Self::Resolution => "resolution_rate",
            Self::Satisfaction => "satisfaction_rate",
            Self::CallbackReach => "callback_reach_rate",
            Self::Return => "return_rate",
            Self::ReturnAccuracy => "return_accuracy",
            Self::DispatchAccuracy => "dispatch_accuracy",
            Self::Rework => "rework_rate",
            Self::Repeat => "repeat_rate",
            Self::Relapse => "relapse_rate",
            Self::Proactive => "proactive_rate",
            Self::Whistle => "whistle_rate",
            Self::ResolvedAt(Level::Building) => "resolved_at_building_rate",
            Self::ResolvedAt(Level::Compound) => "resolved_at_compound_rate",
            Self::ResolvedAt(Level::Community) => "resolved_at_community_rate",
            Self::ResolvedAt(Level::Street) => "resolved_at_street_rate",
            Self::ResolvedAt(Level::District) => "resolved_at_district_rate",
            Self::Parked => "parked_rate",
            Self::Excluded => "excluded_rate",
            Self::Forced => "forced_rate",
            Self::WhistleAccuracy => "whistle_accuracy",
            Self::LocalAttempt => "local_attempt_rate",
        }
    }

    /// The formula, as people read it.
    pub const fn formula(self) -> &'static str {
        match self {
            Self::OnTimeNaive => "按期办结率（仅已办结）=按期办结÷已办结",
            Self::OnTime => "按期办结率=按期办结÷（已办结+超期未结）",
            Self::OnTimeOfDue => "按期结案率=按期结案÷应结案",
            Self::Completion => "办结率=已办结÷应结案",
            Self::Sign => "签收及时率=人工按时签收÷派单",
            Self::Response => "响应率=限时内报到或联系÷（应办−剔除）",
            Self::Resolution => "解决率=回访答复已解决÷回访成功",
            Self::Satisfaction => "满意率=（满意+基本满意）÷回访成功，即5分制3分及以上",
            Self::CallbackReach => "回访成功率=回访成功÷应回访",
            Self::Return => "退单率=退单申请÷派单",
            Self::ReturnAccuracy => "退单准确率=批准退单÷退单申请",
            Self::DispatchAccuracy => "派单准确率=1−批准退单÷派单",
            Self::Rework => "返工率=返工次数÷反馈次数",
            Self::Repeat => "重复诉求率=办结后政策期限内（默认90天）同地点同类再次诉求÷本系统受理诉求",
            Self::Relapse => "复发率=回头看发现复发÷已回头看",
            Self::Proactive => "主动发现率=（网格+走访+巡查+感知）÷诉求总数",
            Self::Whistle => "吹哨率=吹哨÷（吹哨+就地化解）",
            Self::ResolvedAt(Level::Building) => "楼栋化解率=楼栋层级办结÷（已办结+无期限办结）",
            Self::ResolvedAt(Level::Compound) => "小区化解率=小区层级办结÷（已办结+无期限办结）",
            Self::ResolvedAt(Level::Community) => "社区化解率=社区层级办结÷（已办结+无期限办结）",
            Self::ResolvedAt(Level::Street) => "街道化解率=街道层级办结÷（已办结+无期限办结）",
            Self::ResolvedAt(Level::District) => "区县化解率=区县层级办结÷（已办结+无期限办结）",
            Self::Parked => "挂账率=挂账÷应办",
            Self::Excluded => "剔除率=剔除÷（应办+剔除）",
            Self::Forced => "强制结案率=强制结案÷（已办结+无期限办结）",
            Self::WhistleAccuracy => "吹哨准确率=1−（审核后不予受理）÷吹哨",
            Self::LocalAttempt => "就地先行率=写明先行处置的吹哨÷非应急吹哨",
        }
    }

    /// The rate with this name on the wire.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rate| rate.code() == code)
    }
}

const fn resolved_at(level: Level) -> &'static [Count] {
    match level {
        Level::Building => &[Count::ResolvedBuilding],
        Level::Compound => &[Count::ResolvedCompound],
        Level::Community => &[Count::ResolvedCommunity],
        Level::Street => &[Count::ResolvedStreet],
        Level::District => &[Count::ResolvedDistrict],
    }
}

/// 吹哨率, and where it lies. Too few whistles may mean that problems are kept out of sight, too many that nothing is
/// tried at home: both are amber.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WhistleRate {
    /// Whistles ÷ all local problems.
    pub rate: f64,
    /// Below, within or above the band of the policy.
    pub band: Band,
}

/// Where a rate lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    /// Below.
    TooLow,
    /// Within, its ends included.
    InBand,
    /// Above.
    TooHigh,
}

impl Band {
    /// The name on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLow => "too_low",
            Self::InBand => "in_band",
            Self::TooHigh => "too_high",
        }
    }
}

impl WhistleRate {
    /// The rate of a tally; none where there was no local problem at all.
    pub fn of(tally: &Tally, scoring: &Scoring) -> Option<Self> {
        let rate = Rate::Whistle.of(tally)?;
        let percent = rate * 100.0;
        let band = if percent < f64::from(scoring.whistle_rate_min) {
            Band::TooLow
        } else if percent > f64::from(scoring.whistle_rate_max) {
            Band::TooHigh
        } else {
            Band::InBand
        };
        Some(Self { rate, band })
    }
}
