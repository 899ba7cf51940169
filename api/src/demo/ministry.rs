//! The Ministry of Finance: 81 organizations in eight rounds of the nineteenth term, after the first full coverage in the eighteenth.

use inspectorate_entity::{
    coverage::coverage_record::InspectionKind as Mode,
    organizations::{
        agency_registration::Agency,
        organization::{OrganizationKind as Kind, OrganizationLevel as Level},
    },
    superiors::superior_task::SuperiorTaskKind as TaskKind,
};
use uuid::Uuid;

use super::{
    blocks::{self, Block, Entry, List, block},
    bodies::{self, Place},
    book::{Book, day},
    crews,
    inspections::Inspected,
    lists::{Plan, Planner},
    meetings, ministry_office,
    superiors::OfSuperior,
    teams,
};

/// 26 + 14 + 35 + 6 = 81.
const BLOCKS: [Block; 4] = [
    block(
        "机关司局",
        "FISCAL",
        "MINISTRY_DEPARTMENT",
        Kind::MinistryDepartment,
        26,
    ),
    block(
        "部属单位",
        "FISCAL",
        "AFFILIATED_UNIT",
        Kind::AffiliatedUnit,
        14,
    ),
    block(
        "监管局",
        "FISCAL",
        "REGIONAL_BUREAU",
        Kind::RegionalBureau,
        35,
    ),
    Block {
        first_inclusion: true,
        ..block(
            "归口管理企业",
            "FISCAL",
            "MANAGED_ENTERPRISE",
            Kind::ManagedEnterprise,
            6,
        )
    },
];

