//! The load: cases on their way through the main line, one after another, from the report to the rating.
//!
//! The stock peer includes this very file, so that both sides execute the same commands on the same aggregate.

use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::case::{
    CaseCommand, DispatchAction, DispatchRole, DispatchTarget, IssueDispatches, Location, RaiseWhistle,
    Reporter, Verdict, case_number,
};
use whistle_domain::geography::{Crs, Place};
use whistle_domain::policy::{PolicyLibrary, PolicySet, WhistleKind};
use whistle_domain::privacy::{ProtectedText, Sealed};

/// Commands from the report to the rating.
pub const COMMANDS_PER_CASE: usize = 13;

/// 暴露垃圾, in the policy that the service starts with.
const CATEGORY: &str = "0102";
/// The unit that carries the case.
const DEPARTMENT: &str = "D-SANITATION";
/// The community in which it lies.
const COMMUNITY: &str = "C-0307";

/// The policy that the service starts with.
pub fn policies() -> anyhow::Result<Arc<PolicyLibrary>> {
    let policy = PolicySet::parse(include_str!("../../../../policy/default.toml"))
        .context("the built-in policy is unsound")?;
    Ok(Arc::new(PolicyLibrary::new([policy])?))
}

/// One command of a walk, and everything that goes with it.
pub struct Step {
    /// The case.
    pub case: Uuid,
    /// Whether the case does not exist yet.
    pub first: bool,
    /// Who gives the command.
    pub actor: Actor,
    /// What is asked.
    pub command: CaseCommand,
}

/// One client's cases: when one is rated, the next is raised.
pub struct Walk {
    new_id: fn() -> Uuid,
    staff: Staff,
    case: Uuid,
    dispatch: Uuid,
    steps_done: usize,
    cases_begun: u32,
}

impl Walk {
    /// A walk that takes its identifiers from `new_id`.
    pub fn new(new_id: fn() -> Uuid) -> Self {
        let staff = Staff::new(new_id);
        Self { new_id, staff, case: new_id(), dispatch: new_id(), steps_done: 0, cases_begun: 0 }
    }

    /// The next command, given at `now`.
    pub fn next(&mut self, now: DateTime<Utc>) -> Step {
        let at = self.steps_done % COMMANDS_PER_CASE;
        self.steps_done += 1;
        if at == 0 {
            (self.case, self.dispatch) = ((self.new_id)(), (self.new_id)());
            self.cases_begun += 1;
        }
        let (actor, command) = self.step(at, now);
        Step { case: self.case, first: at == 0, actor: actor.clone(), command }
    }

    fn step(&self, at: usize, now: DateTime<Utc>) -> (&Actor, CaseCommand) {
        let Staff { resident, community, dispatcher, .. } = &self.staff;
        let verdict = Verdict { solved: true, satisfaction: 5 };
        match at {
            0 => (resident, CaseCommand::RaiseWhistle(self.report(now))),
            1 => (
                community,
                CaseCommand::EndorseWhistle {
                    note: text("已到现场查看,情况属实,社区联系物业清理未果,同意吹哨。"),
                    local_attempt: Some(text("社区两次联系物业公司,物业答复需环卫部门调车。")),
                },
            ),
            2 => (dispatcher, CaseCommand::IssueDispatches(self.dispatches())),
            3 => self.department(DispatchAction::Sign),
            4 => self.department(DispatchAction::ReportForDuty {
                place: text("兴华里小区东门垃圾投放点"),
                person: Some(self.sealed(2)),
                arrived_at: Some(now),
            }),
            5 => self.department(DispatchAction::Accept),
            6 => self.department(DispatchAction::RecordMeasure {
                measure: text("已调派清运车一台、保洁员三名,先行清理占道垃圾,预计两小时内完成第一轮清运。"),
                evidence: Vec::new(),
            }),
            7 => self.department(DispatchAction::RecordMeasure {
                measure: text("第一轮清运完成,共清运垃圾约两吨,地面已冲洗并喷洒消毒药水。"),
                evidence: Vec::new(),
            }),
            8 => self.department(DispatchAction::SubmitFeedback {
                result: text(
                    "垃圾已全部清运,地面冲洗消杀完毕;已与物业约定每日早晚各清运一次,并增设投放桶四个。",
                ),
                evidence: vec![text("处置前照片 1 张"), text("处置后同机位照片 1 张")],
            }),
            9 => (
                community,
                CaseCommand::Verify {
                    passed: true,
                    note: text("网格员现场核查,垃圾已清,无异味,投放点整洁,予以通过。"),
                    evidence: vec![text("核查照片 2 张")],
                    rework: Vec::new(),
                },
            ),
            10 => (
                community,
                CaseCommand::RecordCallback {
                    verdict: Some(verdict),
                    comment: text("居民表示当天就有人来清理,现在很干净,对处理结果满意。"),
                },
            ),
            11 => (
                dispatcher,
                CaseCommand::CloseCase {
                    reason: text("责任单位已办结,核查通过,居民回访满意,予以结案。")
                },
            ),
            _ => (
                resident,
                CaseCommand::RateCase {
                    verdict, comment: text("处理得很快,谢谢社区和环卫的同志。")
                },
            ),
        }
    }

