//! Say on what a rule is based.

use inspectorate_entity::rules::{rule_basis, rule_document};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};
use uuid::Uuid;

use super::{kept, rule_basis::RuleBasis, rule_document::RuleDocument, rule_gates};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, text::Code},
};

/// What a rule is based on (制定依据).
#[derive(Input)]
pub struct CiteBasisInput {
    /// The rule document (制度).
    pub rule: GlobalId<RuleDocument>,
    /// What it rests on: any rule document that the viewer may see, the central ones that ship too (依据).
    pub basis: GlobalId<RuleDocument>,
    /// The article as printed, such as 第三十五条 (条款).
    pub article: Option<Code>,
}

/// Say on which document, and which article of it, a rule is based (制定依据).
#[verb(RuleBasis)]
pub async fn cite_basis(change: &mut Change, input: CiteBasisInput) -> Result<Uuid> {
    let rule = change
        .related_alone::<rule_document::Entity, _>("rule", &input.rule)
        .await?;
    kept::by_somebody_here(change, rule.dispatcher_id, "input.rule").await?;
    let basis = change
        .related::<rule_document::Entity, _>("basis", &input.basis)
        .await?;
    rule_gates::is_another_rule(rule.id, basis.id, "input.basis")?;
    let article = input.article.map(|article| article.0);
    let cited = Condition::all()
        .add(rule_basis::Column::RuleId.eq(rule.id))
        .add(rule_basis::Column::BasisId.eq(basis.id));
    let cited = change.rows::<rule_basis::Entity>(cited).await?;
    if cited.iter().any(|cited| cited.article == article) {
        return Err(Error::conflict(
            "input.basis",
            "The rule names this basis already: name another, or another article of it.",
            "该依据已登记：请登记其他依据或其他条款。",
        ));
    }
    let row = rule_basis::ActiveModel {
        rule_id: Set(rule.id),
        basis_id: Set(basis.id),
        article: Set(article),
        ..Default::default()
    };
    Ok(change.insert(row).await?.id)
}