/// Rounds: year, first and last month, and which places of the list. The enterprises (75 to 80) come in 2021, for the first time.
type Round = (i32, u32, u32, &'static [(usize, usize)]);
const ROUNDS: [Round; 8] = [
    (2018, 3, 5, &[(0, 10)]),
    (2018, 9, 11, &[(10, 20)]),
    (2019, 3, 5, &[(20, 30)]),
    (2019, 8, 10, &[(30, 40)]),
    (2020, 7, 9, &[(40, 50)]),
    (2021, 3, 5, &[(75, 81), (50, 54)]),
    (2021, 8, 10, &[(54, 64)]),
    (2022, 3, 5, &[(64, 75)]),
];

/// Write the place.
pub fn write(book: &mut Book, centre: Uuid) {
    let ministry = bodies::write(
        book,
        Place {
            prefix: "MOF",
            name: "财政部党组",
            level: Level::Ministry,
            kind: Kind::PartyGroup,
            region: None,
            above: centre,
            superior: "中央巡视办",
            superior_over: None,
            bodies: [
                "财政部党组巡视工作领导小组",
                "财政部党组巡视办",
                "财政部党组巡视组（示例）",
                "中央纪委国家监委驻财政部纪检监察组",
                "财政部人事教育司",
                "财政部示例审计机构",
                "财政部示例宣传机构",
                "财政部示例职能司局",
                "财政部示例信访机构",
                "财政部示例政法联络机构",
                "财政部机关党委",
                "财政部示例内控机构",
                "财政部示例人大联络机构",
                "财政部示例政协联络机构",
                "财政部分管领导（示例）",
            ],
        },
    );
    let before = book.term(
        ministry,
        18,
        "党的十八届中央委员会任期",
        (day(2012, 11, 15), day(2017, 10, 23)),
    );
    let first = book.plan(
        before,
        Plan {
            above: None,
            years: (2013, 2017),
            name: "财政部党组巡视工作规划（示例，十八届）",
            printed: None,
            issued: Some(day(2013, 6, 1)),
        },
    );
    book.declare(
        before,
        first,
        None,
        None,
        day(2017, 9, 30),
        "党的十八届中央委员会任期内首次实现内部巡视全覆盖",
    );

    let by = book.term(
        ministry,
        19,
        "党的十九届中央委员会任期",
        (day(2017, 10, 24), day(2022, 10, 22)),
    );
    let plan = book.plan(
        by,
        Plan {
            above: None,
            years: (2018, 2022),
            name: "财政部党组巡视工作5年规划（2018-2022）",
            printed: Some(81),
            issued: Some(day(2018, 2, 1)),
        },
    );
    let list = List {
        plan,
        prefix: "MOF",
        mark: "财政部",
        level: Level::Ministry,
        region: None,
        listed_on: day(2018, 2, 1),
        look_backs: (&[], day(2018, 2, 1)),
    };
    book.rests_on(ministry, plan, "财政“十四五”规划", "对巡视工作提出要求");
    let entries = blocks::write(book, by, list, &BLOCKS);
    inspect(book, by, plan, &entries);
    others(book, by, &entries);
    if let Some(entry) = entries.first() {
        crews::ministry(book, by, entry.organization);
        meetings::ministry(book, by);
        teams::ministry(book, by, entry.organization);
    }
    book.declare(
        by,
        plan,
        None,
        Some(81),
        day(2022, 7, 12),
        "完成对81个党组织常规巡视，稳妥有序实现巡视全覆盖",
    );
    ministry_office::write(book);
    supports_the_centre(book, ministry);
    super::rules::ministry(book, ministry);
    super::coordination::ministry(book, ministry);
    book.loaded(ministry, "财政部党组");
}

fn inspect(book: &mut Book, by: Planner, plan: Uuid, entries: &[Entry]) {
    let mut annual: Option<(i32, Uuid)> = None;
    for (number, (year, first, last, places)) in (1..).zip(ROUNDS) {
        let of_year = match annual {
            Some((of, plan)) if of == year => plan,
            _ => {
                let name = format!("{year}年财政部党组巡视工作计划");
                book.plan(
                    by,
                    Plan {
                        above: Some(plan),
                        years: (year, year),
                        name: &name,
                        printed: None,
                        issued: Some(day(year, 2, 20)),
                    },
                )
            }
        };
        annual = Some((year, of_year));
        let round = book.round(by, number, year, (day(year, first, 1), day(year, last, 30)));
        let of_round = places
            .iter()
            .flat_map(|(first, end)| &entries[*first..*end]);
        for (at, entry) in of_round.enumerate() {
            book.assign(
                by,
                entry.object,
                year,
                Some(of_year),
                Some(round),
                day(year, 2, 20),
            );
            let days = (day(year, first, 5), day(year, last, 28));
            let record = Inspected::new(entry.organization, Mode::Routine, days);
            let team = crews::of_ministry(at % crews::in_round(number) + 1);
            let team = Some(team.as_str());
            let record = record.covers(entry.object).in_round(round);
            book.inspect(by, Inspected { team, ..record });
        }
    }
}

/// 26 departments and 8 units in special inspections, 31 organizations looked back at in 2020.
fn others(book: &mut Book, by: Planner, entries: &[Entry]) {
    let operations = [
        (
            0..26,
            Mode::Special,
            ("政治机关建设专项巡视", Some("POLITICAL_ORGAN")),
            day(2020, 10, 12),
            day(2020, 11, 13),
        ),
        (
            26..34,
            Mode::Special,
            ("污染防治专项巡视", Some("POLLUTION_CONTROL")),
            day(2019, 5, 13),
            day(2019, 6, 14),
        ),
        (
            0..31,
            Mode::LookBack,
            ("巡视整改“回头看”", None),
            day(2020, 5, 11),
            day(2020, 6, 12),
        ),
    ];
    for (places, kind, (name, topic), first, last) in operations {
        for entry in &entries[places] {
            let record = Inspected::new(entry.organization, kind, (first, last));
            let record = record.covers(entry.object).in_operation(name);
            book.inspect(by, Inspected { topic, ..record });
        }
    }
}

/// It docks with central inspection and supports it; what it delivered is made up.
fn supports_the_centre(book: &mut Book, ministry: Uuid) {
    let Some(office) = book.written(&bodies::code("MOF", Agency::Office)) else {
        return;
    };
    book.of_superior(
        ministry,
        &OfSuperior {
            superior: "中央",
            name: "中央巡视（示例）",
            days: (day(2021, 10, 11), day(2021, 12, 10)),
            tasks: &[
                (TaskKind::Liaison, "示例：主动对接", office),
                (TaskKind::Material, "示例：提供巡视情况材料", office),
            ],
        },
    );
}
