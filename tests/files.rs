//! Lists as files, and the ledger.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use serde_json::{Value, json};

use crate::support::{CaseInHand, Scene, Stage, TestHouse, Who, reporter, whistle};

/// An export, with what its headers say.
struct Fetched {
    bytes: Vec<u8>,
    disposition: String,
    media_type: String,
    position: i64,
}

async fn fetch(house: &TestHouse, who: &Who, path: &str) -> Fetched {
    let response = house.get(who, path).open().await;
    assert_eq!(response.status(), 200, "{path}");
    let header = |name: &str| response.headers()[name].to_str().expect("a header").to_owned();
    let (disposition, media_type) = (header("content-disposition"), header("content-type"));
    let position = header("whistle-position").parse().expect("a position");
    let bytes = response.bytes().await.expect("the whole file").to_vec();
    Fetched { bytes, disposition, media_type, position }
}

fn sheet(file: &Fetched, name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(&file.bytes)).expect("a sheet");
    book.worksheet_range(name).expect("the sheet has the name of its title")
}

/// The words of a row.
fn row(sheet: &Range<Data>, number: u32) -> Vec<String> {
    let (_, width) = sheet.end().expect("a sheet with cells");
    (0..=width)
        .map(|column| sheet.get_value((number, column)).map(ToString::to_string).unwrap_or_default())
        .collect()
}

/// Its lines, without the byte order mark.
fn lines(file: &Fetched) -> Vec<String> {
    let text = std::str::from_utf8(&file.bytes).expect("UTF-8");
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(
        text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\n'),
        "lines end with CR LF: {text:?}"
    );
    text.lines().map(str::to_owned).collect()
}

/// Raised by somebody who says too much.
async fn told_too_much(house: &TestHouse, title: &str) -> CaseInHand {
    let mut body = whistle();
    body["title"] = json!(title);
    body["reporter"] = reporter();
    house.raised_by(&house.people.hotline, &body).await
}

#[tokio::test]
async fn cases_come_as_a_sheet_that_people_can_print() {
    let house = TestHouse::open().await;
    let first = house.case_at(Stage::Dispatched).await;
    let second = told_too_much(&house, "=1+1请打13912345678").await;
    let path = format!("/api/v1/cases/export?min_position={}", second.position);
    let file = fetch(&house, &house.people.supervisor, &path).await;
    assert_eq!(file.media_type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assert!(file.disposition.contains("filename*=UTF-8''%E6%A1%88%E4%BB%B6%E6%B8%85%E5%8D%9520261120.xlsx"));
    assert_eq!(file.position, second.position);
    let sheet = sheet(&file, "案件清单");
    assert_eq!(row(&sheet, 0)[0], "案件清单");
    assert_eq!(row(&sheet, 1)[..8], ["序号", "编号", "状态", "亮灯", "哨型", "大类", "小类", "标题"]);
    let newest = row(&sheet, 2);
    assert_eq!(newest[..3], ["1", &second.number, "已吹哨"]);
    // A formula is text, and whoever says too much is masked here too.
    assert_eq!(newest[7], "=1+1请打139****5678");
    assert_eq!(sheet.get_value((2, 1)), Some(&Data::String(second.number.clone())), "a number is text");
    let oldest = row(&sheet, 3);
    assert_eq!(oldest[..3], ["2", &first.number, "已派单"]);
    let Some(Data::DateTime(raised_at)) = sheet.get_value((3, 14)) else { panic!("{oldest:?}") };
    assert!((raised_at.as_f64().fract() - 0.5).abs() < 1e-6, "noon in Beijing: {raised_at:?}");
    let office = house.app.reference().organisation.unit("d-inspection").expect("a unit").name.clone();
    assert_eq!(row(&sheet, 4)[0], format!("制表单位:{office}"));
    assert_eq!(row(&sheet, 5)[0], "制表时间:2026年11月20日 12:00");
    assert!(row(&sheet, 6)[0].starts_with("统计口径:筛选条件:无"), "{:?}", row(&sheet, 6));
}

#[tokio::test]
async fn a_file_holds_what_the_list_shows_to_the_same_caller_with_the_same_filter() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let sent = house.case_at(Stage::Dispatched).await;
    let last = house.raised().await;
    let position = last.position;
    for (who, query, found) in [
        (&people.resident, "", 2),
        (&people.other_resident, "", 0),
        (&people.community, "", 2),
        (&people.other_community, "", 0),
        (&people.housing, "", 1),
        (&people.police, "", 0),
        (&people.auditor, "", 2),
        (&people.auditor, "&status=dispatched", 1),
        (&people.auditor, "&q=%E6%A5%BC%E9%81%93", 2),
        (&people.auditor, "&from=2026-11-21T00:00:00%2B08:00", 0),
    ] {
        let path = format!("/api/v1/cases/export?format=csv&min_position={position}{query}");
        let file = fetch(&house, who, &path).await;
        assert_eq!(file.media_type, "text/csv; charset=utf-8");
        assert_eq!(lines(&file).len(), found + 1, "{} {query}", who.name);
        let list = format!("/api/v1/cases?min_position={position}{query}");
        assert_eq!(house.get(who, &list).expect(200).await.ids().len(), found, "{} {query}", who.name);
    }
    let path = format!("/api/v1/dispatches/export?format=csv&state=issued&min_position={position}");
    let dispatches = lines(&fetch(&house, &people.dispatcher, &path).await);
    assert_eq!(dispatches.len(), 1 + 3);
    assert!(
        dispatches[1..].iter().all(|line| line.contains(&sent.number) && line.contains("待签收")),
        "{dispatches:?}"
    );
    house.get(&people.resident, "/api/v1/dispatches/export").refused(403, "forbidden").await;
    house.get(&people.auditor, "/api/v1/cases/export?format=pdf").refused(400, "bad_query").await;
    house.get(&people.auditor, "/api/v1/cases/export?q=%20").refused(400, "bad_query").await;
}

