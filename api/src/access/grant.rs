//! What the policy says of an action: which agencies, from which role on.

use super::{
    agency::{Agency, Role},
    policy::Action,
};

/// Who may, and from which role on.
#[derive(Clone, Copy, Debug)]
pub struct Grant {
    pub agencies: &'static [Agency],
    pub role: Role,
    /// What one must be allowed to read to learn that it was done at all; none: whoever sees the record.
    pub confides: Option<Action>,
}

impl Grant {
    /// Nobody learns that it was done who may not do `action`.
    pub const fn confiding(self, action: Action) -> Self {
        Self {
            confides: Some(action),
            ..self
        }
    }
}

/// `agencies` from `role` on.
const fn from(role: Role, agencies: &'static [Agency]) -> Grant {
    Grant {
        agencies,
        role,
        confides: None,
    }
}

/// Who may read.
pub const fn read(agencies: &'static [Agency]) -> Grant {
    from(Role::Viewer, agencies)
}

/// Who may handle.
pub const fn handle(agencies: &'static [Agency]) -> Grant {
    from(Role::Handler, agencies)
}

/// Who may approve.
pub const fn approve(agencies: &'static [Agency]) -> Grant {
    from(Role::Approver, agencies)
}

/// Who keeps it.
pub const fn keep(agencies: &'static [Agency]) -> Grant {
    from(Role::Admin, agencies)
}
