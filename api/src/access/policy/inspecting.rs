//! Which agencies have to do with an inspection, for the table of permissions.

use super::super::agency::Agency;

use Agency as A;

/// Who sees inspections; owners of special checks those that carry one of theirs.
pub const READERS: &[Agency] = &[
    A::Dispatcher,
    A::LeadingGroup,
    A::Office,
    A::Team,
    A::Object,
    A::Discipline,
    A::Organization,
    A::Audit,
    A::WorkingCommittee,
    A::InternalControl,
    A::Superior,
];

/// Who sees which inspections act together.
pub const AGENCIES: &[Agency] = &[
    A::Dispatcher,
    A::LeadingGroup,
    A::Office,
    A::Team,
    A::Discipline,
    A::Organization,
    A::Superior,
];

/// Why a place was held unable, or an organization hard to govern, is not for that organization.
pub const ELEVATORS: &[Agency] = &[
    A::Dispatcher,
    A::LeadingGroup,
    A::Office,
    A::Team,
    A::Discipline,
    A::Superior,
];

/// Who sees special checks, most of them their own only.
pub const CHECK_READERS: &[Agency] = &[
    A::Dispatcher,
    A::LeadingGroup,
    A::Office,
    A::Team,
    A::Discipline,
    A::Organization,
    A::Audit,
    A::WorkingCommittee,
    A::InternalControl,
    A::Superior,
];

/// Who owns special checks, and the office.
pub const CHECKERS: &[Agency] = &[
    A::Office,
    A::Organization,
    A::Audit,
    A::WorkingCommittee,
    A::InternalControl,
];

/// Who asks for materials.
pub const MATERIAL_SEEKERS: &[Agency] = &[
    A::Office,
    A::Team,
    A::Organization,
    A::Audit,
    A::WorkingCommittee,
    A::InternalControl,
];

/// Who knows what was asked for; the organization knows what it is asked.
pub const MATERIAL_READERS: &[Agency] = &[
    A::Dispatcher,
    A::LeadingGroup,
    A::Office,
    A::Team,
    A::Object,
    A::Organization,
    A::Audit,
    A::WorkingCommittee,
    A::InternalControl,
];

/// Who asks to talk with people.
pub const TALKERS: &[Agency] = &[A::Office, A::Team, A::Organization, A::WorkingCommittee];

/// Whom the inspectors talk with is not for the organization, nor for audit.
pub const TALK_READERS: &[Agency] = &[A::Office, A::Team, A::Organization, A::WorkingCommittee];
