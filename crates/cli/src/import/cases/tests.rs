//! Whole imports of invented records, on real databases.

use std::fmt::Write as _;

use sqlx::{Connection, PgConnection};
use whistle_domain::organisation::OrganisationFile;
use whistle_store::database::MIGRATIONS;
use whistle_store::organisation::OrganisationBook;
use whistle_testkit::TestDatabase;

use super::judging::Note;
use super::*;
use crate::house::House;
use crate::settings::{ServiceOptions, SharedOptions};
use crate::told;

const DISTRICT: &str = include_str!("../../../../../demo/district.toml");
const MAPPING: &str = include_str!("fixtures/hotline.toml");
const CSV: &str = include_str!("fixtures/hotline.csv");
const GBK: &[u8] = include_bytes!("fixtures/hotline_gbk.csv");
const BROKEN: &str = include_str!("fixtures/hotline_broken.csv");

/// How often a wait of some seconds is repeated.
const CATCH_UP_WAITS_MAX: usize = 20;

/// A database with the demo's district, and a place for files.
struct Town {
    test: TestDatabase,
    directory: tempfile::TempDir,
}

impl Town {
    async fn new() -> Self {
        let test = TestDatabase::create(&MIGRATIONS).await;
        let town = Self { test, directory: tempfile::tempdir().expect("a directory") };
        let settings = town.settings();
        let file = OrganisationFile::parse(DISTRICT).expect("a district");
        let settled: anyhow::Result<()> = with_log(&settings, async |pool, log| {
            let book = OrganisationBook::new(log, vault(pool, &settings).await?);
            Ok(book.replace(&file, SystemClock.now()).await.map(drop)?)
        })
        .await;
        settled.expect("the district is stored");
        town
    }

    fn settings(&self) -> Settings {
        let shared = SharedOptions {
            data_dir: Some(self.directory.path().to_owned()),
            database_url: Some(self.test.url().to_owned()),
            ..SharedOptions::default()
        };
        Settings::decide(shared, ServiceOptions::default(), &[]).expect("nothing is wrong with them")
    }

    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.directory.path().join(name);
        std::fs::write(&path, bytes).expect("a file");
        path
    }

    fn command(&self, name: &str, bytes: impl AsRef<[u8]>, mapping: &str) -> ImportCases {
        let (file, mapping) = (self.file(name, bytes), self.file("mapping.toml", mapping));
        ImportCases { file, mapping, dry_run: false, json: false }
    }

    async fn import(&self, bytes: impl AsRef<[u8]>, mapping: &str) -> Answer {
        let command = self.command("records.csv", bytes, mapping);
        command.answer(&self.settings()).await.unwrap_or_else(|error| panic!("{}", told(&error)))
    }

    async fn refused(&self, bytes: impl AsRef<[u8]>, mapping: &str) -> String {
        let command = self.command("records.csv", bytes, mapping);
        told(&command.answer(&self.settings()).await.expect_err("it is refused"))
    }

    async fn events(&self) -> i64 {
        self.number("SELECT count(*) FROM events").await
    }

    async fn cases(&self) -> i64 {
        self.number("SELECT count(*) FROM events WHERE event_type = 'CaseImported'").await
    }

    async fn number(&self, question: &'static str) -> i64 {
        let mut connection = PgConnection::connect(self.test.url()).await.expect("the test server");
        sqlx::query_scalar(question).fetch_one(&mut connection).await.expect("a number")
    }

    /// Lets a service bring its read models up to date.
    async fn catch_up(&self) {
        let settings = self.settings();
        let given = crate::database::Database::of_service(&settings).await.expect("it is given");
        let house = House::build(&settings, &given).await.expect("a house");
        let mut waits = 0;
        while house.app().await_position(self.events().await).await.is_err() {
            waits += 1;
            assert!(waits < CATCH_UP_WAITS_MAX, "the read models do not follow");
        }
        house.close().await;
    }
}

/// The mapping with these keys before everything else.
fn mapping_with(keys: &str) -> String {
    format!("{keys}\n{MAPPING}")
}

