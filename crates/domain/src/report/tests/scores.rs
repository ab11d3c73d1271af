//! Scores, their parts, and the order that they give.

use rstest::rstest;

use super::*;
use crate::policy::Scoring;

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

/// A unit whose three rates are 9/10, 4/5 and 3/5 of ten.
fn unit() -> Tally {
    let responded =
        |fact| Fact { response: Some(Mark { due_at: minute(30), done_at: Some(minute(9)) }), ..fact };
    many(
        [
            (3, responded(answered(true, 5))),
            (1, responded(answered(true, 2))),
            (1, responded(answered(false, 1))),
            (4, responded(closed(60))),
            (1, closed(60)),
        ],
        500,
    )
}

#[test]
fn a_score_is_the_weighted_mean_less_the_deductions() {
    let mut tally = unit();
    let score = Score::of(&tally, &Scoring::default());
    assert!(near(score.points.expect("a score"), 30.0 * 0.9 + 35.0 * 0.8 + 35.0 * 0.6));
    assert!(!score.small_sample);
    tally.add(&Fact { false_closure: true, red_cards: 3, response: None, ..closed(60) }, None);
    let less = Score::of(&tally, &Scoring::default());
    assert!(near(less.points.expect("a score"), score.points.expect("a score") - 2.0 - 3.0 * 0.5));
}

#[test]
fn an_unknown_rate_gives_its_weight_to_the_others() {
    let tally = many([(12, Fact { response: None, ..answered(true, 1) })], 500);
    let score = Score::of(&tally, &Scoring::default());
    assert!(near(score.points.expect("a score"), 50.0), "half solved, half satisfied: {score:?}");
    assert!(near(score.terms[0].share, 0.0));
    let silent = many([(12, Fact { response: None, ..closed(60) })], 500);
    assert_eq!(Score::of(&silent, &Scoring::default()).points, None);
}

#[test]
fn a_perfect_unit_of_three_stands_behind_a_good_one_of_many() {
    let perfect =
        Fact { response: Some(Mark { due_at: minute(30), done_at: Some(minute(9)) }), ..answered(true, 5) };
    let (few, much) =
        (many([(3, perfect.clone())], 500), many([(40, perfect), (4, answered(false, 1))], 500));
    let ranked = rank([("few", &few), ("much", &much)], &Scoring::default());
    let keys: Vec<_> = ranked.iter().map(|ranked| (ranked.key.as_str(), ranked.rank)).collect();
    assert_eq!(keys, [("much", Some(1)), ("few", Some(2))]);
    assert!(ranked[1].score.small_sample && ranked[1].score.points > ranked[0].score.points);
}

#[test]
fn equal_points_share_a_place_and_no_points_have_none() {
    let (same, better, none) = (unit(), many([(20, answered(true, 5))], 500), Tally::default());
    let rows = [("c", &same), ("none", &none), ("a", &same), ("best", &better), ("z", &none)];
    let ranked = rank(
        rows,
        &Scoring { response_weight: 0, resolution_weight: 50, satisfaction_weight: 50, ..Scoring::default() },
    );
    let places: Vec<_> = ranked.iter().map(|ranked| (ranked.key.as_str(), ranked.rank)).collect();
    assert_eq!(places, [("best", Some(1)), ("a", Some(2)), ("c", Some(2)), ("none", None), ("z", None)]);
}

#[rstest]
#[case::ten_of_ten(10.0, 10.0, 0.7225)]
#[case::none_of_ten(0.0, 10.0, 0.0)]
#[case::eighty_of_a_hundred(80.0, 100.0, 0.7112)]
#[case::one_of_one(1.0, 1.0, 0.2065)]
fn wilsons_interval_begins_where_tables_say(#[case] successes: f64, #[case] n: f64, #[case] expected: f64) {
    let bound = wilson_lower_bound(successes, n, Z_95).expect("a bound");
    assert!((bound - expected).abs() < 5e-5, "{bound}");
}

#[test]
fn of_nobody_nothing_is_known() {
    assert_eq!(wilson_lower_bound(0.0, 0.0, Z_95), None);
}

#[rstest]
#[case::hardly_any(1, 9, Band::TooLow)]
#[case::the_lower_end(2, 8, Band::InBand)]
#[case::the_upper_end(8, 2, Band::InBand)]
#[case::nearly_all(9, 1, Band::TooHigh)]
fn too_few_whistles_are_as_suspicious_as_too_many(
    #[case] blown: usize,
    #[case] local: usize,
    #[case] band: Band,
) {
    let whistle = Some(Whistle { rejected: false, local_attempt: true });
    let tally = many(
        [(blown, Fact { whistle, ..case(closed(9)) }), (local, Fact { local: true, ..case(closed(9)) })],
        500,
    );
    assert_eq!(WhistleRate::of(&tally, &Scoring::default()).map(|rate| rate.band), Some(band));
}

#[test]
fn the_whistles_side_is_the_mean_of_what_is_known_of_it() {
    let whistle = |rejected| Some(Whistle { rejected, local_attempt: !rejected });
    let sent = Fact { whistle: whistle(false), ..case(closed(50)) };
    let refused = Fact { whistle: whistle(true), standing: Standing::TurnedAway, ..case(open()) };
    let score = WhistleScore::of(&many([(3, sent), (1, refused)], 500));
    assert!(near(score.points.expect("a score"), 75.0), "nobody was to be called back: {score:?}");
    assert_eq!(WhistleScore::of(&Tally::default()).points, None);
}
