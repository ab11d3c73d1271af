//! What a case can be found by, for Chinese text without a dictionary.
//!
//! Han and kana characters are taken one by one and in overlapping pairs, everything else that is a letter or a digit
//! in whole words. A query asks for the pairs of its runs (or for a character that stands alone) and for its words, so
//! that every piece of two or more characters of an indexed text finds it. The other way round a text may be found
//! whose pairs stand apart; with the pairs of a query of three or more characters that is rare, and harmless.
//!
//! A term is a number: an index of numbers is half as large as one of texts, and is built in half the time.

use std::collections::BTreeSet;
use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// Text beyond this many characters is not indexed.
pub const TEXT_CHARS_MAX: usize = 20_000;
/// Bits of a character.
const CHARACTER_BITS: u32 = 21;

/// The terms under which `texts` are found.
pub fn indexed_terms<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<i64> {
    let mut terms = BTreeSet::new();
    for text in texts {
        each_run(text, |run| match run {
            Run::Word(word) => {
                terms.insert(of_word(&word));
            }
            Run::Han(characters) => {
                terms.extend(characters.iter().copied().map(of_character));
                terms.extend(pairs(&characters));
            }
        });
    }
    terms
}

/// The terms that a text must all have in order to answer `query`. None when there is nothing to look for.
pub fn queried_terms(query: &str) -> BTreeSet<i64> {
    let mut terms = BTreeSet::new();
    each_run(query, |run| match run {
        Run::Word(word) => {
            terms.insert(of_word(&word));
        }
        Run::Han(characters) if characters.len() == 1 => {
            terms.extend(characters.into_iter().map(of_character));
        }
        Run::Han(characters) => terms.extend(pairs(&characters)),
    });
    terms
}

fn of_character(character: char) -> i64 {
    i64::from(u32::from(character))
}

/// No character is nothing, so that a pair is never a character.
fn pairs(characters: &[char]) -> impl Iterator<Item = i64> {
    characters.windows(2).map(|pair| of_character(pair[0]) << CHARACTER_BITS | of_character(pair[1]))
}

/// Words have the negative numbers. Two of them may have one: then a search finds a case too many, once in the life of a
/// thousand districts.
fn of_word(word: &str) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write(word.as_bytes());
    hasher.finish().cast_signed() | i64::MIN
}

/// A stretch of text without anything that separates.
enum Run {
    Han(Vec<char>),
    Word(String),
}

impl Run {
    fn starting_with(character: char) -> Self {
        if han(character) { Self::Han(vec![character]) } else { Self::Word(character.to_string()) }
    }

    /// Takes the character in, where it is of the same sort.
    fn take(&mut self, character: char) -> bool {
        match self {
            Self::Han(characters) if han(character) => characters.push(character),
            Self::Word(word) if !han(character) => word.push(character),
            _ => return false,
        }
        true
    }
}

fn each_run(text: &str, mut found: impl FnMut(Run)) {
    let mut open: Option<Run> = None;
    for character in text.chars().take(TEXT_CHARS_MAX).map(half_width).flat_map(char::to_lowercase) {
        if !han(character) && !character.is_alphanumeric() {
            open.take().into_iter().for_each(&mut found);
        } else if !open.as_mut().is_some_and(|run| run.take(character)) {
            open.replace(Run::starting_with(character)).into_iter().for_each(&mut found);
        }
    }
    open.into_iter().for_each(found);
}

/// １２Ａ as 12A: what an input method leaves behind must not matter.
fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).expect("the block mirrors printable ASCII")
        }
        other => other,
    }
}

/// Characters that are written without spaces between words.
fn han(character: char) -> bool {
    matches!(character,
        '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(query: &str, text: &str) -> bool {
        let queried = queried_terms(query);
        !queried.is_empty() && queried.is_subset(&indexed_terms([text]))
    }

    fn terms<const N: usize>(words: [&str; N]) -> BTreeSet<i64> {
        let term = |word: &str| match word.chars().collect::<Vec<char>>()[..] {
            [one] if han(one) => of_character(one),
            [one, other] if han(one) => pairs(&[one, other]).next().unwrap(),
            _ => of_word(word),
        };
        words.map(term).into()
    }

    #[test]
    fn a_text_is_found_by_what_people_type() {
        let text = "幸福里3号楼B座门口路灯不亮，已报 WX-2031 ２次";
        for query in
            ["路灯", "路灯不亮", "灯", "3号楼", "b座", "wx-2031", "2031", "２次", "幸福里 路灯", "路灯？"]
        {
            assert!(found(query, text), "{query}");
        }
        for query in ["路不", "31", "井盖", "路灯 井盖", "", "，。 ！"] {
            assert!(!found(query, text), "{query}");
        }
    }

    #[test]
    fn runs_end_at_punctuation_and_at_words() {
        assert_eq!(indexed_terms(["路灯，坏a1了"]), terms(["a1", "了", "坏", "灯", "路", "路灯"]));
        assert_eq!(queried_terms("路灯坏，了"), terms(["了", "灯坏", "路灯"]));
    }

    #[test]
    fn numbers_of_terms_are_told_apart_and_stay_the_same() {
        let distinct =
            terms(["灯", "路", "路灯", "灯路", "a1", "1a", "a", "\u{323af}", "\u{323af}\u{323af}"]);
        assert_eq!(distinct.len(), 9);
        // What stands in the read models of every district.
        assert_eq!(queried_terms("路灯"), [0x8def << 21 | 0x706f].into());
        assert_eq!(queried_terms("wx"), [-1_166_393_722_003_443_145].into());
    }

    proptest! {
        #[test]
        fn every_piece_of_two_characters_or_more_is_found(
            text in "[\u{4e00}-\u{4eff}\u{20000}-\u{20010}，。a1 ]{2,40}",
            from in any::<prop::sample::Index>(),
            length in any::<prop::sample::Index>(),
        ) {
            let characters: Vec<char> = text.chars().collect();
            let from = from.index(characters.len() - 1);
            let length = 2 + length.index(characters.len() - from - 1);
            let piece: String = characters[from..from + length].iter().collect();
            // A word that the cut went through is not a piece of Chinese text.
            prop_assume!(piece.chars().filter(|character| han(*character)).count() >= 2);
            let whole_words = |text: &str| text.replace(|character: char| !han(character), "，");
            prop_assert!(found(&whole_words(&piece), &text), "{piece} in {text}");
        }

        #[test]
        fn any_text_is_found_by_itself(text in any::<String>()) {
            prop_assert!(queried_terms(&text).is_subset(&indexed_terms([text.as_str()])));
        }
    }
}
