//! 退单与延期: units that hand back what they were sent, and units that need more time.

use chrono::Duration;
use whistle_app::{Contact, ExtensionRequest, ExtensionRuling, ReturnRequest, ReturnRulingForm};
use whistle_domain::actor::Code;
use whistle_domain::policy::Limit;

use super::super::Act;
use super::super::plot::Plot;
use super::plots::decision;
use super::{Script, Stage};

/// A return is asked for on the same working day: the policy gives a day from the issue, and signing takes some of it.
const RETURN_WITHIN: Duration = Duration::hours(14);

impl Script<'_> {
    pub(super) fn dispute(&mut self, plot: Plot) {
        self.send(Stage::Signed);
        self.ask_return(0);
        match plot {
            Plot::ReturnApproved => self.rule_on_return(Some(0), false),
            Plot::ReturnRefused => self.rule_on_return(None, false),
            Plot::Determined => {
                self.rule_on_return(Some(0), false);
                self.advance(Stage::Issued, Stage::Signed);
                self.ask_return(1);
                let determined = self.chance.percent(50).then_some(1);
                self.rule_on_return(determined, true);
            }
            _ => return,
        }
        // Whoever has it now may have signed for it before.
        let signed = self.moves.iter().any(|step| is_signature(&step.act, &self.lead));
        self.advance(if signed { Stage::Signed } else { Stage::Issued }, Stage::FedBack);
        self.finish();
    }

    /// The lead says that it is the duty of one of the other units.
    fn ask_return(&mut self, whose: usize) {
        let (basis, reason) = (self.line("return_basis"), self.line("return_reason"));
        let (lead, gap) = (self.lead.clone(), self.minutes(30, 120));
        let proposed_unit = self.tale.spare.get(whose).cloned();
        self.by_unit(&lead, gap, Act::on(&lead, ReturnRequest { basis, reason, proposed_unit }));
        self.within(RETURN_WITHIN);
    }

    fn rule_on_return(&mut self, to: Option<usize>, last_word: bool) {
        let lead = self.lead.clone();
        let reason = self.line(if to.is_some() { "return_approved" } else { "return_refused" });
        let ruling = ReturnRulingForm { decision: decision(to.is_some()), reason, unit: None };
        let act = Act::on(&lead, ruling);
        if last_word {
            self.by_supervisor(60, 240, act);
        } else {
            self.by_dispatcher(30, 180, act);
        }
        if let Some(unit) = to.and_then(|to| self.tale.spare.get(to)) {
            self.lead.clone_from(unit);
        }
    }

    pub(super) fn need_time(&mut self, plot: Plot) {
        self.send(Stage::Accepted);
        let (lead, gap) = (self.lead.clone(), self.limit() / 12);
        let request =
            ExtensionRequest { length: Limit::WorkingDays(2), reason: self.line("extension_reason") };
        self.by_unit(&lead, gap, Act::on(&lead, request));
        self.within(self.limit() / 3);
        let approve = match plot {
            Plot::ExtensionGranted => true,
            Plot::ExtensionRefused => false,
            _ => return,
        };
        let reason = self.line(if approve { "extension_approved" } else { "extension_refused" });
        self.by_dispatcher(30, 240, Act::on(&lead, ExtensionRuling { decision: decision(approve), reason }));
        if approve {
            let note = self.line("extension_contact");
            let gap = self.minutes(20, 120);
            self.by_unit(&lead, gap, Act::on(&lead, Contact { note }));
        }
        self.advance(Stage::Accepted, Stage::Measured);
    }
}

fn is_signature(act: &Act, by: &Code) -> bool {
    use super::super::OnDispatch::Signature;
    matches!(act, Act::OnDispatch { unit, request: Signature(_) } if unit == by)
}
