//! The commands of the scenes.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use super::scene::*;
use crate::case::*;
use crate::policy::{Limit, WhistleKind};
use crate::privacy::ProtectedText;

pub(super) fn text(words: &str) -> ProtectedText {
    ProtectedText::plain(words)
}

pub(super) fn whistle() -> RaiseWhistle {
    RaiseWhistle {
        number: "999001S20260302000017".to_owned(),
        title: text("三号楼前漏水"),
        description: text("路面积水三天"),
        category: "0301".to_owned(),
        kind: None,
        source: "resident".to_owned(),
        location: Location {
            grid: "grid-1".to_owned(),
            territorial_unit: "community-1".to_owned(),
            area: vec!["district".to_owned(), STREET.to_owned(), "community-1".to_owned()],
            address: None,
            place: None,
        },
        subject: Uuid::from_u128(0x51),
        reporter: None,
        confidential: false,
        earlier: Vec::new(),
        photos: Vec::new(),
    }
}

pub(super) fn raise() -> CaseCommand {
    CaseCommand::RaiseWhistle(whistle())
}

pub(super) fn raise_emergency() -> CaseCommand {
    CaseCommand::RaiseWhistle(RaiseWhistle { kind: Some(WhistleKind::Emergency), ..whistle() })
}

/// A record of a category that no policy knows, reported ten days before the scenes begin, and due in one of them.
pub(super) fn record() -> ImportedRecord {
    ImportedRecord {
        scheme: "old-311".to_owned(),
        external: "101-77".to_owned(),
        number: imported_number("old-311", "101-77"),
        title: text("Street Lights"),
        description: None,
        category: "old-311:lights".to_owned(),
        category_name: Some("Street Lights".to_owned()),
        kind: WhistleKind::Appeal,
        source: "import".to_owned(),
        location: Location { grid: String::new(), ..whistle().location },
        subject: Uuid::from_u128(0x52),
        dispatch: LEAD,
        department: WATER.to_owned(),
        created_at: start() - Duration::days(10),
        due_at: Some(start() + Duration::days(1)),
        closed_at: None,
        status: Some("Open".to_owned()),
    }
}

pub(super) fn import(record: ImportedRecord) -> CaseCommand {
    CaseCommand::ImportCase(Box::new(record))
}

pub(super) fn import_open() -> CaseCommand {
    import(record())
}

pub(super) fn import_closed() -> CaseCommand {
    import(ImportedRecord { closed_at: Some(start() - Duration::days(3)), ..record() })
}

pub(super) fn endorse() -> CaseCommand {
    CaseCommand::EndorseWhistle { note: text("属实"), local_attempt: Some(text("已关阀门")) }
}

pub(super) fn decline() -> CaseCommand {
    CaseCommand::DeclineWhistle { reason: text("属室内自有管道") }
}

pub(super) fn handle_locally() -> CaseCommand {
    CaseCommand::HandleLocally {
        result: text("物业已修好"), evidence: vec![text("照片")], level: None
    }
}

pub(super) fn escalate(to: Level) -> CaseCommand {
    CaseCommand::Escalate { to, reason: text("楼栋无力解决") }
}

pub(super) fn file() -> CaseCommand {
    CaseCommand::FileCase { category: None, kind: None }
}

pub(super) fn file_as(kind: WhistleKind) -> CaseCommand {
    CaseCommand::FileCase { category: None, kind: Some(kind) }
}

pub(super) fn send(targets: &[(Uuid, &str, DispatchRole)]) -> CaseCommand {
    let target = |&(dispatch, department, role): &(Uuid, &str, DispatchRole)| DispatchTarget {
        dispatch,
        department: department.to_owned(),
        role,
    };
    CaseCommand::IssueDispatches(IssueDispatches {
        targets: targets.iter().map(target).collect(),
        instruction: text("请到场处置"),
        line_owner: WATER.to_owned(),
        territorial_owner: "community-1".to_owned(),
    })
}

