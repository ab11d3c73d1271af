//! What a case can come into beside its ordinary life: something is asked for, parked, supervised, or shared by many.

use serde_json::{Value, json};

use super::story::{CaseInHand, Stage, reporter, whistle};
use super::{TestHouse, Who};

/// Where a case stands when something is tried on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scene {
    /// An ordinary point of its life.
    At(Stage),
    /// A second report of the same matter lies beside it.
    ReportedTwice,
    /// Its resident was asked and is not content.
    Dissatisfied,
    /// Closed 31 days ago.
    ClosedLongAgo,
    /// Dispatched, and its time has run out.
    Overdue,
    /// The lead wants to hand it back.
    ReturnAsked,
    /// The lead wants more time.
    ExtensionAsked,
    /// The lead wants it parked.
    SuspensionAsked,
    /// Parked.
    Suspended,
    /// The lead has drawn up a plan of two stages.
    Planned,
    /// The community wants it closed by force.
    ForcedClosingAsked,
    /// The same, for a case that could be closed in the ordinary way too.
    ClosableByForce,
    /// The lead wants it left out of the scores.
    ExclusionAsked,
    /// The lead contests what it cost.
    ScoreAppealed,
    /// The lead has got a written supervision.
    Supervised,
    /// Everybody who was sent is called together.
    JointAction,
    /// A neighbour has joined, and departments were sent.
    Joined,
    /// A neighbour has joined, and the resident is to be asked.
    JoinedAndDone,
    /// Departments were sent, and two items are listed.
    Listed,
    /// The lead says that the first item is put right.
    Claimed,
    /// The first item is struck off.
    StruckOff,
    /// Words for the wall wait for their decision.
    Worded,
    /// They are on the wall.
    OnTheWall,
}

/// Yes or no, with a reason.
pub(crate) fn decision(decision: &str) -> Value {
    json!({ "decision": decision, "reason": "经研究决定" })
}

pub(super) fn reason() -> Value {
    json!({ "reason": "居民来电说明情况" })
}

pub(super) fn return_request() -> Value {
    json!({ "basis": "职责清单第三条", "reason": "不属本单位职责", "proposed_unit": "d-police" })
}

pub(super) fn extension_request() -> Value {
    json!({ "length": "2h", "reason": "等待配件" })
}

pub(super) fn suspension(case: &CaseInHand) -> Value {
    json!({ "ground": "funds", "reason": "经费未到位", "proof": ["资金申请"], "review_at": case.day(60) })
}

pub(super) fn plan(case: &CaseInHand) -> Value {
    let stage = |title: &str, days| json!({ "title": title, "due_at": case.day(days) });
    json!({ "milestones": [stage("完成设计", 40), stage("完成施工", 50)], "note": "分两步" })
}

pub(super) fn exclusion() -> Value {
    json!({ "ground": "litigation", "reason": "已进入诉讼" })
}

pub(super) fn supervision(measure: &str) -> Value {
    json!({ "measure": measure, "reason": "进展缓慢" })
}

pub(super) fn joint_action(case: &CaseInHand) -> Value {
    json!({ "meets_at": case.day(1), "place": "松影一苑门口", "purpose": "现场会商" })
}

pub(super) fn items() -> Value {
    json!({ "items": [{ "title": "三单元堆物" }, { "title": "配电箱无锁", "hazard": "major" }] })
}

pub(super) fn claim(case: &CaseInHand) -> Value {
    json!({ "item": case.made[0], "result": "已清理", "evidence": ["整改照片"] })
}

pub(super) fn reinspection(case: &CaseInHand) -> Value {
    json!({ "item": case.made[0], "passed": true, "evidence": ["复查照片"] })
}

pub(super) fn neighbour() -> Value {
    let mut neighbour = reporter();
    neighbour["household"] = json!("3-2-501");
    neighbour
}

pub(super) fn wording() -> Value {
    json!({ "question": "楼道照明不亮。", "answer": "正在更换灯具。" })
}

