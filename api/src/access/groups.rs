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

/// Who carries inspections out.
pub const INSPECTORS: &[Agency] = &[Office, Team];

/// Who puts teams together.
pub const WHO_FORMS_TEAMS: &[Agency] = &[Dispatcher, LeadingGroup, Office, Organization];

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

/// Who sees inspections: those who send, carry out, guide or use them, the inspected, and owners of special checks those that carry one of theirs.
pub const WHO_SEES_INSPECTIONS: &[Agency] = &[
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
];

/// Who knows why an inspection was elevated: why a place was held unable, or an organization hard to govern, is not for that organization.
pub const WHO_KNOWS_WHY_ELEVATED: &[Agency] =
    &[Dispatcher, LeadingGroup, Office, Team, Discipline, Superior];

/// Who sees special checks, most of them their own only.
pub const WHO_SEES_SPECIAL_CHECKS: &[Agency] = &[
    Dispatcher,
    LeadingGroup,
    Office,
    Team,
    Discipline,
    Organization,
    Audit,
    WorkingCommittee,
    InternalControl,
    Superior,
];

/// Who sees a special check because it sees the inspection that carries it.
pub const WHO_SEES_CHECKS_WITH_INSPECTIONS: &[Agency] =
    &[Dispatcher, LeadingGroup, Office, Team, Superior];

/// Who sees an inspection only because it carries a special check of theirs.
pub const WHO_SEES_INSPECTIONS_BY_CHECK: &[Agency] = &[Audit, WorkingCommittee, InternalControl];

/// Who carries special checks out or follows them up.
pub const OWNERS_OF_SPECIAL_CHECKS: &[Agency] = &[
    Office,
    Organization,
    Audit,
    WorkingCommittee,
    InternalControl,
];

/// Who asks organizations for materials.
pub const WHO_ASKS_FOR_MATERIALS: &[Agency] = &[
    Office,
    Team,
    Organization,
    Audit,
    WorkingCommittee,
    InternalControl,
];

/// Who knows what was asked for; the organization knows what it is asked.
pub const WHO_KNOWS_OF_MATERIALS: &[Agency] = &[
    Dispatcher,
    LeadingGroup,
    Office,
    Team,
    Object,
    Organization,
    Audit,
    WorkingCommittee,
    InternalControl,
];

/// Who asks to talk with people, and knows of it: whom the inspectors talk with is not for the organization, nor for audit.
pub const WHO_TALKS_WITH_PEOPLE: &[Agency] = &[Office, Team, Organization, WorkingCommittee];

/// Who sees which inspection bodies are connected to which systems.
pub const WHO_SEES_PLATFORMS: &[Agency] = &[Dispatcher, LeadingGroup, Office, Superior, Discipline];

/// Who sees plans and what is covered.
pub const WHO_SEES_COVERAGE: &[Agency] = &[
    Dispatcher,
    LeadingGroup,
    Office,
    Superior,
    Discipline,
    Organization,
    Audit,
];
