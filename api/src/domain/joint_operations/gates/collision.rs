//! Where plans collide, and with whom something can be done about it.

use inspectorate_entity::organizations::agency_registration::Agency;
use uuid::Uuid;

use super::INSPECTING;
use crate::{
    access::groups::PLANNERS,
    blocks::gate::Gate,
    domain::{audits::collisions::Met, coverage::gates::Days},
    error::{Error, Result},
};

/// The first days that both plans claim at the organization.
pub fn collides_there(met: &[Met], organization: Uuid) -> Result<Days> {
    let there = met.iter().filter(|met| met.organization == organization);
    let first = there.map(|met| met.days).min_by_key(|days| days.first);
    first.ok_or_else(|| {
        Error::gate(
            Gate::NoCollision,
            "Nothing of the other agency that you may know of meets the plan at that organization.",
            "在该单位没有与对方计划的冲突。",
        )
        .field("input.organization")
    })
}

/// Rounds are those of who plans.
pub fn plans_rounds(agency: Agency) -> Result<()> {
    if PLANNERS.contains(&agency) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.round",
        "Collisions of rounds are told to those who plan them: name an audit of your body.",
        "轮次的计划冲突只告知计划编制机关，请填写本单位的审计项目。",
    ))
}

/// Whether that agency is on the other side of audit and inspection.
pub fn is_counterpart(own: Agency, other: Agency) -> bool {
    if own == Agency::Audit {
        INSPECTING.contains(&other)
    } else {
        other == Agency::Audit
    }
}

/// Exactly one other party can be asked.
pub fn one_counterpart(partners: &[(Uuid, Agency)]) -> Result<(Uuid, Agency)> {
    if let [partner] = partners {
        return Ok(*partner);
    }
    Err(Error::gate(
        Gate::NotAParty,
        "Not exactly one other party of the mechanism acts as the other agency here: name the sides with requestJointOperation.",
        "该机制中代表对方机关的协作方不是恰好一个，请改用 requestJointOperation 填写参加单位。",
    )
    .field("input.mechanism"))
}
