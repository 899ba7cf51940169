//! Hold many subscribers at a running service, write at a steady rate, and report how late events arrive and what a subscriber costs.

use std::{
    collections::HashMap,
    fs,
    process::ExitCode,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use clap::Parser;
use inspectorate_bench::cpu;
use serde_json::{Value, json};
use tokio::{task::JoinHandle, time};
use uuid::Uuid;

/// How long is waited for what has not arrived yet.
const PATIENCE: Duration = Duration::from_secs(120);

#[derive(Parser)]
struct Arguments {
    /// Address of the GraphQL endpoint.
    #[arg(long)]
    url: String,
    /// Bearer token of somebody who registers organizations.
    #[arg(long)]
    token: String,
    /// Process id of the server.
    #[arg(long)]
    server: u32,
    #[arg(long, default_value_t = 1_000)]
    subscribers: usize,
    /// Writes a second; each is one event that every subscriber hears of.
    #[arg(long, default_value_t = 200)]
    rate: u32,
    #[arg(long, default_value_t = 10)]
    seconds: u32,
}

/// An event, and when somebody knew of it.
type Heard = (String, Instant);

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(lines) => {
            println!("{lines}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<String, String> {
    // No request is encrypted here, but the client wants to know whose cryptography it would use.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let arguments = Arc::new(arguments);
    let client = reqwest::Client::new();
    let parent = parent(&client, &arguments).await?;
    let alone = resident(arguments.server)?;
    let all = usize::try_from(arguments.rate * arguments.seconds).unwrap_or(usize::MAX);
    let ready = Arc::new(AtomicUsize::new(0));
    let subscribers: Vec<JoinHandle<Result<Vec<Heard>, String>>> = (0..arguments.subscribers)
        .map(|_| {
            tokio::spawn(listen(
                client.clone(),
                arguments.clone(),
                ready.clone(),
                all,
            ))
        })
        .collect();
    let began = Instant::now();
    while ready.load(Ordering::Relaxed) < arguments.subscribers {
        if began.elapsed() > PATIENCE {
            return Err(format!(
                "{} subscribers only",
                ready.load(Ordering::Relaxed)
            ));
        }
        time::sleep(Duration::from_millis(20)).await;
    }
    let held = resident(arguments.server)?;
    let used = cpu::of_process(arguments.server);
    let began = Instant::now();
    let mut every = time::interval(Duration::from_secs(1) / arguments.rate);
    let mut writes = Vec::with_capacity(all);
    for number in 0..all {
        every.tick().await;
        let parent = parent.clone();
        writes.push(tokio::spawn(write(
            client.clone(),
            arguments.clone(),
            parent,
            number,
        )));
    }
    let mut written = HashMap::new();
    for write in writes {
        let (event, at) = write.await.map_err(|error| error.to_string())??;
        written.insert(event, at);
    }
    let wrote = began.elapsed().as_secs_f64();
    let mut lags = Vec::new();
    for subscriber in subscribers {
        for (event, at) in subscriber.await.map_err(|error| error.to_string())?? {
            if let Some(known) = written.get(&event) {
                lags.push(at.saturating_duration_since(*known));
            }
        }
    }
    lags.sort_unstable();
    let at = |share: f64| {
        let place = (lags.len() as f64 * share) as usize;
        lags.get(place.min(lags.len().saturating_sub(1)))
            .map_or(f64::NAN, |lag| lag.as_secs_f64() * 1_000.0)
    };
    let used = cpu::of_process(arguments.server).saturating_sub(used);
    Ok(format!(
        "{} subscribers, {all} writes in {wrote:.1} s, {} deliveries of {}\n\
         lag p50 {:.0} ms, p99 {:.0} ms, greatest {:.0} ms; CPU of the server {:.1} s\n\
         memory {alone} KB alone, {held} KB with subscribers ({} KB each), {} KB afterwards",
        arguments.subscribers,
        lags.len(),
        all * arguments.subscribers,
        at(0.5),
        at(0.99),
        at(1.0),
        used.as_secs_f64(),
        held.saturating_sub(alone) / arguments.subscribers.max(1),
        resident(arguments.server)?,
    ))
}

async fn post(
    client: &reqwest::Client,
    arguments: &Arguments,
    body: Value,
) -> Result<Value, String> {
    let request = client
        .post(&arguments.url)
        .bearer_auth(&arguments.token)
        .header("content-type", "application/json")
        .header("accept", "application/json")
        .body(body.to_string());
    let answer = request.send().await.map_err(|error| error.to_string())?;
    let text = answer.text().await.map_err(|error| error.to_string())?;
    let answer: Value = serde_json::from_str(&text).map_err(|error| format!("{error}: {text}"))?;
    if answer["errors"].is_null() {
        Ok(answer["data"].clone())
    } else {
        Err(text)
    }
}

/// The body of the token's person, under which organizations are registered.
async fn parent(client: &reqwest::Client, arguments: &Arguments) -> Result<String, String> {
    let query = json!({ "query": "{ me { authorityId } }" });
    let answer = post(client, arguments, query).await?;
    let id = answer["me"]["authorityId"].as_str();
    id.map(str::to_owned)
        .ok_or_else(|| format!("no authority: {answer}"))
}

async fn write(
    client: reqwest::Client,
    arguments: Arc<Arguments>,
    parent: String,
    number: usize,
) -> Result<Heard, String> {
    let code = Uuid::now_v7().simple();
    let input = json!({ "code": format!("LIVE-{code}"), "name": format!("示例单位{number}"), "level": "TOWNSHIP", "kind": "TOWNSHIP", "parent": parent });
    let query = "mutation($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { event { id } } }";
    let body = json!({ "query": query, "variables": { "input": input } });
    let answer = post(&client, &arguments, body).await?;
    let event = answer["registerOrganization"]["event"]["id"].as_str();
    let event = event.ok_or_else(|| format!("no event: {answer}"))?;
    Ok((event.to_owned(), Instant::now()))
}

/// Listen over server-sent events until `all` events were heard.
async fn listen(
    client: reqwest::Client,
    arguments: Arc<Arguments>,
    ready: Arc<AtomicUsize>,
    all: usize,
) -> Result<Vec<Heard>, String> {
    let request = client
        .post(&arguments.url)
        .bearer_auth(&arguments.token)
        .header("content-type", "application/json")
        .header("accept", "text/event-stream")
        .body(json!({ "query": "subscription { events { id } }" }).to_string());
    let mut stream = request.send().await.map_err(|error| error.to_string())?;
    if !stream.status().is_success() {
        return Err(format!("{}", stream.status()));
    }
    let (mut heard, mut unread, mut began) = (Vec::with_capacity(all), String::new(), false);
    while heard.len() < all {
        let chunk = time::timeout(PATIENCE, stream.chunk()).await;
        let chunk = chunk
            .map_err(|_| format!("{} of {all} events", heard.len()))?
            .map_err(|error| error.to_string())?
            .ok_or("the stream ended")?;
        if !began {
            ready.fetch_add(1, Ordering::Relaxed);
            began = true;
        }
        let now = Instant::now();
        unread.push_str(&String::from_utf8_lossy(&chunk));
        while let Some((block, rest)) = unread.split_once("\n\n") {
            if let Some((_, data)) = block.split_once("\ndata:") {
                let event: Value = serde_json::from_str(data).map_err(|error| error.to_string())?;
                let id = event["data"]["events"]["id"].as_str();
                heard.push((id.ok_or_else(|| data.to_owned())?.to_owned(), now));
            }
            unread = rest.to_owned();
        }
    }
    Ok(heard)
}

/// Resident memory in KB.
fn resident(pid: u32) -> Result<usize, String> {
    let status =
        fs::read_to_string(format!("/proc/{pid}/status")).map_err(|error| error.to_string())?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let number = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
    number.ok_or_else(|| "no VmRSS".to_owned())
}
