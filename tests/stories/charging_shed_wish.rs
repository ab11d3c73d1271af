//! 充电车棚: a wish that becomes planned work, runs out of money, and is built in the end.

use chrono::Duration;
use serde_json::{Value, json};

use super::ending::instant;
use super::stage::{NAME, PHONE, Tale};
use crate::support::{TestHouse, Who};

const HOUSING: &str = "d-housing";
const POWER: &str = "u-power";

fn stages(tale: &Tale<'_>, days: [i64; 3]) -> Value {
    let stage =
        |(title, days): (&str, i64)| json!({ "title": title, "due_at": tale.now() + Duration::days(days) });
    let titles = ["选址公示", "棚架施工", "通电验收"];
    json!({ "milestones": titles.into_iter().zip(days).map(stage).collect::<Vec<_>>(), "note": "三步完成车棚建设" })
}

/// The wish becomes planned work, and two units set about it.
async fn wished_for<'h>(house: &'h TestHouse, power: &Who) -> Tale<'h> {
    let people = &house.people;
    let whistle = json!({
        "title": "希望建电动车充电车棚",
        "description": format!("{NAME}代表5号楼提出,电话{PHONE}"),
        "category": "5302",
        "kind": "appeal",
        "location": { "grid": "g01", "address": "松影一苑5号楼" },
        "reporter": { "name": NAME, "phone": PHONE },
    });
    let tale = Tale::begins(house, &people.nobody, &whistle).await;
    tale.act(&people.community, "endorse", json!({ "local_attempt": "楼宇会议过三个选址" })).await;
    tale.act(&people.dispatcher, "file", json!({})).await;
    assert_eq!(tale.view().await["kind"], "appeal");

    // Nothing that is done in a week: planned work.
    let planned = json!({ "category": "5302", "kind": "key", "reason": "需立项和资金" });
    tale.act(&people.dispatcher, "reclassify", planned).await;
    let sent = json!({ "lead": HOUSING, "co_handlers": [POWER], "instruction": "制定建设计划" });
    tale.act(&people.dispatcher, "dispatches", sent).await;
    for step in ["sign", "report", "accept"] {
        tale.each(&people.housing, HOUSING, &[step]).await;
        tale.each(power, POWER, &[step]).await;
    }
    tale
}

