//! Events with photographs. The files of the first version show them without any, as they were before there were photographs;
//! those are read as ever.

use super::*;

const RAISED: &str = include_str!("../../../../golden/with_photos/whistle_raised.json");
const AMENDED: &str = include_str!("../../../../golden/with_photos/whistle_amended.json");
const MEASURE: &str = include_str!("../../../../golden/with_photos/measure_recorded.json");
const FEEDBACK: &str = include_str!("../../../../golden/with_photos/feedback_submitted.json");

fn photo(last: u8) -> Photo {
    Photo { id: id(last), sha256: hex_of(last) }
}

fn hex_of(byte: u8) -> String {
    format!("{byte:02x}").repeat(32)
}

fn samples_with_photos() -> Vec<(CaseEvent, &'static str)> {
    let with = |event: CaseEvent| match event {
        CaseEvent::WhistleRaised(raised) => {
            let photos = vec![photo(60), photo(61)];
            Some((CaseEvent::WhistleRaised(WhistleRaised { photos, ..raised }), RAISED))
        }
        CaseEvent::WhistleAmended(amended) => {
            let amended = WhistleAmended { photos: vec![photo(62)], ..amended };
            Some((CaseEvent::WhistleAmended(amended), AMENDED))
        }
        CaseEvent::MeasureRecorded(measure) => {
            let evidence = vec![plain("围挡已设"), photo(63).as_evidence()];
            Some((CaseEvent::MeasureRecorded(MeasureRecorded { evidence, ..measure }), MEASURE))
        }
        CaseEvent::FeedbackSubmitted(feedback) => {
            let evidence = vec![photo(64).as_evidence()];
            Some((CaseEvent::FeedbackSubmitted(FeedbackSubmitted { evidence, ..feedback }), FEEDBACK))
        }
        _ => None,
    };
    samples().into_iter().filter_map(with).collect()
}

#[test]
fn events_with_photographs_are_read_and_written_as_in_their_golden_files() {
    let samples = samples_with_photos();
    assert_eq!(samples.len(), 4);
    for (event, golden) in samples {
        let read: CaseEvent = serde_json::from_str(golden).expect("a golden file can be read");
        assert_eq!(read, event, "{} means something else now", event.name());
        let written = serde_json::to_string_pretty(&event).expect("it can be written") + "\n";
        assert_eq!(written, golden, "{} is written differently now", event.name());
    }
}
