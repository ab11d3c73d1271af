//! What may not be in a file.

/// The most lines of a source file.
const LINES_MAX: usize = 600;

/// Macros that say "not finished". They are spelled without their mark so that this file does not hold them.
const UNFINISHED: [&str; 3] = ["todo", "unimplemented", "dbg"];

/// Where one machine keeps its things. Cut in two, so that this file does not hold them.
const MACHINE_PATHS: [(&str, &str); 4] = [("/ho", "me/"), ("/ro", "ot/"), ("/Us", "ers/"), ("/wo", "rk/")];

/// Files in which spaces and tabs are ours to choose.
const SPACED: [&str; 6] = ["rs", "sql", "toml", "md", "yml", "sh"];

/// What is wrong with the file `path`, as `path:line: what`.
pub fn wrong(path: &str, text: &str) -> Vec<String> {
    let extension = path.rsplit('.').next().unwrap_or_default();
    let mut found = Vec::new();
    let lines = text.lines().count();
    if extension == "rs" && lines > LINES_MAX {
        found.push(format!("{path}: {lines} lines, more than {LINES_MAX}: it is usually two rooms"));
    }
    for (number, line) in (1..).zip(text.lines()) {
        let complaints = complaints(extension, line);
        found.extend(complaints.into_iter().map(|what| format!("{path}:{number}: {what}")));
    }
    found
}

fn complaints(extension: &str, line: &str) -> Vec<String> {
    let mut found = Vec::new();
    if extension == "rs" {
        let macros = UNFINISHED.iter().map(|name| format!("{name}!")).chain([format!("#[{}", "ignore")]);
        found.extend(macros.filter(|word| holds(line, word)).map(|word| format!("holds {word}")));
    }
    if SPACED.contains(&extension) {
        if line.contains('\t') {
            found.push("holds a tab".to_owned());
        }
        if line.ends_with([' ', '\r']) {
            found.push("ends in a space".to_owned());
        }
    }
    let paths = MACHINE_PATHS.iter().map(|(one, two)| format!("{one}{two}"));
    found.extend(paths.filter(|path| holds(line, path)).map(|path| format!("names a machine's own {path}")));
    found
}

/// Whether `line` holds `word`, and not as the end of a longer word or path.
fn holds(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "_/.-}".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::{LINES_MAX, wrong};

    #[test]
    fn a_file_of_two_rooms_is_noticed() {
        assert!(wrong("a.rs", &"//\n".repeat(LINES_MAX)).is_empty());
        assert_eq!(wrong("a.rs", &"//\n".repeat(LINES_MAX + 1)).len(), 1);
    }

    #[test]
    fn what_is_unfinished_is_noticed_with_its_line() {
        let unfinished = format!("fn a() {{\n    {}!()\n}}\n", "todo");
        assert_eq!(wrong("a.rs", &unfinished), [format!("a.rs:2: holds {}!", "todo")]);
        assert!(wrong("a.md", &unfinished).is_empty());
        assert_eq!(wrong("a.rs", &format!("#[{} = \"slow\"]", "ignore")).len(), 1);
    }

    #[test]
    fn stray_whitespace_is_noticed_where_it_is_ours() {
        assert_eq!(wrong("a.sql", "SELECT 1; \n\tSELECT 2;\n").len(), 2);
        assert!(wrong("Makefile", "all:\n\ttrue\n").is_empty());
    }

    #[test]
    fn a_path_of_one_machine_is_noticed_but_not_the_like_within_another() {
        assert_eq!(wrong("a.md", &format!("see {}someone/file", ["/ho", "me/"].concat())).len(), 1);
        assert!(
            wrong("a.md", &format!("see {}someone/file", ["https://example.org/x/ho", "me/"].concat()))
                .is_empty()
        );
    }
}
