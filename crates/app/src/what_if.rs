//! 假设推演: a past period as it would look under another policy or calendar. Nothing is written.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use async_recursion::async_recursion as boxed;
use chrono::TimeDelta;
use whistle_domain::actor::Code;
use whistle_domain::calendar::{LocalDay, WorkCalendar};
use whistle_domain::case::{Case, CaseEvent, Hypothesis};
use whistle_domain::policy::{PolicyRefusal, PolicySet, PolicyVersion};
use whistle_domain::report::{Dimension, Fact, Groups, Period};
use whistle_store::projections::Models;
use whistle_store::read::CaseScope;

use crate::access::Operation;
use crate::as_of::Looking;
use crate::error::FieldProblem;
use crate::{App, AppError, AsOf, Caller, Moment};

/// Cases that are judged anew for one question.
pub const CASES_JUDGED_MAX: u32 = 50_000;
/// The longest period.
pub const PERIOD_DAYS_MAX: i64 = 10 * 366;
/// Extra days of one hypothesis.
pub const EXTRA_DAYS_MAX: usize = 100;
/// How long it may take.
const PATIENCE_MAX: Duration = Duration::from_secs(12);

/// What is supposed: another policy, another calendar, or both.
#[derive(Debug, Clone)]
pub struct Supposition {
    /// The facts whose deadline, as it really was, lies in this period.
    pub period: Period,
    /// What the rows stand for.
    pub dimension: Dimension,
    /// The policy by which everything is judged; nothing leaves each case under the one that it pinned.
    pub policy: Option<PolicyChoice>,
    /// Days that are off, or working days, unlike in the calendar.
    pub extra_days: Vec<LocalDay>,
    /// What is known, and when clocks are judged.
    pub as_of: AsOf,
}

/// Which policy.
#[derive(Debug, Clone)]
pub enum PolicyChoice {
    /// One that was adopted.
    Version(PolicyVersion),
    /// One that was not, word for word (TOML).
    Document(String),
}

/// The period as it was, and as it would have been.
#[derive(Debug, Clone, Default)]
pub struct WhatIf {
    /// As it was. The hypothetical rows have the same keys or fewer.
    pub actual: Groups,
    /// As it would have been.
    pub hypothetical: Groups,
    /// Cases that have a part in it.
    pub cases: usize,
    /// Of these, the ones that cannot be judged otherwise: the policy does not know their category. They count on both
    /// sides as they are.
    pub unjudged: usize,
}

impl App {
    /// Counts the clocks of a past period anew, under another policy or calendar, and sets both side by side. The facts
    /// are those of the same cases and dispatches on both sides: a deadline that moves does not move them out of the
    /// period.
    #[boxed]
    pub async fn what_if(
        &self,
        caller: &Caller,
        supposed: Supposition,
    ) -> Result<(WhatIf, Moment), AppError> {
        Operation::Suppose.authorise(caller)?;
        let scope = self.report_scope(caller)?;
        checked(&supposed)?;
        let hypothesis = self.hypothesis(&supposed)?;
        let known = self.moment(supposed.as_of).await?;
        let position = match known.position {
            Some(position) => position,
            None => self.log.last_position().await?,
        };
        let moment = Moment { position: Some(position), at: known.at };
        let mut looking = self.look_back(position, Models::FACTS).await?;
        let judged = judge(&mut looking, &supposed, &hypothesis, &scope, moment);
        let judged = tokio::time::timeout(PATIENCE_MAX, judged).await;
        looking.close().await;
        Ok((judged.map_err(|_elapsed| AppError::Overloaded)??, moment))
    }

    fn hypothesis(&self, supposed: &Supposition) -> Result<Hypothesis, AppError> {
        let reference = self.reference();
        let mut calendar = reference.calendar.clone();
        if !supposed.extra_days.is_empty() {
            let days = supposed.extra_days.iter().cloned();
            let known = Arc::unwrap_or_clone(calendar);
            calendar = days.fold(known, WorkCalendar::with_local_day).into();
        }
        let policy = match &supposed.policy {
            None => return Ok(Hypothesis::of_calendar(reference.policies.clone(), calendar)),
            Some(PolicyChoice::Version(version)) => {
                let policy = reference.policies.version(*version).ok_or_else(|| {
                    let detail = format!("no policy has the version {version}");
                    invalid("/policy/version", "unknown_policy", detail)
                })?;
                PolicySet::clone(policy)
            }
            Some(PolicyChoice::Document(document)) => {
                let read = PolicySet::parse(document);
                read.map_err(PolicyRefusal::Unsound).map_err(AppError::PolicyRefused)?
            }
        };
        Hypothesis::of_policy(policy, calendar).map_err(AppError::internal)
    }
}

