//! Tokens: a JWT becomes [`Claims`] or nothing. The only use of jsonwebtoken.
//!
//! The algorithm is the one of the settings; what the token's header says is compared with it and never believed, and of the
//! header only `kid` is used, to look a key up in the issuer's own set. Every refusal is the same error; the reason is logged.

pub mod jwks;

use std::{collections::BTreeSet, time::Duration};

use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use self::jwks::Jwks;
use super::policy::{Agency, Role};
use crate::{
    error::{Error, Result},
    settings::{InvalidSetting, TokenAlgorithm, TokenKey, TokenSettings},
};

/// A token longer than this is refused unread; the largest honest ones have a fifth of it.
const MAX_TOKEN_BYTES: usize = 8 * 1024;

/// The longest accepted `sub`, `name`, `organization` and `jti`.
const MAX_CLAIM_CHARS: usize = 200;

/// What a valid token says; jurisdiction is not among it, it follows from the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    pub iss: String,
    pub aud: Audience,
    /// Stable id of the person.
    pub sub: String,
    /// The person's name, as it shall stand in the journal.
    pub name: String,
    pub agency: Agency,
    /// Code of the body that the person acts for.
    pub organization: String,
    pub roles: BTreeSet<Role>,
    /// End of validity, seconds since 1970 like the other two times.
    pub exp: u64,
    /// Start of validity.
    pub nbf: u64,
    /// When it was issued.
    pub iat: u64,
    /// Id of the token, for the issuer's own records.
    pub jti: String,
}

/// RFC 7519 allows one audience or a list of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Audience {
    One(String),
    Many(Vec<String>),
}

impl Claims {
    /// When the token ends; whatever lives on it ends with it.
    pub fn expires_at(&self) -> Option<DateTime<Utc>> {
        DateTime::from_timestamp(i64::try_from(self.exp).ok()?, 0)
    }
}

/// Checks tokens; made once, shared by all requests.
#[derive(Debug)]
pub struct Tokens {
    algorithm: Algorithm,
    validation: Validation,
    leeway: u64,
    max_lifetime: u64,
    keys: Keys,
}

#[derive(Debug)]
enum Keys {
    Secret(DecodingKey),
    Set(Jwks),
}

impl Tokens {
    /// Read the keys. A key file that holds no fitting key is an invalid setting; an address that does not answer yet is not.
    pub async fn open(settings: &TokenSettings) -> Result<Self, InvalidSetting> {
        let algorithm = algorithm(settings.algorithm);
        let keys = match &settings.key {
            TokenKey::Secret(secret) => Keys::Secret(DecodingKey::from_secret(secret.as_bytes())),
            TokenKey::JwksFile(_) | TokenKey::JwksUrl(_) => Keys::Set(
                Jwks::open(&settings.key, settings.algorithm, settings.jwks_interval).await?,
            ),
        };
        let mut validation = Validation::new(algorithm);
        validation.set_issuer(&[&settings.issuer]);
        validation.set_audience(&[&settings.audience]);
        validation.set_required_spec_claims(&["exp", "nbf", "aud", "iss", "sub"]);
        validation.validate_nbf = true;
        validation.leeway = settings.leeway.as_secs();
        Ok(Self {
            algorithm,
            validation,
            leeway: settings.leeway.as_secs(),
            max_lifetime: settings.max_lifetime.as_secs(),
            keys,
        })
    }

    /// The claims of `token` if everything about it is right; the reason why not stays in the log.
    pub async fn read(&self, token: &str) -> Result<Claims> {
        self.check(token).await.map_err(|reason| {
            tracing::debug!(%reason, "token refused");
            Error::unauthenticated()
        })
    }

    async fn check(&self, token: &str) -> Result<Claims, String> {
        if token.len() > MAX_TOKEN_BYTES {
            return Err(format!("{} bytes", token.len()));
        }
        let header = jsonwebtoken::decode_header(token).map_err(|error| error.to_string())?;
        if header.alg != self.algorithm {
            return Err(format!("signed with {:?}", header.alg));
        }
        if header.crit.is_some() {
            return Err("demands extensions (crit)".to_owned());
        }
        let claims = match &self.keys {
            Keys::Secret(key) => self.decode(token, key),
            Keys::Set(keys) => {
                let key = keys.find(header.kid.as_deref()).await?;
                self.decode(token, &key)
            }
        }?;
        plausible(&claims, now(), self.leeway, self.max_lifetime)?;
        Ok(claims)
    }

