//! One row, judged: a record that can be imported, with what is noteworthy about it, or everything that is wrong.

use chrono::{DateTime, Utc};
use serde::Serialize;
use whistle_app::{IMPORT_LINE_CHARS_MAX, IMPORT_TEXT_CHARS_MAX, IMPORT_TITLE_CHARS_MAX, RecordToImport};
use whistle_domain::actor::Code;
use whistle_domain::geography::Place;
use whistle_domain::policy::WhistleKind;

use super::instants::{Turn, Written};
use super::mapping::{DayPart, Mapping, WithoutInstant};
use super::reading::{BrokenRow, Row};
use super::words::{Meaning, Places, Words, cut, in_one_line};

/// Most characters of a number in the source.
const EXTERNAL_CHARS_MAX: usize = 64;
/// Most characters of a status or a channel.
const WORD_CHARS_MAX: usize = 60;
/// Most characters of a value that are told.
const VALUE_CHARS_MAX: usize = 60;

/// Something that is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowProblem {
    /// The line in which the row begins.
    pub line: u64,
    /// The name of the column; nothing where it is the row as a whole.
    pub column: Option<String>,
    /// What stands there.
    pub value: String,
    /// What is wrong with it.
    pub reason: String,
}

/// Something noteworthy that does not keep a record from being imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// It was closed before it was created.
    ClosedBeforeCreated,
    /// It was due before it was created.
    DueBeforeCreated,
    /// It was created or closed later than now.
    InTheFuture,
    /// A time that no clock showed was moved to the end of the gap.
    TimeMovedForward,
    /// A time that clocks showed twice was taken for the first.
    TimeAmbiguous,
    /// The status says closed, and there is no instant: it is open.
    ClosedWithoutInstant,
    /// There is an instant of closing, and the status says something else: it is closed.
    ClosedAgainstStatus,
    /// Latitude and longitude are no place on Earth, and were left out.
    ImpossiblePlace,
    /// A text was too long, and was cut.
    TextCut,
}

impl Note {
    /// What it says, for people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::ClosedBeforeCreated => "closed before created (kept as it is)",
            Self::DueBeforeCreated => "due before created (kept as it is)",
            Self::InTheFuture => "created or closed in the future (kept as it is)",
            Self::TimeMovedForward => "time that no clock showed (moved to the end of the gap)",
            Self::TimeAmbiguous => "time that clocks showed twice (taken for the first)",
            Self::ClosedWithoutInstant => "status says closed, but there is no instant (imported as open)",
            Self::ClosedAgainstStatus => "closed by its instant, though the status says otherwise",
            Self::ImpossiblePlace => "latitude and longitude are no place (left out)",
            Self::TextCut => "text too long (cut)",
        }
    }
}

/// A record that can be imported.
#[derive(Debug, Clone)]
pub struct Judged {
    /// The record.
    pub record: RecordToImport,
    /// What is noteworthy about it.
    pub notes: Vec<Note>,
    /// A department that the import brings along, with its name.
    pub new_department: Option<(Code, String)>,
    /// An area, likewise.
    pub new_area: Option<(Code, String)>,
}

/// Judges the rows of one file.
pub struct Judge<'a> {
    mapping: &'a Mapping,
    header: Vec<String>,
    places: Places,
    words: Words<'a>,
    now: DateTime<Utc>,
}

/// What was found about one row so far.
struct Finding<'a> {
    judge: &'a Judge<'a>,
    row: &'a Row,
    problems: Vec<RowProblem>,
    notes: Vec<Note>,
}

impl<'a> Judge<'a> {
    /// For a file with this header, at the instant `now`.
    pub fn new(
        mapping: &'a Mapping,
        header: Vec<String>,
        places: Places,
        words: Words<'a>,
        now: DateTime<Utc>,
    ) -> Self {
        Self { mapping, header, places, words, now }
    }

    /// The record in this row, or everything that is wrong with it.
    pub fn judge(&self, row: &Row) -> Result<Judged, Vec<RowProblem>> {
        let mut finding = Finding { judge: self, row, problems: Vec::new(), notes: Vec::new() };
        let judged = finding.record();
        match judged {
            Some(judged) if finding.problems.is_empty() => {
                finding.notes.sort_unstable();
                finding.notes.dedup();
                Ok(Judged { notes: finding.notes, ..judged })
            }
            _ => Err(finding.problems),
        }
    }

    /// A row that could not be taken apart, told like any other.
    pub fn broken(&self, row: BrokenRow) -> RowProblem {
        let column = row.column.and_then(|at| self.header.get(at)).cloned();
        RowProblem { line: row.line, column, value: told(&row.value), reason: row.reason }
    }

    /// Something that is wrong with the number of a row.
    pub fn id_problem(&self, line: u64, external: &str, reason: String) -> RowProblem {
        let column = self.header.get(self.places.id).cloned();
        RowProblem { line, column, value: told(external), reason }
    }
}

