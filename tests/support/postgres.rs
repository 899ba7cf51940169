//! A throwaway PostgreSQL for the tests: found, started, and a migrated template in it.
//!
//! `TEST_DATABASE_URL` names a server to use instead; its role must be allowed to create databases.

use std::{
    fs,
    io::Write,
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::LazyLock,
};

use inspectorate_migration::Migrator;
use sea_orm::{ConnectionTrait, Database, DatabaseBackend, DatabaseConnection, Statement};
use sea_orm_migration::MigratorTrait;

use super::run;

/// Where test databases are made and what they are copied from.
pub struct Server {
    /// Address of the server with `{}` in the place of the database's name.
    address: String,
    template: String,
}

static SERVER: LazyLock<Option<Server>> = LazyLock::new(find);

/// The server of this run; `None` when the machine has none.
pub fn server() -> Option<&'static Server> {
    SERVER.as_ref()
}

impl Server {
    pub fn url(&self, database: &str) -> String {
        self.address.replace("{}", database)
    }

    /// Copy the migrated template.
    pub async fn create(&self, database: &str) {
        let template = &self.template;
        self.administer(&format!(
            "CREATE DATABASE {database} TEMPLATE {template} STRATEGY file_copy"
        ))
        .await;
    }

    pub async fn drop(&self, database: &str) {
        self.administer(&format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)"))
            .await;
    }

    async fn administer(&self, sql: &str) {
        let connection = connect(&self.url("postgres")).await;
        connection
            .execute_unprepared(sql)
            .await
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
        connection.close().await.expect("the connection closes");
    }
}

/// One loud line for the whole run, straight to the terminal's stream: the harness would swallow a `println!`.
pub fn say_that_it_is_left_out() {
    run::once("postgres-left-out", || {
        let line = "\n!!! POSTGRESQL IS LEFT OUT: no server binaries on this machine and no TEST_DATABASE_URL; only SQLite is tested !!!\n";
        let _ = std::io::stderr().write_all(line.as_bytes());
        String::new()
    });
}

fn find() -> Option<Server> {
    let address = match std::env::var("TEST_DATABASE_URL") {
        Ok(url) => with_placeholder(&url),
        Err(_) => {
            let binaries = binaries()?;
            run::once("postgres", || start(&binaries))
        }
    };
    let template = run::once("template", || run::block_on(make_template(&address)));
    Some(Server { address, template })
}

/// `postgres://user@host:5432/name?x=y` → the same with `{}` for `name`.
fn with_placeholder(url: &str) -> String {
    let (base, query) = url
        .split_once('?')
        .map_or((url, None), |(b, q)| (b, Some(q)));
    let authority = base.find("://").map_or(0, |at| at + 3);
    let server = base[authority..]
        .find('/')
        .map_or(base, |slash| &base[..authority + slash]);
    query.map_or(format!("{server}/{{}}"), |q| format!("{server}/{{}}?{q}"))
}

/// The newest server binaries of the machine.
fn binaries() -> Option<PathBuf> {
    let debian = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let mut versions: Vec<(u32, PathBuf)> = debian
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            Some((version, entry.path().join("bin")))
        })
        .filter(|(_, path)| path.join("initdb").exists())
        .collect();
    versions.sort();
    let on_path = || {
        let path = std::env::var_os("PATH")?;
        std::env::split_paths(&path)
            .find(|p| p.join("initdb").exists() && p.join("pg_ctl").exists())
    };
    versions.pop().map(|(_, path)| path).or_else(on_path)
}

