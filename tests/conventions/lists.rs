//! Lists: pages, filters, and who sees what.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::{CaseInHand, Stage, TestHouse, Who, noon, reporter, whistle};

const BAD_LIMITS: [&str; 6] = ["0", "201", "-1", "x", "", "4294967296"];

/// A query, and what it finds.
type Row<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);

#[tokio::test]
async fn a_limit_is_1_to_200() {
    let house = TestHouse::open().await;
    for list in ["/api/v1/cases", "/api/v1/dispatches"] {
        for limit in BAD_LIMITS {
            house.get(&house.people.supervisor, &format!("{list}?limit={limit}")).expect(400).await;
        }
        for limit in ["1", "200"] {
            house.get(&house.people.supervisor, &format!("{list}?limit={limit}")).expect(200).await;
        }
    }
}

#[tokio::test]
async fn a_cursor_that_no_page_gave_out_is_malformed() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    let mut last = house.case_at(Stage::Dispatched).await;
    house.bring(&mut last, Stage::Dispatched, Stage::Signed).await;
    let path = format!("/api/v1/dispatches?limit=1&min_position={}", last.position);
    let page = house.get(supervisor, &path).expect(200).await.json();
    let of_dispatches = page["next_cursor"].as_str().expect("a next page").to_owned();
    for cursor in ["x", "", "AAAA", "%00", "%F0%9F%98%80", &"A".repeat(34), &of_dispatches] {
        house.get(supervisor, &format!("/api/v1/cases?cursor={cursor}")).refused(400, "bad_query").await;
    }
    for cursor in ["x", "", "AAAA", &format!("{of_dispatches}A")] {
        house.get(supervisor, &format!("/api/v1/dispatches?cursor={cursor}")).refused(400, "bad_query").await;
    }
}

/// Every item of a list, page by page.
async fn walk(house: &TestHouse, who: &Who, list: &str, limit: usize) -> Vec<String> {
    let (mut seen, mut cursor) = (Vec::new(), None::<String>);
    for _page in 0..100 {
        let after = cursor.map_or_else(String::new, |cursor| format!("&cursor={cursor}"));
        let page = house.get(who, &format!("{list}limit={limit}{after}")).expect(200).await;
        let ids = page.ids();
        assert!(ids.len() <= limit);
        seen.extend(ids);
        match page.json()["next_cursor"].as_str() {
            Some(next) => cursor = Some(next.to_owned()),
            None => return seen,
        }
    }
    panic!("the list has no end");
}

#[tokio::test]
async fn walking_all_pages_meets_every_item_once_and_in_order() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    let mut raised = Vec::new();
    let mut last = None;
    for at in 0..11 {
        // Some of one instant, so that the order must not hang on time alone.
        if at % 3 == 0 {
            house.clock.advance(chrono::Duration::minutes(1));
        }
        let mut case = house.raised().await;
        house.bring(&mut case, Stage::Raised, Stage::Dispatched).await;
        raised.push(case.id.clone());
        last = Some(case);
    }
    let position = last.expect("a case").position;
    for limit in [1, 3, 11, 200] {
        let cases = walk(&house, supervisor, &format!("/api/v1/cases?min_position={position}&"), limit).await;
        assert_eq!(cases.iter().collect::<BTreeSet<_>>(), raised.iter().collect(), "limit {limit}");
        assert_eq!(cases.len(), raised.len());
        assert_eq!(cases.last(), raised.iter().take(3).min());
        let dispatches =
            walk(&house, supervisor, &format!("/api/v1/dispatches?min_position={position}&"), limit).await;
        assert_eq!((dispatches.len(), dispatches.iter().collect::<BTreeSet<_>>().len()), (33, 33));
    }
    let all = house.get(supervisor, "/api/v1/cases").expect(200).await.json();
    let instants: Vec<&str> =
        all["items"].as_array().expect("items").iter().filter_map(|c| c["raised_at"].as_str()).collect();
    assert!(instants.is_sorted_by(|newer, older| newer >= older), "{instants:?}");
}

