//! THE INDEX: what the schema holds, one word per area.

use crate::{
    access::verb::VerbDef,
    blocks::event::EventBus,
    database::Database,
    domain::{self, Area, journal::watch_events::WatchEvents},
    graphql::{
        mutation::Mutation,
        query::{Query, QueryDef},
    },
    read::noun::NounDef,
};

/// Every area, in the order of the work.
pub const AREAS: &[Area] = &[
    domain::organizations::AREA,
    domain::rules::AREA,
    domain::coverage::AREA,
    domain::plans::AREA,
    domain::inspections::AREA,
    domain::teams::AREA,
    domain::staffing::AREA,
    domain::examinations::AREA,
    domain::processes::AREA,
    domain::guidance::AREA,
    domain::meetings::AREA,
    domain::coordination::AREA,
    domain::superiors::AREA,
    domain::documents::AREA,
    domain::audits::AREA,
    domain::joint_operations::AREA,
    domain::journal::AREA,
    domain::webhooks::AREA,
];

/// Every noun of every area.
pub fn nouns() -> impl Iterator<Item = &'static NounDef> {
    AREAS.iter().flat_map(|area| area.nouns.iter().copied())
}

/// Every verb of every area.
pub fn verbs() -> impl Iterator<Item = &'static VerbDef> {
    AREAS.iter().flat_map(|area| area.verbs.iter().copied())
}

/// What is done by sending a file, and not by a mutation.
pub const BY_UPLOAD: &[&VerbDef] = &[domain::documents::BY_UPLOAD];

/// Every field of `Query` beside those of the nouns.
pub fn queries() -> impl Iterator<Item = &'static QueryDef> {
    AREAS.iter().flat_map(|area| area.queries)
}

/// The schema as the server runs it.
pub type Schema = async_graphql::Schema<Query, Mutation, WatchEvents>;

/// The schema without data: it can be printed and introspected, nothing else.
pub fn shape() -> Schema {
    async_graphql::Schema::build(Query, Mutation, WatchEvents).finish()
}

/// A schema that reads from and writes to `database`, and follows its log by `bus`.
pub fn build(database: Database, bus: EventBus) -> Schema {
    async_graphql::Schema::build(Query, Mutation, WatchEvents)
        .data(database)
        .data(bus)
        .finish()
}
