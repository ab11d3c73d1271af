//! Which dispatches are wanted, in a list or in a file.

use serde::Deserialize;
use utoipa::IntoParams;
use whistle_app::App;
use whistle_domain::case::{DispatchRole, DispatchState};
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;
use whistle_store::read::DispatchFilter;

/// Which dispatches; every condition that is given must hold.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct DispatchConditions {
    /// The unit that was sent.
    department: Option<String>,
    /// How far it has come.
    #[param(value_type = Option<String>)]
    state: Option<DispatchState>,
    /// `lead`, `co_handler` or `notified`.
    #[param(value_type = Option<String>)]
    role: Option<DispatchRole>,
    /// Whether the department still owes something.
    open: Option<bool>,
    /// Whether a clock has run out.
    overdue: Option<bool>,
    /// `green`, `yellow`, `red`, `grey` or `purple`.
    #[param(value_type = Option<String>)]
    lamp: Option<Lamp>,
    /// Grid code.
    grid: Option<String>,
    /// A unit: everything in its area.
    area: Option<String>,
    /// Category code.
    category: Option<String>,
    /// `appeal`, `law`, `emergency`, `key` or `mediation`.
    #[param(value_type = Option<String>)]
    kind: Option<WhistleKind>,
    /// Words to look for in the case.
    q: Option<String>,
}

impl DispatchConditions {
    /// What these conditions want of the list.
    pub(crate) fn filter(self, app: &App) -> DispatchFilter {
        let given = self;
        DispatchFilter {
            department: given.department,
            state: given.state,
            role: given.role,
            running: given.open,
            overdue: given.overdue,
            lamp: given.lamp,
            grid: given.grid,
            area: given.area,
            category: given.category,
            kind: given.kind,
            q: given.q.map(|text| app.search(text)),
        }
    }
}
