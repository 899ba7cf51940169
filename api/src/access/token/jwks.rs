//! The issuer's public keys, from a file or an address, following rotation.
//!
//! An unknown key id makes the set be read again, at most once an interval (TOKEN_JWKS_INTERVAL, a minute), so that a new key
//! works at once and a flood of made-up ids costs the issuer nothing. A set ten intervals old is read again in the background, so
//! that a withdrawn key stops working. When reading fails, the keys that are known stay.

use std::{
    sync::{Arc, RwLock},
    time::{Duration, Instant},
};

use jsonwebtoken::{
    DecodingKey,
    jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyAlgorithm, PublicKeyUse},
};
use tokio::sync::Mutex;

use crate::settings::{InvalidSetting, TokenAlgorithm, TokenKey};

/// A set this many intervals old is read again although it has the key.
const STALE_AFTER: u32 = 10;
const FETCH_TIMEOUT: Duration = Duration::from_secs(5);
const MAX_SET_BYTES: usize = 256 * 1024;
const MIN_RSA_MODULUS_BYTES: usize = 256;

/// The keys that tokens are checked with.
#[derive(Clone, Debug)]
pub struct Jwks(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    source: TokenKey,
    algorithm: TokenAlgorithm,
    client: reqwest::Client,
    between_reads: Duration,
    known: RwLock<Arc<Vec<Key>>>,
    /// When reading was last tried; held while reading, so that readers queue instead of all fetching.
    tried: Mutex<Option<Instant>>,
    /// The same for the quick look whether the set is stale.
    read_at: RwLock<Option<Instant>>,
}

#[derive(Debug)]
struct Key {
    id: Option<String>,
    key: DecodingKey,
}

impl Jwks {
    /// Read the set for the first time.
    pub async fn open(
        source: &TokenKey,
        algorithm: TokenAlgorithm,
        between_reads: Duration,
    ) -> Result<Self, InvalidSetting> {
        let jwks = Self(Arc::new(Inner {
            source: source.clone(),
            algorithm,
            client: client().map_err(|reason| invalid("TOKEN_JWKS_URL", reason))?,
            between_reads,
            known: RwLock::default(),
            tried: Mutex::new(None),
            read_at: RwLock::new(None),
        }));
        match (jwks.0.refresh().await, source) {
            (Err(reason), TokenKey::JwksFile(_)) => Err(invalid("TOKEN_JWKS_FILE", reason)),
            (Err(reason), _) => {
                tracing::error!(%reason, "the JWKS cannot be read yet; no token is accepted until it can");
                Ok(jwks)
            }
            (Ok(()), _) => Ok(jwks),
        }
    }

    /// The key `id`; without an id the only key of a set of one.
    pub async fn find(&self, id: Option<&str>) -> Result<DecodingKey, String> {
        if let Some(key) = self.0.known(id) {
            if self.0.is_stale() {
                let inner = Arc::clone(&self.0);
                tokio::spawn(async move { inner.refresh_and_log().await });
            }
            return Ok(key);
        }
        self.0.refresh_and_log().await;
        self.0
            .known(id)
            .ok_or_else(|| format!("no key {id:?} in the JWKS"))
    }
}

impl Inner {
    fn known(&self, id: Option<&str>) -> Option<DecodingKey> {
        let known = match self.known.read() {
            Ok(known) => Arc::clone(&known),
            Err(_) => return None,
        };
        match id {
            Some(id) => known.iter().find(|key| key.id.as_deref() == Some(id)),
            None if known.len() == 1 => known.first(),
            None => None,
        }
        .map(|key| key.key.clone())
    }

    fn is_stale(&self) -> bool {
        self.read_at
            .read()
            .is_ok_and(|at| at.is_none_or(|at| at.elapsed() > self.between_reads * STALE_AFTER))
    }

    async fn refresh_and_log(&self) {
        if let Err(reason) = self.refresh().await {
            tracing::warn!(%reason, "the JWKS cannot be read; the known keys stay");
        }
    }

