//! What each agency and role may do and read: one exhaustive match over [`Action`], deny by default.

/// The agencies of inspection work (机关), as a token names them.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    async_graphql::Enum,
)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Agency {
    /// Dispatching Party organization and its secretary (派出巡视组的党组织).
    Dispatcher,
    /// Leading group for inspection work and its member units (巡视巡察工作领导小组).
    LeadingGroup,
    /// Inspection office (巡视办、巡察办).
    Office,
    /// Inspection team (巡视组、巡察组).
    Team,
    /// Inspected Party organization (被巡视巡察党组织).
    Object,
    /// Discipline inspection and supervision organs (纪检监察机关).
    Discipline,
    /// Organization department (组织部门).
    Organization,
    /// Audit organ (审计机关).
    Audit,
    /// Propaganda department (宣传部).
    Propaganda,
    /// Functional, competent and regulatory departments (职能部门、主管部门、监管部门).
    Functional,
    /// Petitions office (信访部门).
    Petitions,
    /// Political-legal organs (政法机关).
    PoliticalLegal,
    /// Working committee of city organs, departmental Party committee (机关工委、机关党委).
    WorkingCommittee,
    /// Internal-control department of an enterprise (内控部).
    InternalControl,
    /// Office of the people's congress standing committee (人大常委会办公室).
    Congress,
    /// Office of the people's political consultative conference (政协办公室).
    Cppcc,
    /// Superior inspection body (上级巡视巡察机构).
    Superior,
    /// Leader in charge of the sector (分管领导).
    SectorLeader,
}

/// What a person may do for the agency (角色); each role includes what stands above it in this list.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    async_graphql::Enum,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads, and writes nothing (查看).
    Viewer,
    /// Prepares and records (经办).
    Handler,
    /// Decides (审批).
    Approver,
    /// Keeps the registry and the settings (管理).
    Admin,
}

use Agency as A;
use async_graphql::Context;

use super::viewer::Viewer;
use crate::error::{Error, Result};

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
    const fn confiding(self, action: Action) -> Self {
        Self {
            confides: Some(action),
            ..self
        }
    }
}

const fn read(agencies: &'static [Agency]) -> Grant {
    Grant {
        agencies,
        role: Role::Viewer,
        confides: None,
    }
}

const fn handle(agencies: &'static [Agency]) -> Grant {
    Grant {
        agencies,
        role: Role::Handler,
        confides: None,
    }
}

const fn approve(agencies: &'static [Agency]) -> Grant {
    Grant {
        agencies,
        role: Role::Approver,
        confides: None,
    }
}

macro_rules! actions {
    ($($(#[$doc:meta])* $action:ident,)*) => {
        /// Everything that can be done or, where rights differ, read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Action { $($(#[$doc])* $action,)* }

        impl Action {
            pub const ALL: &'static [Self] = &[$(Self::$action,)*];

            /// The name as events and the policy snapshot spell it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$action => stringify!($action),)* }
            }

            /// Whether introspection shows what needs this action: a plain function, as async-graphql wants it.
            pub fn shown(self) -> fn(&Context<'_>) -> bool {
                match self { $(Self::$action => |ctx| shown(ctx, Self::$action),)* }
            }
        }
    };
}

actions! {
    ReadOrganizations,
    ReadEvents,
    ReadRules,
    ReadDeadlines,

    // coverage
    ReadCoverage,
    ReadPriorityReasons,
    ReadLookBackDates,
    OpenTerm,
    DraftFiveYearPlan,
    DraftAnnualPlan,
    SubmitPlan,
    ApprovePlan,
    IssuePlan,
    AddSectorBlock,
    ListObject,
    ListObjects,
    WithdrawObject,
    ScheduleObject,
    SetObjectPriority,
    PlanLookBack,
    OpenRound,
    RecordCoverage,
    DeclareFullCoverage,
}

/// The table of permissions. An agency that a line does not name may not.
pub fn grant(action: Action) -> Grant {
    match action {
        Action::ReadOrganizations | Action::ReadEvents => read(EVERY_AGENCY),
        // Vocabularies and deadlines are what all sides work by; rows keep dispatchers apart.
        Action::ReadRules | Action::ReadDeadlines => read(EVERY_AGENCY),

        Action::ReadCoverage => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Superior,
            A::Discipline,
            A::Organization,
            A::Audit,
        ]),
        Action::ReadPriorityReasons => read(&[
            A::Dispatcher,
            A::LeadingGroup,
            A::Office,
            A::Superior,
            A::Discipline,
            A::Organization,
        ]),
        Action::ReadLookBackDates => read(PLANNERS),
        Action::OpenTerm | Action::AddSectorBlock | Action::ListObject | Action::ListObjects => {
            handle(&[A::Dispatcher, A::Office])
        }
        Action::DraftFiveYearPlan
        | Action::DraftAnnualPlan
        | Action::SubmitPlan
        | Action::ScheduleObject
        | Action::SetObjectPriority
        | Action::RecordCoverage => handle(&[A::Office]),
        Action::OpenRound => handle(&[A::LeadingGroup, A::Office]),
        Action::PlanLookBack => {
            handle(&[A::LeadingGroup, A::Office]).confiding(Action::ReadLookBackDates)
        }
        Action::WithdrawObject => approve(&[A::Dispatcher, A::Office]),
        Action::ApprovePlan | Action::IssuePlan | Action::DeclareFullCoverage => {
            approve(&[A::Dispatcher])
        }
    }
}

/// Who plans inspections and decides on plans.
const PLANNERS: &[Agency] = &[A::Dispatcher, A::LeadingGroup, A::Office];

/// All agencies: for what nobody has to be kept from by agency, because rows keep them apart.
const EVERY_AGENCY: &[Agency] = Agency::ALL;

impl Agency {
    pub const ALL: &'static [Self] = &[
        A::Dispatcher,
        A::LeadingGroup,
        A::Office,
        A::Team,
        A::Object,
        A::Discipline,
        A::Organization,
        A::Audit,
        A::Propaganda,
        A::Functional,
        A::Petitions,
        A::PoliticalLegal,
        A::WorkingCommittee,
        A::InternalControl,
        A::Congress,
        A::Cppcc,
        A::Superior,
        A::SectorLeader,
    ];
}

/// Whether the viewer may do `action`: by agency and by role.
pub fn may(viewer: &Viewer, action: Action) -> bool {
    let grant = grant(action);
    grant.agencies.contains(&viewer.agency) && viewer.roles.iter().any(|role| *role >= grant.role)
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
fn shown(ctx: &Context<'_>, action: Action) -> bool {
    match ctx.data_opt::<std::sync::Arc<Viewer>>() {
        Some(viewer) => grant(action).agencies.contains(&viewer.agency),
        None => true,
    }
}

/// The actions of which the viewer must not learn that they were done.
pub fn confidential_to(viewer: &Viewer) -> Vec<&'static str> {
    let hidden = |action: &&Action| {
        grant(**action)
            .confides
            .is_some_and(|needed| !may_read(viewer, needed))
    };
    Action::ALL
        .iter()
        .filter(hidden)
        .map(|action| action.as_str())
        .collect()
}
