//! The commands of the tables by name, and the stages.

use chrono::Duration;

use crate::case::tests::scene::*;
use crate::case::*;
use crate::policy::{Limit, WhistleKind};

/// Every command of the tables.
pub(super) fn commands() -> Vec<(&'static str, CaseCommand)> {
    [first_steps(), handling(), judging(), collecting(), echoing()].concat()
}

fn first_steps() -> Vec<(&'static str, CaseCommand)> {
    vec![
        ("RaiseWhistle", raise()),
        ("ImportCase", import_open()),
        ("EndorseWhistle", endorse()),
        ("DeclineWhistle", decline()),
        ("HandleLocally", handle_locally()),
        ("Escalate", escalate(Level::Community)),
        ("FileCase", file()),
        ("FileCase as emergency", file_as(WhistleKind::Emergency)),
        ("Screen: Amend", amend()),
        ("Screen: Withdraw", withdraw()),
        ("Screen: NotAccept", not_accept()),
        ("Screen: Divert", divert()),
        ("Screen: MergeInto", merge()),
        ("Screen: Absorb", absorb(Vec::new())),
        ("Screen: Link", link()),
    ]
}

fn handling() -> Vec<(&'static str, CaseCommand)> {
    vec![
        ("IssueDispatches", issue()),
        ("Direct: Reclassify", reclassify("1001", None)),
        ("Direct: DeclareOrphan", declare_orphan()),
        ("Direct: AddDispatches", add_helper()),
        ("Direct: Transfer (lead)", transfer(LEAD, GAS)),
        ("Direct: Release (co-handler)", release(CO_HANDLER)),
        ("Direct: Release (lead)", release(LEAD)),
        ("Direct: ScheduleJointAction", schedule_joint_action(&[])),
        ("Direct: SignInJointAction", sign_in(WATER)),
        ("Direct: HoldJointAction", hold_joint_action()),
        ("OnDispatch: Sign (lead)", sign(LEAD)),
        ("OnDispatch: Sign (notified)", sign(NOTIFIED)),
        ("OnDispatch: RequestReturn", request_return(LEAD, Some(GAS))),
        ("OnDispatch: RequestExtension", request_extension(LEAD, Limit::Days(1))),
        ("Rule: Return", rule_return(LEAD, true, Some(GAS))),
        ("Rule: Extension", rule_extension(LEAD, true)),
        ("KeepTime", keep_time(LEAD, &[])),
        ("Schedule: RequestSuspension", request_suspension(start() + Duration::days(30))),
        ("Schedule: RuleSuspension", rule_suspension(true)),
        ("Schedule: ReviewSuspension", review_suspension(start() + Duration::days(60))),
        ("Schedule: LiftSuspension", lift_suspension()),
        ("Schedule: AgreePlan", agree_plan(&[start() + Duration::days(20)])),
        ("Schedule: ReachMilestone", reach(1)),
        ("Schedule: ReportProgress", progress()),
    ]
}

fn judging() -> Vec<(&'static str, CaseCommand)> {
    vec![
        ("Verify", pass()),
        ("Judge: VerificationImpossible", check_impossible()),
        ("RecordCallback, not reached", unreached()),
        ("RecordCallback, solved", answer(true, 5)),
        ("RecordCallback, not solved", answer(false, 1)),
        ("Judge: SettleDissatisfaction (redo)", settle(Exit::Redo)),
        ("Judge: SettleDissatisfaction (analysis)", settle(Exit::Analysis)),
        ("Judge: SettleDissatisfaction (extension)", settle_by_extension(Limit::Days(1))),
        ("Judge: SettleDissatisfaction (transfer)", settle(Exit::Transfer(takeover(GAS)))),
        ("CloseCase", close()),
        ("Judge: RequestForcedClosing", request_forced_closing()),
        ("Judge: RuleForcedClosing", rule_forced_closing(true)),
        ("RateCase", rate(4)),
        ("Judge: RequestExclusion", request_exclusion()),
        ("Judge: RuleExclusion", rule_exclusion(true)),
        ("Judge: AppealScore", appeal_score()),
        ("Judge: DecideScoreAppeal", decide_score_appeal(true)),
        ("Judge: LookBack", look_back(false)),
        ("Judge: Reopen", reopen()),
        ("Supervise: Issue", supervise(SupervisionMeasure::Written, None)),
        ("Supervise: Answer", answer_supervision()),
        ("Supervise: Lift", lift_supervision()),
    ]
}

fn collecting() -> Vec<(&'static str, CaseCommand)> {
    vec![
        ("Collect: Join", join(neighbour(NEIGHBOUR, None))),
        ("Collect: ChooseRepresentative", choose_representative(NEIGHBOUR)),
        ("Collect: Vote", vote(NEIGHBOUR, true)),
        ("Collect: ListItems", list_items(&[ITEM])),
        ("Collect: OrderRectification", order_rectification(ITEM, WATER)),
        ("Collect: ClaimRectified", claim(ITEM)),
        ("Collect: Reinspect", reinspect(ITEM, true)),
        ("Collect: Reinspect, failed", reinspect(ITEM, false)),
        ("Collect: RestoreItem", restore(ITEM)),
    ]
}

