//! Everything configurable: a flag and an environment variable each, checked once at start.

pub mod token;

use std::fmt;

pub use token::{TokenAlgorithm, TokenKey, TokenSettings};

/// A setting that the service cannot start with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidSetting {
    /// Name of the environment variable; the flag has the same name in kebab case.
    pub setting: &'static str,
    /// What is wrong with it, to be read after the name.
    pub reason: String,
}

impl InvalidSetting {
    fn new(setting: &'static str, reason: impl Into<String>) -> Self {
        Self {
            setting,
            reason: reason.into(),
        }
    }
}

impl fmt::Display for InvalidSetting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flag = self.setting.to_lowercase().replace('_', "-");
        write!(f, "{} (--{flag}) {}", self.setting, self.reason)
    }
}

impl std::error::Error for InvalidSetting {}