/// Four cases that differ in everything that can be asked for.
struct Gallery {
    house: TestHouse,
    /// Raised in g01, nothing more.
    fresh: CaseInHand,
    /// Dispatched to housing, urban and street 1 an hour later.
    sent: CaseInHand,
    /// An emergency in another street, dispatched to the water company.
    burst: CaseInHand,
    /// Closed.
    closed: CaseInHand,
    position: i64,
}

impl Gallery {
    async fn hang() -> Self {
        let house = TestHouse::open().await;
        let fresh = house.raised_by(&house.people.other_resident, &whistle()).await;
        house.clock.advance(chrono::Duration::hours(1));
        let sent = house.case_at(Stage::Dispatched).await;
        let burst = json!({ "title": "水管爆裂积水", "category": "0402", "location": { "grid": "g10" }, "reporter": reporter() });
        let mut burst = house.raised_by(&house.people.hotline, &burst).await;
        house.dispatch(&mut burst, &json!({ "lead": "u-water" })).await;
        let closed = house.case_at(Stage::Closed).await;
        let position = closed.position;
        Self { house, fresh, sent, burst, closed, position }
    }

    /// Which of the four are listed.
    async fn cases(&self, who: &Who, parameters: &[(&str, &str)]) -> Vec<&'static str> {
        let position = self.position.to_string();
        let parameters = [parameters, &[("min_position", position.as_str())]].concat();
        let found = self.house.query(who, "/api/v1/cases", &parameters).expect(200).await.ids();
        let named =
            [("fresh", &self.fresh), ("sent", &self.sent), ("burst", &self.burst), ("closed", &self.closed)];
        let names: Vec<_> =
            named.into_iter().filter(|(_, case)| found.contains(&case.id)).map(|(name, _)| name).collect();
        assert_eq!(names.len(), found.len(), "a case that nobody raised, or one twice: {found:?}");
        names
    }

    /// The units and roles of the dispatches listed.
    async fn dispatches(&self, who: &Who, parameters: &[(&str, &str)]) -> Vec<String> {
        let position = self.position.to_string();
        let parameters = [parameters, &[("min_position", position.as_str())]].concat();
        let found = self.house.query(who, "/api/v1/dispatches", &parameters).expect(200).await.json();
        let text = |item: &Value, name: &str| item[name].as_str().expect("text").to_owned();
        let items = found["items"].as_array().expect("items").iter();
        let mut names: Vec<String> =
            items.map(|item| format!("{} {}", text(item, "department"), text(item, "state"))).collect();
        names.sort();
        names
    }
}

#[tokio::test]
async fn cases_are_found_by_every_filter() {
    let gallery = Gallery::hang().await;
    let one_o_clock = (noon() + chrono::Duration::hours(1)).to_rfc3339();
    let table: [Row<'_>; 28] = [
        (&[], &["fresh", "sent", "burst", "closed"]),
        (&[("status", "raised")], &["fresh"]),
        (&[("status", "dispatched")], &["sent", "burst"]),
        (&[("status", "closed")], &["closed"]),
        (&[("status", "raised,closed")], &["fresh", "closed"]),
        (&[("status", "raised,dispatched,raised"), ("area", "s1")], &["fresh", "sent"]),
        (&[("status", "dispatched,endorsed"), ("order", "oldest"), ("department", "u-water")], &["burst"]),
        (&[("department", "d-housing")], &["sent", "closed"]),
        (&[("department", "s1")], &["sent", "closed"]),
        (&[("department", "u-water")], &["burst"]),
        (&[("department", "d-police")], &[]),
        (&[("department", "\0")], &[]),
        (&[("grid", "g10")], &["burst"]),
        (&[("grid", "g01")], &["fresh", "sent", "closed"]),
        (&[("area", "s1")], &["fresh", "sent", "closed"]),
        (&[("area", "s2-c1")], &["burst"]),
        (&[("area", "yunqi")], &["fresh", "sent", "burst", "closed"]),
        (&[("category", "0402")], &["burst"]),
        (&[("kind", "emergency")], &["burst"]),
        (&[("kind", "appeal")], &["fresh", "sent", "closed"]),
        (&[("lamp", "green")], &["sent", "burst"]),
        (&[("lamp", "purple"), ("at", "2027-11-20T00:00:00Z")], &["sent", "burst"]),
        (&[("lamp", "red"), ("at", "2026-11-21T05:00:01Z")], &["burst"]),
        (&[("q", "爆裂")], &["burst"]),
        (&[("from", &one_o_clock)], &["sent", "burst", "closed"]),
        (&[("to", &one_o_clock)], &["fresh"]),
        (&[("from", &one_o_clock), ("to", &one_o_clock)], &[]),
        (&[("status", "dispatched"), ("kind", "emergency"), ("area", "s2")], &["burst"]),
    ];
    for (parameters, expected) in table {
        assert_eq!(
            gallery.cases(&gallery.house.people.supervisor, parameters).await,
            expected,
            "{parameters:?}"
        );
    }
}

