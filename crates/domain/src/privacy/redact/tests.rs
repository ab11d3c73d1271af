use proptest::prelude::*;
use rstest::rstest;

use super::redact;

#[rstest]
#[case("请打13812345678找我", "请打138****5678找我")]
#[case("电话138 1234 5678。", "电话138****5678。")]
#[case("电话138-1234-5678", "电话138****5678")]
#[case("微信wx13812345678", "微信wx138****5678")]
#[case("+8613812345678", "138****5678")]
#[case("(+86 138 1234 5678)", "(138****5678)")]
#[case("１３８１２３４５６７８", "138****5678")]
#[case("１３８　１２３４　５６７８", "138****5678")]
#[case("1 3 8 1 2 3 4 5 6 7 8", "138****5678")]
#[case("2026-11-21 13812345678", "2026-11-21 138****5678")]
#[case("13812345678、13912345679", "138****5678、139****5679")]
fn mobile_numbers_are_hidden_however_they_are_written(#[case] text: &str, #[case] shown: &str) {
    assert_hidden(text, shown);
}

#[rstest]
#[case("0371-66778899", "**********99")]
#[case("单位(0371)66778899转", "单位**********99转")]
#[case("（０１０）６２３４５６７８", "*********78")]
#[case("座机037166778899", "座机**********99")]
#[case("电话：66778899", "电话：******99")]
#[case("联系电话是 6677-8899", "联系电话是 ******99")]
fn landlines_are_hidden(#[case] text: &str, #[case] shown: &str) {
    assert_hidden(text, shown);
}

#[rstest]
#[case("身份证11010519491231002X", "身份证**************002X")]
#[case("身份证11010519491231002x。", "身份证**************002x。")]
#[case("110105 19491231 002X", "**************002X")]
#[case("旧证130503670401001", "旧证***********1001")]
#[case("卡号6222020200112233446", "卡号***************3446")]
#[case("卡4111 1111 1111 1111", "卡************1111")]
#[case("发到 alice.b@example.com。", "发到 a***@example.com。")]
#[case("12345678＠ｑｑ．ｃｏｍ", "1***@qq.com")]
#[case("豫J12312乱停", "豫J·***12乱停")]
#[case("豫J·12312", "豫J·***12")]
#[case("新能源车豫JD12345", "新能源车豫J·***45")]
fn identity_cards_mail_and_plates_are_hidden(#[case] text: &str, #[case] shown: &str) {
    assert_hidden(text, shown);
}

#[rstest]
#[case("金地花园3号楼2单元502室漏水", "金地花园3号楼***漏水")]
#[case("3号楼二单元五楼东户漏水", "3号楼***漏水")]
#[case("3号楼2单元502漏水", "3号楼***漏水")]
#[case("3单元1203户", "***")]
#[case("住2-1-301,", "住2-***,")]
#[case("3号楼2-502漏水", "3号楼***漏水")]
#[case("楼上502房太吵", "楼上***太吵")]
#[case("五零二室太吵", "***太吵")]
#[case("5楼西户堆杂物", "***堆杂物")]
fn doors_are_hidden(#[case] text: &str, #[case] shown: &str) {
    assert_hidden(text, shown);
}

#[rstest]
#[case("联系人:张三", "联系人:张*")]
#[case("联系人：欧阳娜娜,", "联系人：欧阳**,")]
#[case("我叫张三住在楼下", "我叫张*住在楼下")]
#[case("我叫张建国,今年六十", "我叫张**,今年六十")]
#[case("业主是李明。", "业主是李*。")]
#[case("姓名: 王小二 电话", "姓名: 王** 电话")]
fn names_are_hidden_where_the_text_announces_them(#[case] text: &str, #[case] shown: &str) {
    assert_hidden(text, shown);
}

#[rstest]
#[case("案件999001S20261121000378已办")]
#[case("濮政办〔2026〕12号")]
#[case("2026年11月21日09:30")]
#[case("2026-11-21 09:30:15")]
#[case("11-21-2026")]
#[case("涉及1200户、3500人,共15000000000元")]
#[case("合同号20261121000378123")]
#[case("统一社会信用代码91410900MA3X4Y5Z6K")]
#[case("身份证号110105194912310021校验不对")]
#[case("拨打12345、110、400-800-1234")]
#[case("坐标114.12345678901,35.76")]
#[case("3单元楼道灯不亮")]
#[case("3号楼3单元200户停水")]
#[case("5楼以上没水")]
#[case("室内1000平方米")]
#[case("300房屋征收")]
#[case("建设路12号")]
#[case("比分2-1,时间8-12点")]
#[case("联系人:物业")]
#[case("联系人:张庄社区")]
#[case("居民反映张庄村积水")]
#[case("我叫了两次没人来")]
#[case("@所有人 a@b")]
#[case("云A座、京B楼")]
#[case("")]
fn what_is_no_personal_data_stays(#[case] text: &str) {
    let redaction = redact(text);
    assert_eq!((redaction.shown.as_str(), redaction.found), (text, false));
}

fn assert_hidden(text: &str, shown: &str) {
    let redaction = redact(text);
    assert_eq!((redaction.shown.as_str(), redaction.found), (shown, true));
}

/// Text made of what the detectors look for, cut and joined anyhow.
fn treacherous() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "138",
        "1234",
        "5678",
        "13812345678",
        "0371",
        "66778899",
        "-",
        " ",
        "　",
        "(",
        "（",
        ")",
        "+86",
        "110105",
        "19491231",
        "002X",
        "6222020200112233446",
        "@",
        "a",
        "example.com",
        "豫J",
        "·",
        "12312",
        "3",
        "单元",
        "502",
        "室",
        "房",
        "户",
        "楼",
        "东",
        "号",
        "栋",
        "联系人",
        ":",
        "：",
        "我叫",
        "张",
        "欧阳",
        "三",
        "住",
        "电话",
        "*",
        "***",
        "2-1-301",
        ".",
        "第",
        "二",
        "１３８",
        "\0",
        "\u{200b}",
        "👨",
        "\u{202e}",
    ]);
    prop::collection::vec(pieces, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn redacting_again_changes_and_finds_nothing(text in prop_oneof![treacherous(), any::<String>()]) {
        let once = redact(&text);
        prop_assert_eq!(once.found, once.shown != text);
        let twice = redact(&once.shown);
        prop_assert_eq!(&twice.shown, &once.shown);
        prop_assert!(!twice.found);
    }

    #[test]
    fn a_mobile_number_never_survives_among_other_words(
        before in "[\u{4e00}-\u{9fff},。 ]{0,12}",
        number in "1[3-9][0-9]{9}",
        after in "[\u{4e00}-\u{4e06},。 ]{0,12}",
    ) {
        let shown = redact(&format!("{before}{number}{after}")).shown;
        prop_assert!(!shown.contains(&number), "{}", shown);
    }
}

#[test]
fn what_follows_a_number_or_a_door_does_not_uncover_it() {
    let hidden = [
        ("请拨打13812345678立即处理", "13812345678"),
        ("13812345678平时可打", "13812345678"),
        ("联系13812345678万先生", "13812345678"),
        ("13812345678米女士", "13812345678"),
        ("2单元301家里漏水", "301"),
        ("2单元301天天吵", "301"),
        ("2单元502人不在", "502"),
    ];
    for (text, secret) in hidden {
        let shown = redact(text).shown;
        assert!(!shown.contains(secret), "{text} is shown as {shown}");
    }
    for quantity in ["共计13800138000元", "2单元楼道120平方"] {
        assert_eq!(redact(quantity).shown, quantity);
    }
}
