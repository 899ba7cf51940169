//! `token`: sign a token, for trying things out.

use std::time::Duration;

use clap::{Args, value_parser};
use serde::de::{DeserializeOwned, IntoDeserializer, value};

use super::Failure;
use crate::{
    access::{
        policy::{Agency, Role},
        token::{Grant, issue},
    },
    settings::{TokenArgs, TokenSettings},
};

/// Print a token. Without TOKEN_SECRET it is one for `inspectorate demo`.
#[derive(Args)]
pub struct Token {
    /// The agency, such as DISCIPLINE, ORGANIZATION or AUDIT.
    #[arg(long, value_parser = named::<Agency>)]
    agency: Agency,

    /// Code of the body that the person acts for.
    #[arg(long, value_name = "CODE")]
    organization: String,

    /// viewer, handler, approver or admin; may be given more than once.
    #[arg(long = "role", value_parser = named::<Role>, default_value = "viewer")]
    roles: Vec<Role>,

    /// Name of the person.
    #[arg(long, default_value = "Demo person (示例)")]
    name: String,

    /// Stable id of the person; by default made of agency and organization.
    #[arg(long)]
    subject: Option<String>,

    /// How long the token is valid.
    #[arg(long, default_value_t = 12, value_parser = value_parser!(u16).range(1..=24))]
    hours: u16,

    #[command(flatten)]
    settings: TokenArgs,
}

impl Token {
    pub fn run(self) -> Result<(), Failure> {
        let settings = if self.settings.token_secret.is_some() {
            self.settings.checked()?
        } else {
            TokenSettings::demo()
        };
        let subject = self
            .subject
            .unwrap_or_else(|| format!("{:?}@{}", self.agency, self.organization));
        let grant = Grant {
            subject,
            name: self.name,
            agency: self.agency,
            organization: self.organization,
            roles: self.roles.into_iter().collect(),
        };
        let lifetime = Duration::from_secs(u64::from(self.hours) * 60 * 60);
        println!("{}", issue(&settings, grant, lifetime)?);
        Ok(())
    }
}

/// A word as tokens spell it; an unknown one is answered with the words there are.
pub fn named<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let word: value::StrDeserializer<'_, value::Error> = text.into_deserializer();
    T::deserialize(word).map_err(|error| error.to_string())
}
