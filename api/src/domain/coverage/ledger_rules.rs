//! What a dispatcher lets count, from its settings.

use inspectorate_entity::rules::setting_value::CoveredWhen;

use crate::blocks::setting::{self, Settings};

/// What the dispatcher of a list lets count: its settings, as far as they bear on the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    pub covered_when: CoveredWhen,
    pub special_counts: bool,
    pub extended_counts: bool,
    pub elevated_counts: bool,
    pub special_only_stays_due: bool,
    pub effective_needs: Conditions,
}

/// What makes coverage effective (有效覆盖条件); each that is asked for has to be met by one covering inspection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conditions {
    pub findings_recorded: bool,
    pub fed_back: bool,
    pub rectification_accepted: bool,
}

impl From<&Settings> for Conditions {
    fn from(settings: &Settings) -> Self {
        Self {
            findings_recorded: settings.flag(setting::EFFECTIVE_NEEDS_FINDINGS),
            fed_back: settings.flag(setting::EFFECTIVE_NEEDS_FEEDBACK),
            rectification_accepted: settings.flag(setting::EFFECTIVE_NEEDS_RECTIFICATION),
        }
    }
}

impl From<&Settings> for Rules {
    fn from(settings: &Settings) -> Self {
        Self {
            covered_when: settings.choice(setting::COVERED_WHEN),
            special_counts: settings.flag(setting::SPECIAL_COUNTS_AS_ROUTINE),
            extended_counts: settings.flag(setting::EXTENDED_COUNTS_AS_ROUTINE),
            elevated_counts: settings.flag(setting::ELEVATED_COUNTS_AS_ROUTINE),
            special_only_stays_due: settings.flag(setting::SPECIAL_ONLY_STAYS_DUE),
            effective_needs: Conditions::from(settings),
        }
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::from(&Settings::default())
    }
}
