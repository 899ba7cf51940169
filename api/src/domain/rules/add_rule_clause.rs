//! Enter a clause of a rule document.

use inspectorate_entity::rules::{rule_clause, rule_document};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait};
use uuid::Uuid;

use super::{gates, kept, rule_clause::RuleClause, rule_document::RuleDocument};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{
        node_id::GlobalId,
        text::{Code, Paragraph},
    },
};

/// A clause of a rule document (条款).
#[derive(Input)]
pub struct AddRuleClauseInput {
    /// The rule document (制度).
    pub rule: GlobalId<RuleDocument>,
    /// Its number as printed, such as 第三条; new in the document (条款号).
    pub number: Code,
    /// What it says (内容).
    pub text: Paragraph,
    /// Its place in the document; after the last one when left out (序号).
    pub sequence: Option<i32>,
}

/// Enter a clause of a rule document, so that a benchmark can be named clause by clause (录入条款).
#[verb(RuleClause)]
pub async fn add_rule_clause(change: &mut Change, input: AddRuleClauseInput) -> Result<Uuid> {
    let rule = change
        .related_alone::<rule_document::Entity, _>("rule", &input.rule)
        .await?;
    kept::by_somebody_here(change, rule.dispatcher_id, "input.rule").await?;
    let there = change
        .rows::<rule_clause::Entity>(rule_clause::Column::RuleId.eq(rule.id))
        .await?;
    if there.iter().any(|clause| clause.number == input.number.0) {
        return Err(Error::conflict(
            "input.number",
            "The document has a clause of this number already: enter another.",
            "该制度已有此条款号，请录入其他条款。",
        ));
    }
    let last = there
        .iter()
        .map(|clause| clause.sequence)
        .max()
        .unwrap_or(0);
    let sequence = input.sequence.unwrap_or_else(|| last.saturating_add(1));
    gates::sequence_is_positive(sequence)?;
    let row = rule_clause::ActiveModel {
        rule_id: Set(rule.id),
        number: Set(input.number.0),
        text: Set(input.text.0),
        sequence: Set(sequence),
        ..Default::default()
    };
    Ok(change.insert(row).await?.id)
}
