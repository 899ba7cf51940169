//! An issuer of tokens: its key pairs, and where it publishes the public halves.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex},
    time::{SystemTime, UNIX_EPOCH},
};

use inspectorate::settings::TokenKey;
use jsonwebtoken::{Algorithm, EncodingKey, Header, jwk::Jwk};
use rsa::pkcs1::EncodeRsaPrivateKey;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
    task::JoinHandle,
};

/// What an office's admin would be given, valid for an hour.
pub fn claims(office: &str) -> Value {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    let now = now.as_secs();
    json!({
        "iss": "inspectorate", "aud": "inspectorate", "sub": "u-17", "name": "测试员", "agency": "OFFICE",
        "organization": office, "roles": ["admin"], "exp": now + 3600, "nbf": now, "iat": now, "jti": "t-1",
    })
}

pub fn sign(algorithm: Algorithm, key: &EncodingKey, id: Option<&str>, claims: &Value) -> String {
    let mut header = Header::new(algorithm);
    header.kid = id.map(str::to_owned);
    jsonwebtoken::encode(&header, claims, key).unwrap()
}

/// A private key and its public half as a JWK.
pub struct Pair {
    algorithm: Algorithm,
    id: String,
    pub key: EncodingKey,
    pub public: Value,
}

impl Pair {
    /// Keys on curves follow from `seed`; RSA keys are new each time.
    pub fn new(algorithm: Algorithm, seed: u8, id: &str) -> Self {
        // PKCS#8 wrappings of a raw private key.
        let wrapped = |head: &[u8]| [head, &[seed; 32]].concat();
        let key = match algorithm {
            Algorithm::EdDSA => EncodingKey::from_ed_der(&wrapped(&[
                0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22,
                0x04, 0x20,
            ])),
            Algorithm::ES256 => EncodingKey::from_ec_der(&wrapped(&[
                0x30, 0x41, 0x02, 0x01, 0x00, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d,
                0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07, 0x04, 0x27,
                0x30, 0x25, 0x02, 0x01, 0x01, 0x04, 0x20,
            ])),
            _ => {
                let key = rsa::RsaPrivateKey::new(&mut rsa::rand_core::OsRng, 2048).unwrap();
                EncodingKey::from_rsa_der(key.to_pkcs1_der().unwrap().as_bytes())
            }
        };
        let jwk = Jwk::from_encoding_key(&key, algorithm).unwrap();
        let mut public = serde_json::to_value(jwk).unwrap();
        public["kid"] = json!(id);
        Self {
            algorithm,
            id: id.to_owned(),
            key,
            public,
        }
    }

    pub fn sign(&self, claims: &Value) -> String {
        sign(self.algorithm, &self.key, Some(&self.id), claims)
    }
}

/// Where the service finds the public keys.
pub trait Issuer {
    fn key(&self) -> TokenKey;

    fn publish(&self, keys: &[&Value]);
}

/// A file of keys.
pub struct File(PathBuf);

impl File {
    pub fn new() -> Self {
        let name = format!("jwks-{}.json", uuid::Uuid::now_v7());
        Self(std::env::temp_dir().join(name))
    }
}

impl Issuer for File {
    fn key(&self) -> TokenKey {
        TokenKey::JwksFile(self.0.clone())
    }

    fn publish(&self, keys: &[&Value]) {
        std::fs::write(&self.0, json!({ "keys": keys }).to_string()).unwrap();
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// An address that serves keys.
pub struct Address {
    url: String,
    body: Arc<Mutex<String>>,
    serving: JoinHandle<()>,
}

impl Address {
    pub async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/jwks", listener.local_addr().unwrap());
        let body = Arc::new(Mutex::new(String::new()));
        let published = Arc::clone(&body);
        let serving = tokio::spawn(async move {
            while let Ok((mut socket, _)) = listener.accept().await {
                let _ = socket.read(&mut [0; 4096]).await;
                let body = published.lock().unwrap().clone();
                let head = format!(
                    "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {}\r\n\r\n",
                    body.len()
                );
                let _ = socket.write_all((head + &body).as_bytes()).await;
            }
        });
        Self { url, body, serving }
    }
}

impl Issuer for Address {
    fn key(&self) -> TokenKey {
        TokenKey::JwksUrl(self.url.clone())
    }

    fn publish(&self, keys: &[&Value]) {
        *self.body.lock().unwrap() = json!({ "keys": keys }).to_string();
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        self.serving.abort();
    }
}
