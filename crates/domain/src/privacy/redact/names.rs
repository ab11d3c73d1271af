//! Names, only where the text says that a name follows and it begins with a common surname.

use super::super::fold::han;
use super::super::masking::{self, surname_length};
use super::{Hit, before, follows, is};

/// After these and a colon (or 是, 为, 叫) a name follows.
const LABELS: [&str; 19] = [
    "联系人",
    "姓名",
    "投诉人",
    "举报人",
    "反映人",
    "当事人",
    "报修人",
    "报料人",
    "来电人",
    "来访人",
    "申请人",
    "诉求人",
    "户主",
    "业主",
    "住户",
    "居民",
    "租户",
    "房东",
    "负责人",
];
/// After these a name follows at once.
const INTRODUCTIONS: [&str; 6] = ["我叫", "本人叫", "名叫", "我的名字是", "我姓名是", "本人姓名"];
/// The surnames of nine people in ten.
const SURNAMES: &str = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎\
    余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严\
    牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃\
    霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连\
    郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺";
/// Words that begin after a name rather than belong to it.
const AFTER_A_NAME: &str = "住家在是的电手今男女身联现我年来因要想投反报和与及说称于已也号";
/// A name does not end like this; a place, an office or a firm does.
const NOT_A_NAME: &str = "村庄镇区县市局办委会组部处科所队院店厂司街路巷家业户们";

/// The name that begins at `at`.
pub(super) fn name(text: &[char], at: usize) -> Option<Hit> {
    let surname_first = SURNAMES.contains(text[at]) || surname_length(&text[at..text.len().min(at + 4)]) == 2;
    (han(text[at]) && surname_first && announced(text, at)).then_some(())?;
    let run = text[at..].iter().take(8).take_while(|&&c| han(c)).count();
    let surname = surname_length(&text[at..at + run]);
    let length = full_length(&text[at..at + run], surname)?;
    let end = at + length;
    let whole: String = text[at..end].iter().collect();
    let plausible = !NOT_A_NAME.contains(text[end - 1]) && !is(text.get(end).copied(), |c| c == '*');
    plausible.then(|| Hit { end, shown: masking::name(&whole) })
}

/// How long the name is at the head of this run of Han characters: the surname and one or two more. Where the
/// run goes on, the name must end before a word that begins a new thought.
fn full_length(run: &[char], surname: usize) -> Option<usize> {
    let ends_at = |length: usize| match run.get(length) {
        None => run.len() == length,
        Some(&next) => AFTER_A_NAME.contains(next),
    };
    [surname + 1, surname + 2].into_iter().find(|&length| ends_at(length))
}

/// Whether the text before `at` says that a name follows.
fn announced(text: &[char], at: usize) -> bool {
    if INTRODUCTIONS.iter().any(|introduction| follows(text, at, introduction)) {
        return true;
    }
    let mut start = at;
    while start + 3 > at && is(before(text, start), |c| " :是为叫".contains(c)) {
        start -= 1;
    }
    start < at
        && text[start..at].iter().any(|&c| c != ' ')
        && LABELS.iter().any(|label| follows(text, start, label))
}