    fn report(&self, now: DateTime<Utc>) -> RaiseWhistle {
        let beijing = now + Duration::hours(8);
        RaiseWhistle {
            number: case_number("999001", WhistleKind::Appeal, beijing.date_naive(), self.cases_begun),
            title: text("小区东门垃圾堆放多日无人清运"),
            description: text(
                "小区东门投放点的垃圾已经堆了三天,天气热,气味很大,苍蝇很多,老人孩子出门都要绕着走。\
                 找过物业两次,说清运车坏了,一直没人来,请尽快处理。",
            ),
            category: CATEGORY.to_owned(),
            kind: None,
            source: "resident".to_owned(),
            location: Location {
                grid: "G-0307-04".to_owned(),
                territorial_unit: COMMUNITY.to_owned(),
                area: ["DISTRICT", "S-03", COMMUNITY].map(str::to_owned).to_vec(),
                address: Some(ProtectedText {
                    shown: "兴华里小区*号楼*单元".to_owned(),
                    original: Some(self.sealed(3)),
                }),
                place: Place::given(114.331_25, 35.899_71, Crs::Gcj02).ok(),
            },
            subject: self.dispatch,
            reporter: Some(Reporter { name: Some(self.sealed(0)), phone: Some(self.sealed(1)) }),
            confidential: false,
            earlier: Vec::new(),
            photos: Vec::new(),
        }
    }

    fn dispatches(&self) -> IssueDispatches {
        IssueDispatches {
            targets: vec![DispatchTarget {
                dispatch: self.dispatch,
                department: DEPARTMENT.to_owned(),
                role: DispatchRole::Lead,
            }],
            instruction: text("请环卫中心即时到场清运,并与物业商定日常清运安排,当日反馈。"),
            line_owner: DEPARTMENT.to_owned(),
            territorial_owner: COMMUNITY.to_owned(),
        }
    }

    fn department(&self, action: DispatchAction) -> (&Actor, CaseCommand) {
        (&self.staff.department, CaseCommand::OnDispatch { dispatch: self.dispatch, action })
    }

    /// Something as long as a sealed name, number or address, and as hard to compress.
    fn sealed(&self, field: u8) -> Sealed {
        let nonce_and_tag = self.case.simple().to_string() + &self.dispatch.simple().to_string();
        Sealed {
            subject: self.dispatch,
            alg: "xchacha20poly1305".to_owned(),
            ciphertext: format!("{nonce_and_tag}{field:012}"),
        }
    }
}

/// Who walks a case along. Those who check are not those who handle.
struct Staff {
    resident: Actor,
    community: Actor,
    dispatcher: Actor,
    department: Actor,
}

impl Staff {
    fn new(new_id: fn() -> Uuid) -> Self {
        let actor = |role, unit: &str| Actor { id: new_id(), role, unit: Some(unit.to_owned()) };
        Self {
            resident: Actor { id: new_id(), role: Role::Resident, unit: None },
            community: actor(Role::Community, COMMUNITY),
            dispatcher: actor(Role::Dispatcher, "DISTRICT-CENTRE"),
            department: actor(Role::Department, DEPARTMENT),
        }
    }
}

fn text(shown: &str) -> ProtectedText {
    ProtectedText::plain(shown)
}
