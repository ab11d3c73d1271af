//! Everything that can be asked of a case as it stands: every command, on everything that the case holds, and on
//! something that it does not hold.

use chrono::{DateTime, Duration, Utc};
use uuid::Uuid;

use crate::case::tests::scene::*;
use crate::case::*;
use crate::policy::{Limit, WhistleKind};

/// The commands, those that bring an identity along with new ones drawn from `fresh`.
pub(super) fn alphabet(case: &Case, now: DateTime<Utc>, fresh: u128) -> Vec<CaseCommand> {
    let id = |at: u128| Uuid::from_u128(0x1_0000 + fresh * 0x100 + at);
    [
        main_line(),
        screening(case, id(1)),
        directing(case, [id(2), id(3), id(4)]),
        on_dispatches(case, [id(5), id(6)]),
        scheduling(now),
        judging(case, [id(7), id(8), id(9)]),
        supervising(case, id(10)),
        collecting(case, [id(11), id(12)]),
        vec![propose_echo(), rule_echo(true), rule_echo(false), retract_echo()],
    ]
    .concat()
}

fn main_line() -> Vec<CaseCommand> {
    let mut commands = vec![
        raise(),
        raise_emergency(),
        import_open(),
        import_closed(),
        endorse(),
        decline(),
        handle_locally(),
        escalate(Level::Community),
        file(),
        file_as(WhistleKind::Emergency),
        CaseCommand::FileCase { category: Some("0101".to_owned()), kind: Some(WhistleKind::Law) },
        issue(),
        pass(),
        fail(&[]),
        fail(&[CO_HANDLER, STRANGE]),
        unreached(),
        close(),
        rate(3),
        rate(6),
    ];
    commands.extend([(true, 4), (true, 1), (false, 1), (true, 0)].map(|(solved, said)| answer(solved, said)));
    commands
}

fn screening(case: &Case, id: Uuid) -> Vec<CaseCommand> {
    let absorbed = absorb(vec![neighbour(id, Some("h1"))]);
    let fresh = |screening| CaseCommand::Screen(screening);
    let linked = fresh(Screening::Link { other: id, reason: text("同一管线") });
    let again = case
        .linked
        .first()
        .map(|other| fresh(Screening::Link { other: *other, reason: text("同一管线") }));
    let ends = [amend(), withdraw(), not_accept(), divert(), merge(), absorbed, linked];
    ends.into_iter().chain(again).collect()
}

fn directing(case: &Case, [next, helper, action]: [Uuid; 3]) -> Vec<CaseCommand> {
    let to = |department: &str| Takeover { dispatch: next, department: department.to_owned() };
    let mut commands = vec![
        reclassify("1001", Some(WhistleKind::Key)),
        reclassify("0301", Some(WhistleKind::Appeal)),
        reclassify("9999", None),
        add(&[(helper, POWER, DispatchRole::CoHandler)]),
        add(&[(helper, "station", DispatchRole::Notified)]),
        CaseCommand::Direct(Directing::DeclareOrphan {
            dispatch: next,
            owner: OWNER.to_owned(),
            territorial_owner: "community-1".to_owned(),
            reason: text("权属不清"),
        }),
        CaseCommand::Direct(Directing::ScheduleJointAction {
            action,
            meets_at: start(),
            place: text("现场"),
            purpose: text("联合开挖"),
            units: Vec::new(),
        }),
    ];
    for dispatch in known_or_strange(case.dispatches.iter().map(|held| held.id)) {
        let reason = || text("职责在燃气");
        let moved = Directing::Transfer { dispatch, to: to(GAS), reason: reason() };
        commands.extend([moved, Directing::Release { dispatch, reason: reason() }].map(CaseCommand::Direct));
    }
    for action in known_or_strange(case.joint_actions.iter().map(|held| held.scheduled.action)) {
        let signed_in = Directing::SignInJointAction { action, unit: WATER.to_owned(), person: None };
        let held = Directing::HoldJointAction { action, result: text("已开挖") };
        commands.extend([signed_in, held].map(CaseCommand::Direct));
    }
    commands
}

