//! What people get to see of a case. Personal data is masked here, and nowhere later.

mod case;
mod clocks;
mod complainants;
mod course;
mod echo;
mod history;
mod leaves;
mod lookup;
mod public;
mod rulings;
mod work;

pub use case::{
    CallbackView, CaseView, DispatchView, EscalationView, ImportedView, LocationView, RatingView,
    ReporterView,
};
pub use clocks::ClockView;
pub use complainants::ComplainantView;
pub use course::{
    DisputeView, EndingView, HoldingView, ItemView, JointActionView, MilestoneView, PeopleView, PetitionView,
    PlanView, RulingView, SupervisionView, SuspensionView,
};
pub use echo::{EchoView, EchoWordingView};
pub(crate) use history::entry;
pub use history::{HistoryActor, HistoryEntry};
pub use leaves::{LeafPage, LeafView};
pub use public::{PublicStep, PublicView};
pub use work::{CheckView, ExplanationView, LocalResultView, PendingRequestView, SaidView, WorkView};
