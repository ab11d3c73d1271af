//! 回音壁: what residents asked in a month, and what came of it. Nobody is named, nothing is left out.

use async_recursion::async_recursion as boxed;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::case::{Case, EchoOutcome, Register, echo_question};
use whistle_domain::period::Month;
use whistle_store::{log, read};

use crate::access::sees;
use crate::views::EchoWordingView;
use crate::{App, AppError, AsOf, Caller, PageRequest};

/// The wall of one neighbourhood in one month.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EchoWall {
    /// The neighbourhood.
    pub unit: String,
    /// Its name.
    pub unit_name: String,
    /// The month, as `2026-11`.
    pub month: String,
    /// Every case that was raised in the month: the sum of `count` of all entries, `confidential` and `omitted`.
    pub total: i64,
    /// Cases of which nothing is said, because whoever raised them asked for it.
    pub confidential: i64,
    /// Worded entries for which there was no room.
    pub omitted: i64,
    /// Question and answer: worded entries first, then what follows from the cases alone, like matters together.
    pub entries: Vec<EchoEntry>,
}

/// One question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct EchoEntry {
    /// What residents asked.
    pub question: String,
    /// What came of it.
    pub answer: String,
    /// Category code.
    pub category: String,
    /// How it stands: `resolved`, `done`, `explained`, `closed_by_force`, `checking`, `dissatisfied`, `in_hand`,
    /// `planned`, `parked_engineering`, `parked_season`, `parked_funds`, `parked_ownership`, `parked_policy`,
    /// `received`, `declined`, `not_accepted`, `diverted`, `merged` or `withdrawn`.
    pub outcome: String,
    /// Whether the promised end has passed.
    pub late: bool,
    /// How many cases it speaks of.
    pub count: i64,
    /// Whether people found words for it; otherwise it follows from the case alone.
    pub worded: bool,
}

/// A wording that waits until somebody else has checked it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WaitingWording {
    /// The case.
    pub case_id: Uuid,
    /// Its number.
    pub number: String,
    /// One line, personal data masked.
    pub title: String,
    /// Category code.
    pub category: String,
    /// The neighbourhood on whose wall it would stand.
    pub territorial_unit: String,
    /// The version of the case, for the ruling's `If-Match`.
    pub version: u32,
    /// The words, and when they were proposed.
    pub wording: EchoWordingView,
    /// The unit of whoever proposed them.
    pub proposed_by: Option<String>,
    /// Whether the caller proposed them, and so cannot decide on them.
    pub own: bool,
}

/// A part of the wordings that wait.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct WaitingWordings {
    /// The oldest first. A part has fewer than were asked for when some were decided on just now.
    pub items: Vec<WaitingWording>,
    /// Where the next part begins; nothing after the last.
    pub next_cursor: Option<String>,
}

impl App {
    /// The wordings that wait within the caller's area, a page of their register at a time.
    #[boxed]
    pub async fn waiting_wordings(
        &self,
        caller: &Caller,
        page: &PageRequest,
    ) -> Result<WaitingWordings, AppError> {
        let waiting = self.register(caller, Register::EchoWording, page, AsOf::default()).await?;
        let mut items = Vec::new();
        for entry in waiting.items {
            let loaded = log::load(&self.log, &self.cases, entry.case_id).await?;
            let visible = loaded.filter(|(case, _)| sees(caller, case));
            items.extend(visible.and_then(|(case, version)| wording(caller, entry.case_id, &case, version)));
        }
        Ok(WaitingWordings { items, next_cursor: waiting.next_cursor })
    }

    /// The wall of a neighbourhood. For everybody, without an account.
    #[boxed]
    pub async fn echo_wall(&self, unit: &str, month: Month) -> Result<EchoWall, AppError> {
        let reference = self.reference();
        let known = reference.organisation.unit(unit).filter(|unit| unit.kind.territorial());
        let neighbourhood = known.ok_or(AppError::NotFound)?;
        let board = read::echo_board(&self.pool, unit, &month.to_string(), self.clock().now()).await?;
        let policy = reference.policies.current();
        let entries = board.entries.into_iter().map(|row| {
            let outcome = EchoOutcome::from_code(&row.outcome);
            let department = row.department.as_deref().and_then(|code| reference.organisation.unit(code));
            let department = department.map(|unit| unit.name.as_str());
            let answered = || outcome.map(|outcome| outcome.answer(department, row.late)).unwrap_or_default();
            let asked = || {
                let category = policy.category(&row.category).map(|category| category.minor.as_str());
                echo_question(category.unwrap_or("其他"))
            };
            EchoEntry {
                worded: row.question.is_some(),
                question: row.question.clone().unwrap_or_else(asked),
                answer: row.answer.clone().unwrap_or_else(answered),
                late: row.late,
                count: row.count,
                category: row.category,
                outcome: row.outcome,
            }
        });
        Ok(EchoWall {
            unit: neighbourhood.code.clone(),
            unit_name: neighbourhood.name.clone(),
            month: month.to_string(),
            total: board.total,
            confidential: board.confidential,
            omitted: board.omitted,
            entries: entries.collect(),
        })
    }
}

fn wording(caller: &Caller, case_id: Uuid, case: &Case, version: u32) -> Option<WaitingWording> {
    let (report, proposed) = (case.report.as_ref()?, case.echo.pending.as_ref()?);
    Some(WaitingWording {
        case_id,
        number: report.number.clone(),
        title: report.title.shown.clone(),
        category: case.category().unwrap_or_default().to_owned(),
        territorial_unit: report.location.territorial_unit.clone(),
        version,
        wording: EchoWordingView::of(proposed, proposed.at),
        proposed_by: proposed.by.unit.clone(),
        own: proposed.by.id == caller.actor.id,
    })
}
