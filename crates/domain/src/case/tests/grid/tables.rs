//! The tables: where a case can stand, what can be asked of it there, and what comes of it.

/// Commands that belong together, in every stage of a list: `+` succeeds, `-` changes nothing, any other sign is one of [`SIGNS`].
pub(in crate::case::tests) struct Grid {
    pub(in crate::case::tests) title: &'static str,
    pub(in crate::case::tests) stages: &'static [&'static str],
    pub(in crate::case::tests) rows: &'static [(&'static str, &'static str)],
}

/// Where a case can stand, told finer than by its status where commands tell the difference. `withdrawn` stands for
/// every status that is the last word.
pub(in crate::case::tests) const STAGES: &[&str] = &[
    "unreported",
    "raised",
    "raised, emergency",
    "endorsed",
    "handled_locally",
    "handled_locally, answered",
    "filed",
    "dispatched",
    "dispatched, emergency",
    "in_handling",
    "suspended",
    "verification",
    "callback",
    "callback, answered",
    "dissatisfied",
    "closed",
    "closed, rated",
    "withdrawn",
];

const INTAKE: Grid = Grid {
    title: "intake",
    stages: STAGES,
    rows: &[
        ("RaiseWhistle", "+ a a a a a a a a a a a a a a a a a"),
        ("ImportCase", "+ a a a a a a a a a a a a a a a a a"),
        ("EndorseWhistle", "n + + w w w w w w w h w w w w w w w"),
        ("DeclineWhistle", "n + + w w w w w w w h w w w w w w w"),
        ("HandleLocally", "n + + + w w w w w w h w w w w w w w"),
        ("Escalate", "n + + + w w w w w w h w w w w w w w"),
        ("FileCase", "n w + + w w w w w w h w w w w w w w"),
        ("FileCase as emergency", "n + + + w w w w w w h w w w w w w w"),
        ("Screen: Amend", "n + + + w w + + + + + w w w w w w w"),
        ("Screen: Withdraw", "n + + + w w + w w w w w w w w w w w"),
        ("Screen: NotAccept", "n + + + w w + w w w w w w w w w w w"),
        ("Screen: Divert", "n + + + w w + w w w w w w w w w w w"),
        ("Screen: MergeInto", "n + + + w w + w w w w w w w w w w w"),
        ("Screen: Absorb", "n + + + w w + + + + + w w w w w w w"),
        ("Screen: Link", "n + + + + + + + + + + + + + + + + +"),
    ],
};

const DISPATCHING: Grid = Grid {
    title: "dispatching",
    stages: STAGES,
    rows: &[
        ("IssueDispatches", "n w + + w w + w w w h w w w w w w w"),
        ("Direct: Reclassify", "n w w w w w + m + m h w w w w w w w"),
        ("Direct: DeclareOrphan", "n w + + w w + + + + h w w w w w w w"),
        ("Direct: AddDispatches", "n w w w w w w + + + h w w w w w w w"),
        ("Direct: Transfer (lead)", "n w w w w w w + + + h w w w w w w w"),
        ("Direct: Release (co-handler)", "n w w w w w w + + + h w w w w w w w"),
        ("Direct: Release (lead)", "n w w w w w w L L L h w w w w w w w"),
        ("Direct: ScheduleJointAction", "n w w w w w w + + + h w w w w w w w"),
        ("Direct: SignInJointAction", "n j j j j j j j j j h j j j j j j j"),
        ("Direct: HoldJointAction", "n j j j j j j j j j h j j j j j j j"),
        ("OnDispatch: Sign (lead)", "n d d d d d d + + s s s s s s s s d"),
        ("OnDispatch: Sign (notified)", "n d d d d d d + + + + + + + + s s d"),
        ("OnDispatch: RequestReturn", "n d d d d d d + e s h s s s s s s d"),
        ("OnDispatch: RequestExtension", "n d d d d d d s e + h s s s s s s d"),
        ("Rule: Return", "n d d d d d d p p p h p p p p p p d"),
        ("Rule: Extension", "n d d d d d d p p p h p p p p p p d"),
        ("KeepTime", "n - - - - - - - - - - - - - - - - -"),
    ],
};

const SCHEDULING: Grid = Grid {
    title: "scheduling",
    stages: STAGES,
    rows: &[
        ("Schedule: RequestSuspension", "n w w w w w + + e + h w w w w w w w"),
        ("Schedule: RuleSuspension", "n p p p p p p p p p p p p p p p p p"),
        ("Schedule: ReviewSuspension", "n k k k k k k k k k + k k k k k k k"),
        ("Schedule: LiftSuspension", "n k k k k k k k k k + k k k k k k k"),
        ("Schedule: AgreePlan", "n w w w w w + + + + + w w w w w w w"),
        ("Schedule: ReachMilestone", "n w w w w w w m m m h w w w w w w w"),
        ("Schedule: ReportProgress", "n w w w w w w m m m m w w w w w w w"),
    ],
};

