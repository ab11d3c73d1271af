//! Every situation that a theme can lead to, and every move on the way.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};

use chrono::{DateTime, Duration, Utc};

use crate::case::tests::cast::usual_actor;
use crate::case::tests::moves::{Seen, case_moves, dispatch_moves};
use crate::case::tests::scene::*;
use crate::case::*;
use crate::policy::{Limit, WhistleKind};

/// A command, and how long after the one before it is given.
type Step = (Duration, CaseCommand);

fn soon(command: CaseCommand) -> Step {
    (Duration::minutes(1), command)
}

fn after_days(days: i64, command: CaseCommand) -> Step {
    (Duration::days(days), command)
}

/// From the report to the resident's answer, with one department.
fn main_line() -> Vec<Step> {
    let sent = send(&[(LEAD, WATER, DispatchRole::Lead)]);
    let commands = [
        raise(),
        endorse(),
        handle_locally(),
        file(),
        sent,
        sign(LEAD),
        report(LEAD),
        accept(LEAD),
        feedback(LEAD),
        pass(),
        fail(&[]),
        answer(true, 4),
        answer(false, 1),
        settle(Exit::Redo),
        close(),
    ];
    commands.into_iter().map(soon).collect()
}

/// The main line with these beside it.
fn with(beside: impl IntoIterator<Item = Step>) -> Vec<Step> {
    main_line().into_iter().chain(beside).collect()
}

/// Three departments, one of them merely notified.
fn several_departments() -> Vec<Step> {
    let mut commands = vec![
        raise(),
        raise_emergency(),
        endorse(),
        decline(),
        handle_locally(),
        escalate(Level::Community),
        file(),
        file_as(WhistleKind::Emergency),
        issue(),
        pass(),
        fail(&[]),
        fail(&[CO_HANDLER]),
        fail(&[LEAD, CO_HANDLER]),
        unreached(),
        answer(true, 4),
        answer(false, 1),
        settle(Exit::Redo),
        close(),
        rate(3),
        reopen(),
    ];
    for dispatch in [LEAD, CO_HANDLER, NOTIFIED] {
        commands.extend([sign, report, accept, measure, feedback].map(|action| action(dispatch)));
    }
    commands.into_iter().map(soon).collect()
}

fn screening() -> Vec<Step> {
    let beside = [amend(), withdraw(), not_accept(), divert(), merge(), link(), absorb(Vec::new()), reopen()];
    with(beside.map(soon).into_iter().chain([soon(decline()), soon(request_forced_closing())]))
}

/// The chain of an emergency, and signatures that nobody put.
fn timers() -> Vec<Step> {
    let chain = keep_time(LEAD, &["duty-room", "leader", "district"]);
    let beside = [soon(raise_emergency()), soon(measure(LEAD)), soon(issue())];
    let helper = [sign(CO_HANDLER), report(CO_HANDLER), accept(CO_HANDLER), feedback(CO_HANDLER)].map(soon);
    with(beside.into_iter().chain(helper).chain([after_days(1, chain)]))
}

fn directing() -> Vec<Step> {
    let mut beside = vec![
        declare_orphan(),
        add_helper(),
        add(&[(NOTIFIED, STREET, DispatchRole::Notified)]),
        transfer(LEAD, GAS),
        transfer(ADDED, GAS),
        release(ADDED),
        release(NOTIFIED),
        reclassify("0101", None),
        settle(Exit::Transfer(takeover(GAS))),
    ];
    for dispatch in [ADDED, TAKEN_OVER] {
        beside.extend([sign, report, accept, feedback].map(|action| action(dispatch)));
    }
    beside.push(sign(NOTIFIED));
    with(beside.into_iter().map(soon))
}

fn disputes() -> Vec<Step> {
    let mut beside = vec![add_helper(), request_forced_closing(), rule_forced_closing(true), reopen()];
    for (dispatch, unit) in [(LEAD, GAS), (ADDED, ROADS)] {
        beside.extend([
            request_return(dispatch, None),
            rule_return(dispatch, true, Some(unit)),
            rule_return(dispatch, false, None),
        ]);
    }
    for dispatch in [ADDED, TAKEN_OVER] {
        beside.extend([sign, report, accept, feedback].map(|action| action(dispatch)));
    }
    with(beside.into_iter().map(soon))
}

