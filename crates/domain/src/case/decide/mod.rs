//! From a command to events, or a reason why not.

mod clocks;
mod collecting;
mod directing;
mod dispatching;
mod disputes;
mod echoing;
mod handling;
mod importing;
mod intake;
mod judging;
mod keeping_time;
mod recounting;
mod retelling;
mod review;
mod scheduling;
mod screening;
mod supervising;

pub use retelling::Hypothesis;

use super::{
    Case, CaseCommand, CaseError, CaseEvent, CaseStatus, Collecting, Dispatch, DispatchAction, ENTRIES_MAX,
    EVENTS_MAX, Facts, Judging, Scheduling, Screening,
};
use crate::actor::{Actor, Role};
use crate::policy::{PolicySet, Rules, WhistleKind};

/// What a decision yields.
pub(super) type Decision = Result<Vec<CaseEvent>, CaseError>;

impl Case {
    /// What happens when `command` is given to this case, by whom and when `facts` say.
    pub fn decide(&self, command: CaseCommand, facts: &Facts) -> Decision {
        if let CaseCommand::RaiseWhistle(raise) = command {
            return self.raise(raise, facts);
        }
        if let CaseCommand::ImportCase(record) = command {
            return self.import(*record, facts);
        }
        if self.status == CaseStatus::Unreported {
            return Err(CaseError::NotFound);
        }
        if self.suspended().is_some() && !goes_on_while_suspended(&command) {
            return Err(CaseError::Suspended);
        }
        if usize::try_from(self.recorded.events).unwrap_or(usize::MAX) >= EVENTS_MAX && !ends(&command) {
            return Err(CaseError::TooMany { max: EVENTS_MAX });
        }
        match command {
            CaseCommand::RaiseWhistle(_) | CaseCommand::ImportCase(_) => Err(CaseError::AlreadyRaised),
            CaseCommand::EndorseWhistle { note, local_attempt } => self.endorse(note, local_attempt, facts),
            CaseCommand::DeclineWhistle { reason } => self.decline(reason, facts),
            CaseCommand::HandleLocally { result, evidence, level } => {
                self.handle_locally(result, evidence, level, facts)
            }
            CaseCommand::Escalate { to, reason } => self.escalate(to, reason, facts),
            CaseCommand::FileCase { category, kind } => self.file(category, kind, facts),
            CaseCommand::IssueDispatches(issue) => self.issue_dispatches(issue, facts),
            CaseCommand::OnDispatch { dispatch, action } => self.act_on_dispatch(dispatch, action, facts),
            CaseCommand::Verify { passed, note, evidence, rework } => {
                self.verify(passed, note, evidence, &rework, facts)
            }
            CaseCommand::RecordCallback { verdict, comment } => self.record_callback(verdict, comment, facts),
            CaseCommand::CloseCase { reason } => self.close(reason, facts),
            CaseCommand::RateCase { verdict, comment } => self.rate(verdict, comment, facts),
            CaseCommand::Screen(screening) => self.screen(screening, facts),
            CaseCommand::Direct(directing) => self.direct(directing, facts),
            CaseCommand::Rule { dispatch, ruling } => self.rule_on_dispatch(dispatch, ruling, facts),
            CaseCommand::Schedule(scheduling) => self.schedule(scheduling, facts),
            CaseCommand::Judge(judging) => self.judge(judging, facts),
            CaseCommand::Supervise(supervising) => self.supervise(supervising, facts),
            CaseCommand::Collect(collecting) => self.collect(collecting, facts),
            CaseCommand::KeepTime { chains } => {
                // What strikes, strikes for the end that holds.
                let recounted = self.recount_deadlines(facts);
                let mut counted = self.clone();
                for event in &recounted {
                    counted.evolve(event);
                }
                Ok([recounted, counted.keep_time(&chains, facts)].concat())
            }
            CaseCommand::Echo(echoing) => self.echo(echoing, facts),
        }
    }

    /// Refuses unless the case is where the command applies.
    fn expect_status(&self, expected: &'static [CaseStatus]) -> Result<(), CaseError> {
        if expected.contains(&self.status) {
            return Ok(());
        }
        Err(CaseError::WrongStatus { found: self.status, expected })
    }

