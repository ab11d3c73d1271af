//! Instants as people write them: with time and offset, or as a day.

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, de};
use whistle_domain::calendar::china_midnight;

/// An instant with its offset (RFC 3339), or a day: then its end in China, 24:00.
pub(super) fn by<'de, D: Deserializer<'de>>(deserializer: D) -> Result<DateTime<Utc>, D::Error> {
    let text = String::deserialize(deserializer)?;
    read(&text).ok_or_else(|| {
        let given: String = text.chars().take(40).collect();
        de::Error::custom(format!(
            "`{given}` is neither an instant such as 2026-12-01T18:00:00+08:00 nor a day such as 2026-12-01"
        ))
    })
}

fn read(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some(instant.to_utc());
    }
    let day: NaiveDate = text.parse().ok()?;
    Some(china_midnight(day.checked_add_days(Days::new(1))?))
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    #[test]
    fn a_day_means_its_end_in_china() {
        let end = Utc.with_ymd_and_hms(2026, 12, 1, 16, 0, 0).single();
        assert_eq!(read("2026-12-01"), end);
        assert_eq!(read("2026-12-02T00:00:00+08:00"), end);
    }

    #[test]
    fn neither_half_a_day_nor_the_end_of_time_is_read() {
        for text in ["", "2026-13-01", "2026-12-01T10:00:00", "+262142-12-31", "明天"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
