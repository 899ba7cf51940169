//! What all tests of one run share: a directory, made once, gone when the run is over.
//!
//! `cargo test` runs every test in one process, nextest runs one process per test. Either way the run has one owner (this
//! process, or the nextest process above it), its id names the directory, and a small shell waits for the owner to end.

use std::{
    fs::{self, File},
    os::unix::process::{CommandExt, parent_id},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::LazyLock,
};

static DIRECTORY: LazyLock<PathBuf> = LazyLock::new(make_directory);

/// The directory of this test run.
pub fn directory() -> &'static Path {
    &DIRECTORY
}

/// Build something under the run's directory that every test process uses, once: whoever comes first builds, the others wait.
/// What `build` returns is kept in a file and answered to all.
pub fn once(name: &str, build: impl FnOnce() -> String) -> String {
    let lock = open_lock(&directory().join(format!("{name}.lock")));
    let kept = directory().join(format!("{name}.ready"));
    let answer = fs::read_to_string(&kept).unwrap_or_else(|_| {
        let answer = build();
        fs::write(&kept, &answer).expect("the run's directory is writable");
        answer
    });
    drop(lock);
    answer
}

/// Run a future to its end on a runtime of its own, from a place that is not async.
pub fn block_on<T: Send>(future: impl Future<Output = T> + Send) -> T {
    std::thread::scope(|scope| {
        let worker = scope.spawn(|| {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime starts")
                .block_on(future)
        });
        worker.join().expect("the preparation succeeds")
    })
}

fn make_directory() -> PathBuf {
    let owner = if std::env::var_os("NEXTEST").is_some() {
        parent_id()
    } else {
        std::process::id()
    };
    let directory = std::env::temp_dir().join(format!("inspectorate-tests-{owner}"));
    fs::create_dir_all(&directory).expect("the temporary directory is writable");
    let _lock = open_lock(&directory.join("lock"));
    let watched = directory.join("watched");
    if !watched.exists() {
        fs::write(&watched, "").expect("the run's directory is writable");
        clean_up_after(owner, &directory);
    }
    directory
}

/// Leave a shell behind that waits for the owner to end, stops the database and removes the directory. Its streams are closed
/// and its process group is its own: nextest does not take it for a leak, and Ctrl-C does not stop the cleaning.
#[expect(
    clippy::zombie_processes,
    reason = "it outlives this process by design"
)]
fn clean_up_after(owner: u32, directory: &Path) {
    let script = r#"
        while kill -0 "$1" 2>/dev/null; do sleep 0.3; done
        if [ -s "$2/data/postmaster.pid" ]; then kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")"; sleep 0.5; fi
        rm -rf "$2"
    "#;
    Command::new("sh")
        .args(["-c", script, "sh", &owner.to_string()])
        .arg(directory)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
        .expect("a shell starts");
}

fn open_lock(path: &Path) -> File {
    let file = File::create(path).expect("the run's directory is writable");
    file.lock().expect("the run's directory can be locked");
    file
}
