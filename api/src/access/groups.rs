//! Agencies that the policy names together, each group by what its members have in common.

use super::agency::Agency::{self, *};

/// Who sets deadlines for others and watches over them.
pub const KEEPERS_OF_DEADLINES: &[Agency] = &[
    Dispatcher,
    LeadingGroup,
    Office,
    Team,
    Discipline,
    Organization,
    Audit,
];

/// Who plans inspections and decides on plans.
pub const PLANNERS: &[Agency] = &[Dispatcher, LeadingGroup, Office];

/// All agencies: for what nobody has to be kept from by agency, because rows keep them apart.
pub const EVERY_AGENCY: &[Agency] = Agency::ALL;

/// Who sends, carries out, guides or uses inspections, the inspected apart.
pub const INSPECTION_SIDE: &[Agency] = &[
    Dispatcher,
    LeadingGroup,
    Office,
    Team,
    Discipline,
    Organization,
    Superior,
];

/// Whom the planners confide in: those who advise on whom to inspect, and why.
pub const ADVISERS: &[Agency] = &[
    Dispatcher,
    LeadingGroup,
    Office,
    Discipline,
    Organization,
    Superior,
];

/// Who meets the people of the registry in their work.
pub const WHO_MEETS_PEOPLE: &[Agency] = &[
    Dispatcher,
    LeadingGroup,
    Office,
    Team,
    Object,
    Discipline,
    Organization,
    Audit,
    WorkingCommittee,
    InternalControl,
    Superior,
    SectorLeader,
];
