//! Neijiang: 101 objects for 2022 to 2026, 22 of them inspected in the first year, and the special, elevated and extended
//! inspections of that year.

use inspectorate_entity::{
    coverage::coverage_record::InspectionKind as Mode,
    organizations::{
        agency_registration::Agency,
        organization::{OrganizationKind as Kind, OrganizationLevel as Level},
    },
};
use uuid::Uuid;

use super::{
    bodies::{self, Place},
    book::{Book, day},
    counties,
    lists::{Inspected, Object, Plan, Planner, inspected_until},
    rows::Body,
};

/// Blocks in their order: name, sector, object type, kind of the organizations, how many, and those whose names are printed.
type Block<'a> = (
    &'a str,
    Option<&'a str>,
    &'a str,
    Kind,
    usize,
    &'a [&'a str],
);
const BLOCKS: [Block<'_>; 7] = [
    (
        "教育系统",
        Some("EDUCATION"),
        "SCHOOL",
        Kind::School,
        15,
        &[],
    ),
    (
        "开发区",
        Some("COUNTIES_AND_TOWNS"),
        "DEVELOPMENT_ZONE",
        Kind::DevelopmentZone,
        2,
        &["内江高新区党工委"],
    ),
    (
        "卫生健康系统",
        Some("HEALTH"),
        "HEALTH_INSTITUTION",
        Kind::HealthInstitution,
        10,
        &[],
    ),
    (
        "市属国企",
        Some("STATE_ENTERPRISES"),
        "STATE_ENTERPRISE",
        Kind::StateEnterprise,
        12,
        &[],
    ),
    (
        "行政审批、行政执法机关",
        Some("APPROVAL_AND_ENFORCEMENT"),
        "ENFORCEMENT_ORGAN",
        Kind::EnforcementOrgan,
        25,
        &[],
    ),
    (
        "事业单位、群团组织",
        Some("MASS_ORGANIZATIONS"),
        "MASS_ORGANIZATION",
        Kind::MassOrganization,
        14,
        &[],
    ),
    (
        "党政部门",
        None,
        "PARTY_AND_STATE_ORGAN",
        Kind::PartyDepartment,
        23,
        &[],
    ),
];

/// Write the place.
pub fn write(book: &mut Book, centre: Uuid) {
    let province = book.organization(Body {
        code: "SC".to_owned(),
        name: "中共四川省委",
        level: Level::Province,
        kind: Kind::PartyCommittee,
        sector: None,
        region: Some("510000"),
        parent: Some(centre),
        dispatcher: None,
    });
    let city = bodies::write(
        book,
        Place {
            prefix: "NJ",
            name: "中共内江市委",
            level: Level::City,
            kind: Kind::PartyCommittee,
            region: Some("511000"),
            above: province,
            superior: "四川省委巡视办",
            superior_over: Some(province),
            bodies: [
                "内江市委巡察工作领导小组",
                "内江市委巡察办",
                "内江市委第二巡察组",
                "内江市纪委监委",
                "内江市委组织部",
                "内江市审计局",
                "内江市委宣传部（示例）",
                "内江市财政局",
                "内江市信访局（示例）",
                "内江市委政法委（示例）",
                "内江市直机关工委",
                "内江市示例内控部门",
                "内江市人大常委会办公室",
                "内江市政协办公室",
                "内江市分管领导（示例）",
            ],
        },
    );
    book.term(
        city,
        7,
        "中共内江市第七届委员会",
        (day(2016, 10, 1), day(2021, 9, 30)),
    );
    let by = book.term(
        city,
        8,
        "中共内江市第八届委员会",
        (day(2021, 10, 1), day(2026, 12, 31)),
    );
    let plan = book.plan(
        by,
        Plan {
            above: None,
            years: (2022, 2026),
            name: "中共内江市第八届委员会巡察工作规划（2022-2026）",
            printed: Some(101),
            issued: Some(day(2022, 2, 18)),
        },
    );
    let objects = list(book, by, plan);
    let zone = inspect(book, by, plan, &objects);
    special(book, by, &objects);
    let villages = counties::write(book, by);
    extended(book, by, zone, &villages);
    book.loaded(city, "中共内江市委");
}

