//! The domain, one folder an area, in the order of the work.

use crate::{access::verb::VerbDef, graphql::query::QueryDef, read::noun::NounDef};

pub mod audits;
pub mod coordination;
pub mod coverage;
pub mod documents;
pub mod examinations;
pub mod guidance;
pub mod inspections;
pub mod joint_operations;
pub mod journal;
pub mod life_cycles;
pub mod meetings;
pub mod organizations;
pub mod plans;
pub mod processes;
pub mod rules;
pub mod staffing;
pub mod superiors;
pub mod teams;
pub mod webhooks;

/// What an area brings to the schema.
pub struct Area {
    pub nouns: &'static [&'static NounDef],
    pub verbs: &'static [&'static VerbDef],
    /// Fields of `Query` beside those that every noun has.
    pub queries: &'static [QueryDef],
}
