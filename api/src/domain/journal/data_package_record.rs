//! Which records a package of data brought or took.

use inspectorate_macros::Noun;

use super::data_package::DataPackage;
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::{
        coverage::{
            coverage_object::CoverageObject, coverage_plan::CoveragePlan,
            coverage_record::CoverageRecord, round::Round,
        },
        inspections::inspection::Inspection,
        organizations::{organization::Organization, person::Person},
        rules::rule_document::RuleDocument,
    },
    read::{
        AnyNoun, One,
        noun::{Noun as _, UnionDef},
    },
};

/// What a package can bring or take.
pub const PACKAGED: UnionDef = UnionDef {
    name: "PackagedRecord",
    doc: "A record that a package of data can bring or take (可交换的记录).",
    members: &[
        Organization::DEF,
        Person::DEF,
        RuleDocument::DEF,
        CoveragePlan::DEF,
        CoverageObject::DEF,
        CoverageRecord::DEF,
        Round::DEF,
        Inspection::DEF,
    ],
};

/// A record of this service that a package brought or took: where it comes from, and what it is called there (记录来源).
#[derive(Noun)]
#[noun(table = "data_package_record", plural = "dataPackageRecords", reads = ReadDataPackages, visible = visible_to, order(external_id))]
pub struct DataPackageRecord {
    /// The package (数据交换包).
    #[noun(one = "package_id", filter)]
    pub package: One<DataPackage>,
    /// The record (记录); null when it is not visible to the viewer any more.
    #[noun(any(noun, subject_id), union = PACKAGED)]
    pub record: AnyNoun,
    /// What the other system calls it; null when it was not said (外部标识).
    #[noun(filter, order)]
    pub external_id: Option<String>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// With its package, and only where the record itself shows.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::All(vec![
        Visible::Through("package_id", || DataPackage::DEF),
        Visible::Among("noun", "subject_id", PACKAGED.members),
    ])
}
