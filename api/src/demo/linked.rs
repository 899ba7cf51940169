//! Inspections with people from elsewhere, and linked ones: schools in turn, help for another prefecture, districts that inspect each
//! other. The sources print no organization of them, so all are made up.

use inspectorate_entity::{
    coverage::coverage_record::InspectionKind as Mode,
    inspections::{inspection::CrossMode, link_group::LinkKind},
    organizations::{
        agency_registration::Agency,
        organization::{OrganizationKind as Kind, OrganizationLevel as Level},
    },
};
use uuid::Uuid;

use super::{
    book::{Book, day},
    crews,
    dispatch::Link,
    inspections::Inspected,
    lists::Planner,
    rows::Body,
    superiors::OfSuperior,
};

/// The counties of Neijiang inspect a school each, in a ring (推磨): the people come from the next county, the city authorizes it.
pub fn in_turn(book: &mut Book, city: Planner, counties: &[Planner], link: Uuid) {
    let senders = counties.iter().cycle().skip(1);
    for (number, (county, sender)) in (1..).zip(counties.iter().zip(senders)) {
        let name = format!("示例学校{number}（内江各县）");
        let school = (Kind::School, Some("EDUCATION"));
        let school = object(book, *county, format!("NJ-ED{number}"), &name, school);
        let days = (day(2022, 4, 6), day(2022, 6, 24));
        let record = Inspected::new(school, Mode::Routine, days);
        let record = Inspected {
            link: Some(link),
            authorizer: Some(city.dispatcher),
            origins: &[sender.dispatcher],
            cross_mode: Some(CrossMode::Rolling),
            in_ring: true,
            ..record.in_operation("教育系统推磨式交叉巡察")
        };
        book.inspect(*county, record);
    }
}

/// People of Neijiang help to inspect in Liangshan, which keeps the say over what comes of it.
pub fn assistance(book: &mut Book, neijiang: Uuid, province: Uuid) {
    let liangshan = book.organization(Body {
        code: "LS".to_owned(),
        name: "中共凉山州委",
        level: Level::City,
        kind: Kind::PartyCommittee,
        sector: None,
        region: Some("513400"),
        parent: Some(province),
        dispatcher: None,
    });
    book.register(liangshan, Agency::Dispatcher, liangshan);
    let days = (day(2021, 10, 1), day(2026, 12, 31));
    let by = book.term(liangshan, 1, "示例届（2021-2026）", days);
    let unit = (Kind::PublicInstitution, None);
    let unit = object(book, by, "LS-001".to_owned(), "示例单位001（凉山）", unit);
    let days = (day(2022, 9, 5), day(2022, 10, 28));
    let record = Inspected::new(unit, Mode::Routine, days);
    let record = Inspected {
        origins: &[neijiang],
        ..record.in_operation("跨市（州）帮扶式巡察")
    };
    book.inspect(by, record);
}

/// The districts of Xiamen: one school each in two of them linked with the city's third round, three cross inspections under a
/// leader whom the city assigns, and the city in step with the province.
pub fn xiamen(book: &mut Book, city: Planner, districts: &[Planner], education: Uuid) {
    for (number, district) in (1..).zip(districts.iter().take(2)) {
        let name = format!("示例学校{number}（厦门各区）");
        let school = (Kind::School, Some("EDUCATION"));
        let school = object(book, *district, format!("XM-ED{number}"), &name, school);
        let days = (day(2018, 3, 12), day(2018, 5, 18));
        let record = Inspected {
            link: Some(education),
            ..Inspected::new(school, Mode::Routine, days)
        };
        book.inspect(*district, record);
    }
    let (lenders, inspected) = districts.split_at(districts.len().min(2));
    let lenders: Vec<Uuid> = lenders.iter().map(|lender| lender.dispatcher).collect();
    let origins: Vec<Uuid> = [city.dispatcher]
        .into_iter()
        .chain(lenders.iter().copied())
        .collect();
    let days = (day(2019, 9, 9), day(2019, 10, 25));
    let kinds = [
        ("区级常委单位", Kind::PartyDepartment),
        ("区属国企", Kind::StateEnterprise),
        ("重点村居", Kind::Village),
    ];
    for ((number, (label, kind)), district) in (1..).zip(kinds).zip(inspected) {
        let name = format!("示例{label}{number}（厦门）");
        let organization = object(
            book,
            *district,
            format!("XM-C{number:02}"),
            &name,
            (kind, None),
        );
        let record = Inspected {
            team: Some(crews::CROSS),
            authorizer: Some(city.dispatcher),
            origins: &origins,
            cross_mode: Some(CrossMode::FullStaff),
            ..Inspected::new(organization, Mode::Routine, days)
        };
        book.inspect(*district, record.in_operation("交叉巡察"));
    }
    crews::xiamen(book, city, &lenders, days);
    let name = "示例部门（厦门，联动）";
    let department = (Kind::PartyDepartment, None);
    let department = object(book, city, "XM-V01".to_owned(), name, department);
    let days = (day(2019, 3, 4), day(2019, 3, 29));
    let name = "福建省委巡视厦门市辖区";
    let superior = book.of_superior(
        city.dispatcher,
        &OfSuperior {
            superior: "福建省委",
            name,
            days: (day(2019, 3, 1), day(2019, 4, 30)),
            tasks: &[],
        },
    );
    let link = book.link(
        city.dispatcher,
        &Link {
            kind: LinkKind::Vertical,
            name: "省市联动巡察（示例）",
            sector: None,
            matter: Some("示例事项"),
            superior: Some((superior, name)),
            days,
        },
    );
    let record = Inspected {
        link: Some(link),
        topic: Some("ADMINISTRATIVE_REFORM"),
        ..Inspected::new(department, Mode::Special, days)
    };
    book.inspect(city, record.in_operation("省市联动专项巡察（示例）"));
}

/// An organization that `by` inspects though it stands on no printed list.
fn object(
    book: &mut Book,
    by: Planner,
    code: String,
    name: &str,
    (kind, sector): (Kind, Option<&str>),
) -> Uuid {
    book.organization(Body {
        code,
        name,
        level: Level::County,
        kind,
        sector,
        region: None,
        parent: Some(by.dispatcher),
        dispatcher: Some(by.dispatcher),
    })
}