#[tokio::test]
async fn dispatches_are_found_by_every_filter() {
    let gallery = Gallery::hang().await;
    let running = ["d-housing issued", "d-urban issued", "u-water issued"];
    let done = ["d-housing discharged", "d-urban discharged", "s1 discharged"];
    let table: [Row<'_>; 14] = [
        (&[("department", "d-housing")], &["d-housing discharged", "d-housing issued"]),
        (&[("state", "issued")], &["d-housing issued", "d-urban issued", "s1 issued", "u-water issued"]),
        (&[("state", "discharged")], &done),
        (&[("role", "lead")], &["d-housing discharged", "d-housing issued", "u-water issued"]),
        (&[("role", "notified")], &["s1 discharged", "s1 issued"]),
        (&[("open", "true")], &running),
        (&[("overdue", "true")], &[]),
        (&[("overdue", "true"), ("at", "2027-11-20T00:00:00Z")], &running),
        (
            &[("overdue", "false"), ("role", "lead"), ("at", "2027-11-20T00:00:00Z")],
            &["d-housing discharged"],
        ),
        (&[("lamp", "green")], &running),
        (&[("grid", "g10")], &["u-water issued"]),
        (&[("area", "s2")], &["u-water issued"]),
        (&[("category", "0402"), ("kind", "emergency")], &["u-water issued"]),
        (&[("q", "积水")], &["u-water issued"]),
    ];
    for (parameters, expected) in table {
        let found = gallery.dispatches(&gallery.house.people.supervisor, parameters).await;
        assert_eq!(found, expected, "{parameters:?}");
    }
}

#[tokio::test]
async fn everybody_lists_what_they_may_see() {
    let gallery = Gallery::hang().await;
    let people = &gallery.house.people;
    let everything = vec!["fresh", "sent", "burst", "closed"];
    let table = [
        (&people.resident, vec!["sent", "closed"]),
        (&people.other_resident, vec!["fresh"]),
        (&people.grid_worker, vec!["fresh", "sent", "closed"]),
        (&people.community, vec!["fresh", "sent", "closed"]),
        (&people.other_community, vec!["burst"]),
        (&people.hotline, everything.clone()),
        (&people.dispatcher, everything.clone()),
        (&people.housing, vec!["sent", "closed"]),
        (&people.street, vec!["sent", "closed"]),
        (&people.police, vec![]),
        (&people.supervisor, everything.clone()),
        (&people.auditor, everything.clone()),
        (&people.admin, everything),
    ];
    for (who, expected) in table {
        assert_eq!(gallery.cases(who, &[]).await, expected, "{}", who.name);
        // A filter never shows more.
        let area = gallery.cases(who, &[("area", "yunqi")]).await;
        assert_eq!(area, expected, "{}", who.name);
    }
    assert_eq!(gallery.dispatches(&people.housing, &[("department", "d-urban")]).await, Vec::<String>::new());
    assert_eq!(gallery.dispatches(&people.police, &[]).await, Vec::<String>::new());
    assert_eq!(gallery.dispatches(&people.urban, &[]).await, ["d-urban discharged", "d-urban issued"]);
    assert_eq!(gallery.dispatches(&people.other_community, &[]).await, ["u-water issued"]);
}

