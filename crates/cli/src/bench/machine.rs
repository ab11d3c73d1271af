//! The machine and this process: what figures depend on besides the program.

use std::io::{Seek as _, Write as _};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde::Serialize;
use sysinfo::{ProcessRefreshKind, ProcessesToUpdate, System};

/// Writes of which the median is taken.
const DISK_WRITES: usize = 200;
/// Bytes of one write: a page of the journal.
const DISK_WRITE_BYTES: usize = 8192;
/// How often the memory is looked at.
const MEMORY_INTERVAL: Duration = Duration::from_millis(20);

/// The machine.
#[derive(Debug, Serialize)]
pub struct MachineFacts {
    /// Processors that this process may use.
    pub cores: usize,
    /// Memory.
    pub memory_mib: u64,
    /// Runnable processes on average over the minute before the benchmark.
    pub load_average_before: f64,
    /// Median time of an 8 KiB write with `fdatasync` where the embedded server keeps its files. None: the server is
    /// not ours, and its disk may be elsewhere.
    pub fdatasync_microseconds_median: Option<u64>,
}

impl MachineFacts {
    /// Looks at the machine; `directory` is where the server keeps its files, when it is ours.
    pub fn look(directory: Option<&Path>) -> anyhow::Result<Self> {
        let mut system = System::new()?;
        system.refresh_memory();
        Ok(Self {
            cores: std::thread::available_parallelism()?.get(),
            memory_mib: system.total_memory() >> 20,
            load_average_before: System::load_average()?.one,
            fdatasync_microseconds_median: directory.map(fdatasync_median).transpose()?,
        })
    }

    /// Whether something else was running when the benchmark began.
    #[expect(clippy::cast_precision_loss, reason = "no machine has 2^52 processors")]
    pub fn busy_before(&self) -> bool {
        self.load_average_before > self.cores as f64 / 4.0
    }
}

fn fdatasync_median(directory: &Path) -> anyhow::Result<u64> {
    let mut file = tempfile::tempfile_in(directory)?;
    let page = [0x5a; DISK_WRITE_BYTES];
    let mut times = Vec::with_capacity(DISK_WRITES);
    for _ in 0..DISK_WRITES {
        file.rewind()?;
        let begun_at = Instant::now();
        file.write_all(&page)?;
        file.sync_data()?;
        times.push(u64::try_from(begun_at.elapsed().as_micros())?);
    }
    times.sort_unstable();
    Ok(times[DISK_WRITES / 2])
}

/// Watches the resident memory of this process, and keeps its peak.
pub struct MemoryWatch {
    watching: Arc<AtomicBool>,
    peak_bytes: Arc<AtomicU64>,
}

impl MemoryWatch {
    /// Starts a thread that looks, but only between [`MemoryWatch::resume`] and [`MemoryWatch::pause`].
    pub fn start() -> anyhow::Result<Self> {
        let watch = Self { watching: Arc::default(), peak_bytes: Arc::default() };
        let (watching, peak_bytes) = (Arc::downgrade(&watch.watching), Arc::clone(&watch.peak_bytes));
        let process = sysinfo::get_current_pid().map_err(anyhow::Error::msg)?;
        let mut system = System::new()?;
        std::thread::spawn(move || {
            while let Some(watching) = watching.upgrade() {
                if watching.load(Ordering::Relaxed) {
                    peak_bytes.fetch_max(resident_bytes(&mut system, process), Ordering::Relaxed);
                }
                std::thread::sleep(MEMORY_INTERVAL);
            }
        });
        Ok(watch)
    }

    /// From now on what is seen counts.
    pub fn resume(&self) {
        self.watching.store(true, Ordering::Relaxed);
    }

    /// From now on what is seen does not count.
    pub fn pause(&self) {
        self.watching.store(false, Ordering::Relaxed);
    }

    /// The most memory seen while it counted.
    pub fn peak_bytes(&self) -> u64 {
        self.peak_bytes.load(Ordering::Relaxed)
    }
}

fn resident_bytes(system: &mut System, process: sysinfo::Pid) -> u64 {
    let memory = ProcessRefreshKind::nothing().with_memory();
    system.refresh_processes_specifics(ProcessesToUpdate::Some(&[process]), false, memory);
    system.process(process).map_or(0, sysinfo::Process::memory)
}
