//! Send detachments of an inspection to look into one concrete matter.

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
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What sending detachments takes.
#[derive(Debug, Input)]
pub struct SendDetachmentsInput {
    /// The inspection on which it hangs, on site now (主巡察).
    pub inspection: GlobalId<Inspection>,
    /// The organization into which they look: the one that is inspected or one below (点穴单位).
    pub organization: GlobalId<Organization>,
    /// The concrete matter (具体事项).
    pub matter: Name,
    /// How many detachments are sent, at least one (小分队数).
    pub detachments: i32,
    /// First day of its window, within that of the inspection (计划开始日期).
    pub starts_on: Date,
    /// Last day of its window, within that of the inspection (计划结束日期).
    pub ends_on: Date,
    /// The day on which it was decided, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Send detachments of an inspection on site to look into one concrete matter (点穴式巡察).
#[verb(Inspection)]
pub async fn send_detachments(change: &mut Change, input: SendDetachmentsInput) -> Result<Uuid> {
    gates::counts_from_one(input.detachments, "input.detachments")?;
    let asked = Asked {
        inspection: &input.inspection,
        organization: &input.organization,
        starts_on: input.starts_on,
        ends_on: input.ends_on,
        on: input.on,
    };
    let manner = Manner {
        form: InspectionForm::Pinpoint,
        matter: Some(input.matter.0),
        detachments: Some(input.detachments),
    };
    parts::hang(change, asked, gates::stays_with_the_parent, manner).await
}
