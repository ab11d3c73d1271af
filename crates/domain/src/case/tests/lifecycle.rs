//! `docs/lifecycle.md` shows the rules as they are: its diagrams and tables are written from the tables of these
//! tests. When this fails, put the wanted text that it prints between the markers.

use std::collections::BTreeMap;
use std::fmt::Write;

use rstest::rstest;

use super::grid::{ACTIONS, COMMANDS, REASONS, STAGES};
use super::moves::{CASE_MOVES, DISPATCH_MOVES, Part};
use crate::case::{CaseStatus, DispatchState};

const DOCUMENT: &str = include_str!("../../../../../docs/lifecycle.md");

#[test]
fn the_document_draws_the_statuses_of_a_case() {
    let ends = CaseStatus::ALL.into_iter().filter(|status| status.terminal()).map(CaseStatus::code);
    expect("status diagram", &diagram(case_moves(), ends));
}

#[test]
fn the_document_lists_the_moves_of_a_case() {
    expect("status moves", &moves_table(case_moves()));
}

#[rstest]
#[case("acting", Part::Acting)]
#[case("notified", Part::Notified)]
fn the_document_draws_the_states_of_a_dispatch(#[case] title: &str, #[case] part: Part) {
    let ends = [DispatchState::Discharged.code()];
    expect(&format!("{title} dispatch diagram"), &diagram(dispatch_moves(part), ends.into_iter()));
}

#[rstest]
#[case("acting", Part::Acting)]
#[case("notified", Part::Notified)]
fn the_document_lists_the_moves_of_a_dispatch(#[case] title: &str, #[case] part: Part) {
    expect(&format!("{title} dispatch moves"), &moves_table(dispatch_moves(part)));
}

/// Text whose test is gone would grow stale unnoticed.
#[test]
fn the_document_has_no_generated_text_besides_these_nine() {
    assert_eq!(DOCUMENT.matches("<!-- generated: ").count(), 9);
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
