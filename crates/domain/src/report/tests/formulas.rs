//! Each formula, by an example that can be worked out by hand.

use rstest::rstest;

use super::*;

#[track_caller]
fn assert_ratio(rate: Rate, tally: &Tally, numerator: i64, denominator: i64) {
    assert_eq!(rate.ratio(tally), Ratio { numerator, denominator }, "{}", rate.code());
}

#[test]
fn the_published_month_of_tianmen_comes_out_as_published() {
    let tally = many([(737, closed(60)), (911 - 737, closed(150)), (972 - 911, open())], 1_000);
    assert_ratio(Rate::Completion, &tally, 911, 972);
    assert_ratio(Rate::OnTimeOfDue, &tally, 737, 972);
    let percent = |rate: Rate| format!("{:.2}", rate.of(&tally).expect("a rate") * 100.0);
    assert_eq!(percent(Rate::Completion), "93.72");
    assert_eq!(percent(Rate::OnTimeOfDue), "75.82");
}

#[test]
fn leaving_late_cases_open_helps_the_naive_rate_only() {
    let tally = many([(8, closed(60)), (2, closed(150)), (10, open())], 1_000);
    assert_ratio(Rate::OnTimeNaive, &tally, 8, 10);
    assert_ratio(Rate::OnTime, &tally, 8, 20);
}

#[test]
fn what_is_not_due_yet_is_not_overdue() {
    let tally = many([(8, closed(60)), (2, open())], 100);
    assert_eq!((tally.get(Count::OpenInTime), tally.get(Count::OpenOverdue)), (2, 0));
    assert_ratio(Rate::OnTime, &tally, 8, 8);
    assert_eq!(many([(1, open())], 101).get(Count::OpenOverdue), 1, "a minute later it is");
}

#[test]
fn the_due_instant_itself_is_in_time() {
    assert_eq!(many([(1, closed(100))], 500).get(Count::ClosedOnTime), 1);
    assert_eq!(many([(1, closed(101))], 500).get(Count::ClosedOnTime), 0);
}

#[test]
fn what_happened_later_has_not_happened_yet() {
    let mut fact = closed(90);
    fact.signing = Some(Mark { due_at: minute(10), done_at: Some(minute(5)) });
    fact.response = Some(Mark { due_at: minute(30), done_at: Some(minute(25)) });
    let seen = |at| {
        let tally = Tally::of(&fact, Some(minute(at)));
        [Count::SignedInTime, Count::RespondedInTime, Count::Closed, Count::OpenInTime]
            .map(|count| tally.get(count))
    };
    assert_eq!(seen(4), [0, 0, 0, 1]);
    assert_eq!(seen(24), [1, 0, 0, 1]);
    assert_eq!(seen(89), [1, 1, 0, 1]);
    assert_eq!(seen(90), [1, 1, 1, 0]);
}

#[test]
fn the_excluded_leave_every_other_count() {
    let excluded = Fact { excluded: true, ..answered(false, 1) };
    let tally = Tally::of(&case(excluded), Some(minute(200)));
    assert_eq!(tally.get(Count::Excluded), 1);
    assert_eq!(tally.counts().iter().sum::<i64>(), 1);
    assert!(tally.durations.is_empty());
    let both = many([(1, Fact { excluded: true, ..open() }), (3, closed(50))], 200);
    assert_ratio(Rate::Excluded, &both, 1, 4);
    assert_ratio(Rate::OnTime, &both, 3, 3);
}

#[test]
fn the_parked_are_due_and_neither_overdue_nor_in_time() {
    let tally = many([(1, Fact { parked: true, ..open() }), (3, closed(50))], 500);
    assert_eq!(tally.get(Count::Due), 4);
    assert_eq!(tally.get(Count::OpenOverdue) + tally.get(Count::OpenInTime), 0);
    assert_ratio(Rate::Parked, &tally, 1, 4);
    assert_ratio(Rate::OnTime, &tally, 3, 3);
}

