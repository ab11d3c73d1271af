//! 爆管抢险: a water main bursts at night.

use chrono::Duration;
use serde_json::json;

use super::ending::{holdings, instant};
use super::stage::{NAME, OFFICER, PHONE, Tale};
use crate::support::TestHouse;

const REFUSED: (u16, &str) = (409, "not_for_emergencies");

#[tokio::test]
async fn a_burst_pipe() {
    let house = TestHouse::open().await;
    let (people, water) = (&house.people, house.officer("water", "u-water").await);
    house.clock.set("2026-11-20T15:40:00Z".parse().expect("twenty to midnight in Shanghai"));

    // A resident without an account reports it from the window.
    let whistle = json!({
        "title": "小区门口水管爆裂",
        "description": format!("我叫{NAME},电话{PHONE},水已经漫到单元门口"),
        "category": "0402",
        "location": { "grid": "g01", "address": "松影一苑5号楼3单元1502室" },
        "reporter": { "name": NAME, "phone": PHONE },
    });
    let tale = Tale::begins(&house, &people.nobody, &whistle).await;
    let whistled_at = tale.now();
    assert_eq!(tale.page().await["status"], "raised");
    assert_eq!(tale.view().await["kind"], "emergency");

    // 先处置: the dispatcher waits for nobody's endorsement, and every clock runs day and night.
    let sent = json!({ "lead": "u-water", "co_handlers": ["s1", "d-police"], "instruction": "立即到场抢修" });
    tale.act(&people.dispatcher, "dispatches", sent).await;
    assert_eq!(instant(&tale.page().await["due_at"]), Some(whistled_at + Duration::hours(24)));
    let waiting = tale.on_work_list_of(&water).await.expect("the water unit has work");
    assert_eq!((&waiting["state"], &waiting["role"]), (&json!("issued"), &json!("lead")));
    assert_eq!(instant(&waiting["sign_due_at"]), Some(whistled_at + Duration::minutes(10)));
    assert_eq!(instant(&waiting["report_due_at"]), Some(whistled_at + Duration::minutes(30)));

    // Street and police come at once. The water unit does not even sign.
    tale.passes(Duration::minutes(5)).await;
    for step in ["sign", "report"] {
        tale.each(&people.street, "s1", &[step]).await;
        tale.each(&people.police, "d-police", &[step]).await;
    }
    assert_eq!(tale.on_register("signed_automatically").await, None);
    assert_eq!(tale.view().await["status"], "dispatched");

    // Ten minutes after the dispatch the service signs and calls the chain of duty; ten minutes later the next.
    tale.passes(Duration::minutes(5)).await;
    let flagged = tale.on_register("signed_automatically").await.expect("not signing is no secret");
    assert_eq!(flagged["unit"], "u-water");
    let signed = tale.last("DispatchSigned").await;
    assert_eq!((&signed["automatic"], &signed["by"]), (&json!(true), &json!(uuid::Uuid::nil())));
    let called = tale.last("DutyEscalated").await;
    assert_eq!((&called["step"], &called["unit"]), (&json!(1), &json!("u-water")));
    tale.passes(Duration::minutes(9)).await;
    assert_eq!(tale.last("DutyEscalated").await["step"], 1, "everybody called has ten minutes");
    tale.passes(Duration::minutes(1)).await;
    assert_eq!(tale.last("DutyEscalated").await["step"], 2);
    let told = tale.told_so_far().await;
    assert_eq!(told, "WhistleRaised CaseFiled DispatchIssued*3 DepartmentReported*2", "no quarrel in public");

    // That helps. Whoever has come is called no more.
    tale.each(&water, "u-water", &["report"]).await;
    assert_eq!(tale.on_register("signed_automatically").await, None);
    tale.passes(Duration::minutes(30)).await;
    assert_eq!(tale.last("DutyEscalated").await["step"], 2);
    assert_eq!(tale.view().await["status"], "in_handling");

    // 先处置后争议: nothing that would win time is possible.
    let not_ours =
        json!({ "basis": "三定方案第七条", "reason": "二次供水设施", "proposed_unit": "d-housing" });
    tale.on_refused(&water, "u-water", "request-return", not_ours, REFUSED).await;
    let longer = json!({ "length": "4h", "reason": "缺配件" });
    tale.on_refused(&water, "u-water", "request-extension", longer, REFUSED).await;
    let parked = json!({
        "ground": "engineering", "reason": "需开挖", "proof": ["会商纪要"],
        "review_at": tale.now() + Duration::days(3),
    });
    tale.refused(&water, "suspend", parked, REFUSED).await;

    // The resident hears from them; they meet, and the sign-in list says who was not there.
    let heard = json!({ "note": format!("已电话告知{NAME}预计两小时恢复") });
    tale.on(&water, "u-water", "contact", heard).await;
    assert_eq!(tale.told().await.0, "ResidentContacted");
    let meeting = json!({
        "meets_at": tale.now() + Duration::minutes(10), "place": "松影一苑东门", "purpose": "关阀、疏导、抢修",
    });
    let action = tale.act(&people.dispatcher, "joint-actions", meeting).await["created"][0].clone();
    let here = json!({ "action": action, "person": OFFICER });
    tale.act(&water, "sign-in", here.clone()).await;
    tale.act(&people.street, "sign-in", here.clone()).await;
    tale.refused(&people.street, "sign-in", here.clone(), (409, "signed_in_already")).await;
    tale.act(&people.dispatcher, "hold-joint-action", json!({ "action": action, "result": "已关阀" })).await;
    assert_eq!(tale.last("JointActionHeld").await["absent"], json!(["d-police"]));
    tale.refused(&people.police, "sign-in", here, (409, "joint_action_over")).await;

    // Work, checked by the neighbourhood, not by those who did it.
    tale.each(&water, "u-water", &["accept"]).await;
    tale.each(&people.street, "s1", &["accept"]).await;
    tale.each(&people.police, "d-police", &["accept"]).await;
    tale.on(&water, "u-water", "measures", json!({ "measure": "更换DN200管段" })).await;
    tale.passes(Duration::hours(1)).await;
    assert_eq!(tale.view().await["lamp"], "green", "nothing was late but the signature");
    tale.is_done_and_checked(&[(&water, "u-water"), (&people.street, "s1"), (&people.police, "d-police")])
        .await;
    tale.ends_well().await;
    let rating = json!({ "solved": true, "satisfaction": 4, "comment": format!("{PHONE}收到短信了") });
    assert_eq!(tale.resident("rate", rating.clone()).await.status, 200);
    assert_eq!(tale.resident("rate", rating).await.status, 409, "one rating");

    // Everybody's time is their own, from the dispatch to the end; nobody had to supervise.
    let view = tale.view().await;
    let closed_at = instant(&view["closed_at"]);
    let time = |unit: &str| (unit.to_owned(), Some(whistled_at), closed_at, false);
    assert_eq!(holdings(&view), [time("u-water"), time("s1"), time("d-police")]);
    assert_eq!((&view["supervisions"], &view["rating"]["satisfaction"]), (&json!([]), &json!(4)));
    let done = tale.on_work_list_of(&water).await.expect("what was done stays on the list");
    assert_eq!((&done["state"], &done["overdue"]), (&json!("discharged"), &json!(false)));
    tale.was(
        "WhistleRaised CaseFiled DispatchIssued*3
         DispatchSigned*2 DepartmentReported*2 DispatchSigned DutyEscalated*2 DepartmentReported
         ResidentContacted JointActionScheduled JointActionSignedIn*2 JointActionHeld
         DispatchAccepted*3 MeasureRecorded FeedbackSubmitted*3
         VerificationPassed CallbackAnswered CaseClosed CaseRated",
    )
    .await;
}
