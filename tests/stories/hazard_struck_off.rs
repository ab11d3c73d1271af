//! 隐患限时整改销号: three hazards of one market, struck off one by one, never by those who put them right.

use chrono::Duration;
use serde_json::{Value, json};
use whistle_domain::actor::Role;

use super::ending::instant;
use super::stage::{NAME, PHONE, Tale};
use crate::support::{TestHouse, Who};

const EMERGENCY: &str = "d-emergency";
const FIRE: &str = "d-fire";

impl Tale<'_> {
    async fn claims(&self, who: &Who, item: &Value) {
        let claim = json!({ "item": item, "result": "已整改", "evidence": ["整改后照片"] });
        self.act(who, "claim-rectified", claim).await;
    }

    async fn item_states(&self) -> Vec<String> {
        let view = self.view().await;
        let items = view["items"].as_array().expect("items");
        items.iter().map(|item| item["state"].as_str().expect("a state").to_owned()).collect()
    }
}

fn seen(item: &Value, passed: bool) -> Value {
    json!({ "item": item, "passed": passed, "note": "现场复查", "evidence": ["复查照片"] })
}

#[tokio::test]
async fn a_hazard_struck_off() {
    let house = TestHouse::open().await;
    let people = &house.people;
    let (emergency, fire) = (house.officer("emergency", EMERGENCY).await, house.officer("fire", FIRE).await);
    let fire_inspector = house.posted("fire_inspector", Role::Supervisor, FIRE, "yunqi").await;

    // A grid worker on the round finds them and lists them.
    let whistle = json!({
        "title": "农贸市场安全隐患三处",
        "category": "5403",
        "location": { "grid": "g01" },
        "reporter": { "name": NAME, "phone": PHONE },
    });
    let tale = Tale::begins(&house, &people.grid_worker, &whistle).await;
    let list = json!({ "items": [
        { "title": "二楼疏散通道封堵", "hazard": "major" },
        { "title": "灭火器过期12具", "hazard": "general" },
        { "title": "配电箱门缺失", "hazard": "general" },
    ] });
    let items = tale.act(&people.grid_worker, "items", list).await["created"].clone();
    let [exit, extinguishers, fuse_box] = [&items[0], &items[1], &items[2]];
    assert_eq!(tale.view().await["items"][0]["hazard"], "major");
    assert!(tale.on_register("open_items").await.is_some());
    tale.act(&people.community, "endorse", json!({ "local_attempt": "已口头责令" })).await;
    let sent = json!({ "lead": EMERGENCY, "co_handlers": [FIRE], "instruction": "限期整改" });
    tale.act(&people.dispatcher, "dispatches", sent).await;
    for step in ["sign", "report", "accept"] {
        tale.each(&emergency, EMERGENCY, &[step]).await;
        tale.each(&fire, FIRE, &[step]).await;
    }

    // 责令限期整改: of units that were sent, with an end.
    let order = |item: &Value, unit: &str, within: &str| json!({ "item": item, "unit": unit, "requirement": "立即整改", "within": within });
    tale.refused(&people.dispatcher, "order-rectification", order(exit, "d-market", "1d"), (422, "not_sent"))
        .await;
    tale.act(&people.dispatcher, "order-rectification", order(exit, FIRE, "24h")).await;
    tale.act(&people.dispatcher, "order-rectification", order(extinguishers, FIRE, "7d")).await;
    let entry = tale.on_register("open_items").await.expect("open items");
    assert_eq!(instant(&entry["due_at"]), Some(tale.now() + Duration::hours(24)), "the first that is due");

    // Said to be done by the unit that was told to, with something that shows it.
    let bare = json!({ "item": exit, "result": "已清理" });
    tale.refused(&fire, "claim-rectified", bare.clone(), (422, "evidence_missing")).await;
    tale.refused(&emergency, "claim-rectified", bare, (403, "ordered_from_other")).await;
    tale.refused(&people.grid_worker, "reinspect", seen(exit, true), (409, "wrong_item_state")).await;
    tale.claims(&fire, exit).await;

    // Never seen good by whoever did it, nor by anybody of the same unit.
    tale.refused(&fire, "reinspect", seen(exit, true), (403, "forbidden")).await;
    tale.refused(&fire_inspector, "reinspect", seen(exit, true), (403, "own_handling")).await;
    let blind = json!({ "item": exit, "passed": true });
    tale.refused(&people.grid_worker, "reinspect", blind, (422, "evidence_missing")).await;
    tale.act(&people.grid_worker, "reinspect", seen(exit, false)).await;
    assert_eq!(tale.view().await["items"][0]["failures"], 1);
    assert_eq!(tale.item_states().await, ["open", "open", "open"]);
    tale.claims(&fire, exit).await;
    tale.act(&people.community, "reinspect", seen(exit, true)).await;
    assert_eq!(tale.told().await.0, "ItemStruckOff");
    tale.claims(&fire, extinguishers).await;
    tale.act(&people.supervisor, "reinspect", seen(extinguishers, true)).await;

    // While one is open nothing ends, whatever the units say; and not by force either.
    tale.each(&emergency, EMERGENCY, &["feedback"]).await;
    tale.each(&fire, FIRE, &["feedback"]).await;
    let good = json!({ "passed": true });
    tale.refused(&people.grid_worker, "verify", good, (409, "items_open")).await;
    tale.refused(&people.dispatcher, "close", json!({}), (409, "wrong_status")).await;
    tale.act(&people.community, "request-forced-closing", json!({ "reason": "商户已搬离" })).await;
    assert!(tale.on_register("awaiting_decision").await.is_some());
    let no = json!({ "decision": "refuse", "reason": "隐患未消除" });
    tale.refused(&people.community, "rule-forced-closing", no.clone(), (403, "forbidden")).await;
    tale.refused(&people.dispatcher, "rule-forced-closing", no.clone(), (403, "wrong_level")).await;
    tale.act(&people.supervisor, "rule-forced-closing", no.clone()).await;
    tale.refused(&people.supervisor, "rule-forced-closing", no, (409, "nothing_pending")).await;
    assert_eq!(tale.on_register("awaiting_decision").await, None);
    assert_eq!(tale.on_register("force_closed").await, None);

    // One that was struck off is open again; the whole goes back, and the last ones are put right.
    tale.act(&people.dispatcher, "restore-item", json!({ "item": exit, "reason": "再次堆放" })).await;
    assert_eq!(tale.item_states().await, ["open", "struck_off", "open"]);
    let back = json!({ "passed": false, "note": "仍有隐患", "rework": [tale.part(EMERGENCY).await, tale.part(FIRE).await] });
    tale.act(&people.grid_worker, "verify", back).await;
    tale.claims(&fire, exit).await;
    tale.claims(&emergency, fuse_box).await;
    for item in [exit, fuse_box] {
        tale.act(&people.grid_worker, "reinspect", seen(item, true)).await;
    }
    assert_eq!(tale.item_states().await, ["struck_off"; 3]);
    assert_eq!(tale.on_register("open_items").await, None);
    tale.is_done_and_checked(&[(&emergency, EMERGENCY), (&fire, FIRE)]).await;
    tale.ends_well().await;
    assert_eq!(tale.view().await["forced"], false);
    assert_eq!(
        tale.told_so_far().await,
        "WhistleRaised ItemsListed WhistleEndorsed CaseFiled DispatchIssued*2 DepartmentReported*2 \
         ItemStruckOff*2 FeedbackSubmitted*2 ItemRestored VerificationFailed ItemStruckOff*2 \
         FeedbackSubmitted*2 VerificationPassed CallbackAnswered CaseClosed"
    );
    tale.was(
        "WhistleRaised ItemsListed WhistleEndorsed CaseFiled DispatchIssued*2
         DispatchSigned*2 DepartmentReported*2 DispatchAccepted*2 RectificationOrdered*2
         RectificationClaimed ItemReinspected RectificationClaimed ItemReinspected ItemStruckOff
         RectificationClaimed ItemReinspected ItemStruckOff FeedbackSubmitted*2
         ForcedClosingRequested ForcedClosingRefused ItemRestored VerificationFailed
         RectificationClaimed*2 ItemReinspected ItemStruckOff ItemReinspected ItemStruckOff
         FeedbackSubmitted*2 VerificationPassed CallbackAnswered CaseClosed",
    )
    .await;
}
