//! Xiamen: 105 objects in the twelfth term, 82 inspected by August 2020, sector block after sector block.

use inspectorate_entity::{
    coverage::{coverage_object::Priority, coverage_record::InspectionKind as Mode},
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
    bodies::{self, Place},
    book::{Book, day, moment},
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
const BLOCKS: [Block<'_>; 6] = [
    (
        "市属国企",
        Some("STATE_ENTERPRISES"),
        "STATE_ENTERPRISE",
        Kind::StateEnterprise,
        12,
        &[],
    ),
    (
        "卫计系统",
        Some("HEALTH"),
        "HEALTH_INSTITUTION",
        Kind::HealthInstitution,
        10,
        &[],
    ),
    (
        "教育系统",
        Some("EDUCATION"),
        "SCHOOL",
        Kind::School,
        15,
        &[],
    ),
    (
        "事业单位、群团组织",
        Some("MASS_ORGANIZATIONS"),
        "MASS_ORGANIZATION",
        Kind::MassOrganization,
        9,
        &["厦门市总工会", "共青团厦门市委", "厦门市妇联"],
    ),
    (
        "行政审批、行政执法机关",
        Some("APPROVAL_AND_ENFORCEMENT"),
        "ENFORCEMENT_ORGAN",
        Kind::EnforcementOrgan,
        25,
        &[
            "厦门市资源规划局",
            "厦门市生态环境局",
            "厦门市建设局",
            "厦门市交通局",
            "厦门市市场监管局",
            "厦门市执法局",
            "厦门市人防办",
            "厦门市商务局",
            "厦门市科技局",
            "厦门市司法局",
            "原厦门市经信局",
            "原厦门市政务服务中心",
        ],
    ),
    (
        "党政部门",
        None,
        "PARTY_AND_STATE_ORGAN",
        Kind::PartyDepartment,
        34,
        &[],
    ),
];

/// Rounds: year, first and last month of the window, and how many objects in the order of the list. Eight rounds come to 71.
const ROUNDS: [(i32, u32, u32, usize); 11] = [
    (2017, 3, 5, 12),
    (2017, 8, 10, 10),
    (2018, 3, 5, 8),
    (2018, 8, 10, 7),
    (2019, 2, 3, 9),
    (2019, 4, 6, 9),
    (2019, 7, 8, 8),
    (2019, 9, 11, 8),
    (2020, 4, 6, 11),
    (2020, 9, 11, 12),
    (2021, 3, 5, 11),
];

/// Rounds that were over by August 2020.
const DONE: usize = 9;

/// Write the place.
pub fn write(book: &mut Book, centre: Uuid) {
    let province = book.organization(Body {
        code: "FJ".to_owned(),
        name: "中共福建省委",
        level: Level::Province,
        kind: Kind::PartyCommittee,
        sector: None,
        region: Some("350000"),
        parent: Some(centre),
        dispatcher: None,
    });
    let city = bodies::write(
        book,
        Place {
            prefix: "XM",
            name: "中共厦门市委",
            level: Level::City,
            kind: Kind::PartyCommittee,
            region: Some("350200"),
            above: province,
            superior: "福建省委巡视办",
            superior_over: Some(province),
            bodies: [
                "厦门市委巡察工作领导小组",
                "厦门市委巡察办",
                "厦门市委巡察组",
                "厦门市纪委监委",
                "厦门市委组织部",
                "厦门市审计局",
                "厦门市委宣传部",
                "厦门市财政局（示例）",
                "厦门市信访局（示例）",
                "厦门市委政法委（示例）",
                "厦门市直机关工委（示例）",
                "厦门市示例内控部门",
                "厦门市人大常委会办公室（示例）",
                "厦门市政协办公室（示例）",
                "厦门市分管领导（示例）",
            ],
        },
    );
    let by = book.term(
        city,
        12,
        "中共厦门市第十二届委员会",
        (day(2016, 12, 1), day(2021, 12, 31)),
    );
    let plan = book.plan(
        by,
        Plan {
            above: None,
            years: (2017, 2021),
            name: "中共厦门市第十二届委员会巡察工作规划（2017-2021）",
            printed: Some(105),
            issued: Some(day(2017, 1, 20)),
        },
    );
    let objects = list(book, by, plan);
    inspect(book, by, plan, &objects);
    book.declare(
        by,
        plan,
        Some("STATE_ENTERPRISE"),
        Some(12),
        day(2017, 6, 30),
        "完成对全部市属国企的巡察全覆盖",
    );
    districts(book, by);
    office(book, city);
    book.loaded(city, "中共厦门市委");
}

fn list(book: &mut Book, by: Planner, plan: Uuid) -> Vec<(Uuid, Uuid)> {
    let mut objects = Vec::new();
    for (sequence, (name, sector, object_type, kind, count, named)) in (1..).zip(BLOCKS) {
        let block = book.block(by, plan, sequence, name);
        for at in 0..count {
            let number = objects.len() + 1;
            let made_up = format!("示例单位{number:03}（厦门{name}）");
            let organization = book.organization(Body {
                code: format!("XM-{number:03}"),
                name: named.get(at).copied().unwrap_or(&made_up),
                level: Level::City,
                kind,
                sector,
                region: Some("350200"),
                parent: Some(by.dispatcher),
                dispatcher: Some(by.dispatcher),
            });
            if number == 1 {
                book.register(organization, Agency::Object, organization);
            }
            let first = object_type == "STATE_ENTERPRISE";
            let object = book.object(
                by,
                Object {
                    plan,
                    organization,
                    block: Some(block),
                    object_type,
                    listed_on: day(2017, 1, 20),
                    priority: first.then_some((
                        Priority::First,
                        "对标中央和省委对国有企业巡视的部署，优先将国企纳入巡察对象",
                    )),
                    first_inclusion: false,
                    pilot: false,
                    look_back_on: (number % 30 == 15).then(|| day(2021, 9, 1)),
                },
            );
            objects.push((object, organization));
        }
    }
    objects
}

fn inspect(book: &mut Book, by: Planner, plan: Uuid, objects: &[(Uuid, Uuid)]) {
    let mut annual: Vec<(i32, Uuid)> = Vec::new();
    let mut left = objects.iter();
    for (number, (year, first, last, count)) in (1..).zip(ROUNDS) {
        let of_year = annual
            .iter()
            .find(|(of, _)| *of == year)
            .map(|(_, plan)| *plan);
        let of_year = of_year.unwrap_or_else(|| {
            let name = format!("{year}年厦门市委巡察工作计划");
            let issued = (year <= 2020).then(|| day(year, 2, 10));
            let new = book.plan(
                by,
                Plan {
                    above: Some(plan),
                    years: (year, year),
                    name: &name,
                    printed: None,
                    issued,
                },
            );
            annual.push((year, new));
            new
        });
        let round = book.round(by, number, year, (day(year, first, 1), day(year, last, 28)));
        for (object, organization) in left.by_ref().take(count) {
            book.assign(
                by,
                *object,
                year,
                Some(of_year),
                Some(round),
                day(year, 2, 10),
            );
            if usize::try_from(number).is_ok_and(|number| number <= DONE) {
                book.inspect(
                    by,
                    Inspected {
                        organization: *organization,
                        object: Some(*object),
                        round: Some(round),
                        kind: Mode::Routine,
                        extended_from: None,
                        operation: None,
                        batch: None,
                        days: inspected_until(day(year, first, 5), day(year, last, 25)),
                    },
                );
            }
        }
    }
    for (object, organization) in objects
        .iter()
        .take(6)
        .chain(objects.iter().skip(12).take(6))
    {
        book.inspect(
            by,
            Inspected {
                organization: *organization,
                object: Some(*object),
                round: None,
                kind: Mode::LookBack,
                extended_from: None,
                operation: Some("巡察“回头看”"),
                batch: None,
                days: [
                    day(2019, 12, 2),
                    day(2019, 12, 27),
                    day(2020, 1, 15),
                    day(2020, 3, 20),
                ],
            },
        );
    }
}

/// Districts are dispatchers of their own; the city inspected in them by elevation (提级) and by mobile operation.
fn districts(book: &mut Book, by: Planner) {
    let names = [
        "中共厦门市思明区委",
        "中共厦门市湖里区委",
        "中共厦门市集美区委",
        "中共厦门市海沧区委",
        "中共厦门市同安区委",
        "中共厦门市翔安区委",
    ];
    let regions = ["350203", "350206", "350211", "350205", "350212", "350213"];
    let mut dispatchers = Vec::new();
    for (at, (name, region)) in (1..).zip(names.into_iter().zip(regions)) {
        let district = book.organization(body(
            &format!("XM-D{at}"),
            name,
            Level::County,
            Kind::PartyCommittee,
            Some(region),
            by.dispatcher,
            None,
        ));
        book.register(district, Agency::Dispatcher, district);
        dispatchers.push((district, region));
    }
    // Kind of organization, how many, whether by mobile operation (else elevated).
    let groups = [
        ("镇街", Kind::Township, Level::Township, 5, true),
        ("村居", Kind::Village, Level::Village, 2, true),
        ("镇街", Kind::Township, Level::Township, 3, false),
        ("村居", Kind::Village, Level::Village, 6, false),
        (
            "区属国企",
            Kind::StateEnterprise,
            Level::Enterprise,
            2,
            false,
        ),
    ];
    let (mut number, mut mobile) = (0, 0);
    for (label, kind, level, count, is_mobile) in groups {
        for _ in 0..count {
            let (district, region) = dispatchers[number % dispatchers.len()];
            number += 1;
            let name = format!("示例{label}{number:02}（厦门）");
            let organization = book.organization(body(
                &format!("XM-G{number:02}"),
                &name,
                level,
                kind,
                Some(region),
                district,
                Some(district),
            ));
            mobile += usize::from(is_mobile);
            // Three batches: three, two and two objects.
            let batch = if mobile <= 3 {
                1
            } else if mobile <= 5 {
                2
            } else {
                3
            };
            book.inspect(
                by,
                Inspected {
                    organization,
                    object: None,
                    round: None,
                    kind: if is_mobile {
                        Mode::Mobile
                    } else {
                        Mode::Routine
                    },
                    extended_from: None,
                    operation: Some(if is_mobile {
                        "扫黑除恶机动巡察"
                    } else {
                        "提级巡察"
                    }),
                    batch: is_mobile.then_some(batch),
                    days: [
                        day(2019, 5, 6),
                        day(2019, 6, 14),
                        day(2019, 7, 10),
                        day(2019, 8, 9),
                    ],
                },
            );
        }
    }
}

/// The office: seven people in its room-affairs meeting (室务会), eight Party branches, a converted training centre.
fn office(book: &mut Book, city: Uuid) {
    let code = bodies::code("XM", Agency::Office);
    let written = book
        .organizations
        .iter()
        .find(|body| body.code == Set(code.clone()));
    let Some(Set(office)) = written.map(|body| body.id.clone()) else {
        return;
    };
    for number in 1..=2 {
        book.post(
            city,
            office,
            &format!("副主任{number}"),
            PostFunction::OfficeDeputyDirector,
            day(2017, 1, 1),
        );
    }
    for number in 1..=4 {
        book.post(
            city,
            office,
            &format!("巡察组组长{number}"),
            PostFunction::TeamLeader,
            day(2017, 1, 1),
        );
    }
    for number in 1..=8 {
        let name = format!("厦门市委巡察机构示例党支部{number}");
        book.organization(body(
            &format!("XM-B{number}"),
            &name,
            Level::City,
            Kind::PartyBranch,
            None,
            office,
            None,
        ));
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

fn body<'a>(
    code: &str,
    name: &'a str,
    level: Level,
    kind: Kind,
    region: Option<&'a str>,
    parent: Uuid,
    dispatcher: Option<Uuid>,
) -> Body<'a> {
    Body {
        code: code.to_owned(),
        name,
        level,
        kind,
        sector: None,
        region,
        parent: Some(parent),
        dispatcher,
    }
}
