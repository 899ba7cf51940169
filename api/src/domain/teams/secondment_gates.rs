//! What must be true before talent pools and secondments change: pure rules, named as they are said.

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{
    organizations::delegated_power::{self, PowerKind},
    teams::secondment::{self, SecondmentStatus},
};

use crate::{
    blocks::gate::Gate,
    domain::organizations::gates::Span,
    error::{Error, Result},
};

/// A person stands in a pool once.
pub fn in_pool_once(stands: bool) -> Result<()> {
    if !stands {
        return Ok(());
    }
    Err(Error::conflict(
        "input.person",
        "The person stands in this pool already.",
        "该人员已在此库。",
    ))
}

/// Nobody is lent twice at once.
pub fn lent_once(span: Span, others: &[secondment::Model]) -> Result<()> {
    let at_once = |other: &&secondment::Model| {
        let days = Span {
            first: other.starts_on,
            last: Some(other.ends_on),
        };
        other.status != SecondmentStatus::Refused && days.overlaps(&span)
    };
    let Some(other) = others.iter().find(at_once) else {
        return Ok(());
    };
    let (first, last) = (other.starts_on, other.ends_on);
    Err(Error::gate(
        Gate::SecondedAlready,
        format!("The person is lent from {first} to {last}: choose days outside it."),
        format!("该人员 {first} 至 {last} 已在抽调，请另选日期。"),
    )
    .field("input.person"))
}

/// The list of a year takes secondments that were approved and run in that year.
pub fn belongs_on_the_list(row: &secondment::Model, year: i32) -> Result<()> {
    let approved = match row.status {
        SecondmentStatus::Approved
        | SecondmentStatus::Cleared
        | SecondmentStatus::InService
        | SecondmentStatus::Returned => true,
        SecondmentStatus::Nominated | SecondmentStatus::Refused => false,
    };
    if !approved {
        return Err(Error::gate(
            Gate::WrongState,
            "Only an approved secondment is entered in the yearly list.",
            "只有经审批的抽调方可列入年度挂职干部序列。",
        )
        .field("input.secondment"));
    }
    if (row.starts_on.year()..=row.ends_on.year()).contains(&year) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.year",
        format!("The secondment does not run in {year}: give a year in which it does."),
        format!("该抽调不在 {year} 年内，请更正年度。"),
    ))
}

/// A promotion that follows a secondment comes after its return.
pub fn promoted_after(row: &secondment::Model, day: NaiveDate) -> Result<()> {
    if row.status == SecondmentStatus::Returned && row.starts_on <= day {
        return Ok(());
    }
    Err(Error::gate(
        Gate::WrongState,
        "A promotion is recorded after the return, on a day after the secondment began.",
        "提拔应在抽调鉴定返回后登记，且晚于抽调开始日期。",
    )
    .field("input.secondment"))
}

/// The body that takes people on holds the power over people on that day.
pub fn holds_power_over_people(powers: &[delegated_power::Model], day: NaiveDate) -> Result<()> {
    let holds = |power: &delegated_power::Model| {
        power.kind == PowerKind::People
            && power.starts_on <= day
            && power.ends_on.is_none_or(|last| day <= last)
    };
    if powers.iter().any(holds) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::PowerNotHeld,
        format!(
            "Your dispatcher asks for a delegated power over people, and your body holds none on {day}: have it granted with delegatePower."
        ),
        format!("按贵单位设置，抽调须有人员管理权限，而贵单位在 {day} 未获授，请先用 delegatePower 授予。"),
    )
    .field("input.secondment"))
}
