//! The bank branch: departments of the branch, inspected under its three-year plan; its source prints no number of objects.

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
    inspections::Inspected,
    lists::{Object, Plan},
    rows::Body,
};

/// Departments, and how many of them were inspected in the first year: made up, as the source prints neither.
const DEPARTMENTS: usize = 12;
const INSPECTED: usize = 6;

/// Write the place.
pub fn write(book: &mut Book, centre: Uuid) {
    let head_office = book.organization(Body {
        code: "ICBC".to_owned(),
        name: "中国工商银行党委",
        level: Level::Enterprise,
        kind: Kind::FinancialInstitution,
        sector: Some("BANKING"),
        region: None,
        parent: Some(centre),
        dispatcher: None,
    });
    let branch = bodies::write(
        book,
        Place {
            prefix: "XJ",
            name: "中国工商银行新疆分行党委",
            level: Level::Enterprise,
            kind: Kind::FinancialInstitution,
            region: Some("650000"),
            above: head_office,
            superior: "中国工商银行党委巡视办（示例）",
            superior_over: Some(head_office),
            bodies: [
                "新疆分行巡察工作领导小组",
                "新疆分行党委巡察办",
                "新疆分行党委巡察组（示例）",
                "新疆分行纪委办",
                "新疆分行组织部",
                "新疆分行示例审计机构",
                "新疆分行示例宣传机构",
                "新疆分行示例职能部门",
                "新疆分行示例信访机构",
                "新疆分行示例政法联络机构",
                "新疆分行机关党委（示例）",
                "新疆分行内控部",
                "新疆分行示例人大联络机构",
                "新疆分行示例政协联络机构",
                "新疆分行分管领导（示例）",
            ],
        },
    );
    let by = book.term(
        branch,
        1,
        "示例届（2019-2024）",
        (day(2019, 1, 1), day(2024, 12, 31)),
    );
    let plan = book.plan(
        by,
        Plan {
            above: None,
            years: (2021, 2023),
            name: "新疆分行党委巡察工作三年规划（2021-2023）",
            printed: None,
            issued: Some(day(2021, 2, 1)),
        },
    );
    let annual = book.plan(
        by,
        Plan {
            above: Some(plan),
            years: (2021, 2021),
            name: "2021年新疆分行党委巡察工作计划",
            printed: None,
            issued: Some(day(2021, 2, 20)),
        },
    );
    let block = book.block(by, plan, 1, "分行部门");
    let round = book.round(by, 1, 2021, (day(2021, 3, 1), day(2021, 5, 31)));
    for number in 1..=DEPARTMENTS {
        let organization = book.organization(Body {
            code: format!("XJ-{number:03}"),
            name: &format!("示例单位{number:03}（新疆分行部门）"),
            level: Level::Enterprise,
            kind: Kind::Division,
            sector: Some("BANKING"),
            region: Some("650000"),
            parent: Some(branch),
            dispatcher: Some(branch),
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
                object_type: "BRANCH_DEPARTMENT",
                listed_on: day(2021, 2, 1),
                priority: None,
                first_inclusion: false,
                pilot: false,
                look_back_on: None,
            },
        );
        if number > INSPECTED {
            book.assign(by, object, 2022, None, None, day(2021, 2, 20));
            continue;
        }
        book.assign(
            by,
            object,
            2021,
            Some(annual),
            Some(round),
            day(2021, 2, 20),
        );
        let days = (day(2021, 3, 8), day(2021, 5, 28));
        let record = Inspected::new(organization, Mode::Routine, days);
        book.inspect(by, record.covers(object).in_round(round));
    }
    book.loaded(branch, "中国工商银行新疆分行党委");
}
