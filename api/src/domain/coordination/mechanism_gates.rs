//! What must be true before a mechanism goes on: pure rules, named as they are said.

use inspectorate_entity::{
    coordination::mechanism_duty::CoordinationField, organizations::agency_registration::Agency,
};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// Bodies that work together are agencies of the place, each named once and none of them who proposes.
pub fn partner_is_an_agency(
    partner: Uuid,
    initiator: Uuid,
    others: &[Uuid],
    registered: &[Agency],
    field: &str,
) -> Result<()> {
    if partner == initiator || others.contains(&partner) {
        return Err(Error::conflict(
            field,
            "That body is a party already: who proposes is one, and each partner is named once.",
            "该单位已是协作方：牵头单位自动列入，其他单位只填写一次。",
        ));
    }
    has_an_agency(registered, field)
}

fn has_an_agency(registered: &[Agency], field: &str) -> Result<()> {
    if !registered.is_empty() {
        return Ok(());
    }
    Err(Error::gate(
        Gate::PartyWithoutAgency,
        "The body acts as no agency in this place: register it first, or name one that does.",
        "该单位未在本级登记为任何机关，请先登记或另选单位。",
    )
    .field(field))
}

/// Bodies that share a task are agencies of the place, and each has one part in it.
pub fn body_shares_the_task(
    body: Uuid,
    others: &[Uuid],
    registered: &[Agency],
    field: &str,
) -> Result<()> {
    if others.contains(&body) {
        return Err(Error::conflict(
            field,
            "That body has a part in the task already: who leads does not work along, and each is named once.",
            "该单位已列入分工：牵头单位不再列为配合单位，其他单位只填写一次。",
        ));
    }
    has_an_agency(registered, field)
}

/// Somebody works together with somebody in something.
pub fn says_with_whom_in_what(partners: usize, duties: usize) -> Result<()> {
    if partners == 0 {
        return Err(Error::bad_input(
            "input.partners",
            "A mechanism has at least one partner besides who proposes it.",
            "协作机制除牵头单位外至少有一个协作方。",
        ));
    }
    if duties == 0 {
        return Err(Error::bad_input(
            "input.duties",
            "A mechanism names at least one field in which its parties work together.",
            "协作机制至少填写一个协作领域。",
        ));
    }
    Ok(())
}

/// Each field once, and leads with discipline organs only.
pub fn duty_fits_the_parties(
    field: CoordinationField,
    named: &[CoordinationField],
    parties: &[Agency],
    input: &str,
) -> Result<()> {
    if named.contains(&field) {
        return Err(Error::conflict(
            input,
            "That field is named already: name each once.",
            "该协作领域已填写，请勿重复。",
        ));
    }
    if field == CoordinationField::Leads && !parties.contains(&Agency::Discipline) {
        return Err(Error::gate(
            Gate::LeadsWithoutDiscipline,
            "Leads are handed over to discipline organs only, and none is a party.",
            "问题线索只移交纪检监察机关，而该机制没有纪检监察机关参加。",
        )
        .field(input));
    }
    Ok(())
}

/// One revision at a time.
pub fn no_revision_waits(waiting: bool) -> Result<()> {
    if !waiting {
        return Ok(());
    }
    Err(Error::conflict(
        "input.mechanism",
        "A new wording of this mechanism is proposed already: establish it, or end it first.",
        "该机制已有拟修订的新版次，请先施行或终止。",
    ))
}
