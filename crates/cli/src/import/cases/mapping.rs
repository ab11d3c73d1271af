//! The mapping: what the columns of a file mean. Documented for people in `docs/import.md`.

use std::collections::BTreeMap;
use std::path::Path;

use chrono_tz::Tz;
use serde::Deserialize;
use whistle_domain::actor::Code;
use whistle_domain::geography::Crs;
use whistle_domain::imports::{SCHEME_CHARS_MAX, scheme_is_sound};
use whistle_domain::organisation::name_is_sound;
use whistle_domain::policy::WhistleKind;

use super::instants::DateFormats;
use crate::place;

/// The longest mapping that is read, in bytes: some thousands of named departments and categories.
pub const MAPPING_BYTES_MAX: usize = 1 << 20;
/// What stands for nothing where the mapping does not say it.
const BLANKS: [&str; 6] = ["", "NULL", "null", "N/A", "NaT", "NaN"];
/// The channel of a record that names none.
const SOURCE: &str = "import";

/// Why a mapping cannot be used. Every message names the key, what stands there, and what would be right.
#[derive(Debug, thiserror::Error)]
pub enum MappingError {
    /// Not TOML, or with a key that means nothing.
    #[error("{0}")]
    Unreadable(String),
    /// A value that cannot be right.
    #[error("{}key `{key}`: {reason}", place_of(*.line))]
    Key {
        /// Which key, with its table.
        key: String,
        /// In which line it stands, where it stands there at all.
        line: Option<usize>,
        /// What stands there, and what would be right.
        reason: String,
    },
}

fn place_of(line: Option<usize>) -> String {
    line.map(|line| format!("line {line}, ")).unwrap_or_default()
}

/// The file as it is written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    scheme: String,
    scheme_name: Option<String>,
    timezone: String,
    #[serde(default)]
    encoding: Encoding,
    #[serde(default = "comma")]
    delimiter: char,
    sheet: Option<String>,
    blank: Option<Vec<String>>,
    kind: Option<WhistleKind>,
    source: Option<String>,
    crs: Option<String>,
    default_grid: Option<Code>,
    default_department: Option<String>,
    default_category: Option<String>,
    default_area: Option<String>,
    #[serde(default)]
    unknown_departments: Unknown,
    #[serde(default)]
    unknown_categories: UnknownCategory,
    #[serde(default)]
    unknown_areas: Unknown,
    #[serde(default)]
    closed_status: Vec<String>,
    #[serde(default)]
    closed_without_instant: WithoutInstant,
    #[serde(default)]
    rows_with_errors: BadRows,
    columns: Columns,
    #[serde(default)]
    dates: Dates,
    #[serde(default)]
    departments: BTreeMap<String, Code>,
    #[serde(default)]
    categories: BTreeMap<String, Code>,
    #[serde(default)]
    areas: BTreeMap<String, Code>,
}

const fn comma() -> char {
    ','
}

/// How text is written in a CSV file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    #[default]
    #[serde(rename = "utf-8", alias = "utf8")]
    Utf8,
    /// GBK; its extension GB 18030 is read too.
    Gbk,
}

/// What happens with a department or area that nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unknown {
    /// The row is wrong.
    #[default]
    Refuse,
    /// It becomes a unit of the scheme.
    Create,
}

/// What happens with a category that no policy knows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged, expecting = "expected \"refuse\", \"create\" or { code = \"…\" }")]
pub enum UnknownCategory {
    /// As for departments; created ones are in the import catalogue.
    Word(Unknown),
    /// It is taken for this one of the policy.
    Taken(TakenFor),
}

/// A category of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TakenFor {
    /// Its code.
    pub code: Code,
}

impl Default for UnknownCategory {
    fn default() -> Self {
        Self::Word(Unknown::Refuse)
    }
}

/// What a row is whose status says closed, without an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WithoutInstant {
    /// Open, as whoever computes with the instants alone would have it.
    #[default]
    Open,
    /// Wrong.
    Error,
}

/// What becomes of a file with rows that cannot be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BadRows {
    /// Nothing of it is imported.
    #[default]
    Refuse,
    /// They are left out.
    Skip,
}

/// The columns by name: each is the column of what it is called; docs/import.md tells all of them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    pub id: String,
    pub created: String,
    pub due: Option<String>,
    pub closed: Option<String>,
    pub status: Option<String>,
    pub department: Option<String>,
    pub category: Option<String>,
    pub title: Option<String>,
    pub description: Option<String>,
    pub source: Option<String>,
    pub grid: Option<String>,
    pub area: Option<String>,
    pub address: Option<String>,
    pub latitude: Option<String>,
    pub longitude: Option<String>,
}

/// How instants are written.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dates {
    formats: Option<Vec<String>>,
    #[serde(default)]
    due_without_time: DayPart,
}

