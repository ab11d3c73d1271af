//! Rows as columns: how a batch travels to `unnest`.

/// Separates the elements of a list on its way into the database: `unnest` would flatten an array of arrays. Not a
/// character of any code.
const LIST_SEPARATOR: &str = "\u{1f}";

/// One column of `rows`.
pub(super) fn column<'a, Row, Value>(rows: &[&'a Row], value: impl Fn(&'a Row) -> Value) -> Vec<Value> {
    rows.iter().copied().map(value).collect()
}

/// A list as one text, for `string_to_array(…, E'\x1f')`.
pub(super) fn joined<Item: AsRef<str>>(items: impl IntoIterator<Item = Item>) -> String {
    let mut list = String::new();
    for item in items {
        if !list.is_empty() {
            list.push_str(LIST_SEPARATOR);
        }
        list.push_str(item.as_ref());
    }
    list
}

/// Text as the database takes it: it refuses NUL, and one in a report must not stop a projection for good.
pub(super) fn storable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// A number of things as the database takes it.
pub(super) fn count(things: u32) -> i32 {
    i32::try_from(things).unwrap_or(i32::MAX)
}
