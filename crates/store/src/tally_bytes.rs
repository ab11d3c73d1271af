//! Tallies as bytes. A report adds up hundreds of them, most of whose counts are small or nothing: this is a tenth of
//! what arrays take, on disk, on the way and to read.
//!
//! Numbers are written in sevens of bits, the lowest first, the eighth bit saying that more follow; the sign goes into the
//! lowest bit. First how many counts there are, then each count, then each bucket: how far its number is from the one
//! before, and its count. A count that is added at the end of the list reads as nothing in older bytes.

use whistle_domain::report::{Durations, Tally};

/// The bytes of a tally.
pub(crate) fn written(tally: &Tally) -> Vec<u8> {
    let used = tally.counts().iter().rposition(|count| *count != 0).map_or(0, |last| last + 1);
    let mut bytes = Vec::with_capacity(used + 3 * tally.durations.pairs().len() + 1);
    push(&mut bytes, used as u64);
    tally.counts()[..used].iter().for_each(|count| push_signed(&mut bytes, *count));
    let mut last = 0;
    for (number, count) in tally.durations.pairs() {
        push(&mut bytes, u64::from(number - last));
        push_signed(&mut bytes, *count);
        last = *number;
    }
    bytes
}

/// The tally of such bytes; none if they are damaged.
pub(crate) fn read(mut bytes: &[u8]) -> Option<Tally> {
    let used = usize::try_from(take(&mut bytes)?).ok().filter(|used| *used <= bytes.len())?;
    let counts = (0..used).map(|_| take_signed(&mut bytes)).collect::<Option<Vec<i64>>>()?;
    let (mut pairs, mut number) = (Vec::with_capacity(bytes.len() / 2), 0_u16);
    while !bytes.is_empty() {
        number = number.checked_add(u16::try_from(take(&mut bytes)?).ok()?)?;
        pairs.push((number, take_signed(&mut bytes)?));
    }
    Some(Tally::from_counts(&counts, Durations::from_pairs(pairs)))
}

fn push(bytes: &mut Vec<u8>, mut number: u64) {
    loop {
        let [low, ..] = number.to_le_bytes();
        number >>= 7;
        if number == 0 {
            return bytes.push(low);
        }
        bytes.push(low | 0x80);
    }
}

fn push_signed(bytes: &mut Vec<u8>, number: i64) {
    push(bytes, ((number << 1) ^ (number >> 63)).cast_unsigned());
}

fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..u64::BITS).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

fn take_signed(bytes: &mut &[u8]) -> Option<i64> {
    take(bytes).map(|number| (number >> 1).cast_signed() ^ -((number & 1).cast_signed()))
}

#[cfg(test)]
mod tests {
    use whistle_domain::report::COUNTS;

    use super::*;

    fn tally(numbers: impl Fn(usize) -> i64, buckets: usize) -> Tally {
        let counts: Vec<i64> = (0..COUNTS).map(&numbers).collect();
        let bucket = |at: usize| (u16::try_from(at).unwrap() * 3, numbers(at));
        Tally::from_counts(&counts, Durations::from_pairs((1..=buckets).map(bucket)))
    }

    #[test]
    fn any_tally_is_read_as_it_was_written() {
        let shapes: [fn(usize) -> i64; 5] = [
            |_| 0,
            |at| i64::try_from(at).unwrap(),
            |at| -(i64::try_from(at).unwrap().pow(4)),
            |at| if at == 3 { i64::MAX } else { 0 },
            |_| i64::MIN,
        ];
        for shape in shapes {
            let tally = tally(shape, 40);
            assert_eq!(read(&written(&tally)), Some(tally));
        }
    }

    #[test]
    fn nothing_takes_a_byte_and_a_small_tally_hardly_more() {
        assert_eq!(written(&Tally::default()), [0]);
        assert!(written(&tally(|at| i64::from(at < 12), 10)).len() < 64);
    }

    #[test]
    fn damaged_bytes_are_no_tally() {
        let bytes = written(&tally(|at| i64::try_from(at).unwrap() * 100, 40));
        assert_eq!(read(&bytes[..bytes.len() - 1]), None, "the last number ends early");
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[200, 1, 0]), None, "more counts than bytes");
        assert_eq!(read(&[0; 1]), Some(Tally::default()));
        assert_eq!(read(&[0xff; 12]), None, "a number without an end");
    }
}