/// Which instant of a day is meant where only the day is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayPart {
    /// Its first.
    #[default]
    Start,
    /// The last microsecond of it.
    End,
}

/// A mapping that was found sound by itself; each field is what its key says in docs/import.md. Whether its columns and codes exist is seen with the file and the
/// organisation.
#[derive(Debug, Clone)]
pub struct Mapping {
    pub scheme: Code,
    pub scheme_name: String,
    pub zone: Tz,
    pub encoding: Encoding,
    pub delimiter: u8,
    pub sheet: Option<String>,
    pub blank: Vec<String>,
    pub kind: Option<WhistleKind>,
    pub source: String,
    pub crs: Crs,
    pub default_grid: Option<Code>,
    pub default_department: Option<String>,
    pub default_category: Option<String>,
    pub default_area: Option<String>,
    pub unknown_departments: Unknown,
    pub unknown_categories: UnknownCategory,
    pub unknown_areas: Unknown,
    pub closed_status: Vec<String>,
    pub closed_without_instant: WithoutInstant,
    pub rows_with_errors: BadRows,
    pub columns: Columns,
    pub formats: DateFormats,
    pub due_without_time: DayPart,
    pub departments: BTreeMap<String, Code>,
    pub categories: BTreeMap<String, Code>,
    pub areas: BTreeMap<String, Code>,
    text: String,
}

impl Mapping {
    /// Reads and checks the text of a mapping.
    pub fn parse(text: &str) -> Result<Self, MappingError> {
        let file: File = toml::from_str(text)
            .map_err(|error| MappingError::Unreadable(place::of_toml_error(text, &error)))?;
        let wrong = |key: &str, reason: String| wrong(text, key, reason);
        if !scheme_is_sound(&file.scheme) {
            let reason = format!(
                "`{}` is no scheme: 1 to {SCHEME_CHARS_MAX} of a-z, 0-9 and -, a letter first",
                file.scheme
            );
            return Err(wrong("scheme", reason));
        }
        let scheme_name = file.scheme_name.unwrap_or_else(|| file.scheme.clone());
        if !name_is_sound(&scheme_name) {
            return Err(wrong("scheme_name", "a name has 1 to 100 characters".to_owned()));
        }
        let zone = file.timezone.parse().map_err(|_| {
            let reason = format!(
                "`{}` is no time zone; the IANA names are right, such as Asia/Shanghai or America/New_York",
                file.timezone
            );
            wrong("timezone", reason)
        })?;
        let delimiter =
            delimiter(file.delimiter, file.encoding).map_err(|reason| wrong("delimiter", reason))?;
        let crs = file.crs.as_deref().unwrap_or("WGS84").parse();
        let formats =
            DateFormats::new(file.dates.formats).map_err(|reason| wrong("dates.formats", reason))?;
        let blank = file.blank.unwrap_or_else(|| BLANKS.map(str::to_owned).to_vec());
        let columns = file.columns;
        complete("department", columns.department.as_ref(), file.default_department.as_ref(), text)?;
        complete("category", columns.category.as_ref(), file.default_category.as_ref(), text)?;
        if columns.latitude.is_some() != columns.longitude.is_some() {
            return Err(wrong("columns", "latitude and longitude go together".to_owned()));
        }
        Ok(Self {
            scheme: file.scheme,
            scheme_name,
            zone,
            encoding: file.encoding,
            delimiter,
            sheet: file.sheet,
            blank: blank.into_iter().map(|word| word.trim().to_owned()).collect(),
            kind: file.kind,
            source: file.source.unwrap_or_else(|| SOURCE.to_owned()),
            crs: crs.map_err(|error| wrong("crs", format!("{error}")))?,
            default_grid: file.default_grid,
            default_department: file.default_department,
            default_category: file.default_category,
            default_area: file.default_area,
            unknown_departments: file.unknown_departments,
            unknown_categories: file.unknown_categories,
            unknown_areas: file.unknown_areas,
            closed_status: file.closed_status,
            closed_without_instant: file.closed_without_instant,
            rows_with_errors: file.rows_with_errors,
            columns,
            formats,
            due_without_time: file.dates.due_without_time,
            departments: file.departments,
            categories: file.categories,
            areas: file.areas,
            text: text.to_owned(),
        })
    }

    /// Whether a trimmed text stands for nothing.
    pub fn is_blank(&self, text: &str) -> bool {
        text.is_empty() || self.blank.iter().any(|blank| blank == text)
    }

    /// Something that is wrong with a key, seen with the file or the organisation.
    pub fn wrong(&self, key: &str, reason: String) -> MappingError {
        wrong(&self.text, key, reason)
    }
}

/// A mapping that cannot be used, told with its file.
pub fn refused(path: &Path, error: &MappingError) -> anyhow::Error {
    anyhow::anyhow!("{}: {error}", path.display())
}

