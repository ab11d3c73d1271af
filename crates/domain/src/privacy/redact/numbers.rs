//! Telephone numbers, identity numbers and bank cards.

use super::super::masking;
use super::super::text::{is_landline, is_mobile};
use super::{Hit, before, follows, is, word};

/// How people write eleven digits of a mobile number.
const MOBILE_SHAPES: [&[usize]; 8] =
    [&[11], &[3, 4, 4], &[3, 3, 5], &[4, 4, 3], &[4, 3, 4], &[3, 8], &[7, 4], &[1; 11]];
/// A number with its area code.
const LANDLINE_SHAPES: [&[usize]; 11] =
    [&[10], &[11], &[12], &[3, 7], &[3, 8], &[4, 7], &[4, 8], &[3, 4, 4], &[4, 4, 4], &[3, 3, 4], &[4, 3, 4]];
/// A number without its area code.
const LOCAL_SHAPES: [&[usize]; 4] = [&[7], &[8], &[4, 4], &[3, 4]];
const CARD_SHAPES: [&[usize]; 6] = [&[16], &[17], &[18], &[19], &[4, 4, 4, 4], &[4, 4, 4, 4, 3]];

/// What may stand directly before a subscriber's number without area code.
const TELEPHONE_WORDS: [&str; 8] = ["电话", "座机", "固话", "手机", "联系方式", "来电号码", "tel", "TEL"];
/// What makes a long number a quantity. Whole units: 万先生 and 立即 begin like one.
const QUANTITIES: [&str; 10] = ["元", "万元", "亿元", "吨", "平方", "平米", "立方", "公里", "千米", "万吨"];

/// A mainland mobile number, also after +86.
pub(super) fn mobile(text: &[char], at: usize) -> Option<Hit> {
    let begins = starts_number(text, at);
    begins.then_some(())?;
    let (digits, end) =
        country_prefixes(text, at).find_map(|start| read(text, start, &MOBILE_SHAPES, false, is_mobile))?;
    let hexadecimal = is(before(text, at), letter) && is(text.get(end).copied(), letter);
    let quantity = QUANTITIES.iter().any(|unit| word(text, end, unit).is_some());
    (!hexadecimal && !quantity).then(|| Hit { end, shown: masking::phone(&digits) })
}

/// A landline with its area code, also in brackets; without it only where a word says that a number follows.
pub(super) fn landline(text: &[char], at: usize) -> Option<Hit> {
    let in_brackets = text[at] == '(';
    (in_brackets || starts_number(text, at)).then_some(())?;
    (!is(before(text, at), letter) || in_brackets).then_some(())?;
    let found = if in_brackets {
        bracketed_landline(text, at)
    } else {
        country_prefixes(text, at).find_map(|start| read(text, start, &LANDLINE_SHAPES, false, is_landline))
    };
    let (digits, end) = found.or_else(|| {
        let local = |digits: &[char]| ('2'..='8').contains(&digits[0]);
        after_telephone_word(text, at).then(|| read(text, at, &LOCAL_SHAPES, false, local)).flatten()
    })?;
    (!is(text.get(end).copied(), letter)).then(|| Hit { end, shown: masking::phone(&digits) })
}

/// `(0371)66778899`.
fn bracketed_landline(text: &[char], at: usize) -> Option<(String, usize)> {
    let close = (at + 4..=at + 5).find(|&close| text.get(close) == Some(&')'))?;
    let area: String = text[at + 1..close].iter().collect();
    let start = close + 1 + usize::from(is(text.get(close + 1).copied(), |c| matches!(c, ' ' | '-')));
    let whole = |local: &[char]| is_landline(&area.chars().chain(local.iter().copied()).collect::<Vec<_>>());
    let (local, end) = read(text, start, &LOCAL_SHAPES, false, whole)?;
    Some((area + &local, end))
}

/// A resident's identity number: 18 characters with a valid date and check character, or the 15 digits of old.
pub(super) fn identity(text: &[char], at: usize) -> Option<Hit> {
    (starts_number(text, at) && !is(before(text, at), letter)).then_some(())?;
    let (digits, end) = read(text, at, &[&[18], &[6, 8, 4]], true, identity_18)
        .or_else(|| read(text, at, &[&[15]], false, identity_15))?;
    (!is(text.get(end).copied(), letter)).then(|| Hit { end, shown: masking::long_number(&digits) })
}

