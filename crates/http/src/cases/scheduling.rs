//! 挂账与计划: parking a case, and working it off by stages.

use whistle_app::{
    MilestoneReport, PlanForm, Progress, Resumption, SuspensionRequest, SuspensionReview, SuspensionRuling,
};

crate::command::case_commands! {
    /// 挂账申请: asks for the case to be parked. Somebody else decides.
    suspend at "/api/v1/cases/{id}/suspend" takes Body<SuspensionRequest>;

    /// 挂账审批: never by whoever asked.
    rule_suspension at "/api/v1/cases/{id}/rule-suspension" takes Body<SuspensionRuling>;

    /// 挂账复核: the obstacle is still there.
    review_suspension at "/api/v1/cases/{id}/review-suspension" takes Body<SuspensionReview>;

    /// 解除挂账: work goes on, with the time that was left.
    resume at "/api/v1/cases/{id}/resume" takes Body<Resumption>;

    /// 计划: the stages of the work, each with an end of its own.
    plan at "/api/v1/cases/{id}/plan" takes Body<PlanForm>;

    /// 节点完成: a stage is reached.
    milestones at "/api/v1/cases/{id}/milestones" takes Body<MilestoneReport>;

    /// 进展: how planned work comes along.
    progress at "/api/v1/cases/{id}/progress" takes Body<Progress>;
}
