//! What must be true before an organization acts as an agency, or something asks that it does.

use chrono::NaiveDate;
use inspectorate_entity::organizations::agency_registration::{self, Agency};
use uuid::Uuid;

use super::Span;
use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// Only a dispatcher has objects and leading groups.
pub fn is_dispatcher(
    registrations: &[agency_registration::Model],
    day: NaiveDate,
    field: &str,
) -> Result<()> {
    let acts = registrations.iter().any(|row| {
        let span = Span {
            first: row.starts_on,
            last: row.ends_on,
        };
        row.agency == Agency::Dispatcher && span.holds_on(day)
    });
    if acts {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotADispatcher,
        format!("The organization is not registered as a dispatcher on {day}: register it with registerAgency first."),
        format!("该单位在 {day} 未登记为派出机关，请先用 registerAgency 登记。"),
    )
    .field(field))
}

/// A body is registered once as one agency of one authority in one sector at a time.
pub fn is_registered_once(
    registrations: &[agency_registration::Model],
    (agency, authority, sector): (Agency, Uuid, Option<&str>),
    span: Span,
) -> Result<()> {
    let stands = registrations.iter().find(|row| {
        row.agency == agency
            && row.authority_id == authority
            && row.sector_code.as_deref() == sector
            && span.overlaps(&Span {
                first: row.starts_on,
                last: row.ends_on,
            })
    });
    let Some(row) = stands else { return Ok(()) };
    Err(Error::gate(
        Gate::AgencyRegisteredAlready,
        format!(
            "It is registered so from {} on: end that registration, or choose days outside it.",
            row.starts_on
        ),
        format!(
            "自 {} 起已有相同登记，请先终止该登记或另选日期。",
            row.starts_on
        ),
    )
    .field("input.startsOn"))
}

/// Nobody dispatches inspections to itself.
pub fn is_not_its_own_dispatcher(organization: Uuid, dispatcher: Uuid) -> Result<()> {
    if organization != dispatcher {
        return Ok(());
    }
    Err(Error::gate(
        Gate::OwnDispatcher,
        "An organization is not its own dispatcher: choose the one that inspects it, or none.",
        "单位不能是自身的派出机关：请填写派出巡视巡察组的党组织，或不填。",
    )
    .field("input.dispatcher"))
}