impl<'a> Finding<'a> {
    /// Everything that is wrong is noted, even after something was.
    fn record(&mut self) -> Option<Judged> {
        let places = self.judge.places.clone();
        let external = self.external(places.id);
        let created_at = self.created(places.created);
        let due_at = places.due.and_then(|at| self.instant(at, self.judge.mapping.due_without_time));
        let closed_at = places.closed.and_then(|at| self.instant(at, DayPart::Start));
        let status = places.status.and_then(|at| self.text(at)).map(str::to_owned);
        self.closing(status.as_deref(), closed_at, places.status);
        let mapping = self.judge.mapping;
        let department = self.meaning(
            places.department,
            mapping.default_department.as_deref(),
            "department",
            Words::department,
        );
        let category =
            self.meaning(places.category, mapping.default_category.as_deref(), "category", Words::category);
        let place = self.place();
        let (grid, area) = self.whereabouts(place);
        let (external, created_at) = (external?, created_at?);
        self.order(created_at, due_at, closed_at);
        let (department, category) = (department?, category?);
        let title = self.title(&category);
        let kind = self.judge.words.policy().category(&category.code).map(|known| known.kind);
        let words = &self.judge.words;
        let shown = |text: &str| words.shown(text, WORD_CHARS_MAX);
        let area_code = area.as_ref().map(|area| area.code.clone());
        let record = RecordToImport {
            external,
            title,
            description: places.description.and_then(|at| self.paragraphs(at)),
            kind: mapping.kind.or(kind).unwrap_or(WhistleKind::Appeal),
            source: places.source.and_then(|at| self.text(at)).map_or_else(|| mapping.source.clone(), shown),
            status: status.as_deref().map(shown),
            grid,
            area: area_code,
            address: places.address.and_then(|at| self.line(at, IMPORT_LINE_CHARS_MAX)),
            place,
            created_at,
            due_at,
            closed_at,
            department: department.code.clone(),
            category: category.code,
            category_name: category.new,
        };
        let new_area = area.and_then(named);
        Some(Judged { record, notes: Vec::new(), new_department: named(department), new_area })
    }

