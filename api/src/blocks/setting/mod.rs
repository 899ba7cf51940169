//! Settings (设置): what the sources leave open, decided by each dispatcher, inherited from its superior, with history.
//!
//! The list of settings is closed and declared here; a value in force for a dispatcher on a day is its own, else that of its nearest
//! superior (or of the dispatcher that it named in place of its superior), else the shipped default, which is Inspectorate's own.
//!
//! ```text
//! let settings = setting::of_change(change, dispatcher, change.today()).await?;
//! if settings.flag(setting::SPECIAL_COUNTS_AS_ROUTINE) { … }
//! ```

mod declared;
mod in_force;
mod named;
mod stored;

#[cfg(test)]
mod tests;

pub use self::{
    declared::{DEFAULT_NOTE, DEFAULT_NOTE_ZH, Declared, Kind, declared, source_of_default},
    in_force::{InForce, Settings, Stored, settle, turns_in_a_circle},
    named::{
        CARE_INTERVAL_MONTHS, COVERED_WHEN, CROSS_TEAM_IS_MIXED, Choice, EFFECTIVE_NEEDS_FEEDBACK,
        EFFECTIVE_NEEDS_FINDINGS, EFFECTIVE_NEEDS_RECTIFICATION, ELEVATED_COUNTS_AS_ROUTINE,
        ELEVATION_WEIGHT_HARD_TO_GOVERN, ELEVATION_WEIGHT_LARGE_ECONOMY,
        ELEVATION_WEIGHT_MANY_COMPLAINTS, ELEVATION_WEIGHT_OTHER, ELEVATION_WEIGHT_STRONG_CLANS,
        ENTRY_NEEDS_TRAINING, ENTRY_NEEDS_UNDERTAKINGS, EXTENDED_COUNTS_AS_ROUTINE, Flag,
        JOINT_ENTRY_TOLERANCE_DAYS, JOINT_REPORT_NEEDS_CONDITIONS, MATERIALS_BEFORE_ROUTINE,
        MEETING_QUORUM, MID_YEAR_CHECK_GRACE_DAYS, MINIMUM_INTERVAL_MONTHS, Number, PACE_TOLERANCE,
        POST_RECUSAL_MONTHS, Points, SECONDMENT_NEEDS_POWER, SPECIAL_COUNTS_AS_ROUTINE,
        SPECIAL_ONLY_STAYS_DUE, START_NEEDS_MOBILIZATION, START_PLAN_GRACE_DAYS,
        SUBSTITUTES_COUNT_FOR_QUORUM, TEAM_LEADER_MINIMUM_RANK, TEAM_NEEDS_SECONDED_DEPUTY,
        TRIAL_REVIEW_MONTHS, YEAR_SUMMARY_GRACE_DAYS,
    },
    stored::{of_batch, of_batch_on, of_change},
};