/// Start a cluster that listens on a socket in the run's directory and nowhere else.
fn start(binaries: &Path) -> String {
    let directory = run::directory();
    let data = directory.join("data");
    let user = unprivileged();
    fs::create_dir(&data).expect("the run's directory is writable");
    fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).expect("own directory");
    let sockets = directory.join("sockets");
    fs::create_dir(&sockets).expect("the run's directory is writable");
    if let Some((_, uid)) = user {
        std::os::unix::fs::chown(&data, Some(uid), None).expect("root may give a directory away");
        std::os::unix::fs::chown(&sockets, Some(uid), None)
            .expect("root may give a directory away");
    }
    let run = |program: &str, arguments: &[&str]| {
        let program = binaries.join(program);
        let mut command = match user {
            Some((name, _)) => {
                let mut command = Command::new("setpriv");
                command.args([
                    "--reuid",
                    name,
                    "--regid",
                    name_of_group(name),
                    "--clear-groups",
                    "--",
                ]);
                command.arg(program);
                command
            }
            None => Command::new(program),
        };
        // The log, not a pipe: the server inherits these and would keep a pipe open for ever.
        let log =
            fs::File::create(directory.join("start.log")).expect("the run's directory is writable");
        command
            .args(arguments)
            .current_dir(directory)
            .stdin(std::process::Stdio::null())
            .stdout(log.try_clone().expect("a file handle copies"))
            .stderr(log)
            .output()
            .expect("the server's program runs")
    };
    let data = data
        .to_str()
        .expect("the temporary directory has a plain name");
    let sockets = sockets
        .to_str()
        .expect("the temporary directory has a plain name");
    // A linguistic default collation on purpose: a column that forgot its COLLATE "C" sorts differently from SQLite and is found.
    let base = [
        "-D",
        data,
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--no-sync",
        "--locale=C.UTF-8",
    ];
    let linguistic = [&base[..], &["--locale-provider=icu", "--icu-locale=und"]].concat();
    if !run("initdb", &linguistic).status.success() {
        let _ = fs::remove_dir_all(Path::new(data).join("base"));
        succeed("initdb", &run("initdb", &base));
    }
    let options = format!(
        "-k {sockets} -c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off \
         -c max_connections=400 -c shared_buffers=64MB -c autovacuum=off"
    );
    let log = format!("{data}/server.log");
    succeed(
        "pg_ctl",
        &run(
            "pg_ctl",
            &["-D", data, "-w", "-l", &log, "-o", &options, "start"],
        ),
    );
    format!("postgres://postgres@localhost/{{}}?host={sockets}")
}

fn succeed(what: &str, output: &Output) {
    let log = fs::read_to_string(run::directory().join("start.log")).unwrap_or_default();
    assert!(output.status.success(), "{what} failed:\n{log}");
}

/// PostgreSQL refuses to run as root: the account of Debian's package, or `nobody`. `None` when we are not root.
fn unprivileged() -> Option<(&'static str, u32)> {
    if fs::metadata(run::directory()).map(|m| m.uid()).unwrap_or(1) != 0 {
        return None;
    }
    let accounts = fs::read_to_string("/etc/passwd").expect("the machine has accounts");
    let find = |name: &'static str| {
        let line = accounts
            .lines()
            .find(|line| line.split(':').next() == Some(name))?;
        Some((name, line.split(':').nth(2)?.parse().ok()?))
    };
    Some(
        find("postgres")
            .or_else(|| find("nobody"))
            .expect("an account that is not root"),
    )
}

fn name_of_group(account: &str) -> &str {
    if account == "nobody" {
        "nogroup"
    } else {
        account
    }
}

/// A database with every migration applied. Its name carries the age of this test binary, so that a server that outlives the
/// run never lends a template of yesterday's migrations; older ones are dropped.
async fn make_template(address: &str) -> String {
    let binary = std::env::current_exe()
        .and_then(fs::metadata)
        .expect("the test binary exists");
    let name = format!(
        "inspectorate_template_{}_{}",
        binary.mtime(),
        binary.mtime_nsec()
    );
    let admin = connect(&address.replace("{}", "postgres")).await;
    let others = "SELECT datname FROM pg_database WHERE datname LIKE 'inspectorate_template_%'";
    let rows = admin
        .query_all_raw(Statement::from_string(DatabaseBackend::Postgres, others))
        .await
        .expect("the server lists its databases");
    let names: Vec<String> = rows
        .iter()
        .map(|row| row.try_get("", "datname").expect("a name"))
        .collect();
    for old in names.iter().filter(|old| **old != name) {
        // Another run may be copying it right now: then it stays, and the next run drops it.
        let _ = admin
            .execute_unprepared(&format!("DROP DATABASE IF EXISTS {old}"))
            .await;
    }
    if !names.contains(&name) {
        admin
            .execute_unprepared(&format!("CREATE DATABASE {name}"))
            .await
            .expect("the role may create databases");
    }
    let template = connect(&address.replace("{}", &name)).await;
    Migrator::up(&template, None)
        .await
        .expect("every migration runs on PostgreSQL");
    template.close().await.expect("the connection closes");
    admin.close().await.expect("the connection closes");
    name
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options)
        .await
        .unwrap_or_else(|error| panic!("PostgreSQL answers at {url}: {error}"))
}
