//! 违法建设: somebody builds on a roof, and the department is slow.

use chrono::Duration;
use serde_json::{Value, json};

use super::ending::instant;
use super::stage::{NAME, PHONE, Tale};
use crate::support::{TestHouse, Who};

const URBAN: &str = "d-urban";
const ECOLOGY: &str = "d-ecology";

/// By when a stage is to be reached.
fn due_of(view: &Value, stage: usize) -> chrono::DateTime<chrono::Utc> {
    instant(&view["plan"]["milestones"][stage - 1]["due_at"]).expect("a stage has an end")
}

impl Tale<'_> {
    async fn stage_reached(&self, who: &Who, stage: u32, document: &str) {
        let reached = json!({ "milestone": stage, "note": document, "evidence": [document] });
        self.act(who, "milestones", reached).await;
    }

    async fn supervised(&self, by: &Who, measure: &str) -> Value {
        let order = json!({ "measure": measure, "reason": "处罚阶段超期未办" });
        self.act(by, "supervise", order).await["created"][0].clone()
    }

    /// The ladder: a reminder is anybody's at the desk, cards are the supervisor's.
    async fn goes_up_the_ladder(&self, another: &Who) {
        let people = &self.house.people;
        self.supervised(&people.dispatcher, "reminder").await;
        let card = json!({ "measure": "yellow_card", "reason": "临期未办" });
        self.refused(&people.dispatcher, "supervise", card, (403, "wrong_level")).await;
        self.supervised(&people.supervisor, "yellow_card").await;
        self.supervised(&people.supervisor, "red_card").await;
        let written = self.supervised(&people.supervisor, "written").await;
        let entry = self.on_register("supervised").await.expect("supervised");
        assert_eq!(entry["unit"], URBAN);
        assert!(instant(&entry["due_at"]).expect("an answer is due") > self.now());
        let reply = json!({ "supervision": written, "reply": "三日内送达处罚决定" });
        self.refused(another, "answer-supervision", reply.clone(), (404, "supervision_unknown")).await;
        self.act(&people.urban, "answer-supervision", reply).await;
        for supervision in self.view().await["supervisions"].as_array().expect("supervisions") {
            assert_eq!(supervision["department"], URBAN);
            let end = json!({ "supervision": supervision["id"], "reason": "已书面答复" });
            self.act(&people.supervisor, "lift-supervision", end).await;
        }
        assert_eq!(self.on_register("supervised").await, None);
    }
}

