//! A district of any size: cases of three years, each with its whole history, for benchmarks that need something to read.
//!
//! The events are decided by the domain like any others; what is not like life is that a case's history is appended by one
//! command. Which case is how old, whose it is and how it went follows from its number alone, so that two districts of one
//! size are equal.

use std::sync::Arc;

use anyhow::Context as _;
use chrono::{DateTime, Duration, Utc};
use cqrs_es::Aggregate;
use futures::{StreamExt as _, TryStreamExt as _};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Role};
use whistle_domain::calendar::WorkCalendar;
use whistle_domain::case::{
    Case, CaseCommand, DispatchAction, DispatchRole, DispatchTarget, Facts, IssueDispatches, Location,
    RaiseWhistle, Verdict, case_number,
};
use whistle_domain::policy::{Category, PolicyLibrary, WhistleKind};
use whistle_domain::privacy::ProtectedText;
use whistle_domain::stored::StoredEvent;
use whistle_store::ids::new_id;
use whistle_store::log::{Append, EventLog, NewEvent, StreamId};

use crate::demo::splitmix::SplitMix64;

/// How far back the oldest case lies.
const YEARS: i64 = 3;
/// Communities in which cases lie, five to a street.
const COMMUNITIES: i64 = 60;
/// Commands that are on their way to the log at once: enough to fill its batches, and far from its queue's end.
const IN_FLIGHT_MAX: usize = 768;
/// Decided at once by one task.
const CASES_PER_TASK: u64 = 64;
/// The family of random sequences; any other would do as well.
const SEED: u64 = 0x6469_7374_7269_6374;
/// Of a hundred cases, those that nobody goes on with.
const STALLED_PERCENT: i64 = 2;
/// Of a hundred cases, those whose unit is late.
const LATE_PERCENT: i64 = 12;

/// Makes the cases.
pub struct District {
    policies: Arc<PolicyLibrary>,
    now: DateTime<Utc>,
    cases: u64,
}

impl District {
    /// A district of so many cases, one raised after the other, whose last was raised just before `now`.
    pub const fn new(policies: Arc<PolicyLibrary>, now: DateTime<Utc>, cases: u64) -> Self {
        Self { policies, now, cases }
    }

    /// Appends the cases, and answers with the events that they came to.
    pub async fn fill(self, log: &EventLog, mut progress: impl FnMut(u64)) -> anyhow::Result<u64> {
        let cases = self.cases;
        let district = Arc::new(self);
        let tasks = (0..cases.div_ceil(CASES_PER_TASK)).map(|task| {
            let district = Arc::clone(&district);
            let numbers = task * CASES_PER_TASK..((task + 1) * CASES_PER_TASK).min(cases);
            tokio::task::spawn_blocking(move || {
                numbers.map(|number| district.case(number)).collect::<Vec<_>>()
            })
        });
        let decided = futures::stream::iter(tasks).buffered(4).map(|task| task.context("a task panicked"));
        let appends = decided
            .map_ok(|cases| futures::stream::iter(cases).map(Ok::<_, anyhow::Error>))
            .try_flatten()
            .map_ok(|append| async move {
                let append = append?;
                let events = append.events.len() as u64;
                log.append(append).await?;
                Ok::<u64, anyhow::Error>(events)
            })
            .try_buffer_unordered(IN_FLIGHT_MAX);
        let mut appends = std::pin::pin!(appends);
        let (mut done, mut events) = (0, 0);
        while let Some(appended) = appends.try_next().await? {
            events += appended;
            done += 1;
            progress(done);
        }
        Ok(events)
    }

    /// Cases come in the order of their numbers, as they do in life: the log of a district is its years one after the other.
    fn raised_at(&self, number: u64, chance: &mut SplitMix64) -> DateTime<Utc> {
        let seconds = Duration::days(365 * YEARS).num_seconds();
        let number = i64::try_from(number).unwrap_or(i64::MAX);
        let cases = i64::try_from(self.cases).unwrap_or(i64::MAX).max(1);
        let place = |number: i64| i64::try_from(i128::from(seconds) * i128::from(number) / i128::from(cases));
        let (from, to) = (place(number).unwrap_or(0), place(number + 1).unwrap_or(0));
        self.now - Duration::seconds(seconds - chance.between(from, to))
    }