fn wrong(text: &str, key: &str, reason: String) -> MappingError {
    MappingError::Key { key: key.to_owned(), line: line_of(text, key), reason }
}

/// Without the column every row needs the default.
fn complete(
    name: &str,
    column: Option<&String>,
    default: Option<&String>,
    text: &str,
) -> Result<(), MappingError> {
    if column.is_some() || default.is_some() {
        return Ok(());
    }
    let reason = format!("every record needs one: name its column here, or set `default_{name}` at the top");
    Err(wrong(text, &format!("columns.{name}"), reason))
}

/// Bytes of GBK characters may look like a bar, never like the others.
fn delimiter(delimiter: char, encoding: Encoding) -> Result<u8, String> {
    match (delimiter, encoding) {
        (',' | ';' | '\t', _) | ('|', Encoding::Utf8) => {
            Ok(u8::try_from(delimiter).expect("all of them are ASCII"))
        }
        ('|', Encoding::Gbk) => {
            Err("a bar is part of characters in GBK; convert the file to UTF-8".to_owned())
        }
        (other, _) => Err(format!("`{other}` does not part columns; a comma, `;`, `\\t` or `|` does")),
    }
}

/// The line in which a key stands, counted from one; that of its table where the key is missing.
fn line_of(text: &str, key: &str) -> Option<usize> {
    let (table, name) = key.split_once('.').unwrap_or(("", key));
    let (mut current, mut fallback) = ("", None);
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if let Some(header) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            current = header.trim();
            if current == table || (table.is_empty() && current == name) {
                fallback = fallback.or(Some(number));
            }
        } else if current == table
            && line.split_once('=').is_some_and(|(found, _)| found.trim().trim_matches('"') == name)
        {
            return Some(number);
        }
    }
    fallback
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAST: &str = "scheme = \"s\"\ntimezone = \"UTC\"\ndefault_department = \"局\"\n\
                         default_category = \"类\"\n[columns]\nid = \"a\"\ncreated = \"b\"\n";

    #[track_caller]
    fn refusal(from: &str, to: &str) -> String {
        assert!(LEAST.contains(from), "{from}");
        Mapping::parse(&LEAST.replacen(from, to, 1)).expect_err("it is wrong").to_string()
    }

    #[test]
    fn the_least_mapping_says_scheme_zone_and_two_columns() {
        let mapping = Mapping::parse(LEAST).expect("nothing is wrong");
        assert_eq!((mapping.scheme_name.as_str(), mapping.source.as_str()), ("s", "import"));
        assert_eq!((mapping.kind, mapping.rows_with_errors), (None, BadRows::Refuse));
        assert_eq!(mapping.unknown_departments, Unknown::Refuse);
        assert!(["", "NULL", "N/A", "NaT"].iter().all(|blank| mapping.is_blank(blank)));
        assert!(!mapping.is_blank("0"));
    }

    #[test]
    fn every_refusal_names_key_line_value_and_what_would_be_right() {
        let zone = refusal("\"UTC\"", "\"Mars/Olympus\"");
        assert_eq!(
            zone,
            "line 2, key `timezone`: `Mars/Olympus` is no time zone; the IANA names are right, such as \
             Asia/Shanghai or America/New_York"
        );
        assert!(refusal("\"s\"", "\"311\"").starts_with("line 1, key `scheme`: `311` is no scheme"));
        let none = refusal("default_department = \"局\"\n", "");
        assert!(none.starts_with("line 4, key `columns.department`: every record needs one"), "{none}");
        let unknown = refusal("[columns]", "tiemzone = 1\n[columns]");
        assert!(unknown.starts_with("line 5, column 1: unknown field `tiemzone`"), "{unknown}");
        let unknown = refusal("id = \"a\"", "id = \"a\"\nnumber = \"c\"");
        assert!(unknown.starts_with("line 7, column 1: unknown field `number`"), "{unknown}");
        let missing = refusal("created = \"b\"\n", "");
        assert!(missing.contains("missing field `created`"), "{missing}");
        let word = refusal("[columns]", "unknown_categories = \"make\"\n[columns]");
        assert!(word.contains("expected \"refuse\", \"create\" or { code = \"…\" }"), "{word}");
        let half = refusal("id = \"a\"", "id = \"a\"\nlatitude = \"y\"");
        assert!(half.ends_with("latitude and longitude go together"), "{half}");
        let bar = refusal("[columns]", "delimiter = \"|\"\nencoding = \"gbk\"\n[columns]");
        assert!(bar.starts_with("line 5, key `delimiter`: a bar"), "{bar}");
        let format = refusal("[columns]", "[dates]\nformats = [\"%Q\"]\n[columns]");
        assert!(format.starts_with("line 6, key `dates.formats`: `%Q`"), "{format}");
    }
}
