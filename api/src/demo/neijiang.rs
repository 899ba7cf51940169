//! Neijiang: 101 objects for 2022 to 2026, 22 of them inspected in the first year, and the special, elevated and extended
//! inspections of that year.

use inspectorate_entity::{
    coverage::coverage_record::InspectionKind as Mode,
    inspections::link_group::LinkKind,
    organizations::organization::{OrganizationKind as Kind, OrganizationLevel as Level},
};
use uuid::Uuid;

use super::{
    blocks::{self, Block, Entry, List, block},
    bodies::{self, Place},
    book::{Book, day},
    checks, conduct, counties, crews,
    dispatch::Link,
    inspections::{Inspected, Written},
    linked,
    lists::{Plan, Planner},
    meetings,
    rows::Body,
    teams,
};

/// 15 + 2 + 10 + 12 + 25 + 14 + 23 = 101.
const BLOCKS: [Block; 7] = [
    block("教育系统", "EDUCATION", "SCHOOL", Kind::School, 15),
    Block {
        named: &["内江高新区党工委"],
        ..block(
            "开发区",
            "COUNTIES_AND_TOWNS",
            "DEVELOPMENT_ZONE",
            Kind::DevelopmentZone,
            2,
        )
    },
    block(
        "卫生健康系统",
        "HEALTH",
        "HEALTH_INSTITUTION",
        Kind::HealthInstitution,
        10,
    ),
    block(
        "市属国企",
        "STATE_ENTERPRISES",
        "STATE_ENTERPRISE",
        Kind::StateEnterprise,
        12,
    ),
    block(
        "行政审批、行政执法机关",
        "APPROVAL_AND_ENFORCEMENT",
        "ENFORCEMENT_ORGAN",
        Kind::EnforcementOrgan,
        25,
    ),
    block(
        "事业单位、群团组织",
        "MASS_ORGANIZATIONS",
        "MASS_ORGANIZATION",
        Kind::MassOrganization,
        14,
    ),
    block(
        "党政部门",
        "",
        "PARTY_AND_STATE_ORGAN",
        Kind::PartyDepartment,
        23,
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
    let place = Place {
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
    };
    let city = bodies::write(book, place);
    let seventh = (day(2016, 10, 1), day(2021, 9, 30));
    book.term(city, 7, "中共内江市第七届委员会", seventh);
    let eighth = (day(2021, 10, 1), day(2026, 12, 31));
    let by = book.term(city, 8, "中共内江市第八届委员会", eighth);
    let plan = Plan {
        above: None,
        years: (2022, 2026),
        name: "中共内江市第八届委员会巡察工作规划（2022-2026）",
        printed: Some(101),
        issued: Some(day(2022, 2, 18)),
    };
    let plan = book.plan(by, plan);
    let list = List {
        plan,
        prefix: "NJ",
        mark: "内江",
        level: Level::City,
        region: Some("511000"),
        listed_on: day(2022, 2, 18),
        look_backs: (&[1, 41], day(2026, 11, 30)),
    };
    let first = day(2022, 1, 1);
    book.campaign(city, "巡察工作质效提升年活动", first, None);
    // The source says that the plan contains it, and does not print the clause.
    let clause = Some((plan, "巡察信息化工作（条款原文未载）"));
    book.campaign(city, "2022年内江市巡察信息化工作要点", first, clause);
    let entries = blocks::write(book, by, list, &BLOCKS);
    let education = Link {
        kind: LinkKind::Block,
        name: "教育系统板块联动巡察",
        sector: Some("EDUCATION"),
        matter: None,
        superior: None,
        days: (day(2022, 4, 1), day(2022, 6, 30)),
    };
    let education = book.link(by.dispatcher, &education);
    let zone = inspect(book, by, plan, &entries, education);
    special(book, by, &entries);
    if let Some(entry) = entries.first() {
        teams::neijiang(book, by, entry.organization);
    }
    let counties = counties::write(book, by);
    if let (Some(zone), Some(entry)) = (zone, entries.get(15)) {
        extended(book, by, zone, entry.organization);
    }
    crews::neijiang(book, by);
    conduct::neijiang(book, by);
    checks::neijiang(book, by);
    meetings::neijiang(book, by);
    linked::in_turn(book, by, &counties, education);
    linked::assistance(book, city, province);
    super::rules::neijiang(book, city);
    super::coordination::neijiang(book, city);
    super::conference::neijiang(book, city);
    super::documents::neijiang(book, city);
    super::joint::neijiang(book, city);
    super::requests::neijiang(book, city);
    book.loaded(city, "中共内江市委");
}

fn annual(book: &mut Book, by: Planner, plan: Uuid, year: i32, printed: Option<i32>) -> Uuid {
    let name = format!("{year}年内江市委巡察工作计划");
    let annual = Plan {
        above: Some(plan),
        years: (year, year),
        name: &name,
        printed,
        // The plan of the coming year is a draft still, for the planners' eyes only.
        issued: (year == 2022).then(|| day(2022, 3, 1)),
    };
    book.plan(by, annual)
}

/// Two rounds in 2022 with eleven objects each; the high-tech zone from April to June. Answers the zone's inspection.
fn inspect(
    book: &mut Book,
    by: Planner,
    plan: Uuid,
    entries: &[Entry],
    education: Uuid,
) -> Option<Written> {
    let of_2022 = annual(book, by, plan, 2022, Some(22));
    let of_2023 = annual(book, by, plan, 2023, None);
    let first = book.round(by, 1, 2022, (day(2022, 4, 1), day(2022, 6, 30)));
    let second = book.round(by, 2, 2022, (day(2022, 8, 15), day(2022, 10, 31)));
    let third = book.round(by, 3, 2023, (day(2023, 3, 1), day(2023, 5, 31)));
    // The zone stands sixteenth on the list and goes with the first round.
    let mut order = entries.to_vec();
    order.swap(0, 15);
    let mut zone = None;
    for (at, entry) in order.into_iter().enumerate() {
        let (year, annual, round) = match at {
            0..11 => (2022, Some(of_2022), Some(first)),
            11..22 => (2022, Some(of_2022), Some(second)),
            22..32 => (2023, Some(of_2023), Some(third)),
            32..42 => (2023, Some(of_2023), None),
            42..62 => (2024, None, None),
            62..82 => (2025, None, None),
            _ => (2026, None, None),
        };
        book.assign(by, entry.object, year, annual, round, day(2022, 3, 1));
        let days = match at {
            0..11 => (day(2022, 4, 6), day(2022, 6, 30)),
            11..22 => (day(2022, 8, 15), day(2022, 10, 31)),
            _ => continue,
        };
        let record = Inspected::new(entry.organization, Mode::Routine, days).covers(entry.object);
        let record = Inspected {
            round,
            // The first is the zone, the ten after it are schools, and the second round is linked with nothing.
            team: (at == 0).then_some(crews::SECOND),
            link: (1..11).contains(&at).then_some(education),
            ..record
        };
        let written = book.inspect(by, record);
        zone = zone.or(Some(written));
    }
    zone
}

/// Fourteen units of approval and enforcement in the special inspection of the business environment.
fn special(book: &mut Book, by: Planner, entries: &[Entry]) {
    for entry in entries.iter().skip(39).take(14) {
        let days = (day(2022, 7, 4), day(2022, 8, 5));
        let record = Inspected::new(entry.organization, Mode::Special, days);
        let record = record.in_operation("优化营商环境专项巡察");
        book.inspect(
            by,
            record.covers(entry.object).about("BUSINESS_ENVIRONMENT"),
        );
    }
}

/// Nine units and twenty-six villages below the zone, reached from its inspection, and what two detachments looked into there.
fn extended(book: &mut Book, by: Planner, parent: Written, zone: Uuid) {
    let reached = [
        (
            "U",
            "下属单位",
            Kind::PublicInstitution,
            Level::City,
            9,
            "延伸巡察（单位）",
        ),
        (
            "Z",
            "村",
            Kind::Village,
            Level::Village,
            26,
            "延伸巡察（村、社区）",
        ),
    ];
    let extended_from = Some(parent);
    for (mark, label, kind, level, count, operation) in reached {
        for number in 1..=count {
            let organization = book.organization(Body {
                code: format!("NJ-{mark}{number}"),
                name: &format!("示例{label}{number}（内江高新区）"),
                level,
                kind,
                sector: None,
                region: Some("511000"),
                parent: Some(zone),
                dispatcher: None,
            });
            let days = (day(2022, 5, 9), day(2022, 6, 24));
            let record = Inspected::new(organization, Mode::Routine, days);
            let record = record.in_operation(operation);
            book.inspect(
                by,
                Inspected {
                    extended_from,
                    ..record
                },
            );
        }
    }
    let days = (day(2022, 5, 16), day(2022, 6, 10));
    let toilets = Inspected {
        extended_from,
        pinpoint: Some(("农村户厕改造", 2)),
        ..Inspected::new(zone, Mode::Routine, days)
    };
    book.inspect(by, toilets);
}
