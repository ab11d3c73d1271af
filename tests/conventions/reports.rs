//! Reports: what they count, who sees what of them, and what they refuse.

use chrono::Duration;
use serde_json::{Value, json};

use crate::support::{CaseInHand, Stage, TestHouse, Who, reporter};

/// Three cases: one closed in time, one that nobody does anything about, and an emergency in another street.
struct Year {
    house: TestHouse,
    position: i64,
}

impl Year {
    async fn pass() -> Self {
        let house = TestHouse::open().await;
        house.case_at(Stage::Closed).await;
        let burst = json!({ "title": "水管爆裂积水", "category": "0402", "location": { "grid": "g10" }, "reporter": reporter() });
        let mut burst = house.raised_by(&house.people.hotline, &burst).await;
        house.dispatch(&mut burst, &json!({ "lead": "u-water" })).await;
        let late: CaseInHand = house.case_at(Stage::Dispatched).await;
        let position = late.position;
        house.clock.advance(Duration::days(200));
        Self { house, position }
    }

    async fn ask(&self, who: &Who, report: &str, parameters: &[(&str, &str)]) -> Value {
        let position = self.position.to_string();
        let whole = [("from", "2026-01-01"), ("to", "2028-01-01"), ("min_position", position.as_str())];
        let parameters = [&whole, parameters].concat();
        self.house.query(who, &format!("/api/v1/reports/{report}"), &parameters).expect(200).await.json()
    }
}

fn keys(report: &Value) -> Vec<&str> {
    let rows = report["items"].as_array().expect("rows");
    rows.iter().map(|row| row["key"].as_str().expect("a key")).collect()
}

fn row<'a>(report: &'a Value, key: &str) -> &'a Value {
    let rows = report["items"].as_array().expect("rows");
    rows.iter().find(|row| row["key"] == key).unwrap_or_else(|| panic!("no row {key}: {report}"))
}

#[tokio::test]
async fn departments_are_counted_by_dispatch_and_everything_else_by_case() {
    let year = Year::pass().await;
    let supervisor = &year.house.people.supervisor;
    let departments = year.ask(supervisor, "sla", &[("group_by", "department")]).await;
    let housing = row(&departments, "d-housing");
    assert_eq!(housing["name"], "区住房和城乡建设局");
    for (figure, expected) in [("due", 2), ("closed", 1), ("closed_on_time", 1), ("open_overdue", 1)] {
        assert_eq!(housing[figure], expected, "{figure}");
    }
    assert_eq!((&housing["on_time_rate_naive"], &housing["on_time_rate"]), (&json!(1.0), &json!(0.5)));
    assert_eq!(housing["return_accuracy"], Value::Null, "nobody asked for a return");
    let areas = year.ask(supervisor, "sla", &[("group_by", "area")]).await;
    assert_eq!(areas["total"]["due"], 3);
    assert_eq!(areas["position"], departments["position"]);
    assert!(areas["definitions"]["on_time_rate"].as_str().expect("a formula").contains("超期未结"));
    let categories = year.ask(supervisor, "sla", &[("group_by", "category")]).await;
    assert_eq!(row(&categories, "0402")["open_overdue"], 1);
    let levels = year.ask(supervisor, "sla", &[("group_by", "level")]).await;
    let due = |level: &Value| level["due"].as_i64().expect("a count");
    assert_eq!(levels["items"].as_array().expect("rows").iter().map(due).sum::<i64>(), 3);
    let before = year.ask(supervisor, "sla", &[("at", "2026-11-20T12:30:00+08:00")]).await;
    assert_eq!(before["total"]["open_overdue"], 0, "nothing had run out yet");
}

#[tokio::test]
async fn everybody_sees_their_own_part() {
    let year = Year::pass().await;
    let people = &year.house.people;
    let departments = |who| year.ask(who, "sla", &[]);
    let (all, housing) = (departments(&people.supervisor).await, departments(&people.housing).await);
    assert!(keys(&all).contains(&"u-water") && keys(&all).contains(&"d-urban"));
    assert_eq!(keys(&housing), ["d-housing"]);
    assert_eq!(row(&housing, "d-housing"), row_of_rank_one(&all, &housing));
    assert_eq!(departments(&people.police).await["items"], json!([]));
    let other = departments(&people.other_community).await;
    assert_eq!(keys(&other), ["u-water"], "only what lies in its area");
    let dispatcher = departments(&people.dispatcher).await;
    assert_eq!(dispatcher["items"], all["items"], "the desk sees the whole district");
}

/// The row of the only department of `own` in `all`; its place is another one among many.
fn row_of_rank_one<'a>(all: &'a Value, own: &'a Value) -> &'a Value {
    let (theirs, mine) = (row(all, "d-housing"), row(own, "d-housing"));
    for figure in ["due", "closed", "open_overdue", "score", "on_time_rate", "closing_seconds", "escape"] {
        assert_eq!(theirs[figure], mine[figure], "{figure}");
    }
    mine
}