fn extensions() -> Vec<Step> {
    let asked = [
        contact(LEAD),
        measure(LEAD),
        request_extension(LEAD, Limit::Days(1)),
        rule_extension(LEAD, true),
        rule_extension(LEAD, false),
        settle_by_extension(Limit::Days(1)),
        reopen(),
        transfer(LEAD, GAS),
    ];
    let asked = asked.into_iter().chain([sign, report, accept, feedback].map(|action| action(TAKEN_OVER)));
    with(asked.map(soon).chain([after_days(30, explain_overdue(LEAD))]))
}

fn parking() -> Vec<Step> {
    let (review_at, later) = (start() + Duration::days(60), start() + Duration::days(80));
    with(
        [
            request_suspension(review_at),
            rule_suspension(true),
            rule_suspension(false),
            review_suspension(later),
            lift_suspension(),
            agree_plan(&[review_at, later]),
            reach(1),
            reach(2),
            progress(),
            contact(LEAD),
            amend(),
        ]
        .into_iter()
        .chain(ends())
        .map(soon),
    )
}

/// Every way to end a case before departments are sent.
fn ends() -> [CaseCommand; 5] {
    [decline(), not_accept(), divert(), merge(), withdraw()]
}

/// How cases end otherwise, and go on.
fn endings() -> Vec<Step> {
    let beside = [
        check_impossible(),
        settle(Exit::Analysis),
        request_forced_closing(),
        rule_forced_closing(true),
        rule_forced_closing(false),
        unreached(),
        rate(3),
        reopen(),
        add(&[(NOTIFIED, STREET, DispatchRole::Notified)]),
        sign(NOTIFIED),
    ];
    let looked = [look_back(true), look_back(false)].map(|command| after_days(40, command));
    with(beside.into_iter().chain(ends()).map(soon).chain(looked))
}

fn scores() -> Vec<Step> {
    let beside = [
        request_exclusion(),
        rule_exclusion(true),
        rule_exclusion(false),
        appeal_score(),
        decide_score_appeal(true),
        reopen(),
    ];
    with(beside.into_iter().chain(ends()).map(soon))
}

fn supervision() -> Vec<Step> {
    let ends = ends().into_iter().chain([reopen()]);
    let issued = supervise(SupervisionMeasure::Elevated, None);
    with([issued, answer_supervision(), lift_supervision()].into_iter().chain(ends).map(soon))
}

fn joint_actions() -> Vec<Step> {
    let ends = [request_forced_closing(), rule_forced_closing(true), reopen()];
    with([schedule_joint_action(&[]), sign_in(WATER), hold_joint_action()].into_iter().chain(ends).map(soon))
}

fn people() -> Vec<Step> {
    let ends = ends().into_iter().chain([reopen()]);
    let joined = [join(neighbour(NEIGHBOUR, None)), choose_representative(NEIGHBOUR), vote(NEIGHBOUR, true)];
    with(joined.into_iter().chain(ends).map(soon))
}

fn items() -> Vec<Step> {
    with(
        [
            list_items(&[ITEM]),
            order_rectification(ITEM, WATER),
            claim(ITEM),
            reinspect(ITEM, true),
            reinspect(ITEM, false),
            restore(ITEM),
        ]
        .map(soon),
    )
}

