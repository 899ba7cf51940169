//! How tokens are checked: who issued them, for whom, signed with what.

use std::{fmt, path::PathBuf, time::Duration};

use clap::{Args, ValueEnum};

use super::InvalidSetting;

/// Signs the tokens of `inspectorate demo`. It is published with the source, so `serve` refuses to start with it.
pub const DEMO_SECRET: &str = "inspectorate-demo-secret-for-tokens-that-anybody-may-forge";

/// The shortest secret that HS256 is worth anything with (RFC 7518 §3.2).
const MIN_SECRET_BYTES: usize = 32;

/// The one way a token may be signed; what a token says of itself is never believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TokenAlgorithm {
    /// Shared secret (HMAC with SHA-256).
    #[value(name = "HS256")]
    Hs256,
    /// RSA PKCS#1 v1.5 with SHA-256, key from a JWKS.
    #[value(name = "RS256")]
    Rs256,
    /// ECDSA on P-256 with SHA-256, key from a JWKS.
    #[value(name = "ES256")]
    Es256,
    /// Ed25519, key from a JWKS.
    #[value(name = "EdDSA")]
    EdDsa,
}

/// Where the key comes from that tokens are checked with.
#[derive(Clone, PartialEq, Eq)]
pub enum TokenKey {
    Secret(String),
    JwksFile(PathBuf),
    JwksUrl(String),
}

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Secret(_) => f.write_str("Secret(redacted)"),
            Self::JwksFile(path) => f.debug_tuple("JwksFile").field(path).finish(),
            Self::JwksUrl(url) => f.debug_tuple("JwksUrl").field(url).finish(),
        }
    }
}

/// Everything that checking a token needs, checked itself.
#[derive(Clone, Debug)]
pub struct TokenSettings {
    /// Required value of `iss`.
    pub issuer: String,
    /// Required member of `aud`.
    pub audience: String,
    pub algorithm: TokenAlgorithm,
    pub key: TokenKey,
    /// How far clocks may differ.
    pub leeway: Duration,
    /// Longest accepted time between `iat` and `exp`.
    pub max_lifetime: Duration,
    /// How long the registry's word on a token's body is used again.
    pub viewer_max_age: Duration,
    /// How long a JWKS is kept before an unknown key id makes it be read again; ten times as long before it is anyway.
    pub jwks_interval: Duration,
}

impl TokenSettings {
    /// The settings of the demo: a published secret, everything else as by default.
    pub fn demo() -> Self {
        Self {
            issuer: DEFAULT_ISSUER.to_owned(),
            audience: DEFAULT_AUDIENCE.to_owned(),
            algorithm: TokenAlgorithm::Hs256,
            key: TokenKey::Secret(DEMO_SECRET.to_owned()),
            leeway: Duration::from_secs(DEFAULT_LEEWAY),
            max_lifetime: Duration::from_secs(DEFAULT_LIFETIME),
            viewer_max_age: Duration::from_millis(DEFAULT_VIEWER_AGE),
            jwks_interval: Duration::from_secs(DEFAULT_JWKS_INTERVAL),
        }
    }
}

const DEFAULT_ISSUER: &str = "inspectorate";
const DEFAULT_AUDIENCE: &str = "inspectorate";
const DEFAULT_LEEWAY: u64 = 60;
const DEFAULT_LIFETIME: u64 = 24 * 60 * 60;
const DEFAULT_VIEWER_AGE: u64 = 1_000;

/// Beyond this a right that ended on another instance, or at midnight, would last noticeably longer.
const MAX_VIEWER_AGE: u64 = 60_000;
const DEFAULT_JWKS_INTERVAL: u64 = 60;

/// The token settings as flags and environment variables.
#[derive(Args, Clone)]
#[command(next_help_heading = "Tokens")]
pub struct TokenArgs {
    /// Required issuer (`iss`) of a token.
    #[arg(long, env = "TOKEN_ISSUER", default_value = DEFAULT_ISSUER)]
    pub token_issuer: String,

    /// Required audience (`aud`) of a token.
    #[arg(long, env = "TOKEN_AUDIENCE", default_value = DEFAULT_AUDIENCE)]
    pub token_audience: String,

    /// The one algorithm that tokens are signed with.
    #[arg(long, env = "TOKEN_ALGORITHM", value_enum, default_value = "HS256")]
    pub token_algorithm: TokenAlgorithm,

    /// Secret of at least 32 bytes, with HS256.
    #[arg(long, env = "TOKEN_SECRET", hide_env_values = true)]
    pub token_secret: Option<String>,

    /// File with the JWKS of the issuer, with RS256, ES256 or EdDSA; read again when it changes.
    #[arg(long, env = "TOKEN_JWKS_FILE")]
    pub token_jwks_file: Option<PathBuf>,

    /// Address of the JWKS of the issuer, with RS256, ES256 or EdDSA; fetched again when a key rotates.
    #[arg(long, env = "TOKEN_JWKS_URL")]
    pub token_jwks_url: Option<String>,

    /// How many seconds the clocks of issuer and service may differ.
    #[arg(long, env = "TOKEN_LEEWAY", default_value_t = DEFAULT_LEEWAY)]
    pub token_leeway: u64,

    /// Longest life of a token in seconds; at most a day.
    #[arg(long, env = "TOKEN_MAX_LIFETIME", default_value_t = DEFAULT_LIFETIME)]
    pub token_max_lifetime: u64,

