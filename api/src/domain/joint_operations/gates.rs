//! What must be true before a joint operation goes on: pure rules, named as they are said.

#[cfg(test)]
mod tests;

mod collision;
mod kinds;

pub use collision::{collides_there, is_counterpart, one_counterpart, plans_rounds};
pub use kinds::{chain, links, supervises_as, supervision};

use chrono::NaiveDate;
use inspectorate_entity::{
    joint_operations::{access_grant::DataClass, joint_operation::JointMode},
    organizations::agency_registration::Agency,
};
use rust_decimal::{Decimal, prelude::ToPrimitive as _};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// The agencies whose inspections an agreement can open.
const INSPECTING: [Agency; 4] = [
    Agency::Dispatcher,
    Agency::LeadingGroup,
    Agency::Office,
    Agency::Team,
];

/// Sides are parties of the mechanism, each once.
pub fn side_is_a_party(body: Uuid, parties: &[Uuid], others: &[Uuid], field: &str) -> Result<()> {
    if others.contains(&body) {
        return Err(Error::conflict(
            field,
            "That body is a side already: who asks is one, and each other is named once.",
            "该单位已是参加单位：提出单位自动列入，其他单位只填写一次。",
        ));
    }
    if parties.contains(&body) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAParty,
        "The sides of a joint operation are parties of its mechanism, and that body is none.",
        "联动监督的参加单位须是该机制的协作方，该单位不是协作方。",
    )
    .field(field))
}

/// A side takes part as an agency as which it is registered.
pub fn acts_as(agency: Agency, registered: &[Agency], field: &str) -> Result<()> {
    if registered.contains(&agency) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::PartyWithoutAgency,
        "The body does not act as that agency in this place.",
        "该单位未在本级登记为该机关。",
    )
    .field(field))
}

/// Somebody does something together about somebody, under one lead.
pub fn says_who_with_whom(sides: usize, leads: usize, objects: usize) -> Result<()> {
    if sides < 2 {
        return Err(Error::bad_input(
            "input.partners",
            "A joint operation has at least one side besides who asks for it.",
            "联动监督除提出单位外至少有一个参加单位。",
        ));
    }
    if leads != 1 {
        return Err(Error::bad_input(
            "input.role",
            "Exactly one side of a joint operation leads.",
            "联动监督有且只有一个牵头单位。",
        ));
    }
    if objects == 0 {
        return Err(Error::bad_input(
            "input.objects",
            "A joint operation names the organizations in its scope.",
            "联动监督须填写涉及单位。",
        ));
    }
    Ok(())
}

/// Where audit goes first there is audit.
pub fn mode_fits_the_sides(mode: JointMode, sides: &[Agency]) -> Result<()> {
    if mode != JointMode::AuditFirst || sides.contains(&Agency::Audit) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.mode",
        "Audit goes first, and no side takes part as audit.",
        "方式为先审后巡，而参加单位中没有审计机关。",
    ))
}

/// Nobody opens what is no side's own: inspections are opened where those who inspect for the dispatcher whose inspections they are take
/// part, audits where its audit does. Sides act as agencies `at_home` where that dispatcher is the one of their own place.
pub fn opens_what_a_side_holds(
    opened: &[DataClass],
    sides: &[Agency],
    at_home: bool,
) -> Result<()> {
    let held = |class: &DataClass| match class {
        DataClass::Inspection => at_home && sides.iter().any(|side| INSPECTING.contains(side)),
        DataClass::Audit => at_home && sides.contains(&Agency::Audit),
        DataClass::Result => true,
    };
    if opened.iter().all(held) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::DataOfNoSide,
        "Inspections and audits are opened by those who carry them out for the dispatcher of the mechanism, and none of the sides does.",
        "巡察、审计情况须由该机制派出机关的巡视巡察机构、审计机关开放，而参加单位中没有。",
    )
    .field("input.partners"))
}

