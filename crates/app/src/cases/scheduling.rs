//! 挂账与计划: parking a case, and working it off by stages.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::ToSchema;
use whistle_domain::case::{CaseCommand, MILESTONES_MAX, Milestone, Scheduling, SuspensionGround};

use super::{CaseDesk, CaseRequest, Decision};
use crate::AppError;
use crate::access::Operation;
use crate::protect::{CleanText, LINE_CHARS_MAX};
use crate::words;

/// 挂账申请.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct SuspensionRequest {
    /// `engineering`, `season`, `funds`, `ownership` or `policy`.
    #[serde(alias = "reason_class")]
    #[schema(value_type = words::SuspensionGround)]
    pub ground: SuspensionGround,
    /// The obstacle, and what would lift it.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default, alias = "evidence")]
    pub proof: Vec<String>,
    /// When it is looked at again, within 90 days unless the policy says otherwise: an instant, or a day.
    #[serde(alias = "review_date", alias = "review_on", deserialize_with = "super::moment::by")]
    pub review_at: DateTime<Utc>,
}

impl CaseRequest for SuspensionRequest {
    const OPERATION: Operation = Operation::Park;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        desk.expect_part()?;
        let reason = desk.text("/reason", &self.reason);
        let proof = desk.pieces("/proof", &self.proof);
        let protect = desk.checked()?;
        Ok(CaseCommand::Schedule(Scheduling::RequestSuspension {
            ground: self.ground,
            reason: protect.text(reason).await?,
            proof: protect.texts(proof).await?,
            review_at: self.review_at,
        }))
    }
}

/// 挂账审批.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct SuspensionRuling {
    /// `approve` or `refuse`.
    pub decision: Decision,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for SuspensionRuling {
    const OPERATION: Operation = Operation::Decide;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Schedule(Scheduling::RuleSuspension {
            approve: self.decision.approve(),
            reason: protect.text(reason).await?,
        }))
    }
}

/// 挂账复核.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct SuspensionReview {
    /// What was found.
    pub finding: String,
    /// When it is looked at again.
    #[serde(alias = "review_date", alias = "review_on", deserialize_with = "super::moment::by")]
    pub review_at: DateTime<Utc>,
}

impl CaseRequest for SuspensionReview {
    const OPERATION: Operation = Operation::Decide;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let finding = desk.text("/finding", &self.finding);
        let protect = desk.checked()?;
        Ok(CaseCommand::Schedule(Scheduling::ReviewSuspension {
            finding: protect.text(finding).await?,
            review_at: self.review_at,
        }))
    }
}

/// 解除挂账.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Resumption {
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for Resumption {
    const OPERATION: Operation = Operation::Decide;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Schedule(Scheduling::LiftSuspension { reason: protect.text(reason).await? }))
    }
}

/// 计划.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = Plan)]
pub struct PlanForm {
    /// The milestones, first due first.
    pub milestones: Vec<MilestoneForm>,
    /// What is planned.
    #[serde(alias = "comment")]
    pub note: Option<String>,
}

impl CaseRequest for PlanForm {
    const OPERATION: Operation = Operation::Plan;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        desk.expect_part()?;
        let titles = milestone_titles(desk, &self.milestones);
        let note = desk.optional_text("/note", self.note.as_deref());
        let protect = desk.checked()?;
        let mut milestones = Vec::with_capacity(titles.len());
        for (title, form) in titles.into_iter().zip(&self.milestones) {
            milestones.push(Milestone { title: protect.text(title).await?, due_at: form.due_at });
        }
        Ok(CaseCommand::Schedule(Scheduling::AgreePlan {
            milestones,
            note: protect.text_or_empty(note).await?,
        }))
    }
}

/// A stage.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = Milestone)]
pub struct MilestoneForm {
    /// What is to be reached.
    pub title: String,
    /// By when.
    #[serde(alias = "due_date", alias = "due_on", deserialize_with = "super::moment::by")]
    pub due_at: DateTime<Utc>,
}

fn milestone_titles(desk: &mut CaseDesk<'_>, forms: &[MilestoneForm]) -> Vec<CleanText> {
    if forms.len() > MILESTONES_MAX {
        desk.refuse("/milestones", "too_many", format!("at most {MILESTONES_MAX} milestones in one plan"));
        return Vec::new();
    }
    let title = |(at, form): (usize, &MilestoneForm)| {
        desk.line(&format!("/milestones/{at}/title"), &form.title, LINE_CHARS_MAX)
    };
    forms.iter().enumerate().map(title).collect()
}

/// A stage is reached.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct MilestoneReport {
    /// Which, counted from one.
    pub milestone: u32,
    /// What was reached.
    #[serde(alias = "comment")]
    pub note: Option<String>,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl CaseRequest for MilestoneReport {
    const OPERATION: Operation = Operation::Work;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        desk.expect_part()?;
        let note = desk.optional_text("/note", self.note.as_deref());
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(CaseCommand::Schedule(Scheduling::ReachMilestone {
            milestone: self.milestone,
            note: protect.text_or_empty(note).await?,
            evidence: protect.texts(evidence).await?,
        }))
    }
}

/// 进展.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Progress {
    /// What was done.
    #[serde(alias = "note")]
    pub progress: String,
}

impl CaseRequest for Progress {
    const OPERATION: Operation = Operation::Work;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        desk.expect_part()?;
        let progress = desk.text("/progress", &self.progress);
        let protect = desk.checked()?;
        Ok(CaseCommand::Schedule(Scheduling::ReportProgress { progress: protect.text(progress).await? }))
    }
}
