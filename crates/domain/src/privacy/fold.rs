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

/// What two ways of writing the same address have in common: no full-width forms, no capitals, and no spaces, except
/// between two letters or digits, where they tell `1 12号` from `11 2号`.
pub fn comparable_address(text: &str) -> String {
    let mut comparable = String::with_capacity(text.len());
    let mut apart = false;
    for c in text.chars().map(fold).flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            apart = true;
            continue;
        }
        let joins = |c: char| c.is_ascii_alphanumeric();
        if apart && joins(c) && comparable.ends_with(joins) {
            comparable.push(' ');
        }
        apart = false;
        comparable.push(c);
    }
    comparable
}

/// What two ways of writing the same have in common: no spaces, no full-width forms, no capitals.
pub fn comparable(text: &str) -> String {
    text.chars().map(fold).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("  长安路１２号  ", "长安路12号")]
    #[case("长安路 12 号", "长安路12号")]
    #[case("长安路\u{3000}12\u{a0}号\n", "长安路12号")]
    #[case("Ａ座 Tower  b", "a座tower b")]
    #[case("1  12号", "1 12号")]
    #[case("11 2号", "11 2号")]
    #[case(" ", "")]
    fn an_address_is_compared_however_it_is_spaced_and_typed(#[case] written: &str, #[case] compared: &str) {
        assert_eq!(comparable_address(written), compared);
        assert_eq!(comparable_address(compared), compared, "what was compared stays");
    }
}
