//! Doors: what leads from a building to one household.

use super::{Hit, before, follows, is, word};

/// What a building's own designation ends with.
const BUILDINGS: [&str; 7] = ["楼", "栋", "幢", "座", "花园", "小区", "家属院"];
const CHINESE_DIGITS: &str = "〇零一二三四五六七八九十百两";
/// After a room these make it something else: 室内, 房屋.
const NOT_A_ROOM: &str = "内外友屋产间子地源东型顶";
/// After a bare number these make it a quantity.
const NOT_A_DOOR: &str = "个名人户位米元年月日度天次号平多余件台辆万千亿斤时分秒岁条家块棵处吨";
/// Behind an entrance only a whole unit makes a number a quantity.
const UNITS: [&str; 16] = [
    "元",
    "米",
    "平方",
    "平米",
    "度电",
    "年",
    "个月",
    "公斤",
    "吨",
    "户居民",
    "名",
    "多户",
    "余户",
    "多人",
    "余人",
    "个",
];

/// A door in free text. An entrance alone (`3单元楼道灯不亮`) is where the work is, and leads to nobody.
pub(super) fn door(text: &[char], at: usize) -> Option<Hit> {
    begins_designation(text, at).then_some(())?;
    let hidden = |end| Hit { end, shown: "***".to_owned() };
    if let Some(unit) = unit(text, at) {
        return behind_unit(text, skip_separator(text, unit)).map(hidden);
    }
    if let Some(floor) = floor(text, at) {
        let inside = skip_separator(text, floor);
        return side(text, inside).or_else(|| room(text, inside)).map(hidden);
    }
    if let Some((kept, end)) = building_unit_room(text, at) {
        let building: String = text[at..kept].iter().collect();
        return Some(Hit { end, shown: format!("{building}***") });
    }
    unit_room(text, at).or_else(|| room(text, at)).map(hidden)
}

/// Where an address begins to lead inside a building.
pub(in super::super) fn first_inside_building(text: &[char]) -> Option<usize> {
    (0..text.len()).find_map(|at| {
        begins_designation(text, at).then_some(())?;
        if let Some((building_end, _)) = building_unit_room(text, at) {
            return Some(building_end);
        }
        let in_building = after_building(text, at);
        let floor = || {
            floor(text, at)
                .filter(|&end| in_building || room(text, end).or_else(|| side(text, end)).is_some())
        };
        let bare = || plausible_room(text, at).filter(|_| in_building);
        unit(text, at)
            .or_else(floor)
            .or_else(|| unit_room(text, at))
            .or_else(|| room(text, at))
            .or_else(bare)
            .map(|_| at)
    })
}

/// A designation does not begin inside a number, a word of Latin letters, or another designation.
fn begins_designation(text: &[char], at: usize) -> bool {
    let starts = text[at].is_ascii_alphanumeric() || CHINESE_DIGITS.contains(text[at]) || text[at] == '第';
    starts
        && !is(before(text, at), |c| {
            c.is_ascii_alphanumeric() || CHINESE_DIGITS.contains(c) || matches!(c, '-' | '.' | '第')
        })
}

fn after_building(text: &[char], at: usize) -> bool {
    BUILDINGS.iter().any(|building| follows(text, at, building))
}

fn skip_separator(text: &[char], at: usize) -> usize {
    at + usize::from(is(text.get(at).copied(), |c| matches!(c, ' ' | '-' | ',')))
}

/// One to four digits, or up to five Chinese numerals.
fn number(text: &[char], at: usize) -> Option<usize> {
    let count = |test: fn(char) -> bool| {
        text.get(at..).unwrap_or_default().iter().take(6).take_while(|&&c| test(c)).count()
    };
    match (count(|c| c.is_ascii_digit()), count(|c| CHINESE_DIGITS.contains(c))) {
        (digits @ 1..=4, _) => Some(at + digits),
        (0, numerals @ 1..=5) => Some(at + numerals),
        _ => None,
    }
}

