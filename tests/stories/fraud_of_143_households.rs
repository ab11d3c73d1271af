//! 143户违约纠纷: many households, one matter, one voice each.

use chrono::Duration;
use serde_json::{Value, json};

use super::ending::instant;
use super::stage::{NAME, OFFICER, PHONE, Tale};
use crate::support::TestHouse;

const LEGAL: &str = "d-legal";
const HOUSING: &str = "d-housing";
const MARKET: &str = "d-market";
/// Besides the three who blew the whistle: each of these brings a household of its own.
const JOINING: usize = 140;

fn whistle(name: &str, phone: &str) -> Value {
    json!({
        "title": "开发商未按合同退还认筹款",
        "description": format!("我叫{name},电话{phone}"),
        "category": "5603",
        "location": { "grid": "g01" },
        "reporter": { "name": name, "phone": phone },
    })
}

impl Tale<'_> {
    /// Somebody joins; returns under which id.
    async fn joined(&self, serial: usize, household: &str) -> Value {
        let phone = format!("199{:08}", 10_000 + serial);
        let who = json!({ "name": format!("测试业主{serial}"), "phone": phone, "household": household });
        self.act(&self.house.people.community, "complainants", who).await["created"][0].clone()
    }

    async fn votes(&self, complainant: &Value, solved: bool, satisfaction: u8) {
        self.act(&self.house.people.hotline, "votes", vote(complainant, solved, satisfaction)).await;
    }

    async fn tally(&self) -> [u64; 3] {
        let people = self.view().await["people"].clone();
        ["voted", "solved", "content"].map(|field| people[field].as_u64().expect("a count"))
    }

    /// Two others whistled about the same; they become part of this one.
    async fn absorbs_two(&self) -> Vec<Self> {
        let people = &self.house.people;
        let mut merged_away = Vec::new();
        for (name, phone) in [("测试业主甲", "19900009001"), ("测试业主乙", "19900009002")] {
            let same = Tale::begins(self.house, &people.nobody, &whistle(name, phone)).await;
            let merged = json!({ "into": self.id, "reason": "同一开发商同一合同" });
            same.act(&people.community, "merge", merged.clone()).await;
            same.refused(&people.community, "merge", merged, (409, "wrong_status")).await;
            assert_eq!(same.page().await["status"], "merged");
            assert_eq!(
                same.told().await,
                ("CaseMerged".into(), Some(self.number.clone())),
                "the number leads on"
            );
            same.was("WhistleRaised CaseMerged").await;
            merged_away.push(same);
        }
        merged_away
    }

    /// Everybody who joined with a household of their own, and a second one of the first household.
    async fn is_joined_by_many(&self) -> (Vec<Value>, Value) {
        let people = &self.house.people;
        let first = self.joined(0, "1-1-101").await;
        self.refused(
            &people.community,
            "complainants",
            json!({ "phone": "19900010000", "household": "9-9-999" }),
            (409, "joined_already"),
        )
        .await;
        let mut households = vec![first];
        for serial in 1..JOINING {
            households.push(self.joined(serial, &format!("{}-{}", serial / 4 + 1, serial)).await);
        }
        let wife = self.joined(900, " 1-1-101 ").await;
        self.joined(901, "1-1-101").await;
        (households, wife)
    }

    /// Those whose own whistle became part of it have followed it to the end, each with their own number.
    async fn was_followed_by(&self, merged_away: &[Self]) {
        let page = self.page().await;
        assert!(instant(&page["closed_at"]).is_some());
        for same in merged_away {
            let own = same.page().await;
            assert_eq!((&own["status"], &own["closed_at"]), (&json!("merged"), &page["closed_at"]));
            assert_eq!(own["due_at"], page["due_at"]);
            assert_eq!(own["steps"][0]["step"], "WhistleRaised", "their own");
            assert_eq!(own["steps"][1]["step"], "CaseMerged");
            let (all, followed) =
                (page["steps"].as_array().expect("steps"), own["steps"].as_array().expect("steps"));
            assert!(followed.len() > 10 && all.ends_with(&followed[3..]), "{own}");
        }
    }
}

fn vote(complainant: &Value, solved: bool, satisfaction: u8) -> Value {
    json!({ "complainant": complainant, "solved": solved, "satisfaction": satisfaction })
}