    /// How many milliseconds a token's body, once found in the registry, is taken as found when nothing changes meanwhile; 0 asks anew each time.
    #[arg(long, env = "VIEWER_MAX_AGE", default_value_t = DEFAULT_VIEWER_AGE)]
    pub viewer_max_age: u64,

    /// Seconds between two readings of the JWKS for the sake of unknown key ids; a set ten times as old is read again anyway.
    #[arg(long, env = "TOKEN_JWKS_INTERVAL", default_value_t = DEFAULT_JWKS_INTERVAL)]
    pub token_jwks_interval: u64,
}

impl fmt::Debug for TokenArgs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TokenArgs")
            .field("token_issuer", &self.token_issuer)
            .field("token_audience", &self.token_audience)
            .field("token_algorithm", &self.token_algorithm)
            .field(
                "token_secret",
                &self.token_secret.as_ref().map(|_| "redacted"),
            )
            .field("token_jwks_file", &self.token_jwks_file)
            .field("token_jwks_url", &self.token_jwks_url)
            .field("token_leeway", &self.token_leeway)
            .field("token_max_lifetime", &self.token_max_lifetime)
            .field("viewer_max_age", &self.viewer_max_age)
            .field("token_jwks_interval", &self.token_jwks_interval)
            .finish()
    }
}

impl TokenArgs {
    /// The settings, or the first one that cannot stand.
    pub fn checked(&self) -> Result<TokenSettings, InvalidSetting> {
        let key = self.key()?;
        if self.token_issuer.is_empty() {
            return Err(InvalidSetting::new("TOKEN_ISSUER", "must not be empty"));
        }
        if self.token_audience.is_empty() {
            return Err(InvalidSetting::new("TOKEN_AUDIENCE", "must not be empty"));
        }
        if self.token_leeway > 600 {
            return Err(InvalidSetting::new(
                "TOKEN_LEEWAY",
                format!("is {} seconds, at most 600 are accepted", self.token_leeway),
            ));
        }
        if !(60..=DEFAULT_LIFETIME).contains(&self.token_max_lifetime) {
            return Err(InvalidSetting::new(
                "TOKEN_MAX_LIFETIME",
                format!(
                    "is {} seconds, must be 60 to {DEFAULT_LIFETIME}",
                    self.token_max_lifetime
                ),
            ));
        }
        if self.viewer_max_age > MAX_VIEWER_AGE {
            return Err(InvalidSetting::new(
                "VIEWER_MAX_AGE",
                format!(
                    "is {} milliseconds, at most {MAX_VIEWER_AGE} are accepted",
                    self.viewer_max_age
                ),
            ));
        }
        if !(1..=3600).contains(&self.token_jwks_interval) {
            return Err(InvalidSetting::new(
                "TOKEN_JWKS_INTERVAL",
                format!("is {} seconds, must be 1 to 3600", self.token_jwks_interval),
            ));
        }
        Ok(TokenSettings {
            issuer: self.token_issuer.clone(),
            audience: self.token_audience.clone(),
            algorithm: self.token_algorithm,
            key,
            leeway: Duration::from_secs(self.token_leeway),
            max_lifetime: Duration::from_secs(self.token_max_lifetime),
            viewer_max_age: Duration::from_millis(self.viewer_max_age),
            jwks_interval: Duration::from_secs(self.token_jwks_interval),
        })
    }

    fn key(&self) -> Result<TokenKey, InvalidSetting> {
        match (
            self.token_algorithm,
            &self.token_secret,
            &self.token_jwks_file,
            &self.token_jwks_url,
        ) {
            (TokenAlgorithm::Hs256, Some(secret), None, None) => {
                if secret.len() < MIN_SECRET_BYTES {
                    return Err(InvalidSetting::new(
                        "TOKEN_SECRET",
                        format!(
                            "has {} bytes, at least {MIN_SECRET_BYTES} are needed",
                            secret.len()
                        ),
                    ));
                }
                Ok(TokenKey::Secret(secret.clone()))
            }
            (TokenAlgorithm::Hs256, None, None, None) => Err(InvalidSetting::new(
                "TOKEN_SECRET",
                "is missing: give a secret of at least 32 bytes, or set TOKEN_ALGORITHM and TOKEN_JWKS_FILE or TOKEN_JWKS_URL",
            )),
            (TokenAlgorithm::Hs256, ..) => Err(InvalidSetting::new(
                "TOKEN_ALGORITHM",
                "is HS256, which takes TOKEN_SECRET and no JWKS",
            )),
            (_, Some(_), _, _) => Err(InvalidSetting::new(
                "TOKEN_SECRET",
                "goes with TOKEN_ALGORITHM=HS256 only",
            )),
            (_, None, Some(file), None) if file.is_file() => Ok(TokenKey::JwksFile(file.clone())),
            (_, None, Some(file), None) => Err(InvalidSetting::new(
                "TOKEN_JWKS_FILE",
                format!("is {}, where there is no file", file.display()),
            )),
            (_, None, None, Some(url))
                if url.starts_with("https://") || url.starts_with("http://") =>
            {
                Ok(TokenKey::JwksUrl(url.clone()))
            }
            (_, None, None, Some(_)) => Err(InvalidSetting::new(
                "TOKEN_JWKS_URL",
                "must begin with https:// or http://",
            )),
            (_, None, ..) => Err(InvalidSetting::new(
                "TOKEN_JWKS_FILE",
                "or TOKEN_JWKS_URL is needed with this TOKEN_ALGORITHM, one of the two",
            )),
        }
    }
}
