//! The counties of Neijiang: dispatchers of their own, with 465 villages on their lists, and two streets that the city inspected.

use inspectorate_entity::{
    coverage::coverage_record::InspectionKind as Mode,
    organizations::{
        agency_registration::Agency,
        organization::{OrganizationKind as Kind, OrganizationLevel as Level},
    },
};
use uuid::Uuid;

use super::{
    book::{Book, day},
    inspections::Inspected,
    lists::{Object, Plan, Planner},
    rows::Body,
};

/// Code, name, region.
const COUNTIES: [(&str, &str, &str); 5] = [
    ("NJ-SZ", "中共内江市市中区委", "511002"),
    ("NJ-DX", "中共内江市东兴区委", "511011"),
    ("NJ-LC", "中共隆昌市委", "511083"),
    ("NJ-ZZ", "中共资中县委", "511025"),
    ("NJ-WY", "中共威远县委", "511024"),
];

/// 5 × 93 = 465.
const VILLAGES: usize = 93;
const TOWNS: usize = 5;

/// Write the counties under the city; answers who plans in each.
pub fn write(book: &mut Book, city: Planner) -> Vec<Planner> {
    let mut counties = Vec::new();
    for (code, name, region) in COUNTIES {
        let county = body(
            book,
            code.to_owned(),
            name,
            Level::County,
            Kind::PartyCommittee,
            region,
            city.dispatcher,
            None,
        );
        book.register(county, Agency::Dispatcher, county);
        let office = body(
            book,
            format!("{code}-OFFICE"),
            &format!("{name}巡察办"),
            Level::County,
            Kind::InspectionOffice,
            region,
            county,
            None,
        );
        book.register(office, Agency::Office, county);
        let by = book.term(
            county,
            1,
            "示例届（2021-2026）",
            (day(2021, 10, 1), day(2026, 12, 31)),
        );
        // Longchang is one of five provincial pilots of inspecting villages.
        inspect(book, by, code, region, code == "NJ-LC");
        counties.push(by);
    }
    streets(book, city, &counties);
    let bodies: Vec<Uuid> = counties.iter().map(|county| county.dispatcher).collect();
    book.guidance(city.dispatcher, &bodies);
    counties
}

fn inspect(book: &mut Book, by: Planner, code: &str, region: &str, pilot: bool) {
    let plan = book.plan(
        by,
        Plan {
            above: None,
            years: (2022, 2026),
            name: "巡察工作五年规划（2022-2026）",
            printed: None,
            issued: Some(day(2022, 2, 28)),
        },
    );
    let annual = book.plan(
        by,
        Plan {
            above: Some(plan),
            years: (2022, 2022),
            name: "2022年巡察工作计划",
            printed: None,
            issued: Some(day(2022, 3, 10)),
        },
    );
    book.checkpoints(by.dispatcher, annual, 2022);
    if pilot {
        book.pilot(by.dispatcher, "对村（社区）巡察", "四川省委巡视办", 5);
    }
    let block = book.block(by, plan, 1, "村（社区）");
    let round = book.round(by, 1, 2022, (day(2022, 4, 1), day(2022, 11, 30)));
    let towns: Vec<Uuid> = (1..=TOWNS)
        .map(|number| {
            let name = format!("示例镇{number}（{region}）");
            body(
                book,
                format!("{code}-T{number}"),
                &name,
                Level::Township,
                Kind::Township,
                region,
                by.dispatcher,
                Some(by.dispatcher),
            )
        })
        .collect();
    for number in 1..=VILLAGES {
        let name = format!("示例村{number:03}（{region}）");
        let village = body(
            book,
            format!("{code}-V{number:03}"),
            &name,
            Level::Village,
            Kind::Village,
            region,
            towns[number % TOWNS],
            Some(by.dispatcher),
        );
        let object = book.object(
            by,
            Object {
                plan,
                organization: village,
                block: Some(block),
                object_type: "VILLAGE_OR_COMMUNITY",
                listed_on: day(2022, 2, 28),
                priority: None,
                first_inclusion: false,
                pilot,
                look_back_on: None,
            },
        );
        book.assign(
            by,
            object,
            2022,
            Some(annual),
            Some(round),
            day(2022, 3, 10),
        );
        let days = (day(2022, 4, 11), day(2022, 10, 28));
        let record = Inspected::new(village, Mode::Routine, days).covers(object);
        let record = record.in_round(round).in_operation("对村（社区）巡察");
        book.inspect(by, record);
    }
}

/// Two streets of the counties that the city inspected itself.
fn streets(book: &mut Book, city: Planner, counties: &[Planner]) {
    for (number, county) in (1..).zip(counties.iter().take(2)) {
        let county = county.dispatcher;
        let name = format!("示例街道{number}（内江）");
        let street = body(
            book,
            format!("NJ-S{number}"),
            &name,
            Level::Township,
            Kind::Township,
            "511000",
            county,
            Some(county),
        );
        let days = (day(2022, 9, 5), day(2022, 10, 21));
        let record = Inspected::new(street, Mode::Routine, days).in_operation("提级巡察");
        let reason = Some("HARD_TO_GOVERN");
        book.inspect(city, Inspected { reason, ..record });
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "an organization is told in one line"
)]
fn body(
    book: &mut Book,
    code: String,
    name: &str,
    level: Level,
    kind: Kind,
    region: &str,
    parent: Uuid,
    dispatcher: Option<Uuid>,
) -> Uuid {
    book.organization(Body {
        code,
        name,
        level,
        kind,
        sector: None,
        region: Some(region),
        parent: Some(parent),
        dispatcher,
    })
}
