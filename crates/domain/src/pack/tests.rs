//! The exact words of the packs.

use chrono::{DateTime, Utc};

use super::wording::{count_change, rate, rate_change};
use super::*;
use crate::actor::Actor;

fn share(of: i64, all: i64) -> Share {
    Share { of, all }
}

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

fn period(text: &str) -> Period {
    text.parse().expect("a period")
}

fn nothing() -> PackFigures {
    PackFigures {
        judged_at: instant("2026-10-31T16:00:00Z"),
        sample_min: 10,
        now: Stretch::default(),
        previous: Stretch::default(),
        year_before: None,
        this_year: Stretch::default(),
        trend: Vec::new(),
        departments: Vec::new(),
        categories: Vec::new(),
        hot_spots: Vec::new(),
        overdue_total: 0,
        overdue: Vec::new(),
        disputed_total: 0,
        disputed: Vec::new(),
    }
}

fn october() -> PackFigures {
    let department = |unit: &str, name: &str, overdue| DepartmentFigures {
        unit: unit.to_owned(),
        name: name.to_owned(),
        due: 30,
        on_time: share(28, 30),
        overdue,
    };
    PackFigures {
        now: Stretch {
            received: 120,
            closed: 112,
            completion: share(112, 120),
            repeat: share(6, 120),
            on_time: share(100, 104),
            response: share(101, 104),
            resolution: share(80, 90),
            satisfaction: share(87, 90),
            parked: 2,
            excluded: 1,
            forced: 0,
        },
        previous: Stretch { received: 96, closed: 88, completion: share(88, 96), ..Stretch::default() },
        year_before: Some(Stretch::default()),
        this_year: Stretch {
            received: 1018,
            closed: 955,
            completion: share(955, 1018),
            ..Stretch::default()
        },
        departments: vec![department("water", "供水公司", 3), department("urban", "城管局", 1)],
        categories: vec![
            CategoryFigures {
                category: "0301".to_owned(),
                name: "漏水".to_owned(),
                received: 40,
                previous: 50,
            },
            CategoryFigures {
                category: "0102".to_owned(),
                name: "垃圾清运".to_owned(),
                received: 12,
                previous: 0,
            },
        ],
        overdue_total: 4,
        disputed_total: 2,
        ..nothing()
    }
}

#[test]
fn a_month_is_told_in_full() {
    let text = pack_text(PackKind::Monthly, period("2026-10"), &october());
    assert_eq!(
        text,
        "关于2026年10月小区吹哨工作情况的专题汇报\n\
         \n\
         一、总体情况\n\
         2026年10月共受理群众诉求120件，已办结112件，办结率93.3%。\n\
         受理量环比上升25%，同比无可比数据；办结率环比上升1.6个百分点，同比无可比数据。\n\
         本期到期事项按期办结率96.2%，响应率97.1%，解决率88.9%，满意率96.7%。\n\
         今年以来共受理1018件、办结955件、办结率93.8%。\n\
         诉求主要集中在漏水40件（环比下降20%）、垃圾清运12件（环比无可比数据）。\n\
         二、存在问题\n\
         （一）超期未结。截至期末超期未结4件，其中供水公司3件、城管局1件。\n\
         （二）退单争议。待审定退单2件，事权归属有待明确。\n\
         （三）群众不满意。回访90件中3件评价为不满意。\n\
         （四）重复诉求。重复诉求6件，占受理量的5%。\n\
         （五）非常规了结。本期到期事项中挂账2件、剔除1件、强制结案0件，须防止以此规避考核。\n\
         三、下步工作\n\
         （一）对超期未结的4件逐件明确责任单位和办结时限，限期销号。\n\
         （二）对待审定的2件退单组织会商，尽快审定承办单位。\n\
         （三）对评价为不满意的3件逐件研判，落实重办、延期、移交或者解释说明。\n\
         （四）对挂账的2件按期复核，条件具备的立即恢复办理。\n\
         （五）继续对照台账抓好落实，解决一个、销号一个。\n\
         \n\
         统计口径：受理含不予受理、并案和撤回的；受理、办结和重复诉求按吹哨时间归入本期，其余各率按到期时间归入本期；本报告各率按案件计，部门对比按派单计，两者不同；是否办结、是否超期截至2026年11月1日0时；\
         办结率=办结÷应办结；按期办结率=按期办结÷（办结+超期未结）；超期未结按派单计，挂账的不计入，剔除的不计入各项。\n"
    );
}

#[test]
fn a_week_without_cases_is_told_without_dividing_by_nothing() {
    let text = pack_text(PackKind::Weekly, period("2026-W46"), &nothing());
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(
        &lines[..9],
        [
            "2026年第46周小区吹哨工作联席碰头情况",
            "",
            "一、总体情况",
            "2026年第46周未受理群众诉求。",
            "受理量环比持平，同比无可比数据；办结率环比无可比数据，同比无可比数据。",
            "今年以来共受理0件、办结0件、办结率无可比数据。",
            "二、存在问题",
            "本期未发现突出问题。",
            "三、下步工作",
        ]
    );
    assert_eq!(lines[9], "（一）继续做好日常受理、巡查和回访工作。");
}

