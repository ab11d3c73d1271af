//! A report that repeats a closed case. The file of the first version shows one that repeats none, and what was written
//! before anybody looked; it is read as ever.

use super::*;

const GOLDEN: &str = include_str!("../../../../golden/with_repeats/whistle_raised.json");

#[test]
fn a_report_that_repeats_another_is_read_and_written_as_in_its_golden_file() {
    let [CaseEvent::WhistleRaised(first), ..] = &intake::samples()[..] else { panic!("it is another event") };
    let event = CaseEvent::WhistleRaised(WhistleRaised { repeats: Some(id(5)), ..first.clone() });
    let read: CaseEvent = serde_json::from_str(GOLDEN).expect("a golden file can be read");
    assert_eq!(read, event);
    assert_eq!(serde_json::to_string_pretty(&event).expect("it can be written") + "\n", GOLDEN);
}
