//! The figures of a row, as JSON.

use serde::Serialize;
use utoipa::ToSchema;
use whistle_app::ReportRow;
use whistle_domain::case::Level;
use whistle_domain::report::{Count, Rate, Stage, Tally};

/// Counts and rates of a set of cases or dispatches. A rate with nothing to divide by is null.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Figures {
    /// 派单: dispatches issued.
    issued: i64,
    /// 应结案.
    due: i64,
    /// 已办结.
    closed: i64,
    /// 按期办结.
    closed_on_time: i64,
    /// 无期限办结: closed without ever having had a deadline; in neither of the two, nor in any rate of being on time.
    closed_undated: i64,
    /// 超期未结.
    open_overdue: i64,
    /// 在办未到期.
    open_in_time: i64,
    /// 挂账: parked now.
    suspended: i64,
    /// 剔除: left out of everything else.
    excluded: i64,
    /// 退单申请.
    returns_asked: i64,
    /// 退单 approved.
    returns_approved: i64,
    /// 返工.
    reworks: i64,
    /// 应回访.
    callback_due: i64,
    /// 回访成功.
    callback_answered: i64,
    /// Cases raised, whatever became of them; nothing where dispatches are counted.
    raised: i64,
    /// Declined, not accepted, diverted, merged, withdrawn.
    turned_away: i64,
    /// 吹哨: cases for which departments were called.
    whistles: i64,
    /// 就地化解: handled without departments.
    local: i64,
    /// 红牌.
    red_cards: i64,
    /// 虚假办结.
    false_closures: i64,
    /// 拒不报到.
    refused_reports: i64,
    /// On time ÷ closed.
    on_time_rate_naive: Option<f64>,
    /// On time ÷ (closed + open overdue).
    on_time_rate: Option<f64>,
    /// On time ÷ due.
    on_time_of_due_rate: Option<f64>,
    /// 办结率: closed ÷ due.
    completion_rate: Option<f64>,
    /// 签收及时率: signed in time by a person ÷ issued.
    sign_rate: Option<f64>,
    /// 响应率: reported, or the resident contacted, in time ÷ due.
    response_rate: Option<f64>,
    /// 解决率: solved ÷ answered.
    resolution_rate: Option<f64>,
    /// 满意率: 3 to 5 of 5 ÷ answered.
    satisfaction_rate: Option<f64>,
    /// 回访成功率: answered ÷ due for callback.
    callback_reach_rate: Option<f64>,
    /// 退单率: return requests ÷ issued.
    return_rate: Option<f64>,
    /// 退单准确率: approved returns ÷ requests.
    return_accuracy: Option<f64>,
    /// 派单准确率: 1 − approved returns ÷ issued.
    dispatch_accuracy: Option<f64>,
    /// 返工率: reworks ÷ feedbacks.
    rework_rate: Option<f64>,
    /// 重复诉求率: raised again ÷ raised.
    repeat_rate: Option<f64>,
    /// 复发率: back at the look-back ÷ looked back.
    relapse_rate: Option<f64>,
    /// 主动发现率: found before anybody complained ÷ raised.
    proactive_rate: Option<f64>,
    /// 吹哨准确率: 1 − turned away although endorsed ÷ whistles.
    whistle_accuracy: Option<f64>,
    /// 就地先行率: whistles that say what was tried at home ÷ whistles.
    local_attempt_rate: Option<f64>,
    /// 逐级化解率: shares of the closed, by the level at which they were resolved.
    resolved_at: ResolvedAt,
    /// The three ways to look better without doing anything, printed beside every ranking.
    escape: EscapeRates,
    /// Answers of 1 to 5, the worst first.
    satisfaction: [i64; 5],
    /// 签收用时, seconds.
    signing_seconds: Percentiles,
    /// 响应用时, seconds.
    response_seconds: Percentiles,
    /// 办结用时, seconds; time for which a case was parked is in it.
    closing_seconds: Percentiles,
}