#[test]
fn a_week_lists_what_the_meeting_goes_through() {
    let matter = |number: &str, due_at: Option<&str>| OpenMatter {
        number: number.to_owned(),
        unit: "供水公司".to_owned(),
        due_at: due_at.map(instant),
    };
    let figures = PackFigures {
        overdue_total: 3,
        overdue: vec![matter("S1", Some("2026-11-12T16:00:00Z")), matter("S2", None)],
        ..nothing()
    };
    let text = pack_text(PackKind::Weekly, period("2026-W46"), &figures);
    let annex = "附：超期未结清单\n1.S1 供水公司，时限2026年11月13日\n2.S2 供水公司\n另有1件，见台账。\n";
    assert!(text.contains(annex), "{text}");
    assert!(!text.contains("附：退单争议清单"), "{text}");
}

#[test]
fn a_quarter_tells_its_months_and_its_hot_spots() {
    let month = |month: &str, received, of| TrendPoint {
        month: month.to_owned(),
        received,
        completion: share(of, received),
    };
    let figures = PackFigures {
        trend: vec![month("2026-07", 40, 40), month("2026-08", 8, 7), month("2026-09", 0, 0)],
        hot_spots: vec![HotSpot {
            unit: "community-1".to_owned(),
            name: "松影社区".to_owned(),
            category: "0301".to_owned(),
            category_name: "漏水".to_owned(),
            received: 9,
        }],
        ..nothing()
    };
    let text = pack_text(PackKind::Quarterly, period("2026-Q3"), &figures);
    assert!(text.starts_with("关于2026年第三季度小区吹哨工作的专题研判\n"), "{text}");
    let trend = "分月看，7月受理40件、办结率100%，8月受理8件、办结率87.5%（样本不足，仅供参考），\
                 9月受理0件、办结率无可比数据。";
    assert!(text.contains(trend), "{text}");
    assert!(text.contains("（一）热点集中。松影社区漏水9件。\n"), "{text}");
}

#[test]
fn a_rate_of_few_is_marked_and_one_of_none_is_none() {
    assert_eq!(rate(share(9, 9), 10), "100%（样本不足，仅供参考）");
    assert_eq!(rate(share(10, 10), 10), "100%");
    assert_eq!(rate(share(737, 972), 10), "75.8%");
    assert_eq!(rate(share(911, 972), 10), "93.7%");
    assert_eq!(rate(share(0, 0), 10), "无可比数据");
    assert_eq!(rate(share(0, 20), 10), "0%");
}

#[test]
fn changes_are_told_as_official_papers_tell_them() {
    assert_eq!(count_change(9, Some(8)), "上升12.5%");
    assert_eq!(count_change(6, Some(8)), "下降25%");
    assert_eq!(count_change(8, Some(8)), "持平");
    assert_eq!(count_change(0, Some(0)), "持平");
    assert_eq!(count_change(8, Some(0)), "无可比数据");
    assert_eq!(count_change(8, None), "无可比数据");
    assert_eq!(count_change(10_001, Some(10_000)), "上升不足0.1%");
    assert_eq!(rate_change(share(9, 10), Some(share(8, 10))), "上升10个百分点");
    assert_eq!(rate_change(share(88, 96), Some(share(112, 120))), "下降1.6个百分点");
    assert_eq!(rate_change(share(1, 2), Some(share(5, 10))), "持平");
    assert_eq!(rate_change(share(0, 0), Some(share(5, 10))), "无可比数据");
    assert_eq!(rate_change(share(5, 10), None), "无可比数据");
}

#[test]
fn a_pack_is_of_a_period_of_its_length_that_is_over_and_of_each_there_is_one() {
    let empty = ReportPack::default();
    let now = instant("2026-11-16T00:00:00Z");
    let freezable = |kind, text| empty.expect_freezable(kind, period(text), now);
    assert_eq!(freezable(PackKind::Weekly, "2026-W46"), Ok(()));
    assert_eq!(freezable(PackKind::Weekly, "2026-W47"), Err(PackRefusal::NotOver));
    assert_eq!(freezable(PackKind::Monthly, "2026-W46"), Err(PackRefusal::WrongPeriod));
    assert_eq!(freezable(PackKind::Quarterly, "2026-Q3"), Ok(()));
    let frozen = ReportPack {
        frozen: Some(ReportPackFrozen {
            kind: PackKind::Weekly,
            period: period("2026-W46"),
            as_of_position: 7,
            figures: nothing(),
            text: String::new(),
            by: Actor::anonymous_resident(),
            at: now,
        }),
    };
    let again = frozen.expect_freezable(PackKind::Weekly, period("2026-W46"), now);
    assert_eq!(again, Err(PackRefusal::AlreadyFrozen));
}

/// As the log has kept it since its first version. The file is never changed.
#[test]
fn a_frozen_pack_is_read_and_written_as_in_its_golden_file() {
    let golden = include_str!("../../golden/pack/report_pack_frozen.v1.json");
    let event = ReportPackEvent::ReportPackFrozen(Box::new(ReportPackFrozen {
        kind: PackKind::Monthly,
        period: period("2026-10"),
        as_of_position: 4711,
        figures: october(),
        text: "关于2026年10月小区吹哨工作情况的专题汇报\n".to_owned(),
        by: Actor { id: uuid::Uuid::nil(), role: crate::actor::Role::System, unit: None },
        at: instant("2026-11-01T18:30:00Z"),
    }));
    let read: ReportPackEvent = serde_json::from_str(golden).expect("a golden file can be read");
    assert_eq!(read, event);
    assert_eq!(serde_json::to_string_pretty(&event).expect("it can be written") + "\n", golden);
}