#[tokio::test]
async fn a_charging_shed_wish() {
    let house = TestHouse::open().await;
    let (people, power) = (&house.people, house.officer("power", POWER).await);
    let tale = wished_for(&house, &power).await;
    tale.refused(&people.housing, "progress", json!({ "progress": "已选址" }), (409, "no_plan")).await;
    tale.refused(&people.housing, "plan", stages(&tale, [8, 25, 20]), (422, "milestones_unordered")).await;
    tale.act(&people.housing, "plan", stages(&tale, [8, 20, 29])).await;
    assert_eq!(tale.told().await, ("PlanAgreed".into(), Some("三步完成车棚建设".into())));
    let owed = tale.on_register("planned").await.expect("planned work");
    assert_eq!(instant(&owed["due_at"]), Some(tale.now() + Duration::days(8)));
    tale.passes(Duration::days(7)).await;
    let reached =
        |stage: u32| json!({ "milestone": stage, "note": format!("第{stage}步完成"), "evidence": ["照片"] });
    tale.act(&people.housing, "milestones", reached(1)).await;
    tale.refused(&people.housing, "milestones", reached(1), (409, "milestone_reached_already")).await;

    // The money is not there. One asks with proof, somebody else decides, the resident is told.
    let parked = |days: i64, proof: &[&str]| {
        json!({
            "ground": "funds", "reason": "专项资金未到位", "proof": proof,
            "review_at": tale.now() + Duration::days(days),
        })
    };
    tale.refused(&people.housing, "suspend", parked(60, &[]), (422, "evidence_missing")).await;
    tale.refused(&people.housing, "suspend", parked(91, &["财政批复"]), (422, "review_out_of_range")).await;
    tale.act(&people.housing, "suspend", parked(60, &["财政批复"])).await;
    assert!(tale.on_register("awaiting_decision").await.is_some());
    let granted = json!({ "decision": "approve", "reason": "待四季度资金下达" });
    tale.refused(&people.housing, "rule-suspension", granted.clone(), (403, "forbidden")).await;
    tale.refused(&people.dispatcher, "rule-suspension", granted.clone(), (403, "wrong_level")).await;
    tale.act(&people.supervisor, "rule-suspension", granted).await;
    assert_eq!(tale.told().await, ("CaseSuspended".into(), Some("待四季度资金下达".into())));
    let before = tale.view().await;
    let left = instant(&before["due_at"]).expect("an end") - tale.now();

    // Grey, in a list of its own, never out of sight; nothing is demanded, nothing runs out.
    let entry = tale.on_register("parked").await.expect("parked");
    assert_eq!(instant(&entry["due_at"]), Some(tale.now() + Duration::days(60)));
    assert_eq!(before["lamp"], "grey");
    tale.refused(&people.housing, "milestones", reached(2), (409, "suspended")).await;
    tale.until(instant(&entry["due_at"]).expect("a day")).await;
    let row = tale.in_list_of(&people.community).await.expect("the community keeps it in sight");
    assert_eq!((&row["lamp"], &row["status"]), (&json!("grey"), &json!("in_handling")));
    let part = tale.on_work_list_of(&people.housing).await.expect("the unit keeps it in sight");
    assert_eq!((&part["lamp"], &part["overdue"]), (&json!("grey"), &json!(false)));
    let review = json!({ "finding": "资金已列入计划", "review_at": tale.now() + Duration::days(20) });
    tale.act(&people.supervisor, "review-suspension", review).await;
    tale.passes(Duration::days(10)).await;

    // It goes on with the time that was left: for the case, for its stages and for the monthly report.
    let pause = Duration::days(70);
    tale.act(&people.supervisor, "resume", json!({ "reason": "资金到位" })).await;
    let after = tale.view().await;
    assert_eq!(instant(&after["due_at"]).expect("an end") - tale.now(), left);
    assert_eq!((tale.on_register("parked").await, &after["lamp"]), (None, &json!("green")));
    let later = |view: &Value, field: &str| instant(&view["plan"][field]).expect("an instant");
    assert_eq!(later(&after, "progress_due_at"), later(&before, "progress_due_at") + pause);
    let stage = |view: &Value, at: usize| instant(&view["plan"]["milestones"][at]["due_at"]);
    assert_eq!(stage(&after, 0), stage(&before, 0), "what was reached stays as it was");
    for at in [1, 2] {
        assert_eq!(stage(&after, at), stage(&before, at).map(|due_at| due_at + pause));
    }

    // Every month a word on how it comes along.
    tale.act(&people.housing, "progress", json!({ "progress": "棚架基础已浇筑" })).await;
    assert_eq!(tale.told().await, ("ProgressReported".into(), Some("棚架基础已浇筑".into())));
    let owed = instant(&tale.view().await["plan"]["progress_due_at"]).expect("the next one");
    // Thirty days later is Sunday, the 7th of March 2027: until Monday.
    assert_eq!(owed, tale.now() + Duration::days(31));

    // Nobody is done before the last stage is.
    tale.passes(Duration::days(9)).await;
    tale.act(&people.housing, "milestones", reached(2)).await;
    tale.each(&power, POWER, &["feedback"]).await;
    tale.each(&people.housing, HOUSING, &["feedback"]).await;
    let seen = |passed: bool| json!({ "passed": passed, "note": "尚未通电" });
    tale.refused(&people.grid_worker, "verify", seen(true), (409, "milestones_open")).await;
    tale.act(&people.grid_worker, "verify", seen(false)).await;
    tale.until(stage(&after, 2).expect("the last stage")).await;
    tale.act(&people.housing, "milestones", reached(3)).await;
    tale.is_done_and_checked(&[(&people.housing, HOUSING)]).await;
    assert_eq!(tale.view().await["lamp"], "yellow", "a day is left");
    tale.ends_well().await;

    // The resident has read the whole way.
    assert_eq!(
        tale.told_so_far().await,
        "WhistleRaised WhistleEndorsed CaseFiled CaseReclassified DispatchIssued*2 DepartmentReported*2 \
         PlanAgreed MilestoneReached CaseSuspended SuspensionReviewed SuspensionLifted ProgressReported \
         MilestoneReached FeedbackSubmitted*2 VerificationFailed MilestoneReached FeedbackSubmitted \
         VerificationPassed CallbackAnswered CaseClosed"
    );
    tale.was(
        "WhistleRaised WhistleEndorsed CaseFiled CaseReclassified DispatchIssued*2
         DispatchSigned*2 DepartmentReported*2 DispatchAccepted*2 PlanAgreed MilestoneReached
         SuspensionRequested CaseSuspended SuspensionReviewed SuspensionLifted
         ProgressReported MilestoneReached FeedbackSubmitted*2 VerificationFailed
         MilestoneReached FeedbackSubmitted VerificationPassed CallbackAnswered CaseClosed",
    )
    .await;
}
