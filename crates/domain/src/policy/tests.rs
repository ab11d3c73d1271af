use chrono::TimeDelta;
use proptest::prelude::*;
use rstest::rstest;

use super::*;
use crate::organisation::Organisation;

const DEFAULT: &str = include_str!("../../../../policy/default.toml");
const DISTRICT: &str = include_str!("../../../../demo/district.toml");

fn policy() -> PolicySet {
    PolicySet::parse(DEFAULT).unwrap()
}

fn limit(text: &str) -> Limit {
    text.parse().unwrap()
}

fn clocks(category: &str, kind: WhistleKind) -> [String; 4] {
    let clocks = policy().clocks_for(category, kind).unwrap();
    let shown = |limit: Option<Limit>| limit.map_or_else(|| "-".to_owned(), |limit| limit.to_string());
    [clocks.sign_in.to_string(), clocks.report.to_string(), shown(clocks.contact), shown(clocks.close)]
}

#[test]
fn the_default_policy_has_the_94_categories_of_the_classification() {
    let policy = policy();
    assert_eq!((policy.version(), policy.categories().len()), (1, 94));
    let of_kind = |kind| policy.categories().iter().filter(|category| category.kind == kind).count();
    assert_eq!(WhistleKind::ALL.map(of_kind), [39, 27, 16, 7, 5]);
    let codes: Vec<_> = policy.categories().iter().map(|category| &category.code).collect();
    assert!(codes.is_sorted() && codes.iter().all(|code| code.len() == 4), "{codes:?}");
}

#[test]
fn every_duty_is_named_by_some_category() {
    let policy = policy();
    for duty in policy.duties() {
        let named = policy.categories().iter().any(|category| {
            category.lead == duty.code
                || category.lead_alternatives.contains(&duty.code)
                || category.co_handlers.contains(&duty.code)
        });
        assert!(named, "{}", duty.code);
    }
}

#[test]
fn limits_keep_the_wording_that_says_more_than_a_number() {
    let policy = policy();
    let manhole = policy.category("1101").unwrap();
    assert_eq!(manhole.limit_note.as_deref(), Some("紧急:6小时(受限36小时)"));
    assert_eq!(manhole.urgent_limit(Step::Resolve), Some(Limit::Hours(6)));
    assert_eq!(manhole.urgent[1].when.as_deref(), Some("受限"));
    let gas = policy.category("0403").unwrap();
    assert_eq!(gas.divert, ["119", "110"]);
    assert!(policy.category("0401").unwrap().staged && policy.category("5103").unwrap().planned);
}

#[rstest]
#[case::an_emergency_closes_by_its_urgent_limit("0402", WhistleKind::Emergency, ["10min", "30min", "2h", "24h"])]
#[case::a_staged_emergency_closes_by_its_last_stage("0401", WhistleKind::Emergency, ["10min", "30min", "2h", "7wd"])]
#[case::an_emergency_without_limit_closes_in_a_day("0499", WhistleKind::Emergency, ["10min", "30min", "2h", "24h"])]
#[case::an_appeal_takes_the_ordinary_limit("0110", WhistleKind::Appeal, ["2wh", "24h", "24h", "7wd"])]
#[case::the_same_as_an_emergency_takes_the_urgent_one("0110", WhistleKind::Emergency, ["10min", "30min", "2h", "24h"])]
#[case::own_arrival_time_wins("0301", WhistleKind::Emergency, ["10min", "2h", "2h", "3wd"])]
#[case::law_takes_the_ordinary_limit("0101", WhistleKind::Law, ["2wh", "1wd", "24h", "20wd"])]
#[case::supply_runs_on_utility_clocks("5703", WhistleKind::Appeal, ["30min", "2h", "24h", "24h"])]
#[case::mediation_contacts_nobody_twice("5601", WhistleKind::Mediation, ["24h", "3d", "-", "30d"])]
#[case::a_plan_has_milestones("5203", WhistleKind::Key, ["3wd", "5wd", "7d", "-"])]
#[case::a_plan_with_an_urgent_turn_is_still_a_plan("5104", WhistleKind::Key, ["3wd", "5wd", "7d", "-"])]
#[case::its_urgent_turn_has_a_limit("5104", WhistleKind::Emergency, ["10min", "30min", "2h", "24h"])]
#[case::without_an_ordinary_limit_the_urgent_one_is_the_own_one("0406", WhistleKind::Appeal, ["2wh", "24h", "24h", "4wh"])]
#[case::a_plan_with_a_limit_keeps_it("5103", WhistleKind::Key, ["3wd", "5wd", "7d", "60d"])]
fn clocks_come_from_kind_and_category(
    #[case] category: &str,
    #[case] kind: WhistleKind,
    #[case] expected: [&str; 4],
) {
    assert_eq!(clocks(category, kind), expected);
}

