//! From what stands in a cell to an instant.

use chrono::format::{Item, Parsed, StrftimeItems, parse};
use chrono::{
    DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::Tz;

use super::mapping::DayPart;

/// What is tried where the mapping names no formats, in this order. Where day and month could be either, the month is
/// first: whoever has the day first says so.
const USUAL: [&str; 24] = [
    "rfc3339",
    "%Y-%m-%d %H:%M:%S%.f %z",
    "%Y-%m-%d %H:%M:%S%.f%#z",
    "%Y-%m-%dT%H:%M:%S%.f%#z",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M",
    "%Y-%m-%dT%H:%M",
    "%Y/%m/%d %H:%M:%S%.f",
    "%Y/%m/%d %H:%M",
    "%m/%d/%Y %I:%M:%S %p",
    "%m/%d/%Y %I:%M %p",
    "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M",
    "%Y年%m月%d日 %H:%M:%S",
    "%Y年%m月%d日 %H:%M",
    "%Y年%m月%d日 %H时%M分%S秒",
    "%Y年%m月%d日 %H时%M分",
    "%Y%m%d%H%M%S",
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%m/%d/%Y",
    "%Y年%m月%d日",
    "%Y%m%d",
];
/// The name of the format of RFC 3339, which is ISO 8601 with an offset.
const RFC3339: &str = "rfc3339";
/// The years of which there can be records. What lies outside is a typing error, or stands for nothing and belongs
/// into `blank`.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9999;
/// The longest stretch that clocks were ever put forward by, with some to spare.
const GAP_MINUTES_MAX: i64 = 2 * 24 * 60;
/// The numbers that are days in a spreadsheet: from 1954 to 2119. Anything else in a column of dates is a mistake.
const SERIAL_DAYS: std::ops::Range<f64> = 20_000.0..80_000.0;

/// The formats that are tried, one after the other.
#[derive(Debug, Clone)]
pub struct DateFormats(Vec<Format>);

#[derive(Debug, Clone)]
enum Format {
    Rfc3339,
    Pattern(Vec<Item<'static>>),
}

/// What is noteworthy about an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// No clock showed it: it fell into the hour by which clocks were put forward, and is the end of that hour.
    MovedForward,
    /// Clocks showed it twice: it is the first time.
    Ambiguous,
}

/// A time as it stands in the file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Written {
    /// With its offset.
    Instant(DateTime<Utc>),
    /// By the clocks of the place.
    Local(NaiveDateTime),
    /// A day alone.
    Day(NaiveDate),
}

impl DateFormats {
    /// These formats in this order, or the usual ones. The error is a reason.
    pub fn new(formats: Option<Vec<String>>) -> Result<Self, String> {
        let formats = formats.unwrap_or_else(|| USUAL.map(str::to_owned).to_vec());
        if formats.is_empty() {
            return Err("at least one is needed".to_owned());
        }
        formats.iter().map(|format| Format::read(format)).collect::<Result<_, _>>().map(Self)
    }

    /// What a text says; nothing when no format fits.
    pub fn read(&self, text: &str) -> Option<Written> {
        self.0.iter().find_map(|format| format.written(text))
    }
}

impl Format {
    fn read(format: &str) -> Result<Self, String> {
        if format == RFC3339 {
            return Ok(Self::Rfc3339);
        }
        let items: Result<Vec<Item<'static>>, _> = StrftimeItems::new(format).parse_to_owned();
        items.map(Self::Pattern).map_err(|_| {
            format!("`{format}` is no format; `rfc3339`, or letters as in `%Y-%m-%d %H:%M:%S`, are right")
        })
    }

    fn written(&self, text: &str) -> Option<Written> {
        let items = match self {
            Self::Rfc3339 => {
                let instant = DateTime::parse_from_rfc3339(text).ok()?;
                return Some(Written::Instant(instant.to_utc()));
            }
            Self::Pattern(items) => items,
        };
        let mut parsed = Parsed::new();
        parse(&mut parsed, text, items.iter()).ok()?;
        if parsed.offset().is_some() || parsed.timestamp().is_some() {
            return Some(Written::Instant(parsed.to_datetime().ok()?.to_utc()));
        }
        let day = parsed.to_naive_date().ok()?;
        Some(match parsed.to_naive_time() {
            Ok(time) => Written::Local(day.and_time(time)),
            Err(_) if parsed.hour_div_12().is_none() && parsed.minute().is_none() => Written::Day(day),
            Err(_) => return None,
        })
    }
}

