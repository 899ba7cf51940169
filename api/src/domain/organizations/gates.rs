//! What must be true before organizations, leading groups and posts change: pure rules, named as they are said.

use chrono::{Days, NaiveDate};
use inspectorate_entity::organizations::{
    organization::{self, OrganizationKind},
    organization_relation::OrganizationRelationKind,
};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

mod agencies;
mod leadership;
#[cfg(test)]
mod tests;

pub use agencies::*;
pub use leadership::*;

/// A stretch of days, both ends included; without a last day it still runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub first: NaiveDate,
    pub last: Option<NaiveDate>,
}

impl Span {
    /// From `first` to `last`, which must not lie before it.
    pub fn new(first: NaiveDate, last: Option<NaiveDate>) -> Result<Self> {
        match last {
            Some(last) if last < first => Err(ends_before_it_starts(first, last, "input.endsOn")),
            _ => Ok(Self { first, last }),
        }
    }

    /// Whether it shares a day with `other`.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.last.is_none_or(|last| other.first <= last)
            && other.last.is_none_or(|last| self.first <= last)
    }

    /// Whether it takes in `day`.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.first <= day && self.last.is_none_or(|last| day <= last)
    }
}

/// Something ends on or after its first day.
fn ends_before_it_starts(first: NaiveDate, last: NaiveDate, field: &str) -> Error {
    Error::bad_input(
        field,
        format!("The last day {last} lies before the first day {first}: correct one of them."),
        format!("终止日期 {last} 早于起始日期 {first}，请更正。"),
    )
}

/// What happened lies in the past, or today.
pub fn is_not_in_the_future(day: NaiveDate, today: NaiveDate, field: &str) -> Result<()> {
    if day <= today {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!("{day} lies in the future: today is {today}."),
        format!("{day} 尚未到来：今天是 {today}。"),
    ))
}

/// The day on which `field` ends a fact that began on `first`.
pub fn ends_after_it_began(first: NaiveDate, end: NaiveDate, field: &str) -> Result<()> {
    if first <= end {
        Ok(())
    } else {
        Err(ends_before_it_starts(first, end, field))
    }
}

/// The last day of what a new fact follows: the day before it, which must not lie before the old one's first.
pub fn day_before(first: NaiveDate, next: NaiveDate, field: &str) -> Result<NaiveDate> {
    match next.checked_sub_days(Days::new(1)) {
        Some(last) if first <= last => Ok(last),
        _ => Err(Error::bad_input(
            field,
            format!("What it follows began on {first}: choose a later day than that."),
            format!("前一记录始于 {first}，请填写更晚的日期。"),
        )),
    }
}

/// What has ended is not ended again.
pub fn still_holds(ends_on: Option<NaiveDate>) -> Result<()> {
    let Some(day) = ends_on else { return Ok(()) };
    Err(Error::gate(
        Gate::AlreadyEnded,
        format!("It ended on {day}: there is nothing left to end."),
        format!("已于 {day} 终止，无需再次终止。"),
    ))
}

/// What has ended changes no more.
pub fn exists(organization: &organization::Model, field: &str) -> Result<()> {
    let Some(day) = organization.retired_on else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::OrganizationRetired,
        format!(
            "{} ended on {day}: choose one that exists.",
            organization.name
        ),
        format!("{}已于 {day} 撤销，请选择现存单位。", organization.name),
    )
    .field(field))
}

/// An organization never stands below itself: the new parent is neither it nor anything under it.
pub fn stays_a_tree(
    organization: &organization::Model,
    parent: &organization::Model,
) -> Result<()> {
    if !parent.path.starts_with(&organization.path) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::CycleInTree,
        format!(
            "{} is {} or stands under it: choose a parent outside of it.",
            parent.name, organization.name
        ),
        format!(
            "{}是{}本身或其下级，请另选上级单位。",
            parent.name, organization.name
        ),
    )
    .field("input.parent"))
}

/// An organization ends when nothing living stands under it and nothing is its object any more.
pub fn leaves_nothing_behind(parts: usize, objects: usize) -> Result<()> {
    if parts > 0 {
        return Err(Error::gate(
            Gate::OrganizationHasParts,
            format!("{parts} organizations stand under it: move or retire them first."),
            format!("尚有 {parts} 个下级单位，请先调整或撤销。"),
        ));
    }
    if objects > 0 {
        return Err(Error::gate(
            Gate::OrganizationHasObjects,
            format!(
                "It is the dispatcher of {objects} organizations: assign them to another first."
            ),
            format!("尚有 {objects} 个巡视巡察对象，请先改派。"),
        ));
    }
    Ok(())
}

/// An organization ends on or after the day on which it was set up.
pub fn ends_after_it_was_set_up(
    organization: &organization::Model,
    day: NaiveDate,
    field: &str,
) -> Result<()> {
    match organization.established_on {
        Some(first) => ends_after_it_began(first, day, field),
        None => Ok(()),
    }
}

/// What is merged does not go into itself or into what ends with it.
pub fn stays_apart(organization: &organization::Model, into: &organization::Model) -> Result<()> {
    if !into.path.starts_with(&organization.path) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::CycleInTree,
        format!(
            "{} is the organization that ends, or stands under it: choose one that lives on.",
            into.name
        ),
        format!("{}是被合并单位本身或其下级，请另选并入单位。", into.name),
    )
    .field("input.into"))
}

/// A tie leads to another organization, or is a nameplate; a merger has its own verb.
pub fn ties_to_something(
    kind: OrganizationRelationKind,
    organization: Uuid,
    related: Option<Uuid>,
    is_nameplate: bool,
) -> Result<()> {
    let refused = |field: &str, message: &str, zh: &str| Err(Error::bad_input(field, message, zh));
    if kind == OrganizationRelationKind::Merged {
        return refused(
            "input.kind",
            "A merger ends an organization: use mergeOrganizations.",
            "合并会撤销单位，请使用 mergeOrganizations。",
        );
    }
    if is_nameplate && kind != OrganizationRelationKind::AlsoNamed {
        return refused(
            "input.nameplate",
            "Only ALSO_NAMED carries a nameplate: leave it out.",
            "只有加挂牌子才填写牌子名称。",
        );
    }
    match related {
        Some(related) if related == organization => refused(
            "input.related",
            "An organization is not tied to itself: choose another.",
            "单位不能与自身建立关系，请另选。",
        ),
        None if !is_nameplate => refused(
            "input.related",
            "Name the other organization, or with ALSO_NAMED the nameplate.",
            "请填写相关单位；加挂牌子时可只填写牌子名称。",
        ),
        Some(_) | None => Ok(()),
    }
}

/// A number of posts, people or square metres is not negative.
pub fn is_no_negative(number: Option<i32>, field: &str) -> Result<()> {
    match number {
        Some(number) if number < 0 => Err(Error::bad_input(
            field,
            format!("{number} is negative: give 0 or more."),
            format!("{number} 为负数，请填写 0 或更大的数。"),
        )),
        Some(_) | None => Ok(()),
    }
}

/// Inner-party life is held by a Party branch.
pub fn is_a_party_branch(organization: &organization::Model) -> Result<()> {
    if matches!(
        organization.kind,
        OrganizationKind::PartyBranch | OrganizationKind::PartyGeneralBranch
    ) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAPartyBranch,
        format!(
            "{} is no Party branch: choose one that is.",
            organization.name
        ),
        format!("{}不是党支部，请选择党支部。", organization.name),
    )
    .field("input.organization"))
}
