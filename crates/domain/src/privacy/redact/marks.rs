//! E-mail addresses and number plates.

use super::super::masking;
use super::{Hit, before, is};

/// One letter stands for each province on a number plate.
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// The longest local part of RFC 5321.
const LOCAL_PART_MAX: usize = 64;
/// The longest domain of RFC 1035.
const DOMAIN_MAX: usize = 255;

/// An e-mail address with a dotted domain.
pub(super) fn email(text: &[char], at: usize) -> Option<Hit> {
    (in_local_part(text[at]) && !is(before(text, at), in_local_part)).then_some(())?;
    let local = text[at..].iter().take(LOCAL_PART_MAX + 1).take_while(|&&c| in_local_part(c)).count();
    let domain_at = at + local + 1;
    (text.get(domain_at - 1) == Some(&'@')).then_some(())?;
    let domain = text.get(domain_at..)?.iter().take(DOMAIN_MAX).take_while(|&&c| in_domain(c)).count();
    let mut end = domain_at + domain;
    while end > domain_at && !text[end - 1].is_ascii_alphanumeric() {
        end -= 1;
    }
    let labels: Vec<&[char]> = text[domain_at..end].split(|&c| c == '.').collect();
    let top = labels.last()?;
    let valid = labels.len() > 1
        && labels.iter().all(|label| !label.is_empty())
        && top.len() > 1
        && top[0].is_ascii_alphabetic();
    let whole: String = text[at..end].iter().collect();
    valid.then(|| Hit { end, shown: masking::email(&whole) })
}

fn in_local_part(c: char) -> bool {
    c.is_ascii_alphanumeric() || "._%+-".contains(c)
}

fn in_domain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | '-')
}

/// A number plate: province, letter, and five or six letters and digits (six for electric cars), the last of
/// which may be the character of a special vehicle. At least two are digits, or it would be a word.
pub(super) fn plate(text: &[char], at: usize) -> Option<Hit> {
    PROVINCES.contains(text[at]).then_some(())?;
    let authority = text.get(at + 1).filter(|c| c.is_ascii_alphabetic())?;
    let start = at + 2 + usize::from(is(text.get(at + 2).copied(), |c| "·•・.- ".contains(c)));
    let length = text.get(start..)?.iter().take(7).take_while(|&&c| c.is_ascii_alphanumeric()).count();
    let digits = text[start..start + length].iter().filter(|c| c.is_ascii_digit()).count();
    let special = is(text.get(start + length).copied(), |c| "挂学警港澳领".contains(c));
    let valid = digits >= 2 && ((5..=6).contains(&length) || length == 4 && special);
    let end = start + length + usize::from(special && length == 4);
    let whole: String = [text[at], *authority].iter().chain(&text[start..end]).collect();
    valid.then(|| Hit { end, shown: masking::plate(&whole) })
}