/// The time that a spreadsheet keeps as a number of days; nothing for numbers that are no days of our time.
pub fn of_serial(days: f64) -> Option<NaiveDateTime> {
    if !SERIAL_DAYS.contains(&days) {
        return None;
    }
    // Day 60 of spreadsheets never was; everything after counts from the day before the last of 1899. They keep
    // milliseconds at best.
    #[expect(clippy::cast_possible_truncation, reason = "the range was looked at")]
    let milliseconds = (days * 86_400_000.0).round() as i64;
    let epoch = NaiveDate::from_ymd_opt(1899, 12, 30)?.and_time(NaiveTime::MIN);
    epoch.checked_add_signed(TimeDelta::milliseconds(milliseconds))
}

impl Written {
    /// Whether it can be the time of a record; the year where it cannot.
    pub fn plausible(self) -> Result<Self, i32> {
        let year = match self {
            Self::Instant(instant) => instant.year(),
            Self::Local(local) => local.year(),
            Self::Day(day) => day.year(),
        };
        if YEARS.contains(&year) { Ok(self) } else { Err(year) }
    }

    /// The instant at which the clocks of `zone` showed it.
    pub fn instant(self, zone: Tz, part: DayPart) -> Option<(DateTime<Utc>, Option<Turn>)> {
        match self {
            Self::Instant(instant) => Some((instant, None)),
            Self::Local(local) => of_zone(local, zone),
            Self::Day(day) if part == DayPart::Start => of_zone(day.and_time(NaiveTime::MIN), zone),
            Self::Day(day) => {
                let next = day.checked_add_days(Days::new(1))?.and_time(NaiveTime::MIN);
                of_zone(next, zone).map(|(end, turn)| (end - TimeDelta::microseconds(1), turn))
            }
        }
    }
}

