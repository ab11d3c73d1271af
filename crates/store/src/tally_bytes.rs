//! Tallies as bytes. A report adds up hundreds of them, most of whose counts are small or nothing: this is a tenth of
//! what arrays take, on disk, on the way and to read.
//!
//! Numbers are written in sevens of bits, the lowest first, the eighth bit saying that more follow; the sign goes into the
//! lowest bit. First how many counts there are, then each count, then each bucket: how far its number is from the one
//! before, and its count. A count that is added at the end of the list reads as nothing in older bytes.

use whistle_domain::report::Tally;

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
pub(crate) fn read(bytes: &[u8]) -> Option<Tally> {
    let mut tally = Tally::default();
    add(&mut tally, bytes, 1)?;
    Some(tally)
}

/// Adds the tally of such bytes `times` times. None if they are damaged; then `sum` is of no use any more.
pub(crate) fn add(sum: &mut Tally, mut bytes: &[u8], times: i64) -> Option<()> {
    let used = usize::try_from(take(&mut bytes)?).ok().filter(|used| *used <= bytes.len())?;
    let mut damaged = false;
    let counts = (0..used).map_while(|_| {
        let count = take_signed(&mut bytes);
        damaged |= count.is_none();
        count
    });
    sum.merge_counts(counts, times);
    let mut number = 0;
    let buckets = std::iter::from_fn(|| {
        if bytes.is_empty() {
            return None;
        }
        let bucket = take_bucket(&mut bytes, number);
        damaged |= bucket.is_none();
        (number, _) = bucket?;
        bucket
    });
    sum.durations.merge_pairs(buckets, times);
    (!damaged).then_some(())
}

/// The next bucket after that with the number `last`.
fn take_bucket(bytes: &mut &[u8], last: u16) -> Option<(u16, i64)> {
    let number = last.checked_add(u16::try_from(take(bytes)?).ok()?)?;
    Some((number, take_signed(bytes)?))
}

/// The bytes of tallies, each with its length before it.
pub(crate) fn all_written<'a>(tallies: impl IntoIterator<Item = &'a Tally>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for tally in tallies {
        let one = written(tally);
        push(&mut bytes, one.len() as u64);
        bytes.extend(one);
    }
    bytes
}

/// The tallies of such bytes, one after the other; the last is none if they are damaged.
pub(crate) fn each(mut bytes: &[u8]) -> impl Iterator<Item = Option<&[u8]>> {
    std::iter::from_fn(move || {
        (!bytes.is_empty()).then(|| {
            let length = take(&mut bytes).and_then(|length| usize::try_from(length).ok());
            let one = length.and_then(|length| bytes.split_at_checked(length));
            let (one, rest) = one.unzip();
            bytes = rest.unwrap_or_default();
            one
        })
    })
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
    use whistle_domain::report::{COUNTS, Durations};

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
    fn tallies_are_added_and_taken_out_as_they_were_written() {
        let (one, other) = (tally(|at| i64::try_from(at).unwrap(), 30), tally(|_| -5, 41));
        let mut sum = one.clone();
        add(&mut sum, &written(&other), 3).unwrap();
        add(&mut sum, &written(&one), -1).unwrap();
        let mut expected = Tally::default();
        (0..3).for_each(|_| expected += &other);
        assert_eq!(sum, expected);
    }

    #[test]
    fn several_tallies_come_back_one_by_one() {
        let several = [tally(|_| 1, 3), Tally::default(), tally(|_| 300, 30)];
        let bytes = all_written(&several);
        let read_again: Option<Vec<Tally>> = each(&bytes).map(|one| read(one?)).collect();
        assert_eq!(read_again.unwrap(), several);
        assert_eq!(each(&[]).count(), 0);
        assert!(each(&bytes[..bytes.len() - 1]).any(|one| one.is_none()), "the last ends early");
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
