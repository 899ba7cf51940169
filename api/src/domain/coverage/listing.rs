//! Putting organizations on an object list, one or many.

use std::collections::HashMap;

use inspectorate_entity::{
    coverage::{
        coverage_object::{self, Priority, RequiredMode},
        coverage_plan, sector_block,
    },
    organizations::organization,
    rules::{code_list, code_list_entry},
};
use inspectorate_macros::Input;
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{gates, sector_block::SectorBlock, term_of};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name, Paragraph},
    },
};

/// One organization to be put on a list.
#[derive(Debug, Input)]
pub struct ListedObjectInput {
    /// The organization; it is an object of the plan's dispatcher and not on the list yet (巡察对象).
    pub organization: GlobalId<Organization>,
    /// Its sector block in the plan; leave it out when it is in none (板块).
    pub block: Option<GlobalId<SectorBlock>>,
    /// Its type, a code of the list `OBJECT_TYPE` (对象类型).
    pub object_type: Code,
    /// Which inspections cover it; a routine one when left out (所需方式).
    pub required_mode: Option<Coded<RequiredMode>>,
    /// Whether it is the first time that an organization of its type is inspected; no when left out (首次纳入).
    pub first_inclusion: Option<bool>,
    /// Whether it is inspected as a pilot; no when left out (试点).
    pub pilot: Option<bool>,
    /// The day from which it stands on the list, not in the future; today when left out (列入日期).
    pub listed_on: Option<Date>,
    /// Why it is added; needed once the plan is approved (增列理由).
    pub reason: Option<Paragraph>,
    /// By whose decision it is added, such as a body and the number of its document; leave it out when not known (增列依据).
    pub decision: Option<Name>,
}

/// The rows for `objects` on the list of `plan`; the fields of each are named after `field` in errors.
pub async fn rows(
    change: &Change,
    plan: &coverage_plan::Model,
    objects: Vec<(String, ListedObjectInput)>,
) -> Result<Vec<coverage_object::ActiveModel>> {
    gates::own(change.viewer(), plan.dispatcher_id, "input.plan")?;
    gates::is_five_year_plan(plan.kind, "input.plan")?;
    let term = term_of::term(change, plan.term_id).await?;
    gates::term_not_closed(&term, "input.plan")?;
    let organizations = organizations(change, &objects).await?;
    let blocks = blocks(change, plan).await?;
    let types = codes(change, "OBJECT_TYPE").await?;
    let on_list = Condition::all()
        .add(coverage_object::Column::PlanId.eq(plan.id))
        .add(coverage_object::Column::WithdrawnOn.is_null());
    let listed = change.rows::<coverage_object::Entity>(on_list).await?;
    let mut listed: Vec<Uuid> = listed
        .into_iter()
        .map(|object| object.organization_id)
        .collect();
    let mut rows = Vec::with_capacity(objects.len());
    for (field, object) in objects {
        let of = |name: &str| format!("{field}.{name}");
        let organization = object
            .organization
            .key()
            .and_then(|key| organizations.get(&key))
            .filter(|organization| organization.path.starts_with(&change.viewer().jurisdiction))
            .ok_or_else(|| Error::not_found("Organization", of("organization")))?;
        gates::object_of_the_dispatcher(
            organization.dispatcher_id,
            plan.dispatcher_id,
            &of("organization"),
        )?;
        gates::object_is_new(&listed, organization.id, &of("organization"))?;
        listed.push(organization.id);
        let block = match object.block {
            None => None,
            Some(block) => Some(
                block
                    .key()
                    .filter(|key| blocks.contains(key))
                    .ok_or_else(|| Error::not_found("SectorBlock", of("block")))?,
            ),
        };
        gates::object_type_is_known(&types, &object.object_type.0, &of("objectType"))?;
        gates::added_later_with_a_reason(plan.status, object.reason.is_some(), &of("reason"))?;
        let listed_on = gates::day_done(object.listed_on, change.today(), &of("listedOn"))?;
        gates::term_lasts(&term, listed_on, &of("listedOn"))?;
        rows.push(coverage_object::ActiveModel {
            plan_id: Set(plan.id),
            dispatcher_id: Set(plan.dispatcher_id),
            organization_id: Set(organization.id),
            block_id: Set(block),
            object_type: Set(object.object_type.0),
            required_mode: Set(object
                .required_mode
                .map_or(RequiredMode::Routine, |mode| mode.0)),
            priority: Set(Priority::Ordinary),
            priority_reason: Set(None),
            priority_decision: Set(None),
            first_inclusion: Set(object.first_inclusion.unwrap_or(false)),
            pilot: Set(object.pilot.unwrap_or(false)),
            listed_on: Set(listed_on),
            listing_reason: Set(object.reason.map(|reason| reason.0)),
            listing_decision: Set(object.decision.map(|decision| decision.0)),
            withdrawn_on: Set(None),
            withdrawal_reason: Set(None),
            withdrawal_decision: Set(None),
            merged_into_id: Set(None),
            organization_ended: Set(false),
            planned_look_back_on: Set(None),
            look_back_selection: Set(None),
            look_back_reason: Set(None),
            ..Default::default()
        });
    }
    Ok(rows)
}

async fn organizations(
    change: &Change,
    objects: &[(String, ListedObjectInput)],
) -> Result<HashMap<Uuid, organization::Model>> {
    let keys = objects
        .iter()
        .filter_map(|(_, object)| object.organization.key());
    let found = change
        .rows::<organization::Entity>(organization::Column::Id.is_in(keys))
        .await?;
    Ok(found.into_iter().map(|row| (row.id, row)).collect())
}

async fn blocks(change: &Change, plan: &coverage_plan::Model) -> Result<Vec<Uuid>> {
    let blocks = change
        .rows::<sector_block::Entity>(sector_block::Column::PlanId.eq(plan.id))
        .await?;
    Ok(blocks.into_iter().map(|block| block.id).collect())
}

/// The codes of the list `key`: the shipped ones and those of the authority that one acts for.
pub async fn codes(change: &Change, key: &str) -> Result<Vec<String>> {
    let own = Condition::any()
        .add(code_list::Column::DispatcherId.is_null())
        .add(code_list::Column::DispatcherId.eq(change.viewer().authority_id));
    let lists = Condition::all()
        .add(code_list::Column::Key.eq(key))
        .add(own);
    let lists = change.rows::<code_list::Entity>(lists).await?;
    let lists = lists.into_iter().map(|list| list.id);
    let entries = change
        .rows::<code_list_entry::Entity>(code_list_entry::Column::CodeListId.is_in(lists))
        .await?;
    Ok(entries.into_iter().map(|entry| entry.code).collect())
}