    /// What stands in a cell; nothing for a blank one.
    fn text(&self, at: usize) -> Option<&'a str> {
        let text = self.row.cells.get(at)?.text.as_str();
        (!self.judge.mapping.is_blank(text)).then_some(text)
    }

    fn refuse(&mut self, at: usize, reason: impl Into<String>) {
        let value = self.row.cells.get(at).map(|cell| told(&cell.text)).unwrap_or_default();
        let column = self.judge.header.get(at).cloned();
        self.problems.push(RowProblem { line: self.row.line, column, value, reason: reason.into() });
    }

    fn external(&mut self, at: usize) -> Option<String> {
        match self.text(at) {
            None => self.refuse(at, "every record needs a number of its own"),
            Some(text) if text.chars().count() > EXTERNAL_CHARS_MAX || text.chars().any(char::is_control) => {
                self.refuse(at, format!("a number has at most {EXTERNAL_CHARS_MAX} characters, in one line"));
            }
            Some(text) => return Some(text.to_owned()),
        }
        None
    }

    fn created(&mut self, at: usize) -> Option<DateTime<Utc>> {
        if self.text(at).is_none() {
            self.refuse(at, "every record needs the instant at which it was created");
            return None;
        }
        self.instant(at, DayPart::Start)
    }

    /// The instant in a cell; nothing for a blank one, and for one that is wrong, which is noted.
    fn instant(&mut self, at: usize, part: DayPart) -> Option<DateTime<Utc>> {
        let text = self.text(at)?;
        let known = self.row.cells[at].moment.map(Written::Local);
        let Some(written) = known.or_else(|| self.judge.mapping.formats.read(text)) else {
            self.refuse(at, "no format of the mapping's [dates] reads this as an instant");
            return None;
        };
        let instant = match written.plausible() {
            Err(year) => {
                let reason = format!(
                    "nobody kept records in the year {year}; if it stands for nothing, add it to `blank`"
                );
                self.refuse(at, reason);
                return None;
            }
            Ok(written) => written.instant(self.judge.mapping.zone, part),
        };
        let Some((instant, turn)) = instant else {
            self.refuse(at, format!("there is no such instant in {}", self.judge.mapping.zone));
            return None;
        };
        self.notes.extend(turn.map(|turn| match turn {
            Turn::MovedForward => Note::TimeMovedForward,
            Turn::Ambiguous => Note::TimeAmbiguous,
        }));
        Some(instant)
    }

    /// The instants decide whether a record is closed; the status is only compared with them.
    fn closing(&mut self, status: Option<&str>, closed_at: Option<DateTime<Utc>>, at: Option<usize>) {
        let mapping = self.judge.mapping;
        let (Some(status), Some(at)) = (status, at) else { return };
        let says_closed = mapping.closed_status.iter().any(|closed| closed == status);
        match (says_closed, closed_at) {
            (true, None) if mapping.closed_without_instant == WithoutInstant::Error => {
                self.refuse(at, "the status says closed, but there is no instant of closing");
            }
            (true, None) => self.notes.push(Note::ClosedWithoutInstant),
            (false, Some(_)) if !mapping.closed_status.is_empty() => {
                self.notes.push(Note::ClosedAgainstStatus);
            }
            _ => {}
        }
    }

    fn order(
        &mut self,
        created_at: DateTime<Utc>,
        due_at: Option<DateTime<Utc>>,
        closed_at: Option<DateTime<Utc>>,
    ) {
        let now = self.judge.now;
        let notes = [
            (closed_at.is_some_and(|at| at < created_at), Note::ClosedBeforeCreated),
            (due_at.is_some_and(|at| at < created_at), Note::DueBeforeCreated),
            (created_at > now || closed_at.is_some_and(|at| at > now), Note::InTheFuture),
        ];
        self.notes.extend(notes.into_iter().filter(|(noteworthy, _)| *noteworthy).map(|(_, note)| note));
    }

    /// What the word in a column means, or the default where there is no column or it is blank.
    fn meaning(
        &mut self,
        at: Option<usize>,
        default: Option<&str>,
        what: &str,
        look_up: impl Fn(&Words<'a>, &str) -> Result<Meaning, String>,
    ) -> Option<Meaning> {
        let written = at.and_then(|at| self.text(at)).or(default);
        let found = match written {
            Some(word) => look_up(&self.judge.words, word),
            None => {
                Err(format!("every record needs a {what}; set `default_{what}` for those that have none"))
            }
        };
        // Without a column the default is all there is; what is wrong with it is told at the number.
        found.map_err(|reason| self.refuse(at.unwrap_or(self.judge.places.id), reason)).ok()
    }

    /// The point, where there is one on Earth. Zero and zero is where forms end up that nobody filled in.
    fn place(&mut self) -> Option<Place> {
        let places = &self.judge.places;
        let (latitude, longitude) = (self.text(places.latitude?), self.text(places.longitude?));
        let number = |text: &str| text.parse::<f64>().ok();
        let place = match (latitude, longitude) {
            (None, None) => return None,
            (Some(latitude), Some(longitude)) => match (number(latitude), number(longitude)) {
                (Some(lat), Some(lon)) if lat != 0.0 || lon != 0.0 => {
                    Place::given(lon, lat, self.judge.mapping.crs).ok()
                }
                _ => None,
            },
            _ => None,
        };
        if place.is_none() {
            self.notes.push(Note::ImpossiblePlace);
        }
        place
    }

    /// Grid or area: what the columns say, else the grid around the point, else what the mapping says.
    fn whereabouts(&mut self, place: Option<Place>) -> (Option<Code>, Option<Meaning>) {
        let judge = self.judge;
        let (places, mapping) = (&judge.places, judge.mapping);
        let organisation = self.judge.words.organisation();
        if let Some((at, grid)) = places.grid.and_then(|at| Some((at, self.text(at)?))) {
            if !organisation.leaf_grids().any(|leaf| leaf.code == *grid) {
                self.refuse(at, "there is no leaf grid with this code");
            }
            return (Some(grid.to_owned()), None);
        }
        if let Some((at, area)) = places.area.and_then(|at| Some((at, self.text(at)?))) {
            let meaning = self.judge.words.area(area);
            return (None, meaning.map_err(|reason| self.refuse(at, reason)).ok());
        }
        if let Some(grid) = place.and_then(|place| organisation.locate(place.lon, place.lat).ok()) {
            return (Some(grid.code.clone()), None);
        }
        if let Some(area) = &mapping.default_area {
            let meaning = self.judge.words.area(area);
            let at = places.area.unwrap_or(places.id);
            return (None, meaning.map_err(|reason| self.refuse(at, reason)).ok());
        }
        (mapping.default_grid.clone(), None)
    }

    /// What the record is called: its own title, else its category.
    fn title(&mut self, category: &Meaning) -> String {
        let own = self.judge.places.title.and_then(|at| self.line(at, IMPORT_TITLE_CHARS_MAX));
        let of_policy =
            || self.judge.words.policy().category(&category.code).map(|known| known.minor.clone());
        own.or_else(|| category.new.clone()).or_else(of_policy).unwrap_or_else(|| category.code.clone())
    }

    fn line(&mut self, at: usize, chars_max: usize) -> Option<String> {
        let line = in_one_line(self.text(at)?);
        self.fitting(&line, chars_max)
    }

    fn paragraphs(&mut self, at: usize) -> Option<String> {
        let lines = self.text(at)?.lines().map(in_one_line);
        let text = lines.collect::<Vec<_>>().join("\n");
        self.fitting(text.trim(), IMPORT_TEXT_CHARS_MAX)
    }

    fn fitting(&mut self, text: &str, chars_max: usize) -> Option<String> {
        // Characters that turn the direction of writing, or show nothing, have no place in a record.
        let visible: String = text.chars().filter(|c| !unseen(*c)).collect();
        let fitting = cut(&visible, chars_max);
        if fitting != visible {
            self.notes.push(Note::TextCut);
        }
        (!fitting.is_empty()).then_some(fitting)
    }
}

const fn unseen(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{61c}' | '\u{ad}')
}

fn named(meaning: Meaning) -> Option<(Code, String)> {
    meaning.new.map(|name| (meaning.code, name))
}

/// A value as far as it is told.
fn told(value: &str) -> String {
    cut(&in_one_line(value), VALUE_CHARS_MAX)
}