#[tokio::test(flavor = "multi_thread")]
async fn records_become_cases_with_their_own_instants_units_and_categories() {
    let town = Town::new().await;
    let answer = town.import(CSV, MAPPING).await;
    assert_eq!((answer.read, answer.imported, answer.wrong, answer.already_there), (8, 8, 0, 0));
    // The scheme, two departments, one area; two categories, because the third is one of the policy.
    assert_eq!((answer.new_units, answer.new_categories), (4, 2));
    let positions = answer.last_position.zip(answer.first_position).map(|(last, first)| last - first);
    assert_eq!(positions, Some(7));
    let noted: Vec<_> = answer.warning_counts.iter().map(|(note, count)| (*note, *count)).collect();
    let expected = [
        (Note::ClosedBeforeCreated, 1),
        (Note::DueBeforeCreated, 1),
        (Note::ClosedWithoutInstant, 1),
        (Note::ImpossiblePlace, 2),
    ];
    assert_eq!(noted, expected);

    town.catch_up().await;
    let mut connection = PgConnection::connect(town.test.url()).await.expect("the test server");
    let rows: Vec<(String, String, String, String, String, Option<String>)> = sqlx::query_as(
        "SELECT number, status, title, category, lead,
                to_char(due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') FROM cases ORDER BY number",
    )
    .fetch_all(&mut connection)
    .await
    .expect("the cases");
    let told: Vec<_> =
        rows.iter().map(|row| (row.0.as_str(), row.1.as_str(), row.2.as_str(), row.5.as_deref())).collect();
    assert_eq!(
        told,
        [
            ("hotline-2019:R-001", "closed", "楼顶违建", Some("2019-03-11 18:00")),
            ("hotline-2019:R-002", "closed", "路面积水", Some("2019-03-12 18:00")),
            ("hotline-2019:R-003", "closed", "井盖下沉", Some("2019-03-13 18:00")),
            ("hotline-2019:R-004", "closed", "树枝修剪", None),
            ("hotline-2019:R-005", "in_handling", "树枝修剪", Some("2019-03-15 18:00")),
            ("hotline-2019:R-006", "in_handling", "树枝修剪", Some("2019-03-16 18:00")),
            ("hotline-2019:R-007", "closed", "路面积水", Some("2019-03-01 18:00")),
            ("hotline-2019:R-008", "closed", "路面积水", Some("2019-03-18 00:00")),
        ]
    );
    assert_eq!((rows[0].3.as_str(), rows[0].4.as_str()), ("0101", "d-urban"), "both were known");
    assert!(rows[1].3.starts_with("hotline-2019:") && rows[1].4.starts_with("hotline-2019-"), "{rows:?}");

    // On time are R-001, R-002 (to the second), R-008; late are; R-004 had no deadline.
    let on_time = "SELECT count(*) FROM cases WHERE closed_at <= due_at";
    assert_eq!(town.number(on_time).await, 3);
    assert_eq!(town.number("SELECT count(*) FROM cases WHERE closed_at > due_at").await, 2);
    assert_eq!(town.number("SELECT count(*) FROM backlog").await, 2, "open ones alone");
    assert_eq!(town.number("SELECT count(*) FROM case_timers").await, 0, "no clock strikes for the past");
    let kept = "SELECT count(*) FROM events WHERE event_type = 'CaseImported'
                AND occurred_at < '2019-03-12' AND recorded_at > '2020-01-01'";
    assert_eq!(town.number(kept).await, 8);
    let names = whistle_store::imports::category_names(
        &whistle_store::database::pool(town.test.url(), 1).expect("an address"),
    )
    .await
    .expect("the catalogue");
    assert_eq!(names.get(&rows[1].3).map(String::as_str), Some("路面积水"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_personal_in_a_record_is_sealed_and_doors_are_not_shown() {
    let town = Town::new().await;
    town.import(CSV, MAPPING).await;
    let mut connection = PgConnection::connect(town.test.url()).await.expect("the test server");
    let payloads: Vec<String> = sqlx::query_scalar(
        "SELECT convert_from(payload, 'UTF8') FROM events WHERE event_type = 'CaseImported' ORDER BY position",
    )
    .fetch_all(&mut connection)
    .await
    .expect("the events");
    let mut sealed = 0;
    for payload in payloads {
        let event: serde_json::Value = serde_json::from_str(&payload).expect("an event");
        let record = &event["CaseImported"]["record"];
        for text in [&record["description"], &record["location"]["address"]] {
            let shown = text["shown"].as_str().unwrap_or_default();
            assert!(!shown.contains("13900000001") && !shown.contains("501"), "{shown}");
            sealed += usize::from(text["original"].is_object());
        }
    }
    assert_eq!(sealed, 2, "the number in one story, the door in one address");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_records_again_import_nothing_in_whatever_file_they_come() {
    let town = Town::new().await;
    town.import(CSV, MAPPING).await;
    let events = town.events().await;
    let again = town.import(CSV, MAPPING).await;
    assert_eq!((again.imported, again.already_there, again.differing), (0, 8, 0));
    assert_eq!((again.new_units, again.new_categories, again.first_position), (0, 0, None));
    let gbk = town.import(GBK, &mapping_with("encoding = \"gbk\"")).await;
    assert_eq!((gbk.imported, gbk.already_there, gbk.differing), (0, 8, 0));
    let changed = town.import(CSV.replace("2019-03-20 09:00:00", "2019-03-10 09:00:00"), MAPPING).await;
    assert_eq!((changed.already_there, changed.differing), (7, 1));
    assert_eq!(changed.differences, [report::Difference { line: 4, id: "R-003".to_owned() }]);
    assert_eq!(town.events().await, events, "nothing was written");
    let more = town
        .import(
            format!("{CSV}R-009,2019-04-01 08:00:00,,,办理中,原水务站,路面积水,,,,,,电话,石桥,\n"),
            MAPPING,
        )
        .await;
    assert_eq!((more.imported, more.already_there), (1, 8));
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_are_wrong_keep_the_whole_file_out_and_are_all_told() {
    let town = Town::new().await;
    let events = town.events().await;
    let answer = town.import(BROKEN, MAPPING).await;
    assert!(answer.refused);
    assert_eq!((answer.read, answer.wrong, answer.imported), (9, 3, 0));
    let told: Vec<_> = answer
        .errors
        .iter()
        .map(|problem| (problem.line, problem.column.as_deref(), problem.value.as_str()))
        .collect();
    let expected = [(3, None, "8 fields"), (7, Some("登记时间"), "三月八日"), (11, Some("编号"), "R-001")];
    assert_eq!(told, expected);
    assert!(answer.errors[2].reason.contains("the record in line 2 has this number too"));
    // The policy that comes with the service is stored by whoever comes first.
    assert_eq!((town.events().await - events, town.cases().await), (1, 0));

    let skipping = town.import(BROKEN, &mapping_with("rows_with_errors = \"skip\"")).await;
    assert_eq!((skipping.refused, skipping.skipped, skipping.imported), (false, 3, 6));
    let mended = town.import(CSV, MAPPING).await;
    assert_eq!((mended.imported, mended.already_there), (2, 6));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rehearsal_tells_what_would_happen_and_writes_nothing() {
    let town = Town::new().await;
    let command = ImportCases { dry_run: true, ..town.command("records.csv", CSV, MAPPING) };
    let answer = command.answer(&town.settings()).await.expect("it runs");
    assert_eq!((answer.imported, answer.rehearsal, town.cases().await), (8, true, 0));
    let units = "SELECT count(*) FROM events WHERE event_type = 'UnitEstablished' AND command_ordinal = 0";
    let before = town.number(units).await;
    town.import(CSV, MAPPING).await;
    assert_eq!(town.number(units).await, before + 1);
    let answer = command.answer(&town.settings()).await.expect("it runs");
    assert_eq!((answer.imported, answer.already_there), (0, 8));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_says_what_the_file_says() {
    let town = Town::new().await;
    town.import(CSV, MAPPING).await;
    let command = town.command("records.xlsx", workbook(), MAPPING);
    let answer = command.answer(&town.settings()).await.unwrap_or_else(|error| panic!("{}", told(&error)));
    assert_eq!((answer.read, answer.already_there, answer.imported), (8, 8, 0), "{:?}", answer.differences);
    let elsewhere = town.command("records.xlsx", workbook(), &mapping_with("sheet = \"工单\""));
    let line = told(&elsewhere.answer(&town.settings()).await.expect_err("it is not there"));
    assert!(line.ends_with("there is no sheet `工单`; there are Sheet1"), "{line}");
}

/// The records as a spreadsheet has them: whatever looks like an instant is a number of days, shown as one.
fn workbook() -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let shown = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm:ss");
    let sheet = workbook.add_worksheet();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(CSV.as_bytes());
    for (row, record) in (0..).zip(reader.records()) {
        for (column, text) in (0..).zip(record.expect("a record").iter()) {
            let written = match chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S") {
                Ok(moment) => sheet.write_number_with_format(row, column, serial(moment), &shown),
                Err(_) => sheet.write_string(row, column, text),
            };
            written.expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

/// Days since the last but one of 1899, as spreadsheets count.
fn serial(moment: chrono::NaiveDateTime) -> f64 {
    let epoch =
        chrono::NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day").and_time(chrono::NaiveTime::MIN);
    let seconds = i32::try_from((moment - epoch).num_seconds() % 86_400).expect("less than a day");
    let days = i32::try_from((moment - epoch).num_days()).expect("less than a century or two");
    f64::from(days) + f64::from(seconds) / 86_400.0
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mapping_that_does_not_fit_is_refused_with_the_place_and_what_there_is() {
    let town = Town::new().await;
    let events = town.events().await;
    let refusals = [
        (
            MAPPING.replace("\"办结期限\"", "\"期限\""),
            "mapping.toml: line 13, key `columns.due`: the file has no column `期限`; it has `编号`, `登记时间`",
        ),
        (
            MAPPING.replace("\"s1-c1\"", "\"s9-c9\""),
            "key `areas.松影`: there is no unit `s9-c9`; there are `yunqi`",
        ),
        (
            mapping_with("default_grid = \"g99\""),
            "line 1, key `default_grid`: there is no leaf grid `g99`; there are `g01`",
        ),
        (
            MAPPING.replace("unknown_categories = \"create\"", "unknown_categories = { code = \"9999\" }"),
            "key `unknown_categories`: there is no category `9999`; there are `0101`",
        ),
        (
            MAPPING.replace("Asia/Shanghai", "Asia/Yunqi"),
            "line 4, key `timezone`: `Asia/Yunqi` is no time zone",
        ),
        (mapping_with("colour = 1"), "line 1, column 1: unknown field `colour`"),
    ];
    for (mapping, expected) in refusals {
        let line = town.refused(CSV, &mapping).await;
        assert!(line.contains(expected), "{line}");
    }
    let gbk = town.refused(GBK, MAPPING).await;
    assert!(
        gbk.contains("line 1, column 1: byte 1 of it") && gbk.contains("set encoding = \"gbk\""),
        "{gbk}"
    );
    assert!(town.events().await - events <= 1 && town.cases().await == 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_words_are_refused_unless_the_mapping_says_otherwise() {
    let town = Town::new().await;
    let strict = MAPPING.replace("\"create\"", "\"refuse\"");
    let answer = town.import(CSV, &strict).await;
    assert!(answer.refused && answer.wrong == 7, "{answer:?}");
    let reasons: Vec<_> = answer.errors.iter().map(|problem| problem.reason.as_str()).collect();
    assert!(
        reasons.iter().any(|reason| reason.contains("set unknown_departments = \"create\"")),
        "{reasons:?}"
    );
    assert!(
        reasons.iter().any(|reason| reason.contains("set unknown_categories = \"create\"")),
        "{reasons:?}"
    );
    let taken =
        MAPPING.replace("unknown_categories = \"create\"", "unknown_categories = { code = \"0101\" }");
    let answer = town.import(CSV, &taken).await;
    assert_eq!((answer.imported, answer.new_categories), (8, 0));
}

/// Many records, computed from their numbers alone: so is what they come to.
fn many(count: u32) -> (String, i64, i64) {
    let (mut text, mut on_time, mut closed) = ("id,opened,target,done,agency,type\n".to_owned(), 0, 0);
    for number in 0..count {
        let day = 1 + number % 27;
        let (due_hour, done_hour) = (number % 24, number * 7 % 24);
        let done =
            if number % 5 == 0 { String::new() } else { format!("2022-04-{day:02} {done_hour:02}:00:00") };
        if number % 5 != 0 {
            closed += 1;
            on_time += i64::from(done_hour <= due_hour);
        }
        writeln!(
            text,
            "{},2022-03-{day:02} 02:30:00,2022-04-{day:02} {due_hour:02}:00:00,{done},A{},T{}",
            100_000 + number,
            number % 4,
            number % 11
        )
        .expect("a string takes everything");
    }
    (text, closed, on_time)
}

const MANY: &str = "scheme = \"city\"\ntimezone = \"America/New_York\"\nunknown_departments = \"create\"\n\
                    unknown_categories = \"create\"\n[columns]\nid = \"id\"\ncreated = \"opened\"\ndue = \"target\"\n\
                    closed = \"done\"\ndepartment = \"agency\"\ncategory = \"type\"\n";

#[tokio::test(flavor = "multi_thread")]
async fn an_import_that_was_cut_off_goes_on_where_it_was_and_counts_to_the_last_case() {
    const RECORDS: u32 = 3_000;
    let town = Town::new().await;
    let (text, closed, on_time) = many(RECORDS);
    let command = town.command("records.csv", &text, MANY);
    let settings = town.settings();
    {
        let importing = command.answer(&settings);
        let some_are_there = async {
            while town.cases().await < 300 {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            _ = importing => panic!("it was too fast to be cut off"),
            () = some_are_there => {}
        }
    }
    let answer = command.answer(&settings).await.unwrap_or_else(|error| panic!("{}", told(&error)));
    assert!(answer.already_there >= 300 && answer.imported > 0, "{answer:?}");
    assert_eq!(answer.imported + answer.already_there, u64::from(RECORDS));
    assert_eq!(town.cases().await, i64::from(RECORDS));
    // 02:30 of 13 March 2022 was never shown in New York.
    assert_eq!(answer.warning_counts.get(&Note::TimeMovedForward), Some(&u64::from(RECORDS / 27)));
    town.catch_up().await;
    assert_eq!(town.number("SELECT count(*) FROM cases WHERE closed_at IS NOT NULL").await, closed);
    assert_eq!(town.number("SELECT count(*) FROM cases WHERE closed_at <= due_at").await, on_time);
    assert_eq!(town.number("SELECT count(DISTINCT lead) FROM cases").await, 4);
    assert_eq!(town.number("SELECT count(DISTINCT category) FROM cases").await, 11);
}
