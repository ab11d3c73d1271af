//! Who gives which command in the ordinary course of things.

use super::scene::*;
use crate::actor::Actor;
use crate::case::*;

/// Who gives this command in the ordinary course of things.
pub(super) fn usual_actor(command: &CaseCommand) -> Actor {
    match command {
        CaseCommand::RaiseWhistle(_)
        | CaseCommand::RateCase { .. }
        | CaseCommand::Screen(Screening::Amend { .. } | Screening::Withdraw { .. }) => {
            Actor::anonymous_resident()
        }
        CaseCommand::EndorseWhistle { .. }
        | CaseCommand::DeclineWhistle { .. }
        | CaseCommand::HandleLocally { .. }
        | CaseCommand::Escalate { .. }
        | CaseCommand::Collect(
            Collecting::Join { .. }
            | Collecting::ChooseRepresentative { .. }
            | Collecting::Vote { .. }
            | Collecting::ListItems { .. },
        )
        | CaseCommand::Echo(Echoing::Propose { .. } | Echoing::Retract { .. }) => community(),
        CaseCommand::FileCase { .. }
        | CaseCommand::IssueDispatches(_)
        | CaseCommand::Screen(_)
        | CaseCommand::Direct(_)
        | CaseCommand::Collect(Collecting::OrderRectification { .. } | Collecting::RestoreItem { .. }) => {
            dispatcher()
        }
        CaseCommand::OnDispatch { dispatch, .. } => holder(*dispatch),
        CaseCommand::Schedule(scheduling) => planner(scheduling),
        CaseCommand::Judge(judging) => judge(judging),
        CaseCommand::Verify { .. } | CaseCommand::Collect(Collecting::Reinspect { .. }) => grid_worker(),
        CaseCommand::Collect(Collecting::ClaimRectified { .. })
        | CaseCommand::Supervise(Supervising::Answer { .. }) => officer(WATER),
        CaseCommand::RecordCallback { .. } => hotline(),
        CaseCommand::CloseCase { .. }
        | CaseCommand::Rule { .. }
        | CaseCommand::Supervise(_)
        | CaseCommand::Echo(Echoing::Rule { .. }) => supervisor(),
        CaseCommand::KeepTime { .. } | CaseCommand::ImportCase(_) => service(),
    }
}

fn planner(scheduling: &Scheduling) -> Actor {
    match scheduling {
        Scheduling::RequestSuspension { .. }
        | Scheduling::ReachMilestone { .. }
        | Scheduling::ReportProgress { .. } => officer(WATER),
        Scheduling::AgreePlan { .. } => dispatcher(),
        Scheduling::RuleSuspension { .. }
        | Scheduling::ReviewSuspension { .. }
        | Scheduling::LiftSuspension { .. } => supervisor(),
    }
}

fn judge(judging: &Judging) -> Actor {
    match judging {
        Judging::VerificationImpossible { .. } | Judging::LookBack { .. } => grid_worker(),
        Judging::RequestForcedClosing { .. } | Judging::RequestExclusion { .. } => dispatcher(),
        Judging::AppealScore { .. } => officer(WATER),
        Judging::SettleDissatisfaction { .. }
        | Judging::RuleForcedClosing { .. }
        | Judging::RuleExclusion { .. }
        | Judging::DecideScoreAppeal { .. }
        | Judging::Reopen { .. } => supervisor(),
    }
}
