//! Xiamen: 105 objects in the twelfth term, 82 inspected by August 2020, sector block after sector block.

use inspectorate_entity::{
    coverage::{coverage_object::Priority, coverage_record::InspectionKind as Mode},
    inspections::link_group::LinkKind,
    organizations::organization::{OrganizationKind as Kind, OrganizationLevel as Level},
};
use uuid::Uuid;

use super::{
    blocks::{self, Block, Entry, List, block},
    bodies::{self, Place},
    book::{Book, day},
    conduct, crews,
    dispatch::Link,
    inspections::Inspected,
    linked,
    lists::{Plan, Planner},
    meetings,
    rows::Body,
    xiamen_districts,
};

/// 12 + 10 + 15 + 9 + 25 + 34 = 105.
const BLOCKS: [Block; 6] = [
    Block {
        priority: Some((
            Priority::First,
            "对标中央和省委对国有企业巡视的部署，优先将国企纳入巡察对象",
        )),
        ..block(
            "市属国企",
            "STATE_ENTERPRISES",
            "STATE_ENTERPRISE",
            Kind::StateEnterprise,
            12,
        )
    },
    block(
        "卫计系统",
        "HEALTH",
        "HEALTH_INSTITUTION",
        Kind::HealthInstitution,
        10,
    ),
    block("教育系统", "EDUCATION", "SCHOOL", Kind::School, 15),
    Block {
        named: &["厦门市总工会", "共青团厦门市委", "厦门市妇联"],
        ..block(
            "事业单位、群团组织",
            "MASS_ORGANIZATIONS",
            "MASS_ORGANIZATION",
            Kind::MassOrganization,
            9,
        )
    },
    Block {
        named: &[
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
        ..block(
            "行政审批、行政执法机关",
            "APPROVAL_AND_ENFORCEMENT",
            "ENFORCEMENT_ORGAN",
            Kind::EnforcementOrgan,
            25,
        )
    },
    block(
        "党政部门",
        "",
        "PARTY_AND_STATE_ORGAN",
        Kind::PartyDepartment,
        34,
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
const DONE: i32 = 9;

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
    let place = Place {
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
    };
    let city = bodies::write(book, place);
    let days = (day(2016, 12, 1), day(2021, 12, 31));
    let by = book.term(city, 12, "中共厦门市第十二届委员会", days);
    let plan = Plan {
        above: None,
        years: (2017, 2021),
        name: "中共厦门市第十二届委员会巡察工作规划（2017-2021）",
        printed: Some(105),
        issued: Some(day(2017, 1, 20)),
    };
    let plan = book.plan(by, plan);
    let list = List {
        plan,
        prefix: "XM",
        mark: "厦门",
        level: Level::City,
        region: Some("350200"),
        listed_on: day(2017, 1, 20),
        look_backs: (&[15, 45, 75], day(2021, 9, 1)),
    };
    let entries = blocks::write(book, by, list, &BLOCKS);
    let education = Link {
        kind: LinkKind::Block,
        name: "市区两级教育系统联动巡察（示例）",
        sector: Some("EDUCATION"),
        matter: None,
        superior: None,
        days: (day(2018, 3, 1), day(2018, 5, 28)),
    };
    let education = book.link(city, &education);
    inspect(book, by, plan, &entries, education);
    look_back(book, by, &entries);
    let words = "完成对全部市属国企的巡察全覆盖";
    book.declare(
        by,
        plan,
        Some("STATE_ENTERPRISE"),
        Some(12),
        day(2017, 6, 30),
        words,
    );
    let districts = xiamen_districts::write(book, by);
    linked::xiamen(book, by, &districts, education);
    conduct::xiamen(book, by);
    meetings::xiamen(book, by);
    super::rules::xiamen(book, city);
    super::coordination::xiamen(book, city);
    super::joint::xiamen(book, city);
    book.loaded(city, "中共厦门市委");
}

fn inspect(book: &mut Book, by: Planner, plan: Uuid, entries: &[Entry], education: Uuid) {
    let mut annual: Option<(i32, Uuid)> = None;
    let mut left = entries.iter();
    for (number, (year, first, last, count)) in (1..).zip(ROUNDS) {
        let of_year = match annual {
            Some((of, plan)) if of == year => plan,
            _ => {
                let name = format!("{year}年厦门市委巡察工作计划");
                let new = Plan {
                    above: Some(plan),
                    years: (year, year),
                    name: &name,
                    printed: None,
                    issued: (year <= 2020).then(|| day(year, 2, 10)),
                };
                book.plan(by, new)
            }
        };
        annual = Some((year, of_year));
        let window = (day(year, first, 1), day(year, last, 28));
        let round = book.round(by, number, year, window);
        for entry in left.by_ref().take(count) {
            book.assign(
                by,
                entry.object,
                year,
                Some(of_year),
                Some(round),
                day(year, 2, 10),
            );
            if number <= DONE {
                let days = (day(year, first, 5), day(year, last, 25));
                let record = Inspected::new(entry.organization, Mode::Routine, days);
                let record = record.covers(entry.object).in_round(round);
                // The third round went to schools alone.
                let link = (number == 3).then_some(education);
                book.inspect(by, Inspected { link, ..record });
            }
        }
    }
}

/// Twelve units: six enterprises and six of the health system.
fn look_back(book: &mut Book, by: Planner, entries: &[Entry]) {
    for entry in entries
        .iter()
        .take(6)
        .chain(entries.iter().skip(12).take(6))
    {
        let days = (day(2019, 12, 2), day(2019, 12, 27));
        let record = Inspected::new(entry.organization, Mode::LookBack, days);
        let record = record.covers(entry.object).in_operation("巡察“回头看”");
        let team = Some(crews::LOOK_BACK);
        book.inspect(by, Inspected { team, ..record });
    }
}
