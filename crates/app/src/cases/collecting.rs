//! Many people, many items.

use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{
    CaseCommand, Collecting, Complainant, HazardLevel, ITEMS_MAX, ListedItem, Verdict,
};
use whistle_domain::policy::Limit;
use whistle_store::ids::new_id;

use super::raise::{NAME_CHARS_MAX, seal_reporter};
use super::{CaseDesk, CaseRequest};
use crate::AppError;
use crate::access::Operation;
use crate::protect::{CleanText, LINE_CHARS_MAX};
use crate::words;

/// 联名: somebody joins the case.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Joining {
    /// Who; kept sealed.
    pub name: Option<String>,
    /// Telephone; kept sealed.
    pub phone: Option<String>,
    /// The household, such as `3-2-501`: members of one have one vote. Only a digest is kept.
    pub household: Option<String>,
}

impl CaseRequest for Joining {
    const OPERATION: Operation = Operation::Collect;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let name = desk.optional_line("/name", self.name.as_deref(), NAME_CHARS_MAX);
        let phone = desk.phone("/phone", self.phone.as_deref());
        let household = desk.optional_line("/household", self.household.as_deref(), LINE_CHARS_MAX);
        if name.is_none() && phone.is_none() {
            desk.refuse("", "empty", "a complainant needs a name or a phone");
        }
        let protect = desk.checked()?.of(phone.as_deref()).await?;
        let complainant = Complainant {
            id: new_id(),
            subject: protect.subject,
            reporter: seal_reporter(&protect, name.map(CleanText::into_text), phone).await?,
            household: household.map(|household| desk.household(&household.into_text())),
            from_case: None,
        };
        Ok(CaseCommand::Collect(Collecting::Join { complainant }))
    }
}

/// 推选代表.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Representation {
    /// Which of the complainants: the id that their joining `created`.
    pub complainant: Uuid,
}

impl CaseRequest for Representation {
    const OPERATION: Operation = Operation::Collect;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        desk.checked()?;
        Ok(CaseCommand::Collect(Collecting::ChooseRepresentative { complainant: self.complainant }))
    }
}

/// One vote per household.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct HouseholdVote {
    /// Who votes.
    pub complainant: Uuid,
    /// Solved?
    pub solved: bool,
    /// 1 (very dissatisfied) to 5 (very satisfied).
    #[schema(minimum = 1, maximum = 5)]
    pub satisfaction: u8,
    /// In their words.
    #[serde(alias = "note")]
    pub comment: Option<String>,
}

impl CaseRequest for HouseholdVote {
    const OPERATION: Operation = Operation::CallBack;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let comment = desk.optional_text("/comment", self.comment.as_deref());
        let protect = desk.checked()?;
        Ok(CaseCommand::Collect(Collecting::Vote {
            complainant: self.complainant,
            verdict: Verdict { solved: self.solved, satisfaction: self.satisfaction },
            comment: protect.text_or_empty(comment).await?,
        }))
    }
}

/// 问题清单.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ItemList {
    /// The items.
    pub items: Vec<ItemForm>,
}

impl CaseRequest for ItemList {
    const OPERATION: Operation = Operation::ListItems;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        if self.items.len() > ITEMS_MAX {
            desk.refuse("/items", "too_many", format!("at most {ITEMS_MAX} items in one case"));
        }
        let mut titles = Vec::new();
        for (at, form) in self.items.iter().take(ITEMS_MAX).enumerate() {
            titles.push(desk.line(&format!("/items/{at}/title"), &form.title, LINE_CHARS_MAX));
        }
        let protect = desk.checked()?;
        let mut items = Vec::with_capacity(titles.len());
        for (title, form) in titles.into_iter().zip(&self.items) {
            items.push(ListedItem { id: new_id(), title: protect.text(title).await?, hazard: form.hazard });
        }
        Ok(CaseCommand::Collect(Collecting::ListItems { items }))
    }
}

/// An item.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[schema(as = Item)]
pub struct ItemForm {
    /// What and where.
    pub title: String,
    /// `general` or `major`, where it is a hazard.
    #[schema(value_type = Option<words::HazardLevel>)]
    pub hazard: Option<HazardLevel>,
}

/// 责令限期整改.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct RectificationOrder {
    /// Which item.
    pub item: Uuid,
    /// The unit that must put it right.
    pub unit: String,
    /// What is asked.
    pub requirement: String,
    /// Within which time: `3wd` working days, `4wh` working hours, `2h`, `30min` or `7d`, with a count of 1 to 999.
    #[schema(value_type = String)]
    pub within: Limit,
}

impl CaseRequest for RectificationOrder {
    const OPERATION: Operation = Operation::Order;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let unit = desk.unit("/unit", &self.unit);
        let requirement = desk.text("/requirement", &self.requirement);
        let protect = desk.checked()?;
        Ok(CaseCommand::Collect(Collecting::OrderRectification {
            item: self.item,
            unit,
            requirement: protect.text(requirement).await?,
            within: self.within,
        }))
    }
}

/// The unit says that an item is put right.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct RectificationClaim {
    /// Which item.
    pub item: Uuid,
    /// What was done.
    pub result: String,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl CaseRequest for RectificationClaim {
    const OPERATION: Operation = Operation::Work;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        desk.expect_part()?;
        let result = desk.text("/result", &self.result);
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(CaseCommand::Collect(Collecting::ClaimRectified {
            item: self.item,
            result: protect.text(result).await?,
            evidence: protect.texts(evidence).await?,
        }))
    }
}

/// 复查.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct Reinspection {
    /// Which item.
    pub item: Uuid,
    /// Whether it is put right.
    pub passed: bool,
    /// What was seen.
    #[serde(alias = "comment")]
    pub note: Option<String>,
    /// What shows it: words, or a photograph as `photo/ID` (see `POST /api/v1/photos`).
    #[serde(default)]
    pub evidence: Vec<String>,
}

impl CaseRequest for Reinspection {
    const OPERATION: Operation = Operation::Inspect;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let note = desk.optional_text("/note", self.note.as_deref());
        let evidence = desk.evidence(&self.evidence);
        let protect = desk.checked()?;
        Ok(CaseCommand::Collect(Collecting::Reinspect {
            item: self.item,
            passed: self.passed,
            note: protect.text_or_empty(note).await?,
            evidence: protect.texts(evidence).await?,
        }))
    }
}

/// 恢复.
#[derive(Debug, Clone, Deserialize, ToSchema)]
pub struct ItemRestoration {
    /// Which item.
    pub item: Uuid,
    /// Why.
    #[serde(alias = "note", alias = "comment")]
    pub reason: String,
}

impl CaseRequest for ItemRestoration {
    const OPERATION: Operation = Operation::Order;

    async fn command(self, desk: &mut CaseDesk<'_>) -> Result<CaseCommand, AppError> {
        let reason = desk.text("/reason", &self.reason);
        let protect = desk.checked()?;
        Ok(CaseCommand::Collect(Collecting::RestoreItem {
            item: self.item,
            reason: protect.text(reason).await?,
        }))
    }
}
