//! The rules of the lifecycle that a district decides for itself: periods, counts, and who may approve what.

use serde::{Deserialize, Serialize};

use super::{Limit, PolicyProblem};
use crate::actor::Role;

/// Rules beside the limits of categories. Whatever a file leaves out has the value given here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Rules {
    /// Whether a whistle is only endorsed with a word on what the neighbourhood tried itself (emergencies excepted).
    pub local_attempt_required: bool,
    /// Whether a handling is only found good, and a case only closed, with some evidence in its stream.
    pub evidence_required: bool,
    /// 退单: how long after the issue a unit may ask to return a dispatch.
    pub return_within: Limit,
    /// How long the ruling on a return may take; the case's own clock runs on.
    pub return_ruling_within: Limit,
    /// 延期: the longest single extension. None is ever longer than the limit that it extends.
    pub extension_max: Limit,
    /// Extensions of one dispatch that are possible at all.
    pub extensions_max: u32,
    /// Extensions of one dispatch that the first level may grant; those beyond it need the further level.
    pub extensions_at_first_level: u32,
    /// 挂账: days until a parked case must be looked at again, at most.
    pub suspension_review_days_max: u32,
    /// Callback attempts before a case may be closed without an answer.
    pub callback_attempts_min: u32,
    /// Attempts nearer to each other than this count as one.
    pub callback_spacing: Limit,
    /// A satisfaction up to this, of 1 to 5, makes a case dissatisfied even when it is solved.
    pub dissatisfied_max: u8,
    /// 回头看: when a closed case is looked at again, counted from its closing.
    pub look_back: Vec<Limit>,
    /// 重复诉求: days after a closing within which the same matter at the same place, raised again, repeats it. 90 is the
    /// practice of 接诉即办 and of 数字城管.
    pub repeat_within_days: u32,
    /// 重复诉求: how many metres two points of the same place may lie apart. Proposal: what a telephone is off by, and no
    /// further than the next building.
    pub repeat_metres_max: u32,
    /// 计划类: how often planned work must report its progress.
    pub progress_every: Limit,
    /// 督办: within which time a written supervision is answered.
    pub written_reply_within: Limit,
    /// How long each step of the escalation chain has before the next is called.
    pub escalation_step: Limit,
    /// Who may approve what.
    pub approvals: Approvals,
    /// How units are scored.
    pub scoring: Scoring,
}

/// Who may approve what. Whoever asked never approves, whatever their role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Approvals {
    /// A first return request.
    pub first_return: Vec<Role>,
    /// 审定: the final determination that a second return request forces.
    pub determination: Vec<Role>,
    /// Extensions up to `extensions_at_first_level`.
    pub first_extension: Vec<Role>,
    /// Extensions beyond it.
    pub further_extension: Vec<Role>,
    /// 挂账.
    pub suspension: Vec<Role>,
    /// 研判销号: closing a dissatisfied case because nothing more can be done.
    pub analysis: Vec<Role>,
    /// 强制结案.
    pub forced_closing: Vec<Role>,
    /// 剔除.
    pub exclusion: Vec<Role>,
    /// 申诉.
    pub score_appeal: Vec<Role>,
    /// 黄牌、红牌、督办单、提级督办; a reminder needs no level.
    pub supervision: Vec<Role>,
}