/// What decides which commands succeed; counters that only grow are left out.
fn essence(case: &Case) -> impl Eq + std::hash::Hash + Clone + use<> {
    let dispatches: Vec<_> = case
        .dispatches
        .iter()
        .map(|held| {
            let called = held.escalated.as_ref().map(|called| (called.step, called.next_at.is_some()));
            (held.id, held.state, held.signed_automatically, called, held.extensions)
        })
        .collect();
    let callback = (case.callback.unanswered_at.len().min(3), case.callback.answer);
    let callback = (callback.0, callback.1.map(|verdict| (verdict.solved, verdict.satisfaction)));
    let main = (case.status, case.kind(), case.level, case.filing.is_some(), dispatches, callback);
    let asked = (
        case.disputes.iter().map(|held| held.ruling.is_some()).collect::<Vec<_>>(),
        case.determined.is_some(),
        case.extensions.iter().map(Petition::pending).collect::<Vec<_>>(),
        case.suspensions.last().map(|held| (held.petition.pending(), held.in_force(), held.reviews.min(1))),
        case.forced_closings.last().map(Petition::pending),
        case.exclusions.last().map(|held| (held.pending(), held.granted())),
        case.score_appeals.iter().map(Petition::pending).collect::<Vec<_>>(),
    );
    let reached = |planned: &PlannedMilestone| planned.reached_at.is_some();
    let beside = (
        case.plan.as_ref().map(|plan| plan.milestones.iter().map(reached).collect::<Vec<_>>()),
        case.supervisions
            .iter()
            .map(|held| (held.answered_at.is_some(), held.lifted_at.is_some()))
            .collect::<Vec<_>>(),
        case.joint_actions
            .iter()
            .map(|held| (held.signed_in.len(), held.held_at.is_some()))
            .collect::<Vec<_>>(),
        (case.linked.len(), case.absorbed.len(), case.complainants.len(), case.votes.len()),
        case.representative,
        case.items.iter().map(|item| (item.state, item.order.is_some())).collect::<Vec<_>>(),
        case.rating.is_some(),
        case.orphan.is_some(),
    );
    (main, asked, beside)
}

/// Whether the identities that the command brings along are new, as the service sees to.
fn brings_new_identities(case: &Case, command: &CaseCommand) -> bool {
    let sent = |id| case.dispatch(id).is_some();
    match command {
        CaseCommand::OnDispatch { action: DispatchAction::RequestExtension { request, .. }, .. }
        | CaseCommand::Judge(Judging::SettleDissatisfaction {
            exit: Exit::Extension { request, .. }, ..
        }) => !case.extensions.iter().any(|held| held.request.request == *request),
        CaseCommand::Direct(Directing::DeclareOrphan { dispatch, .. }) => !sent(*dispatch),
        CaseCommand::Direct(Directing::AddDispatches(issue)) => {
            !issue.targets.iter().any(|target| sent(target.dispatch))
        }
        CaseCommand::Direct(Directing::Transfer { to, .. })
        | CaseCommand::Judge(Judging::SettleDissatisfaction { exit: Exit::Transfer(to), .. }) => {
            !sent(to.dispatch)
        }
        CaseCommand::Rule { ruling: DispatchRuling::Return { approve: true, dispatch, .. }, .. } => {
            !sent(*dispatch)
        }
        CaseCommand::Direct(Directing::ScheduleJointAction { .. }) => case.joint_actions.is_empty(),
        CaseCommand::Supervise(Supervising::Issue { .. }) => case.supervisions.is_empty(),
        CaseCommand::Judge(Judging::AppealScore { .. }) => case.score_appeals.is_empty(),
        CaseCommand::Collect(Collecting::ListItems { .. }) => case.items.is_empty(),
        _ => true,
    }
}

/// Whoever the case would hear: the unit that holds the dispatch, or somebody who did not ask.
fn suitable_actor(case: &Case, command: &CaseCommand) -> crate::actor::Actor {
    match command {
        CaseCommand::OnDispatch { dispatch, .. } => {
            case.dispatch(*dispatch).map_or_else(|| holder(*dispatch), |held| officer(&held.department))
        }
        CaseCommand::Rule { .. } => second_supervisor(),
        CaseCommand::Supervise(Supervising::Answer { .. }) => case
            .supervisions
            .first()
            .map_or_else(|| usual_actor(command), |held| officer(&held.issued.department)),
        _ => usual_actor(command),
    }
}

/// What a search met: the situations, how each leads to others, and which of them are ends.
struct Met<S> {
    leads_to: HashMap<S, Vec<S>>,
    ended: HashSet<S>,
}