fn echoing() -> Vec<(&'static str, CaseCommand)> {
    vec![
        ("Echo: Propose", propose_echo()),
        ("Echo: Rule", rule_echo(true)),
        ("Echo: Retract", retract_echo()),
    ]
}

/// The case in the stage with this name, reached the ordinary way.
pub(in crate::case::tests) fn stage(name: &str) -> Scene {
    let (before, last): (&str, Vec<CaseCommand>) = match name {
        "unreported" => return given(),
        "raised" => ("unreported", vec![raise()]),
        "raised, emergency" => ("unreported", vec![raise_emergency()]),
        "withdrawn" => ("raised", vec![withdraw()]),
        "declined" => ("raised", vec![decline()]),
        "not_accepted" => ("raised", vec![not_accept()]),
        "diverted" => ("raised", vec![divert()]),
        "merged" => ("raised", vec![merge()]),
        "endorsed" => ("raised", vec![endorse()]),
        "handled_locally" => ("raised", vec![handle_locally()]),
        "handled_locally, answered" => ("handled_locally", vec![answer(true, 4)]),
        "filed" => ("endorsed", vec![file()]),
        "dispatched" => ("filed", vec![issue()]),
        "dispatched, emergency" => ("raised, emergency", vec![issue()]),
        "in_handling" => (
            "dispatched",
            vec![
                sign(LEAD),
                report(LEAD),
                accept(LEAD),
                sign(CO_HANDLER),
                report(CO_HANDLER),
                accept(CO_HANDLER),
            ],
        ),
        "verification" => ("in_handling", vec![measure(LEAD), feedback(LEAD), feedback(CO_HANDLER)]),
        "callback" => ("verification", vec![pass()]),
        "dissatisfied" => ("callback", vec![answer(false, 1)]),
        "callback, answered" => ("callback", vec![answer(true, 4)]),
        "closed" => ("callback, answered", vec![close()]),
        "closed, rated" => ("closed", vec![rate(5)]),
        other => beside_the_main_line(other),
    };
    stage(before).when_all(last)
}

/// Stages that say what was asked for, listed or arranged beside the main line.
fn beside_the_main_line(name: &str) -> (&str, Vec<CaseCommand>) {
    let (month, claimed) = (start() + Duration::days(30), vec![claim(ITEM)]);
    match name {
        "dispatched, return asked" => ("dispatched", vec![request_return(LEAD, Some(GAS))]),
        "dispatched, return refused" => ("dispatched, return asked", vec![rule_return(LEAD, false, None)]),
        "dispatched, determined" => (
            "dispatched, return refused",
            vec![request_return(CO_HANDLER, Some(POWER)), rule_return(CO_HANDLER, false, None)],
        ),
        "reported, extension asked" => {
            ("dispatched", vec![sign(LEAD), report(LEAD), request_extension(LEAD, Limit::Days(1))])
        }
        "dispatched, suspension asked" => ("dispatched", vec![request_suspension(month)]),
        "suspended" => ("in_handling", vec![request_suspension(month), rule_suspension(true)]),
        "dispatched, forced closing asked" => ("dispatched", vec![request_forced_closing()]),
        "closed, exclusion asked" => ("closed", vec![request_exclusion()]),
        "closed, excluded" => ("closed, exclusion asked", vec![rule_exclusion(true)]),
        "closed, appealed" => ("closed", vec![appeal_score()]),
        "in_handling, item open" => ("in_handling", vec![list_items(&[ITEM])]),
        "in_handling, item claimed" => ("in_handling, item open", claimed),
        "in_handling, item struck off" => ("in_handling, item claimed", vec![reinspect(ITEM, true)]),
        "verification, item open" => ("in_handling, item open", vec![feedback(LEAD), feedback(CO_HANDLER)]),
        "verification, item claimed" => {
            ("in_handling, item claimed", vec![feedback(LEAD), feedback(CO_HANDLER)])
        }
        "verification, item struck off" => ("verification, item claimed", vec![reinspect(ITEM, true)]),
        "in_handling, joint action" => ("in_handling", vec![schedule_joint_action(&[])]),
        "in_handling, joint action over" => ("in_handling, joint action", vec![hold_joint_action()]),
        "in_handling, plan" => ("in_handling", vec![agree_plan(&[month])]),
        "in_handling, milestone reached" => ("in_handling, plan", vec![reach(1)]),
        "in_handling, supervised" => ("in_handling", vec![supervise(SupervisionMeasure::Written, None)]),
        "in_handling, supervision lifted" => ("in_handling, supervised", vec![lift_supervision()]),
        "in_handling, joined" => ("in_handling", vec![join(neighbour(NEIGHBOUR, None))]),
        "callback, joined" => ("in_handling, joined", vec![feedback(LEAD), feedback(CO_HANDLER), pass()]),
        "callback, voted" => ("callback, joined", vec![vote(NEIGHBOUR, true)]),
        other => panic!("no stage is called {other}"),
    }
}