#[test]
fn only_planned_work_may_stay_open_without_a_limit() {
    let policy = policy();
    for category in policy.categories() {
        for kind in WhistleKind::ALL {
            let clocks = policy.clocks_for(&category.code, kind).unwrap();
            let unlimited_allowed = category.planned || kind == WhistleKind::Key;
            assert!(clocks.close.is_some() || unlimited_allowed, "{} as {}", category.code, kind.code());
        }
    }
    assert_eq!(policy.clocks_for("0000", WhistleKind::Appeal), None);
}

#[test]
fn every_category_finds_its_owners_in_every_grid_of_the_demo_district() {
    let (policy, district) = (policy(), Organisation::parse(DISTRICT).unwrap());
    let mut routed = 0;
    for category in policy.categories() {
        for grid in district.leaf_grids() {
            let routing = policy.route(&category.code, &grid.code, &district).unwrap();
            assert!(district.unit(&routing.line_owner).is_some());
            assert!(!routing.unresolved.contains(&category.lead), "{}: {routing:?}", category.code);
            assert!(routing.unresolved.iter().all(|duty| duty == "property-service"), "{routing:?}");
            assert!(district.within(&grid.unit, &routing.territorial_owner));
            assert!(!routing.co_handlers.contains(&routing.line_owner));
            routed += 1;
        }
    }
    assert_eq!(routed, 94 * 20);
}

#[test]
fn a_matter_goes_to_the_line_and_to_the_territory() {
    let (policy, district) = (policy(), Organisation::parse(DISTRICT).unwrap());
    let noise = policy.route("5503", "g11", &district).unwrap();
    let grid = district.grid("g11").unwrap();
    let street = &district.ancestors(&grid.unit)[1].code;
    assert_eq!(noise.line_owner, format!("{street}-police"));
    assert_eq!(noise.co_handlers, ["d-urban"]);
    let leak = policy.route("5402", "g01", &district).unwrap();
    assert_eq!((leak.line_owner.as_str(), leak.line_alternatives), ("u-gas", vec!["u-power".to_owned()]));
    assert_eq!(leak.territorial_owner, "s1-c1");
}

#[test]
fn a_duty_that_nobody_carries_falls_to_the_dispatch_centre() {
    let mut file = Organisation::parse(DISTRICT).unwrap().file().clone();
    for unit in &mut file.units {
        unit.duties.retain(|duty| duty != "sports" && duty != "street");
    }
    let district = Organisation::from_file(file).unwrap();
    let routing = policy().route("1104", "g01", &district).unwrap();
    assert_eq!(routing.line_owner, "d-dispatch");
    assert_eq!(routing.unresolved, ["sports", "street"]);
    let uncarried = policy().duties_without_carrier(district.grid("g01").unwrap(), &district);
    assert_eq!(uncarried, ["street", "sports"]);
}

#[test]
fn an_unknown_category_or_grid_is_not_routed() {
    let (policy, district) = (policy(), Organisation::parse(DISTRICT).unwrap());
    assert_eq!(policy.route("0000", "g01", &district), Err(RoutingError::UnknownCategory("0000".to_owned())));
    assert_eq!(policy.route("0101", "g99", &district), Err(RoutingError::UnknownGrid("g99".to_owned())));
}

