//! What the verbs of rule documents have in common: whose the rule is, where its life cycle leads, what it may stand with.

use inspectorate_entity::rules::{
    code_list, code_list_entry, required_rule,
    rule_document::{self, RuleStatus, RuleTier},
};
use sea_orm::{ColumnTrait, Condition};
use uuid::Uuid;

use super::{
    code_list_entry::CodeListEntry,
    gates, kept,
    required_rule::RequiredRule,
    rule_document::RuleDocument,
    rule_gates,
    rule_life_cycle::{Keeper, RULE, RuleFacts},
};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::node_id::GlobalId,
};

/// The list whose codes say which process a rule governs.
const PROCESSES: &str = "GOVERNED_PROCESS";

/// The rule to be changed, kept by a dispatcher of the viewer's jurisdiction.
pub async fn subject(
    change: &Change,
    id: &GlobalId<RuleDocument>,
    version: i32,
) -> Result<rule_document::Model> {
    let rule = change
        .subject::<rule_document::Entity, _>("rule", id, version)
        .await?;
    kept::by_somebody_here(change, rule.dispatcher_id, "input.rule").await?;
    Ok(rule)
}

/// The state to which the verb at hand leads the rule, one of those that `subject` answers, or what stands in the way.
pub fn take(change: &Change, rule: &rule_document::Model) -> Result<RuleStatus> {
    let facts = RuleFacts {
        kind: rule.kind,
        is_required: rule.required_rule_id.is_some(),
        cause: rule.cause_kind,
        keeper: Keeper::Here,
    };
    RULE.take(change.action(), rule.status, &facts)
        .map_err(|error| match error.field {
            Some(_) => error,
            None => error.field("input.rule"),
        })
}

/// The rule of a higher tier that one of `tier` and `dispatcher` details; `own` is its id when it is there already.
pub async fn parent(
    change: &Change,
    dispatcher: Uuid,
    tier: Option<RuleTier>,
    id: Option<&GlobalId<RuleDocument>>,
    own: Option<Uuid>,
) -> Result<Option<Uuid>> {
    let parent = match id {
        Some(id) => Some(
            change
                .related::<rule_document::Entity, _>("parent", id)
                .await?,
        ),
        None => None,
    };
    if let Some(parent) = &parent {
        rule_gates::is_of_the_same_dispatcher(
            Some(dispatcher),
            parent.dispatcher_id,
            "input.parent",
        )?;
    }
    let children = match own {
        Some(own) => {
            change
                .rows::<rule_document::Entity>(rule_document::Column::ParentId.eq(own))
                .await?
        }
        None => Vec::new(),
    };
    let tiers: Vec<_> = children.iter().map(|child| child.tier).collect();
    rule_gates::parent_stands_higher(tier, parent.as_ref().map(|parent| parent.tier), &tiers)?;
    Ok(parent.map(|parent| parent.id))
}

/// The item of the dispatcher's basic list that a rule answers.
pub async fn requirement(
    change: &Change,
    dispatcher: Uuid,
    id: Option<&GlobalId<RequiredRule>>,
) -> Result<Option<Uuid>> {
    let Some(id) = id else { return Ok(None) };
    let item = change
        .related::<required_rule::Entity, _>("requiredRule", id)
        .await?;
    rule_gates::is_of_the_same_dispatcher(
        Some(dispatcher),
        Some(item.dispatcher_id),
        "input.requiredRule",
    )?;
    rule_gates::is_still_required(item.waived_on)?;
    Ok(Some(item.id))
}

/// The process that a rule governs: a code in use of the list of processes, in this edition.
pub async fn process(
    change: &Change,
    id: Option<&GlobalId<CodeListEntry>>,
) -> Result<Option<Uuid>> {
    let Some(id) = id else { return Ok(None) };
    let entry = change
        .related::<code_list_entry::Entity, _>("governs", id)
        .await?;
    let of_processes = Condition::all()
        .add(code_list::Column::Id.eq(entry.code_list_id))
        .add(code_list::Column::Key.eq(PROCESSES));
    if change
        .rows::<code_list::Entity>(of_processes)
        .await?
        .is_empty()
    {
        return Err(Error::bad_input(
            "input.governs",
            "The code is of another list: choose one of GOVERNED_PROCESS.",
            "该代码属于其他代码表，请选用 GOVERNED_PROCESS 中的代码。",
        ));
    }
    gates::code_is_in_use(&entry, change.today(), "input.governs")?;
    Ok(Some(entry.id))
}