/// 逐级化解率.
#[derive(Debug, Serialize, ToSchema)]
struct ResolvedAt {
    /// 楼栋.
    building: Option<f64>,
    /// 小区.
    compound: Option<f64>,
    /// 社区.
    community: Option<f64>,
    /// 街道.
    street: Option<f64>,
    /// 区县.
    district: Option<f64>,
}

/// 挂账率, 剔除率, 强制结案率.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EscapeRates {
    /// Parked ÷ due.
    parked: Option<f64>,
    /// Excluded ÷ (due + excluded).
    excluded: Option<f64>,
    /// Closed by force ÷ closed.
    forced: Option<f64>,
}

/// What half, nine tenths and nearly all did not exceed; interpolated in a histogram, and off by less than a fifth.
#[derive(Debug, Serialize, ToSchema)]
struct Percentiles {
    p50: Option<f64>,
    p90: Option<f64>,
    p99: Option<f64>,
}

impl From<&Tally> for Figures {
    fn from(tally: &Tally) -> Self {
        let rate = |rate: Rate| rate.of(tally);
        let five = [
            Count::Satisfaction1,
            Count::Satisfaction2,
            Count::Satisfaction3,
            Count::Satisfaction4,
            Count::Satisfaction5,
        ];
        Self {
            issued: tally.get(Count::Issued),
            due: tally.get(Count::Due),
            closed: tally.get(Count::Closed),
            closed_on_time: tally.get(Count::ClosedOnTime),
            open_overdue: tally.get(Count::OpenOverdue),
            open_in_time: tally.get(Count::OpenInTime),
            suspended: tally.get(Count::Suspended),
            excluded: tally.get(Count::Excluded),
            returns_asked: tally.get(Count::ReturnsAsked),
            returns_approved: tally.get(Count::ReturnsApproved),
            reworks: tally.get(Count::Reworks),
            callback_due: tally.get(Count::CallbackDue),
            callback_answered: tally.get(Count::CallbackAnswered),
            raised: tally.get(Count::Raised),
            turned_away: tally.get(Count::TurnedAway),
            whistles: tally.get(Count::Whistles),
            local: tally.get(Count::Local),
            red_cards: tally.get(Count::RedCards),
            closed_undated: tally.get(Count::ClosedUndated),
            false_closures: tally.get(Count::FalseClosures),
            refused_reports: tally.get(Count::RefusedReports),
            on_time_rate_naive: rate(Rate::OnTimeNaive),
            on_time_rate: rate(Rate::OnTime),
            on_time_of_due_rate: rate(Rate::OnTimeOfDue),
            completion_rate: rate(Rate::Completion),
            sign_rate: rate(Rate::Sign),
            response_rate: rate(Rate::Response),
            resolution_rate: rate(Rate::Resolution),
            satisfaction_rate: rate(Rate::Satisfaction),
            callback_reach_rate: rate(Rate::CallbackReach),
            return_rate: rate(Rate::Return),
            return_accuracy: rate(Rate::ReturnAccuracy),
            dispatch_accuracy: rate(Rate::DispatchAccuracy),
            rework_rate: rate(Rate::Rework),
            repeat_rate: rate(Rate::Repeat),
            relapse_rate: rate(Rate::Relapse),
            proactive_rate: rate(Rate::Proactive),
            whistle_accuracy: rate(Rate::WhistleAccuracy),
            local_attempt_rate: rate(Rate::LocalAttempt),
            resolved_at: ResolvedAt {
                building: rate(Rate::ResolvedAt(Level::Building)),
                compound: rate(Rate::ResolvedAt(Level::Compound)),
                community: rate(Rate::ResolvedAt(Level::Community)),
                street: rate(Rate::ResolvedAt(Level::Street)),
                district: rate(Rate::ResolvedAt(Level::District)),
            },
            escape: EscapeRates::from(tally),
            satisfaction: five.map(|count| tally.get(count)),
            signing_seconds: Percentiles::of(tally, Stage::Signing),
            response_seconds: Percentiles::of(tally, Stage::Response),
            closing_seconds: Percentiles::of(tally, Stage::Closing),
        }
    }
}

