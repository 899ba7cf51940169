//! Putting items on the agenda of a meeting.

use inspectorate_entity::{
    meetings::meeting_item::{self, MeetingItemKind},
    organizations::organization,
    rules::rule_document,
};
use inspectorate_macros::Input;
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::gates;
use crate::{
    access::change::Change,
    domain::{organizations::organization::Organization, rules::rule_document::RuleDocument},
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, text::Name},
};

/// How many items an agenda may have.
const MOST: usize = 50;

/// An item for the agenda of a meeting (议题).
#[derive(Debug, Input)]
pub struct AgendaItemInput {
    /// What the meeting does with it (议题种类).
    pub kind: Coded<MeetingItemKind>,
    /// What it is about (议题).
    pub title: Name,
    /// The body that reports; where a report is heard, and there only (汇报单位).
    pub reported_by: Option<GlobalId<Organization>>,
    /// What is studied or relayed, where it stands in a register (制度文件).
    pub document: Option<GlobalId<RuleDocument>>,
    /// The title of what is studied or relayed, where it stands in no register (文件名称).
    pub document_title: Option<Name>,
}

/// Put `items` on the agenda of `meeting`, after what stands there; `field` is where each is given. Answers the ids of the rows.
pub async fn put(
    change: &mut Change,
    meeting: Uuid,
    items: Vec<(String, AgendaItemInput)>,
) -> Result<Vec<Uuid>> {
    let known = meeting_item::Column::MeetingId.eq(meeting);
    let known = change.rows::<meeting_item::Entity>(known).await?;
    gates::at_most(known.len() + items.len(), MOST, "input.items")?;
    let last = known.iter().map(|item| item.ordinal).max();
    let mut written = Vec::with_capacity(items.len());
    for (ordinal, (field, item)) in (last.unwrap_or_default() + 1..).zip(items) {
        gates::item_fits_its_kind(
            item.kind.0,
            item.reported_by.is_some(),
            (item.document.is_some(), item.document_title.is_some()),
            &format!("input.{field}"),
        )?;
        let reported_by = match &item.reported_by {
            Some(id) => {
                let field = format!("{field}.reportedBy");
                let row = change
                    .related::<organization::Entity, _>(&field, id)
                    .await?;
                Some(row.id)
            }
            None => None,
        };
        let document = match &item.document {
            Some(id) => {
                let field = format!("{field}.document");
                let row = change
                    .related::<rule_document::Entity, _>(&field, id)
                    .await?;
                Some(row.id)
            }
            None => None,
        };
        let row = change
            .insert(meeting_item::ActiveModel {
                meeting_id: Set(meeting),
                ordinal: Set(ordinal),
                kind: Set(item.kind.0),
                title: Set(item.title.0),
                reported_by_id: Set(reported_by),
                document_id: Set(document),
                document_title: Set(item.document_title.map(|title| title.0)),
                ..Default::default()
            })
            .await?;
        written.push(row.id);
    }
    Ok(written)
}
