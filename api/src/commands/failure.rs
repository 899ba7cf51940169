//! Why a command failed, for the person at the terminal.

use crate::{error::Error, settings::InvalidSetting};

/// One line that says what is wrong and, of a setting, which.
pub struct Failure(pub String);

impl From<InvalidSetting> for Failure {
    fn from(invalid: InvalidSetting) -> Self {
        Self(invalid.to_string())
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self(error.message)
    }
}
