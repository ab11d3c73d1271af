//! Finding personal data in free text, and masking it there.
//!
//! People write their number, their door and their neighbour's name into the description of a broken lamp.
//! The detectors know forms, not meanings: what has the form of a telephone number is hidden, what merely could
//! be a name is not. Years, quantities, case numbers and document numbers must stay readable, because a
//! dispatch is worked from this text; the text as written is kept sealed beside it.

pub(super) mod doors;
mod marks;
mod names;
mod numbers;

use super::fold::fold;

/// Free text with its personal data masked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction {
    /// The text as it may be shown.
    pub shown: String,
    /// Whether anything was hidden.
    pub found: bool,
}

/// What a detector found: it reaches up to `end` (exclusive) and is shown as `shown`.
struct Hit {
    end: usize,
    shown: String,
}

/// A detector looks at one position of folded text.
type Detector = fn(&[char], usize) -> Option<Hit>;

/// In the order in which they are asked; the first that answers wins.
const DETECTORS: [Detector; 8] = [
    marks::email,
    numbers::identity,
    numbers::mobile,
    numbers::landline,
    numbers::bank_card,
    doors::door,
    marks::plate,
    names::name,
];

/// Masks telephone numbers, identity numbers, bank cards, e-mail addresses, number plates, doors, and names
/// where the text itself says that a name follows.
///
/// Redacting twice changes nothing more: a pass is repeated until it finds nothing, since what stood apart may
/// come to stand together. Every hit hides at least one letter or digit, so this ends.
pub fn redact(text: &str) -> Redaction {
    let mut characters: Vec<char> = text.chars().collect();
    let mut found = false;
    while let Some(masked) = pass(&characters) {
        found = true;
        characters = masked;
    }
    Redaction { shown: characters.into_iter().collect(), found }
}

/// One pass over the text; `None` when nothing was found.
fn pass(characters: &[char]) -> Option<Vec<char>> {
    let folded: Vec<char> = characters.iter().copied().map(fold).collect();
    let mut masked = Vec::with_capacity(characters.len());
    let mut found = false;
    let mut at = 0;
    while at < characters.len() {
        if let Some(hit) = DETECTORS.iter().find_map(|detector| detector(&folded, at)) {
            masked.extend(hit.shown.chars());
            at = hit.end;
            found = true;
        } else {
            masked.push(characters[at]);
            at += 1;
        }
    }
    found.then_some(masked)
}

/// The character before `at`.
fn before(text: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).map(|previous| text[previous])
}

/// Whether the character is there and passes the test.
fn is(c: Option<char>, test: impl Fn(char) -> bool) -> bool {
    c.is_some_and(test)
}

/// Whether the text before `at` ends with `word`.
fn follows(text: &[char], at: usize, word: &str) -> bool {
    let mut at = at;
    word.chars().rev().all(|c| {
        at = at.wrapping_sub(1);
        text.get(at) == Some(&c)
    })
}

/// Whether `word` stands at `at`; if so, where it ends.
fn word(text: &[char], at: usize, word: &str) -> Option<usize> {
    let mut end = at;
    for c in word.chars() {
        (text.get(end) == Some(&c)).then_some(())?;
        end += 1;
    }
    Some(end)
}

#[cfg(test)]
mod tests;
