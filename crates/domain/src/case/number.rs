//! Case numbers: `{county 6}{kind 1}{YYYYMMDD}{daily sequence, 5 or more}{check 1}`, such as
//! `999001S20261121000378`; people read the middle of it, `S20261121-00037`. An imported case keeps the number of its
//! source behind the name of its scheme, `boston-311:101004128563`: a daily sequence of the past cannot be continued, and
//! nobody would know a new number.

use chrono::NaiveDate;

use crate::policy::WhistleKind;

/// Stands between the name of an import scheme and what its source calls something. Nothing of our own has it.
const IMPORT_MARK: char = ':';

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

    #[test]
    fn what_is_no_number_is_not_sound() {
        for text in ["", "X", "999001S2026", "９９９００１", "999001Q20261121000378"] {
            assert!(!case_number_is_sound(text), "{text}");
        }
    }
}
