//! The demo's duty roster: who is on duty in every unit that has staff, week by week, from before "now" until well after.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveTime, TimeDelta, Utc};
use uuid::Uuid;
use whistle_domain::actor::{Actor, Code, Role};
use whistle_domain::calendar::china;
use whistle_domain::organisation::history::{DutyShiftSet, OrganisationCommand};
use whistle_domain::organisation::{OrganisationFile, Unit, UnitKind};
use whistle_store::log::{CommandMeta, IdOrigin};
use whistle_store::organisation::OrganisationBook;

/// Weeks of the roster: the one that holds "now", and those after it.
const WEEKS: usize = 4;
/// When one week's people take over from the last one's.
const HANDOVER_HOUR: u32 = 8;

/// Puts the roster up, as written down at `at`, around the instant that the demo calls now. Done again it changes
/// nothing.
pub(super) async fn put_up(
    book: &OrganisationBook,
    file: &OrganisationFile,
    at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    for shift in shifts(file, now) {
        let meta = CommandMeta {
            command_id: shift.shift,
            id_origin: IdOrigin::Client,
            actor: Actor { id: Uuid::nil(), role: Role::System, unit: None },
            request_digest: None,
            if_match: None,
            occurred_at: None,
        };
        book.execute(OrganisationCommand::SetDutyShift(shift), at, meta).await?;
    }
    Ok(())
}

/// One shift for every unit and week. Those posted in the unit take turns; the leader in charge is one that looks after
/// it.
fn shifts(file: &OrganisationFile, now: DateTime<Utc>) -> Vec<DutyShiftSet> {
    let mut staff: BTreeMap<&Code, Vec<&Code>> = BTreeMap::new();
    for post in &file.posts {
        staff.entry(&post.unit).or_default().push(&post.person);
    }
    let first = handover_before(now);
    let mut shifts = Vec::new();
    for unit in file.units.iter().filter(|unit| keeps_duty(unit)) {
        let Some(people) = staff.get(&unit.code) else { continue };
        let leader = file.leaders.iter().find(|leader| leader.unit == unit.code);
        for (week, person) in people.iter().cycle().take(WEEKS).enumerate() {
            let week = TimeDelta::weeks(i64::try_from(week).expect("a few weeks"));
            let from = first + week;
            shifts.push(DutyShiftSet {
                shift: shift_id(&unit.code, from),
                unit: unit.code.clone(),
                person: (*person).clone(),
                leader: leader.map(|leader| leader.person.clone()),
                from,
                to: from + TimeDelta::weeks(1),
            });
        }
    }
    shifts
}

/// Compounds and their bodies keep no duty of their own: their community does.
const fn keeps_duty(unit: &Unit) -> bool {
    matches!(
        unit.kind,
        UnitKind::Centre | UnitKind::Department | UnitKind::Utility | UnitKind::Street | UnitKind::Community
    )
}

/// Monday eight o'clock in Shanghai, the last before `now`.
fn handover_before(now: DateTime<Utc>) -> DateTime<Utc> {
    let eight = NaiveTime::from_hms_opt(HANDOVER_HOUR, 0, 0).expect("eight o'clock is a time");
    let today = now.with_timezone(&china());
    let days = i64::from(today.weekday().num_days_from_monday());
    let monday = (today.date_naive() - TimeDelta::days(days)).and_time(eight);
    let monday = monday.and_local_timezone(china()).single().expect("a fixed offset has no gaps").to_utc();
    if monday > now { monday - TimeDelta::weeks(1) } else { monday }
}

/// The same shift has the same identity whenever it is put up.
fn shift_id(unit: &str, from: DateTime<Utc>) -> Uuid {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("demo shift of {unit} from {}", from.to_rfc3339()).as_bytes())
}

#[cfg(test)]
mod tests {
    use whistle_domain::organisation::history::DutyShiftSet;

    use super::*;

    fn file() -> OrganisationFile {
        OrganisationFile::parse(super::super::DISTRICT).unwrap()
    }

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_week_begins_on_monday_at_eight_in_shanghai() {
        for now in ["2026-11-16T00:00:00Z", "2026-11-20T08:40:00Z", "2026-11-22T23:59:59Z"] {
            assert_eq!(handover_before(instant(now)), instant("2026-11-16T00:00:00Z"), "{now}");
        }
        assert_eq!(handover_before(instant("2026-11-15T23:59:59Z")), instant("2026-11-09T00:00:00Z"));
    }

    #[test]
    fn now_and_for_three_weeks_more_somebody_is_on_duty_wherever_there_is_staff() {
        let now = instant("2026-11-20T08:40:00Z");
        let shifts = shifts(&file(), now);
        let covered = |unit: &str, at| {
            let covers = |shift: &&DutyShiftSet| shift.unit == unit && shift.from <= at && at < shift.to;
            shifts.iter().filter(covers).count()
        };
        for unit in ["d-dispatch", "d-housing", "u-heat", "s1"] {
            assert_eq!(covered(unit, now), 1, "{unit}");
            assert_eq!(covered(unit, now + TimeDelta::weeks(3)), 1, "{unit}");
        }
        assert!(shifts.iter().any(|shift| shift.leader.is_some()));
    }
}
