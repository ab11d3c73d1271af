//! Figures in words, as official papers put them.

use super::Share;

/// There is nothing to divide by, or to compare with.
pub(super) const NOTHING_TO_COMPARE: &str = "无可比数据";
/// So few that a rate says little.
pub(super) const TOO_FEW: &str = "（样本不足，仅供参考）";

/// A rate in thousandths, rounded half up; none if there is nothing to divide by.
pub(super) const fn permille(share: Share) -> Option<i64> {
    if share.all > 0 { Some((share.of * 1000 + share.all / 2).div_euclid(share.all)) } else { None }
}

/// Thousandths as percent, with at most one digit after the point: `93.7`, `100`.
fn percent(permille: i64) -> String {
    let (whole, tenth) = (permille / 10, permille % 10);
    if tenth == 0 { whole.to_string() } else { format!("{whole}.{tenth}") }
}

impl Share {
    /// `93.7%`, rounded half up; `无可比数据` where there is nothing to divide by.
    pub fn in_words(self) -> String {
        let permille = permille(self);
        permille.map_or_else(|| NOTHING_TO_COMPARE.to_owned(), |permille| format!("{}%", percent(permille)))
    }
}

/// The same, with a warning where it is a rate of few.
pub(super) fn rate(share: Share, sample_min: i64) -> String {
    let few = if (1..sample_min).contains(&share.all) { TOO_FEW } else { "" };
    share.in_words() + few
}

/// How a count has changed: `上升12.5%`, `下降3%`, `持平`, `无可比数据`.
pub(super) fn count_change(now: i64, before: Option<i64>) -> String {
    match before {
        Some(before) if before == now => "持平".to_owned(),
        Some(before) if before > 0 => {
            let change = Share { of: (now - before).abs(), all: before };
            let word = if now > before { "上升" } else { "下降" };
            match permille(change) {
                // Less than a twentieth of a percent: said, not rounded away.
                Some(0) | None => format!("{word}不足0.1%"),
                Some(change) => format!("{word}{}%", percent(change)),
            }
        }
        _ => NOTHING_TO_COMPARE.to_owned(),
    }
}

/// How a rate has changed: `上升1.2个百分点`, `下降3个百分点`, `持平`, `无可比数据`.
pub(super) fn rate_change(now: Share, before: Option<Share>) -> String {
    match (permille(now), before.and_then(permille)) {
        (Some(now), Some(before)) if now == before => "持平".to_owned(),
        (Some(now), Some(before)) => {
            let word = if now > before { "上升" } else { "下降" };
            format!("{word}{}个百分点", percent((now - before).abs()))
        }
        _ => NOTHING_TO_COMPARE.to_owned(),
    }
}

/// Items of a paragraph, numbered （一）, （二）…; nothing where there is none.
pub(super) fn numbered(items: &[String]) -> Vec<String> {
    const DIGITS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    let number = |(at, item): (usize, &String)| format!("（{}）{item}", DIGITS[at.min(DIGITS.len() - 1)]);
    items.iter().enumerate().map(number).collect()
}