/// A finding of an audit is shared once, so that it counts once.
pub fn is_shared_once(before: usize) -> Result<()> {
    if before == 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::FindingSharedAlready,
        "The finding is shared in a joint operation already, where it counts.",
        "该审计发现已在联动监督中共享并计数，不再重复共享。",
    )
    .field("input.auditFinding"))
}

/// Another side, and the day on which it entered.
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    pub agency: Agency,
    pub entered_on: Option<NaiveDate>,
}

/// Sides enter as their mode says: all on the same day or at most `tolerance` days apart, or audit first.
pub fn enters_as_agreed(
    mode: JointMode,
    own: Agency,
    day: NaiveDate,
    tolerance: i32,
    others: &[Entry],
) -> Result<()> {
    match mode {
        JointMode::Simultaneous => {
            let mut others = others.iter().filter_map(|other| other.entered_on);
            let apart = |other: &NaiveDate| (*other - day).num_days().abs();
            match others.find(|other| apart(other) > i64::from(tolerance)) {
                None => Ok(()),
                Some(other) => Err(Error::gate(
                    Gate::EntryNotSimultaneous,
                    format!(
                        "The sides enter at most {tolerance} days apart, and another side entered on {other}."
                    ),
                    format!("各方须同步进点（相隔不超过 {tolerance} 天），另一方已于 {other} 进点。"),
                )
                .field("input.on")),
            }
        }
        JointMode::AuditFirst if own != Agency::Audit => {
            let mut audits = others
                .iter()
                .filter(|other| other.agency == Agency::Audit)
                .map(|other| other.entered_on);
            if audits.all(|entered| entered.is_some_and(|first| first <= day)) {
                return Ok(());
            }
            Err(Error::gate(
                Gate::AuditEntersFirst,
                "Audit enters first: it has not entered by that day.",
                "方式为先审后巡，审计机关在该日前尚未进点。",
            )
            .field("input.on"))
        }
        _ => Ok(()),
    }
}

/// A result is about an organization in the scope.
pub fn lies_in_scope(organization: Uuid, scope: &[Uuid]) -> Result<()> {
    if scope.contains(&organization) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::OutsideJointScope,
        "The organization is not in the scope of the joint operation.",
        "该单位不在联动监督范围内。",
    )
    .field("input.organization"))
}

/// A result counts for one of the sides.
pub fn counts_for_a_side(counter: Uuid, sides: &[Uuid]) -> Result<()> {
    if sides.contains(&counter) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAParty,
        "A result counts for one of the sides of the operation, and that body is none.",
        "成果只能计入参加单位之一，该单位不是参加单位。",
    )
    .field("input.countedBy"))
}

/// That body is a side of the operation.
pub fn is_a_side(body: Uuid, sides: &[Uuid], field: &str) -> Result<()> {
    if sides.contains(&body) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAParty,
        "That body is no side of the joint operation: name one that is.",
        "该单位不是联动监督的参加单位，请填写参加单位。",
    )
    .field(field))
}

/// Something is referred to another side, not to one's own.
pub fn is_another_side(body: Uuid, own: Uuid, sides: &[Uuid], field: &str) -> Result<()> {
    if body == own {
        return Err(Error::bad_input(
            field,
            "That is your own body: name the side that it is referred to.",
            "不能移交本单位，请填写承接的参加单位。",
        ));
    }
    is_a_side(body, sides, field)
}

/// The cents of an amount in yuan, zero or more and exact to the cent.
pub fn cents(yuan: Decimal, field: &str) -> Result<i64> {
    let cents = yuan.checked_mul(Decimal::ONE_HUNDRED);
    let whole = cents.filter(|cents| cents.fract().is_zero() && !cents.is_sign_negative());
    whole.and_then(|cents| cents.to_i64()).ok_or_else(|| {
        Error::bad_input(
            field,
            "An amount is zero or more yuan with at most two decimals.",
            "金额须为不小于零、至多两位小数的元数。",
        )
    })
}
