//! In what sides are linked, what each adds to inspection, and which kind of supervision it brings in.

use inspectorate_entity::{
    joint_operations::{
        joint_operation::Linkage,
        joint_operation_party::{InspectionPlus, SupervisionKind},
    },
    organizations::agency_registration::Agency,
};

use crate::{
    error::{Error, Result},
    graphql::coded::Coded,
};

/// In what the sides of an operation are linked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Links {
    pub tasks: bool,
    pub methods: bool,
    pub results: bool,
}

/// The linkages named, each once.
pub fn links(named: &[Coded<Linkage>]) -> Result<Links> {
    let mut links = Links::default();
    for linkage in named {
        let link = match linkage.0 {
            Linkage::Task => &mut links.tasks,
            Linkage::Method => &mut links.methods,
            Linkage::Result => &mut links.results,
        };
        if std::mem::replace(link, true) {
            return Err(Error::conflict(
                "input.linkages",
                "That linkage is named already.",
                "该联动类型已填写，请勿重复。",
            ));
        }
    }
    Ok(links)
}

/// What a side adds to inspection, among sides that act as those agencies: nothing where none inspects.
pub fn chain(agency: Agency, sides: &[Agency]) -> Option<InspectionPlus> {
    if !sides.iter().any(|side| inspects(*side)) {
        return None;
    }
    match agency {
        Agency::Audit => Some(InspectionPlus::Audit),
        Agency::Petitions => Some(InspectionPlus::Petitions),
        Agency::Discipline => Some(InspectionPlus::Discipline),
        Agency::Organization => Some(InspectionPlus::Organization),
        Agency::Propaganda => Some(InspectionPlus::Propaganda),
        Agency::Functional => Some(InspectionPlus::Functional),
        Agency::PoliticalLegal => Some(InspectionPlus::PoliticalLegal),
        Agency::WorkingCommittee => Some(InspectionPlus::WorkingCommittee),
        Agency::InternalControl => Some(InspectionPlus::InternalControl),
        Agency::Congress => Some(InspectionPlus::Congress),
        Agency::Cppcc => Some(InspectionPlus::Cppcc),
        Agency::Dispatcher
        | Agency::LeadingGroup
        | Agency::Office
        | Agency::Team
        | Agency::Superior
        | Agency::Object
        | Agency::SectorLeader => None,
    }
}

/// The kind of supervision that a side brings in until it says another.
pub fn supervision(agency: Agency) -> Option<SupervisionKind> {
    match agency {
        Agency::Discipline => Some(SupervisionKind::Discipline),
        agency if inspects(agency) => Some(SupervisionKind::Inspection),
        _ => None,
    }
}

/// Who inspects brings in inspection; discipline organs bring in one of the other three kinds; others none of the four.
pub fn supervises_as(kind: SupervisionKind, agency: Agency) -> Result<()> {
    let fits = match kind {
        SupervisionKind::Inspection => inspects(agency),
        _ => agency == Agency::Discipline,
    };
    if fits {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.supervision",
        "The side does not act as an agency of that kind of supervision: those who inspect bring in inspection, discipline organs one of the other three kinds.",
        "该监督类别与参加单位所代表的机关不符：巡视巡察机构为巡视监督，纪检监察机关为纪律、监察、派驻监督之一。",
    ))
}

fn inspects(agency: Agency) -> bool {
    agency == Agency::Superior || super::INSPECTING.contains(&agency)
}