fn search(steps: &[Step], seen: &mut Seen) -> Met<impl Eq + std::hash::Hash + Clone + use<>> {
    let scene = given();
    let first = essence(&scene.case);
    let mut met = Met { leads_to: HashMap::from([(first, Vec::new())]), ended: HashSet::new() };
    let mut waiting: VecDeque<(Case, DateTime<Utc>)> = VecDeque::from([(scene.case.clone(), scene.now)]);
    while let Some((case, now)) = waiting.pop_front() {
        let here = essence(&case);
        if case.status.terminal() {
            met.ended.insert(here.clone());
        }
        for (pause, command) in steps {
            if !brings_new_identities(&case, command) {
                continue;
            }
            let (now, actor) = (now + *pause, suitable_actor(&case, command));
            let facts =
                Facts { now, actor, policies: scene.policies.clone(), calendar: scene.calendar.clone() };
            let Ok(events) = case.decide(command.clone(), &facts) else { continue };
            let mut next = case.clone();
            for event in &events {
                let before = next.clone();
                next.evolve(event);
                seen.note(&before, event, &next);
            }
            let there = essence(&next);
            met.leads_to.get_mut(&here).expect("it was met").push(there.clone());
            if let Entry::Vacant(unmet) = met.leads_to.entry(there) {
                unmet.insert(Vec::new());
                waiting.push_back((next, now));
            }
        }
    }
    met
}

impl<S: Eq + std::hash::Hash + Clone> Met<S> {
    /// Situations from which no end can be reached.
    fn dead_ends(&self) -> usize {
        let mut comes_from: HashMap<&S, Vec<&S>> = HashMap::new();
        for (from, all) in &self.leads_to {
            for to in all {
                comes_from.entry(to).or_default().push(from);
            }
        }
        let mut live: HashSet<&S> = self.ended.iter().collect();
        let mut waiting: Vec<&S> = live.iter().copied().collect();
        while let Some(to) = waiting.pop() {
            for from in comes_from.get(to).into_iter().flatten() {
                if live.insert(from) {
                    waiting.push(from);
                }
            }
        }
        self.leads_to.len() - live.len()
    }
}

/// What to search, each apart from the others: all together would be too many situations.
type Theme = (&'static str, fn() -> Vec<Step>);

const THEMES: [Theme; 13] = [
    ("several departments", several_departments),
    ("screening", screening),
    ("timers", timers),
    ("directing", directing),
    ("disputes", disputes),
    ("extensions", extensions),
    ("parking", parking),
    ("endings", endings),
    ("scores", scores),
    ("supervision", supervision),
    ("joint actions", joint_actions),
    ("people", people),
    ("items", items),
];

#[test]
fn every_reachable_move_is_in_the_tables_every_move_of_the_tables_is_reachable_and_every_case_can_end() {
    let mut seen = Seen::default();
    for (theme, steps) in THEMES {
        let met = search(&steps(), &mut seen);
        assert!(met.leads_to.len() > 30, "only {} situations of {theme} were met", met.leads_to.len());
        assert_eq!(met.dead_ends(), 0, "situations of {theme} from which no end can be reached");
    }
    differ("case", &seen.case, &case_moves());
    differ("dispatch", &seen.dispatch, &dispatch_moves());
    let happened: BTreeSet<_> = seen.case.iter().map(|(_, event, _)| *event).collect();
    // No command leads to it, but the publication of a year; `recounting` tells of it.
    let elsewhere = ["DeadlineRecomputed"];
    let searched = CaseEvent::NAMES.iter().copied().filter(|name| !elsewhere.contains(name));
    assert_eq!(happened, searched.collect(), "an event that no search leads to");
}

#[track_caller]
fn differ<M: Ord + std::fmt::Debug>(of: &str, found: &BTreeSet<M>, told: &BTreeSet<M>) {
    let untold: Vec<_> = found.difference(told).collect();
    let unreachable: Vec<_> = told.difference(found).collect();
    assert!(
        untold.is_empty() && unreachable.is_empty(),
        "{of}: not in the tables {untold:#?}\nnot reachable {unreachable:#?}"
    );
}
