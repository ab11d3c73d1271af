//! The events of a case. They are kept for ever: fields are only added, and each has a golden file under
//! `crates/domain/golden/` that must stay readable.

mod collective;
mod deadline;
mod dispatching;
mod handling;
mod intake;
mod review;
mod supervision;
mod time;

use serde::{Deserialize, Serialize};

pub use collective::*;
pub use deadline::*;
pub use dispatching::*;
pub use handling::*;
pub use intake::*;
pub use review::*;
pub use supervision::*;
pub use time::*;

/// Declares the events, each with the word of the field for it; the type under which one is kept is its name.
macro_rules! events {
    ($($(#[doc = $word:literal])+ $name:ident($payload:ty),)+) => {
        /// Whatever can happen to a case. Personal data is in here only as [`Sealed`](crate::privacy::Sealed).
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[expect(
            clippy::large_enum_variant,
            reason = "one is made per command and moved at once; boxing would only hide it"
        )]
        pub enum CaseEvent {
            $($(#[doc = $word])+ $name($payload),)+
        }

        impl CaseEvent {
            /// The type of every event, in the order of their declaration.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name)),+];

            /// The type under which the event is kept.
            pub const fn name(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => stringify!($name),)+
                }
            }
        }
    };
}

events! {
    /// 吹哨.
    WhistleRaised(WhistleRaised),
    /// 补充更正.
    WhistleAmended(WhistleAmended),
    /// 撤回.
    WhistleWithdrawn(WhistleWithdrawn),
    /// 社区审核通过.
    WhistleEndorsed(WhistleEndorsed),
    /// 社区不予支持.
    WhistleDeclined(WhistleDeclined),
    /// 不予受理.
    CaseNotAccepted(CaseNotAccepted),
    /// 转引.
    CaseDiverted(CaseDiverted),
    /// 就地化解.
    HandledLocally(HandledLocally),
    /// 逐级上报.
    EscalatedToLevel(EscalatedToLevel),
    /// 立案.
    CaseFiled(CaseFiled),
    /// 重新归类.
    CaseReclassified(CaseReclassified),
    /// 关联.
    CaseLinked(CaseLinked),
    /// 并案.
    CaseMerged(CaseMerged),
    /// 并入.
    DuplicateAbsorbed(DuplicateAbsorbed),
    /// 派单.
    DispatchIssued(DispatchIssued),
    /// 无头事项.
    OrphanDeclared(OrphanDeclared),
    /// 收回派单.
    DispatchRecalled(DispatchRecalled),
    /// 签收.
    DispatchSigned(DispatchSigned),
    /// 值班升级.
    DutyEscalated(DutyEscalated),
    /// 报到.
    DepartmentReported(DepartmentReported),
    /// 接单.
    DispatchAccepted(DispatchAccepted),
    /// 联系诉求人.
    ResidentContacted(ResidentContacted),
    /// 处置措施.
    MeasureRecorded(MeasureRecorded),
    /// 办理反馈.
    FeedbackSubmitted(FeedbackSubmitted),
    /// 逾期说明.
    OverdueExplained(OverdueExplained),
    /// 联合行动.
    JointActionScheduled(JointActionScheduled),
    /// 签到.
    JointActionSignedIn(JointActionSignedIn),
    /// 联合行动结束.
    JointActionHeld(JointActionHeld),
    /// 退单申请.
    ReturnRequested(ReturnRequested),
    /// 同意退单.
    ReturnApproved(ReturnRuling),
    /// 不同意退单.
    ReturnRefused(ReturnRuling),
    /// 审定.
    LeadDetermined(ReturnRuling),
    /// 延期申请.
    ExtensionRequested(ExtensionRequested),
    /// 同意延期.
    ExtensionApproved(ExtensionApproved),
    /// 不同意延期.
    ExtensionRefused(ExtensionRefused),
    /// 挂账申请.
    SuspensionRequested(SuspensionRequested),
    /// 挂账.
    CaseSuspended(CaseSuspended),
    /// 不同意挂账.
    SuspensionRefused(SuspensionRefused),
    /// 挂账复核.
    SuspensionReviewed(SuspensionReviewed),
    /// 解除挂账.
    SuspensionLifted(SuspensionLifted),
    /// 计划.
    PlanAgreed(PlanAgreed),
    /// 节点完成.
    MilestoneReached(MilestoneReached),
    /// 进展.
    ProgressReported(ProgressReported),
    /// 核查通过.
    VerificationPassed(VerificationPassed),
    /// 核查不通过, 返工.
    VerificationFailed(VerificationFailed),
    /// 无法核查.
    VerificationImpossible(VerificationImpossible),
    /// 回访未接通.
    CallbackUnanswered(CallbackUnanswered),
    /// 回访.
    CallbackAnswered(CallbackAnswered),
    /// 不满意.
    DissatisfactionRecorded(DissatisfactionRecorded),
    /// 不满意件销号.
    DissatisfactionSettled(DissatisfactionSettled),
    /// 重办.
    ReworkOrdered(ReworkOrdered),
    /// 结案.
    CaseClosed(CaseClosed),
    /// 强制结案申请.
    ForcedClosingRequested(ForcedClosingRequested),
    /// 不同意强制结案.
    ForcedClosingRefused(ForcedClosingRefused),
    /// 强制结案.
    CaseForceClosed(CaseForceClosed),
    /// 剔除申请.
    ExclusionRequested(ExclusionRequested),
    /// 剔除审批.
    ExclusionRuled(ExclusionRuled),
    /// 申诉.
    ScoreAppealed(ScoreAppealed),
    /// 申诉处理.
    ScoreAppealDecided(ScoreAppealDecided),
    /// 群众评价.
    CaseRated(CaseRated),
    /// 回头看.
    LookBackDone(LookBackDone),
    /// 重新办理.
    CaseReopened(CaseReopened),
    /// 督办.
    SupervisionIssued(SupervisionIssued),
    /// 督办回复.
    SupervisionAnswered(SupervisionAnswered),
    /// 解除督办.
    SupervisionLifted(SupervisionLifted),
    /// 联名.
    ComplainantJoined(ComplainantJoined),
    /// 推选代表.
    RepresentativeChosen(RepresentativeChosen),
    /// 按户评价.
    HouseholdVoted(HouseholdVoted),
    /// 问题清单.
    ItemsListed(ItemsListed),
    /// 责令整改.
    RectificationOrdered(RectificationOrdered),
    /// 申报整改完成.
    RectificationClaimed(RectificationClaimed),
    /// 复查.
    ItemReinspected(ItemReinspected),
    /// 销号.
    ItemStruckOff(ItemStruckOff),
    /// 恢复.
    ItemRestored(ItemRestored),
    /// 重算期限.
    DeadlineRecomputed(DeadlineRecomputed),
}
