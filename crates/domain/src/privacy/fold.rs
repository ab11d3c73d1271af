//! Full-width forms and separators, so that `１３８　１２３４　５６７８` is read as the number it is.

/// The ASCII form of a full-width character, every other character as it is. One character stays one
/// character, so that positions found in folded text hold in the text as written.
pub(super) const fn fold(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some(ascii) => ascii,
            None => c,
        },
        '\u{3000}' | '\u{a0}' => ' ',
        '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
        _ => c,
    }
}

/// A Han character, as names are written with.
pub(super) const fn han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{3134f}' | '〇')
}

/// What two ways of writing the same have in common: no spaces, no full-width forms, no capitals.
pub fn comparable(text: &str) -> String {
    text.chars().map(fold).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}