/// 综合得分: weights in hundredths, deductions in hundredths of a point; see [`Score`](crate::report::Score).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scoring {
    /// Weight of the response rate, percent.
    pub response_weight: u8,
    /// Weight of the resolution rate, percent.
    pub resolution_weight: u8,
    /// Weight of the satisfaction rate, percent.
    pub satisfaction_weight: u8,
    /// Deduction for a red card, hundredths of a point.
    pub red_card: u16,
    /// Deduction for a false closure, hundredths of a point.
    pub false_closure: u16,
    /// Deduction for a refused report for duty, hundredths of a point.
    pub refused_report: u16,
    /// Cases below which a rate says too little to rank by.
    pub sample_min: u32,
    /// 吹哨率 below which problems may be kept out of sight, percent.
    pub whistle_rate_min: u8,
    /// 吹哨率 above which too little may be tried at home, percent.
    pub whistle_rate_max: u8,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            local_attempt_required: false,
            evidence_required: false,
            return_within: Limit::WorkingDays(1),
            return_ruling_within: Limit::WorkHours(4),
            extension_max: Limit::WorkingDays(7),
            extensions_max: 2,
            extensions_at_first_level: 1,
            suspension_review_days_max: 90,
            callback_attempts_min: 3,
            callback_spacing: Limit::Hours(2),
            dissatisfied_max: 2,
            look_back: vec![Limit::Days(30), Limit::Days(90)],
            repeat_within_days: 90,
            repeat_metres_max: 50,
            progress_every: Limit::Days(30),
            written_reply_within: Limit::WorkingDays(2),
            escalation_step: Limit::Minutes(10),
            approvals: Approvals::default(),
            scoring: Scoring::default(),
        }
    }
}

impl Default for Approvals {
    fn default() -> Self {
        let desk = vec![Role::Dispatcher, Role::Supervisor];
        let senior = vec![Role::Supervisor];
        Self {
            first_return: desk.clone(),
            determination: senior.clone(),
            first_extension: desk,
            further_extension: senior.clone(),
            suspension: senior.clone(),
            analysis: senior.clone(),
            forced_closing: senior.clone(),
            exclusion: senior.clone(),
            score_appeal: senior.clone(),
            supervision: senior,
        }
    }
}

impl Default for Scoring {
    fn default() -> Self {
        Self {
            response_weight: 30,
            resolution_weight: 35,
            satisfaction_weight: 35,
            red_card: 50,
            false_closure: 200,
            refused_report: 300,
            sample_min: 10,
            whistle_rate_min: 20,
            whistle_rate_max: 80,
        }
    }
}

impl Rules {
    /// Who grants the next extension of a dispatch that has had so many.
    pub fn extension_level(&self, given: u32) -> &[Role] {
        if given < self.extensions_at_first_level {
            &self.approvals.first_extension
        } else {
            &self.approvals.further_extension
        }
    }

    /// Everything that is wrong with the rules.
    pub(super) fn problems(&self) -> Vec<PolicyProblem> {
        let scoring = self.scoring;
        let weights = [scoring.response_weight, scoring.resolution_weight, scoring.satisfaction_weight];
        let levels = self.approvals.levels();
        let unmanned = levels.iter().filter(|(_, roles)| roles.is_empty());
        let checks = [
            (weights.iter().map(|weight| u32::from(*weight)).sum::<u32>() != 100, "scoring"),
            (scoring.whistle_rate_min > scoring.whistle_rate_max, "scoring.whistle_rate_min"),
            (scoring.whistle_rate_max > 100, "scoring.whistle_rate_max"),
            (self.callback_attempts_min == 0, "callback_attempts_min"),
            (!(1..=366).contains(&self.suspension_review_days_max), "suspension_review_days_max"),
            (self.dissatisfied_max > 4, "dissatisfied_max"),
            (self.look_back.is_empty(), "look_back"),
            (!(1..=366).contains(&self.repeat_within_days), "repeat_within_days"),
            (!(1..=1_000).contains(&self.repeat_metres_max), "repeat_metres_max"),
            (self.extensions_at_first_level > self.extensions_max, "extensions_at_first_level"),
        ];
        let wrong = checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, field)| field);
        wrong.chain(unmanned.map(|(field, _)| *field)).map(|field| PolicyProblem::Rule { field }).collect()
    }
}

impl Approvals {
    fn levels(&self) -> [(&'static str, &[Role]); 10] {
        [
            ("approvals.first_return", &self.first_return),
            ("approvals.determination", &self.determination),
            ("approvals.first_extension", &self.first_extension),
            ("approvals.further_extension", &self.further_extension),
            ("approvals.suspension", &self.suspension),
            ("approvals.analysis", &self.analysis),
            ("approvals.forced_closing", &self.forced_closing),
            ("approvals.exclusion", &self.exclusion),
            ("approvals.score_appeal", &self.score_appeal),
            ("approvals.supervision", &self.supervision),
        ]
    }
}