#[test]
fn a_signature_by_the_service_is_nobodys() {
    let signed = |done_at| Fact { signing: Some(Mark { due_at: minute(10), done_at }), ..open() };
    let automatic = Fact { signed_automatically: true, ..signed(None) };
    let tally = many([(2, signed(Some(minute(9)))), (1, signed(Some(minute(11)))), (1, automatic)], 20);
    assert_ratio(Rate::Sign, &tally, 2, 4);
    assert_eq!(tally.durations.counted(Stage::Signing), 3);
}

#[test]
fn nobody_reporting_after_the_service_had_to_sign_is_a_refusal_once_the_time_is_up() {
    let silent = Fact { signed_automatically: true, ..open() };
    let refusals = |fact: &Fact, at| Tally::of(fact, Some(minute(at))).get(Count::RefusedReports);
    assert_eq!(refusals(&silent, 50), 0);
    assert_eq!(refusals(&silent, 101), 1);
    let came =
        Fact { response: Some(Mark { due_at: minute(30), done_at: Some(minute(29)) }), ..silent.clone() };
    assert_eq!(refusals(&came, 101), 0);
    let contested = Fact { appeal_upheld: true, ..silent.clone() };
    assert_eq!(refusals(&contested, 101), 0);
    let parked = Fact { parked: true, ..silent };
    assert_eq!(refusals(&parked, 101), 0);
}

#[test]
fn residents_are_counted_by_what_they_answered() {
    let unreached = Fact { resident: Resident { due: true, verdict: None }, ..closed(50) };
    let tally = many(
        [
            (4, answered(true, 5)),
            (3, answered(true, 4)),
            (1, answered(true, 3)),
            (1, answered(false, 2)),
            (1, answered(false, 1)),
            (6, unreached),
        ],
        500,
    );
    assert_ratio(Rate::Resolution, &tally, 8, 10);
    assert_ratio(Rate::Satisfaction, &tally, 8, 10);
    assert_ratio(Rate::CallbackReach, &tally, 10, 16);
    let five = [
        Count::Satisfaction1,
        Count::Satisfaction2,
        Count::Satisfaction3,
        Count::Satisfaction4,
        Count::Satisfaction5,
    ];
    assert_eq!(five.map(|count| tally.get(count)), [1, 1, 1, 3, 4]);
}

#[test]
fn returns_count_although_nothing_was_missed() {
    let returned = Fact {
        standing: Standing::HandedOn,
        closed_at: Some(minute(20)),
        returns: Returns { asked: 1, approved: 1 },
        ..open()
    };
    let refused = Fact { returns: Returns { asked: 1, approved: 0 }, ..closed(90) };
    let tally = many([(1, returned), (1, refused), (8, closed(90))], 500);
    assert_eq!(tally.get(Count::Due), 9);
    assert_ratio(Rate::Return, &tally, 2, 10);
    assert_ratio(Rate::ReturnAccuracy, &tally, 1, 2);
    assert_ratio(Rate::DispatchAccuracy, &tally, 9, 10);
}

#[test]
fn reworks_are_counted_per_feedback() {
    let reworked = Fact { feedbacks: 3, reworks: 2, ..closed(90) };
    assert_ratio(Rate::Rework, &many([(1, reworked), (2, closed(90))], 500), 2, 5);
}

#[test]
fn the_side_of_the_whistle_counts_cases_only() {
    let blown = |rejected, local_attempt| Whistle { rejected, local_attempt };
    let sent = Fact { whistle: Some(blown(false, true)), ..case(closed(50)) };
    let refused = Fact { whistle: Some(blown(true, false)), standing: Standing::TurnedAway, ..case(open()) };
    let emergency = Fact { kind: WhistleKind::Emergency, whistle: Some(blown(false, false)), ..sent.clone() };
    let local = Fact { local: true, level: Level::Compound, source: "grid".to_owned(), ..case(closed(50)) };
    let tally = many([(2, sent.clone()), (1, refused), (1, emergency), (4, local)], 500);
    assert_ratio(Rate::Whistle, &tally, 4, 8);
    assert_ratio(Rate::WhistleAccuracy, &tally, 3, 4);
    assert_ratio(Rate::LocalAttempt, &tally, 2, 3);
    assert_ratio(Rate::Proactive, &tally, 4, 8);
    assert_ratio(Rate::ResolvedAt(Level::Compound), &tally, 4, 7);
    assert_eq!(tally.get(Count::Due), 7, "what was turned away was never due");
    let dispatch = Fact { subject: Subject::Dispatch, ..sent };
    assert_eq!(Tally::of(&dispatch, None).get(Count::Whistles), 0);
}

