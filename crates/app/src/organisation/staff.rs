//! Who is there: people with the posts they hold, the units they look after and the hours they are on duty.

use std::collections::{BTreeSet, HashMap};

use async_recursion::async_recursion as boxed;
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;
use whistle_domain::organisation::history::{
    DutyShift, HeldPost, LinkedLeader, OrganisationHistory, Validity,
};

use super::OfficerView;
use crate::access::Operation;
use crate::lists::PageRequest;
use crate::{App, AppError, Caller, words};

/// Shifts that are told of one person, at most; the next ones come first.
const SHIFTS_MAX: usize = 20;

/// Somebody of the organisation, with what they do at an instant and what is planned for them. Name and number are masked
/// for everybody but administrators.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PersonItem {
    /// Who.
    #[serde(flatten)]
    pub person: OfficerView,
    /// Since when name and number are as they are.
    pub valid_from: Option<DateTime<Utc>>,
    /// Until when, for who is here for a time.
    pub valid_to: Option<DateTime<Utc>>,
    /// Their posts, by the unit.
    pub posts: Vec<PostItem>,
    /// 包案领导、联点领导: the units that they look after.
    pub looks_after: Vec<LeadershipItem>,
    /// 值班、带班: their hours of duty under way and to come, 20 at most.
    pub duties: Vec<DutyItem>,
}

/// A post that somebody holds, or will.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PostItem {
    /// Identity of the post.
    pub id: Uuid,
    /// Where.
    pub unit: String,
    /// What they may do in the service.
    #[schema(value_type = words::Role)]
    pub role: &'static str,
    /// What the post is called: 网格长, 楼栋长, 经办人.
    pub title: String,
    /// The grid that they look after.
    pub grid: Option<String>,
    /// 主责任人: answers for the grid.
    pub responsible: bool,
    /// Since when.
    pub valid_from: DateTime<Utc>,
    /// Until when, where that is known.
    pub valid_to: Option<DateTime<Utc>>,
}

/// A unit that somebody looks after, or will.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeadershipItem {
    /// Which unit.
    pub unit: String,
    /// Since when.
    pub valid_from: DateTime<Utc>,
    /// Until when, where that is known.
    pub valid_to: Option<DateTime<Utc>>,
}

/// Hours of duty.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DutyItem {
    /// The shift.
    pub shift: Uuid,
    /// For which unit.
    pub unit: String,
    /// 带班: in charge of the shift, rather than on duty in it.
    pub in_charge: bool,
    /// Its beginning.
    pub from: DateTime<Utc>,
    /// Its end, which belongs to the next shift.
    pub to: DateTime<Utc>,
}

/// A part of the list of people.
#[derive(Debug, Clone)]
pub struct PeoplePage {
    /// The people of the part, by their codes.
    pub items: Vec<PersonItem>,
    /// Where the next part begins; nothing after the last.
    pub next_cursor: Option<String>,
}

impl App {
    /// The people who are there at an instant (now) or will be later; of a unit those who hold a post in it or look after
    /// it.
    #[boxed]
    pub async fn people(
        &self,
        caller: &Caller,
        unit: Option<&str>,
        at: Option<DateTime<Utc>>,
        page: &PageRequest,
    ) -> Result<PeoplePage, AppError> {
        Operation::ReadOrganisation.authorise(caller)?;
        let at = at.unwrap_or_else(|| self.clock.now());
        let (history, _) = self.organisation_now().await?;
        let after = page.cursor.as_deref();
        if after.is_some_and(|code| history.person(code).is_none()) {
            return Err(AppError::BadQuery("the cursor is not one of this list".to_owned()));
        }
        let of_unit = unit.map(|unit| people_of(&history, unit, at));
        let wanted = history.people_from(at).filter(|(code, _)| {
            after.is_none_or(|after| code.as_str() > after)
                && of_unit.as_ref().is_none_or(|people| people.contains(code.as_str()))
        });
        let limit = usize::try_from(page.limit).unwrap_or(usize::MAX);
        // One more than is shown, to know whether there is more.
        let mut found: Vec<_> = wanted.take(limit.saturating_add(1)).collect();
        let more = found.len() > limit;
        found.truncate(limit);
        let next_cursor = found.last().filter(|_| more).map(|(code, _)| (*code).clone());
        let mut work = Work::of(&history, at, found.iter().map(|(code, _)| code.as_str()).collect());
        let mut items = Vec::with_capacity(found.len());
        for (code, timeline) in found {
            let person = self.officer(caller, &history, code, at).await?;
            let Share { posts, looks_after, duties } = work.0.remove(code.as_str()).unwrap_or_default();
            let (valid_from, valid_to) = (timeline.begun_at(at), timeline.planned_end());
            items.push(PersonItem { person, valid_from, valid_to, posts, looks_after, duties });
        }
        Ok(PeoplePage { items, next_cursor })
    }
}