#[rstest]
#[case::version(|f: &mut PolicyFile| f.version = 0, "version must be at least 1")]
#[case::title(|f: &mut PolicyFile| f.title.clear(), "title is empty or longer than 100 characters")]
#[case::empty(|f: &mut PolicyFile| f.categories.clear(), "there are no categories")]
#[case::duplicate(|f: &mut PolicyFile| f.categories[1].code = "0101".into(), "categories[1] (0101): code `0101` is there twice")]
#[case::duty(|f: &mut PolicyFile| f.categories[0].lead = "x".into(), "categories[0] (0101): unknown duty `x`")]
#[case::duty_twice(|f: &mut PolicyFile| f.categories[0].co_handlers[0] = f.categories[0].lead.clone(), "categories[0] (0101): duty `urban-law-enforcement` is named twice")]
#[case::duty_code(|f: &mut PolicyFile| f.duties[0].code = "a b".into(), "duties[0]: code `a b` must be 1 to 40 letters, digits, `_` or `-`")]
#[case::text(|f: &mut PolicyFile| f.categories[0].minor.clear(), "categories[0] (0101): minor is empty or longer than 100 characters")]
#[case::unlimited(|f: &mut PolicyFile| { f.categories[1].ordinary = None; }, "categories[1] (0102): neither a limit nor planned")]
#[case::staged(|f: &mut PolicyFile| f.categories[0].ordinary = None, "categories[0] (0101): staged, but without an ordinary limit")]
#[case::step_twice(|f: &mut PolicyFile| { let step = f.categories[0].urgent[0].clone(); f.categories[0].urgent.push(step); }, "categories[0] (0101): an urgent step is there twice without a condition")]
fn an_unsound_policy_says_what_is_wrong_and_where(#[case] spoil: fn(&mut PolicyFile), #[case] message: &str) {
    let mut file = PolicyFile::parse(DEFAULT).unwrap();
    spoil(&mut file);
    let Err(PolicyError::Unsound(problems)) = PolicySet::from_file(file) else { panic!("found sound") };
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(messages.iter().any(|said| said == message), "{messages:#?}");
}

#[rstest]
#[case::kind("kind = \"law\"", "kind = \"party\"", "unknown variant `party`")]
#[case::bad_limit("ordinary = \"20wd\"", "ordinary = \"20x\"", "`20x` is not a time limit")]
#[case::field("lead = ", "leed = ", "unknown field `leed`")]
fn a_policy_that_cannot_be_read_names_line_and_reason(
    #[case] from: &str,
    #[case] to: &str,
    #[case] reason: &str,
) {
    let Err(PolicyError::Unreadable(error)) = PolicySet::parse(&DEFAULT.replacen(from, to, 1)) else {
        panic!("was read")
    };
    let said = error.to_string();
    assert!(said.contains(reason) && said.contains("line"), "{said}");
}

#[rstest]
#[case("3wd", Limit::WorkingDays(3), TimeDelta::hours(72))]
#[case("4wh", Limit::WorkHours(4), TimeDelta::hours(12))]
#[case("2h", Limit::Hours(2), TimeDelta::hours(2))]
#[case("30min", Limit::Minutes(30), TimeDelta::minutes(30))]
#[case("0min", Limit::Minutes(0), TimeDelta::zero())]
#[case("7d", Limit::Days(7), TimeDelta::days(7))]
fn limits_are_read_and_compared_by_name(
    #[case] text: &str,
    #[case] expected: Limit,
    #[case] length: TimeDelta,
) {
    assert_eq!(limit(text), expected);
    assert_eq!(expected.nominal(), length);
}

#[rstest]
fn what_is_not_a_limit_is_refused(
    #[values("", "3", "wd", "3 wd", "-3wd", "3WD", "0wd", "1000d", "99999h", "3wd ", "三天", "3.5h")]
    text: &str,
) {
    let error = text.parse::<Limit>().unwrap_err();
    assert!(error.to_string().contains("is not a time limit"));
}

proptest! {
    #[test]
    fn a_printed_limit_is_read_again(count in 1..=LIMIT_COUNT_MAX, unit in 0..5usize) {
        let limit = [Limit::WorkingDays, Limit::WorkHours, Limit::Hours, Limit::Minutes, Limit::Days][unit](count);
        prop_assert_eq!(limit.to_string().parse::<Limit>().unwrap(), limit);
    }
}

