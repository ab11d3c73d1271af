//! The ways in which the build compresses files.

/// A way of compressing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// What a client takes, best first. One that it weighs with nothing it does not take.
    pub(super) fn accepted(header: &str) -> impl Iterator<Item = Self> {
        [Self::Brotli, Self::Gzip].into_iter().filter(move |encoding| {
            header.split(',').any(|entry| {
                let mut parts = entry.split(';').map(str::trim);
                let named = parts.next().is_some_and(|token| token.eq_ignore_ascii_case(encoding.token()));
                let refused = parts.any(|part| {
                    let weight = part.strip_prefix("q=").and_then(|weight| weight.trim().parse::<f32>().ok());
                    weight.is_some_and(|weight| weight <= 0.0)
                });
                named && !refused
            })
        })
    }

    /// Its name in headers.
    pub(super) const fn token(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
        }
    }

    /// What the build adds to the name of the file.
    pub(super) const fn suffix(self) -> &'static str {
        match self {
            Self::Brotli => ".br",
            Self::Gzip => ".gz",
        }
    }
}
