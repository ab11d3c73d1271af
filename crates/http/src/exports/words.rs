//! What codes are called in files for people.

use std::sync::Arc;

use whistle_app::{Caller, Reference};
use whistle_domain::actor::Role;
use whistle_domain::case::{CaseStatus, DispatchState, Level};
use whistle_domain::lamp::Lamp;
use whistle_domain::policy::WhistleKind;

/// The names of units, grids and categories as they are now.
#[derive(Clone)]
pub(crate) struct Words(pub(crate) Arc<Reference>);

impl Words {
    /// The name of a unit; its code where it has none any more.
    pub(crate) fn unit(&self, code: &str) -> String {
        let unit = self.0.organisation.unit(code);
        unit.map_or_else(|| code.to_owned(), |unit| unit.name.clone())
    }

    /// 制表单位: the unit of whoever asks.
    pub(crate) fn office(&self, caller: &Caller) -> String {
        caller.actor.unit.as_deref().map_or_else(|| "个人".to_owned(), |unit| self.unit(unit))
    }

    /// The names of several units.
    pub(crate) fn units(&self, codes: &[String]) -> String {
        codes.iter().map(|code| self.unit(code)).collect::<Vec<_>>().join("、")
    }

    /// 大类 and 小类.
    pub(crate) fn category(&self, code: &str) -> [String; 2] {
        let category = self.0.policies.current().category(code);
        category.map_or_else(
            || [String::new(), code.to_owned()],
            |category| [category.major.clone(), category.minor.clone()],
        )
    }

    /// The name of a grid.
    pub(crate) fn grid(&self, code: &str) -> String {
        let grid = self.0.organisation.grid(code);
        grid.map_or_else(|| code.to_owned(), |grid| grid.name.clone())
    }
}

/// 状态.
pub(crate) fn status(code: &str) -> String {
    let words = CaseStatus::from_code(code).map(|status| match status {
        CaseStatus::Unreported => "未上报",
        CaseStatus::Raised => "已吹哨",
        CaseStatus::Declined => "不予支持",
        CaseStatus::Endorsed => "已审核",
        CaseStatus::HandledLocally => "就地化解",
        CaseStatus::Filed => "已立案",
        CaseStatus::Dispatched => "已派单",
        CaseStatus::InHandling => "处置中",
        CaseStatus::Verification => "待核查",
        CaseStatus::Callback => "待回访",
        CaseStatus::Dissatisfied => "不满意",
        CaseStatus::Closed => "已结案",
        CaseStatus::NotAccepted => "不予受理",
        CaseStatus::Diverted => "转引",
        CaseStatus::Merged => "并案",
        CaseStatus::Withdrawn => "已撤回",
    });
    words.unwrap_or(code).to_owned()
}

/// 派单状态.
pub(crate) fn dispatch_state(code: &str) -> String {
    let words = DispatchState::from_code(code).map(|state| match state {
        DispatchState::Issued => "待签收",
        DispatchState::Signed => "已签收",
        DispatchState::Reported => "已报到",
        DispatchState::Accepted => "已接单",
        DispatchState::FeedbackSubmitted => "已反馈",
        DispatchState::Rework => "返工",
        DispatchState::Verified => "核查通过",
        DispatchState::Recalled => "已收回",
        DispatchState::Discharged => "已办结",
    });
    words.unwrap_or(code).to_owned()
}

/// 主办、协办、知会.
pub(crate) fn dispatch_role(code: &str) -> String {
    let words = match code {
        "lead" => "主办",
        "co_handler" => "协办",
        "notified" => "知会",
        other => other,
    };
    words.to_owned()
}

/// 哨型.
pub(crate) fn kind(code: &str) -> String {
    let words = WhistleKind::from_code(code).map(|kind| match kind {
        WhistleKind::Appeal => "民生诉求",
        WhistleKind::Law => "综合执法",
        WhistleKind::Emergency => "应急处置",
        WhistleKind::Key => "重点工作",
        WhistleKind::Mediation => "矛盾纠纷",
    });
    words.unwrap_or(code).to_owned()
}

/// 哨源: a channel, or the role of whoever raised it.
pub(crate) fn source(code: &str) -> String {
    let words = match code {
        "resident" => "居民自报",
        "web" => "网页",
        "wechat" => "微信",
        "app" => "手机应用",
        "phone" => "电话",
        "grid" => "网格巡查",
        "patrol" => "巡查",
        "visit" => "入户走访",
        "sensor" => "感知设备",
        "hotline" => "热线电话",
        "leader_reception" => "领导接访",
        "cadre_visit" => "干部下访",
        "duty_desk" => "坐班接访",
        "deputy" => "代表委员",
        "import" => "历史导入",
        other => return role(other),
    };
    words.to_owned()
}

/// 层级.
pub(crate) fn level(code: &str) -> String {
    let words = Level::from_code(code).map(|level| match level {
        Level::Building => "楼栋",
        Level::Compound => "小区",
        Level::Community => "社区",
        Level::Street => "街道",
        Level::District => "区县",
    });
    words.unwrap_or(code).to_owned()
}

/// 亮灯.
pub(crate) const fn lamp(lamp: Lamp) -> &'static str {
    match lamp {
        Lamp::Green => "绿灯（正常）",
        Lamp::Yellow => "黄灯（临期）",
        Lamp::Red => "红灯（超期）",
        Lamp::Grey => "灰灯（挂账）",
        Lamp::Purple => "紫灯（提级）",
    }
}

/// 角色.
pub(crate) fn role(code: &str) -> String {
    let words = Role::from_code(code).map(|role| match role {
        Role::Resident => "居民",
        Role::GridWorker => "网格员",
        Role::Community => "社区",
        Role::Hotline => "热线",
        Role::Dispatcher => "派遣员",
        Role::Department => "部门",
        Role::Supervisor => "督查",
        Role::Auditor => "审计",
        Role::Admin => "管理员",
        Role::System => "系统",
    });
    words.unwrap_or(code).to_owned()
}
