//! 回音壁.

use crate::case::{Case, CaseEvent};

impl Case {
    pub(super) fn take_echo(&mut self, event: &CaseEvent) {
        match event {
            CaseEvent::EchoProposed(proposed) => {
                self.echo.proposals = self.echo.proposals.saturating_add(1);
                self.echo.pending = Some(proposed.clone());
            }
            CaseEvent::EchoPublished(published) => {
                let wording = self.echo.pending.take();
                self.echo.published = wording.map(|wording| (wording, published.at));
            }
            CaseEvent::EchoRefused(_) => self.echo.pending = None,
            CaseEvent::EchoRetracted(_) => self.echo.published = None,
            _ => {}
        }
    }

    /// What was said of the end of a matter holds no more when it goes on, here or elsewhere.
    pub(super) fn forget_outdated_echo(&mut self, event: &CaseEvent) {
        if matches!(event, CaseEvent::CaseReopened(_) | CaseEvent::CaseMerged(_)) {
            (self.echo.pending, self.echo.published) = (None, None);
        }
    }
}
