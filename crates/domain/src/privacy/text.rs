//! What text and telephone numbers must be like before they are taken in.

use super::fold::fold;

/// Why a text is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing is left after trimming.
    #[error("the text is empty")]
    Empty,
    /// More characters than allowed.
    #[error("the text is longer than {max_chars} characters")]
    TooLong {
        /// How many characters are allowed.
        max_chars: usize,
    },
    /// NUL, another control character, or one that reverses the direction of writing.
    #[error("the text holds a control character at character {at}")]
    ControlCharacter {
        /// Which character it is, counted from zero in the text as given.
        at: usize,
    },
}

/// One line of text: trimmed, without control characters, of 1 to `max_chars` characters.
pub fn clean_line(input: &str, max_chars: usize) -> Result<String, TextError> {
    clean(input, max_chars, false)
}

/// Text of several lines: as [`clean_line`], but new lines and tabs are allowed. Every way of ending a line
/// becomes `\n`.
pub fn clean_paragraphs(input: &str, max_chars: usize) -> Result<String, TextError> {
    clean(input, max_chars, true)
}

fn clean(input: &str, max_chars: usize, several_lines: bool) -> Result<String, TextError> {
    // Surrounding white space is trimmed whatever it is, so that a pasted line break does no harm.
    let skipped = input.chars().take_while(|c| c.is_whitespace()).count();
    let mut cleaned = String::with_capacity(input.len().min(max_chars.saturating_mul(4)));
    let mut characters = (skipped..).zip(input.trim().chars()).peekable();
    let mut kept = 0;
    while let Some((at, c)) = characters.next() {
        match c {
            '\r' if several_lines => {
                if characters.peek().is_none_or(|&(_, next)| next != '\n') {
                    cleaned.push('\n');
                }
            }
            '\n' | '\t' if several_lines => cleaned.push(c),
            _ if c.is_control() || reverses_direction(c) => return Err(TextError::ControlCharacter { at }),
            _ if invisible(c) => {}
            _ => cleaned.push(c),
        }
        // One pass, ended early: a body full of text costs no more than the text that is allowed.
        kept += 1;
        if kept > max_chars.saturating_mul(2) {
            return Err(TextError::TooLong { max_chars });
        }
    }
    let cleaned = cleaned.trim();
    if cleaned.is_empty() {
        return Err(TextError::Empty);
    }
    if cleaned.chars().nth(max_chars).is_some() {
        return Err(TextError::TooLong { max_chars });
    }
    Ok(cleaned.to_owned())
}

/// Characters that make text read differently from how it is stored.
const fn reverses_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}')
}

/// Characters that show nothing; inside a number they would only hide it from redaction. The joiner of emoji
/// (U+200D) is not among them.
const fn invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200c}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// A telephone number in the one form under which it is indexed: digits only for mainland numbers (mobile, or
/// landline with its area code), `+` and digits for others. `None` when it is no telephone number.
pub fn normalise_phone(input: &str) -> Option<String> {
    let mut digits = String::with_capacity(16);
    let mut international = false;
    for c in input.trim().chars().map(fold) {
        match c {
            '0'..='9' if digits.len() < 20 => digits.push(c),
            '+' if digits.is_empty() && !international => international = true,
            ' ' | '-' | '.' | '(' | ')' => {}
            _ => return None,
        }
    }
    if let Some(rest) = digits.strip_prefix("00") {
        (digits, international) = (rest.to_owned(), true);
    }
    if let Some(national) = digits.strip_prefix("86")
        && (international || digits.len() == 13)
    {
        // Abroad the zero of the area code is not dialled; at home it is.
        return [national.to_owned(), format!("0{national}")].into_iter().find(|number| mainland(number));
    }
    if international {
        return (8..=15).contains(&digits.len()).then(|| format!("+{digits}"));
    }
    mainland(&digits).then_some(digits)
}

/// Whether these digits are a mainland number as dialled inside the country.
fn mainland(digits: &str) -> bool {
    let digits: Vec<char> = digits.chars().collect();
    is_mobile(&digits) || is_landline(&digits)
}

/// 11 digits from 13… to 19….
pub(super) fn is_mobile(digits: &[char]) -> bool {
    digits.len() == 11 && digits[0] == '1' && ('3'..='9').contains(&digits[1])
}

/// Area code (010, 02x, or 0 and three digits) and a subscriber number of 7 or 8 digits that begins with 2–8.
pub(super) fn is_landline(digits: &[char]) -> bool {
    let area = match digits {
        ['0', '1', '0', ..] | ['0', '2', ..] => 3,
        ['0', '3'..='9', ..] => 4,
        _ => return false,
    };
    digits.len().checked_sub(area).is_some_and(|length| (7..=8).contains(&length))
        && ('2'..='8').contains(&digits[area])
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("  路灯不亮 \n", Ok("路灯不亮"))]
    #[case("\u{feff}路\u{200b}灯", Ok("路灯"))]
    #[case("一家人👨\u{200d}👩", Ok("一家人👨\u{200d}👩"))]
    #[case("   ", Err(TextError::Empty))]
    #[case("\u{200b}", Err(TextError::Empty))]
    #[case("路灯\0不亮", Err(TextError::ControlCharacter { at: 2 }))]
    #[case("路灯\n不亮", Err(TextError::ControlCharacter { at: 2 }))]
    #[case("路灯\u{202e}不亮", Err(TextError::ControlCharacter { at: 2 }))]
    #[case("一二三四五六七八九", Err(TextError::TooLong { max_chars: 8 }))]
    #[case("一二三四五六七八 ", Ok("一二三四五六七八"))]
    fn a_line_is_trimmed_and_holds_no_control_characters(
        #[case] input: &str,
        #[case] expected: Result<&str, TextError>,
    ) {
        assert_eq!(clean_line(input, 8), expected.map(str::to_owned));
    }

    #[test]
    fn paragraphs_keep_their_lines_whatever_ends_them() {
        assert_eq!(clean_paragraphs("一\r\n二\r三\n四\t五\r\n", 20), Ok("一\n二\n三\n四\t五".to_owned()));
        assert_eq!(clean_paragraphs("一\u{7}", 20), Err(TextError::ControlCharacter { at: 1 }));
    }

    #[rstest]
    #[case("13812345678", Some("13812345678"))]
    #[case(" +86 138-1234-5678 ", Some("13812345678"))]
    #[case("008613812345678", Some("13812345678"))]
    #[case("8613812345678", Some("13812345678"))]
    #[case("１３８１２３４５６７８", Some("13812345678"))]
    #[case("(0371) 6677-8899", Some("037166778899"))]
    #[case("+86 371 66778899", Some("037166778899"))]
    #[case("010-62345678", Some("01062345678"))]
    #[case("+852 2345 6789", Some("+85223456789"))]
    #[case("12345", None)]
    #[case("12812345678", None)]
    #[case("138123456789", None)]
    #[case("13812345678;", None)]
    #[case("", None)]
    #[case("+", None)]
    #[case("99999999999999999999999999999999", None)]
    fn telephone_numbers_have_one_form(#[case] input: &str, #[case] expected: Option<&str>) {
        assert_eq!(normalise_phone(input).as_deref(), expected);
    }
}

#[cfg(test)]
mod cost {
    use super::*;

    #[test]
    fn a_body_full_of_line_breaks_is_refused_in_one_pass() {
        // A quadratic pass over this would take minutes.
        let breaks = format!("x{}x", "\n".repeat(250_000));
        assert!(clean_line(&breaks, 100).is_err());
        assert!(matches!(clean_paragraphs(&breaks, 100), Err(TextError::TooLong { .. })));
    }
}