const JUDGING: Grid = Grid {
    title: "judging",
    stages: STAGES,
    rows: &[
        ("Verify", "n w w w w w w w w w h + w w w w w w"),
        ("Judge: VerificationImpossible", "n w w w w w w w w w h + w w w w w w"),
        ("RecordCallback, not reached", "n w w w + b w w w w h w + b w w w w"),
        ("RecordCallback, solved", "n w w w + b w w w w h w + b w w w w"),
        ("RecordCallback, not solved", "n w w w + b w w w w h w + b w w w w"),
        ("Judge: SettleDissatisfaction (redo)", "n w w w w w w w w w h w w w + w w w"),
        ("Judge: SettleDissatisfaction (analysis)", "n w w w w w w w w w h w w w + w w w"),
        ("Judge: SettleDissatisfaction (extension)", "n w w w w w w w w w h w w w + w w w"),
        ("Judge: SettleDissatisfaction (transfer)", "n w w w w w w w w w h w w w + w w w"),
        ("CloseCase", "n w w w c + w w w w h w c + w w w w"),
        ("Judge: RequestForcedClosing", "n w w w w w + + + + h + + + + w w w"),
        ("Judge: RuleForcedClosing", "n p p p p p p p p p h p p p p p p p"),
        ("RateCase", "n w w w w w w w w w h w w w w + r w"),
        ("Judge: RequestExclusion", "n w w w w w w + + + h + + + + + + w"),
        ("Judge: RuleExclusion", "n p p p p p p p p p h p p p p p p p"),
        ("Judge: AppealScore", "n w w w w w w + + + h + + + + + + w"),
        ("Judge: DecideScoreAppeal", "n f f f f f f f f f h f f f f f f f"),
        ("Judge: LookBack", "n w w w w w w w w w h w w w w l l w"),
        ("Judge: Reopen", "n w w w w w w w w w h w w w w + + w"),
        ("Supervise: Issue", "n + + + + + + + + + + + + + + w w w"),
        ("Supervise: Answer", "n v v v v v v v v v v v v v v v v v"),
        ("Supervise: Lift", "n v v v v v v v v v v v v v v v v v"),
    ],
};

const COLLECTING: Grid = Grid {
    title: "collecting",
    stages: STAGES,
    rows: &[
        ("Collect: Join", "n + + + w w + + + + + w w w w w w w"),
        ("Collect: ChooseRepresentative", "n y y y y y y y y y y y y y y y y y"),
        ("Collect: Vote", "n w w w w w w w w w h w y y y y y w"),
        ("Collect: ListItems", "n + + + w w + + + + + w w w w w w w"),
        ("Collect: OrderRectification", "n w w w w w w i i i h w w w w w w w"),
        ("Collect: ClaimRectified", "n w w w w w w i i i h w w w w w w w"),
        ("Collect: Reinspect", "n w w w w w w i i i h i w w w w w w"),
        ("Collect: Reinspect, failed", "n w w w w w w i i i h i w w w w w w"),
        ("Collect: RestoreItem", "n w w w w w w i i i h i w w w w w w"),
    ],
};

const ECHOING: Grid = Grid {
    title: "echoing",
    stages: STAGES,
    rows: &[
        ("Echo: Propose", "n + + + + + + + + + + + + + + + + w"),
        ("Echo: Rule", "n p p p p p p p p p p p p p p p p w"),
        ("Echo: Retract", "n x x x x x x x x x x x x x x x x w"),
    ],
};

const ASKED: Grid = Grid {
    title: "asked",
    stages: &[
        "dispatched",
        "dispatched, return asked",
        "dispatched, return refused",
        "dispatched, determined",
        "reported, extension asked",
        "dispatched, suspension asked",
        "suspended",
        "dispatched, forced closing asked",
        "closed, excluded",
        "closed, exclusion asked",
        "closed, appealed",
    ],
    rows: &[
        ("OnDispatch: RequestReturn", "+ q R D + + h + s s s"),
        ("Rule: Return", "p + p p p p h p p p p"),
        ("OnDispatch: RequestExtension", "s s s s q s h s s s s"),
        ("Rule: Extension", "p p p p + p h p p p p"),
        ("Direct: DeclareOrphan", "+ g + + + + h + w w w"),
        ("Direct: Transfer (lead)", "+ g + + + + h + w w w"),
        ("Schedule: RequestSuspension", "+ + + + + q h + w w w"),
        ("Schedule: RuleSuspension", "p p p p p + p p p p p"),
        ("Schedule: ReviewSuspension", "k k k k k k + k k k k"),
        ("Schedule: LiftSuspension", "k k k k k k + k k k k"),
        ("Judge: RequestForcedClosing", "+ + + + + + h q w w w"),
        ("Judge: RuleForcedClosing", "p p p p p p h + p p p"),
        ("Judge: RequestExclusion", "+ + + + + + h + q q +"),
        ("Judge: RuleExclusion", "p p p p p p h p p + p"),
        ("Judge: AppealScore", "+ + + + + + h + + + q"),
        ("Judge: DecideScoreAppeal", "f f f f f f h f f f +"),
    ],
};