#[tokio::test]
async fn the_backlog_counts_what_is_owed_within_the_callers_area() {
    let gallery = Gallery::hang().await;
    let people = &gallery.house.people;
    let rows = async |who: &Who, at: &str| {
        let position = gallery.position.to_string();
        let parameters = [("at", at), ("min_position", position.as_str())];
        let report =
            gallery.house.query(who, "/api/v1/reports/backlog", &parameters).expect(200).await.json();
        report["items"].as_array().expect("rows").clone()
    };
    let departments = |rows: &[Value]| -> BTreeSet<String> {
        rows.iter().map(|row| row["department"].as_str().expect("a unit").to_owned()).collect()
    };
    let all = rows(&people.supervisor, "2026-11-20T05:00:00Z").await;
    assert_eq!(departments(&all), ["d-housing", "d-urban", "u-water"].map(str::to_owned).into());
    let housing = all.iter().find(|row| row["department"] == "d-housing").expect("housing");
    assert_eq!(housing["name"], "区住房和城乡建设局");
    assert_eq!((&housing["open"], &housing["overdue"]), (&json!(1), &json!(0)));
    assert_eq!((&housing["by_state"]["issued"], &housing["by_lamp"]["green"]), (&json!(1), &json!(1)));
    assert_eq!(housing["oldest"], "2026-11-20T05:00:00Z");
    let later = rows(&people.supervisor, "2027-11-20T05:00:00Z").await;
    assert!(later.iter().all(|row| row["overdue"] == 1 && row["by_lamp"]["purple"] == 1), "{later:?}");
    let now = "2026-11-20T05:00:00Z";
    assert_eq!(departments(&rows(&people.other_community, now).await), ["u-water".to_owned()].into());
    assert_eq!(departments(&rows(&people.urban, now).await), ["d-urban".to_owned()].into());
    assert!(rows(&people.police, now).await.is_empty());
}

#[tokio::test]
async fn a_queue_begins_with_the_case_that_waits_longest_and_leads_on_in_that_order_only() {
    let gallery = Gallery::hang().await;
    let (house, people) = (&gallery.house, &gallery.house.people);
    let expected = [&gallery.fresh.id, &gallery.sent.id, &gallery.burst.id];
    let waiting = format!("/api/v1/cases?min_position={}&status=raised,dispatched&", gallery.position);
    for (who, seen) in [
        (&people.supervisor, &expected[..]),
        (&people.dispatcher, &expected[..]),
        (&people.community, &expected[..2]),
        (&people.housing, &expected[1..2]),
        (&people.other_resident, &expected[..1]),
    ] {
        for limit in [1, 2, 200] {
            let oldest = walk(house, who, &format!("{waiting}order=oldest&"), limit).await;
            assert_eq!(oldest.iter().collect::<Vec<_>>(), seen, "{} by {limit}", who.name);
            let mut newest = walk(house, who, &waiting, limit).await;
            newest.reverse();
            assert_eq!(newest, oldest, "{} by {limit}", who.name);
        }
    }
    let all = walk(house, &people.dispatcher, "/api/v1/cases?order=oldest&", 1).await;
    let everything = [&gallery.fresh.id, &gallery.sent.id, &gallery.burst.id, &gallery.closed.id];
    assert_eq!((all.first(), all.len()), (Some(everything[0]), everything.len()));
    let page =
        house.get(&people.supervisor, &format!("{waiting}order=oldest&limit=1")).expect(200).await.json();
    let cursor = page["next_cursor"].as_str().expect("a next page");
    house.get(&people.supervisor, &format!("{waiting}cursor={cursor}")).refused(400, "bad_query").await;
}

