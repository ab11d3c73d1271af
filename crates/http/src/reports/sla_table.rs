//! A report as a table for people: what each column is called, what a row has in it, and how it is defined.

use std::borrow::Cow;

use whistle_app::{Comparison, Report, ReportRow};
use whistle_domain::report::{Band, Count, Rate, Stage};

use super::figures::Change;
use crate::exports::sheet::{Cell, Column, Table};

/// Counts, as they are called and defined.
const COUNTS: [(Count, &str, &str); 27] = [
    (Count::Issued, "派单", "派出且须办理的派单"),
    (Count::Due, "应结案", "时限在统计期内的应办件，即已办结、超期未结、在办未到期与挂账之和"),
    (Count::Closed, "已办结", "应结案中已办结的；承办单位以反馈为办结"),
    (Count::ClosedOnTime, "按期办结", "已办结且不晚于时限的"),
    (Count::ClosedUndated, "无期限办结", "从未有过时限而办结的，不计入应结案和任何按期率"),
    (Count::OpenOverdue, "超期未结", "未办结、未挂账且时限已过的"),
    (Count::OpenInTime, "在办未到期", "未办结、未挂账且时限未到的"),
    (Count::Suspended, "挂账", "未办结且已挂账的"),
    (Count::Excluded, "剔除", "经批准剔除的，不计入其他各项"),
    (Count::Forced, "强制结案", "经批准强制结案的"),
    (Count::ReturnsAsked, "退单申请", "申请退单的次数"),
    (Count::ReturnsApproved, "批准退单", "退单申请中获批准的次数"),
    (Count::Reworks, "返工", "退回返工的次数"),
    (Count::CallbackDue, "应回访", "办结后应回访的，含强制结案"),
    (Count::CallbackAnswered, "回访成功", "居民在回访或自行评价中作答的"),
    (Count::Satisfaction1, "非常不满意", "评价为1分的"),
    (Count::Satisfaction2, "不满意", "评价为2分的"),
    (Count::Satisfaction3, "基本满意", "评价为3分的"),
    (Count::Satisfaction4, "满意", "评价为4分的"),
    (Count::Satisfaction5, "非常满意", "评价为5分的"),
    (Count::Raised, "诉求总数", "吹哨的案件，不论结果；按派单计时为零"),
    (Count::TurnedAway, "未受理", "不予支持、不予受理、转引、并案或撤回的案件"),
    (Count::Whistles, "吹哨", "召集了部门的案件"),
    (Count::Local, "就地化解", "未召集部门而就地办结的案件"),
    (Count::RedCards, "红牌", "申诉成立的不计"),
    (
        Count::FalseClosures,
        "虚假办结",
        "办结后重开、回头看复发，或核查通过而居民认为未解决的；申诉成立的不计",
    ),
    (Count::RefusedReports, "拒不报到", "系统代为签收、期内无人响应，且已办结或已超期的"),
];

/// How long things took, as it is called, and from when to when.
const STAGES: [(Stage, &str, &str); 3] = [
    (Stage::Signing, "签收用时", "派出至人工签收"),
    (Stage::Response, "响应用时", "派出至报到或联系居民"),
    (Stage::Closing, "办结用时", "派出（案件为吹哨）至办结，含挂账时间"),
];
/// The shares that did not take longer.
const PERCENTILES: [(f64, &str); 3] = [(0.5, "P50"), (0.9, "P90"), (0.99, "P99")];

/// What a row has in a column.
type CellOf = Box<dyn Fn(&ReportRow) -> Cell>;

/// The columns, in their order.
#[derive(Default)]
struct Columns {
    heads: Vec<Column>,
    cells: Vec<CellOf>,
}

/// The whole report: its rows in the order of their keys, and everything together at the end.
pub(super) fn table(report: Report, comparison: Option<Comparison>) -> Table {
    let mut columns = Columns::default();
    columns.standing();
    columns.counts();
    columns.rates();
    columns.durations();
    if let Some(comparison) = comparison {
        columns.changes(comparison);
    }
    let total = ReportRow { name: Some("合计".to_owned()), ..report.total };
    let rows = report.rows.iter().chain([&total]);
    let rows = rows.map(|row| columns.cells.iter().map(|cell| cell(row)).collect()).collect();
    Table { columns: columns.heads, rows }
}

/// 指标解释: what every column means, a line each.
pub(super) fn definitions(report: &Report) -> Vec<String> {
    let scoring = &report.policy.rules().scoring;
    let mut lines = vec![
        "指标解释：".to_owned(),
        "合计：全部可见事项，每件只计一次，不是各行之和；合计不评分、不排位。".to_owned(),
        format!(
            "综合得分：100×（响应率×{}%+解决率×{}%+满意率×{}%）−扣分；没有分母的率不参与，其权重按比例归于其余。",
            scoring.response_weight, scoring.resolution_weight, scoring.satisfaction_weight
        ),
        format!(
            "扣分：每张红牌{}分，每件虚假办结{}分，每次拒不报到{}分。",
            points(scoring.red_card),
            points(scoring.false_closure),
            points(scoring.refused_report)
        ),
        format!("样本不足：应结案少于{}件，按得分的威尔逊区间下限（95%）排位。", scoring.sample_min),
        "双考核得分：100×吹哨准确率、就地先行率、回访成功率三者的平均。".to_owned(),
        format!(
            "吹哨率区间：吹哨率低于{}%为偏低，高于{}%为偏高。",
            scoring.whistle_rate_min, scoring.whistle_rate_max
        ),
    ];
    lines.extend(COUNTS.iter().map(|(_, name, meaning)| format!("{name}:{meaning}。")));
    lines.extend(Rate::ALL.map(|rate| format!("{}。", rate.formula())));
    lines.extend(STAGES.iter().map(|(_, name, span)| {
        format!(
            "{name}：{span}；P50、P90、P99为五成、九成、九成九不超过的小时数，由分组估计，误差小于五分之一。"
        )
    }));
    lines.push("率的单元格为空，即没有分母。".to_owned());
    lines
}

