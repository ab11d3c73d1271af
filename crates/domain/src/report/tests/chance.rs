//! What must hold for any facts at any instant.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;

fn marks() -> impl Strategy<Value = Option<Mark>> {
    option::of(
        (0..200i64, option::of(0..300i64))
            .prop_map(|(due, done)| Mark { due_at: minute(due), done_at: done.map(minute) }),
    )
}

prop_compose! {
    fn residents()(due: bool, verdict in option::of((any::<bool>(), 1..=5u8))) -> Resident {
        let verdict = verdict.map(|(solved, satisfaction)| Verdict { solved, satisfaction });
        Resident { due: due || verdict.is_some(), verdict }
    }
}

prop_compose! {
    fn facts()(
        of_case: bool,
        standing in select(vec![Standing::Owed, Standing::Owed, Standing::Owed, Standing::HandedOn, Standing::TurnedAway]),
        due in 0..300i64,
        done in option::of(0..400i64),
        limited: bool,
        signing in marks(),
        response in marks(),
        [signed_automatically, parked, excluded, forced, false_closure, appeal_upheld, local] in any::<[bool; 7]>(),
        level in select(Level::ALL.to_vec()),
        (asked, approved) in (0..2u32, 0..2u32),
        (feedbacks, reworks) in (0..4u32, 0..4u32),
        resident in residents(),
        [relapsed, repeats] in any::<[Option<bool>; 2]>(),
        red_cards in 0..3u32,
        whistle in option::of(any::<(bool, bool)>()),
    ) -> Fact {
        let due_at = (limited || done.is_none()).then(|| minute(due));
        Fact {
            subject: if of_case { Subject::Case } else { Subject::Dispatch },
            standing, level, signing, response, signed_automatically, parked, excluded, forced, false_closure,
            appeal_upheld, repeats, local, resident, relapsed, red_cards, due_at, feedbacks,
            closed_at: done.map(minute),
            counted_at: due_at.or(done.map(minute)).expect("one or the other"),
            returns: Returns { asked, approved: approved.min(asked) },
            reworks: reworks.min(feedbacks),
            whistle: whistle.map(|(rejected, local_attempt)| Whistle { rejected, local_attempt }),
            ..open()
        }
    }
}

fn check_rates(tally: &Tally) -> Result<(), TestCaseError> {
    for rate in Rate::ALL {
        let value = rate.of(tally);
        prop_assert!(value.is_none_or(|value| (0.0..=1.0).contains(&value)), "{}: {value:?}", rate.code());
    }
    if let (Some(naive), Some(honest)) = (Rate::OnTimeNaive.of(tally), Rate::OnTime.of(tally)) {
        prop_assert!(naive >= honest);
    }
    let parts = [Count::Closed, Count::OpenOverdue, Count::OpenInTime, Count::OpenUnjudged, Count::Suspended];
    prop_assert_eq!(parts.into_iter().map(|part| tally.get(part)).sum::<i64>(), tally.get(Count::Due));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tallies_add_up_in_any_order_and_take_away_what_they_added(
        some in vec(facts(), 0..20),
        others in vec(facts(), 0..20),
        at in option::of(0..400i64),
    ) {
        let at = at.map(minute);
        let [one, other] = [&some, &others].map(|facts| Tally::of_all(facts, at));
        let (mut this_way, mut that_way) = (one.clone(), other.clone());
        this_way += &other;
        that_way += &one;
        prop_assert_eq!(&this_way, &that_way);
        prop_assert_eq!(&this_way, &Tally::of_all(some.iter().chain(&others), at));
        this_way -= &one;
        prop_assert_eq!(&this_way, &other);
        this_way -= &other;
        prop_assert!(this_way.is_empty());
    }

    #[test]
    fn rates_are_shares_and_the_honest_one_is_never_above_the_naive(
        facts in vec(facts(), 0..40),
        at in option::of(0..400i64),
    ) {
        let tally = Tally::of_all(&facts, at.map(minute));
        check_rates(&tally)?;
        check_rates(&tally.judged(true))?;
    }

    #[test]
    fn as_time_goes_by_what_is_due_stays_and_what_was_missed_stays_missed(
        facts in vec(facts(), 0..40),
        [earlier, later] in [0..400i64, 0..400i64],
    ) {
        let (earlier, later) = (earlier.min(later), earlier.max(later));
        let [before, after] = [earlier, later].map(|at| Tally::of_all(&facts, Some(minute(at))));
        for same in [Count::Due, Count::Excluded, Count::Suspended, Count::Issued, Count::Raised] {
            let (before, after) = (before.get(same), after.get(same));
            prop_assert!(same == Count::Suspended || before == after, "{same:?}");
        }
        for grows in [Count::Closed, Count::ClosedOnTime, Count::SignedInTime, Count::RespondedInTime] {
            prop_assert!(before.get(grows) <= after.get(grows), "{grows:?}");
        }
        let missed = |tally: &Tally| {
            tally.get(Count::OpenOverdue) + tally.get(Count::Closed) - tally.get(Count::ClosedOnTime)
        };
        let never_parked: Vec<Fact> = facts.iter().filter(|fact| !fact.parked).cloned().collect();
        let [before, after] = [earlier, later].map(|at| Tally::of_all(&never_parked, Some(minute(at))));
        prop_assert!(missed(&before) <= missed(&after));
    }

    #[test]
    fn a_tally_judged_later_is_the_tally_at_that_instant(facts in vec(facts(), 0..40), past: bool) {
        // After everything that happened, or, for what is still to come, with nothing done.
        let (facts, at) = if past {
            (facts, minute(1_000))
        } else {
            let undone = |fact: Fact| Fact {
                closed_at: None, due_at: Some(fact.counted_at), signing: None, response: None, ..fact
            };
            (facts.into_iter().map(undone).collect(), minute(-1))
        };
        let kept = Tally::of_all(&facts, None).judged(past);
        prop_assert_eq!(kept, Tally::of_all(&facts, Some(at)));
    }

    #[test]
    fn a_tally_and_a_fact_survive_being_kept(facts in vec(facts(), 1..20)) {
        let tally = Tally::of_all(&facts, None);
        let durations = Durations::from_pairs(tally.durations.pairs().iter().copied());
        prop_assert_eq!(&Tally::from_counts(tally.counts(), durations), &tally);
        for fact in facts {
            let bytes = postcard::to_allocvec(&fact).expect("a fact can be written");
            prop_assert_eq!(postcard::from_bytes::<Fact>(&bytes).expect("a fact can be read"), fact);
        }
    }
}
