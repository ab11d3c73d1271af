//! `as_of` and `at`: what is known, and when clocks are judged.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::{AsOf, KnownAt};

use super::{instant, parse_instant};
use crate::problem::Problem;

/// What is known, and when clocks are judged.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct TwoTimes {
    /// A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then.
    as_of: Option<String>,
    /// The instant at which clocks are judged; that of `as_of`, else now, where it is not given.
    #[serde(default, deserialize_with = "instant")]
    at: Option<DateTime<Utc>>,
}

impl TwoTimes {
    /// What they say.
    pub(crate) fn parsed(&self) -> Result<AsOf, Problem> {
        as_of(self.as_of.as_deref(), self.at)
    }
}

/// What is known, of something without clocks.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct KnownThen {
    /// A position of the log, or an instant of `recorded_at` (RFC 3339): only what the log had then.
    as_of: Option<String>,
}

impl KnownThen {
    /// What it says.
    pub(crate) fn parsed(&self) -> Result<KnownAt, Problem> {
        known_at(self.as_of.as_deref())
    }
}

/// When clocks are judged, of what is only known as it is.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct JudgedAt {
    /// The instant at which lamps are judged; now where it is not given.
    #[serde(default, deserialize_with = "instant")]
    pub(crate) at: Option<DateTime<Utc>>,
}

/// The two times of a question.
pub(crate) fn as_of(text: Option<&str>, at: Option<DateTime<Utc>>) -> Result<AsOf, Problem> {
    Ok(AsOf { known: known_at(text)?, at })
}

/// What `as_of` asks for: a position, or an instant of `recorded_at`.
fn known_at(text: Option<&str>) -> Result<KnownAt, Problem> {
    let Some(text) = text else { return Ok(KnownAt::Now) };
    let position = text.parse().ok().filter(|position| *position >= 0).map(KnownAt::Position);
    position.or_else(|| parse_instant(text).map(KnownAt::Instant)).ok_or_else(|| {
        Problem::malformed(
            "bad_as_of",
            "as_of takes a position, or an instant such as 2026-11-21T09:30:00+08:00",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_and_an_instant_are_told_apart() {
        assert_eq!(known_at(None).ok(), Some(KnownAt::Now));
        assert_eq!(known_at(Some("0")).ok(), Some(KnownAt::Position(0)));
        assert_eq!(known_at(Some("1234")).ok(), Some(KnownAt::Position(1234)));
        let instant = parse_instant("2026-11-21T01:30:00Z").map(KnownAt::Instant);
        assert!(instant.is_some());
        // A plus sign that nobody escaped arrives as a blank.
        for text in ["2026-11-21T09:30:00+08:00", "2026-11-21T09:30:00 08:00", "2026-11-21T01:30:00Z"] {
            assert_eq!(known_at(Some(text)).ok(), instant, "{text}");
        }
    }

    #[test]
    fn what_is_neither_is_malformed() {
        for text in ["", "-1", "yesterday", "2026-11-21", "9223372036854775808", "12.5"] {
            assert!(known_at(Some(text)).is_err(), "{text}");
        }
    }
}