/// Sends a lead, a co-handler and one to be notified.
pub(super) fn issue() -> CaseCommand {
    send(&[
        (NOTIFIED, STREET, DispatchRole::Notified),
        (CO_HANDLER, ROADS, DispatchRole::CoHandler),
        (LEAD, WATER, DispatchRole::Lead),
    ])
}

pub(super) fn act(dispatch: Uuid, action: DispatchAction) -> CaseCommand {
    CaseCommand::OnDispatch { dispatch, action }
}

pub(super) fn sign(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::Sign)
}

pub(super) fn report_at(dispatch: Uuid, arrived_at: Option<DateTime<Utc>>) -> CaseCommand {
    act(dispatch, DispatchAction::ReportForDuty { place: text("现场"), person: None, arrived_at })
}

pub(super) fn report(dispatch: Uuid) -> CaseCommand {
    report_at(dispatch, None)
}

pub(super) fn accept(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::Accept)
}

pub(super) fn measure(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::RecordMeasure { measure: text("开挖"), evidence: Vec::new() })
}

pub(super) fn feedback(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::SubmitFeedback { result: text("已更换"), evidence: vec![text("照片")] })
}

pub(super) fn pass() -> CaseCommand {
    CaseCommand::Verify { passed: true, note: text("已恢复"), evidence: Vec::new(), rework: Vec::new() }
}

pub(super) fn fail(rework: &[Uuid]) -> CaseCommand {
    let (note, evidence) = (text("仍渗水"), vec![text("照片")]);
    CaseCommand::Verify { passed: false, note, evidence, rework: rework.to_vec() }
}

pub(super) fn unreached() -> CaseCommand {
    CaseCommand::RecordCallback { verdict: None, comment: text("无人接听") }
}

pub(super) fn answer(solved: bool, satisfaction: u8) -> CaseCommand {
    CaseCommand::RecordCallback { verdict: Some(Verdict { solved, satisfaction }), comment: text("好") }
}

pub(super) fn close() -> CaseCommand {
    CaseCommand::CloseCase { reason: text("已办结") }
}

pub(super) fn rate(satisfaction: u8) -> CaseCommand {
    CaseCommand::RateCase { verdict: Verdict { solved: true, satisfaction }, comment: text("谢谢") }
}

/// The unit that takes over in the scenes, and the dispatch that it gets.
pub(super) const GAS: &str = "gas";
pub(super) const TAKEN_OVER: Uuid = Uuid::from_u128(0xd4);
/// The unit that owns orphan matters.
pub(super) const OWNER: &str = "orphans";
/// A further unit that is sent, and its dispatch.
pub(super) const POWER: &str = "power";
pub(super) const ADDED: Uuid = Uuid::from_u128(0xd5);

/// Requests and other things with an identity of their own.
pub(super) const REQUEST: Uuid = Uuid::from_u128(0xe1);
pub(super) const SECOND_REQUEST: Uuid = Uuid::from_u128(0xe2);
pub(super) const SUPERVISION: Uuid = Uuid::from_u128(0xe3);
pub(super) const ACTION: Uuid = Uuid::from_u128(0xe4);
pub(super) const APPEAL: Uuid = Uuid::from_u128(0xe5);
pub(super) const ITEM: Uuid = Uuid::from_u128(0xe6);
pub(super) const NEIGHBOUR: Uuid = Uuid::from_u128(0xe7);
pub(super) const OTHER_CASE: Uuid = Uuid::from_u128(0xe8);

pub(super) fn takeover(department: &str) -> Takeover {
    Takeover { dispatch: TAKEN_OVER, department: department.to_owned() }
}

pub(super) fn amend() -> CaseCommand {
    let description = Some(text("水压也低"));
    CaseCommand::Screen(Screening::Amend { title: None, description, photos: Vec::new() })
}

pub(super) fn withdraw() -> CaseCommand {
    CaseCommand::Screen(Screening::Withdraw { reason: text("已自行解决") })
}

pub(super) fn not_accept() -> CaseCommand {
    let ground = NotAcceptedGround::Litigation;
    CaseCommand::Screen(Screening::NotAccept { ground, reason: text("已起诉") })
}

pub(super) fn divert() -> CaseCommand {
    CaseCommand::Screen(Screening::Divert { to: Authority::Police, reason: text("请拨打110") })
}