fn of_zone(local: NaiveDateTime, zone: Tz) -> Option<(DateTime<Utc>, Option<Turn>)> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(instant) => Some((instant.to_utc(), None)),
        LocalResult::Ambiguous(first, _) => Some((first.to_utc(), Some(Turn::Ambiguous))),
        LocalResult::None => {
            // Clocks are put forward at whole minutes: the first one that exists is the end of the gap.
            let minute = local.date().and_hms_opt(0, 0, 0)?
                + TimeDelta::minutes((local.time() - NaiveTime::MIN).num_minutes());
            let mut after = (1..=GAP_MINUTES_MAX).map(|minutes| minute + TimeDelta::minutes(minutes));
            let shown = after.find_map(|local| zone.from_local_datetime(&local).earliest())?;
            Some((shown.to_utc(), Some(Turn::MovedForward)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEW_YORK: Tz = chrono_tz::America::New_York;

    fn usual() -> DateFormats {
        DateFormats::new(None).expect("they are sound")
    }

    /// What a text of New York says in UTC.
    fn utc(text: &str) -> String {
        let written = usual().read(text).unwrap_or_else(|| panic!("{text} is not read"));
        let (instant, _) = written.instant(NEW_YORK, DayPart::Start).expect("an instant");
        instant.to_rfc3339_opts(chrono::SecondsFormat::AutoSi, true)
    }

    #[test]
    fn the_usual_ways_of_writing_an_instant_are_read() {
        for text in [
            "2022-01-17 11:20:00",
            "2022-01-17T11:20:00",
            "2022-01-17T11:20:00.000",
            "2022-01-17 11:20",
            "2022/01/17 11:20:00",
            "01/17/2022 11:20:00 AM",
            "1/17/2022 11:20 AM",
            "01/17/2022 11:20",
            "2022-01-17T16:20:00Z",
            "2022-01-17T11:20:00-05:00",
            "2022-01-17 11:20:00-05:00",
            "2022-01-17 11:20:00-05",
            "2022-01-17 16:20:00+00",
            "2022-01-17 11:20:00 -0500",
            "2022年01月17日 11时20分",
            "2022年1月17日 11:20:00",
            "20220117112000",
        ] {
            assert_eq!(utc(text), "2022-01-17T16:20:00Z", "{text}");
        }
        assert_eq!(utc("2022-01-17 11:20:00.125"), "2022-01-17T16:20:00.125Z");
        for text in ["2022-01-17", "01/17/2022", "2022/1/17", "2022年1月17日", "20220117"] {
            assert_eq!(utc(text), "2022-01-17T05:00:00Z", "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_not_read() {
        for text in
            ["yesterday", "2022-02-30", "2022-13-01 00:00:00", "13/45/2022", "2022-01-17 25:00:00", "4"]
        {
            assert_eq!(usual().read(text), None, "{text}");
        }
    }

    #[test]
    fn formats_of_the_mapping_take_the_place_of_the_usual_ones() {
        let day_first = DateFormats::new(Some(vec!["%d/%m/%Y %H:%M".to_owned()])).expect("it is sound");
        let second = NaiveDate::from_ymd_opt(2022, 3, 2).and_then(|day| day.and_hms_opt(1, 5, 0));
        assert_eq!(day_first.read("02/03/2022 01:05"), second.map(Written::Local));
        assert_eq!(day_first.read("2022-03-02 01:05"), None);
        assert!(DateFormats::new(Some(Vec::new())).is_err());
    }

    #[test]
    fn years_that_nobody_means_are_told_apart() {
        let year = |text: &str| usual().read(text).expect("it is read").plausible().err();
        assert_eq!(
            [year("1/17/22"), year("0001-01-01 00:00:00"), year("1899-12-31")],
            [Some(22), Some(1), Some(1899)]
        );
        assert_eq!([year("1900-01-01"), year("9999-12-31")], [None, None]);
    }

    #[test]
    fn an_hour_that_no_clock_showed_ends_with_the_gap_and_one_shown_twice_is_the_first() {
        let read = |text: &str| {
            let (instant, turn) = usual()
                .read(text)
                .and_then(|written| written.instant(NEW_YORK, DayPart::Start))
                .expect("one");
            (instant.to_rfc3339_opts(chrono::SecondsFormat::Secs, true), turn)
        };
        // Clocks went from 2:00 to 3:00 on 13 March 2022, and from 2:00 back to 1:00 on 6 November.
        let moved = ("2022-03-13T07:00:00Z".to_owned(), Some(Turn::MovedForward));
        assert_eq!([read("2022-03-13 02:00:00"), read("2022-03-13 02:30:45")], [moved.clone(), moved]);
        assert_eq!(read("2022-03-13 03:00:00"), ("2022-03-13T07:00:00Z".to_owned(), None));
        assert_eq!(read("2022-11-06 01:30:00"), ("2022-11-06T05:30:00Z".to_owned(), Some(Turn::Ambiguous)));
        assert_eq!(read("2022-11-06 01:30:00-05:00"), ("2022-11-06T06:30:00Z".to_owned(), None));
    }

    #[test]
    fn a_day_alone_is_its_beginning_or_its_end() {
        let day = usual().read("2022-03-13").expect("a day");
        let end = day.instant(NEW_YORK, DayPart::End).expect("an instant").0;
        assert_eq!(end.to_rfc3339(), "2022-03-14T03:59:59.999999+00:00");
    }

    #[test]
    fn a_number_of_a_spreadsheet_is_a_day_of_our_time_or_nothing() {
        let noon = NaiveDate::from_ymd_opt(2022, 1, 17).and_then(|day| day.and_hms_opt(12, 0, 0));
        assert_eq!(of_serial(44_578.5), noon);
        assert_eq!([of_serial(4.0), of_serial(1_642_435_200.0), of_serial(f64::NAN)], [None; 3]);
    }
}