    /// The whole history of a case, as one command.
    fn case(&self, number: u64) -> anyhow::Result<Append> {
        let mut story = Story::new(self, number);
        let (mut case, mut events) = (Case::default(), Vec::new());
        let actor = story.resident.clone();
        for (at, actor, command) in story.steps() {
            let facts = Facts {
                now: at,
                actor,
                policies: Arc::clone(&self.policies),
                calendar: WorkCalendar::embedded(),
            };
            for event in case.decide(command, &facts).context("a step of the story is refused")? {
                events.push(NewEvent {
                    event_type: event.name().to_owned(),
                    occurred_at: at,
                    payload: event.written()?,
                });
                case.apply(event);
            }
        }
        Ok(Append {
            command_id: new_id(),
            stream: StreamId { kind: Case::TYPE, id: new_id() },
            expected_version: 0,
            actor,
            request_digest: None,
            events,
        })
    }
}

/// How one case goes.
struct Story<'a> {
    chance: SplitMix64,
    number: u64,
    category: &'a Category,
    department: String,
    community: String,
    street: String,
    dispatch: Uuid,
    resident: Actor,
    raised_at: DateTime<Utc>,
    now: DateTime<Utc>,
}

type Step = (DateTime<Utc>, Actor, CaseCommand);

impl<'a> Story<'a> {
    fn new(district: &'a District, number: u64) -> Self {
        let mut chance = SplitMix64::sequence(SEED, number);
        let ordinary: Vec<&Category> = district
            .policies
            .current()
            .categories()
            .iter()
            .filter(|category| category.kind == WhistleKind::Appeal && category.ordinary.is_some())
            .filter(|category| !category.planned && category.stages.is_empty())
            .collect();
        let category = *chance.pick(&ordinary);
        let community = chance.between(1, COMMUNITIES);
        Self {
            number,
            department: format!("D-{}", category.lead),
            category,
            street: format!("S-{:02}", (community + 4) / 5),
            community: format!("C-{community:03}"),
            dispatch: new_id(),
            resident: Actor { id: new_id(), role: Role::Resident, unit: None },
            raised_at: district.raised_at(number, &mut chance),
            now: district.now,
            chance,
        }
    }

    /// What happened until now, or until nobody went on.
    fn steps(&mut self) -> Vec<Step> {
        let all = self.whole_course();
        let stalls = self.chance.percent(STALLED_PERCENT);
        let steps_max = if stalls { self.chance.between(3, 7) } else { i64::MAX };
        let steps_max = usize::try_from(steps_max).unwrap_or(usize::MAX);
        all.into_iter().take(steps_max).take_while(|(at, ..)| *at <= self.now).collect()
    }