pub(super) fn link() -> CaseCommand {
    CaseCommand::Screen(Screening::Link { other: OTHER_CASE, reason: text("同一管线") })
}

pub(super) fn merge() -> CaseCommand {
    merge_as(Uuid::from_u128(0xe7))
}

/// The same, by a case of this id.
pub(super) fn merge_as(own: Uuid) -> CaseCommand {
    let into_number = "999001S20260302000025".to_owned();
    let reason = text("同一事项");
    CaseCommand::Screen(Screening::MergeInto { own, into: OTHER_CASE, into_number, reason })
}

pub(super) fn absorb(complainants: Vec<Complainant>) -> CaseCommand {
    let from_number = "999001S20260302000025".to_owned();
    CaseCommand::Screen(Screening::Absorb { from: OTHER_CASE, from_number, complainants })
}

pub(super) fn reclassify(category: &str, kind: Option<WhistleKind>) -> CaseCommand {
    let category = category.to_owned();
    CaseCommand::Direct(Directing::Reclassify { category, kind, reason: text("归类有误") })
}

pub(super) fn declare_orphan() -> CaseCommand {
    CaseCommand::Direct(Directing::DeclareOrphan {
        dispatch: TAKEN_OVER,
        owner: OWNER.to_owned(),
        territorial_owner: "community-1".to_owned(),
        reason: text("权属不清"),
    })
}

pub(super) fn add(targets: &[(Uuid, &str, DispatchRole)]) -> CaseCommand {
    let CaseCommand::IssueDispatches(issue) = send(targets) else { unreachable!("it sends") };
    CaseCommand::Direct(Directing::AddDispatches(issue))
}

pub(super) fn add_helper() -> CaseCommand {
    add(&[(ADDED, POWER, DispatchRole::CoHandler)])
}

pub(super) fn transfer(dispatch: Uuid, to: &str) -> CaseCommand {
    CaseCommand::Direct(Directing::Transfer { dispatch, to: takeover(to), reason: text("职责在燃气") })
}

pub(super) fn release(dispatch: Uuid) -> CaseCommand {
    CaseCommand::Direct(Directing::Release { dispatch, reason: text("不再需要") })
}

pub(super) fn schedule_joint_action(units: &[&str]) -> CaseCommand {
    CaseCommand::Direct(Directing::ScheduleJointAction {
        action: ACTION,
        meets_at: start() + chrono::Duration::days(1),
        place: text("三号楼前"),
        purpose: text("联合开挖"),
        units: units.iter().map(|&unit| unit.to_owned()).collect(),
    })
}

pub(super) fn sign_in(unit: &str) -> CaseCommand {
    let unit = unit.to_owned();
    CaseCommand::Direct(Directing::SignInJointAction { action: ACTION, unit, person: None })
}

pub(super) fn hold_joint_action() -> CaseCommand {
    CaseCommand::Direct(Directing::HoldJointAction { action: ACTION, result: text("已开挖") })
}

pub(super) fn contact(dispatch: Uuid) -> CaseCommand {
    act(dispatch, DispatchAction::ContactResident { note: text("已告知进度") })
}

pub(super) fn request_return(dispatch: Uuid, proposed: Option<&str>) -> CaseCommand {
    let request = if dispatch == LEAD { REQUEST } else { SECOND_REQUEST };
    act(
        dispatch,
        DispatchAction::RequestReturn {
            request,
            basis: text("权责清单第12项"),
            reason: text("非我单位管线"),
            proposed_unit: proposed.map(str::to_owned),
        },
    )
}

pub(super) fn rule_return(dispatch: Uuid, approve: bool, unit: Option<&str>) -> CaseCommand {
    let (next, unit) = (TAKEN_OVER, unit.map(str::to_owned));
    let ruling = DispatchRuling::Return { approve, reason: text("按权责清单"), dispatch: next, unit };
    CaseCommand::Rule { dispatch, ruling }
}

pub(super) fn request_extension(dispatch: Uuid, length: Limit) -> CaseCommand {
    let request = if dispatch == LEAD { REQUEST } else { SECOND_REQUEST };
    act(dispatch, DispatchAction::RequestExtension { request, length, reason: text("等待材料") })
}

