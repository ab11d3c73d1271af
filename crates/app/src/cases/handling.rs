//! What departments do with their dispatches.

use chrono::{DateTime, Utc};
use uuid::Uuid;
use whistle_domain::case::{Case, CaseCommand, DispatchAction};

use super::{CommandContext, Committed, or_empty};
use crate::access::Operation;
use crate::protect::{Fields, LINE_CHARS_MAX, Protector};
use crate::{App, AppError, Caller};

/// 报到: place, person, time.
#[derive(Debug, Clone, Default)]
pub struct ReportForDutyInput {
    /// Where; online where it is not said.
    pub place: Option<String>,
    /// Who.
    pub person: Option<String>,
    /// When they arrived; now where it is not said.
    pub time: Option<DateTime<Utc>>,
}

impl App {
    /// 签收.
    pub async fn sign(
        &self,
        caller: &Caller,
        id: Uuid,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let (case_id, _) = self.own_dispatch(caller, id).await?;
        self.answer(caller, case_id, id, DispatchAction::Sign, context).await
    }

    /// 报到.
    pub async fn report_for_duty(
        &self,
        caller: &Caller,
        id: Uuid,
        input: ReportForDutyInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let (case_id, case) = self.own_dispatch(caller, id).await?;
        let mut fields = Fields::default();
        let place = fields.optional_line("/place", input.place.as_deref(), LINE_CHARS_MAX);
        let person = fields.optional_line("/person", input.person.as_deref(), LINE_CHARS_MAX);
        fields.finish()?;
        let place = place.unwrap_or_else(|| "online".to_owned());
        let place = self.protector(case_id, &case).text("place", place).await?;
        let person = match person {
            Some(person) => Some(self.seal_officer(case_id, &person).await?),
            None => None,
        };
        let action = DispatchAction::ReportForDuty { place, person, arrived_at: input.time };
        self.answer(caller, case_id, id, action, context).await
    }

    /// 接单.
    pub async fn accept(
        &self,
        caller: &Caller,
        id: Uuid,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let (case_id, _) = self.own_dispatch(caller, id).await?;
        self.answer(caller, case_id, id, DispatchAction::Accept, context).await
    }

    /// 处置措施.
    pub async fn record_measure(
        &self,
        caller: &Caller,
        id: Uuid,
        measure: String,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let (case_id, case) = self.own_dispatch(caller, id).await?;
        let mut fields = Fields::default();
        let measure = fields.text("/measure", &measure);
        fields.finish()?;
        let measure = self.protector(case_id, &case).text("measure", measure).await?;
        self.answer(caller, case_id, id, DispatchAction::RecordMeasure { measure }, context).await
    }

    /// 办理反馈.
    pub async fn feed_back(
        &self,
        caller: &Caller,
        id: Uuid,
        result: Option<String>,
        evidence: Vec<String>,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let (case_id, case) = self.own_dispatch(caller, id).await?;
        let mut fields = Fields::default();
        let result = fields.optional_text("/result", result.as_deref());
        let evidence = fields.evidence(&evidence);
        fields.finish()?;
        let protector = self.protector(case_id, &case);
        let result = or_empty(protector.optional_text("result", result).await?);
        let evidence = protector.evidence(evidence).await?;
        self.answer(caller, case_id, id, DispatchAction::SubmitFeedback { result, evidence }, context).await
    }

    /// The case of a dispatch to the caller's own unit. Other units' dispatches do not exist for them.
    async fn own_dispatch(&self, caller: &Caller, id: Uuid) -> Result<(Uuid, Case), AppError> {
        Operation::Answer.authorise(caller)?;
        let case_id = self.case_of_dispatch(id).await?;
        let (case, _) = self.visible_case(caller, case_id).await?;
        let own = case.dispatch(id).is_some_and(|dispatch| caller.actor.posted_in(&dispatch.department));
        if own { Ok((case_id, case)) } else { Err(AppError::NotFound) }
    }

    async fn answer(
        &self,
        caller: &Caller,
        case_id: Uuid,
        dispatch: Uuid,
        action: DispatchAction,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        self.commit(caller, case_id, CaseCommand::OnDispatch { dispatch, action }, context).await
    }

    /// An officer's name is personal data too, but not the resident's: it has a key of its own.
    async fn seal_officer(
        &self,
        case_id: Uuid,
        person: &str,
    ) -> Result<whistle_domain::privacy::Sealed, AppError> {
        let subject = self.vault.subject_for(None).await?;
        Protector { vault: &self.vault, subject, case: case_id, name: None }.seal("person", person).await
    }
}
