//! What the dispatcher may ask of those who enter, by its settings: rules of the step into the organization.

use super::inspection_life_cycle::InspectionFacts;
use crate::{
    blocks::{gate::Gate, workflow::Rule},
    domain::teams::conduct_gates as gates,
    error::Result,
};

pub const TRAINED: Rule<InspectionFacts> = Rule {
    gate: Gate::MemberNotTrained,
    doc: "everybody was at the business training before the round, where the setting asks for it",
    check: trained,
};

pub const SIGNED: Rule<InspectionFacts> = Rule {
    gate: Gate::UndertakingMissing,
    doc: "everybody has signed both undertakings, where the setting asks for it",
    check: signed,
};

fn trained(facts: &InspectionFacts) -> Result<()> {
    gates::everybody_was_trained(&facts.entry)
}

fn signed(facts: &InspectionFacts) -> Result<()> {
    gates::everybody_has_signed(&facts.entry)
}
