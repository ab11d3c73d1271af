//! What the neighbourhood, the hotline and the resident say: review, check, callback, closing, rating.

use uuid::Uuid;
use whistle_domain::case::{Case, CaseCommand, Level, Verdict};

use super::{CommandContext, Committed, or_empty};
use crate::access::Operation;
use crate::protect::Fields;
use crate::{App, AppError, Caller};

/// The neighbourhood's review.
#[derive(Debug, Clone)]
pub enum ReviewInput {
    /// Stand behind it.
    Endorse {
        /// Why.
        note: Option<String>,
        /// What was tried.
        local_attempt: Option<String>,
    },
    /// Do not stand behind it.
    Decline {
        /// Why.
        reason: String,
    },
    /// Solved without departments.
    HandleLocally {
        /// What was done.
        result: Option<String>,
        /// What shows it.
        evidence: Vec<String>,
        /// At which level.
        level: Option<Level>,
    },
    /// Pass it up.
    Escalate {
        /// To which level.
        to: Level,
        /// Why.
        reason: String,
    },
}

/// The check in the field.
#[derive(Debug, Clone, Default)]
pub struct VerifyInput {
    /// Good or not.
    pub passed: bool,
    /// What was seen.
    pub note: Option<String>,
    /// What shows it.
    pub evidence: Vec<String>,
    /// Which dispatches go back when it is not good.
    pub rework: Vec<Uuid>,
}

/// An attempt to ask the resident.
#[derive(Debug, Clone, Default)]
pub struct CallbackInput {
    /// Whether somebody answered.
    pub reached: bool,
    /// Solved? Needed when somebody answered.
    pub solved: Option<bool>,
    /// 1 to 5; needed when somebody answered.
    pub satisfaction: Option<u8>,
    /// In their words, or what was tried.
    pub comment: Option<String>,
}

/// The resident's own verdict.
#[derive(Debug, Clone)]
pub struct RateInput {
    /// Solved?
    pub solved: bool,
    /// 1 to 5.
    pub satisfaction: u8,
    /// In their words.
    pub comment: Option<String>,
}

impl App {
    /// The neighbourhood's review of a whistle.
    pub async fn review(
        &self,
        caller: &Caller,
        id: Uuid,
        input: ReviewInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        Operation::Review.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        let command = self.review_command(id, &case, input).await?;
        self.commit(caller, id, command, context).await
    }

    async fn review_command(
        &self,
        id: Uuid,
        case: &Case,
        input: ReviewInput,
    ) -> Result<CaseCommand, AppError> {
        let protector = self.protector(id, case);
        let mut fields = Fields::default();
        Ok(match input {
            ReviewInput::Endorse { note, local_attempt } => {
                let note = fields.optional_text("/note", note.as_deref());
                let local_attempt = fields.optional_text("/local_attempt", local_attempt.as_deref());
                fields.finish()?;
                CaseCommand::EndorseWhistle {
                    note: or_empty(protector.optional_text("note", note).await?),
                    local_attempt: protector.optional_text("local_attempt", local_attempt).await?,
                }
            }
            ReviewInput::Decline { reason } => {
                let reason = fields.text("/reason", &reason);
                fields.finish()?;
                CaseCommand::DeclineWhistle { reason: protector.text("reason", reason).await? }
            }
            ReviewInput::HandleLocally { result, evidence, level } => {
                let result = fields.optional_text("/result", result.as_deref());
                let evidence = fields.evidence(&evidence);
                fields.finish()?;
                CaseCommand::HandleLocally {
                    result: or_empty(protector.optional_text("result", result).await?),
                    evidence: protector.evidence(evidence).await?,
                    level,
                }
            }
            ReviewInput::Escalate { to, reason } => {
                let reason = fields.text("/reason", &reason);
                fields.finish()?;
                CaseCommand::Escalate { to, reason: protector.text("reason", reason).await? }
            }
        })
    }

    /// The check in the field, by somebody outside the handling unit.
    pub async fn verify(
        &self,
        caller: &Caller,
        id: Uuid,
        input: VerifyInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        Operation::Verify.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        let mut fields = Fields::default();
        let note = fields.optional_text("/note", input.note.as_deref());
        let evidence = fields.evidence(&input.evidence);
        fields.finish()?;
        let protector = self.protector(id, &case);
        let command = CaseCommand::Verify {
            passed: input.passed,
            note: or_empty(protector.optional_text("note", note).await?),
            evidence: protector.evidence(evidence).await?,
            rework: input.rework,
        };
        self.commit(caller, id, command, context).await
    }

    /// An attempt to ask the resident.
    pub async fn call_back(
        &self,
        caller: &Caller,
        id: Uuid,
        input: CallbackInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        Operation::CallBack.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        let mut fields = Fields::default();
        let comment = fields.optional_text("/comment", input.comment.as_deref());
        let verdict = if input.reached { Some(answered(&mut fields, &input)) } else { None };
        fields.finish()?;
        let comment = or_empty(self.protector(id, &case).optional_text("comment", comment).await?);
        self.commit(caller, id, CaseCommand::RecordCallback { verdict, comment }, context).await
    }

    /// Ends the case.
    pub async fn close(
        &self,
        caller: &Caller,
        id: Uuid,
        reason: Option<String>,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        Operation::Close.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        let mut fields = Fields::default();
        let reason = fields.optional_text("/reason", reason.as_deref());
        fields.finish()?;
        let reason = or_empty(self.protector(id, &case).optional_text("reason", reason).await?);
        self.commit(caller, id, CaseCommand::CloseCase { reason }, context).await
    }

    /// The resident rates their own case under their account.
    pub async fn rate(
        &self,
        caller: &Caller,
        id: Uuid,
        input: RateInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        Operation::Rate.authorise(caller)?;
        let (case, _) = self.visible_case(caller, id).await?;
        self.rate_visible(caller, id, &case, input, context).await
    }

    /// Whoever holds the query code rates the case.
    pub async fn rate_by_code(
        &self,
        caller: &Caller,
        number: &str,
        code: &str,
        input: RateInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let (id, case, _) = self.case_by_code(number, code).await?;
        self.rate_visible(caller, id, &case, input, context).await
    }

    async fn rate_visible(
        &self,
        caller: &Caller,
        id: Uuid,
        case: &Case,
        input: RateInput,
        context: &CommandContext,
    ) -> Result<Committed, AppError> {
        let mut fields = Fields::default();
        let comment = fields.optional_text("/comment", input.comment.as_deref());
        fields.finish()?;
        let comment = or_empty(self.protector(id, case).optional_text("comment", comment).await?);
        let verdict = Verdict { solved: input.solved, satisfaction: input.satisfaction };
        self.commit(caller, id, CaseCommand::RateCase { verdict, comment }, context).await
    }
}

fn answered(fields: &mut Fields, input: &CallbackInput) -> Verdict {
    if input.solved.is_none() {
        fields.refuse("/solved", "missing", "needed when the resident was reached");
    }
    if input.satisfaction.is_none() {
        fields.refuse("/satisfaction", "missing", "needed when the resident was reached");
    }
    Verdict { solved: input.solved.unwrap_or_default(), satisfaction: input.satisfaction.unwrap_or_default() }
}
