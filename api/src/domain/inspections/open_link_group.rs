//! Form a group of linked inspections.

use inspectorate_entity::inspections::link_group::{self, LinkKind};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{codes, link_group::LinkGroup};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::Days,
        superiors::{
            gates::goes_in_step, superior_inspection::SuperiorInspection, support::recorded,
        },
    },
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Code, Name},
    },
};

/// What forming a group of linked inspections takes.
#[derive(Debug, Input)]
pub struct OpenLinkGroupInput {
    /// How its inspections are linked (联动方式).
    pub kind: Coded<LinkKind>,
    /// What it is called (名称).
    pub name: Name,
    /// The sector block, a code of the list `SECTOR`; a group by block needs it (板块).
    pub sector_code: Option<Code>,
    /// The department or matter on which the levels act together; a group of levels needs it (联动事项).
    pub matter: Option<Name>,
    /// The superior's operation with which it goes in step, in words; leave it out when there is none, or when you give its record
    /// (上级巡视巡察).
    pub superior_operation: Option<Name>,
    /// The record of the superior's inspection with which it goes in step and shares days; leave it out when there is none (上级巡视).
    pub superior_inspection: Option<GlobalId<SuperiorInspection>>,
    /// First day of its time (开始日期).
    pub starts_on: Date,
    /// Last day of its time (结束日期).
    pub ends_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Form a group of linked inspections (联动巡察), to which your dispatcher and those below it link theirs.
#[verb(LinkGroup)]
pub async fn open_link_group(change: &mut Change, input: OpenLinkGroupInput) -> Result<Uuid> {
    let window = Days::new(input.starts_on.0, input.ends_on.0, "input.endsOn")?;
    says_what_it_is_about(&input)?;
    let sectors: Vec<_> = input
        .sector_code
        .iter()
        .map(|sector| ("input.sectorCode".to_owned(), sector.0.as_str()))
        .collect();
    codes::known(change, "SECTOR", &sectors).await?;
    let (superior, superior_operation) = match &input.superior_inspection {
        None => (None, input.superior_operation.map(|words| words.0)),
        Some(id) => {
            let words = [("superiorOperation", input.superior_operation.as_ref())];
            let superior = recorded(change, id, &words).await?;
            goes_in_step(window, &superior, "input.superiorInspection")?;
            (Some(superior.id), Some(superior.name))
        }
    };
    let group = change
        .insert(link_group::ActiveModel {
            dispatcher_id: Set(change.viewer().authority_id),
            kind: Set(input.kind.0),
            name: Set(input.name.0),
            sector_code: Set(input.sector_code.map(|sector| sector.0)),
            matter: Set(input.matter.map(|matter| matter.0)),
            superior_operation: Set(superior_operation),
            superior_inspection_id: Set(superior),
            starts_on: Set(window.first),
            ends_on: Set(window.last),
            ..Default::default()
        })
        .await?;
    Ok(group.id)
}

/// A group by block names its block, one of levels its matter.
fn says_what_it_is_about(input: &OpenLinkGroupInput) -> Result<()> {
    match input.kind.0 {
        LinkKind::Block if input.sector_code.is_none() => Err(Error::bad_input(
            "input.sectorCode",
            "A group by block inspects one sector block: give its code of the list SECTOR.",
            "板块联动须注明板块，请填写代码表 SECTOR 的代码。",
        )),
        LinkKind::Vertical if input.matter.is_none() => Err(Error::bad_input(
            "input.matter",
            "Levels act together on a department or matter: name it.",
            "上下联动须注明联动的部门或事项。",
        )),
        LinkKind::Block | LinkKind::Vertical => Ok(()),
    }
}
