//! Which days are working days.

use chinese_holiday::chinese_holiday;
use rstest::rstest;

use super::*;

/// Where `chinese_holiday` 2026.0.1 errs. The notice for 2016 has people work on the 9th of October (国庆节：10月8日（星期六）、
/// 10月9日（星期日）上班); that for 2017 gives off the 1st of January and, for it, the 2nd (1月1日放假，1月2日（星期一）补休), and
/// leaves the 30th of December what it was.
const OTHER_SOURCE_ERRS: [&str; 2] = ["2016-10-09", "2016-12-30"];
/// The last day that the other source knows.
const OTHER_SOURCE_UNTIL: &str = "2026-12-25";

#[test]
fn every_day_since_2004_is_what_an_independent_source_says() {
    let calendar = WorkCalendar::embedded();
    let days = date("2004-01-01").iter_days().take_while(|day| *day <= date(OTHER_SOURCE_UNTIL));
    let different: Vec<String> = days
        .filter(|day| {
            use chinese_holiday::Ymd;
            let (year, month, of_month) = (day.year(), day.month(), day.day());
            let ymd = Ymd::new(
                u16::try_from(year).expect("a year"),
                u8::try_from(month).expect("a month"),
                u8::try_from(of_month).expect("a day"),
            );
            calendar.is_workday(*day) != chinese_holiday(ymd).is_workday()
        })
        .map(|day| day.to_string())
        .collect();
    assert_eq!(different, OTHER_SOURCE_ERRS);
}

#[test]
fn the_last_week_of_2026_has_weekends_and_nothing_else() {
    let calendar = WorkCalendar::embedded();
    let days = date("2026-12-26").iter_days().take(6);
    let work: Vec<bool> = days.map(|day| calendar.is_workday(day)).collect();
    assert_eq!(work, [false, false, true, true, true, true]);
}

#[rstest]
#[case(2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22])]
#[case(2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23])]
#[case(2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23])]
fn the_months_have_as_many_working_days_as_the_notices_leave(#[case] year: i32, #[case] months: [usize; 12]) {
    let calendar = WorkCalendar::embedded();
    let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
    let mut found = [0; 12];
    for day in first.iter_days().take_while(|day| day.year() == year) {
        found[day.month0() as usize] += usize::from(calendar.is_workday(day));
    }
    assert_eq!(found, months);
}

#[rstest]
#[case("2024-02-09", true, "工作日")]
#[case("2026-02-14", true, "调休上班(春节)")]
#[case("2026-02-17", false, "春节放假")]
#[case("2026-11-21", false, "周末")]
#[case("2027-02-05", false, "春节法定假日(当年安排尚未公布)")]
#[case("2027-02-08", false, "春节法定假日(当年安排尚未公布)")]
#[case("2027-02-09", true, "工作日")]
#[case("2027-06-09", false, "端午节法定假日(当年安排尚未公布)")]
#[case("2003-10-01", false, "国庆节法定假日(当年安排尚未公布)")]
#[case("2060-05-03", true, "工作日")]
fn a_day_says_why_people_work_or_do_not(#[case] day: &str, #[case] work: bool, #[case] note: &str) {
    let calendar = WorkCalendar::embedded();
    let day = calendar.day(date(day));
    assert_eq!((day.work, day.note().as_str()), (work, note));
}

#[test]
fn an_unpublished_year_has_its_thirteen_statutory_days_and_weekends() {
    let calendar = WorkCalendar::embedded();
    for year in 2027..=2040 {
        let first = NaiveDate::from_ymd_opt(year, 1, 1).expect("a date");
        let days = first.iter_days().take_while(|day| day.year() == year);
        let statutory = days.filter(|day| matches!(calendar.day(*day).reason, DayReason::Statutory(_)));
        // The Mid-Autumn Festival may fall on one of the three National Days.
        let days = if [2028, 2031, 2039].contains(&year) { 12 } else { 13 };
        assert_eq!(statutory.count(), days, "{year}");
        assert!(!calendar.published(year));
    }
    assert!(EMBEDDED_YEARS.into_iter().all(|year| calendar.published(year)));
}

#[test]
fn a_day_of_this_place_wins_over_the_notice_and_the_weekday() {
    let local = |day: &str, kind| LocalDay { date: date(day), kind, reason: "台风".to_owned() };
    let calendar = WorkCalendar::clone(&WorkCalendar::embedded())
        .with_local_day(local("2026-11-23", DayKind::Off))
        .with_local_day(local("2026-10-01", DayKind::Work));
    assert!(!calendar.is_workday(date("2026-11-23")) && calendar.is_workday(date("2026-10-01")));
    assert_eq!(calendar.day(date("2026-11-23")).note(), "本地放假(台风)");
}

#[test]
fn every_embedded_day_says_where_it_comes_from() {
    let days = read_days(EMBEDDED_DAYS.as_bytes()).expect("sound days");
    assert!(days.iter().all(|day| !day.basis.is_empty() && EMBEDDED_YEARS.contains(&day.date.year())));
    assert!(days.windows(2).all(|pair| pair[0].date < pair[1].date));
}

#[rstest]
#[case::gbk(b"date,kind,festival,basis\n2027-01-01,off,\xd4\xaa\xb5\xa9,x\n", "line 2 is not UTF-8")]
#[case::heading(b"day,kind\n", "not `day,kind`")]
#[case::columns(b"date,kind,festival,basis\n2027-01-01,off,x\n", "line 2 cannot be read")]
#[case::day(b"date,kind,festival,basis\n2027-02-30,off,x,y\n", "line 2: `2027-02-30` is not a date")]
#[case::kind(b"date,kind,festival,basis\n2027-01-01,free,x,y\n", "line 2: `free` is neither")]
#[case::festival(b"date,kind,festival,basis\n2027-01-01,off, ,y\n", "line 2: the festival is missing")]
#[case::twice(
    b"date,kind,festival,basis\n2027-01-01,off,x,y\n2027-01-01,work,x,y\n",
    "line 3: 2027-01-01 is there twice"
)]
fn a_broken_file_is_refused_with_its_line(#[case] bytes: &[u8], #[case] said: &str) {
    let problem = read_days(bytes).expect_err("it is broken").to_string();
    assert!(problem.contains(said), "{problem}");
}

#[test]
fn a_file_that_is_too_large_is_refused_unread() {
    assert_eq!(read_days(&vec![b'x'; CALENDAR_BYTES_MAX + 1]), Err(CalendarFileProblem::TooLarge));
}
