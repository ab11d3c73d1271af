//! Figures, ratios and aims: what a benchmark found, for people and for programs.

use std::fmt;
use std::time::Duration;

use hdrhistogram::Histogram;
use serde::Serialize;

use super::load::Measured;
use super::machine::MachineFacts;
use super::server::ServerFacts;

/// What one contender reached.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    /// Per second: the median of the rounds.
    pub per_second: f64,
    /// What is counted.
    pub unit: &'static str,
    /// Half of the operations were answered within this time, over all rounds.
    pub p50_ms: f64,
    /// 99 of 100 operations were answered within this time, over all rounds.
    pub p99_ms: f64,
    /// Per second, round by round.
    pub rounds: Vec<f64>,
}

/// A contender's rounds as they come in.
pub struct Series {
    unit: &'static str,
    rounds: Vec<f64>,
    latencies: Option<Histogram<u32>>,
}

impl Series {
    /// A contender that has not run yet; it counts `unit`.
    pub const fn new(unit: &'static str) -> Self {
        Self { unit, rounds: Vec::new(), latencies: None }
    }

    /// Adds a round in which each operation stood for `units_per_operation`.
    pub fn add(&mut self, measured: Measured, units_per_operation: f64) -> anyhow::Result<()> {
        self.rounds.push(measured.per_second() * units_per_operation);
        match &mut self.latencies {
            Some(latencies) => latencies.add(measured.latencies)?,
            none => *none = Some(measured.latencies),
        }
        Ok(())
    }

    /// What it reached.
    pub fn figure(&self) -> Figure {
        let quantile = |quantile| {
            self.latencies.as_ref().map_or(f64::NAN, |latencies| ms(latencies.value_at_quantile(quantile)))
        };
        Figure {
            per_second: median(&self.rounds),
            unit: self.unit,
            p50_ms: quantile(0.5),
            p99_ms: quantile(0.99),
            rounds: self.rounds.clone(),
        }
    }
}

/// Milliseconds.
pub fn ms(microseconds: u64) -> f64 {
    Duration::from_micros(microseconds).as_secs_f64() * 1000.0
}

/// The middle one, or the mean of the two in the middle.
pub fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    match sorted.len() {
        0 => f64::NAN,
        odd if odd % 2 == 1 => sorted[odd / 2],
        even => f64::midpoint(sorted[even / 2 - 1], sorted[even / 2]),
    }
}

/// A comparison, and what it should come to.
#[derive(Debug, Serialize)]
pub struct Aim {
    /// What is compared with what.
    pub name: &'static str,
    /// What was found; none: the yardstick was not there.
    pub value: Option<f64>,
    /// What was aimed at.
    pub aim: f64,
    /// Whether more is worse.
    pub at_most: bool,
    /// Whether it was reached; none: unknown.
    pub met: Option<bool>,
}

impl Aim {
    /// `value` should be `aim` or more.
    pub fn at_least(name: &'static str, value: Option<f64>, aim: f64) -> Self {
        Self { name, value, aim, at_most: false, met: value.map(|value| value >= aim) }
    }

    /// `value` should be less than `aim`.
    pub fn below(name: &'static str, value: f64, aim: f64) -> Self {
        Self { name, value: Some(value), aim, at_most: true, met: Some(value < aim) }
    }
}

impl fmt::Display for Aim {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.value.map_or_else(|| "-".to_owned(), |value| format!("{value:.2}"));
        let sign = if self.at_most { "<" } else { "≥" };
        let verdict = match self.met {
            Some(true) => "met",
            Some(false) => "MISSED",
            None => "unknown",
        };
        write!(out, "  {:<52} {value:>10}  (aim {sign} {})  {verdict}", self.name, self.aim)
    }
}

/// Where it was measured, with everything that makes the figures doubtful.
#[derive(Debug, Serialize)]
pub struct Setting {
    /// The machine.
    pub machine: MachineFacts,
    /// The server.
    pub server: ServerFacts,
    /// What makes the figures doubtful.
    pub warnings: Vec<String>,
}

impl Setting {
    /// Notes what makes the figures doubtful.
    pub fn new(machine: MachineFacts, server: ServerFacts) -> Self {
        let mut warnings: Vec<String> = server
            .not_durable()
            .into_iter()
            .map(|name| format!("{name} is off: these commits would not survive a power failure"))
            .collect();
        if machine.busy_before() {
            warnings.push(format!(
                "the machine was busy (load average {:.1}): trust the ratios, not the figures",
                machine.load_average_before
            ));
        }
        if cfg!(debug_assertions) {
            warnings.push("this is not a release build".to_owned());
        }
        Self { machine, server, warnings }
    }
}

impl fmt::Display for Setting {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { machine, server, warnings } = self;
        let disk = machine
            .fdatasync_microseconds_median
            .map_or_else(|| "fdatasync unknown".to_owned(), |time| format!("fdatasync {time} µs (median)"));
        writeln!(
            out,
            "{} cores, {} MiB, load average {:.1} before; {disk}",
            machine.cores, machine.memory_mib, machine.load_average_before
        )?;
        writeln!(
            out,
            "PostgreSQL {} ({}), shared_buffers {}, fsync {}, synchronous_commit {}, full_page_writes {}",
            server.postgresql,
            if server.embedded { "embedded" } else { "given" },
            server.shared_buffers,
            server.fsync,
            server.synchronous_commit,
            server.full_page_writes
        )?;
        warnings.iter().try_for_each(|warning| writeln!(out, "WARNING: {warning}"))
    }
}

/// One line of a table of figures.
pub fn line(name: &str, figure: &Figure) -> String {
    let Figure { per_second, unit, p50_ms, p99_ms, rounds } = figure;
    let rounds = rounds.iter().map(|round| format!("{round:.0}")).collect::<Vec<_>>().join(" ");
    format!(
        "  {name:<36} {per_second:>9.0} {unit:<10} p50 {p50_ms:>7.2} ms  p99 {p99_ms:>7.2} ms  [{rounds}]"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert!((median(&[3.0, 1.0, 2.0]) - 2.0).abs() < f64::EPSILON);
        assert!((median(&[4.0, 1.0, 2.0, 3.0]) - 2.5).abs() < f64::EPSILON);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn an_aim_without_a_yardstick_is_neither_met_nor_missed() {
        assert_eq!(Aim::at_least("a", None, 1.0).met, None);
        assert_eq!(Aim::at_least("a", Some(1.0), 1.0).met, Some(true));
        assert_eq!(Aim::at_least("a", Some(0.99), 1.0).met, Some(false));
        assert_eq!(Aim::below("a", 100.0, 100.0).met, Some(false));
    }
}