impl Columns {
    fn add(
        &mut self,
        header: impl Into<Cow<'static, str>>,
        width: f64,
        cell: impl Fn(&ReportRow) -> Cell + 'static,
    ) {
        self.heads.push(Column { header: header.into(), width });
        self.cells.push(Box::new(cell));
    }

    /// What the row is, and how it stands.
    fn standing(&mut self) {
        self.add("代码", 14.0, |row| row.key.as_str().into());
        self.add("名称", 26.0, |row| row.name.as_deref().into());
        // What has no place has no score either: deductions are points of one unit.
        self.add("综合得分", 9.0, |row| row.rank.and(row.score.points).map_or(Cell::Empty, Cell::Number));
        self.add("位次", 6.0, |row| row.rank.and_then(|rank| i64::try_from(rank).ok()).into());
        self.add("样本不足", 9.0, |row| row.score.small_sample.into());
        self.add("双考核得分", 11.0, |row| row.whistle_score.points.map_or(Cell::Empty, Cell::Number));
        self.add("吹哨率区间", 11.0, |row| row.whistle_rate.map(|found| band(found.band)).into());
    }

    fn counts(&mut self) {
        for (count, name, _) in COUNTS {
            self.add(name, 11.0, move |row| row.tally.get(count).into());
        }
    }

    /// Each with what it divides by what.
    fn rates(&mut self) {
        for rate in Rate::ALL {
            let name = name_of(rate);
            let ratio = move |row: &ReportRow| rate.ratio(&row.tally);
            self.add(name, 13.0, move |row| ratio(row).value().map_or(Cell::Empty, Cell::Percent));
            self.add(format!("{name}分子"), 15.0, move |row| ratio(row).numerator.into());
            self.add(format!("{name}分母"), 15.0, move |row| ratio(row).denominator.into());
        }
    }

    fn durations(&mut self) {
        const SECONDS_AN_HOUR: f64 = 3_600.0;
        for (stage, name, _) in STAGES {
            for (share, part) in PERCENTILES {
                self.add(format!("{name}{part}（小时）"), 18.0, move |row| {
                    let seconds = row.tally.durations.percentile(stage, share);
                    seconds.map_or(Cell::Empty, |seconds| Cell::Number(seconds / SECONDS_AN_HOUR))
                });
            }
        }
    }

    /// Counts relative to the period before, rates in percentage points.
    fn changes(&mut self, comparison: Comparison) {
        type Part = fn(&Change) -> Option<f64>;
        const COUNTS: [(&str, Part); 3] = [
            ("应结案", |change| change.due),
            ("已办结", |change| change.closed),
            ("超期未结", |change| change.open_overdue),
        ];
        const RATES: [(&str, Part); 4] = [
            ("按期办结率", |change| change.on_time_rate),
            ("响应率", |change| change.response_rate),
            ("解决率", |change| change.resolution_rate),
            ("满意率", |change| change.satisfaction_rate),
        ];
        let kind = match comparison {
            Comparison::Before => "环比",
            Comparison::YearBefore => "同比",
        };
        let changed =
            |row: &ReportRow, part: Part| part(&Change::between(row.previous.as_ref()?, &row.tally));
        for (name, part) in COUNTS {
            self.add(format!("{name}{kind}"), 14.0, move |row| {
                changed(row, part).map_or(Cell::Empty, Cell::Percent)
            });
        }
        for (name, part) in RATES {
            self.add(format!("{name}{kind}（百分点）"), 22.0, move |row| {
                changed(row, part).map_or(Cell::Empty, |points| Cell::Number(points * 100.0))
            });
        }
    }
}

/// What a rate is called: the beginning of its formula.
fn name_of(rate: Rate) -> &'static str {
    let formula = rate.formula();
    formula.split_once('=').map_or(formula, |(name, _)| name)
}

/// Points, of which the policy keeps hundredths.
fn points(hundredths: u16) -> f64 {
    f64::from(hundredths) / 100.0
}

const fn band(band: Band) -> &'static str {
    match band {
        Band::TooLow => "偏低",
        Band::InBand => "正常",
        Band::TooHigh => "偏高",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_columns_are_called_the_same() {
        let mut columns = Columns::default();
        columns.standing();
        columns.counts();
        columns.rates();
        columns.durations();
        columns.changes(Comparison::Before);
        columns.changes(Comparison::YearBefore);
        let names: BTreeSet<&str> = columns.heads.iter().map(|head| head.header.as_ref()).collect();
        assert_eq!(names.len(), columns.heads.len());
        assert!(names.contains("按期办结率") && names.contains("按期办结率（仅已办结）分母"), "{names:?}");
    }
}
