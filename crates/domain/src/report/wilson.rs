//! What a share says at least, when few were asked.

/// The quantile of the normal distribution at which an interval holds 95 of 100 times.
pub const Z_95: f64 = 1.96;

/// The lower end of Wilson's score interval (E. B. Wilson, 1927) for `successes` of `n`, with the normal quantile `z`.
/// None for none of none. Half a success, of a share that is itself a mean, is as good as any.
pub fn wilson_lower_bound(successes: f64, n: f64, z: f64) -> Option<f64> {
    if n <= 0.0 {
        return None;
    }
    let share = (successes / n).clamp(0.0, 1.0);
    let z2 = z * z;
    let centre = share + z2 / (2.0 * n);
    let spread = z * (share * (1.0 - share) / n + z2 / (4.0 * n * n)).sqrt();
    Some(((centre - spread) / (1.0 + z2 / n)).clamp(0.0, 1.0))
}
