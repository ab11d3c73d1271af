//! `Whistle-Position` and `min_position`.

use std::time::{Duration, Instant};

use crate::support::{HouseOptions, Stage, TestHouse};

/// What a reader waits at most, with room for a busy machine.
const WAIT_MAX: Duration = Duration::from_secs(10);

#[tokio::test]
async fn who_waits_for_a_position_reads_what_was_just_written() {
    let house = TestHouse::open().await;
    for _ in 0..20 {
        let case = house.case_at(Stage::Dispatched).await;
        let list = format!("/api/v1/cases?limit=1&min_position={}", case.position);
        let page = house.get(&house.people.supervisor, &list).expect(200).await.json();
        assert_eq!(
            (&page["items"][0]["id"], &page["items"][0]["status"]),
            (&case.id.into(), &"dispatched".into())
        );
        let list = format!("/api/v1/dispatches?limit=200&min_position={}", case.position);
        let page = house.get(&house.people.housing, &list).expect(200).await;
        assert!(page.ids().contains(&case.lead));
    }
}

#[tokio::test]
async fn waiting_for_what_never_comes_ends_with_a_time_to_try_again() {
    let house = TestHouse::open().await;
    for path in ["/api/v1/cases", "/api/v1/dispatches", "/api/v1/reports/backlog", "/api/v1/reports/sla"] {
        let began = Instant::now();
        let path = format!("{path}?min_position=9223372036854775807");
        house.get(&house.people.supervisor, &path).refused(503, "behind").await;
        assert!(began.elapsed() < WAIT_MAX, "{path}: {:?}", began.elapsed());
    }
    house.get(&house.people.supervisor, "/api/v1/cases?min_position=-1").expect(200).await;
}

#[tokio::test]
async fn read_models_that_stand_still_hold_up_no_command_of_one_process() {
    let house =
        TestHouse::open_with(HouseOptions { projections_stopped: true, ..HouseOptions::default() }).await;
    // The whole life goes from the log.
    let case = house.case_at(Stage::Closed).await;
    let view = house.get(&house.people.supervisor, &case.path("")).expect(200).await;
    assert_eq!(view.json()["status"], "closed");
    let list = format!("/api/v1/cases?min_position={}", case.position);
    house.get(&house.people.supervisor, &list).refused(503, "behind").await;
    let ready = house.get(&house.people.nobody, "/readyz").expect(200).await.json();
    assert!(ready["projections"][0]["lag_events"].as_i64().expect("a lag") >= case.position, "{ready}");
}
