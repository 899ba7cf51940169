//! What a deadline can stand on.

use super::rule_document::RuleDocument;
use crate::{
    domain::{
        coordination::coordination_request::CoordinationRequest,
        coverage::{
            coverage_object::CoverageObject, coverage_plan::CoveragePlan,
            coverage_record::CoverageRecord, full_coverage_declaration::FullCoverageDeclaration,
            plan_assignment::PlanAssignment, round::Round, sector_block::SectorBlock, term::Term,
        },
        documents::document_addressee::DocumentAddressee,
        meetings::meeting_decision::MeetingDecision,
        organizations::{
            appointment::Appointment, delegated_power::DelegatedPower, leader_action::LeaderAction,
            leading_group::LeadingGroup, organization::Organization, work_talk::WorkTalk,
        },
    },
    error::{Error, Result},
    read::noun::{Noun as _, NounDef, UnionDef},
};

/// The nouns whose records can carry a deadline: what work is done on. A noun of a later area takes its place here with a word.
pub const RECORDS: UnionDef = UnionDef {
    name: "DeadlineRecord",
    doc: "What a deadline can stand on (期限所属记录).",
    members: &[
        Organization::DEF,
        RuleDocument::DEF,
        LeadingGroup::DEF,
        Appointment::DEF,
        DelegatedPower::DEF,
        LeaderAction::DEF,
        WorkTalk::DEF,
        Term::DEF,
        CoveragePlan::DEF,
        SectorBlock::DEF,
        CoverageObject::DEF,
        PlanAssignment::DEF,
        Round::DEF,
        CoverageRecord::DEF,
        FullCoverageDeclaration::DEF,
        MeetingDecision::DEF,
        CoordinationRequest::DEF,
        DocumentAddressee::DEF,
    ],
};

/// A deadline stands on a record of work, and not on a vocabulary, a rule, an event or another deadline.
pub fn can_carry_a_deadline(noun: &NounDef) -> Result<()> {
    if RECORDS
        .members
        .iter()
        .any(|member| member.name == noun.name)
    {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.record",
        format!(
            "A {} carries no deadline: the union `{}` lists what does.",
            noun.name, RECORDS.name
        ),
        format!(
            "“{}”类记录不能设期限：可设期限的记录见联合类型“{}”。",
            noun.name, RECORDS.name
        ),
    ))
}
