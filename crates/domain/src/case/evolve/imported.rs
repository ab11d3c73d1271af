//! A case of another system: with one event it stands where its record left it.

use crate::actor::Actor;
use crate::case::{
    Case, CaseImported, CaseStatus, Closure, Dispatch, DispatchClocks, DispatchIssued, DispatchRole,
    DispatchState, Filing, ImportedRecord, Level, ProvisionalClocks, Report,
};
use crate::privacy::ProtectedText;

impl Case {
    pub(super) fn take_import(&mut self, imported: &CaseImported) {
        let record = &imported.record;
        // A department of the district had it, whatever was tried before.
        self.level = Level::District;
        self.report = Some(report(record, &imported.by));
        self.filing = Some(Filing {
            category: record.category.clone(),
            kind: record.kind,
            policy_version: imported.policy_version,
            at: record.created_at,
        });
        self.dispatches.push(dispatch(record));
        self.status = CaseStatus::InHandling;
        if let Some(at) = record.closed_at {
            let resolved_at_level = self.level;
            self.close_at(Closure { at, resolved_at_level, forced: false, look_back_at: Vec::new() });
        }
        self.imported = Some(Box::new(imported.clone()));
    }
}

fn report(record: &ImportedRecord, by: &Actor) -> Report {
    Report {
        number: record.number.clone(),
        title: record.title.clone(),
        description: record.description.clone().unwrap_or_default(),
        category: record.category.clone(),
        kind: record.kind,
        source: record.source.clone(),
        location: record.location.clone(),
        reporter: None,
        subject: record.subject,
        confidential: false,
        raised_by: by.clone(),
        raised_at: record.created_at,
        repeats: None,
    }
}

/// The unit had accepted the matter, in its own system: nothing is known of a signature or a report for duty there,
/// and none is asked for. The clocks of both therefore mean nothing.
fn dispatch(record: &ImportedRecord) -> Dispatch {
    let issued = DispatchIssued {
        dispatch: record.dispatch,
        department: record.department.clone(),
        role: DispatchRole::Lead,
        instruction: ProtectedText::default(),
        line_owner: record.department.clone(),
        territorial_owner: record.location.territorial_unit.clone(),
        clocks: DispatchClocks {
            sign_due_at: record.created_at,
            report_due_at: record.created_at,
            contact_due_at: None,
            due_at: record.due_at,
            warn_at: None,
            provisional: ProvisionalClocks::default(),
        },
        round_the_clock: false,
        at: record.created_at,
    };
    let (state, fed_back_at) = (DispatchState::Accepted, record.closed_at);
    Dispatch { imported: true, state, fed_back_at, ..super::handling::new_dispatch(&issued) }
}
