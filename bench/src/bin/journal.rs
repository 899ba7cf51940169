//! Fill the journal of a migrated database with sealed events, or time `verify` over it and report the memory that it took.

use std::{
    fs,
    process::ExitCode,
    time::{Duration, Instant},
};

use chrono::{TimeDelta, Utc};
use clap::{Parser, Subcommand};
use inspectorate::{
    blocks::event::{EventBus, sealer::catch_up, verify::verify},
    database::Database,
    error::Error,
};
use inspectorate_entity::journal::{event, event_subject};
use sea_orm::{EntityTrait, Set};
use uuid::Uuid;

/// Events written in one statement.
const BATCH: u64 = 1_000;

#[derive(Parser)]
struct Arguments {
    /// The database, as the service takes it; `inspectorate migrate up` comes first.
    #[arg(long, env = "DATABASE_URL")]
    url: String,
    #[command(subcommand)]
    what: What,
}

#[derive(Clone, Copy, Subcommand)]
enum What {
    /// Write events as changes write them, and seal them.
    Fill {
        #[arg(long, default_value_t = 1_000_000)]
        events: u64,
    },
    /// Recompute the chain.
    Verify,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments).await {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{}", error.message);
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: &Arguments) -> Result<String, Error> {
    let database = Database::connect(&arguments.url, 4, Duration::from_secs(600)).await?;
    let started = Instant::now();
    match arguments.what {
        What::Fill { events } => {
            let mut left = events;
            while left > 0 {
                let count = left.min(BATCH);
                write(&database, count).await?;
                left -= count;
            }
            let bus = EventBus::open(&database).await?;
            catch_up(&database, &bus).await?;
            let seconds = started.elapsed().as_secs_f64();
            Ok(format!(
                "{events} events written and sealed in {seconds:.1} s"
            ))
        }
        What::Verify => {
            let verdict = verify(&database).await?;
            let seconds = started.elapsed().as_secs_f64();
            Ok(format!("{verdict}\n{seconds:.1} s, {}", peak_memory()))
        }
    }
}

/// Events of the size that everyday changes have: three fields of a record, and one more record touched.
async fn write(database: &Database, count: u64) -> Result<(), Error> {
    let (mut events, mut subjects) = (Vec::new(), Vec::new());
    for number in 0..count {
        let (id, record, other) = (Uuid::now_v7(), Uuid::now_v7(), Uuid::now_v7());
        let change = |field: &str| {
            format!(
                "{{\"noun\":\"CoverageObject\",\"id\":\"{record}\",\"field\":\"{field}\",\"old\":null,\"new\":\"巡察对象 {number}\"}}"
            )
        };
        let changes = ["plan_id", "priority_reason", "object_type"].map(change);
        events.push(event::ActiveModel {
            id: Set(id),
            occurred_at: Set(Utc::now() - TimeDelta::seconds(1)),
            action: Set("setObjectPriority".to_owned()),
            noun: Set("CoverageObject".to_owned()),
            subject_id: Set(record),
            agency: Set("OFFICE".to_owned()),
            organization_id: Set(other),
            actor_subject: Set("bench".to_owned()),
            actor_name: Set("测试员".to_owned()),
            roles: Set("handler".to_owned()),
            changes: Set(format!("[{}]", changes.join(","))),
            client_mutation_id: Set(None),
            position: Set(None),
            previous_hash: Set(None),
            hash: Set(None),
        });
        for (noun, subject) in [("CoverageObject", record), ("PlanAssignment", other)] {
            subjects.push(event_subject::ActiveModel {
                event_id: Set(id),
                noun: Set(noun.to_owned()),
                subject_id: Set(subject),
            });
        }
    }
    let writer = &database.writer;
    event::Entity::insert_many(events)
        .exec_without_returning(writer)
        .await?;
    event_subject::Entity::insert_many(subjects)
        .exec_without_returning(writer)
        .await?;
    Ok(())
}

/// The most memory that this process has held, as Linux tells it.
fn peak_memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.map_or_else(
        || "peak memory unknown".to_owned(),
        |size| format!("peak memory {}", size.trim()),
    )
}
