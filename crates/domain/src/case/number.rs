//! Case numbers: `{county 6}{kind 1}{YYYYMMDD}{daily sequence, 5 or more}{check 1}`, such as
//! `999001S20261121000378`; people read the middle of it, `S20261121-00037`. An imported case keeps the number of its
//! source behind the name of its scheme, `boston-311:101004128563`: a daily sequence of the past cannot be continued, and
//! nobody would know a new number.

use chrono::{Datelike, NaiveDate};

use crate::policy::WhistleKind;

/// Stands between the name of an import scheme and what its source calls something. Nothing of our own has it.
const IMPORT_MARK: char = ':';

/// Longer texts mean no number.
const TYPED_BYTES_MAX: usize = 64;

/// The case number of the `sequence`-th case of `county` on `day`.
pub fn case_number(county: &str, kind: WhistleKind, day: NaiveDate, sequence: u32) -> String {
    let body = format!("{county}{}{}{sequence:05}", kind.letter(), day.format("%Y%m%d"));
    let check = check_character(&body);
    format!("{body}{check}")
}

/// Whether `number` is made like a case number and its check character is right: a mistyped number is told apart
/// from one that does not exist.
pub fn case_number_is_sound(number: &str) -> bool {
    let Some((at, check)) = number.char_indices().next_back() else { return false };
    let body = &number[..at];
    let shape = body.len() >= 20
        && body.len() <= 25
        && body
            .char_indices()
            .all(|(at, c)| if at == 6 { WhistleKind::from_letter(c).is_some() } else { c.is_ascii_digit() });
    shape && check_character(body) == check
}

/// The case numbers of `county` that somebody may mean by what they typed: the whole number, or its short form
/// `S20261121-00037`, also without the letter, the year, the dash or zeros of the sequence. Without a year it is the
/// latest such day up to `today`, without a letter any kind may be meant. At most five; none where it means nothing.
pub fn meant_numbers(typed: &str, county: &str, today: NaiveDate) -> Vec<String> {
    if typed.len() > TYPED_BYTES_MAX {
        return Vec::new();
    }
    let typed: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    let whole = typed.replace('-', "");
    if case_number_is_sound(&whole) {
        return vec![whole];
    }
    let lettered = typed.chars().next().and_then(WhistleKind::from_letter);
    let digits = if lettered.is_some() { &typed[1..] } else { &typed };
    let Some((day, sequence)) = day_and_sequence(digits, today) else { return Vec::new() };
    let kinds = WhistleKind::ALL.into_iter().filter(|kind| lettered.is_none_or(|letter| letter == *kind));
    kinds.map(|kind| case_number(county, kind, day, sequence)).collect()
}

/// `20261121-37`, `2026112100037`, `1121-37` or `112100037`. Without a dash the sequence has its five or six digits.
fn day_and_sequence(digits: &str, today: NaiveDate) -> Option<(NaiveDate, u32)> {
    let (day, sequence) = match (digits.split_once('-'), digits.len()) {
        (Some(parts), _) => parts,
        (None, 9 | 10) => digits.split_at_checked(4)?,
        (None, 13 | 14) => digits.split_at_checked(8)?,
        _ => return None,
    };
    let number = |text: &str| {
        (text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| text.parse::<u32>().ok())?
    };
    let sequence = number(sequence).filter(|sequence| *sequence > 0)?;
    let of_month = |year: i32, digits: u32| NaiveDate::from_ymd_opt(year, digits / 100 % 100, digits % 100);
    let day = match (day.len(), number(day)?) {
        (8, digits) => of_month(i32::try_from(digits / 10_000).ok()?, digits),
        // The twenty-ninth of February may be eight years ago.
        (4, digits) => {
            (0..=8).filter_map(|ago| of_month(today.year() - ago, digits)).find(|day| *day <= today)
        }
        _ => None,
    };
    Some((day?, sequence))
}

/// The case number of a record of another system.
pub fn imported_number(scheme: &str, external: &str) -> String {
    format!("{scheme}{IMPORT_MARK}{external}")
}

/// Whether a category is one of the import catalogue, and so unknown to every policy.
pub fn category_is_imported(category: &str) -> bool {
    category.contains(IMPORT_MARK)
}

/// The short form that people read and say. An imported number has none.
pub fn display_number(number: &str) -> String {
    if number.contains(IMPORT_MARK) {
        return number.to_owned();
    }
    match (number.get(6..15), number.get(15..number.len().saturating_sub(1))) {
        (Some(day), Some(sequence)) => format!("{day}-{sequence}"),
        _ => number.to_owned(),
    }
}

