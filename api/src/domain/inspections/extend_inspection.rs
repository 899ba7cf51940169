//! Extend an inspection to an organization below.

use inspectorate_entity::inspections::inspection::InspectionForm;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    gates,
    inspection::Inspection,
    parts::{self, Asked, Manner},
};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What extending an inspection takes.
#[derive(Debug, Input)]
pub struct ExtendInspectionInput {
    /// The inspection on which it hangs, on site now (主巡察).
    pub inspection: GlobalId<Inspection>,
    /// The organization to which it is extended, below the one that is inspected (延伸单位).
    pub organization: GlobalId<Organization>,
    /// First day of its window, within that of the inspection (计划开始日期).
    pub starts_on: Date,
    /// Last day of its window, within that of the inspection (计划结束日期).
    pub ends_on: Date,
    /// The day on which it was decided, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Extend an inspection on site to an organization below (延伸巡察): it hangs on it, has its dispatch facts, and does not count as routine by itself.
#[verb(Inspection)]
pub async fn extend_inspection(change: &mut Change, input: ExtendInspectionInput) -> Result<Uuid> {
    let asked = Asked {
        inspection: &input.inspection,
        organization: &input.organization,
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        on: input.on,
    };
    let manner = Manner {
        form: InspectionForm::Extended,
        matter: None,
        detachments: None,
    };
    parts::hang(change, asked, gates::stands_below_the_parent, manner).await
}
