//! Where in a text something is wrong.

/// `line 3, column 5: what is wrong`, in one line.
pub fn of_toml_error(text: &str, error: &toml::de::Error) -> String {
    let Some(before) = error.span().and_then(|span| text.get(..span.start)) else {
        return error.message().to_owned();
    };
    let line = 1 + before.matches('\n').count();
    let column = 1 + before.rsplit('\n').next().unwrap_or_default().chars().count();
    format!("line {line}, column {column}: {}", error.message().replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_counts_lines_and_characters_from_one() {
        let text = "a = 1\n名 = \"x\"";
        let error = toml::from_str::<toml::Table>(text).expect_err("a bare key is ASCII");
        assert!(of_toml_error(text, &error).starts_with("line 2, column 1: "), "{error}");
        let text = "a = 1\nb = = 2";
        let error = toml::from_str::<toml::Table>(text).expect_err("one sign too many");
        assert!(of_toml_error(text, &error).starts_with("line 2, column 5: "), "{error}");
    }
}
