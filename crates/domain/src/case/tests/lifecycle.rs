//! `docs/lifecycle.md` shows the rules as they are: its diagrams and tables are written from the tables of these
//! tests. When this fails, put the wanted text that it prints between the markers.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::grid::{ACTIONS, GRIDS, SIGNS};
use super::moves::{CASE_MOVES, DISPATCH_MOVES, DISPATCH_STAYING, Part, STAYING};
use crate::case::{CaseStatus, DispatchState};

const DOCUMENT: &str = include_str!("../../../../../docs/lifecycle.md");

/// Every generated text by the name of its section.
fn sections() -> Vec<(String, String)> {
    let ends = CaseStatus::ALL.into_iter().filter(|status| status.terminal()).map(CaseStatus::code);
    let mut sections = vec![
        ("status diagram".to_owned(), diagram(case_moves(), ends)),
        ("status moves".to_owned(), moves_table(case_moves())),
        ("status staying".to_owned(), staying_table(STAYING, CaseStatus::code, CaseStatus::ALL.len())),
        (
            "dispatch staying".to_owned(),
            staying_table(DISPATCH_STAYING, DispatchState::code, DispatchState::ALL.len()),
        ),
        ("legend".to_owned(), legend()),
        ("action grid".to_owned(), action_grid()),
    ];
    for (title, part) in [("acting", Part::Acting), ("notified", Part::Notified)] {
        let ends = [DispatchState::Recalled.code(), DispatchState::Discharged.code()].into_iter();
        sections.push((format!("{title} dispatch diagram"), diagram(dispatch_moves(part), ends)));
        sections.push((format!("{title} dispatch moves"), moves_table(dispatch_moves(part))));
    }
    for commands in &GRIDS {
        let rows = commands.rows.iter().map(|(command, row)| ((*command).to_owned(), *row));
        sections.push((format!("{} grid", commands.title), grid("command", commands.stages, rows)));
    }
    sections
}

#[test]
fn the_document_shows_the_moves_and_the_grids_as_they_are() {
    for (section, wanted) in sections() {
        expect(&section, &wanted);
    }
}

/// Text whose test is gone would grow stale unnoticed.
#[test]
fn the_document_has_no_other_generated_text() {
    assert_eq!(DOCUMENT.matches("<!-- generated: ").count(), sections().len());
}

/// What is said in prose must at least be named: every status, state and refusal of the grids.
#[test]
fn the_document_names_every_status_every_state_and_every_event() {
    let statuses = CaseStatus::ALL.map(CaseStatus::code);
    let states = DispatchState::ALL.map(DispatchState::code);
    let names = statuses.iter().chain(&states).chain(crate::case::CaseEvent::NAMES);
    for name in names {
        assert!(DOCUMENT.contains(&format!("`{name}`")), "{name}");
    }
}

type Named = (&'static str, &'static str, &'static str);

fn case_moves() -> impl Iterator<Item = Named> {
    let name = |status: CaseStatus| match status {
        CaseStatus::Unreported => "[*]",
        other => other.code(),
    };
    CASE_MOVES.iter().map(move |(from, event, to)| (name(*from), *event, name(*to)))
}

fn dispatch_moves(of: Part) -> impl Iterator<Item = Named> {
    let of_part = DISPATCH_MOVES.iter().filter(move |(_, _, _, part)| *part == of);
    of_part.map(|(from, event, to, _)| (from.map_or("[*]", DispatchState::code), *event, to.code()))
}

fn action_grid() -> String {
    let states = DispatchState::ALL.map(DispatchState::code);
    let rows = ACTIONS.into_iter().flat_map(|(action, acting, notified)| {
        [(format!("{action} (lead, co-handler)"), acting), (format!("{action} (notified)"), notified)]
    });
    grid("action", &states, rows)
}

fn legend() -> String {
    let mut legend =
        "| sign | meaning |\n|---|---|\n| ✓ | succeeds |\n| - | allowed, and changes nothing |\n".to_owned();
    for (sign, code) in SIGNS {
        writeln!(legend, "| {sign} | refused: `{code}` |").expect("a string takes everything");
    }
    legend
}

fn staying_table<S: Copy>(rows: &[(&str, &[S])], name: fn(S) -> &'static str, all: usize) -> String {
    let mut text = "| event | where |\n|---|---|\n".to_owned();
    for (event, places) in rows {
        let named: Vec<_> = places.iter().map(|place| format!("`{}`", name(*place))).collect();
        let places = if places.len() == all { "everywhere".to_owned() } else { named.join(", ") };
        writeln!(text, "| `{event}` | {places} |").expect("a string takes everything");
    }
    text
}

/// Arrows of one direction between the same two boxes share a line; what stays in its box is left to the table.
fn diagram<'a>(
    moves: impl Iterator<Item = (&'a str, &'a str, &'a str)>,
    ends: impl Iterator<Item = &'a str>,
) -> String {
    let mut arrows: Vec<(&str, &str)> = Vec::new();
    let mut labels: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    for (from, event, to) in moves.filter(|(from, _, to)| from != to) {
        if !arrows.contains(&(from, to)) {
            arrows.push((from, to));
        }
        labels.entry((from, to)).or_default().push(event);
    }
    let mut text = "```mermaid\nstateDiagram-v2\n".to_owned();
    for (from, to) in arrows {
        let label = labels[&(from, to)].join(", ");
        writeln!(text, "    {from} --> {to}: {label}").expect("a string takes everything");
    }
    for end in ends {
        writeln!(text, "    {end} --> [*]").expect("a string takes everything");
    }
    text + "```\n"
}

fn moves_table<'a>(moves: impl Iterator<Item = (&'a str, &'a str, &'a str)>) -> String {
    let mut text = "| from | event | to |\n|---|---|---|\n".to_owned();
    for (from, event, to) in moves {
        let from = if from == "[*]" { "–".to_owned() } else { format!("`{from}`") };
        let to = if format!("`{to}`") == from { "stays".to_owned() } else { format!("`{to}`") };
        writeln!(text, "| {from} | `{event}` | {to} |").expect("a string takes everything");
    }
    text
}

fn grid<'a>(title: &str, columns: &[&str], rows: impl IntoIterator<Item = (String, &'a str)>) -> String {
    let mut text = format!("| {title} | {} |\n|---|{}\n", columns.join(" | "), ":-:|".repeat(columns.len()));
    for (name, row) in rows {
        let cells: Vec<_> = row.split(' ').map(|cell| if cell == "+" { "✓" } else { cell }).collect();
        writeln!(text, "| {name} | {} |", cells.join(" | ")).expect("a string takes everything");
    }
    text
}

/// The document must hold exactly this text between the markers of `section`.
#[track_caller]
fn expect(section: &str, wanted: &str) {
    let (begin, end) = (format!("<!-- generated: {section} -->\n"), "<!-- end of generated text -->");
    let found = DOCUMENT
        .split_once(&begin)
        .and_then(|(_, after)| after.split_once(end))
        .map_or("", |(between, _)| between);
    assert!(
        found == wanted,
        "docs/lifecycle.md is out of date; wanted:\n{begin}{wanted}{end}\nbut found:\n{found}"
    );
}