impl From<&Tally> for EscapeRates {
    fn from(tally: &Tally) -> Self {
        Self {
            parked: Rate::Parked.of(tally),
            excluded: Rate::Excluded.of(tally),
            forced: Rate::Forced.of(tally),
        }
    }
}

impl Percentiles {
    fn of(tally: &Tally, stage: Stage) -> Self {
        let [p50, p90, p99] = [0.5, 0.9, 0.99].map(|share| tally.durations.percentile(stage, share));
        Self { p50, p90, p99 }
    }
}

/// A row: what it stands for, and its figures.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Row {
    /// A unit, a category or a level; empty for the total.
    key: String,
    /// Its name.
    name: Option<String>,
    #[serde(flatten)]
    figures: Figures,
    /// 综合得分, up to 100; null where none of its three rates is known.
    score: Option<f64>,
    /// Its place by score; equal scores share one. With a small sample the score's lower bound decides.
    rank: Option<usize>,
    /// 样本不足: fewer were due than the policy asks for.
    small_sample: bool,
    /// 吹哨率, and whether it is too low or too high; null where there was no local problem.
    whistle_rate: Option<WhistleRateView>,
    /// 双考核: the score of those who blow the whistle, up to 100.
    whistle_score: Option<f64>,
    /// The same row of the period that it is compared with.
    previous: Option<Box<Figures>>,
    /// What has changed since, where there is such a period.
    change: Option<Change>,
}

impl Row {
    /// The row of everything. Deductions are points of one unit, so that it has no score.
    pub(crate) fn total(of: ReportRow) -> Self {
        Self { score: None, ..Self::from(of) }
    }
}

/// 吹哨率.
#[derive(Debug, Serialize, ToSchema)]
struct WhistleRateView {
    /// Whistles ÷ all local problems.
    rate: f64,
    /// `too_low`, `in_band` or `too_high`, by the bounds of the policy.
    band: &'static str,
}

/// Differences to the period before: counts relative to it (0.1 is a tenth more), rates in points (0.1 is ten percentage
/// points more). Null where either is not known.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Change {
    pub(super) due: Option<f64>,
    pub(super) closed: Option<f64>,
    pub(super) open_overdue: Option<f64>,
    pub(super) on_time_rate: Option<f64>,
    pub(super) response_rate: Option<f64>,
    pub(super) resolution_rate: Option<f64>,
    pub(super) satisfaction_rate: Option<f64>,
}

impl Change {
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    pub(super) fn between(before: &Tally, now: &Tally) -> Self {
        let count = |count: Count| {
            let (before, now) = (before.get(count), now.get(count));
            (before > 0).then(|| (now - before) as f64 / before as f64)
        };
        let rate = |rate: Rate| Some(rate.of(now)? - rate.of(before)?);
        Self {
            due: count(Count::Due),
            closed: count(Count::Closed),
            open_overdue: count(Count::OpenOverdue),
            on_time_rate: rate(Rate::OnTime),
            response_rate: rate(Rate::Response),
            resolution_rate: rate(Rate::Resolution),
            satisfaction_rate: rate(Rate::Satisfaction),
        }
    }
}

impl From<ReportRow> for Row {
    fn from(row: ReportRow) -> Self {
        let previous = row.previous.as_ref();
        Self {
            figures: Figures::from(&row.tally),
            score: row.score.points,
            rank: row.rank,
            small_sample: row.score.small_sample,
            whistle_rate: row
                .whistle_rate
                .map(|found| WhistleRateView { rate: found.rate, band: found.band.code() }),
            whistle_score: row.whistle_score.points,
            change: previous.map(|previous| Change::between(previous, &row.tally)),
            previous: previous.map(|previous| Box::new(Figures::from(previous))),
            key: row.key,
            name: row.name,
        }
    }
}
