//! The districts of Xiamen, what the city inspected in them, and the city's inspection office.

use inspectorate_entity::{
    coverage::coverage_record::InspectionKind as Mode,
    organizations::{
        agency_registration::Agency,
        organization::{OrganizationKind as Kind, OrganizationLevel as Level},
        post::PostFunction,
        workplace,
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    bodies,
    book::{Book, day, moment},
    inspections::Inspected,
    lists::Planner,
    rows::Body,
};

const DISTRICTS: [(&str, &str); 6] = [
    ("中共厦门市思明区委", "350203"),
    ("中共厦门市湖里区委", "350206"),
    ("中共厦门市集美区委", "350211"),
    ("中共厦门市海沧区委", "350205"),
    ("中共厦门市同安区委", "350212"),
    ("中共厦门市翔安区委", "350213"),
];

/// How its code is marked, label, kind, level, how many, and the reason for elevating: the source names its four for all together.
type Group = (char, &'static str, Kind, Level, usize, &'static str);

/// What the city inspected: M by mobile operation, E by elevation (提级).
const GROUPS: [Group; 5] = [
    (
        'M',
        "镇街",
        Kind::Township,
        Level::Township,
        5,
        "HARD_TO_GOVERN",
    ),
    (
        'M',
        "村居",
        Kind::Village,
        Level::Village,
        2,
        "HARD_TO_GOVERN",
    ),
    (
        'E',
        "镇街",
        Kind::Township,
        Level::Township,
        3,
        "LARGE_ECONOMY",
    ),
    (
        'E',
        "村居",
        Kind::Village,
        Level::Village,
        6,
        "STRONG_CLANS",
    ),
    (
        'E',
        "区属国企",
        Kind::StateEnterprise,
        Level::Enterprise,
        2,
        "MANY_COMPLAINTS",
    ),
];

/// Write the districts, what the city inspected in them, and its office; answers who plans in each.
pub fn write(book: &mut Book, by: Planner) -> Vec<Planner> {
    let mut districts = Vec::new();
    for (at, (name, region)) in (1..).zip(DISTRICTS) {
        let code = format!("XM-D{at}");
        let district = body(
            book,
            code,
            name,
            (Level::County, Kind::PartyCommittee),
            by.dispatcher,
        );
        book.register(district, Agency::Dispatcher, district);
        let days = (day(2016, 12, 1), day(2021, 12, 31));
        let planner = book.term(district, 1, "示例届（2016-2021）", days);
        districts.push((planner, region));
    }
    let (mut number, mut mobile) = (0, 0);
    for (mark, label, kind, level, count, reason) in GROUPS {
        for _ in 0..count {
            let (district, region) = districts[number % districts.len()];
            let district = district.dispatcher;
            number += 1;
            let organization = book.organization(Body {
                code: format!("XM-{mark}{number:02}"),
                name: &format!("示例{label}{number:02}（厦门）"),
                level,
                kind,
                sector: None,
                region: Some(region),
                parent: Some(district),
                dispatcher: Some(district),
            });
            let days = (day(2019, 5, 6), day(2019, 6, 14));
            let record = if mark == 'M' {
                mobile += 1;
                // Three batches: three, two and two organizations.
                let batch = match mobile {
                    ..=3 => 1,
                    4..=5 => 2,
                    _ => 3,
                };
                let record = Inspected::new(organization, Mode::Mobile, days);
                Inspected {
                    batch: Some(batch),
                    reason: Some(reason),
                    topic: Some("ANTI_GANG"),
                    ..record.in_operation("扫黑除恶机动巡察")
                }
            } else {
                let record = Inspected::new(organization, Mode::Routine, days);
                Inspected {
                    reason: Some(reason),
                    ..record.in_operation("提级巡察")
                }
            };
            book.inspect(by, record);
        }
    }
    office(book, by.dispatcher);
    districts.into_iter().map(|(planner, _)| planner).collect()
}

/// The office: seven people in its room-affairs meeting (室务会), eight Party branches, a converted training centre.
fn office(book: &mut Book, city: Uuid) {
    let Some(office) = book.written(&bodies::code("XM", Agency::Office)) else {
        return;
    };
    let since = day(2017, 1, 1);
    for number in 1..=2 {
        let title = format!("副主任{number}");
        book.post(
            city,
            office,
            &title,
            PostFunction::OfficeDeputyDirector,
            since,
        );
    }
    for number in 1..=4 {
        let title = format!("巡察组组长{number}");
        book.post(city, office, &title, PostFunction::TeamLeader, since);
    }
    for number in 1..=8 {
        let name = format!("厦门市委巡察机构示例党支部{number}");
        body(
            book,
            format!("XM-B{number}"),
            &name,
            (Level::City, Kind::PartyBranch),
            office,
        );
    }
    let id = book.id("Workplace");
    book.workplaces.push(workplace::ActiveModel {
        id: Set(id),
        organization_id: Set(office),
        address: Set("厦门市（示例地址）".to_owned()),
        area_square_metres: Set(Some(4000)),
        is_shared: Set(true),
        formerly: Set(Some("闲置培训中心".to_owned())),
        starts_on: Set(day(2018, 1, 1)),
        ends_on: Set(None),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
}

fn body(book: &mut Book, code: String, name: &str, what: (Level, Kind), parent: Uuid) -> Uuid {
    book.organization(Body {
        code,
        name,
        level: what.0,
        kind: what.1,
        sector: None,
        region: Some("350200"),
        parent: Some(parent),
        dispatcher: None,
    })
}