/// The codes of those who hold a post in a unit, or look after it.
fn people_of<'a>(history: &'a OrganisationHistory, unit: &'a str, at: DateTime<Utc>) -> BTreeSet<&'a str> {
    let posted = history.posts_from(at).filter(|(_, held)| held.post.unit == unit);
    let leading = history.leaders_from(at).filter(|link| link.unit == unit);
    let leading = leading.map(|link| link.person.as_str());
    posted.map(|(_, held)| held.post.person.as_str()).chain(leading).collect()
}

/// What some people do, by their codes.
struct Work<'a>(HashMap<&'a str, Share>);

/// What one of them does.
#[derive(Default)]
struct Share {
    posts: Vec<PostItem>,
    looks_after: Vec<LeadershipItem>,
    duties: Vec<DutyItem>,
}

impl<'a> Work<'a> {
    /// The work of these people at an instant, and what is planned for them. All posts, links and shifts are looked through
    /// once, however many people are asked for.
    fn of(history: &OrganisationHistory, at: DateTime<Utc>, people: Vec<&'a str>) -> Self {
        let mut shares: HashMap<&str, Share> =
            people.into_iter().map(|code| (code, Share::default())).collect();
        for (id, held) in history.posts_from(at) {
            if let Some(share) = shares.get_mut(held.post.person.as_str()) {
                share.posts.push(PostItem::from((id, held)));
            }
        }
        for link in history.leaders_from(at) {
            if let Some(share) = shares.get_mut(link.person.as_str()) {
                share.looks_after.push(LeadershipItem::from(link));
            }
        }
        for shift in history.shifts_from(at) {
            let leader = shift.leader.as_deref().filter(|leader| *leader != shift.person);
            for person in [Some(shift.person.as_str()), leader].into_iter().flatten() {
                if let Some(share) = shares.get_mut(person)
                    && share.duties.len() < SHIFTS_MAX
                {
                    share.duties.push(DutyItem::of(shift, person));
                }
            }
        }
        for share in shares.values_mut() {
            share.posts.sort_by(|a, b| (&a.unit, a.valid_from, a.id).cmp(&(&b.unit, b.valid_from, b.id)));
        }
        Self(shares)
    }
}

impl From<(Uuid, &HeldPost)> for PostItem {
    fn from((id, held): (Uuid, &HeldPost)) -> Self {
        let HeldPost { post, validity: Validity { from, to } } = held;
        Self {
            id,
            unit: post.unit.clone(),
            role: post.role.code(),
            title: post.title.clone(),
            grid: post.grid.clone(),
            responsible: post.responsible,
            valid_from: *from,
            valid_to: *to,
        }
    }
}

impl From<&LinkedLeader> for LeadershipItem {
    fn from(link: &LinkedLeader) -> Self {
        Self { unit: link.unit.clone(), valid_from: link.validity.from, valid_to: link.validity.to }
    }
}

impl DutyItem {
    fn of(shift: &DutyShift, person: &str) -> Self {
        let in_charge = shift.person != person;
        Self { shift: shift.id, unit: shift.unit.clone(), in_charge, from: shift.from, to: shift.to }
    }
}
