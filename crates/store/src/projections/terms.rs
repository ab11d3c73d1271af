//! What a case can be found by, for Chinese text without a dictionary.
//!
//! Han and kana characters are taken one by one and in overlapping pairs, everything else that is a letter or a digit
//! in whole words. A query asks for the pairs of its runs (or for a character that stands alone) and for its words, so
//! that every piece of two or more characters of an indexed text finds it. The other way round a text may be found
//! whose pairs stand apart; with the pairs of a query of three or more characters that is rare, and harmless.

use std::collections::BTreeSet;

/// Longer words are cut to this many characters, on both sides alike: an index entry must fit on a page.
pub const WORD_CHARS_MAX: usize = 40;
/// Text beyond this many characters is not indexed.
pub const TEXT_CHARS_MAX: usize = 20_000;

/// The terms under which `texts` are found.
pub fn indexed_terms<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    for text in texts {
        each_run(text, |run| match run {
            Run::Word(word) => {
                terms.insert(word);
            }
            Run::Han(characters) => {
                terms.extend(characters.iter().map(char::to_string));
                terms.extend(characters.windows(2).map(|pair| pair.iter().collect::<String>()));
            }
        });
    }
    terms
}

/// The terms that a text must all have in order to answer `query`. None when there is nothing to look for.
pub fn queried_terms(query: &str) -> BTreeSet<String> {
    let mut terms = BTreeSet::new();
    each_run(query, |run| match run {
        Run::Word(word) => {
            terms.insert(word);
        }
        Run::Han(characters) if characters.len() == 1 => terms.extend(characters.iter().map(char::to_string)),
        Run::Han(characters) => {
            terms.extend(characters.windows(2).map(|pair| pair.iter().collect::<String>()));
        }
    });
    terms
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
            Self::Word(word) if !han(character) => {
                if word.chars().count() < WORD_CHARS_MAX {
                    word.push(character);
                }
            }
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

    fn terms(of: &BTreeSet<String>) -> Vec<&str> {
        of.iter().map(String::as_str).collect()
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
        assert_eq!(terms(&indexed_terms(["路灯，坏a1了"])), ["a1", "了", "坏", "灯", "路", "路灯"]);
        assert_eq!(terms(&queried_terms("路灯坏，了")), ["了", "灯坏", "路灯"]);
    }

    #[test]
    fn a_word_without_end_still_fits_into_an_index() {
        let endless = "x".repeat(100_000);
        assert!(indexed_terms([endless.as_str()]).iter().all(|term| term.len() <= 4 * WORD_CHARS_MAX));
        assert!(found(&"x".repeat(50), &endless));
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