/// Whether it can be supposed.
fn checked(supposed: &Supposition) -> Result<(), AppError> {
    let Period { from, to } = supposed.period;
    if from >= to {
        return Err(invalid("/to", "period_backwards", "the period ends before it begins".to_owned()));
    }
    if to - from > TimeDelta::days(PERIOD_DAYS_MAX) {
        let detail = format!("a period has at most {PERIOD_DAYS_MAX} days");
        return Err(invalid("/to", "period_too_long", detail));
    }
    if supposed.policy.is_none() && supposed.extra_days.is_empty() {
        let detail = "suppose another policy, or other days of the calendar".to_owned();
        return Err(invalid("", "nothing_supposed", detail));
    }
    if supposed.extra_days.len() > EXTRA_DAYS_MAX {
        let detail = format!("at most {EXTRA_DAYS_MAX} days can be supposed");
        return Err(invalid("/calendar/extra_days", "too_many", detail));
    }
    let mut seen = HashSet::new();
    match supposed.extra_days.iter().position(|day| !seen.insert(day.date)) {
        None => Ok(()),
        Some(twice) => {
            let pointer = format!("/calendar/extra_days/{twice}/date");
            Err(invalid(&pointer, "named_twice", "the day is named twice".to_owned()))
        }
    }
}

fn invalid(pointer: &str, code: &'static str, detail: String) -> AppError {
    AppError::Invalid(vec![FieldProblem { pointer: pointer.to_owned(), code, detail }])
}

/// Tells the cases of the period twice.
async fn judge(
    looking: &mut Looking,
    supposed: &Supposition,
    hypothesis: &Hypothesis,
    scope: &CaseScope,
    moment: Moment,
) -> Result<WhatIf, AppError> {
    let past = looking.past();
    let subject = supposed.dimension.subject();
    let cases = past.cases_counted(subject, supposed.period, CASES_JUDGED_MAX + 1).await?;
    if u32::try_from(cases.len()).unwrap_or(u32::MAX) > CASES_JUDGED_MAX {
        let detail = format!("more than {CASES_JUDGED_MAX} cases are due in the period");
        return Err(invalid("/to", "period_too_long", detail));
    }
    let mut told = WhatIf::default();
    let mut above: HashSet<Code> = HashSet::new();
    let visit = |id, history: &[CaseEvent]| {
        let facts_of = |case: &Case| {
            let facts = case.facts(id).into_iter();
            facts.filter(|fact| fact.subject == subject && within(scope, fact)).collect::<Vec<Fact>>()
        };
        let mut actual = Case::default();
        for event in history {
            actual.evolve(event);
        }
        let mut actual = facts_of(&actual);
        actual.retain(|fact| supposed.period.holds(fact.counted_at));
        if actual.is_empty() {
            return;
        }
        told.cases += 1;
        let hypothetical = Case::retold(history, hypothesis).map(|case| {
            let mut facts = facts_of(&case);
            facts.retain(|fact| actual.iter().any(|counted| counted.id == fact.id));
            facts
        });
        told.unjudged += usize::from(hypothetical.is_none());
        for fact in &actual {
            if let CaseScope::Area(unit) = scope {
                above.extend(fact.area.iter().take_while(|area| *area != unit).cloned());
            }
            told.actual.add(fact, supposed.dimension, Some(moment.at));
        }
        for fact in hypothetical.as_ref().unwrap_or(&actual) {
            told.hypothetical.add(fact, supposed.dimension, Some(moment.at));
        }
    };
    past.each_history(&cases, visit).await?;
    // Of the areas above their own, callers see a part only, which would look like the whole.
    for groups in [&mut told.actual, &mut told.hypothetical] {
        groups.rows.retain(|key, _| !above.contains(key));
    }
    Ok(told)
}

/// Whether the fact belongs to what the caller may see.
fn within(scope: &CaseScope, fact: &Fact) -> bool {
    match scope {
        CaseScope::Everything => true,
        CaseScope::Area(unit) => fact.area.contains(unit),
        CaseScope::Department(unit) => fact.unit.as_ref() == Some(unit),
        CaseScope::Own { .. } => false,
    }
}
