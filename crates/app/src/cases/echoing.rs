//! 回音壁: what the neighbourhood is told about a matter. Nobody may be recognised in it.

use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::case::{CaseCommand, Echoing};

use super::{CaseDesk, CaseRequest, Decision};
use crate::AppError;
use crate::access::Operation;
use crate::protect::Protector;

/// Most characters of a question on the wall.
const QUESTION_CHARS_MAX: usize = 100;
/// Most characters of an answer.
const ANSWER_CHARS_MAX: usize = 500;

/// A wording for the wall.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct EchoProposal {
    /// What residents asked; one line without anything that tells who.
    pub question: String,
    /// What came of it; one line without anything that tells who.
    pub answer: String,
}

impl CaseRequest for EchoProposal {
    const OPERATION: Operation = Operation::Echo;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let question = desk.line("/question", &self.question, QUESTION_CHARS_MAX).into_text();
        let answer = desk.line("/answer", &self.answer, ANSWER_CHARS_MAX).into_text();
        let protect = desk.checked()?;
        for (pointer, text) in [("/question", &question), ("/answer", &answer)] {
            if names_somebody(desk, &protect, text).await? {
                desk.refuse(pointer, "personal_data", "a name, number, door or plate is in it");
            }
        }
        desk.checked()?;
        Ok(CaseCommand::Echo(Echoing::Propose { question, answer }))
    }
}

/// Whether the text tells who somebody is: by its form, or because it holds the name of somebody who complained.
async fn names_somebody(desk: &CaseDesk<'_>, protect: &Protector<'_>, text: &str) -> Result<bool, AppError> {
    if protect.hides_in(text).await? {
        return Ok(true);
    }
    for complainant in &desk.case.complainants {
        let name = complainant.reporter.as_ref().and_then(|reporter| reporter.name.as_ref());
        // Whoever came from another case is sealed as belonging there.
        let case = complainant.from_case.unwrap_or(desk.case_id);
        if let Some(name) = name
            && protect.names(name, case, text).await?
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The decision on a wording.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct EchoRuling {
    /// `approve` or `refuse`.
    pub decision: Decision,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for EchoRuling {
    const OPERATION: Operation = Operation::Echo;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        let (approve, reason) = (self.decision.approve(), protect.text(reason).await?);
        Ok(CaseCommand::Echo(Echoing::Rule { approve, reason }))
    }
}

/// Why a wording is taken down.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct EchoRetraction {
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for EchoRetraction {
    const OPERATION: Operation = Operation::Echo;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Echo(Echoing::Retract { reason: protect.text(reason).await? }))
    }
}
