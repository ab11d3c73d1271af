//! How personal data is shown to those who need not see all of it.

use super::fold::{fold, han};
use super::redact::doors;

/// Surnames of two characters; whoever bears one keeps both when the given name is masked.
const COMPOUND_SURNAMES: [&str; 44] = [
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟",
    "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离",
    "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷",
    "公良", "令狐", "百里", "呼延", "东郭",
];

/// How many characters of a Han name are the surname.
pub(super) fn surname_length(name: &[char]) -> usize {
    let compound = name.len() > 2
        && COMPOUND_SURNAMES.iter().any(|surname| surname.chars().eq(name[..2].iter().copied()));
    if compound { 2 } else { 1 }
}

/// The surname, and a star for every other character: `张*`, `欧阳**`. Of a Latin name the first letter of
/// every word is kept: `J*** S****`.
pub fn name(full: &str) -> String {
    let characters: Vec<char> = full.trim().chars().collect();
    if characters.first().copied().is_some_and(han) {
        let kept = surname_length(&characters);
        return characters.iter().enumerate().map(|(at, &c)| if at < kept { c } else { '*' }).collect();
    }
    let mut inside_word = false;
    let mut masked = String::with_capacity(full.len());
    for c in characters {
        masked.push(if c.is_whitespace() {
            ' '
        } else if inside_word {
            '*'
        } else {
            c
        });
        inside_word = !c.is_whitespace();
    }
    masked
}

/// A mobile number as `138****5678`; any other number keeps its last two digits.
pub fn phone(number: &str) -> String {
    let digits: Vec<char> = number.chars().map(fold).filter(char::is_ascii_digit).collect();
    let national =
        if digits.len() == 13 && digits.starts_with(&['8', '6']) { &digits[2..] } else { &digits[..] };
    if super::text::is_mobile(national) {
        let (head, tail) = (&national[..3], &national[7..]);
        return head.iter().chain(&['*'; 4]).chain(tail).collect();
    }
    last(national, 2)
}

/// A resident's identity number or a bank card: the last four only, since the first fourteen of an identity
/// number give birthplace and birthday.
pub fn long_number(number: &str) -> String {
    let digits: Vec<char> = number.chars().map(fold).filter(char::is_ascii_alphanumeric).collect();
    last(&digits, 4)
}

/// The first letter and the domain: `a***@example.com`.
pub fn email(address: &str) -> String {
    match address.split_once(['@', '＠']) {
        Some((local, domain)) => format!("{}***@{domain}", local.chars().next().unwrap_or('*')),
        None => "***".to_owned(),
    }
}

/// Province, authority and the last two characters of a number plate: `豫J·***12`.
pub fn plate(number: &str) -> String {
    let characters: Vec<char> =
        number.chars().filter(|c| han(*c) || fold(*c).is_ascii_alphanumeric()).map(fold).collect();
    match characters.split_at_checked(2) {
        Some((head, tail)) if tail.len() > 2 => {
            let head: String = head.iter().collect();
            let tail: String = tail[tail.len() - 2..].iter().collect();
            format!("{}·***{}", head.to_uppercase(), tail.to_uppercase())
        }
        _ => "***".to_owned(),
    }
}

/// An address down to the building: what follows (entrance, floor, door) is cut.
pub fn address(full: &str) -> String {
    let characters: Vec<char> = full.trim().chars().collect();
    let folded: Vec<char> = characters.iter().copied().map(fold).collect();
    let end = doors::first_inside_building(&folded).unwrap_or(characters.len());
    let kept: String = characters[..end].iter().collect();
    kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(fold(c), '-' | ',' | '(' | '、')).to_owned()
}

/// The last `kept` characters, everything before them as stars; too short a text is stars only.
fn last(characters: &[char], kept: usize) -> String {
    let hidden = if characters.len() > kept { characters.len() - kept } else { characters.len() };
    characters.iter().enumerate().map(|(at, &c)| if at < hidden { '*' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("张三", "张*")]
    #[case("张三丰", "张**")]
    #[case("欧阳娜娜", "欧阳**")]
    #[case("欧阳修", "欧阳*")]
    #[case("上官", "上*")]
    #[case("王", "王")]
    #[case("买买提·艾力", "买*****")]
    #[case("John Smith", "J*** S****")]
    #[case("", "")]
    fn names_keep_the_surname(#[case] full: &str, #[case] masked: &str) {
        assert_eq!(name(full), masked);
    }

    #[rstest]
    #[case("13812345678", "138****5678")]
    #[case("+86 138 1234 5678", "138****5678")]
    #[case("037166778899", "**********99")]
    #[case("7", "*")]
    fn telephone_numbers_keep_what_tells_them_apart(#[case] number: &str, #[case] masked: &str) {
        assert_eq!(phone(number), masked);
    }

    #[rstest]
    #[case("濮阳市华龙区建设路12号金地花园3号楼2单元502室", "濮阳市华龙区建设路12号金地花园3号楼")]
    #[case("金地花园3号楼二单元五楼东户", "金地花园3号楼")]
    #[case("金地花园2-1-301", "金地花园2")]
    #[case("金地花园3号楼502房", "金地花园3号楼")]
    #[case("金地花园3号楼2-502", "金地花园3号楼")]
    #[case("金地花园３号楼２单元", "金地花园３号楼")]
    #[case("建设路12号", "建设路12号")]
    #[case("建设路与人民路交叉口东南角 200 米", "建设路与人民路交叉口东南角 200 米")]
    fn addresses_end_at_the_building(#[case] full: &str, #[case] masked: &str) {
        assert_eq!(address(full), masked);
    }

    #[test]
    fn the_rest_keeps_little() {
        assert_eq!(long_number("11010519491231002X"), "**************002X");
        assert_eq!(long_number("1234"), "****");
        assert_eq!(email("alice@example.com"), "a***@example.com");
        assert_eq!(email("nonsense"), "***");
        assert_eq!(plate("豫j12312"), "豫J·***12");
        assert_eq!(plate("豫J·D12312"), "豫J·***12");
        assert_eq!(plate("x"), "***");
    }
}
