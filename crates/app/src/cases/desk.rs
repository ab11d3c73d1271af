//! Where a request is looked at before it becomes a command.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use uuid::Uuid;
use whistle_domain::actor::Code;
use whistle_domain::case::Case;

use crate::protect::{Fields, Protector};
use crate::{App, AppError, Caller, Reference};

/// One request on one case: what there is to know, and what is wrong with it so far.
///
/// It is a [`Fields`] that knows the case, so that checks read `desk.text("/reason", …)`. Only [`CaseDesk::checked`]
/// hands out what seals text: nothing is sealed before every problem has been told.
pub struct CaseDesk<'a> {
    app: &'a App,
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

    /// The end of the checks. Tells every problem at once, or hands out what protects the texts of this case: what is
    /// written about a case is sealed under its resident's key.
    pub(crate) fn checked(&mut self) -> Result<Protector<'a>, AppError> {
        std::mem::take(&mut self.fields).finish()?;
        let subject = self.case.report.as_ref().map_or_else(Uuid::nil, |report| report.subject);
        Ok(Protector { vault: &self.app.vault, subject, case: self.case_id, name: None })
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
