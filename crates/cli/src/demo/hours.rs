//! When people in the demo are at work. Offices keep 8:30–12:00 and 14:00–18:00 on working days; whoever has
//! night duty answers at any hour.

use chrono::{DateTime, Duration, NaiveTime, TimeZone, Timelike, Utc};

use whistle_domain::calendar::{WorkCalendar, china, china_date};

use super::splitmix::SplitMix64;

/// Opening and closing of the two halves of a working day, in minutes after midnight.
const HALVES: [(u32, u32); 2] = [(8 * 60 + 30, 12 * 60), (14 * 60, 18 * 60)];
/// How long after opening the first matters are taken up, minutes.
const WARMING_UP_MINUTES_MAX: i64 = 45;

/// Minutes after midnight in China.
fn minute_of_day(at: DateTime<Utc>) -> u32 {
    let local = at.with_timezone(&china());
    local.hour() * 60 + local.minute()
}

fn rest_day(at: DateTime<Utc>) -> bool {
    !WorkCalendar::embedded().is_workday(china_date(at))
}

/// Whether offices are open.
pub(super) fn open(at: DateTime<Utc>) -> bool {
    let minute = minute_of_day(at);
    !rest_day(at) && HALVES.iter().any(|(from, to)| (*from..*to).contains(&minute))
}

/// Whether ordinary people report ordinary things.
pub(super) fn awake(at: DateTime<Utc>) -> bool {
    (7 * 60..22 * 60).contains(&minute_of_day(at))
}

/// `at` itself while offices are open, else a little after they next open.
pub(super) fn at_work(at: DateTime<Utc>, chance: &mut SplitMix64) -> DateTime<Utc> {
    if open(at) {
        return at;
    }
    let late = Duration::seconds(chance.between(60, WARMING_UP_MINUTES_MAX * 60));
    next_opening(at) + late
}

fn next_opening(at: DateTime<Utc>) -> DateTime<Utc> {
    let mut day = at.with_timezone(&china()).date_naive();
    loop {
        for (from, _) in HALVES {
            let opens = NaiveTime::from_hms_opt(from / 60, from % 60, 0).expect("a time of day");
            let instant = china()
                .from_local_datetime(&day.and_time(opens))
                .single()
                .expect("a fixed offset has every local time once")
                .to_utc();
            if instant > at && !rest_day(instant) {
                return instant;
            }
        }
        day += Duration::days(1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn instant(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    #[test]
    fn what_comes_in_at_night_is_taken_up_when_the_office_opens() {
        let mut chance = SplitMix64::sequence(1, 1);
        let friday_night = instant("2026-11-20T22:10:00+08:00");
        let taken_up = at_work(friday_night, &mut chance);
        let monday = instant("2026-11-23T08:30:00+08:00");
        assert!(taken_up > monday && taken_up <= monday + Duration::minutes(WARMING_UP_MINUTES_MAX));
        let at_lunch = at_work(instant("2026-11-20T12:30:00+08:00"), &mut chance);
        assert!(open(at_lunch) && at_lunch > instant("2026-11-20T14:00:00+08:00"));
    }

    #[test]
    fn during_office_hours_nobody_waits() {
        let morning = instant("2026-11-20T09:15:00+08:00");
        assert_eq!(at_work(morning, &mut SplitMix64::sequence(1, 2)), morning);
    }
}