#[test]
fn what_was_raised_again_is_a_share_of_what_was_held_against_earlier_cases() {
    let again = Fact { repeats: Some(true), ..case(closed(50)) };
    let once = Fact { repeats: Some(false), ..case(open()) };
    let refused = Fact { standing: Standing::TurnedAway, ..again.clone() };
    let recorded = Fact { repeats: None, imported: true, ..case(closed(50)) };
    let excluded = Fact { excluded: true, ..again.clone() };
    let dispatch = Fact { subject: Subject::Dispatch, ..again.clone() };
    let facts = [(1, again), (3, once), (1, refused), (7, recorded), (1, excluded), (1, dispatch)];
    let tally = many(facts, 500);
    assert_ratio(Rate::Repeat, &tally, 2, 5);
    assert_eq!(tally.get(Count::Raised), 12, "records count as raised");
}

#[test]
fn faults_that_an_appeal_took_back_are_not_counted() {
    let bad = Fact { false_closure: true, red_cards: 2, relapsed: Some(true), ..closed(90) };
    let appealed = Fact { appeal_upheld: true, ..bad.clone() };
    let tally = many([(1, bad), (1, appealed)], 500);
    assert_eq!((tally.get(Count::FalseClosures), tally.get(Count::RedCards)), (1, 2));
    assert_ratio(Rate::Relapse, &tally, 2, 2);
}

#[test]
fn nothing_divided_by_nothing_is_no_rate() {
    for rate in Rate::ALL {
        assert_eq!(rate.of(&Tally::default()), None, "{}", rate.code());
        assert_eq!(Rate::from_code(rate.code()), Some(rate));
    }
}

#[rstest]
#[case::zero(0, 0)]
#[case::negative(-5, 0)]
#[case::one_second(1, 0)]
#[case::two_seconds(2, 4)]
#[case::just_below_four(3, 6)]
#[case::four_seconds(4, 8)]
#[case::an_hour(3_600, 47)]
#[case::a_million_years(i64::MAX, 123)]
fn a_duration_falls_into_the_last_bucket_that_begins_before_it(#[case] seconds: i64, #[case] bucket: u8) {
    assert_eq!(bucket_of(seconds), bucket);
    assert!(bucket < BUCKETS);
}

#[test]
fn a_percentile_lies_near_the_sorted_one() {
    let mut durations = Durations::default();
    (1..=1_000).for_each(|hundred| durations.count(Stage::Closing, hundred * 100));
    for (share, exact) in [(0.5, 50_000.0), (0.9, 90_000.0), (0.99, 99_000.0)] {
        let found = durations.percentile(Stage::Closing, share).expect("a percentile");
        assert!((found / exact - 1.0_f64).abs() < 0.1, "p{share}: {found} for {exact}");
    }
    assert_eq!(durations.percentile(Stage::Signing, 0.5), None);
}

#[test]
fn a_case_counts_in_each_area_and_once_in_the_total() {
    let other = Fact { area: vec!["district".to_owned(), "street-2".to_owned()], ..case(open()) };
    let late = Fact { counted_at: minute(300), ..case(open()) };
    let facts = [case(open()), other, open(), late];
    let period = Period { from: minute(100), to: minute(300) };
    let groups = Groups::of(&facts, Dimension::Area, Subject::Case, period, minute(200));
    let due: Vec<_> = groups.rows.iter().map(|(key, tally)| (key.as_str(), tally.get(Count::Due))).collect();
    assert_eq!(due, [("district", 2), ("street-1", 1), ("street-2", 1)]);
    assert_eq!(groups.total.get(Count::Due), 2);
}

#[test]
fn counts_are_kept_in_their_order_and_asked_for_by_name() {
    for (place, count) in Count::ALL.into_iter().enumerate() {
        assert_eq!(count as usize, place);
        let kept_back = matches!(count, Count::OpenUnjudged | Count::RefusalUnjudged);
        assert_eq!(Count::from_code(count.code()), (!kept_back).then_some(count));
    }
}