#[tokio::test]
async fn the_open_cases_of_each_grid_are_counted_within_the_callers_area() {
    let gallery = Gallery::hang().await;
    let people = &gallery.house.people;
    let position = gallery.position.to_string();
    let rows = async |who: &Who, parameters: &[(&str, &str)]| -> Vec<Value> {
        let parameters = [parameters, &[("min_position", position.as_str())]].concat();
        let path = "/api/v1/reports/backlog/grids";
        let report = gallery.house.query(who, path, &parameters).expect(200).await.json();
        report["items"].as_array().expect("rows").clone()
    };
    let counted = |rows: &[Value]| -> Vec<(String, i64, i64)> {
        let number = |row: &Value, name: &str| row[name].as_i64().expect("a number");
        let row = |row: &Value| {
            let grid = row["grid"].as_str().expect("a grid").to_owned();
            (grid, number(row, "open"), number(row, "overdue"))
        };
        rows.iter().map(row).collect()
    };
    let (g01, g10) = ("g01".to_owned(), "g10".to_owned());
    let now = [("at", "2026-11-20T05:00:00Z")];
    let all = rows(&people.supervisor, &now).await;
    // The closed case is no longer counted; the fresh one has no clock yet.
    assert_eq!(counted(&all), [(g01.clone(), 2, 0), (g10.clone(), 1, 0)]);
    assert_eq!((&all[0]["by_lamp"]["green"], &all[0]["by_lamp"]["red"]), (&json!(1), &json!(0)));
    assert_eq!(all[0]["oldest"], "2026-11-20T04:00:00Z");
    assert!(all[0]["name"].is_string());
    let later = rows(&people.supervisor, &[("at", "2027-11-20T05:00:00Z")]).await;
    assert_eq!(counted(&later), [(g01.clone(), 2, 1), (g10.clone(), 1, 1)]);
    let emergencies = rows(&people.supervisor, &[("kind", "emergency")]).await;
    assert_eq!(counted(&emergencies), [(g10.clone(), 1, 0)]);
    assert_eq!(counted(&rows(&people.other_community, &now).await), [(g10, 1, 0)]);
    assert_eq!(counted(&rows(&people.urban, &now).await), [(g01, 1, 0)]);
    assert!(rows(&people.police, &now).await.is_empty());
    gallery
        .house
        .query(&people.supervisor, "/api/v1/reports/backlog/grids", &[("kind", "x")])
        .expect(400)
        .await;
}

#[tokio::test]
async fn a_filter_that_makes_no_sense_is_malformed() {
    let house = TestHouse::open().await;
    let supervisor = &house.people.supervisor;
    for query in [
        "status=open",
        "status=",
        "status=raised,",
        "status=raised,open",
        "order=best",
        "kind=x",
        "lamp=pink",
        "from=yesterday",
        "at=x",
        "min_position=x",
        "q=",
        "q=%20",
        "q=!!",
    ] {
        house.get(supervisor, &format!("/api/v1/cases?{query}")).refused(400, "bad_query").await;
    }
    for query in ["state=x", "role=boss", "open=maybe", "overdue=1", "at=x", "min_position=1.5", "q=%00"] {
        house.get(supervisor, &format!("/api/v1/dispatches?{query}")).refused(400, "bad_query").await;
    }
    house.get(supervisor, "/api/v1/reports/backlog?at=x").refused(400, "bad_query").await;
    house.get(supervisor, &format!("/api/v1/cases?q={}", "a".repeat(101))).refused(400, "bad_query").await;
    house.get(supervisor, "/api/v1/cases?status=raised&status=closed").refused(400, "bad_query").await;
}

#[tokio::test]
async fn the_ends_of_time_are_no_failure() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Dispatched).await;
    let supervisor = &house.people.supervisor;
    for instant in [
        "+262142-12-31T23:59:59Z",
        "-262143-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "-4800-01-01T00:00:00Z",
    ] {
        for (path, name) in [
            ("/api/v1/cases", "at"),
            ("/api/v1/cases", "from"),
            ("/api/v1/cases", "to"),
            ("/api/v1/dispatches", "at"),
            ("/api/v1/reports/backlog", "at"),
        ] {
            for lamp in ["yellow", "purple"] {
                let position = case.position.to_string();
                let parameters = [
                    (name, instant),
                    ("lamp", lamp),
                    ("min_position", position.as_str()),
                    ("overdue", "true"),
                ];
                let answer = house.query(supervisor, path, &parameters).send().await;
                assert!(matches!(answer.status, 200 | 400), "{answer}");
            }
        }
        let answer = house.query(supervisor, &case.path("history"), &[("as_of", instant)]).send().await;
        assert!(matches!(answer.status, 200 | 400), "{answer}");
    }
}