impl TestHouse {
    /// A new case in this scene.
    pub(crate) async fn scene(&self, scene: Scene) -> CaseInHand {
        let people = &self.people;
        match scene {
            Scene::At(stage) => self.case_at(stage).await,
            Scene::ReportedTwice => {
                let other = self.raised_by(&people.other_resident, &whistle()).await.id;
                CaseInHand { other, ..self.raised().await }
            }
            Scene::Dissatisfied => {
                let said = json!({ "reached": true, "solved": false, "satisfaction": 1, "comment": "没修" });
                self.after(Stage::Callback, &people.hotline, "callback", |_| said).await
            }
            Scene::ClosedLongAgo => {
                let case = self.case_at(Stage::Closed).await;
                // Thirty days, moved to a working day.
                self.clock.advance(chrono::Duration::days(40));
                case
            }
            Scene::Overdue => {
                let case = self.case_at(Stage::Signed).await;
                // Two working days, whatever weekend or feast they fall on.
                self.clock.advance(chrono::Duration::days(12));
                case
            }
            Scene::ReturnAsked => self.lead_asks(Stage::Dispatched, "request-return", return_request()).await,
            Scene::ExtensionAsked => {
                self.lead_asks(Stage::Signed, "request-extension", extension_request()).await
            }
            Scene::Suspended => {
                let ruling = |_: &CaseInHand| decision("approve");
                let asked = self.asked(Scene::SuspensionAsked).await;
                self.then(asked, &people.supervisor, "rule-suspension", ruling).await
            }
            Scene::ClosableByForce => {
                self.after(Stage::Answered, &people.community, "request-forced-closing", |_| reason()).await
            }
            Scene::JoinedAndDone => {
                let mut case = self.asked(Scene::Joined).await;
                self.bring(&mut case, Stage::Dispatched, Stage::Callback).await;
                case
            }
            Scene::Claimed => {
                let listed = self.asked(Scene::Listed).await;
                self.then(listed, &people.housing, "claim-rectified", claim).await
            }
            Scene::StruckOff => {
                let listed = self.asked(Scene::Listed).await;
                let claimed = self.then(listed, &people.housing, "claim-rectified", claim).await;
                self.then(claimed, &people.community, "reinspect", reinspection).await
            }
            Scene::OnTheWall => {
                let worded = self.asked(Scene::Worded).await;
                self.then(worded, &people.supervisor, "echo/rule", |_| decision("approve")).await
            }
            Scene::SuspensionAsked
            | Scene::Planned
            | Scene::ForcedClosingAsked
            | Scene::ExclusionAsked
            | Scene::ScoreAppealed
            | Scene::Supervised
            | Scene::JointAction
            | Scene::Joined
            | Scene::Listed
            | Scene::Worded => self.asked(scene).await,
        }
    }

    /// The scenes that are one command away from a dispatched case.
    async fn asked(&self, scene: Scene) -> CaseInHand {
        let people = &self.people;
        let dispatched = Stage::Dispatched;
        match scene {
            Scene::SuspensionAsked => self.after(dispatched, &people.housing, "suspend", suspension).await,
            Scene::Planned => self.after(dispatched, &people.housing, "plan", plan).await,
            Scene::ForcedClosingAsked => {
                self.after(dispatched, &people.community, "request-forced-closing", |_| reason()).await
            }
            Scene::ExclusionAsked => {
                self.after(dispatched, &people.housing, "request-exclusion", |_| exclusion()).await
            }
            Scene::ScoreAppealed => {
                self.after(dispatched, &people.housing, "appeal-score", |_| reason()).await
            }
            Scene::Supervised => {
                self.after(dispatched, &people.supervisor, "supervise", |_| supervision("written")).await
            }
            Scene::JointAction => {
                self.after(dispatched, &people.community, "joint-actions", joint_action).await
            }
            Scene::Joined => self.after(dispatched, &people.hotline, "complainants", |_| neighbour()).await,
            Scene::Listed => self.after(dispatched, &people.community, "items", |_| items()).await,
            Scene::Worded => self.after(dispatched, &people.community, "echo", |_| wording()).await,
            other => panic!("{other:?} is more than one command away"),
        }
    }

    async fn after(
        &self,
        stage: Stage,
        who: &Who,
        name: &str,
        body: impl FnOnce(&CaseInHand) -> Value,
    ) -> CaseInHand {
        self.then(self.case_at(stage).await, who, name, body).await
    }

    async fn then(
        &self,
        mut case: CaseInHand,
        who: &Who,
        name: &str,
        body: impl FnOnce(&CaseInHand) -> Value,
    ) -> CaseInHand {
        let body = body(&case);
        self.command(&mut case, who, name, body).await;
        case
    }

    async fn lead_asks(&self, stage: Stage, name: &str, body: Value) -> CaseInHand {
        let mut case = self.case_at(stage).await;
        let lead = case.lead.clone();
        self.answer(&mut case, &self.people.housing, &lead, name, &body).await;
        case
    }
}