/// `3单元`, `第二单元`, `A单元`.
fn unit(text: &[char], at: usize) -> Option<usize> {
    let start = at + usize::from(text.get(at) == Some(&'第'));
    let lettered = text.get(start).filter(|c| c.is_ascii_alphabetic()).map(|_| start + 1);
    word(text, number(text, start).or(lettered)?, "单元")
}

/// `5楼`, `五层`.
fn floor(text: &[char], at: usize) -> Option<usize> {
    let end = number(text, at)?;
    word(text, end, "楼").or_else(|| word(text, end, "层"))
}

/// `东户`: the household on that side of the stairs.
fn side(text: &[char], at: usize) -> Option<usize> {
    is(text.get(at).copied(), |c| "东西南北中左右".contains(c)).then(|| word(text, at + 1, "户")).flatten()
}

/// What follows an entrance: a floor, a side, a room, or a number that can only be a room's.
fn behind_unit(text: &[char], at: usize) -> Option<usize> {
    let at = floor(text, at).map_or(at, |floor| skip_separator(text, floor));
    side(text, at).or_else(|| room(text, at)).or_else(|| {
        let end = plausible_room(text, at)?;
        let suffix = word(text, end, "户").or_else(|| word(text, end, "号"));
        // Behind an entrance three or four digits are a door, unless a whole unit of measure follows: 301家里, 502人不在.
        suffix.or_else(|| UNITS.iter().all(|unit| word(text, end, unit).is_none()).then_some(end))
    })
}

/// `502室`, `502号房`, `五零二室`.
fn room(text: &[char], at: usize) -> Option<usize> {
    let numerals = || {
        let end = number(text, at)?;
        ((3..=4).contains(&(end - at)) && !text[at].is_ascii_digit()).then_some(end)
    };
    let end = plausible_room(text, at).or_else(numerals)?;
    let end = word(text, end, "号").unwrap_or(end);
    let end = word(text, end, "室").or_else(|| word(text, end, "房"))?;
    (!is(text.get(end).copied(), |c| NOT_A_ROOM.contains(c))).then_some(end)
}

/// Three or four digits that number a room: the last two count the doors of a floor.
fn plausible_room(text: &[char], at: usize) -> Option<usize> {
    let length = text.get(at..)?.iter().take(5).take_while(|c| c.is_ascii_digit()).count();
    let end = at + length;
    let doors =
        (3..=4).contains(&length).then(|| text[end - 2].to_digit(10).zip(text[end - 1].to_digit(10)))??;
    (text[at] != '0' && (1..=40).contains(&(doors.0 * 10 + doors.1))).then_some(end)
}

/// `2-1-301`: building, entrance, room. Answers where the building ends (its dash included) and where the whole
/// ends. `11-21-2026` has the same form: a year is taken for a room only behind the name of a building.
fn building_unit_room(text: &[char], at: usize) -> Option<(usize, usize)> {
    let unit = word(text, short_number(text, at)?, "-")?;
    let room_at = word(text, short_number(text, unit)?, "-")?;
    let end = plausible_room(text, room_at)?;
    let year = matches!(text[room_at..end], ['1', '9', _, _] | ['2', '0', _, _]);
    let apart = !is(text.get(end).copied(), |c| {
        c == '-' || c == '.' || c.is_ascii_alphanumeric() || NOT_A_DOOR.contains(c)
    });
    (apart && (!year || after_building(text, at))).then(|| (unit, word(text, end, "室").unwrap_or(end)))
}

/// `2-502` behind a building, or `2-502室` anywhere.
fn unit_room(text: &[char], at: usize) -> Option<usize> {
    let start = word(text, short_number(text, at)?, "-")?;
    let bare = || {
        let end = plausible_room(text, start).filter(|_| after_building(text, at))?;
        (!is(text.get(end).copied(), |c| c == '-' || NOT_A_DOOR.contains(c))).then_some(end)
    };
    room(text, start).or_else(bare)
}

/// One or two digits.
fn short_number(text: &[char], at: usize) -> Option<usize> {
    let length = text.get(at..)?.iter().take(3).take_while(|c| c.is_ascii_digit()).count();
    (1..=2).contains(&length).then_some(at + length)
}