#[tokio::test]
async fn more_rows_than_fit_between_two_handfuls_come_whole_and_in_order() {
    let house = TestHouse::open().await;
    let mut numbers = Vec::new();
    for _case in 0..300 {
        numbers.push(house.raised_by(&house.people.hotline, &whistle()).await);
    }
    let position = numbers.last().expect("a case").position;
    let path = format!("/api/v1/cases/export?format=csv&min_position={position}");
    let file = lines(&fetch(&house, &house.people.auditor, &path).await);
    assert_eq!(file.len(), 301);
    for (serial, line) in (1..).zip(&file[1..]) {
        assert!(line.starts_with(&format!("{serial},")), "{line}");
    }
    for case in &numbers {
        assert_eq!(file.iter().filter(|line| line.contains(&case.number)).count(), 1, "{}", case.number);
    }
}

/// The ledger as the caller sees it.
async fn ledger(house: &TestHouse, who: &Who, query: &str) -> Vec<Value> {
    let answer = house.get(who, &format!("/api/v1/ledger?{query}")).expect(200).await;
    answer.json()["items"].as_array().expect("a list").clone()
}

fn told(line: &Value) -> (&str, i64, &str, Option<&str>) {
    let text = |name: &str| line[name].as_str();
    (
        text("problem").unwrap_or_default(),
        line["line"].as_i64().expect("a line"),
        text("state").unwrap_or_default(),
        text("owner"),
    )
}

#[tokio::test]
async fn a_problem_stands_on_the_ledger_until_it_is_struck_off_and_its_items_stand_below_it() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let case = house.scene(Scene::StruckOff).await;
    let seen = format!("min_position={}", case.position);
    let lines = ledger(&house, &people.supervisor, &seen).await;
    let lines: Vec<_> = lines.iter().map(told).collect();
    assert_eq!(
        lines,
        [
            ("楼道灯不亮", 0, "open", Some("d-housing")),
            ("三单元堆物", 1, "struck_off", Some("d-housing")),
            ("配电箱无锁", 2, "open", Some("d-housing")),
        ]
    );
    let struck_off = ledger(&house, &people.supervisor, &format!("{seen}&state=struck_off")).await;
    assert_eq!(struck_off.len(), 1);
    assert_eq!(struck_off[0]["measure"], "已清理");
    assert_eq!(struck_off[0]["reviewer"], json!({ "role": "community", "unit": "s1-c1" }));
    assert!(struck_off[0]["struck_off_at"].is_string());
    for (who, query, found) in [
        (&people.housing, "", 3),
        (&people.housing, "&unit=d-urban", 0),
        (&people.police, "", 0),
        (&people.other_community, "", 0),
        (&people.auditor, "&unit=d-housing&state=open", 2),
        (&people.auditor, "&area=s1", 3),
        (&people.auditor, "&area=s2", 0),
        (&people.community, "&area=s1-c1", 3),
        (&people.auditor, "&to=2026-11-20T00:00:00Z", 0),
    ] {
        let lines = ledger(&house, who, &format!("{seen}{query}")).await;
        assert_eq!(lines.len(), found, "{} {query}", who.name);
    }
}

#[tokio::test]
async fn a_closed_case_is_struck_off_by_whoever_checked_it_and_one_that_was_withdrawn_leaves_the_ledger() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let closed = house.case_at(Stage::Closed).await;
    let mut withdrawn = house.raised().await;
    house.command(&mut withdrawn, &people.resident, "withdraw", json!({ "reason": "已经好了" })).await;
    let lines = ledger(&house, &people.auditor, &format!("min_position={}", withdrawn.position)).await;
    assert_eq!(lines.len(), 1);
    assert_eq!(lines[0]["case_id"], closed.id);
    assert_eq!(lines[0]["state"], "struck_off");
    assert_eq!(lines[0]["measure"], "已修好");
    assert_eq!(lines[0]["reviewer"], json!({ "role": "grid_worker", "unit": "s1-c1" }));
    let path = format!("/api/v1/ledger/export?state=struck_off&min_position={}", withdrawn.position);
    let sheet = sheet(&fetch(&house, &people.auditor, &path).await, "问题台账");
    let line = row(&sheet, 2);
    assert_eq!((line[1].as_str(), line[11].as_str()), (closed.number.as_str(), "已销号"));
    assert!(row(&sheet, 5)[0].contains("销号情况=已销号"), "{:?}", row(&sheet, 5));
}

#[tokio::test]
async fn a_page_of_the_ledger_may_end_between_a_case_and_its_items() {
    let house = TestHouse::open().await;
    let people = &house.people;
    house.scene(Scene::Listed).await;
    let last = house.scene(Scene::Listed).await;
    let whole = ledger(&house, &people.community, &format!("min_position={}", last.position)).await;
    assert_eq!(whole.len(), 6);
    for who in [&people.community, &people.auditor] {
        for limit in 1..=5 {
            let (mut seen, mut cursor) = (Vec::new(), String::new());
            loop {
                let path = format!("/api/v1/ledger?limit={limit}{cursor}");
                let page = house.get(who, &path).expect(200).await.json();
                seen.extend(page["items"].as_array().expect("a list").clone());
                let Some(next) = page["next_cursor"].as_str() else { break };
                cursor = format!("&cursor={next}");
            }
            assert_eq!(seen, whole, "{} by {limit}", who.name);
        }
    }
    for cursor in ["x", "x.1", "AAAA.0", ""] {
        let path = format!("/api/v1/ledger?cursor={cursor}");
        house.get(&people.auditor, &path).refused(400, "bad_query").await;
    }
}