fn list(book: &mut Book, by: Planner, plan: Uuid) -> Vec<(Uuid, Uuid)> {
    let mut objects = Vec::new();
    for (sequence, (name, sector, object_type, kind, count, named)) in (1..).zip(BLOCKS) {
        let block = book.block(by, plan, sequence, name);
        for at in 0..count {
            let number = objects.len() + 1;
            let made_up = format!("示例单位{number:03}（内江{name}）");
            let organization = book.organization(Body {
                code: format!("NJ-{number:03}"),
                name: named.get(at).copied().unwrap_or(&made_up),
                level: Level::City,
                kind,
                sector,
                region: Some("511000"),
                parent: Some(by.dispatcher),
                dispatcher: Some(by.dispatcher),
            });
            if number == 1 {
                book.register(organization, Agency::Object, organization);
            }
            let object = book.object(
                by,
                Object {
                    plan,
                    organization,
                    block: Some(block),
                    object_type,
                    listed_on: day(2022, 2, 18),
                    priority: None,
                    first_inclusion: false,
                    pilot: false,
                    look_back_on: (number % 40 == 1).then(|| day(2026, 11, 30)),
                },
            );
            objects.push((object, organization));
        }
    }
    objects
}

/// Two rounds in 2022 with eleven objects each; the high-tech zone from April to June. Answers the zone's inspection.
fn inspect(book: &mut Book, by: Planner, plan: Uuid, objects: &[(Uuid, Uuid)]) -> Option<Uuid> {
    let of_2022 = book.plan(
        by,
        Plan {
            above: Some(plan),
            years: (2022, 2022),
            name: "2022年内江市委巡察工作计划",
            printed: Some(22),
            issued: Some(day(2022, 3, 1)),
        },
    );
    let of_2023 = book.plan(
        by,
        Plan {
            above: Some(plan),
            years: (2023, 2023),
            name: "2023年内江市委巡察工作计划（草案）",
            printed: None,
            issued: None,
        },
    );
    let rounds = [
        book.round(by, 1, 2022, (day(2022, 4, 1), day(2022, 6, 30))),
        book.round(by, 2, 2022, (day(2022, 8, 15), day(2022, 10, 31))),
        book.round(by, 3, 2023, (day(2023, 3, 1), day(2023, 5, 31))),
    ];
    // The zone stands sixteenth on the list and goes with the first round.
    let mut order: Vec<_> = objects.to_vec();
    order.swap(0, 15);
    let mut zone = None;
    for (at, (object, organization)) in order.into_iter().enumerate() {
        let (year, annual, round) = match at {
            0..11 => (2022, Some(of_2022), Some(rounds[0])),
            11..22 => (2022, Some(of_2022), Some(rounds[1])),
            22..32 => (2023, Some(of_2023), Some(rounds[2])),
            32..42 => (2023, Some(of_2023), None),
            42..62 => (2024, None, None),
            62..82 => (2025, None, None),
            _ => (2026, None, None),
        };
        book.assign(by, object, year, annual, round, day(year.min(2022), 3, 1));
        if year == 2022 {
            let days = if at < 11 {
                inspected_until(day(2022, 4, 6), day(2022, 6, 30))
            } else {
                inspected_until(day(2022, 8, 15), day(2022, 10, 31))
            };
            let record = book.inspect(
                by,
                Inspected {
                    organization,
                    object: Some(object),
                    round,
                    kind: Mode::Routine,
                    extended_from: None,
                    operation: None,
                    batch: None,
                    days,
                },
            );
            zone = zone.or(Some(record));
        }
    }
    zone
}

/// Fourteen units of approval and enforcement in the special inspection of the business environment.
fn special(book: &mut Book, by: Planner, objects: &[(Uuid, Uuid)]) {
    for (object, organization) in objects.iter().skip(39).take(14) {
        book.inspect(
            by,
            Inspected {
                organization: *organization,
                object: Some(*object),
                round: None,
                kind: Mode::Special,
                extended_from: None,
                operation: Some("优化营商环境专项巡察"),
                batch: None,
                days: inspected_until(day(2022, 7, 4), day(2022, 8, 5)),
            },
        );
    }
}

/// Nine units and twenty-six villages reached from the inspection of the zone.
fn extended(book: &mut Book, by: Planner, zone: Option<Uuid>, villages: &[Uuid]) {
    let mut reached: Vec<(Uuid, &str)> = villages
        .iter()
        .take(26)
        .map(|village| (*village, "延伸巡察（村、社区）"))
        .collect();
    for number in 1..=9 {
        let name = format!("示例下属单位{number}（内江高新区）");
        let unit = book.organization(Body {
            code: format!("NJ-U{number}"),
            name: &name,
            level: Level::City,
            kind: Kind::PublicInstitution,
            sector: None,
            region: Some("511000"),
            parent: Some(by.dispatcher),
            dispatcher: None,
        });
        reached.push((unit, "延伸巡察（单位）"));
    }
    for (organization, operation) in reached {
        book.inspect(
            by,
            Inspected {
                organization,
                object: None,
                round: None,
                kind: Mode::Routine,
                extended_from: zone,
                operation: Some(operation),
                batch: None,
                days: inspected_until(day(2022, 5, 9), day(2022, 6, 24)),
            },
        );
    }
}
