//! Two at once.

use futures::future::join_all;
use serde_json::json;

use crate::support::{Stage, TestHouse};

#[tokio::test]
async fn of_two_officers_who_sign_at_once_one_signs() {
    let house = TestHouse::open().await;
    for if_match in [None, Some(())] {
        let case = house.case_at(Stage::Dispatched).await;
        let sign = format!("/api/v1/dispatches/{}/sign", case.lead);
        let version = format!("\"{}\"", case.version);
        let officers = [&house.people.housing, &house.people.housing_colleague];
        let sent = officers.map(|officer| {
            let call = house.post(officer, &sign, &json!({}));
            if if_match.is_some() { call.if_match(&version) } else { call }.send()
        });
        let mut statuses: Vec<u16> = join_all(sent).await.iter().map(|answer| answer.status).collect();
        statuses.sort_unstable();
        let loser = if if_match.is_some() { 412 } else { 409 };
        assert_eq!(statuses, [200, loser]);
        let view = house.get(&house.people.supervisor, &case.path("")).expect(200).await.json();
        assert_eq!(view["version"], case.version + 1);
    }
}

#[tokio::test]
async fn departments_that_answer_at_once_do_not_stand_in_each_others_way() {
    let house = TestHouse::open().await;
    let case = house.case_at(Stage::Accepted).await;
    let paths = [&case.lead, &case.co_handler].map(|id| format!("/api/v1/dispatches/{id}/feedback"));
    let officers = [&house.people.housing, &house.people.urban];
    let sent =
        officers.iter().zip(&paths).map(|(officer, path)| house.post(officer, path, &json!({})).expect(200));
    join_all(sent).await;
    let view = house.get(&house.people.supervisor, &case.path("")).expect(200).await.json();
    assert_eq!(view["status"], "verification");
}

#[tokio::test]
async fn reports_at_once_get_numbers_of_their_own() {
    let house = TestHouse::open().await;
    let sent = (0..24).map(|_| house.raised());
    let cases = join_all(sent).await;
    let numbers: std::collections::BTreeSet<&str> = cases.iter().map(|case| case.number.as_str()).collect();
    assert_eq!(numbers.len(), 24);
    let codes: std::collections::BTreeSet<&str> = cases.iter().map(|case| case.code.as_str()).collect();
    assert_eq!(codes.len(), 24);
}
