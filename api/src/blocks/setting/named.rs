//! The typed names by which code asks for settings.

use inspectorate_entity::{
    rules::setting_value::{CoveredWhen, SettingKey},
    teams::team_member::CadreRank,
};

/// A setting that says yes or no.
#[derive(Clone, Copy, Debug)]
pub struct Flag(pub(super) SettingKey);

/// A setting that is a whole number: of days, months or things.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub(super) SettingKey);

/// A setting in percentage points.
#[derive(Clone, Copy, Debug)]
pub struct Points(pub(super) SettingKey);

/// A setting that is one value of a closed list.
#[derive(Clone, Copy, Debug)]
pub struct Choice<E> {
    pub(super) key: SettingKey,
    pub(super) default: E,
}

/// Whether effective coverage asks for recorded findings.
pub const EFFECTIVE_NEEDS_FINDINGS: Flag = Flag(SettingKey::EffectiveNeedsFindings);
/// Whether effective coverage asks for feedback.
pub const EFFECTIVE_NEEDS_FEEDBACK: Flag = Flag(SettingKey::EffectiveNeedsFeedback);
/// Whether effective coverage asks for accepted rectification.
pub const EFFECTIVE_NEEDS_RECTIFICATION: Flag = Flag(SettingKey::EffectiveNeedsRectification);
/// When an inspected object counts as covered.
pub const COVERED_WHEN: Choice<CoveredWhen> = Choice {
    key: SettingKey::CoveredWhen,
    default: CoveredWhen::Either,
};
/// Whether a special inspection covers a routine object.
pub const SPECIAL_COUNTS_AS_ROUTINE: Flag = Flag(SettingKey::SpecialCountsAsRoutine);
/// Whether an extended inspection covers a routine object.
pub const EXTENDED_COUNTS_AS_ROUTINE: Flag = Flag(SettingKey::ExtendedCountsAsRoutine);
/// Whether an elevated inspection covers a routine object.
pub const ELEVATED_COUNTS_AS_ROUTINE: Flag = Flag(SettingKey::ElevatedCountsAsRoutine);
/// Whether an object with a special inspection only stays due.
pub const SPECIAL_ONLY_STAYS_DUE: Flag = Flag(SettingKey::SpecialOnlyStaysDue);
/// Months between two inspections of an object.
pub const MINIMUM_INTERVAL_MONTHS: Number = Number(SettingKey::MinimumIntervalMonths);
/// Days after 30 June that a mid-year check may take.
pub const MID_YEAR_CHECK_GRACE_DAYS: Number = Number(SettingKey::MidYearCheckGraceDays);
/// Days after 1 January that the plan of a year may take.
pub const START_PLAN_GRACE_DAYS: Number = Number(SettingKey::StartPlanGraceDays);
/// Days after 31 December that the summary of a year may take.
pub const YEAR_SUMMARY_GRACE_DAYS: Number = Number(SettingKey::YearSummaryGraceDays);
/// Percentage points that coverage may lag.
pub const PACE_TOLERANCE: Points = Points(SettingKey::PaceTolerance);
/// Materials asked for before a routine inspection.
pub const MATERIALS_BEFORE_ROUTINE: Number = Number(SettingKey::MaterialsBeforeRoutine);
/// What a large economy weighs for elevating.
pub const ELEVATION_WEIGHT_LARGE_ECONOMY: Number = Number(SettingKey::ElevationWeightLargeEconomy);
/// What many complaints weigh.
pub const ELEVATION_WEIGHT_MANY_COMPLAINTS: Number =
    Number(SettingKey::ElevationWeightManyComplaints);
/// What strong clans weigh.
pub const ELEVATION_WEIGHT_STRONG_CLANS: Number = Number(SettingKey::ElevationWeightStrongClans);
/// What being hard to govern weighs.
pub const ELEVATION_WEIGHT_HARD_TO_GOVERN: Number = Number(SettingKey::ElevationWeightHardToGovern);
/// What any other reason weighs.
pub const ELEVATION_WEIGHT_OTHER: Number = Number(SettingKey::ElevationWeightOther);
/// Months until a trial rule is due for review.
pub const TRIAL_REVIEW_MONTHS: Number = Number(SettingKey::TrialReviewMonths);
/// The lowest rank of a team leader.
pub const TEAM_LEADER_MINIMUM_RANK: Choice<CadreRank> = Choice {
    key: SettingKey::TeamLeaderMinimumRank,
    default: CadreRank::Staff,
};
/// Whether a cross team has a central leader and mixed members.
pub const CROSS_TEAM_IS_MIXED: Flag = Flag(SettingKey::CrossTeamIsMixed);
/// Whether every team has a deputy leader on secondment.
pub const TEAM_NEEDS_SECONDED_DEPUTY: Flag = Flag(SettingKey::TeamNeedsSecondedDeputy);
/// Whether a round starts only after its mobilization meeting.
pub const START_NEEDS_MOBILIZATION: Flag = Flag(SettingKey::StartNeedsMobilization);
/// Months for which a post that was left still ties.
pub const POST_RECUSAL_MONTHS: Number = Number(SettingKey::PostRecusalMonths);
/// Whether the people of a team were trained before it enters.
pub const ENTRY_NEEDS_TRAINING: Flag = Flag(SettingKey::EntryNeedsTraining);
/// Whether the people of a team have signed their undertakings before it enters.
pub const ENTRY_NEEDS_UNDERTAKINGS: Flag = Flag(SettingKey::EntryNeedsUndertakings);
/// Whether the office needs a power over people to take a seconded person on.
pub const SECONDMENT_NEEDS_POWER: Flag = Flag(SettingKey::SecondmentNeedsPower);
/// Months between talks or visits.
pub const CARE_INTERVAL_MONTHS: Number = Number(SettingKey::CareIntervalMonths);
/// Per cent of those needed who have to come to a meeting.
pub const MEETING_QUORUM: Points = Points(SettingKey::MeetingQuorum);
/// Whether who comes for another counts as having come.
pub const SUBSTITUTES_COUNT_FOR_QUORUM: Flag = Flag(SettingKey::SubstitutesCountForQuorum);
/// Days that the sides of a joint operation may enter apart.
pub const JOINT_ENTRY_TOLERANCE_DAYS: Number = Number(SettingKey::JointEntryToleranceDays);
/// Whether the four conditions of an integrated operation are kept before its report.
pub const JOINT_REPORT_NEEDS_CONDITIONS: Flag = Flag(SettingKey::JointReportNeedsConditions);