pub(super) fn rule_extension(dispatch: Uuid, approve: bool) -> CaseCommand {
    let ruling = DispatchRuling::Extension { approve, reason: text("属实") };
    CaseCommand::Rule { dispatch, ruling }
}

pub(super) fn explain_overdue(dispatch: Uuid) -> CaseCommand {
    act(
        dispatch,
        DispatchAction::ExplainOverdue {
            reason: text("管件缺货"),
            measures_taken: text("已临时止水"),
            next_plan: text("三日内更换"),
        },
    )
}

pub(super) fn request_suspension(review_at: DateTime<Utc>) -> CaseCommand {
    CaseCommand::Schedule(Scheduling::RequestSuspension {
        ground: SuspensionGround::Season,
        reason: text("冬季不能开挖"),
        proof: vec![text("停工令")],
        review_at,
    })
}

pub(super) fn rule_suspension(approve: bool) -> CaseCommand {
    CaseCommand::Schedule(Scheduling::RuleSuspension { approve, reason: text("属实") })
}

pub(super) fn review_suspension(review_at: DateTime<Utc>) -> CaseCommand {
    CaseCommand::Schedule(Scheduling::ReviewSuspension { finding: text("仍冻土"), review_at })
}

pub(super) fn lift_suspension() -> CaseCommand {
    CaseCommand::Schedule(Scheduling::LiftSuspension { reason: text("已解冻") })
}

pub(super) fn milestone(due_at: DateTime<Utc>) -> Milestone {
    Milestone { title: text("完成招标"), due_at }
}

pub(super) fn agree_plan(due: &[DateTime<Utc>]) -> CaseCommand {
    let milestones = due.iter().copied().map(milestone).collect();
    CaseCommand::Schedule(Scheduling::AgreePlan { milestones, note: text("分期改造") })
}

pub(super) fn reach(milestone: u32) -> CaseCommand {
    let (note, evidence) = (text("已完成"), vec![text("照片")]);
    CaseCommand::Schedule(Scheduling::ReachMilestone { milestone, note, evidence })
}

pub(super) fn progress() -> CaseCommand {
    CaseCommand::Schedule(Scheduling::ReportProgress { progress: text("完成一半") })
}

pub(super) fn check_impossible() -> CaseCommand {
    CaseCommand::Judge(Judging::VerificationImpossible { note: text("无法进入") })
}

pub(super) fn settle(exit: Exit) -> CaseCommand {
    CaseCommand::Judge(Judging::SettleDissatisfaction { exit, reason: text("经研判") })
}

pub(super) fn settle_by_extension(length: Limit) -> CaseCommand {
    settle(Exit::Extension { request: REQUEST, length })
}

pub(super) fn request_forced_closing() -> CaseCommand {
    CaseCommand::Judge(Judging::RequestForcedClosing { reason: text("诉求人失联") })
}

pub(super) fn rule_forced_closing(approve: bool) -> CaseCommand {
    CaseCommand::Judge(Judging::RuleForcedClosing { approve, reason: text("属实") })
}

pub(super) fn request_exclusion() -> CaseCommand {
    let ground = ExclusionGround::Litigation;
    CaseCommand::Judge(Judging::RequestExclusion { ground, reason: text("已进入诉讼") })
}

pub(super) fn rule_exclusion(approve: bool) -> CaseCommand {
    CaseCommand::Judge(Judging::RuleExclusion { approve, reason: text("属实") })
}

pub(super) fn appeal_score() -> CaseCommand {
    let (reason, evidence) = (text("派单有误"), vec![text("截图")]);
    CaseCommand::Judge(Judging::AppealScore { appeal: APPEAL, reason, evidence })
}

pub(super) fn decide_score_appeal(approve: bool) -> CaseCommand {
    CaseCommand::Judge(Judging::DecideScoreAppeal { appeal: APPEAL, approve, reason: text("属实") })
}

