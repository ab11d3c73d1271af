//! 公文体: the pack in words. Title; 一、总体情况; 二、存在问题; 三、下步工作; 统计口径. Every number in it is a figure of the
//! pack.

use super::wording::{count_change, numbered, rate, rate_change};
use super::{OpenMatter, PackFigures, PackKind, Stretch};
use crate::period::{Period, beijing};

/// Departments, categories and hot spots that are named in a sentence.
const NAMED_MAX: usize = 5;

/// The pack in words.
pub fn pack_text(kind: PackKind, period: Period, figures: &PackFigures) -> String {
    let mut lines = vec![title(kind, period), String::new(), "一、总体情况".to_owned()];
    lines.extend(overall(kind, period, figures));
    lines.push("二、存在问题".to_owned());
    let problems = problems(figures);
    if problems.is_empty() {
        lines.push("本期未发现突出问题。".to_owned());
    } else {
        lines.extend(numbered(&problems));
    }
    lines.push("三、下步工作".to_owned());
    lines.extend(numbered(&next_steps(kind, figures)));
    lines.push(String::new());
    if kind == PackKind::Weekly {
        lines.extend(annex("附：超期未结清单", &figures.overdue, figures.overdue_total));
        lines.extend(annex("附：退单争议清单", &figures.disputed, figures.disputed_total));
    }
    lines.push(basis(figures));
    lines.join("\n") + "\n"
}

fn title(kind: PackKind, period: Period) -> String {
    let period = period.in_words();
    match kind {
        PackKind::Weekly => format!("{period}小区吹哨工作联席碰头情况"),
        PackKind::Monthly => format!("关于{period}小区吹哨工作情况的专题汇报"),
        PackKind::Quarterly => format!("关于{period}小区吹哨工作的专题研判"),
    }
}

fn overall(kind: PackKind, period: Period, figures: &PackFigures) -> Vec<String> {
    let (now, few) = (&figures.now, figures.sample_min);
    let mut lines = vec![received(period, figures), comparison(figures)];
    if now.on_time.all > 0 || now.response.all > 0 || now.resolution.all > 0 {
        lines.push(format!(
            "本期到期事项按期办结率{}，响应率{}，解决率{}，满意率{}。",
            rate(now.on_time, few),
            rate(now.response, few),
            rate(now.resolution, few),
            rate(now.satisfaction, few),
        ));
    }
    let year = &figures.this_year;
    lines.push(format!(
        "今年以来共受理{}件、办结{}件、办结率{}。",
        year.received,
        year.closed,
        rate(year.completion, few)
    ));
    if !figures.categories.is_empty() {
        lines.push(format!("诉求主要集中在{}。", categories(figures)));
    }
    if kind == PackKind::Quarterly && !figures.trend.is_empty() {
        lines.push(format!("分月看，{}。", trend(figures)));
    }
    lines
}

fn received(period: Period, figures: &PackFigures) -> String {
    let (now, period) = (&figures.now, period.in_words());
    if now.received == 0 {
        return format!("{period}未受理群众诉求。");
    }
    let completion = rate(now.completion, figures.sample_min);
    format!("{period}共受理群众诉求{}件，已办结{}件，办结率{completion}。", now.received, now.closed)
}

fn comparison(figures: &PackFigures) -> String {
    let (now, previous, year_before) = (&figures.now, Some(&figures.previous), figures.year_before.as_ref());
    let count = |before: Option<&Stretch>| count_change(now.received, before.map(|before| before.received));
    let completion =
        |before: Option<&Stretch>| rate_change(now.completion, before.map(|before| before.completion));
    format!(
        "受理量环比{}，同比{}；办结率环比{}，同比{}。",
        count(previous),
        count(year_before),
        completion(previous),
        completion(year_before)
    )
}

fn categories(figures: &PackFigures) -> String {
    let told = figures.categories.iter().take(NAMED_MAX).map(|category| {
        let change = count_change(category.received, Some(category.previous));
        format!("{}{}件（环比{change}）", category.name, category.received)
    });
    told.collect::<Vec<_>>().join("、")
}

fn trend(figures: &PackFigures) -> String {
    let told = figures.trend.iter().map(|point| {
        let month = point.month.split_once('-').map_or("", |(_, month)| month.trim_start_matches('0'));
        let completion = rate(point.completion, figures.sample_min);
        format!("{month}月受理{}件、办结率{completion}", point.received)
    });
    told.collect::<Vec<_>>().join("，")
}

