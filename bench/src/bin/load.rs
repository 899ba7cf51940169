//! Send one query many times at a fixed concurrency and report the CPU per request of the server and of its database.

use std::{
    fs,
    path::PathBuf,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Instant,
};

use clap::Parser;
use inspectorate_bench::cpu;
use serde_json::{Value, json};

#[derive(Parser)]
struct Arguments {
    /// Name of the row that is printed.
    #[arg(long)]
    name: String,
    /// Address of the GraphQL endpoint.
    #[arg(long)]
    url: String,
    /// File with the query.
    #[arg(long)]
    query: PathBuf,
    /// Variables as JSON.
    #[arg(long, default_value = "{}")]
    variables: String,
    /// Bearer token; none is sent when it is left out.
    #[arg(long)]
    token: Option<String>,
    /// Process id of the server.
    #[arg(long)]
    server: u32,
    /// Process id of PostgreSQL's postmaster.
    #[arg(long)]
    database: u32,
    #[arg(long, default_value_t = 2000)]
    requests: usize,
    /// Requests sent before the counting starts: pools fill, statements are prepared, code is compiled.
    #[arg(long, default_value_t = 500)]
    warm_up: usize,
    #[arg(long, default_value_t = 4)]
    concurrency: usize,
    /// Where the answer is written, to be compared with the others'.
    #[arg(long)]
    answer: PathBuf,
}

struct Target {
    client: reqwest::Client,
    url: String,
    token: Option<String>,
    body: String,
}

impl Target {
    async fn send(&self) -> Result<String, String> {
        let mut request = self
            .client
            .post(&self.url)
            .header("content-type", "application/json")
            .header("accept", "application/json")
            .body(self.body.clone());
        if let Some(token) = &self.token {
            request = request.bearer_auth(token);
        }
        let response = request.send().await.map_err(|error| error.to_string())?;
        let status = response.status();
        let text = response.text().await.map_err(|error| error.to_string())?;
        if status.is_success() && !text.contains("\"errors\"") {
            Ok(text)
        } else {
            Err(format!("{status}: {text}"))
        }
    }

    /// Send `requests` requests, `concurrency` at a time; every answer must be the `expected` one.
    async fn send_many(
        self: &Arc<Self>,
        requests: usize,
        concurrency: usize,
        expected: &Arc<str>,
    ) -> Result<(), String> {
        let left = Arc::new(AtomicUsize::new(requests));
        let workers: Vec<_> = (0..concurrency)
            .map(|_| {
                let (target, left, expected) = (self.clone(), left.clone(), expected.clone());
                tokio::spawn(async move {
                    while left
                        .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |n| n.checked_sub(1))
                        .is_ok()
                    {
                        let answer = target.send().await?;
                        if answer != *expected {
                            return Err(format!("the answer changed: {answer}"));
                        }
                    }
                    Ok(())
                })
            })
            .collect();
        for worker in workers {
            worker.await.map_err(|error| error.to_string())??;
        }
        Ok(())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    // reqwest wants to know whose cryptography it would use, also when it speaks plain HTTP only.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match measure(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(arguments: Arguments) -> Result<(), String> {
    let query = fs::read_to_string(&arguments.query).map_err(|error| error.to_string())?;
    let variables: Value =
        serde_json::from_str(&arguments.variables).map_err(|error| error.to_string())?;
    let target = Arc::new(Target {
        client: reqwest::Client::new(),
        url: arguments.url,
        token: arguments.token,
        body: json!({ "query": query, "variables": variables }).to_string(),
    });
    let answer: Arc<str> = target.send().await?.into();
    let value: Value = serde_json::from_str(&answer).map_err(|error| error.to_string())?;
    fs::write(&arguments.answer, format!("{}\n", value["data"]))
        .map_err(|error| error.to_string())?;
    target
        .send_many(arguments.warm_up, arguments.concurrency, &answer)
        .await?;

    let used = || {
        (
            cpu::of_process(arguments.server),
            cpu::of_family(arguments.database),
        )
    };
    let (started, before) = (Instant::now(), used());
    target
        .send_many(arguments.requests, arguments.concurrency, &answer)
        .await?;
    let (elapsed, after) = (started.elapsed(), used());

    let per_request =
        |duration: std::time::Duration| duration.as_secs_f64() * 1e3 / arguments.requests as f64;
    let server = per_request(after.0 - before.0);
    let database = per_request(after.1 - before.1);
    println!(
        "| {:<28} | {:>9.3} | {:>9.3} | {:>9.3} | {:>8.0} | {:>8} |",
        arguments.name,
        server,
        database,
        server + database,
        arguments.requests as f64 / elapsed.as_secs_f64(),
        answer.len(),
    );
    Ok(())
}