    /// How far the clocks of issuer and service may differ.
    pub fn leeway(&self) -> TimeDelta {
        TimeDelta::seconds(i64::try_from(self.leeway).unwrap_or(i64::MAX / 1_000))
    }

    fn decode(&self, token: &str, key: &DecodingKey) -> Result<Claims, String> {
        jsonwebtoken::decode::<Claims>(token, key, &self.validation)
            .map(|data| data.claims)
            .map_err(|error| error.to_string())
    }
}

/// What jsonwebtoken does not look at: emptiness, length, the order of the three times, and how long the token lives.
fn plausible(claims: &Claims, now: u64, leeway: u64, max_lifetime: u64) -> Result<(), String> {
    let texts = [
        ("sub", &claims.sub),
        ("name", &claims.name),
        ("organization", &claims.organization),
        ("jti", &claims.jti),
    ];
    for (claim, text) in texts {
        if text.trim().is_empty() {
            return Err(format!("{claim} is empty"));
        }
        if text.chars().count() > MAX_CLAIM_CHARS || text.chars().any(char::is_control) {
            return Err(format!("{claim} is too long or holds control characters"));
        }
    }
    if claims.roles.is_empty() {
        return Err("roles is empty".to_owned());
    }
    if claims.iat > now.saturating_add(leeway) {
        return Err("iat is in the future".to_owned());
    }
    match claims.exp.checked_sub(claims.iat) {
        None | Some(0) => Err("exp is not after iat".to_owned()),
        Some(life) if life > max_lifetime => {
            Err(format!("lives {life} s, at most {max_lifetime} s"))
        }
        Some(_) => Ok(()),
    }
}

/// For whom a token is issued, by the `token` command, the demo and the tests.
#[derive(Clone, Debug)]
pub struct Grant {
    pub subject: String,
    pub name: String,
    pub agency: Agency,
    /// Code of the body that the person acts for.
    pub organization: String,
    pub roles: BTreeSet<Role>,
}

/// Sign a token that is valid from now for `lifetime`. Possible with a shared secret only: with a JWKS the issuer signs.
pub fn issue(settings: &TokenSettings, grant: Grant, lifetime: Duration) -> Result<String> {
    let TokenKey::Secret(secret) = &settings.key else {
        return Err(Error::bad_input(
            "TOKEN_SECRET",
            "Tokens can be issued with a shared secret (HS256) only; with a JWKS the identity provider issues them.",
            "仅在使用共享密钥（HS256）时可签发令牌；使用 JWKS 时由身份认证平台签发。",
        ));
    };
    let now = now();
    let claims = Claims {
        iss: settings.issuer.clone(),
        aud: Audience::One(settings.audience.clone()),
        sub: grant.subject,
        name: grant.name,
        agency: grant.agency,
        organization: grant.organization,
        roles: grant.roles,
        exp: now.saturating_add(lifetime.as_secs()),
        nbf: now,
        iat: now,
        jti: Uuid::now_v7().to_string(),
    };
    plausible(&claims, now, 0, settings.max_lifetime.as_secs()).map_err(|reason| {
        Error::bad_input(
            "token",
            format!("Such a token would be refused: {reason}."),
            format!("该令牌将被拒绝：{reason}。"),
        )
    })?;
    let header = Header::new(algorithm(settings.algorithm));
    jsonwebtoken::encode(
        &header,
        &claims,
        &EncodingKey::from_secret(secret.as_bytes()),
    )
    .map_err(Error::internal)
}

fn algorithm(setting: TokenAlgorithm) -> Algorithm {
    match setting {
        TokenAlgorithm::Hs256 => Algorithm::HS256,
        TokenAlgorithm::Rs256 => Algorithm::RS256,
        TokenAlgorithm::Es256 => Algorithm::ES256,
        TokenAlgorithm::EdDsa => Algorithm::EdDSA,
    }
}

fn now() -> u64 {
    u64::try_from(Utc::now().timestamp()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
