use std::io::Cursor;

use super::*;

const MAPPING: &str = "scheme = \"s\"\ntimezone = \"UTC\"\ndefault_department = \"d\"\ndefault_category = \"c\"\n\
                       [columns]\nid = \"a\"\ncreated = \"b\"\n";

/// Every row of a CSV file with these bytes.
fn rows(bytes: &[u8], keys: &str) -> Result<Vec<Result<Row, BrokenRow>>, FileError> {
    let directory = tempfile::tempdir().expect("a directory");
    let path = directory.path().join("records.csv");
    std::fs::write(&path, bytes).expect("a file");
    let mapping = Mapping::parse(&format!("{keys}\n{MAPPING}")).expect("a mapping");
    let mut rows = Source::open(&path, &mapping)?.rows(&mapping)?;
    let mut all = Vec::new();
    while let Some(row) = rows.next(&[0, 1])? {
        all.push(row);
    }
    Ok(all)
}

fn line_and_text(row: &Result<Row, BrokenRow>) -> (u64, String) {
    let row = row.as_ref().expect("the row is sound");
    (row.line, row.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join("|"))
}

#[test]
fn a_row_is_told_by_the_line_in_which_it_begins_whatever_ends_its_lines() {
    let text = "\u{feff}a,b\n1,x\n\n2,\"two\nlines\"\n 3 , z ";
    for text in [text.to_owned(), text.replace('\n', "\r\n"), format!("{text}\n")] {
        let rows = rows(text.as_bytes(), "").expect("it is read");
        let told: Vec<_> = rows.iter().map(line_and_text).collect();
        let expected = [(2, "1|x".to_owned()), (4, "2|two\nlines".to_owned()), (6, "3|z".to_owned())];
        assert_eq!(told, expected, "{text:?}");
    }
}

#[test]
fn a_row_with_a_field_too_many_or_too_few_is_broken_and_the_next_is_read() {
    let rows = rows(b"a,b\n1,2,3\n4\n5,6\n", "").expect("it is read");
    let broken: Vec<_> = rows.iter().filter_map(|row| row.as_ref().err()).collect();
    assert_eq!((broken[0].line, broken[0].value.as_str()), (2, "3 fields"));
    assert!(broken[0].reason.starts_with("the header has 2"));
    assert_eq!((broken[1].line, broken[1].value.as_str()), (3, "1 fields"));
    assert_eq!(line_and_text(&rows[2]), (4, "5|6".to_owned()));
}

#[test]
fn text_in_gbk_is_recognised_and_read_when_the_mapping_says_so() {
    let (bytes, _, _) = encoding_rs::GB18030.encode("a,b\n1,路灯不亮\n");
    let found = rows(&bytes, "").expect("the header is plain");
    let broken = found[0].as_ref().expect_err("it is not UTF-8");
    assert_eq!((broken.line, broken.column), (2, Some(1)));
    assert!(
        broken.reason.contains("is not UTF-8; it looks like GBK: set encoding = \"gbk\""),
        "{}",
        broken.reason
    );
    let found = rows(&bytes, "encoding = \"gbk\"").expect("it is read");
    assert_eq!(line_and_text(&found[0]), (2, "1|路灯不亮".to_owned()));
    let utf8 = rows("a,b\n1,€\u{80}\n".as_bytes(), "encoding = \"gbk\"").expect("the header is plain");
    let reason = utf8[0].as_ref().err().map(|broken| broken.reason.clone());
    assert!(reason.is_none_or(|reason| reason.starts_with("it is not GBK")));
}

#[test]
fn a_name_of_a_column_that_cannot_be_read_stops_at_once() {
    let (bytes, _, _) = encoding_rs::GB18030.encode("a,登记时间\n1,2\n");
    let error = rows(&bytes, "").expect_err("the header is GBK").to_string();
    assert!(error.starts_with("line 1, column 2: byte 1 of it"), "{error}");
}

#[test]
fn other_delimiters_part_columns_too() {
    let found = rows(b"a;b\n1;x,y\n", "delimiter = \";\"").expect("it is read");
    assert_eq!(line_and_text(&found[0]), (2, "1|x,y".to_owned()));
}

#[test]
fn an_empty_file_and_a_quotation_that_never_ends_are_told_as_what_they_are() {
    assert!(matches!(rows(b"", ""), Err(FileError::Empty)));
    let endless = format!("a,b\n1,x\n2,\"{}", "word, \n".repeat(ROW_BYTES_MAX / 4));
    let error = rows(endless.as_bytes(), "").expect_err("it has no end").to_string();
    assert!(error.contains("a quotation mark is not closed"), "{error}");
}

/// Whatever the sizes of the pieces in which it is read.
#[test]
fn lines_end_alike_in_pieces_of_any_size() {
    for piece in 2..6 {
        let mut lines = Lines::new(Cursor::new(b"a\r\nb\rc\n\r\n\r"), Arc::new(AtomicUsize::new(0)));
        let (mut all, mut out) = (Vec::new(), vec![0; piece]);
        loop {
            let length = lines.read(&mut out).expect("memory");
            if length == 0 {
                break;
            }
            all.extend_from_slice(&out[..length]);
        }
        assert_eq!(all, b"a\nb\rc\n\n\n", "{piece}");
    }
}
