//! What the decoder of JPEGs holds in memory beside the picture: nothing when the picture comes in one pass, else every
//! coefficient of it until the last pass.

/// The marker before each part of the file.
const MARKER: u8 = 0xff;
const START_OF_FILE: u8 = 0xd8;
const START_OF_SCAN: u8 = 0xda;
/// Frames that may come in one pass: baseline and extended sequential, both with Huffman codes.
const SEQUENTIAL: [u8; 2] = [0xc0, 0xc1];
/// Where a frame says how many components it has, and a scan how many of them it brings, behind the length of the segment.
const FRAME_COMPONENTS_AT: usize = 7;
const SCAN_COMPONENTS_AT: usize = 2;

/// Whether the picture is a sequential one whose first scan has all its components. What is not written as the standard has it
/// (ITU-T T.81, B.1) is taken for the other kind.
pub(super) fn in_one_pass(file: &[u8]) -> bool {
    let Some(mut rest) = file.strip_prefix(&[MARKER, START_OF_FILE]) else { return false };
    let mut components = None;
    while let [MARKER, marker, segment @ ..] = rest {
        match *marker {
            // Any number of them may stand before a marker.
            MARKER => {
                rest = &rest[1..];
                continue;
            }
            START_OF_SCAN => return components.is_some() && components == segment.get(SCAN_COMPONENTS_AT),
            marker if SEQUENTIAL.contains(&marker) => components = segment.get(FRAME_COMPONENTS_AT),
            _ => {}
        }
        let Some((length, _)) = segment.split_first_chunk() else { return false };
        let Some(behind) = segment.get(usize::from(u16::from_be_bytes(*length))..) else { return false };
        rest = behind;
    }
    false
}
