//! A receiver of webhooks on this machine, and a service that may call it.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex},
    time::Duration,
};

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel},
    time::timeout,
};

use crate::{
    coverage::desk::act,
    support::{
        answer::Answer,
        house::{House, Person},
        place::Place,
    },
};

/// What was called.
#[derive(Debug)]
pub struct Call {
    pub path: String,
    pub headers: HashMap<String, String>,
    pub text: String,
    pub body: Value,
}

impl Call {
    pub fn id(&self) -> &str {
        &self.headers["webhook-id"]
    }

    pub fn position(&self) -> i64 {
        self.body["data"]["position"].as_i64().expect("a position")
    }
}

/// Answers 204 unless it was told otherwise.
pub struct Receiver {
    /// Host and port.
    pub host: String,
    calls: UnboundedReceiver<Call>,
    answers: Arc<Mutex<VecDeque<String>>>,
}

impl Receiver {
    pub async fn open() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let host = listener.local_addr().expect("an address").to_string();
        let (heard, calls) = unbounded_channel();
        let answers = Arc::new(Mutex::new(VecDeque::new()));
        let told = Arc::clone(&answers);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(answer(stream, heard.clone(), Arc::clone(&told)));
            }
        });
        Self {
            host,
            calls,
            answers,
        }
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// The next calls are answered so, one each: a status line, and headers if need be.
    pub fn answers(&self, answers: &[&str]) {
        let mut told = self.answers.lock().unwrap();
        told.extend(answers.iter().map(|answer| (*answer).to_owned()));
    }

    pub async fn call(&mut self) -> Call {
        let call = timeout(Duration::from_secs(20), self.calls.recv()).await;
        call.expect("a call within twenty seconds").expect("a call")
    }

    /// Nothing is called for long enough that it would have been.
    pub async fn silent(&mut self) {
        let call = timeout(Duration::from_millis(1_500), self.calls.recv()).await;
        assert!(call.is_err(), "{call:?}");
    }

    /// A further service on the database of `house` that may call this receiver.
    pub async fn house(&self, house: &House, flags: &[&str]) -> Arc<House> {
        let own = [
            "--webhook-allow",
            self.host.as_str(),
            "--webhook-private",
            "true",
            "--webhook-backoff",
            "1",
        ];
        let flags = [&own, flags].concat();
        Arc::new(House::open_with(house.kind, &house.url, &flags).await)
    }
}

async fn answer(
    mut stream: TcpStream,
    heard: UnboundedSender<Call>,
    answers: Arc<Mutex<VecDeque<String>>>,
) {
    let mut bytes = Vec::new();
    let call = loop {
        if stream.read_buf(&mut bytes).await.unwrap_or(0) == 0 {
            return;
        }
        if let Some(call) = whole(&bytes) {
            break call;
        }
    };
    let told = answers.lock().unwrap().pop_front();
    let head = told.unwrap_or_else(|| "204 No Content".to_owned());
    let _ = heard.send(call);
    let answer = format!("HTTP/1.1 {head}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
    let _ = stream.write_all(answer.as_bytes()).await;
}

/// The call, once all of it is there.
fn whole(bytes: &[u8]) -> Option<Call> {
    let text = std::str::from_utf8(bytes).ok()?;
    let (head, text) = text.split_once("\r\n\r\n")?;
    let mut lines = head.lines();
    let path = lines.next()?.split(' ').nth(1)?.to_owned();
    let headers: HashMap<String, String> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let length: usize = headers.get("content-length")?.parse().ok()?;
    (text.len() >= length).then(|| Call {
        path,
        headers,
        text: text.to_owned(),
        body: serde_json::from_str(text).unwrap_or(Value::Null),
    })
}

/// A webhook that hears of organizations only: its id and its secret.
pub async fn registered(person: &Person, url: &str) -> (String, String) {
    let input = json!({ "url": url, "nouns": ["Organization"] });
    let answer = register(person, input).await;
    let id = answer.text_at("/registerWebhook/webhook/id");
    (id, answer.text_at("/registerWebhook/secret"))
}

/// A webhook of a place whose service calls nobody, so that nothing is written beside what is asked.
pub async fn quiet(house: &Arc<House>) -> (Place, Person, String) {
    let place = Place::build(house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let flags = ["--webhook-allow", "example.org"];
    let other = Arc::new(House::open_with(house.kind, &house.url, &flags).await);
    let registrar = Person {
        house: Arc::clone(&other),
        token: office.token.clone(),
    };
    let (id, _) = registered(&registrar, "https://example.org/").await;
    other.stop().await;
    (place, office, id)
}

pub async fn register(person: &Person, input: Value) -> Answer {
    let fields = "webhook { id version status } secret";
    act(person, "registerWebhook", fields, input).await
}

/// What `verb` makes of a webhook as it is now.
pub async fn on(person: &Person, verb: &str, id: &str, more: Value) -> Answer {
    let mut input = more;
    input["webhook"] = json!(id);
    if input["version"].is_null() {
        input["version"] = look(person, id).await["version"].clone();
    }
    let fields = "webhook { id version status previousUntil position } secret";
    act(person, verb, fields, input).await
}

/// The webhook as its owner reads it.
pub async fn look(person: &Person, id: &str) -> Value {
    let query = "query($id: ID!) { webhook(id: $id) { version status url nouns actions position attempts lastError lastAttemptAt nextAttemptAt agency availableActions { action enabled } } }";
    let answer = person.graphql(query, json!({ "id": id })).await;
    answer.data("/webhook").clone()
}

/// The webhook once `field` holds `value`.
pub async fn until(person: &Person, id: &str, field: &str, value: Value) -> Value {
    for _ in 0..200 {
        let webhook = look(person, id).await;
        if webhook[field] == value {
            return webhook;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("{field} becomes {value}: {}", look(person, id).await)
}

/// The signature by another implementation than the service's.
pub fn signature(secret: &str, call: &Call) -> String {
    let key = secret.strip_prefix("whsec_").expect("a secret");
    let key = jsonwebtoken::EncodingKey::from_base64_secret(key).expect("base64");
    let content = format!(
        "{}.{}.{}",
        call.headers["webhook-id"], call.headers["webhook-timestamp"], call.text
    );
    let signed =
        jsonwebtoken::crypto::sign(content.as_bytes(), &key, jsonwebtoken::Algorithm::HS256);
    let signed = signed
        .expect("a signature")
        .replace('-', "+")
        .replace('_', "/");
    format!("v1,{signed}=")
}