    /// Read the set again unless that was tried just now.
    async fn refresh(&self) -> Result<(), String> {
        let mut tried = self.tried.lock().await;
        if tried.is_some_and(|at| at.elapsed() < self.between_reads) {
            return Ok(());
        }
        *tried = Some(Instant::now());
        let keys = usable(&self.read().await?, self.algorithm)?;
        if let (Ok(mut known), Ok(mut read_at)) = (self.known.write(), self.read_at.write()) {
            *known = Arc::new(keys);
            *read_at = Some(Instant::now());
        }
        Ok(())
    }

    async fn read(&self) -> Result<Vec<u8>, String> {
        match &self.source {
            TokenKey::JwksFile(path) => tokio::fs::read(path)
                .await
                .map_err(|error| format!("cannot be read: {error}")),
            TokenKey::JwksUrl(url) => self.fetch(url).await,
            TokenKey::Secret(_) => Err("is a secret, not a JWKS".to_owned()),
        }
    }

    async fn fetch(&self, url: &str) -> Result<Vec<u8>, String> {
        let failed = |error: reqwest::Error| format!("cannot be fetched: {error}");
        let mut response = self
            .client
            .get(url)
            .send()
            .await
            .and_then(reqwest::Response::error_for_status)
            .map_err(failed)?;
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(failed)? {
            body.extend_from_slice(&chunk);
            if body.len() > MAX_SET_BYTES {
                return Err(format!("is larger than {MAX_SET_BYTES} bytes"));
            }
        }
        Ok(body)
    }
}

fn client() -> Result<reqwest::Client, String> {
    // Fails only when a provider is installed already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .timeout(FETCH_TIMEOUT)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .map_err(|error| format!("cannot be used: {error}"))
}

/// The keys of the set that fit the algorithm; others, symmetric ones above all, are passed over.
fn usable(json: &[u8], algorithm: TokenAlgorithm) -> Result<Vec<Key>, String> {
    #[derive(serde::Deserialize)]
    struct Set {
        keys: Vec<serde_json::Value>,
    }
    let set: Set =
        serde_json::from_slice(json).map_err(|error| format!("is no JWK set: {error}"))?;
    let keys: Vec<Key> = set
        .keys
        .into_iter()
        .filter_map(|key| serde_json::from_value::<Jwk>(key).ok())
        .filter(|jwk| fits(jwk, algorithm))
        .filter_map(|jwk| {
            let key = DecodingKey::from_jwk(&jwk).ok()?;
            Some(Key {
                id: jwk.common.key_id,
                key,
            })
        })
        .collect();
    if keys.is_empty() {
        return Err("holds no key for TOKEN_ALGORITHM".to_owned());
    }
    Ok(keys)
}

fn fits(jwk: &Jwk, algorithm: TokenAlgorithm) -> bool {
    let declared = jwk
        .common
        .key_algorithm
        .is_none_or(|declared| declared == declared_as(algorithm));
    let signs = matches!(
        jwk.common.public_key_use,
        None | Some(PublicKeyUse::Signature)
    );
    let shape = match (algorithm, &jwk.algorithm) {
        (TokenAlgorithm::Rs256, AlgorithmParameters::RSA(key)) => {
            // Base64url: four characters are three bytes.
            key.n.len() / 4 * 3 >= MIN_RSA_MODULUS_BYTES - 2
        }
        (TokenAlgorithm::Es256, AlgorithmParameters::EllipticCurve(key)) => {
            key.curve == EllipticCurve::P256
        }
        (TokenAlgorithm::EdDsa, AlgorithmParameters::OctetKeyPair(key)) => {
            key.curve == EllipticCurve::Ed25519
        }
        _ => false,
    };
    declared && signs && shape
}

fn declared_as(algorithm: TokenAlgorithm) -> KeyAlgorithm {
    match algorithm {
        TokenAlgorithm::Hs256 => KeyAlgorithm::HS256,
        TokenAlgorithm::Rs256 => KeyAlgorithm::RS256,
        TokenAlgorithm::Es256 => KeyAlgorithm::ES256,
        TokenAlgorithm::EdDsa => KeyAlgorithm::EdDSA,
    }
}

fn invalid(setting: &'static str, reason: String) -> InvalidSetting {
    InvalidSetting { setting, reason }
}

#[cfg(test)]
mod tests;