#[tokio::test]
async fn a_figure_can_be_taken_apart_into_its_cases() {
    let year = Year::pass().await;
    let supervisor = &year.house.people.supervisor;
    let parameters = [("figure", "on_time_rate"), ("key", "d-housing"), ("limit", "1")];
    let first = year.ask(supervisor, "explain", &parameters).await;
    assert_eq!((&first["numerator"], &first["denominator"]), (&json!(1), &json!(2)));
    let cursor = first["next_cursor"].as_str().expect("a second page").to_owned();
    let second =
        year.ask(supervisor, "explain", &[&parameters[..], &[("cursor", cursor.as_str())]].concat()).await;
    let items: Vec<&Value> =
        [&first, &second].iter().flat_map(|page| page["items"].as_array().expect("items")).collect();
    let sum = |side: &str| items.iter().map(|item| item[side].as_i64().expect("a count")).sum::<i64>();
    assert_eq!((sum("numerator"), sum("denominator")), (1, 2));
    assert!(items.iter().all(|item| item["unit"] == "d-housing" && item["due_at"].is_string()));
    let others = year.ask(&year.house.people.police, "explain", &[("key", "d-housing")]).await;
    assert_eq!((&others["numerator"], &others["items"]), (&json!(0), &json!([])));
}

#[tokio::test]
async fn a_ranking_shows_its_terms_and_the_ways_out() {
    let year = Year::pass().await;
    let scores = year.ask(&year.house.people.supervisor, "scores", &[]).await;
    assert_eq!(scores["sample_min"], 10);
    let housing = row(&scores, "d-housing");
    assert_eq!(housing["small_sample"], true);
    let points = |side: &str| -> f64 {
        let parts = housing[side].as_array().expect("parts").iter();
        parts.map(|part| part["points"].as_f64().expect("points")).sum()
    };
    let score = housing["score"].as_f64().expect("a score");
    assert!((points("terms") - points("deductions") - score).abs() < 1e-9, "{housing}");
    assert!(housing["score_at_least"].as_f64().expect("a bound") < score);
    assert_eq!(housing["escape"], json!({ "parked": 0.0, "excluded": 0.0, "forced": 0.0 }));
    let ranks: Vec<Option<i64>> =
        scores["items"].as_array().expect("rows").iter().map(|row| row["rank"].as_i64()).collect();
    assert_eq!(ranks.first(), Some(&Some(1)));
    assert!(ranks.is_sorted_by_key(|rank| rank.unwrap_or(i64::MAX)), "{ranks:?}");
}

#[tokio::test]
async fn a_period_is_compared_with_the_one_before() {
    let year = Year::pass().await;
    let position = year.position.to_string();
    let parameters = [
        ("from", "2026-11-01"),
        ("to", "2026-12-01"),
        ("compare", "yoy"),
        ("group_by", "area"),
        ("min_position", &position),
    ];
    let report = year.house.query(&year.house.people.supervisor, "/api/v1/reports/sla", &parameters);
    let report = report.expect(200).await.json();
    assert_eq!(
        report["compared"],
        json!({ "from": "2025-11-01T00:00:00+08:00", "to": "2025-12-01T00:00:00+08:00" })
    );
    let total = &report["total"];
    assert_eq!((&total["previous"]["due"], &total["change"]["due"]), (&json!(0), &Value::Null));
    assert!(total["due"].as_i64().expect("a count") > 0);
}

#[tokio::test]
async fn a_report_that_makes_no_sense_is_refused() {
    let house = TestHouse::open().await;
    for (query, status) in [
        ("group_by=person", 400),
        ("compare=qoq", 400),
        ("from=yesterday", 400),
        ("from=2026-02-30", 400),
        ("at=x", 400),
        ("min_position=x", 400),
        ("from=2026-02-02&to=2026-02-01", 422),
        ("from=2026-02-02&to=2026-02-02T00:00:00%2B08:00", 422),
        ("from=1926-01-01&to=2026-01-01", 422),
    ] {
        for report in ["sla", "scores", "explain"] {
            let path = format!("/api/v1/reports/{report}?{query}");
            let code = if status == 400 { "bad_query" } else { "invalid_fields" };
            let answer = house.get(&house.people.supervisor, &path).refused(status, code).await;
            let named = answer.pointers().into_iter().any(|pointer| query.contains(&pointer[1..]));
            assert!(named || answer.text.contains("written like") || query.contains("position"), "{answer}");
        }
    }
}

#[tokio::test]
async fn a_figure_that_does_not_exist_is_refused_and_so_is_a_strange_page() {
    let house = TestHouse::open().await;
    for query in ["figure=luck", "figure=open_unjudged", "cursor=x", "cursor=AAAA"] {
        let path = format!("/api/v1/reports/explain?{query}");
        house.get(&house.people.supervisor, &path).refused(400, "bad_query").await;
    }
    house.get(&house.people.supervisor, "/api/v1/reports/explain?limit=0").refused(400, "bad_limit").await;
}
