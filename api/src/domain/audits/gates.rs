//! What must be true of audits: pure rules, named as they are said.

use inspectorate_entity::inspections::special_check::SpecialCheckKind;
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// An audit carried out as a special check is one of economic responsibility, about the inspected organization.
pub fn is_that_check(kind: SpecialCheckKind, inspected: Uuid, audited: Uuid) -> Result<()> {
    if kind == SpecialCheckKind::EconomicResponsibility && inspected == audited {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.specialCheck",
        "The special check is an audit of economic responsibility of the audited organization: name that one, or none.",
        "专项检查须为该被审计单位的经济责任审计，请填写该项或不填。",
    ))
}

/// The economic responsibility is that of a post in the audited organization.
pub fn is_a_post_there(of: Uuid, audited: Uuid) -> Result<()> {
    if of == audited {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.appointment",
        "The post is one of another organization: name a term in a post of the audited one.",
        "该任职不属于被审计单位，请填写被审计单位的任职。",
    ))
}

/// An audit is changed by the body that carries it out.
pub fn is_ones_own(auditor: Uuid, body: Uuid) -> Result<()> {
    if auditor == body {
        return Ok(());
    }
    Err(Error::gate(
        Gate::AuditOfAnotherBody,
        "The audit is carried out by another body, which alone changes it.",
        "该审计项目由其他审计机关承办，应由其办理。",
    ))
}