#[test]
fn kinds_have_one_name_and_one_letter_each() {
    let letters: String = WhistleKind::ALL.into_iter().map(WhistleKind::letter).collect();
    assert_eq!(letters, "SFJDT");
    for kind in WhistleKind::ALL {
        assert_eq!(WhistleKind::from_letter(kind.letter()), Some(kind));
        assert_eq!(WhistleKind::from_code(kind.code()), Some(kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
    }
    assert_eq!((WhistleKind::from_letter('X'), WhistleKind::from_code("party")), (None, None));
}

#[test]
fn the_greatest_version_is_current_and_old_ones_stay() {
    let mut newer = PolicyFile::parse(DEFAULT).unwrap();
    newer.version = 3;
    let library = PolicyLibrary::new([PolicySet::from_file(newer).unwrap(), policy()]).unwrap();
    assert_eq!(library.current().version(), 3);
    assert_eq!(library.version(1).unwrap().version(), 1);
    assert!(library.version(2).is_none());
    assert_eq!(library.versions().map(|set| set.version()).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(PolicyLibrary::new([]).unwrap_err(), LibraryError::Empty);
    assert_eq!(PolicyLibrary::new([policy(), policy()]).unwrap_err(), LibraryError::Twice(1));
}

#[test]
fn a_policy_that_says_nothing_has_the_rules_of_the_reference() {
    let rules = policy().rules().clone();
    assert_eq!(rules, Rules::default());
    assert_eq!((rules.return_within, rules.return_ruling_within), (limit("1wd"), limit("4wh")));
    assert_eq!(
        (rules.extension_max, rules.extensions_max, rules.extensions_at_first_level),
        (limit("7wd"), 2, 1)
    );
    assert_eq!(rules.suspension_review_days_max, 90);
    assert_eq!(
        (rules.callback_attempts_min, rules.callback_spacing, rules.dissatisfied_max),
        (3, limit("2h"), 2)
    );
    assert_eq!(rules.look_back, [limit("30d"), limit("90d")]);
    assert_eq!((rules.repeat_within_days, rules.repeat_metres_max), (90, 50));
    assert_eq!((rules.progress_every, rules.written_reply_within), (limit("30d"), limit("2wd")));
    assert_eq!(rules.escalation_step, limit("10min"));
    assert!(!rules.local_attempt_required && !rules.evidence_required);
    let scoring = rules.scoring;
    let weights = [scoring.response_weight, scoring.resolution_weight, scoring.satisfaction_weight];
    assert_eq!(weights, [30, 35, 35]);
    assert_eq!([scoring.red_card, scoring.false_closure, scoring.refused_report], [50, 200, 300]);
    assert_eq!(scoring.sample_min, 10);
}

#[test]
fn the_last_word_is_not_given_by_the_desk() {
    use crate::actor::Role;
    let approvals = Approvals::default();
    assert!(approvals.first_return.contains(&Role::Dispatcher));
    for senior in [
        &approvals.determination,
        &approvals.further_extension,
        &approvals.suspension,
        &approvals.analysis,
        &approvals.forced_closing,
        &approvals.exclusion,
        &approvals.score_appeal,
        &approvals.supervision,
    ] {
        assert_eq!(*senior, [Role::Supervisor]);
    }
}

#[rstest]
#[case::weights(|r: &mut Rules| r.scoring.response_weight = 31, "scoring")]
#[case::attempts(|r: &mut Rules| r.callback_attempts_min = 0, "callback_attempts_min")]
#[case::review_never(|r: &mut Rules| r.suspension_review_days_max = 0, "suspension_review_days_max")]
#[case::review_late(|r: &mut Rules| r.suspension_review_days_max = 367, "suspension_review_days_max")]
#[case::nobody_content(|r: &mut Rules| r.dissatisfied_max = 5, "dissatisfied_max")]
#[case::no_look_back(|r: &mut Rules| r.look_back.clear(), "look_back")]
#[case::repeats_never(|r: &mut Rules| r.repeat_within_days = 0, "repeat_within_days")]
#[case::repeats_for_ever(|r: &mut Rules| r.repeat_within_days = 367, "repeat_within_days")]
#[case::repeats_nowhere(|r: &mut Rules| r.repeat_metres_max = 0, "repeat_metres_max")]
#[case::repeats_anywhere(|r: &mut Rules| r.repeat_metres_max = 1_001, "repeat_metres_max")]
#[case::levels(|r: &mut Rules| r.extensions_at_first_level = 3, "extensions_at_first_level")]
#[case::first_return(|r: &mut Rules| r.approvals.first_return.clear(), "approvals.first_return")]
#[case::determination(|r: &mut Rules| r.approvals.determination.clear(), "approvals.determination")]
#[case::first_extension(|r: &mut Rules| r.approvals.first_extension.clear(), "approvals.first_extension")]
#[case::further_extension(|r: &mut Rules| r.approvals.further_extension.clear(), "approvals.further_extension")]
#[case::suspension(|r: &mut Rules| r.approvals.suspension.clear(), "approvals.suspension")]
#[case::analysis(|r: &mut Rules| r.approvals.analysis.clear(), "approvals.analysis")]
#[case::forced_closing(|r: &mut Rules| r.approvals.forced_closing.clear(), "approvals.forced_closing")]
#[case::exclusion(|r: &mut Rules| r.approvals.exclusion.clear(), "approvals.exclusion")]
#[case::score_appeal(|r: &mut Rules| r.approvals.score_appeal.clear(), "approvals.score_appeal")]
#[case::supervision(|r: &mut Rules| r.approvals.supervision.clear(), "approvals.supervision")]
fn a_rule_that_cannot_be_kept_is_named(#[case] spoil: fn(&mut Rules), #[case] field: &str) {
    let mut file = PolicyFile::parse(DEFAULT).unwrap();
    spoil(&mut file.rules);
    let Err(PolicyError::Unsound(problems)) = PolicySet::from_file(file) else { panic!("found sound") };
    let messages: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(messages, [format!("rules.{field} cannot be kept")]);
}

#[test]
fn a_policy_sets_the_rules_that_it_names_and_no_unknown_ones() {
    let with = |rules: &str| PolicySet::parse(&format!("{DEFAULT}\n[rules]\n{rules}\n"));
    let set = with("dissatisfied_max = 3\n[rules.approvals]\nsuspension = [\"dispatcher\"]").unwrap();
    assert_eq!(set.rules().dissatisfied_max, 3);
    assert_eq!(set.rules().approvals.suspension, [crate::actor::Role::Dispatcher]);
    assert_eq!(set.rules().extensions_max, 2);
    for unknown in ["leniency = 1", "[rules.approvals]\nparking = []", "[rules.scoring]\nluck = 1"] {
        assert!(matches!(with(unknown), Err(PolicyError::Unreadable(_))), "{unknown}");
    }
}

#[test]
fn illegal_buildings_go_through_three_stages() {
    let policy = policy();
    let stages: Vec<_> = policy.category("0101").unwrap().stages.iter().map(|stage| stage.limit).collect();
    assert_eq!(stages, [limit("4wh"), limit("7wd"), limit("20wd")]);
    // The last stage ends with the case.
    assert_eq!(policy.clocks_for("0101", WhistleKind::Law).unwrap().close, stages.last().copied());
}

#[rstest]
#[case::out_of_order(|f: &mut PolicyFile| f.categories[0].stages.swap(0, 2), 2)]
#[case::untitled(|f: &mut PolicyFile| f.categories[0].stages[1].title.clear(), 2)]
fn a_stage_has_a_title_and_ends_after_the_one_ahead_of_it(
    #[case] spoil: fn(&mut PolicyFile),
    #[case] stage: usize,
) {
    let mut file = PolicyFile::parse(DEFAULT).unwrap();
    spoil(&mut file);
    let problems = file.problems();
    let place = "categories[0] (0101)".to_owned();
    assert!(problems.contains(&PolicyProblem::Stage { place, stage }), "{problems:?}");
}
