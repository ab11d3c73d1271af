//! Everything that can be asked in the demo, and how it is put to the use cases.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_app::{
    Acceptance, Amendment, App, AppError, Callback, Caller, Closing, CommandContext, Committed, Contact,
    Dispatches, Diversion, EchoProposal, EchoRuling, Endorsement, Escalation, Exclusion, ExclusionRulingForm,
    ExtensionRequest, ExtensionRuling, Feedback, Filing, ForcedClosing, ForcedClosingRuling, HouseholdVote,
    ItemList, ItemRestoration, Joining, JointMeeting, JointResult, LocalHandling, LookingBack, Measure,
    Merging, MilestoneReport, NotAccepting, Orphanage, OverdueForm, PlanForm, Progress, RaiseInput, Rating,
    RectificationClaim, RectificationOrder, Refusal, Reinspection, ReportForDuty, Representation, Resumption,
    ReturnRequest, ReturnRulingForm, ScoreAppeal, ScoreAppealRuling, Settlement, SignIn, Signature,
    SupervisionEnd, SupervisionOrder, SupervisionReply, SuspensionRequest, SuspensionReview,
    SuspensionRuling, Transfer, Verification, Withdrawal,
};
use whistle_domain::actor::Code;
use whistle_domain::case::Case;

/// A command, as the use cases take it. Whatever gets its identity from the service (a dispatch, an item, another
/// case) is named by its unit or by its place: the identity is not known yet.
#[derive(Debug, Clone)]
pub(in super::super) enum Act {
    /// A case begins.
    Raise(Box<RaiseInput>),
    /// A case begins that repeats one which was closed before.
    RaiseAgain(Box<RaiseInput>),
    /// Something is asked of the case.
    OnCase(OnCase),
    /// Something is asked of the dispatch that a unit holds.
    OnDispatch { unit: Code, request: OnDispatch },
    /// Something is asked about one of the things that the case lists, counted from 0.
    About { nth: usize, request: About },
    /// The case becomes part of another one of the demo.
    Merge { into: usize, reason: String },
}

macro_rules! requests {
    ($(#[$meaning:meta])* $name:ident by $use_case:ident: $($request:ident),+ $(,)?) => {
        $(#[$meaning])*
        #[derive(Debug, Clone)]
        pub(in super::super) enum $name { $($request($request)),+ }

        $(impl From<$request> for $name {
            fn from(request: $request) -> Self {
                Self::$request(request)
            }
        })+

        impl $name {
            /// Gives the command.
            pub(in super::super) async fn give(
                self,
                app: &App,
                caller: &Caller,
                id: Uuid,
                context: &CommandContext,
            ) -> Result<Committed, AppError> {
                match self {
                    $(Self::$request(request) => Box::pin(app.$use_case(caller, id, request, context)).await),+
                }
            }
        }
    };
}

requests! {
    /// What is asked of a case.
    OnCase by on_case: Endorsement, Refusal, LocalHandling, Escalation, Filing, Dispatches, Verification, Callback,
    Closing, Rating, Settlement, ForcedClosing, ForcedClosingRuling, Exclusion, ExclusionRulingForm, ScoreAppeal,
    LookingBack, Orphanage, Joining, ItemList, SuspensionRequest, SuspensionRuling, SuspensionReview, Resumption,
    PlanForm, MilestoneReport, Progress, Amendment, Withdrawal, NotAccepting, Diversion, SupervisionOrder,
    JointMeeting, Merging, EchoProposal, EchoRuling,
}

requests! {
    /// What is asked of a dispatch.
    OnDispatch by on_dispatch: Signature, ReportForDuty, Acceptance, Measure, Feedback, Contact, ReturnRequest,
    ReturnRulingForm, ExtensionRequest, ExtensionRuling, OverdueForm, Transfer,
}

requests! {
    /// What is asked about something that a case lists.
    About by on_case: Representation, HouseholdVote, RectificationOrder, RectificationClaim, Reinspection,
    ItemRestoration, SignIn, JointResult, SupervisionReply, SupervisionEnd, ScoreAppealRuling,
}

impl<R: Into<OnCase>> From<R> for Act {
    fn from(request: R) -> Self {
        Self::OnCase(request.into())
    }
}

impl Act {
    /// Something that a unit does with its dispatch, or that is done with it.
    pub(super) fn on(unit: &Code, request: impl Into<OnDispatch>) -> Self {
        Self::OnDispatch { unit: unit.clone(), request: request.into() }
    }

    /// Something about the thing in this place.
    pub(super) fn about(nth: usize, request: impl Into<About>) -> Self {
        Self::About { nth, request: request.into() }
    }

    /// The same at its instant: a script counts its dates from the epoch, because it does not know yet when it is
    /// played.
    pub(super) fn dated(mut self, at: DateTime<Utc>) -> Self {
        let later = |date: &mut DateTime<Utc>| *date += at - DateTime::UNIX_EPOCH;
        if let Self::OnCase(request) = &mut self {
            match request {
                OnCase::SuspensionRequest(request) => later(&mut request.review_at),
                OnCase::SuspensionReview(review) => later(&mut review.review_at),
                OnCase::JointMeeting(meeting) => later(&mut meeting.meets_at),
                OnCase::PlanForm(plan) => plan.milestones.iter_mut().for_each(|form| later(&mut form.due_at)),
                _ => {}
            }
        }
        self
    }

    /// Whether the case is closed.
    pub(super) const fn closes(&self) -> bool {
        matches!(self, Self::OnCase(OnCase::Closing(_)))
    }

    /// Whether departments are sent.
    pub(super) const fn sends(&self) -> bool {
        matches!(self, Self::OnCase(OnCase::Dispatches(_)))
    }
}

impl About {
    /// The same about the thing in this place of the case; nothing where the case does not list so many.
    pub(in super::super) fn named(mut self, case: &Case, nth: usize) -> Option<Self> {
        let complainant = || case.complainants.get(nth).map(|complainant| complainant.id);
        let item = || case.items.get(nth).map(|item| item.listed.id);
        let action = || case.joint_actions.get(nth).map(|action| action.scheduled.action);
        let supervision = || case.supervisions.get(nth).map(|held| held.issued.supervision);
        match &mut self {
            Self::Representation(request) => request.complainant = complainant()?,
            Self::HouseholdVote(request) => request.complainant = complainant()?,
            Self::RectificationOrder(request) => request.item = item()?,
            Self::RectificationClaim(request) => request.item = item()?,
            Self::Reinspection(request) => request.item = item()?,
            Self::ItemRestoration(request) => request.item = item()?,
            Self::SignIn(request) => request.action = action()?,
            Self::JointResult(request) => request.action = action()?,
            Self::SupervisionReply(request) => request.supervision = supervision()?,
            Self::SupervisionEnd(request) => request.supervision = supervision()?,
            Self::ScoreAppealRuling(request) => {
                request.appeal = case.score_appeals.get(nth)?.request.appeal;
            }
        }
        Some(self)
    }
}
