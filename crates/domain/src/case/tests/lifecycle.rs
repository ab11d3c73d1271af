//! `docs/lifecycle.md` shows the rules as they are: its diagrams and tables are written from the tables of these
//! tests. When this fails, put the wanted text that it prints between the markers.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::grid::{ACTIONS, COMMANDS, REASONS, STAGES};
use super::moves::{CASE_MOVES, DISPATCH_MOVES, Part};
use crate::case::{CaseStatus, DispatchState};

const DOCUMENT: &str = include_str!("../../../../../docs/lifecycle.md");

#[test]
fn the_document_shows_the_statuses_of_a_case() {
    let name = |status: CaseStatus| match status {
        CaseStatus::Unreported => "[*]",
        other => other.code(),
    };
    let moves = CASE_MOVES.iter().map(|(from, event, to)| (name(*from), *event, name(*to)));
    let ends = CaseStatus::ALL.into_iter().filter(|status| status.terminal()).map(CaseStatus::code);
    expect("status diagram", &diagram(moves.clone(), ends));
    expect("status moves", &moves_table(moves));
}

#[test]
fn the_document_shows_the_states_of_a_dispatch() {
    for (title, part) in [("acting", Part::Acting), ("notified", Part::Notified)] {
        let of_part = DISPATCH_MOVES.iter().filter(|made| made.3 == part);
        let moves =
            of_part.map(|(from, event, to, _)| (from.map_or("[*]", DispatchState::code), *event, to.code()));
        let ends = [DispatchState::Discharged.code()];
        expect(&format!("{title} dispatch diagram"), &diagram(moves.clone(), ends.into_iter()));
        expect(&format!("{title} dispatch moves"), &moves_table(moves));
    }
}

#[test]
fn the_document_shows_every_command_in_every_stage() {
    let stages = STAGES.map(|(stage, _)| stage);
    let rows = COMMANDS.map(|(command, row)| (command.to_owned(), row));
    expect("command grid", &grid("command", &stages, rows));
}

#[test]
fn the_document_shows_every_action_in_every_state() {
    let states = DispatchState::ALL.map(DispatchState::code);
    let rows = ACTIONS.into_iter().flat_map(|(action, acting, notified)| {
        [(format!("{action} (lead, co-handler)"), acting), (format!("{action} (notified)"), notified)]
    });
    expect("action grid", &grid("action", &states, rows));
}

#[test]
fn the_document_explains_every_sign_of_its_grids() {
    let mut legend = "| sign | meaning |\n|---|---|\n| ✓ | succeeds |\n".to_owned();
    for (letter, code) in REASONS {
        writeln!(legend, "| {letter} | refused: `{code}` |").expect("a string takes everything");
    }
    expect("legend", &legend);
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
