//! Keep a checklist of one's own.

use inspectorate_entity::{
    organizations::organization,
    rules::{checklist, checklist::ChecklistKind, checklist_item, rule_clause, rule_document},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition, IntoActiveModel};
use uuid::Uuid;

use super::{
    checklist::Checklist, checklist_gates, gates, kept, rule_clause::RuleClause,
    rule_document::RuleDocument,
};
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

/// A checklist of a dispatcher's own, with all its items (发布清单).
#[derive(Input)]
pub struct PublishChecklistInput {
    /// The dispatching organization that keeps it (所属派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// Its name in capitals; with the key of a superior's or shipped list it stands before that one (清单代号).
    pub key: Code,
    /// The edition of the dispatcher's own list that it replaces; null when there is none yet (所替换的版次).
    pub replaces_edition: Option<i32>,
    /// What it is for (清单种类).
    pub kind: Coded<ChecklistKind>,
    /// English name (英文名称).
    pub name: Name,
    /// Chinese name (中文名称).
    pub name_zh: Name,
    /// The type of inspected organizations for which it is, as a code of OBJECT_TYPE (对象类型).
    pub object_type: Option<Code>,
    /// The sector for which it is, as a code of SECTOR (行业板块).
    pub sector_code: Option<Code>,
    /// The rule document that prescribes it (所依制度).
    pub rule: Option<GlobalId<RuleDocument>>,
    /// The document that it comes from (来源).
    pub source: Paragraph,
    /// First day on which it is used; today when left out (启用日期).
    pub valid_from: Option<Date>,
    /// Its items in their order, 1 to 100 (条目).
    pub items: Vec<PublishChecklistItemInput>,
}

/// An item of a checklist (清单条目).
#[derive(Input)]
pub struct PublishChecklistItemInput {
    /// Its name in capitals, once in the list (条目代号).
    pub code: Code,
    /// What it asks, in English (内容).
    pub text: Paragraph,
    /// What it asks, in Chinese (内容).
    pub text_zh: Paragraph,
    /// Whether it must be answered; it must when left out (是否必答).
    pub required: Option<bool>,
    /// The clause of a benchmark that it asks after (对应条款).
    pub clause: Option<GlobalId<RuleClause>>,
}

/// Publish a checklist of a dispatcher as its next edition (发布清单); what was done by the one before keeps it.
#[verb(Checklist)]
pub async fn publish_checklist(change: &mut Change, input: PublishChecklistInput) -> Result<Uuid> {
    gates::code_is_spelled(&input.key.0, "input.key")?;
    let codes: Vec<&str> = input
        .items
        .iter()
        .map(|item| item.code.0.as_str())
        .collect();
    checklist_gates::items_are_a_list(&codes)?;
    let dispatcher = change
        .related_alone::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let rule = match &input.rule {
        Some(id) => Some(
            change
                .related::<rule_document::Entity, _>("rule", id)
                .await?
                .id,
        ),
        None => None,
    };
    let own = Condition::all()
        .add(checklist::Column::DispatcherId.eq(dispatcher.id))
        .add(checklist::Column::Key.eq(input.key.0.as_str()));
    let editions = change.rows::<checklist::Entity>(own).await?;
    let latest = editions.into_iter().max_by_key(|list| list.edition);
    let (seen, current) = (
        input.replaces_edition.unwrap_or(0),
        latest.as_ref().map_or(0, |list| list.edition),
    );
    if seen != current {
        return Err(Error::stale(seen, current).field("input.replacesEdition"));
    }
    let from = input.valid_from.map_or_else(|| change.today(), |day| day.0);
    if let Some(before) = &latest {
        let last = gates::edition_follows(before.valid_from, before.valid_to, from)?;
        let mut ended = before.clone().into_active_model();
        ended.valid_to = Set(Some(last));
        change.update(before, ended).await?;
    }
    let list = checklist::ActiveModel {
        dispatcher_id: Set(Some(dispatcher.id)),
        key: Set(input.key.0),
        edition: Set(current + 1),
        kind: Set(input.kind.0),
        name: Set(input.name.0),
        name_zh: Set(input.name_zh.0),
        object_type: Set(input.object_type.map(|code| code.0)),
        sector_code: Set(input.sector_code.map(|code| code.0)),
        rule_id: Set(rule),
        source: Set(input.source.0),
        valid_from: Set(Some(from)),
        valid_to: Set(None),
        ..Default::default()
    };
    let list = change.insert(list).await?;
    for (item, sequence) in input.items.into_iter().zip(1..) {
        let clause = match &item.clause {
            Some(id) => Some(
                change
                    .related::<rule_clause::Entity, _>(
                        &format!("items.{}.clause", sequence - 1),
                        id,
                    )
                    .await?
                    .id,
            ),
            None => None,
        };
        let item = checklist_item::ActiveModel {
            checklist_id: Set(list.id),
            code: Set(item.code.0),
            text: Set(item.text.0),
            text_zh: Set(item.text_zh.0),
            required: Set(item.required.unwrap_or(true)),
            sequence: Set(sequence),
            clause_id: Set(clause),
            ..Default::default()
        };
        change.insert(item).await?;
    }
    Ok(list.id)
}
