//! What happens to a case beside its main line: enough of everything to move every row.

use chrono::TimeDelta;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::case::*;
use whistle_domain::policy::Limit;
use whistle_domain::privacy::ProtectedText;

use super::stories::Story;
use crate::ids::new_id;

impl Story {
    /// One of the many things that people do beside the main line; most are refused most of the time.
    pub(super) fn side_move(&mut self) -> (CaseCommand, Actor) {
        let text = ProtectedText::plain("另行处理");
        let staff = |role, unit: &str| Actor { id: new_id(), role, unit: Some(unit.to_owned()) };
        let (dispatcher, supervisor) =
            (staff(Role::Dispatcher, "desk"), staff(Role::Supervisor, "inspection"));
        let held = self.case.dispatches.iter().find(|dispatch| dispatch.awaited());
        let (dispatch, unit) = held.map_or_else(
            || (new_id(), "water".to_owned()),
            |dispatch| (dispatch.id, dispatch.department.clone()),
        );
        let officer = staff(Role::Department, &unit);
        let takeover = Takeover { dispatch: new_id(), department: format!("unit-{}", self.dice.below(9)) };
        let later = self.now + TimeDelta::days(20);
        // Rulings are rare when they are left to chance.
        if let Some(dispute) = self.case.disputes.iter().find(|dispute| dispute.ruling.is_none()) {
            let (dispatch, approve) = (dispute.request.dispatch, self.dice.below(2) == 0);
            let ruling = DispatchRuling::Return { approve, reason: text, dispatch: new_id(), unit: None };
            return (CaseCommand::Rule { dispatch, ruling }, supervisor);
        }
        if self.case.suspensions.last().is_some_and(|asked| asked.petition.pending()) {
            let approve = self.dice.below(4) > 0;
            return (CaseCommand::Schedule(Scheduling::RuleSuspension { approve, reason: text }), supervisor);
        }
        let fresh = |held: &&Dispatch| held.state == DispatchState::Issued && held.role.mandatory();
        if self.dice.below(3) == 0
            && let Some(fresh) = self.case.dispatches.iter().find(fresh)
        {
            let officer = staff(Role::Department, &fresh.department);
            let action = DispatchAction::RequestReturn {
                request: new_id(),
                basis: text.clone(),
                reason: text,
                proposed_unit: Some(takeover.department),
            };
            return (CaseCommand::OnDispatch { dispatch: fresh.id, action }, officer);
        }
        match self.dice.below(13) {
            0 => {
                let proof = vec![text.clone()];
                let ground = SuspensionGround::Funds;
                let ask = Scheduling::RequestSuspension { ground, reason: text, proof, review_at: later };
                (CaseCommand::Schedule(ask), dispatcher)
            }
            1 => (CaseCommand::Schedule(Scheduling::LiftSuspension { reason: text }), dispatcher),
            3 => {
                let direct = Directing::Transfer { dispatch, to: takeover, reason: text };
                (CaseCommand::Direct(direct), dispatcher)
            }
            4 => {
                let direct = Directing::DeclareOrphan {
                    dispatch: new_id(),
                    owner: "centre".to_owned(),
                    territorial_owner: "east".to_owned(),
                    reason: text,
                };
                (CaseCommand::Direct(direct), dispatcher)
            }
            5 => {
                let milestone = Milestone { title: text.clone(), due_at: later };
                let plan = Scheduling::AgreePlan { milestones: vec![milestone], note: text };
                (CaseCommand::Schedule(plan), dispatcher)
            }
            6 => {
                let reach =
                    Scheduling::ReachMilestone { milestone: 1, note: text.clone(), evidence: vec![text] };
                (CaseCommand::Schedule(reach), officer)
            }
            7 => {
                let issue = Supervising::Issue {
                    supervision: new_id(),
                    measure: SupervisionMeasure::Written,
                    department: None,
                    reason: text,
                    copied_to: Vec::new(),
                };
                (CaseCommand::Supervise(issue), supervisor)
            }
            8 => {
                let ask = Judging::RequestExclusion { ground: ExclusionGround::OutsidePolicy, reason: text };
                (CaseCommand::Judge(ask), dispatcher)
            }
            9 => (CaseCommand::Judge(Judging::RuleExclusion { approve: true, reason: text }), supervisor),
            10 => {
                let exit = if self.dice.below(2) == 0 { Exit::Redo } else { Exit::Transfer(takeover) };
                (CaseCommand::Judge(Judging::SettleDissatisfaction { exit, reason: text }), supervisor)
            }
            11 => (CaseCommand::Judge(Judging::Reopen { reason: text }), supervisor),
            12 => (CaseCommand::KeepTime { chains: Vec::new() }, service()),
            2 => (retitled(), supervisor),
            _ => {
                let action = DispatchAction::RequestExtension {
                    request: new_id(),
                    length: Limit::Days(1),
                    reason: text,
                };
                (CaseCommand::OnDispatch { dispatch, action }, officer)
            }
        }
    }
}

fn retitled() -> CaseCommand {
    let title = Some(ProtectedText::plain("更正后的标题"));
    CaseCommand::Screen(Screening::Amend { title, description: None, photos: Vec::new() })
}

fn service() -> Actor {
    Actor { id: uuid::Uuid::nil(), role: Role::System, unit: None }
}
