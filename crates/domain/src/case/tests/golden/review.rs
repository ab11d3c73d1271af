//! The check, the resident, the end, and looking back.

use super::*;

pub(super) fn samples() -> Vec<CaseEvent> {
    [of_the_first_version(), added_since()].concat()
}

fn of_the_first_version() -> Vec<CaseEvent> {
    vec![
        CaseEvent::VerificationPassed(VerificationPassed {
            note: plain("路面干燥"),
            evidence: vec![plain("现场照片")],
            by: grid_worker(),
            at: at(13),
        }),
        CaseEvent::VerificationFailed(VerificationFailed {
            note: plain("仍有渗水"),
            evidence: vec![plain("现场照片")],
            reworked: vec![id(10)],
            by: grid_worker(),
            at: at(14),
        }),
        CaseEvent::CallbackUnanswered(CallbackUnanswered {
            note: plain("无人接听"),
            by: staff(23, Role::Hotline, "hotline"),
            at: at(15),
        }),
        CaseEvent::CallbackAnswered(CallbackAnswered {
            verdict: Verdict { solved: false, satisfaction: 2 },
            comment: plain("雨天还漏"),
            by: staff(23, Role::Hotline, "hotline"),
            at: at(16),
        }),
        CaseEvent::ReworkOrdered(ReworkOrdered {
            dispatches: vec![id(10)],
            reason: Some(plain("复查发现又漏")),
            by: staff(23, Role::Hotline, "hotline"),
            at: at(17),
        }),
        CaseEvent::CaseClosed(CaseClosed {
            reason: plain("已修复,居民认可"),
            resolved_at_level: Level::District,
            look_back_at: Vec::new(),
            by: supervisor(),
            at: at(18),
        }),
        CaseEvent::CaseRated(CaseRated {
            verdict: Verdict { solved: true, satisfaction: 5 },
            comment: plain("谢谢"),
            at: at(19),
        }),
    ]
}

fn added_since() -> Vec<CaseEvent> {
    vec![
        CaseEvent::VerificationImpossible(VerificationImpossible {
            note: plain("无法进入"),
            by: grid_worker(),
            at: at(20),
        }),
        CaseEvent::DissatisfactionRecorded(DissatisfactionRecorded {
            verdict: Verdict { solved: false, satisfaction: 1 },
            by: staff(23, Role::Hotline, "hotline"),
            at: at(21),
        }),
        CaseEvent::DissatisfactionSettled(DissatisfactionSettled {
            exit: DissatisfactionExit::Extension,
            reason: plain("需延长工期"),
            by: supervisor(),
            at: at(22),
        }),
        CaseEvent::ForcedClosingRequested(ForcedClosingRequested {
            reason: plain("诉求人失联"),
            by: dispatcher(),
            at: at(23),
        }),
        CaseEvent::ForcedClosingRefused(ForcedClosingRefused {
            reason: plain("请再联系"),
            by: supervisor(),
            at: at(24),
        }),
        CaseEvent::CaseForceClosed(CaseForceClosed {
            reason: plain("属实"),
            resolved_at_level: Level::District,
            look_back_at: vec![at(58), at(59)],
            by: supervisor(),
            at: at(25),
        }),
        CaseEvent::ExclusionRequested(ExclusionRequested {
            ground: ExclusionGround::PetitionEnded,
            reason: plain("信访终结"),
            by: dispatcher(),
            at: at(26),
        }),
        CaseEvent::ExclusionRuled(ExclusionRuled {
            approved: true,
            reason: plain("属实"),
            by: supervisor(),
            at: at(27),
        }),
        CaseEvent::ScoreAppealed(ScoreAppealed {
            appeal: id(17),
            department: "water".to_owned(),
            reason: plain("派单有误"),
            evidence: vec![plain("截图")],
            by: officer(),
            at: at(28),
        }),
        CaseEvent::ScoreAppealDecided(ScoreAppealDecided {
            appeal: id(17),
            upheld: false,
            reason: plain("派单无误"),
            by: supervisor(),
            at: at(29),
        }),
        CaseEvent::LookBackDone(LookBackDone {
            relapsed: true,
            note: plain("又漏水"),
            evidence: vec![plain("照片")],
            by: grid_worker(),
            at: at(30),
        }),
        CaseEvent::CaseReopened(CaseReopened {
            cause: ReopeningCause::Relapse,
            reason: plain("又漏水"),
            dispatches: vec![id(10)],
            clocks: vec![reclocked()],
            by: grid_worker(),
            at: at(31),
        }),
    ]
}
