//! Where a request is looked at before it becomes a command.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use uuid::Uuid;
use whistle_domain::actor::{Code, Role};
use whistle_domain::case::{Case, Dispatch, SupervisionMeasure};
use whistle_domain::privacy::comparable;

use crate::photos::PhotoDesk;
use crate::protect::{Fields, Protector};
use crate::{App, AppError, Caller, Reference};

/// Most units in one list of a request.
const UNITS_MAX: usize = 30;

/// One request on one case: what there is to know, and what is wrong with it so far.
///
/// It is a [`Fields`] that knows the case, so that checks read `desk.text("/reason", …)`. Only [`CaseDesk::checked`]
/// hands out what seals text: nothing is sealed before every problem has been told.
pub struct CaseDesk<'a> {
    pub(super) app: &'a App,
    /// Who asks.
    pub caller: &'a Caller,
    /// Which case.
    pub case_id: Uuid,
    /// The case as it was when the request came.
    pub case: &'a Case,
    /// Organisation and policy in force.
    pub reference: Arc<Reference>,
    fields: Fields,
}

impl<'a> CaseDesk<'a> {
    pub(crate) fn new(app: &'a App, caller: &'a Caller, case_id: Uuid, case: &'a Case) -> Self {
        Self { app, caller, case_id, case, reference: app.reference(), fields: Fields::default() }
    }

    /// A unit that must exist.
    pub(crate) fn unit(&mut self, pointer: &str, unit: &Code) -> Code {
        if self.reference.organisation.unit(unit).is_none() {
            self.refuse(pointer, "unknown_unit", "there is no such unit");
        }
        unit.clone()
    }

    /// The other case that a request names; one that the caller does not see does not exist for them.
    pub(crate) async fn other_case(&self, id: Uuid) -> Result<Case, AppError> {
        Ok(self.app.visible_case(self.caller, id).await?.0)
    }

    /// A digest of a household: equal for equal households of the territory, so that it stays one when cases are merged,
    /// and telling nothing else. Spaces and the width of characters do not matter.
    pub(crate) fn household(&self, given: &str) -> String {
        let plain = comparable(given);
        let territory = self.case.report.as_ref().map(|report| report.location.territorial_unit.as_str());
        let parts = [b"household".as_slice(), territory.unwrap_or_default().as_bytes(), plain.as_bytes()];
        hex::encode(&self.app.vault.idempotency_digest(&parts)[..16])
    }

    /// Units that must exist.
    pub(crate) fn units(&mut self, pointer: &str, units: &[Code]) -> Vec<Code> {
        if units.len() > UNITS_MAX {
            self.refuse(pointer, "too_many", format!("at most {UNITS_MAX} units"));
            return Vec::new();
        }
        units.iter().enumerate().map(|(at, unit)| self.unit(&format!("{pointer}/{at}"), unit)).collect()
    }

    /// The unit for which the caller speaks.
    pub(crate) fn own_unit(&self) -> Result<Code, AppError> {
        self.caller.actor.unit.clone().ok_or(AppError::Forbidden)
    }

    /// A department speaks only where it was sent and must act: one merely told has no part in the matter, and one whose
    /// dispatch was taken back has none any more.
    pub(crate) fn expect_part(&self) -> Result<(), AppError> {
        self.expect_dispatch(Dispatch::awaited)
    }

    /// The same for what a department may say afterwards too: what a matter cost it does not end with its dispatch.
    pub(crate) fn expect_part_once(&self) -> Result<(), AppError> {
        self.expect_dispatch(|dispatch| dispatch.role.mandatory())
    }

    fn expect_dispatch(&self, fits: fn(&Dispatch) -> bool) -> Result<(), AppError> {
        let actor = &self.caller.actor;
        let part = |dispatch: &Dispatch| fits(dispatch) && actor.posted_in(&dispatch.department);
        if actor.role != Role::Department || self.case.dispatches.iter().any(part) {
            return Ok(());
        }
        Err(AppError::NoPart)
    }

    /// Who gets a copy: the leaders linked to the unit, of everything graver than a yellow card.
    pub(crate) fn copied_to(&self, measure: SupervisionMeasure, department: Option<&str>) -> Vec<Code> {
        if measure <= SupervisionMeasure::YellowCard {
            return Vec::new();
        }
        let unit = department.or_else(|| self.case.contact_unit());
        let leaders = |unit| self.reference.history.leaders_of(unit, self.app.clock.now());
        unit.map(leaders).unwrap_or_default().into_iter().cloned().collect()
    }

    /// The end of the checks. Tells every problem at once, or hands out what protects the texts of this case: what is
    /// written about a case is sealed under its resident's key.
    pub(crate) fn checked(&mut self) -> Result<Protector<'a>, AppError> {
        std::mem::take(&mut self.fields).finish()?;
        let subject = self.case.report.as_ref().map_or_else(Uuid::nil, |report| report.subject);
        let reporter = self.case.report.as_ref().and_then(|report| report.reporter.as_ref());
        let reporter_name = reporter.and_then(|reporter| reporter.name.clone());
        let photos = Some(PhotoDesk::new(self.app, self.caller));
        let (vault, case) = (&self.app.vault, self.case_id);
        Ok(Protector { vault, subject, case, name: None, reporter_name, photos })
    }
}

impl Deref for CaseDesk<'_> {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        &self.fields
    }
}

impl DerefMut for CaseDesk<'_> {
    fn deref_mut(&mut self) -> &mut Fields {
        &mut self.fields
    }
}
