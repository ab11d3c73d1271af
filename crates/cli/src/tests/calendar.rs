//! The calendar on the command line.

use super::*;
use whistle_store::calendar::load_calendar;

#[test]
fn limits_are_counted_without_a_database() {
    let directory = tempfile::tempdir().expect("a directory");
    let data_dir = directory.path().display().to_string();
    let due = [
        "--data-dir",
        &data_dir,
        "calendar",
        "due",
        "--from",
        "2026-02-13 17:00",
        "--limit",
        "3wd",
        "--json",
    ];
    assert_eq!(status(&due), ExitCode::SUCCESS);
    assert_eq!(status(&["--data-dir", &data_dir, "calendar", "show", "2027"]), ExitCode::SUCCESS);
    assert_eq!(std::fs::read_dir(directory.path()).expect("it is there").count(), 0, "nothing was made");
    for wrong in [
        ["calendar", "due", "--from", "yesterday", "--limit", "3wd"],
        ["calendar", "due", "--from", "2026-02-13", "--limit", "3 days"],
        ["calendar", "due", "--from", "2026-02-13", "--limit", "0wd"],
    ] {
        assert_eq!(status(&wrong), ExitCode::from(failure::USAGE), "{wrong:?}");
    }
}

/// 2027 as the law has it.
const LAWFUL: &str = "date,kind,festival,basis
2027-01-01,off,元旦,法定
2027-02-05,off,春节,法定
2027-02-06,off,春节,法定
2027-02-07,off,春节,法定
2027-02-08,off,春节,法定
2027-04-05,off,清明节,法定
2027-05-01,off,劳动节,法定
2027-05-02,off,劳动节,法定
2027-06-09,off,端午节,法定
2027-09-15,off,中秋节,法定
2027-10-01,off,国庆节,法定
2027-10-02,off,国庆节,法定
2027-10-03,off,国庆节,法定
";

#[tokio::test(flavor = "multi_thread")]
async fn a_year_is_published_from_a_file_once() {
    let test = TestDatabase::create(&MIGRATIONS).await;
    let directory = tempfile::tempdir().expect("a directory");
    let (file, broken) = (directory.path().join("2027.csv"), directory.path().join("broken.csv"));
    std::fs::write(&file, LAWFUL).expect("it can be written");
    std::fs::write(&broken, LAWFUL.replace("2027-06-09,off", "2027-06-09,free")).expect("it can be written");
    let publish = async |file: &Path| {
        let file = file.display().to_string();
        let rest = ["calendar", "publish", &file, "--source", "演示通知", "--published-on", "2026-11-04"];
        organisation::whistle(&test, directory.path(), &rest).await
    };
    let pool = whistle_store::database::pool(test.url(), 1).expect("an address");
    let known = async || load_calendar(&pool).await.expect("it can be read");
    assert_eq!(publish(&broken).await, ExitCode::from(failure::FAILED));
    assert_eq!(known().await.1, 0);
    for _ in 0..2 {
        assert_eq!(publish(&file).await, ExitCode::SUCCESS);
        let (calendar, version) = known().await;
        assert!(calendar.published(2027) && version == 1);
    }
}
