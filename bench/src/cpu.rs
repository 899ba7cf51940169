//! CPU time of processes, as Linux counts it.

use std::{fs, time::Duration};

/// Linux counts in hundredths of a second for programs, whatever the kernel's own tick is.
const TICK: Duration = Duration::from_millis(10);

/// CPU that `pid` and all its threads have used.
pub fn of_process(pid: u32) -> Duration {
    used(pid, &[11, 12])
}

/// CPU that `pid`, its children that still run and those that have ended have used: the whole of a PostgreSQL server.
pub fn of_family(pid: u32) -> Duration {
    let own = used(pid, &[11, 12, 13, 14]);
    own + children(pid).into_iter().map(of_process).sum::<Duration>()
}

fn children(parent: u32) -> Vec<u32> {
    let processes = fs::read_dir("/proc").into_iter().flatten().flatten();
    processes
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter(|pid| field(*pid, 1) == Some(u64::from(parent)))
        .collect()
}

fn used(pid: u32, fields: &[usize]) -> Duration {
    let ticks: u64 = fields.iter().filter_map(|index| field(pid, *index)).sum();
    TICK * u32::try_from(ticks).unwrap_or(u32::MAX)
}

/// A field of `/proc/<pid>/stat`, counted after the name of the program, which may hold anything.
fn field(pid: u32, index: usize) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(") ")?;
    fields.split(' ').nth(index)?.parse().ok()
}
