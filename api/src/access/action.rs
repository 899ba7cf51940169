//! Everything that can be done or, where rights differ, read; and whether a viewer may.

use async_graphql::Context;

use super::{
    policy::{Action, grant},
    viewer::Viewer,
};
use crate::error::{Error, Result};

/// Declare the actions, each under what is granted to whom: the enum, their names, the table of permissions, and what introspection
/// asks about each.
macro_rules! table {
    ($($grant:expr => $($action:ident),+;)*) => {
        /// Everything that can be done or, where rights differ, read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($($action,)+)* }

        impl Action {
            pub const ALL: &'static [Self] = &[$($(Self::$action,)+)*];

            /// The name as the policy snapshot spells it; events name the mutation.
            pub fn as_str(self) -> &'static str {
                match self { $($(Self::$action => stringify!($action),)+)* }
            }

            /// Whether introspection shows what needs this action: a plain function, as async-graphql wants it.
            pub fn shown(self) -> fn(&async_graphql::Context<'_>) -> bool {
                match self { $($(Self::$action => |ctx| super::action::shown(ctx, Self::$action),)+)* }
            }
        }

        /// Who may do or read `action`.
        pub fn grant(action: Action) -> Grant {
            match action { $($(Action::$action)|+ => $grant,)* }
        }
    };
}

pub(super) use table;

/// Whether the viewer may do `action`: by agency, by role, and by where the client stands.
pub fn may(viewer: &Viewer, action: Action) -> bool {
    let grant = grant(action);
    !viewer.withheld.contains(&action)
        && grant.agencies.contains(&viewer.agency)
        && viewer.roles.iter().any(|role| *role >= grant.role)
}

/// Whether the viewer's agency may read what needs `action`; every role reads.
pub fn may_read(viewer: &Viewer, action: Action) -> bool {
    may(viewer, action)
}

/// Refuse unless the viewer may do `action`; `what` is the element asked for.
pub fn require(viewer: &Viewer, action: Action, what: &str) -> Result<()> {
    if may(viewer, action) {
        Ok(())
    } else {
        Err(Error::forbidden(what))
    }
}

/// Introspection shows an element to an agency when any role of that agency may use it.
pub(super) fn shown(ctx: &Context<'_>, action: Action) -> bool {
    match ctx.data_opt::<std::sync::Arc<Viewer>>() {
        Some(viewer) => {
            let withheld = viewer.withheld.contains(&action);
            !withheld && grant(action).agencies.contains(&viewer.agency)
        }
        None => true,
    }
}

/// The mutations of which the viewer must not learn that they were done, as events spell them: now, and in the time when they were
/// named by their action.
pub fn confidential_to(viewer: &Viewer) -> Vec<&'static str> {
    let hidden = |action: &&Action| {
        grant(**action)
            .confides
            .is_some_and(|needed| !may_read(viewer, needed))
    };
    let verb = |action: Action| crate::schema::verbs().find(|verb| verb.action == action);
    Action::ALL
        .iter()
        .filter(hidden)
        .flat_map(|action| [verb(*action).map_or("", |verb| verb.name), action.as_str()])
        .collect()
}