pub(super) fn look_back(relapsed: bool) -> CaseCommand {
    let (note, evidence) = (text("现场复看"), vec![text("照片")]);
    CaseCommand::Judge(Judging::LookBack { relapsed, note, evidence })
}

pub(super) fn reopen() -> CaseCommand {
    CaseCommand::Judge(Judging::Reopen { reason: text("督查责令") })
}

pub(super) fn supervise(measure: SupervisionMeasure, department: Option<&str>) -> CaseCommand {
    CaseCommand::Supervise(Supervising::Issue {
        supervision: SUPERVISION,
        measure,
        department: department.map(str::to_owned),
        reason: text("请加快办理"),
        copied_to: vec!["leader-1".to_owned()],
    })
}

pub(super) fn answer_supervision() -> CaseCommand {
    CaseCommand::Supervise(Supervising::Answer { supervision: SUPERVISION, reply: text("已增派人手") })
}

pub(super) fn lift_supervision() -> CaseCommand {
    CaseCommand::Supervise(Supervising::Lift { supervision: SUPERVISION, reason: text("已整改") })
}

/// Somebody with a key of their own, of this household.
pub(super) fn neighbour(id: Uuid, household: Option<&str>) -> Complainant {
    let subject = Uuid::from_u128(id.as_u128() + 0x1000);
    Complainant { id, subject, reporter: None, household: household.map(str::to_owned), from_case: None }
}

pub(super) fn join(complainant: Complainant) -> CaseCommand {
    CaseCommand::Collect(Collecting::Join { complainant })
}

pub(super) fn choose_representative(complainant: Uuid) -> CaseCommand {
    CaseCommand::Collect(Collecting::ChooseRepresentative { complainant })
}

pub(super) fn vote(complainant: Uuid, solved: bool) -> CaseCommand {
    let verdict = Verdict { solved, satisfaction: 4 };
    CaseCommand::Collect(Collecting::Vote { complainant, verdict, comment: text("已修好") })
}

pub(super) fn list_items(ids: &[Uuid]) -> CaseCommand {
    let item =
        |&id: &Uuid| ListedItem { id, title: text("二单元电梯"), hazard: Some(HazardLevel::General) };
    CaseCommand::Collect(Collecting::ListItems { items: ids.iter().map(item).collect() })
}

pub(super) fn order_rectification(item: Uuid, unit: &str) -> CaseCommand {
    let (unit, requirement, within) = (unit.to_owned(), text("更换钢丝绳"), Limit::Days(7));
    CaseCommand::Collect(Collecting::OrderRectification { item, unit, requirement, within })
}

pub(super) fn claim(item: Uuid) -> CaseCommand {
    let (result, evidence) = (text("已更换"), vec![text("照片")]);
    CaseCommand::Collect(Collecting::ClaimRectified { item, result, evidence })
}

pub(super) fn reinspect(item: Uuid, passed: bool) -> CaseCommand {
    let (note, evidence) = (text("复查"), vec![text("照片")]);
    CaseCommand::Collect(Collecting::Reinspect { item, passed, note, evidence })
}

pub(super) fn restore(item: Uuid) -> CaseCommand {
    CaseCommand::Collect(Collecting::RestoreItem { item, reason: text("又坏了") })
}

/// The chain of one dispatch, from the unit's duty room upwards.
pub(super) fn keep_time(dispatch: Uuid, steps: &[&str]) -> CaseCommand {
    let step = |&unit: &&str| ChainStep { unit: unit.to_owned(), person: None, why: "duty".to_owned() };
    CaseCommand::KeepTime { chains: vec![(dispatch, steps.iter().map(step).collect())] }
}

pub(super) fn propose_echo() -> CaseCommand {
    let (question, answer) = ("楼前路面漏水。".to_owned(), "水管已经更换。".to_owned());
    CaseCommand::Echo(Echoing::Propose { question, answer })
}

pub(super) fn rule_echo(approve: bool) -> CaseCommand {
    CaseCommand::Echo(Echoing::Rule { approve, reason: text("表述准确") })
}

pub(super) fn retract_echo() -> CaseCommand {
    CaseCommand::Echo(Echoing::Retract { reason: text("情况有变") })
}
