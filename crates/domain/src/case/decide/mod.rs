//! From a command to events, or a reason why not.

mod dispatching;
mod handling;
mod intake;
mod review;

use super::{Case, CaseCommand, CaseError, CaseEvent, CaseStatus, Facts};

/// What a decision yields.
pub(super) type Decision = Result<Vec<CaseEvent>, CaseError>;

impl Case {
    /// What happens when `command` is given to this case, by whom and when `facts` say.
    pub fn decide(&self, command: CaseCommand, facts: &Facts) -> Decision {
        if let CaseCommand::RaiseWhistle(raise) = command {
            return self.raise(raise, facts);
        }
        if self.status == CaseStatus::Unreported {
            return Err(CaseError::NotFound);
        }
        match command {
            CaseCommand::RaiseWhistle(_) => Err(CaseError::AlreadyRaised),
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
        }
    }

    /// Refuses unless the case is where the command applies.
    fn expect_status(&self, expected: &'static [CaseStatus]) -> Result<(), CaseError> {
        if expected.contains(&self.status) {
            return Ok(());
        }
        Err(CaseError::WrongStatus { found: self.status, expected })
    }
}
