//! Lists and reports as files, and the ledger.

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
    assert_eq!(row(&sheet, 4)[0], format!("制表单位：{office}"));
    assert_eq!(row(&sheet, 5)[0], "制表时间：2026年11月20日 12:00");
    assert!(row(&sheet, 6)[0].starts_with("统计口径：筛选条件：无"), "{:?}", row(&sheet, 6));
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
    // A case is found by its number in every form in which people read it.
    let (day, sequence) = (&sent.number[6..15], &sent.number[15..20]);
    let short = format!("{}-{}", &day[5..], sequence.trim_start_matches('0'));
    for typed in [&sent.number, &format!("{day}-{sequence}"), &short] {
        for list in ["cases", "dispatches"] {
            let path = format!("/api/v1/{list}?min_position={position}&q={typed}");
            let found = house.get(&people.auditor, &path).expect(200).await.json();
            let found = found["items"].as_array().expect("items").clone();
            assert!(
                !found.is_empty() && found.iter().all(|item| item["number"] == sent.number),
                "{path} {found:?}"
            );
        }
        let path = format!("/api/v1/cases/export?format=csv&min_position={position}&q={typed}");
        let file = lines(&fetch(&house, &people.auditor, &path).await);
        assert_eq!(file.len(), 2);
        assert!(file[1].contains(",居民自报,"), "{}", file[1]);
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

/// A cell of a row, found by the head of its column.
fn under<'a>(sheet: &'a Range<Data>, number: u32, head: &str) -> &'a Data {
    let column = row(sheet, 1).iter().position(|name| name == head).unwrap_or_else(|| panic!("no {head}"));
    sheet.get_value((number, u32::try_from(column).expect("few columns"))).expect("every row has every cell")
}

/// A number in a cell; none where it is empty.
fn number(cell: &Data) -> Option<f64> {
    match cell {
        Data::Float(number) => Some(*number),
        Data::Empty => None,
        other => panic!("{other:?} is no number"),
    }
}

fn alike(cell: &Data, figure: &Value) -> bool {
    match (number(cell), figure.as_f64()) {
        (Some(shown), Some(told)) => (shown - told).abs() < 1e-9,
        (shown, told) => shown == told,
    }
}

/// The report as it is answered, and as a sheet.
async fn report_and_sheet(house: &TestHouse, who: &Who, query: &str) -> (Value, Range<Data>, Fetched) {
    let report = house.get(who, &format!("/api/v1/reports/sla?{query}")).expect(200).await.json();
    let file = fetch(house, who, &format!("/api/v1/reports/sla/export?{query}")).await;
    let sheet = sheet(&file, "时限报表");
    (report, sheet, file)
}

#[tokio::test]
async fn a_report_comes_as_a_sheet_with_what_each_rate_divides_and_what_it_means() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    house.case_at(Stage::Closed).await;
    let late = house.case_at(Stage::Dispatched).await;
    house.clock.advance(chrono::Duration::days(200));
    let query = format!("from=2026-01-01&to=2028-01-01&min_position={}", late.position);
    let (report, sheet, file) = report_and_sheet(&house, supervisor, &query).await;
    assert_eq!(file.media_type, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    assert_eq!(json!(file.position), report["position"]);
    assert_eq!(row(&sheet, 0)[0], "时限报表");
    assert_eq!(row(&sheet, 1)[..4], ["序号", "代码", "名称", "综合得分"]);
    let mut told = report["items"].as_array().expect("rows").clone();
    let departments = told.len();
    told.push(report["total"].clone());
    for (line, told) in (2..).zip(&told) {
        assert_eq!(under(&sheet, line, "代码").to_string(), told["key"].as_str().expect("a key"));
        for (head, figure) in [
            ("综合得分", "score"),
            ("位次", "rank"),
            ("应结案", "due"),
            ("超期未结", "open_overdue"),
            ("按期办结率（仅已办结）", "on_time_rate_naive"),
            ("按期办结率", "on_time_rate"),
            ("响应率", "response_rate"),
            ("满意率", "satisfaction_rate"),
            ("退单准确率", "return_accuracy"),
            ("派单准确率", "dispatch_accuracy"),
            ("吹哨准确率", "whistle_accuracy"),
        ] {
            let cell = under(&sheet, line, head);
            assert!(alike(cell, &told[figure]), "{head}: {cell:?} is not {}", told[figure]);
        }
        let median = told["closing_seconds"]["p50"].as_f64().map(|seconds| seconds / 3600.0);
        assert!(alike(under(&sheet, line, "办结用时P50（小时）"), &json!(median)));
        assert_eq!(under(&sheet, line, "样本不足").to_string(), "是");
    }
    let total = u32::try_from(departments).expect("few departments") + 2;
    let housing = (2..total).find(|line| *under(&sheet, *line, "代码") == "d-housing");
    let housing = housing.expect("a row for housing");
    let rate = ["按期办结率", "按期办结率分子", "按期办结率分母"];
    assert_eq!(rate.map(|head| number(under(&sheet, housing, head))), [0.5, 1.0, 2.0].map(Some));
    // Nothing to divide by: the cell is empty, and both sides say so.
    let returns = ["退单准确率", "退单准确率分子", "退单准确率分母"];
    assert_eq!(returns.map(|head| number(under(&sheet, housing, head))), [None, Some(0.0), Some(0.0)]);
    assert_eq!(under(&sheet, total, "名称").to_string(), "合计");
    let foot: Vec<String> =
        (total + 1..=sheet.end().expect("cells").0).map(|line| row(&sheet, line)[0].clone()).collect();
    assert!(
        foot[2].starts_with("统计口径：时限在2026年1月1日 00:00至2028年1月1日 00:00（不含）"),
        "{foot:?}"
    );
    assert!(foot[2].contains(&format!("截至第{}号日志记录", file.position)), "{}", foot[2]);
    for definition in report["definitions"].as_object().expect("definitions").values() {
        let line = format!("{}。", definition.as_str().expect("a formula"));
        assert!(foot.contains(&line), "{line} is not explained");
    }
    assert!(
        foot.contains(&"样本不足：应结案少于10件，按得分的威尔逊区间下限（95%）排位。".to_owned()),
        "{foot:?}"
    );
}

