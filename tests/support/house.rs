//! The service of one test, started in-process on a free port over the test's own database, and asked by real HTTP.

use std::{net::TcpListener, sync::Arc, time::Duration};

use inspectorate::{
    access::{
        policy::{Agency, Role},
        token,
        viewers::Viewers,
    },
    blocks::event::{self, EventBus},
    database::Database,
    schema,
    server::{self, AppState, Stopper},
    settings::{ServiceSettings, TokenSettings},
};
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::{
    Ground,
    answer::Answer,
    database::{Kind, TestDatabase},
};

/// The whole service of one test.
pub struct House {
    pub kind: Kind,
    pub url: String,
    /// The same database as the service's, to put rows in place and to look at what was written.
    pub database: Database,
    /// Where the service listens, `http://127.0.0.1:…`.
    pub address: String,
    pub tokens: TokenSettings,
    /// How the service hears of changes; a test that writes rows of its own says so by it.
    pub bus: EventBus,
    pub http: reqwest::Client,
    stopper: Stopper,
    running: JoinHandle<std::io::Result<()>>,
}

impl Ground for House {
    async fn open(database: &Arc<TestDatabase>) -> Arc<Self> {
        Arc::new(Self::open_with(database.kind, &database.url, &[]).await)
    }

    async fn close(&self) {
        self.stop().await;
    }
}

impl House {
    /// Start a service with `flags` as on the command line: the test's own or, on the same database, another one.
    pub async fn open_with(kind: Kind, url: &str, flags: &[&str]) -> Self {
        Self::open_trusting(kind, url, TokenSettings::demo(), flags).await
    }

    /// The same, with another way to check tokens than the demo's.
    pub async fn open_trusting(
        kind: Kind,
        url: &str,
        tokens: TokenSettings,
        flags: &[&str],
    ) -> Self {
        log_to_the_test();
        let database = Database::connect(url, 4, Duration::from_secs(10))
            .await
            .expect("the test's database answers");
        // Writing in the background would be in the way of proofs that nothing was written.
        let quiet = ["--workers", "1", "--rate", "0", "--logged-reads", "none"].as_slice();
        let files = ["--files", concat!(env!("CARGO_TARGET_TMPDIR"), "/files")];
        let all = [quiet, &files, flags].concat();
        let settings = ServiceSettings::of(&all).expect("the flags of the test are good");
        let bus = event::follow(&database, Some(url.to_owned())).await;
        let bus = bus.expect("the log can be followed");
        let viewers = Viewers::open(&tokens, database.clone(), bus.clone()).await;
        let state = AppState::new(
            schema::build(database.clone(), bus.clone()),
            database.clone(),
            viewers.expect("the keys are good"),
            settings,
        )
        .expect("the service starts");
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let server = server::serve(listener, state).expect("the service listens");
        Self {
            kind,
            url: url.to_owned(),
            database,
            address: format!("http://{}", server.address()),
            tokens,
            bus,
            http: client(),
            stopper: server.stopper(),
            running: tokio::spawn(server),
        }
    }

    /// Stop serving and let go of the database.
    pub async fn stop(&self) {
        self.stopper.stop(true).await;
        self.running.abort();
        self.bus.close().await;
        let _ = self.database.reader.close_by_ref().await;
        let _ = self.database.writer.close_by_ref().await;
    }

    /// Somebody with `role` who acts as `agency` for the organization with this code.
    pub fn person(self: &Arc<Self>, agency: Agency, organization: &str, role: Role) -> Person {
        let grant = token::Grant {
            subject: format!("test-{organization}-{role:?}").to_lowercase(),
            name: "测试员".to_owned(),
            agency,
            organization: organization.to_owned(),
            roles: [role].into(),
        };
        let token = token::issue(&self.tokens, grant, Duration::from_secs(600));
        Person {
            house: self.clone(),
            token: token.expect("the demo's key signs"),
        }
    }

    /// How many statements reading has taken since the service started.
    pub async fn statements(&self) -> u64 {
        let url = format!("{}/metrics", self.address);
        let text = self.http.get(url).send().await.expect("an answer").text();
        let text = text.await.expect("a text");
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("inspectorate_sql_statements_total "))
            .expect("the service counts its statements");
        line.trim().parse::<f64>().expect("a number") as u64
    }
}

/// What the service logs of its faults stands in the output of a test that fails.
fn log_to_the_test() {
    let log = tracing_subscriber::fmt()
        .with_max_level(tracing_subscriber::filter::LevelFilter::WARN)
        .with_test_writer();
    let _ = log.try_init();
}

/// The client of the tests speaks plain HTTP only, but reqwest wants to know whose cryptography it would use.
fn client() -> reqwest::Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::new()
}

/// Somebody with a token.
#[derive(Clone)]
pub struct Person {
    pub house: Arc<House>,
    pub token: String,
}

impl Person {
    /// Ask with variables.
    pub async fn graphql(&self, query: &str, variables: Value) -> Answer {
        let body = json!({ "query": query, "variables": variables });
        let response = self
            .house
            .http
            .post(format!("{}/graphql", self.house.address))
            .bearer_auth(&self.token)
            .header("content-type", "application/json")
            .header("accept", "application/json")
            .body(body.to_string())
            .send()
            .await
            .expect("the service answers");
        Answer::read(query, response).await
    }

    /// Ask without variables.
    pub async fn ask(&self, query: &str) -> Answer {
        self.graphql(query, json!({})).await
    }
}