/// ISO 7064 MOD 11-2, the check of Chinese identity numbers. The letter counts as its place in the alphabet.
fn check_character(body: &str) -> char {
    let value = |c: char| c.to_digit(10).unwrap_or_else(|| u32::from(c) - u32::from('A') + 1);
    let sum = body.chars().fold(0, |sum, c| (sum + value(c)) * 2 % 11);
    match (12 - sum) % 11 {
        10 => 'X',
        digit => char::from_digit(digit, 10).expect("a remainder of 11 below 10 is a digit"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(sequence: u32) -> String {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a date");
        case_number("999001", WhistleKind::Appeal, day, sequence)
    }

    #[test]
    fn a_number_is_sound_and_reads_like_its_short_form() {
        assert!(case_number_is_sound(&number(37)));
        assert_eq!(display_number(&number(37)), "S20261121-00037");
        assert!(case_number_is_sound(&number(123_456)), "a busy day needs a sixth digit");
    }

    #[test]
    fn every_single_wrong_digit_is_noticed() {
        let number = number(37);
        for at in (0..number.len()).filter(|at| *at != 6) {
            for digit in '0'..='9' {
                let mut wrong = number.clone();
                wrong.replace_range(at..=at, &digit.to_string());
                assert_eq!(case_number_is_sound(&wrong), wrong == number, "{wrong}");
            }
        }
    }

    #[test]
    fn the_check_is_that_of_identity_numbers() {
        // The worked example of GB 11643-1999.
        assert_eq!(check_character("11010519491231002"), 'X');
        assert_eq!(check_character("44052418800101001"), '4');
    }

    #[test]
    fn an_imported_number_is_that_of_its_source_and_never_taken_for_one_of_ours() {
        let number = imported_number("boston-311", "101004128563");
        assert_eq!(number, "boston-311:101004128563");
        assert_eq!(display_number(&number), number);
        assert!(!case_number_is_sound(&number));
        assert!(category_is_imported("boston-311:rodents") && !category_is_imported("0301"));
    }

    fn meant(typed: &str) -> Vec<String> {
        meant_numbers(typed, "999001", NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date"))
    }

    #[test]
    fn a_short_number_means_the_whole_one() {
        let whole = number(37);
        for typed in [
            whole.as_str(),
            &whole.to_lowercase(),
            "999001 S20261121 00037 8",
            "S20261121-00037",
            "s20261121-37",
            "S2026112100037",
            "S1121-00037",
            "S112100037",
            " S1121 - 37 ",
        ] {
            assert_eq!(meant(typed).join(" "), whole, "{typed}");
        }
        assert_eq!(meant("S20261121-123456"), [number(123_456)]);
    }

    #[test]
    fn without_its_letter_it_may_be_of_any_kind() {
        for typed in ["20261121-00037", "1121-37", "112100037", "2026112100037"] {
            let meant = meant(typed);
            assert_eq!(meant.len(), 5, "{typed}");
            assert!(meant.contains(&number(37)) && meant.iter().all(|number| case_number_is_sound(number)));
        }
    }

    #[test]
    fn without_a_year_it_is_the_latest_such_day() {
        let day = |typed: &str| meant(typed).first().map(|number| number[7..15].to_owned());
        assert_eq!(day("S1122-1").as_deref(), Some("20261122"));
        assert_eq!(day("S1123-1").as_deref(), Some("20251123"), "that day is still to come this year");
        assert_eq!(day("S0229-1").as_deref(), Some("20240229"));
    }

    #[test]
    fn what_cannot_be_a_number_means_none() {
        let long = "1".repeat(65);
        for typed in [
            "",
            "-",
            "S",
            "1",
            "S-1",
            "S20261121-",
            "S20261121-0",
            "S20261321-1",
            "S0230-1",
            "Q1121-37",
            "S1121-3x",
            "S1121-37-1",
            "999001S20261121000379",
            "１１２１－３７",
            "S1121-４",
            "00000-1",
            "11210003712",
            &long,
        ] {
            assert_eq!(meant(typed), Vec::<String>::new(), "{typed}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_sound() {
        for text in ["", "X", "999001S2026", "９９９００１", "999001Q20261121000378"] {
            assert!(!case_number_is_sound(text), "{text}");
        }
    }
}