const LISTED: Grid = Grid {
    title: "listed",
    stages: &[
        "in_handling",
        "in_handling, item open",
        "in_handling, item claimed",
        "in_handling, item struck off",
        "verification, item open",
        "verification, item claimed",
        "verification, item struck off",
    ],
    rows: &[
        ("Collect: OrderRectification", "i + t t w w w"),
        ("Collect: ClaimRectified", "i + t t w w w"),
        ("Collect: Reinspect", "i t + t t + t"),
        ("Collect: Reinspect, failed", "i t + t t + t"),
        ("Collect: RestoreItem", "i t t + t t +"),
        ("Verify", "w w w w I I +"),
    ],
};

const ACCOMPANIED: Grid = Grid {
    title: "accompanied",
    stages: &[
        "in_handling",
        "in_handling, joint action",
        "in_handling, joint action over",
        "in_handling, plan",
        "in_handling, milestone reached",
        "in_handling, supervised",
        "in_handling, supervision lifted",
        "in_handling, joined",
        "callback, joined",
        "callback, voted",
    ],
    rows: &[
        ("Direct: ScheduleJointAction", "+ + + + + + + + w w"),
        ("Direct: SignInJointAction", "j + J j j j j j j j"),
        ("Direct: HoldJointAction", "j + J j j j j j j j"),
        ("Schedule: AgreePlan", "+ + + + M + + + w w"),
        ("Schedule: ReachMilestone", "m m m + M m m m w w"),
        ("Schedule: ReportProgress", "m m m + + m m m w w"),
        ("Supervise: Issue", "+ + + + + + + + + +"),
        ("Supervise: Answer", "v v v v v + S v v v"),
        ("Supervise: Lift", "v v v v v + S v v v"),
        ("Collect: Join", "+ + + + + + + Y w w"),
        ("Collect: ChooseRepresentative", "y y y y y y y + + +"),
        ("Collect: Vote", "w w w w w w w w + V"),
    ],
};

pub(in crate::case::tests) const GRIDS: [Grid; 9] =
    [INTAKE, DISPATCHING, SCHEDULING, JUDGING, COLLECTING, ASKED, LISTED, ACCOMPANIED, ECHOING];

/// The signs of [`GRIDS`] and [`ACTIONS`].
pub(in crate::case::tests) const SIGNS: [(char, &str); 37] = [
    ('n', "case_not_found"),
    ('a', "already_raised"),
    ('w', "wrong_status"),
    ('h', "suspended"),
    ('k', "not_suspended"),
    ('e', "not_for_emergencies"),
    ('d', "dispatch_not_found"),
    ('s', "wrong_dispatch_state"),
    ('o', "only_notified"),
    ('L', "not_a_helper"),
    ('u', "not_sent"),
    ('U', "department_twice"),
    ('p', "nothing_pending"),
    ('q', "already_pending"),
    ('g', "return_pending"),
    ('R', "returned_already"),
    ('D', "determined"),
    ('N', "no_deadline"),
    ('b', "already_answered"),
    ('c', "callback_missing"),
    ('r', "already_rated"),
    ('l', "look_back_too_early"),
    ('m', "no_plan"),
    ('M', "milestone_reached_already"),
    ('O', "milestones_open"),
    ('i', "item_unknown"),
    ('t', "wrong_item_state"),
    ('I', "items_open"),
    ('y', "complainant_unknown"),
    ('Y', "joined_already"),
    ('V', "household_voted"),
    ('j', "joint_action_unknown"),
    ('J', "joint_action_over"),
    ('v', "supervision_unknown"),
    ('S', "supervision_over"),
    ('f', "appeal_unknown"),
    ('x', "not_published"),
];

/// What each action does in each of [`DispatchState::ALL`](crate::case::DispatchState::ALL): first to a lead or
/// co-handler, then to a notified one.
pub(in crate::case::tests) const ACTIONS: [(&str, &str, &str); 9] = [
    ("Sign", "+ s s s s s s s s", "+ s s s s s s s s"),
    ("ReportForDuty", "s + s s s s s s s", "o o o o o o o o o"),
    ("Accept", "s s + s s s s s s", "o o o o o o o o o"),
    ("ContactResident", "+ + + + + + s s s", "o o o o o o o o o"),
    ("RecordMeasure", "s s s + s + s s s", "o o o o o o o o o"),
    ("SubmitFeedback", "s s s + s + s s s", "o o o o o o o o o"),
    ("RequestReturn", "+ + + s s s s s s", "o o o o o o o o o"),
    ("RequestExtension", "s + + + s + s s s", "o o o o o o o o o"),
    ("ExplainOverdue", "+ + + + + + s s s", "o o o o o o o o o"),
];