    /// Nobody judges their own unit's handling.
    fn expect_outsider(&self, facts: &Facts) -> Result<(), CaseError> {
        if self.handled_by(&facts.actor) { Err(CaseError::OwnHandling) } else { Ok(()) }
    }

    fn expect_no_emergency(&self) -> Result<(), CaseError> {
        if self.kind() == Some(WhistleKind::Emergency) { Err(CaseError::NotForEmergencies) } else { Ok(()) }
    }

    /// The policy that the case is judged by: the one that it pinned, else the one in force.
    fn policy<'a>(&self, facts: &'a Facts) -> Result<&'a PolicySet, CaseError> {
        match &self.filing {
            None => Ok(facts.policies.current()),
            Some(filing) => {
                let version = filing.policy_version;
                Ok(facts.policies.version(version).ok_or(CaseError::UnknownPolicy(version))?)
            }
        }
    }

    fn rules<'a>(&self, facts: &'a Facts) -> Result<&'a Rules, CaseError> {
        Ok(self.policy(facts)?.rules())
    }

    /// The dispatch of the actor's own unit that the case waits for.
    fn own_dispatch(&self, actor: &Actor) -> Option<&Dispatch> {
        self.awaited().find(|dispatch| actor.posted_in(&dispatch.department))
    }
}

/// While a case is parked nothing is demanded of anybody: what can be done is to look at the obstacle, to talk with
/// the resident, and to hear those who belong to it.
const fn goes_on_while_suspended(command: &CaseCommand) -> bool {
    match command {
        CaseCommand::Schedule(scheduling) => {
            !matches!(scheduling, Scheduling::RequestSuspension { .. } | Scheduling::ReachMilestone { .. })
        }
        CaseCommand::OnDispatch { action, .. } => matches!(
            action,
            DispatchAction::Sign
                | DispatchAction::ContactResident { .. }
                | DispatchAction::RecordMeasure { .. }
                | DispatchAction::ExplainOverdue { .. }
        ),
        CaseCommand::Collect(collecting) => matches!(
            collecting,
            Collecting::Join { .. } | Collecting::ChooseRepresentative { .. } | Collecting::ListItems { .. }
        ),
        CaseCommand::Screen(_)
        | CaseCommand::Supervise(_)
        | CaseCommand::Echo(_)
        | CaseCommand::KeepTime { .. } => true,
        _ => false,
    }
}

/// What leads to the end of a case: possible even when its history is full. Nothing happens by itself then, and looking
/// is no error.
const fn ends(command: &CaseCommand) -> bool {
    match command {
        CaseCommand::CloseCase { .. }
        | CaseCommand::RateCase { .. }
        | CaseCommand::DeclineWhistle { .. }
        | CaseCommand::KeepTime { .. } => true,
        CaseCommand::Judge(judging) => {
            matches!(judging, Judging::RequestForcedClosing { .. } | Judging::RuleForcedClosing { .. })
        }
        CaseCommand::Screen(screening) => {
            matches!(screening, Screening::Withdraw { .. } | Screening::NotAccept { .. })
        }
        _ => false,
    }
}

/// The policy names the roles that decide; whoever asked is not among them.
fn expect_approver(roles: &[Role], asked: &Actor, facts: &Facts) -> Result<(), CaseError> {
    expect_level(roles, facts)?;
    let same = asked.id == facts.actor.id && !asked.id.is_nil();
    if same { Err(CaseError::SamePerson) } else { Ok(()) }
}

fn expect_level(roles: &[Role], facts: &Facts) -> Result<(), CaseError> {
    if roles.contains(&facts.actor.role) { Ok(()) } else { Err(CaseError::WrongLevel) }
}

/// Everything that a case lists has a limit.
const fn expect_room(entries: usize) -> Result<(), CaseError> {
    if entries < ENTRIES_MAX { Ok(()) } else { Err(CaseError::TooMany { max: ENTRIES_MAX }) }
}