fn on_dispatches(case: &Case, [request, next]: [Uuid; 2]) -> Vec<CaseCommand> {
    let mut commands = Vec::new();
    for dispatch in known_or_strange(case.dispatches.iter().map(|held| held.id)) {
        commands.extend(
            [sign, report, accept, contact, measure, feedback, explain_overdue].map(|of| of(dispatch)),
        );
        commands.push(act(
            dispatch,
            DispatchAction::RequestReturn {
                request,
                basis: text("权责清单"),
                reason: text("非我单位"),
                proposed_unit: Some(GAS.to_owned()),
            },
        ));
        for length in [Limit::Days(1), Limit::Days(8)] {
            let reason = text("等待材料");
            commands.push(act(dispatch, DispatchAction::RequestExtension { request, length, reason }));
        }
        for approve in [true, false] {
            let (unit, reason) = (Some(GAS.to_owned()), text("按清单"));
            let ruling = DispatchRuling::Return { approve, reason, dispatch: next, unit };
            commands.push(CaseCommand::Rule { dispatch, ruling });
            commands.push(rule_extension(dispatch, approve));
        }
    }
    let chain = || vec![ChainStep { unit: "duty-room".to_owned(), person: None, why: "duty".to_owned() }; 2];
    let chains = case.dispatches.iter().map(|held| (held.id, chain())).collect();
    commands.push(CaseCommand::KeepTime { chains });
    commands
}

fn scheduling(now: DateTime<Utc>) -> Vec<CaseCommand> {
    let (soon, late) = (now + Duration::days(30), now + Duration::days(91));
    vec![
        request_suspension(soon),
        request_suspension(late),
        rule_suspension(true),
        rule_suspension(false),
        review_suspension(soon),
        lift_suspension(),
        agree_plan(&[soon, late]),
        agree_plan(&[late, soon]),
        reach(1),
        reach(2),
        reach(3),
        progress(),
    ]
}

fn judging(case: &Case, [request, next, appeal]: [Uuid; 3]) -> Vec<CaseCommand> {
    let department = GAS.to_owned();
    let mut commands = vec![
        check_impossible(),
        settle(Exit::Redo),
        settle(Exit::Analysis),
        settle(Exit::Extension { request, length: Limit::Days(1) }),
        settle(Exit::Transfer(Takeover { dispatch: next, department })),
        request_forced_closing(),
        rule_forced_closing(true),
        rule_forced_closing(false),
        request_exclusion(),
        rule_exclusion(true),
        rule_exclusion(false),
        CaseCommand::Judge(Judging::AppealScore { appeal, reason: text("有误"), evidence: Vec::new() }),
        look_back(true),
        look_back(false),
        reopen(),
    ];
    for appeal in known_or_strange(case.score_appeals.iter().map(|held| held.request.appeal)) {
        let decided = Judging::DecideScoreAppeal { appeal, approve: true, reason: text("属实") };
        commands.push(CaseCommand::Judge(decided));
    }
    commands
}

fn supervising(case: &Case, supervision: Uuid) -> Vec<CaseCommand> {
    let mut commands: Vec<_> = SupervisionMeasure::ALL
        .map(|measure| {
            CaseCommand::Supervise(Supervising::Issue {
                supervision,
                measure,
                department: None,
                reason: text("请加快办理"),
                copied_to: Vec::new(),
            })
        })
        .into();
    for supervision in known_or_strange(case.supervisions.iter().map(|held| held.issued.supervision)) {
        let answer = Supervising::Answer { supervision, reply: text("已增派人手") };
        let lift = Supervising::Lift { supervision, reason: text("已整改") };
        commands.extend([answer, lift].map(CaseCommand::Supervise));
    }
    commands
}

fn collecting(case: &Case, [complainant, item]: [Uuid; 2]) -> Vec<CaseCommand> {
    let mut commands = vec![
        join(neighbour(complainant, Some("h1"))),
        join(neighbour(complainant, Some("h2"))),
        join(neighbour(complainant, None)),
        list_items(&[item]),
    ];
    for complainant in known_or_strange(case.complainants.iter().map(|held| held.id)) {
        commands.extend([choose_representative(complainant), vote(complainant, true)]);
    }
    for item in known_or_strange(case.items.iter().map(|held| held.listed.id)) {
        let inspected = [reinspect(item, true), reinspect(item, false)];
        commands.extend([order_rectification(item, WATER), claim(item), restore(item)]);
        commands.extend(inspected);
    }
    commands
}

/// The first few that the case knows, so that long cases do not slow the draw, and one that it does not.
fn known_or_strange(known: impl DoubleEndedIterator<Item = Uuid>) -> Vec<Uuid> {
    known.rev().take(4).chain([STRANGE]).collect()
}