fn problems(figures: &PackFigures) -> Vec<String> {
    let mut problems = Vec::new();
    if figures.overdue_total > 0 {
        problems.push(format!("超期未结。截至期末超期未结{}件{}。", figures.overdue_total, late(figures)));
    }
    if figures.disputed_total > 0 {
        problems.push(format!("退单争议。待审定退单{}件，事权归属有待明确。", figures.disputed_total));
    }
    let now = &figures.now;
    if now.satisfaction.of < now.satisfaction.all {
        problems.push(format!(
            "群众不满意。回访{}件中{}件评价为不满意。",
            now.satisfaction.all,
            now.satisfaction.all - now.satisfaction.of
        ));
    }
    if now.repeat.of > 0 {
        problems.push(format!(
            "重复诉求。重复诉求{}件，占受理量的{}。",
            now.repeat.of,
            rate(now.repeat, figures.sample_min)
        ));
    }
    if now.parked + now.excluded + now.forced > 0 {
        problems.push(format!(
            "非常规了结。本期到期事项中挂账{}件、剔除{}件、强制结案{}件，须防止以此规避考核。",
            now.parked, now.excluded, now.forced
        ));
    }
    if !figures.hot_spots.is_empty() {
        let told = figures.hot_spots.iter().take(NAMED_MAX);
        let told = told.map(|spot| format!("{}{}{}件", spot.name, spot.category_name, spot.received));
        problems.push(format!("热点集中。{}。", told.collect::<Vec<_>>().join("、")));
    }
    problems
}

/// Who is late, most first.
fn late(figures: &PackFigures) -> String {
    let late = figures.departments.iter().filter(|department| department.overdue > 0).take(NAMED_MAX);
    let told: Vec<_> =
        late.map(|department| format!("{}{}件", department.name, department.overdue)).collect();
    if told.is_empty() { String::new() } else { format!("，其中{}", told.join("、")) }
}

fn next_steps(kind: PackKind, figures: &PackFigures) -> Vec<String> {
    let mut steps = Vec::new();
    if figures.overdue_total > 0 {
        steps.push(format!("对超期未结的{}件逐件明确责任单位和办结时限，限期销号。", figures.overdue_total));
    }
    if figures.disputed_total > 0 {
        steps.push(format!("对待审定的{}件退单组织会商，尽快审定承办单位。", figures.disputed_total));
    }
    let unhappy = figures.now.satisfaction.all - figures.now.satisfaction.of;
    if unhappy > 0 {
        steps.push(format!("对评价为不满意的{unhappy}件逐件研判，落实重办、延期、移交或者解释说明。"));
    }
    if figures.now.parked > 0 {
        steps.push(format!("对挂账的{}件按期复核，条件具备的立即恢复办理。", figures.now.parked));
    }
    if !figures.hot_spots.is_empty() {
        steps.push("对热点集中的小区开展专项治理，推动未诉先办。".to_owned());
    }
    steps.push(
        match kind {
            PackKind::Weekly => "继续做好日常受理、巡查和回访工作。",
            PackKind::Monthly => "继续对照台账抓好落实，解决一个、销号一个。",
            PackKind::Quarterly => "继续跟踪研判诉求走势，为下季度部署提供依据。",
        }
        .to_owned(),
    );
    steps
}

/// What the meeting goes through one by one; nothing where there is nothing.
fn annex(title: &str, matters: &[OpenMatter], total: i64) -> Vec<String> {
    if matters.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![title.to_owned()];
    lines.extend((1..).zip(matters).map(|(number, matter)| {
        let due = matter.due_at.map(|due_at| beijing(due_at).format("，时限%Y年%-m月%-d日").to_string());
        format!("{number}.{} {}{}", matter.number, matter.unit, due.unwrap_or_default())
    }));
    let shown = i64::try_from(matters.len()).unwrap_or(i64::MAX);
    if total > shown {
        lines.push(format!("另有{}件，见台账。", total - shown));
    }
    lines.push(String::new());
    lines
}

fn basis(figures: &PackFigures) -> String {
    let judged_at = beijing(figures.judged_at).format("%Y年%-m月%-d日%-H时");
    format!(
        "统计口径：受理含不予受理、并案和撤回的；受理、办结和重复诉求按吹哨时间归入本期，其余各率按到期时间归入本期；本报告各率按案件计，部门对比按派单计，两者不同；是否办结、是否超期截至{judged_at}；\
         办结率=办结÷应办结；按期办结率=按期办结÷（办结+超期未结）；超期未结按派单计，挂账的不计入，剔除的不计入各项。"
    )
}
