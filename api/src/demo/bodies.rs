//! The bodies that every place has: one for each agency.

use inspectorate_entity::organizations::{
    agency_registration::Agency,
    leading_group_member::LeadingGroupPost,
    organization::{OrganizationKind as Kind, OrganizationLevel as Level},
    post::PostFunction,
};
use uuid::Uuid;

use super::{
    book::{Book, day},
    rows::Body,
    seats::spelled,
};

/// The agencies of a place, in the order of the printed tokens.
pub const AGENCIES: [Agency; 18] = [
    Agency::Dispatcher,
    Agency::LeadingGroup,
    Agency::Office,
    Agency::Team,
    Agency::Object,
    Agency::Discipline,
    Agency::Organization,
    Agency::Audit,
    Agency::Propaganda,
    Agency::Functional,
    Agency::Petitions,
    Agency::PoliticalLegal,
    Agency::WorkingCommittee,
    Agency::InternalControl,
    Agency::Congress,
    Agency::Cppcc,
    Agency::Superior,
    Agency::SectorLeader,
];

/// The code of the body that acts as `agency` in the place of `prefix`.
pub fn code(prefix: &str, agency: Agency) -> String {
    match agency {
        Agency::Dispatcher => prefix.to_owned(),
        Agency::Object => format!("{prefix}-001"),
        _ => format!("{prefix}-{}", spelled(agency)),
    }
}

/// The Party centre, under which every place stands.
pub fn centre(book: &mut Book) -> Uuid {
    book.organization(Body {
        code: "CENTRE".to_owned(),
        name: "中共中央",
        level: Level::Central,
        kind: Kind::PartyCommittee,
        sector: None,
        region: None,
        parent: None,
        dispatcher: None,
    })
}

/// A place about to be written.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    pub prefix: &'a str,
    pub name: &'a str,
    pub level: Level,
    pub kind: Kind,
    pub region: Option<&'a str>,
    /// The body under which its superior inspection office stands, and what that office is called.
    pub above: Uuid,
    pub superior: &'a str,
    /// The jurisdiction of that office; the place itself when none.
    pub superior_over: Option<Uuid>,
    /// The bodies that act for the other agencies, in the order of `AGENCIES` without dispatcher, object and superior.
    pub bodies: [&'a str; 15],
}

/// Write the dispatcher of a place and the bodies around it; answers the dispatcher. The object signs in once it is written.
pub fn write(book: &mut Book, place: Place<'_>) -> Uuid {
    let dispatcher = book.organization(Body {
        code: place.prefix.to_owned(),
        name: place.name,
        level: place.level,
        kind: place.kind,
        sector: None,
        region: place.region,
        parent: Some(place.above),
        dispatcher: None,
    });
    book.register(dispatcher, Agency::Dispatcher, dispatcher);
    let others = AGENCIES.into_iter().filter(|agency| {
        !matches!(
            agency,
            Agency::Dispatcher | Agency::Object | Agency::Superior
        )
    });
    for (agency, name) in others.zip(place.bodies) {
        let body = book.organization(Body {
            code: code(place.prefix, agency),
            name,
            level: place.level,
            kind: kind(agency),
            sector: None,
            region: place.region,
            parent: Some(dispatcher),
            dispatcher: None,
        });
        book.register(body, agency, dispatcher);
        if agency == Agency::Office {
            people(book, place.name, dispatcher, body);
        }
    }
    let superior = book.organization(Body {
        code: code(place.prefix, Agency::Superior),
        name: place.superior,
        level: place.level,
        kind: Kind::InspectionOffice,
        sector: None,
        region: None,
        parent: Some(place.above),
        dispatcher: None,
    });
    book.register(
        superior,
        Agency::Superior,
        place.superior_over.unwrap_or(dispatcher),
    );
    dispatcher
}

/// The secretary leads the leading group (书记任组长); the office has a director and a deputy.
fn people(book: &mut Book, name: &str, dispatcher: Uuid, office: Uuid) {
    let since = day(2017, 1, 1);
    let secretary = book.post(
        dispatcher,
        dispatcher,
        &format!("{name}书记"),
        PostFunction::PartySecretary,
        since,
    );
    let deputy = book.post(
        dispatcher,
        dispatcher,
        &format!("{name}副书记"),
        PostFunction::DeputyPartySecretary,
        since,
    );
    let director = book.post(
        dispatcher,
        office,
        "主任",
        PostFunction::OfficeDirector,
        since,
    );
    let seats = [
        (secretary, LeadingGroupPost::Leader),
        (deputy, LeadingGroupPost::Deputy),
        (director, LeadingGroupPost::Member),
    ];
    book.leading_group(dispatcher, "本届", since, &seats);
}

fn kind(agency: Agency) -> Kind {
    match agency {
        Agency::Office | Agency::Superior => Kind::InspectionOffice,
        Agency::Team => Kind::InspectionTeam,
        Agency::Discipline => Kind::DisciplineCommission,
        Agency::Organization | Agency::Propaganda => Kind::PartyDepartment,
        Agency::Audit | Agency::Functional | Agency::InternalControl => Kind::GovernmentDepartment,
        Agency::Petitions => Kind::PetitionsOffice,
        Agency::PoliticalLegal => Kind::PoliticalLegalOrgan,
        Agency::WorkingCommittee => Kind::PartyWorkingCommittee,
        Agency::Congress => Kind::CongressOffice,
        Agency::Cppcc => Kind::CppccOffice,
        Agency::Dispatcher | Agency::Object | Agency::LeadingGroup | Agency::SectorLeader => {
            Kind::Other
        }
    }
}
