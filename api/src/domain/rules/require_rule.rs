//! Put an item on the basic list of rules.

use inspectorate_entity::{
    organizations::organization,
    rules::{required_rule, rule_document::RuleTier},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ActiveValue::Set, ColumnTrait, Condition};
use uuid::Uuid;

use super::{kept, required_rule::RequiredRule};
use crate::{
    access::change::Change,
    domain::organizations::{
        dated,
        gates::{is_dispatcher, is_not_in_the_future},
        organization::Organization,
    },
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// An item of the basic list of rules (列入基本制度清单).
#[derive(Input)]
pub struct RequireRuleInput {
    /// The dispatching organization whose list it is (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// What the rule has to be about; new on the list (制度事项).
    pub name: Name,
    /// The tier in which it has to stand (制度层次).
    pub tier: Option<Coded<RuleTier>>,
    /// What else the list says (备注).
    pub note: Option<Paragraph>,
    /// When it was put on the list, not in the future; today when left out (列入日期).
    pub listed_on: Option<Date>,
}

/// Put an item on the basic list of rules that a dispatcher has to have (列入基本制度清单); until a rule answers it, it is a gap.
#[verb(RequiredRule)]
pub async fn require_rule(change: &mut Change, input: RequireRuleInput) -> Result<Uuid> {
    let listed_on = input.listed_on.map_or_else(|| change.today(), |day| day.0);
    is_not_in_the_future(listed_on, change.today(), "input.listedOn")?;
    let dispatcher = change
        .related_alone::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    kept::by_somebody_here(change, Some(dispatcher.id), "input.dispatcher").await?;
    let registrations = dated::registrations(change, dispatcher.id).await?;
    is_dispatcher(&registrations, change.today(), "input.dispatcher")?;
    let same = Condition::all()
        .add(required_rule::Column::DispatcherId.eq(dispatcher.id))
        .add(required_rule::Column::Name.eq(input.name.0.as_str()))
        .add(required_rule::Column::WaivedOn.is_null());
    if !change.rows::<required_rule::Entity>(same).await?.is_empty() {
        return Err(Error::conflict(
            "input.name",
            "The list asks for this rule already: name another.",
            "基本制度清单已有该事项，请填写其他事项。",
        ));
    }
    let row = required_rule::ActiveModel {
        dispatcher_id: Set(dispatcher.id),
        name: Set(input.name.0),
        tier: Set(input.tier.map(|tier| tier.0)),
        note: Set(input.note.map(|note| note.0)),
        listed_on: Set(listed_on),
        waived_on: Set(None),
        waiver_reason: Set(None),
        ..Default::default()
    };
    Ok(change.insert(row).await?.id)
}