#[tokio::test]
async fn a_fraud_of_143_households() {
    let house = TestHouse::open().await;
    let (people, legal, market) =
        (&house.people, house.officer("legal", LEGAL).await, house.officer("market", MARKET).await);

    // Three residents report the same thing, each for themselves. Two become part of the first; nobody is lost.
    let tale = Tale::begins(&house, &people.nobody, &whistle(NAME, PHONE)).await;
    let merged_away = tale.absorbs_two().await;
    let view = tale.view().await;
    assert_eq!((&view["people"]["complainants"], &view["people"]["households"]), (&json!(2), &json!(3)));

    // Door by door the others join, some with two people of one household.
    let (households, wife) = tale.is_joined_by_many().await;
    let first = &households[0];
    let view = tale.view().await;
    assert_eq!(view["people"]["households"], 143);
    assert_eq!(view["people"]["complainants"], 144);
    let stranger = json!({ "complainant": uuid::Uuid::nil() });
    tale.refused(&people.community, "representative", stranger, (404, "complainant_unknown")).await;
    tale.act(&people.community, "representative", json!({ "complainant": first })).await;
    assert_eq!(tale.view().await["people"]["representative"], *first);

    // The mediators lead. From now on nobody takes the whistle back, but it can still be put right.
    tale.act(&people.community, "endorse", json!({ "local_attempt": "社区约谈开发商两次" })).await;
    let sent = json!({ "lead": LEGAL, "co_handlers": [HOUSING], "instruction": "组织调解" });
    tale.act(&people.dispatcher, "dispatches", sent).await;
    assert_eq!(
        tale.resident("withdraw", json!({ "reason": "不想追究" })).await.json()["code"],
        "wrong_status"
    );
    let put_right = json!({ "title": "开发商未退还143户认筹款" });
    assert_eq!(tale.resident("amend", put_right).await.status, 200);
    assert_eq!(tale.page().await["title"], "开发商未退还143户认筹款");
    for step in ["sign", "report", "accept"] {
        tale.each(&legal, LEGAL, &[step]).await;
        tale.each(&people.housing, HOUSING, &[step]).await;
    }
    let meeting =
        json!({ "meets_at": tale.now() + Duration::days(1), "place": "社区会议室", "purpose": "调解" });
    let action = tale.act(&people.community, "joint-actions", meeting).await["created"][0].clone();
    tale.passes(Duration::days(1)).await;
    for who in [&legal, &people.housing] {
        tale.act(who, "sign-in", json!({ "action": action, "person": OFFICER })).await;
    }
    tale.act(&people.community, "hold-joint-action", json!({ "action": action, "result": "签订还款协议" }))
        .await;
    assert_eq!(tale.last("JointActionHeld").await["absent"], Value::Null, "nobody was");
    tale.refused(&people.hotline, "votes", vote(first, true, 5), (409, "wrong_status")).await;
    tale.is_done_and_checked(&[(&legal, LEGAL), (&people.housing, HOUSING)]).await;

    // One vote per household, however many of it complained.
    tale.votes(first, false, 1).await;
    tale.refused(&people.hotline, "votes", vote(&wife, true, 5), (409, "household_voted")).await;
    tale.refused(&people.hotline, "votes", vote(first, true, 5), (409, "household_voted")).await;
    tale.votes(&households[1], false, 2).await;
    tale.votes(&households[2], true, 4).await;
    assert_eq!(tale.tally().await, [3, 1, 1]);
    let said = json!({ "reached": true, "solved": false, "satisfaction": 1, "comment": "只退了三户" });
    tale.act(&people.hotline, "callback", said).await;
    assert_eq!(tale.view().await["status"], "dissatisfied");
    assert!(tale.on_register("dissatisfied").await.is_some());
    tale.refused(&people.dispatcher, "close", json!({}), (409, "wrong_status")).await;

    // Another unit takes over; the end of the clock stays.
    let due_at = tale.page().await["due_at"].clone();
    let exit = json!({ "exit": "transfer", "to": MARKET, "reason": "涉嫌合同诈骗,移交市场监管" });
    tale.act(&people.dispatcher, "settle", exit).await;
    assert_eq!(tale.on_register("dissatisfied").await, None);
    assert_eq!(tale.page().await["due_at"], due_at);
    assert_eq!(tale.view().await["dissatisfactions"], json!(["transfer"]));
    assert_eq!(tale.on_work_list_of(&legal).await.expect("what it had")["state"], "recalled");
    tale.each(&market, MARKET, &["sign", "report", "accept"]).await;
    tale.is_done_and_checked(&[(&market, MARKET)]).await;

    // A new round, and new votes: everybody is asked again.
    assert_eq!(tale.tally().await, [0, 0, 0]);
    tale.votes(&wife, true, 5).await;
    tale.refused(&people.hotline, "votes", vote(first, false, 1), (409, "household_voted")).await;
    for complainant in &households[1..10] {
        tale.votes(complainant, true, 4).await;
    }
    tale.votes(&households[10], true, 2).await;
    assert_eq!(tale.tally().await, [11, 11, 10]);
    tale.ends_well().await;

    // Left out of the scores by two people, and for everybody to see.
    let asked = json!({ "ground": "litigation", "reason": "已进入诉讼程序" });
    tale.act(&people.community, "request-exclusion", asked).await;
    let granted = json!({ "decision": "approve", "reason": "情况属实" });
    tale.refused(&people.community, "rule-exclusion", granted.clone(), (403, "forbidden")).await;
    tale.refused(&people.dispatcher, "rule-exclusion", granted.clone(), (403, "wrong_level")).await;
    tale.act(&people.supervisor, "rule-exclusion", granted).await;
    assert!(tale.on_register("excluded").await.is_some());
    assert_eq!(tale.view().await["excluded"], true);
    assert_eq!(tale.in_list_of(&people.community).await.expect("still in sight")["status"], "closed");

    tale.was_followed_by(&merged_away).await;
    tale.was(
        "WhistleRaised DuplicateAbsorbed*2 ComplainantJoined*142 RepresentativeChosen
         WhistleEndorsed CaseFiled DispatchIssued*2 WhistleAmended
         DispatchSigned*2 DepartmentReported*2 DispatchAccepted*2
         JointActionScheduled JointActionSignedIn*2 JointActionHeld FeedbackSubmitted*2 VerificationPassed
         HouseholdVoted*3 CallbackAnswered DissatisfactionRecorded
         DissatisfactionSettled ReworkOrdered DispatchRecalled DispatchIssued
         DispatchSigned DepartmentReported DispatchAccepted FeedbackSubmitted VerificationPassed
         HouseholdVoted*11 CallbackAnswered CaseClosed ExclusionRequested ExclusionRuled",
    )
    .await;
    house.nobody_learned(&["19900009001", "19900010000", "1-1-101"]).await;
}
