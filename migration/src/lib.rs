//! The history of the database schema: one file per change, on SQLite and PostgreSQL alike, never edited once released.
#![expect(
    elided_lifetimes_in_paths,
    reason = "sea-orm-migration declares `up` and `down` without the lifetime, and an implementation has to match"
)]

use sea_orm_migration::{MigrationTrait, MigratorTrait};

mod added;
mod m20261122_000001_organizations;
mod m20261122_000002_coverage;
mod m20261122_000003_journal;
mod m20261122_000004_blocks;
mod m20261122_000005_rules;
mod m20261122_000006_plans;
mod m20261122_000007_ledger;
mod m20261122_000008_platform;
mod m20261122_000009_teams;
mod m20261122_000010_inspections;
mod m20261122_000011_checks;
mod m20261123_000012_lending;
mod m20261123_000013_campaigns;
mod m20261123_000015_guidance;
mod m20261123_000016_conduct;
mod m20261123_000019_access;
mod m20261123_000020_duties;
mod m20261123_000020_packages;
mod m20261123_000020_processes;
mod m20261123_000021_meetings;
mod m20261123_000022_mechanisms;
mod m20261123_000023_requests;
mod m20261123_000024_sharing;
mod m20261123_000025_responsibilities;
mod m20261123_000026_joint_operations;
mod m20261123_000028_joint_work;
mod m20261123_000029_audits;
mod m20261123_000031_people;
mod m20261123_000032_reviews;
mod m20261123_000032_violations;
mod m20261123_000033_documents;
mod m20261123_000034_webhooks;
mod m20261123_000035_linkage;
mod m20261124_000036_look_back_selection;
mod m20261124_000038_lifted_deadlines;
mod m20261124_000039_superiors;
mod table;

/// Runs the changes in their order.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_organizations::Migration),
            Box::new(m20261122_000002_coverage::Migration),
            Box::new(m20261122_000003_journal::Migration),
            Box::new(m20261122_000004_blocks::Migration),
            Box::new(m20261122_000005_rules::Migration),
            Box::new(m20261122_000006_plans::Migration),
            Box::new(m20261122_000007_ledger::Migration),
            Box::new(m20261122_000008_platform::Migration),
            Box::new(m20261122_000009_teams::Migration),
            Box::new(m20261122_000010_inspections::Migration),
            Box::new(m20261122_000011_checks::Migration),
            Box::new(m20261123_000012_lending::Migration),
            Box::new(m20261123_000013_campaigns::Migration),
            Box::new(m20261123_000015_guidance::Migration),
            Box::new(m20261123_000016_conduct::Migration),
            Box::new(m20261123_000019_access::Migration),
            Box::new(m20261123_000020_duties::Migration),
            Box::new(m20261123_000020_packages::Migration),
            Box::new(m20261123_000020_processes::Migration),
            Box::new(m20261123_000021_meetings::Migration),
            Box::new(m20261123_000022_mechanisms::Migration),
            Box::new(m20261123_000023_requests::Migration),
            Box::new(m20261123_000024_sharing::Migration),
            Box::new(m20261123_000025_responsibilities::Migration),
            Box::new(m20261123_000026_joint_operations::Migration),
            Box::new(m20261123_000028_joint_work::Migration),
            Box::new(m20261123_000029_audits::Migration),
            Box::new(m20261123_000031_people::Migration),
            Box::new(m20261123_000032_reviews::Migration),
            Box::new(m20261123_000032_violations::Migration),
            Box::new(m20261123_000033_documents::Migration),
            Box::new(m20261123_000034_webhooks::Migration),
            Box::new(m20261123_000035_linkage::Migration),
            Box::new(m20261124_000036_look_back_selection::Migration),
            Box::new(m20261124_000038_lifted_deadlines::Migration),
            Box::new(m20261124_000039_superiors::Migration),
        ]
    }
}