#[tokio::test]
async fn a_report_as_a_file_knows_what_the_report_knows_and_shows_what_its_caller_may_see() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let closed = house.case_at(Stage::Closed).await;
    let dispatched = house.case_at(Stage::Dispatched).await;
    house.clock.advance(chrono::Duration::days(200));
    let period = "from=2026-01-01&to=2028-01-01";
    let now = format!("{period}&min_position={}", dispatched.position);
    let path = format!("/api/v1/reports/sla/export?format=csv&{now}");
    let all = fetch(&house, &people.supervisor, &path).await;
    assert_eq!(all.media_type, "text/csv; charset=utf-8");
    let told = lines(&all);
    assert!(told[0].starts_with("序号,代码,名称,综合得分,位次,样本不足"), "{}", told[0]);
    assert!(told.last().expect("a total").contains(",合计,"), "{told:?}");
    let housing = told.iter().find(|line| line.contains(",d-housing,")).expect("a row");
    assert!(housing.contains(",50.00%,1,2,"), "{housing}");
    let own = lines(&fetch(&house, &people.housing, &path).await);
    assert_eq!(own.len(), 1 + 1 + 1, "the head, its own row, the total: {own:?}");
    // What was known when the first case was closed.
    let (then, sheet, file) =
        report_and_sheet(&house, &people.supervisor, &format!("{period}&as_of={}", closed.position)).await;
    assert_eq!(
        json!([file.position, 2]),
        json!([then["position"], then["total"]["due"]]),
        "lead and co-handler"
    );
    let rows = u32::try_from(then["items"].as_array().expect("rows").len()).expect("few");
    assert_eq!(number(under(&sheet, rows + 2, "应结案")), then["total"]["due"].as_f64());
    // Compared with a period in which there was nothing.
    let year = "from=2026-07-01&to=2027-07-01&compare=yoy&group_by=area";
    let compared = format!("{year}&as_of={}", dispatched.position);
    let (told, sheet, _) = report_and_sheet(&house, &people.supervisor, &compared).await;
    assert_eq!(number(under(&sheet, 2, "应结案")), told["items"][0]["due"].as_f64());
    assert_eq!(under(&sheet, 2, "应结案同比"), &Data::Empty);
    for (query, code) in
        [("group_by=person", "bad_query"), ("as_of=x", "bad_as_of"), ("format=pdf", "bad_query")]
    {
        let path = format!("/api/v1/reports/sla/export?{query}");
        house.get(&people.supervisor, &path).refused(400, code).await;
    }
    let path = "/api/v1/reports/sla/export?from=2026-02-02&to=2026-02-01";
    house.get(&people.supervisor, path).refused(422, "invalid_fields").await;
}