/// GB 11643: region, birthday, sequence, and a check character by ISO 7064 MOD 11-2.
fn identity_18(digits: &[char]) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: [char; 11] = ['1', '0', 'X', '9', '8', '7', '6', '5', '4', '3', '2'];
    let sum: u32 = digits.iter().zip(WEIGHTS).map(|(&digit, weight)| value(digit) * weight).sum();
    region(digits)
        && (1900..2100).contains(&number(&digits[6..10]))
        && month_and_day(&digits[10..14])
        && CHECKS[(sum % 11) as usize] == digits[17].to_ascii_uppercase()
}

fn identity_15(digits: &[char]) -> bool {
    region(digits) && month_and_day(&digits[8..12])
}

/// The first two digits are a province.
fn region(digits: &[char]) -> bool {
    matches!(number(&digits[..2]), 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

fn month_and_day(digits: &[char]) -> bool {
    (1..=12).contains(&number(&digits[..2])) && (1..=31).contains(&number(&digits[2..4]))
}

/// 16 to 19 digits that begin like a bank card and pass the Luhn check. Numbers of documents begin with a year,
/// 19… or 20…, which no card does.
pub(super) fn bank_card(text: &[char], at: usize) -> Option<Hit> {
    (starts_number(text, at) && !is(before(text, at), letter)).then_some(())?;
    let (digits, end) =
        read(text, at, &CARD_SHAPES, false, |digits| ('3'..='9').contains(&digits[0]) && luhn(digits))?;
    (!is(text.get(end).copied(), letter)).then(|| Hit { end, shown: masking::long_number(&digits) })
}

fn luhn(digits: &[char]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, &digit)| match (at % 2, value(digit)) {
            (1, digit) if digit > 4 => digit * 2 - 9,
            (1, digit) => digit * 2,
            (_, digit) => digit,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// Whether a number may begin here: not inside another, and not behind a decimal point.
fn starts_number(text: &[char], at: usize) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    let decimals = is(before(text, at), |c| c == '.') && at >= 2 && text[at - 2].is_ascii_digit();
    (text[at].is_ascii_digit() || text[at] == '+') && !is(before(text, at), digit) && !decimals
}

/// Where the number itself may begin: here, or behind a country code or the 0 once dialled before it.
fn country_prefixes(text: &[char], at: usize) -> impl Iterator<Item = usize> {
    ["", "+86", "0086", "86", "0"].into_iter().filter_map(move |prefix| {
        let end = super::word(text, at, prefix)?;
        let separated = !prefix.is_empty() && is(text.get(end).copied(), |c| matches!(c, ' ' | '-'));
        Some(end + usize::from(separated))
    })
}

/// Reads digits in one of these groupings, with the same single space or dash between all groups, that end
/// where no further digit follows and that pass `valid`.
fn read(
    text: &[char],
    at: usize,
    shapes: &[&[usize]],
    check_character: bool,
    valid: impl Fn(&[char]) -> bool,
) -> Option<(String, usize)> {
    shapes.iter().find_map(|shape| {
        let (digits, end) = read_shape(text, at, shape, check_character)?;
        let next = text.get(end).copied();
        let decimals = next == Some('.') && is(text.get(end + 1).copied(), |c| c.is_ascii_digit());
        (!is(next, |c| c.is_ascii_digit()) && !decimals && valid(&digits))
            .then(|| (digits.into_iter().collect(), end))
    })
}

fn read_shape(
    text: &[char],
    at: usize,
    shape: &[usize],
    check_character: bool,
) -> Option<(Vec<char>, usize)> {
    let length: usize = shape.iter().sum();
    let mut digits = Vec::with_capacity(length);
    let mut separator = None;
    let mut end = at;
    for (nth, &group) in shape.iter().enumerate() {
        if nth > 0 {
            let between = text.get(end).copied().filter(|c| matches!(c, ' ' | '-'))?;
            (*separator.get_or_insert(between) == between).then_some(())?;
            end += 1;
        }
        for _ in 0..group {
            let c = *text.get(end)?;
            let check = check_character && digits.len() + 1 == length && matches!(c, 'x' | 'X');
            (c.is_ascii_digit() || check).then_some(())?;
            digits.push(c);
            end += 1;
        }
    }
    Some((digits, end))
}

/// Whether a word before `at` says that a telephone number follows.
fn after_telephone_word(text: &[char], at: usize) -> bool {
    let mut start = at;
    while is(before(text, start), |c| " ::是为号码".contains(c)) {
        start -= 1;
    }
    TELEPHONE_WORDS.iter().any(|word| follows(text, start, word))
}

fn letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn value(digit: char) -> u32 {
    digit.to_digit(10).unwrap_or(0)
}

fn number(digits: &[char]) -> u32 {
    digits.iter().fold(0, |sum, &digit| sum * 10 + value(digit))
}