    fn whole_course(&mut self) -> Vec<Step> {
        let staff = |role, unit: &str| Actor { id: Uuid::nil(), role, unit: Some(unit.to_owned()) };
        let community = staff(Role::Community, &self.community);
        let dispatcher = staff(Role::Dispatcher, "DISTRICT");
        let department = staff(Role::Department, &self.department);
        let dispatch = self.dispatch;
        let on = |action| CaseCommand::OnDispatch { dispatch, action };
        let verdict =
            Verdict { solved: true, satisfaction: u8::try_from(self.chance.between(3, 5)).unwrap_or(5) };
        let worked_minutes = if self.chance.percent(LATE_PERCENT) {
            self.chance.between(8 * 24 * 60, 20 * 24 * 60)
        } else {
            self.chance.between(60, 4 * 24 * 60)
        };
        let mut at = self.raised_at;
        let mut after = |chance: &mut SplitMix64, low, high| {
            at += Duration::minutes(chance.between(low, high));
            at
        };
        let raised = self.report();
        let issued = self.issue();
        let chance = &mut self.chance;
        vec![
            (after(chance, 0, 0), self.resident.clone(), CaseCommand::RaiseWhistle(raised)),
            (
                after(chance, 10, 120),
                community.clone(),
                CaseCommand::EndorseWhistle {
                    note: text("情况属实,同意吹哨。"),
                    local_attempt: Some(text("社区已协调物业,未能解决。")),
                },
            ),
            (after(chance, 10, 180), dispatcher.clone(), CaseCommand::IssueDispatches(issued)),
            (after(chance, 5, 110), department.clone(), on(DispatchAction::Sign)),
            (
                after(chance, 30, 1_800),
                department.clone(),
                on(DispatchAction::ReportForDuty { place: text("现场"), person: None, arrived_at: None }),
            ),
            (after(chance, 1, 20), department.clone(), on(DispatchAction::Accept)),
            (
                after(chance, worked_minutes, worked_minutes),
                department,
                on(DispatchAction::SubmitFeedback {
                    result: text("已处置完毕,现场恢复正常。"),
                    evidence: vec![text("处置后照片 1 张")],
                }),
            ),
            (
                after(chance, 60, 1_440),
                community.clone(),
                CaseCommand::Verify {
                    passed: true,
                    note: text("现场核查通过。"),
                    evidence: vec![text("核查照片 1 张")],
                    rework: Vec::new(),
                },
            ),
            (
                after(chance, 60, 1_440),
                community,
                CaseCommand::RecordCallback { verdict: Some(verdict), comment: text("已解决。") },
            ),
            (after(chance, 5, 60), dispatcher, CaseCommand::CloseCase { reason: text("办结。") }),
        ]
    }

    fn report(&self) -> RaiseWhistle {
        let day = (self.raised_at + Duration::hours(8)).date_naive();
        let serial = u32::try_from(self.number % 99_999).unwrap_or_default() + 1;
        RaiseWhistle {
            number: case_number("999001", WhistleKind::Appeal, day, serial),
            title: text(&self.category.minor),
            description: text(&format!("{},请尽快处理。", self.category.minor)),
            category: self.category.code.clone(),
            kind: None,
            source: "resident".to_owned(),
            location: Location {
                grid: format!("G-{}", self.community),
                territorial_unit: self.community.clone(),
                area: vec!["DISTRICT".to_owned(), self.street.clone(), self.community.clone()],
                address: None,
                place: None,
            },
            subject: self.dispatch,
            reporter: None,
            confidential: false,
            earlier: Vec::new(),
            photos: Vec::new(),
        }
    }

    fn issue(&self) -> IssueDispatches {
        IssueDispatches {
            targets: vec![DispatchTarget {
                dispatch: self.dispatch,
                department: self.department.clone(),
                role: DispatchRole::Lead,
            }],
            instruction: text("请到场处置并反馈。"),
            line_owner: self.department.clone(),
            territorial_owner: self.community.clone(),
        }
    }
}

fn text(shown: &str) -> ProtectedText {
    ProtectedText::plain(shown)
}

#[cfg(test)]
mod tests {
    use whistle_domain::case::CaseStatus;
    use whistle_domain::clock::{Clock as _, SystemClock};

    use super::super::walk;
    use super::*;

    #[test]
    fn every_story_is_one_that_the_domain_allows_and_most_end_well() {
        let district = District::new(walk::policies().unwrap(), SystemClock.now(), 500);
        let mut closed = 0;
        for number in 0..500 {
            let append = district.case(number).unwrap();
            let mut case = Case::default();
            for event in &append.events {
                case.apply(StoredEvent::read(&event.payload).unwrap());
            }
            closed += usize::from(case.status == CaseStatus::Closed);
        }
        assert!((450..500).contains(&closed), "{closed} of 500 are closed");
    }

    #[test]
    fn two_districts_have_the_same_cases() {
        let now = SystemClock.now();
        let events = |number| {
            let district = District::new(walk::policies().unwrap(), now, 10);
            let append = district.case(number).unwrap();
            append.events.into_iter().map(|event| (event.event_type, event.occurred_at)).collect::<Vec<_>>()
        };
        assert_eq!(events(7), events(7));
        assert_ne!(events(7), events(8));
    }
}