#[tokio::test]
async fn an_unlicensed_structure() {
    let house = TestHouse::open().await;
    let (people, ecology) = (&house.people, house.officer("ecology", ECOLOGY).await);
    let whistle = json!({
        "title": "5号楼顶违建阳光房",
        "description": format!("举报人{NAME},{PHONE}"),
        "category": "0101",
        "location": { "grid": "g01" },
        "reporter": { "name": NAME, "phone": PHONE },
        "confidential": true,
    });
    let tale = Tale::begins(&house, &people.hotline, &whistle).await;
    tale.act(&people.community, "endorse", json!({ "local_attempt": "上门劝阻无效" })).await;
    let sent = json!({ "lead": URBAN, "co_handlers": [ECOLOGY], "instruction": "依法查处" });
    tale.act(&people.dispatcher, "dispatches", sent).await;

    // 制止、处罚、拆除: the stages come from the policy, together with the dispatch.
    let view = tale.view().await;
    let titles: Vec<&Value> =
        view["plan"]["milestones"].as_array().expect("stages").iter().map(|stage| &stage["title"]).collect();
    assert_eq!(titles, ["制止(停工)", "处罚", "拆除"]);
    assert_eq!(instant(&view["due_at"]), Some(due_of(&view, 3)), "the last stage ends with the case");
    assert_eq!(tale.told().await.0, "PlanAgreed");
    let planned = tale.on_register("planned").await.expect("worked off by stages");
    assert_eq!(instant(&planned["due_at"]), Some(due_of(&view, 1)));
    for step in ["sign", "report", "accept"] {
        tale.each(&people.urban, URBAN, &[step]).await;
        tale.each(&ecology, ECOLOGY, &[step]).await;
    }

    // The first stage is reached, and shown.
    let bare = json!({ "milestone": 1, "note": "已停工" });
    tale.refused(&people.urban, "milestones", bare, (422, "evidence_missing")).await;
    tale.stage_reached(&people.urban, 1, "责令停工通知书").await;
    let planned = tale.on_register("planned").await.expect("the next stage");
    assert_eq!(instant(&planned["due_at"]), Some(due_of(&view, 2)));
    let late = json!({ "reason": "当事人拒收", "measures_taken": "三次上门", "next_plan": "公告送达" });
    tale.on_refused(&people.urban, URBAN, "explain-overdue", late.clone(), (409, "not_overdue")).await;

    // The second is not, and has to be explained; only by whoever leads the stages.
    tale.until(due_of(&view, 2) + Duration::hours(1)).await;
    tale.on_refused(&ecology, ECOLOGY, "explain-overdue", late.clone(), (409, "not_overdue")).await;
    tale.on(&people.urban, URBAN, "explain-overdue", late).await;

    tale.goes_up_the_ladder(&ecology).await;
    tale.stage_reached(&people.urban, 2, "行政处罚决定书").await;

    // More time is asked for in time, ruled on by somebody else, and told to the resident.
    let asked = json!({ "length": "5wd", "reason": "需吊装设备" });
    tale.on(&people.urban, URBAN, "request-extension", asked.clone()).await;
    assert!(tale.on_register("awaiting_decision").await.is_some());
    tale.on_refused(&people.urban, URBAN, "request-extension", asked.clone(), (409, "already_pending")).await;
    let granted = json!({ "decision": "approve", "reason": "确需吊装" });
    tale.on_refused(&people.urban, URBAN, "rule-extension", granted.clone(), (403, "forbidden")).await;
    tale.on(&people.dispatcher, URBAN, "rule-extension", granted.clone()).await;
    let longer = tale.page().await;
    assert!(instant(&longer["due_at"]) > instant(&view["due_at"]));
    assert_eq!(tale.told().await, ("ExtensionApproved".into(), Some("确需吊装".into())));
    // A second time only the supervisor may grant it, a third time nobody.
    tale.on(&people.urban, URBAN, "request-extension", asked.clone()).await;
    tale.on_refused(&people.dispatcher, URBAN, "rule-extension", granted.clone(), (403, "wrong_level")).await;
    tale.on(&people.supervisor, URBAN, "rule-extension", granted).await;
    tale.on_refused(&people.urban, URBAN, "request-extension", asked, (409, "extensions_exhausted")).await;
    assert_eq!(tale.on_register("awaiting_decision").await, None);
    tale.stage_reached(&people.urban, 3, "拆除前后照片").await;
    assert_eq!(tale.on_register("planned").await, None);

    // The check finds rubble, so it is done again; then it is good.
    tale.each(&people.urban, URBAN, &["feedback"]).await;
    tale.each(&ecology, ECOLOGY, &["feedback"]).await;
    let rubble = json!({ "passed": false, "note": "建筑垃圾未清运", "rework": [tale.part(URBAN).await] });
    tale.act(&people.grid_worker, "verify", rubble).await;
    assert_eq!(
        (tale.state_of(URBAN).await.as_str(), tale.view().await["reworks"].as_u64()),
        ("rework", Some(1))
    );
    assert_eq!(tale.on_work_list_of(&people.urban).await.expect("back on the list")["reworks"], 1);
    tale.is_done_and_checked(&[(&people.urban, URBAN)]).await;
    tale.ends_well().await;

    // 回头看: after a month it is still good, after three it is back, and the clocks start anew.
    let seen = |relapsed: bool| json!({ "relapsed": relapsed, "note": "现场复看", "evidence": ["照片"] });
    tale.refused(&people.community, "look-back", seen(false), (409, "look_back_too_early")).await;
    for relapsed in [false, true] {
        let entry = tale.on_register("look_back").await.expect("to be looked at again");
        tale.until(instant(&entry["due_at"]).expect("a day")).await;
        tale.act(&people.community, "look-back", seen(relapsed)).await;
    }
    let again = tale.view().await;
    assert_eq!((&again["status"], &again["reopenings"]), (&json!("in_handling"), &json!(1)));
    assert_eq!(
        (tale.state_of(URBAN).await.as_str(), tale.state_of(ECOLOGY).await.as_str()),
        ("rework", "verified")
    );
    assert!(instant(&again["due_at"]).expect("a new end") > tale.now());
    assert_eq!(again["lamp"], "green");
    assert_eq!(tale.page().await["status"], "in_handling");
    assert_eq!(tale.on_register("look_back").await, None);
    tale.is_done_and_checked(&[(&people.urban, URBAN)]).await;
    tale.ends_well().await;
    tale.was(
        "WhistleRaised WhistleEndorsed CaseFiled DispatchIssued*2 PlanAgreed
         DispatchSigned*2 DepartmentReported*2 DispatchAccepted*2 MilestoneReached OverdueExplained
         SupervisionIssued*4 SupervisionAnswered SupervisionLifted*4 MilestoneReached
         ExtensionRequested ExtensionApproved ExtensionRequested ExtensionApproved MilestoneReached
         FeedbackSubmitted*2 VerificationFailed FeedbackSubmitted VerificationPassed
         CallbackAnswered CaseClosed LookBackDone*2 CaseReopened
         FeedbackSubmitted VerificationPassed CallbackAnswered CaseClosed",
    )
    .await;
}
