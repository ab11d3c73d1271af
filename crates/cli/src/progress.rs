//! A progress bar, where somebody looks.

use std::io::IsTerminal;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A bar over events, on stderr. Hidden unless that is a terminal.
pub fn over_events(what: &str) -> ProgressBar {
    let target = if std::io::stderr().is_terminal() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    };
    let style = ProgressStyle::with_template("{msg:12} [{wide_bar}] {human_pos}/{human_len} {per_sec} {eta}")
        .expect("the template is constant");
    ProgressBar::with_draw_target(Some(0), target).with_style(style).with_message(what.to_owned())
}
