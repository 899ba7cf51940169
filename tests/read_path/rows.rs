//! Rows for the differential test: every kind of value, empty ones and odd ones included.

use chrono::{Days, NaiveDate, Utc};
use inspectorate_entity::{
    coverage::{
        coverage_object::{self, Priority, RequiredMode},
        coverage_plan::{self, PlanGuidance, PlanKind, PlanStatus},
        term,
    },
    organizations::organization::OrganizationLevel,
};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait};
use uuid::Uuid;

use crate::support::{
    house::House,
    place::{NewOrganization, Place},
};

/// Twelve more organizations and three plans, of which one is a draft, that list all of them.
pub async fn fill(house: &House, place: &Place) {
    let day = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap();
    let mut organizations = place.objects.clone();
    let names = [
        "甲单位",
        "乙 \"单位\"",
        "丙\\单位\n第二行",
        "丁a%_\\",
        "戊单位",
        "己单位🀄",
    ];
    for number in 0..12_u64 {
        let name = names[number as usize % names.len()];
        let organization = NewOrganization::new(&format!("{}-{number:03}", place.code), name)
            .under(&place.objects[number as usize % 3])
            .with(|row| {
                row.short_name = (number % 3 == 0).then(|| format!("简{number}"));
                row.established_on = (number % 4 != 0).then(|| {
                    NaiveDate::from_ymd_opt(2005 + (number % 4) as i32 * 3, 5, 1).unwrap()
                });
                row.region_code = (number % 2 == 0).then(|| "350200".to_owned());
                row.level = if number % 5 == 0 {
                    OrganizationLevel::Township
                } else {
                    OrganizationLevel::County
                };
            });
        organizations.push(organization.insert(house).await);
    }
    let term = Uuid::now_v7();
    let row = term::ActiveModel {
        id: Set(term),
        dispatcher_id: Set(place.dispatcher.id),
        ordinal: Set(1),
        name: Set("第一届".to_owned()),
        starts_on: Set(day),
        ends_on: Set(NaiveDate::from_ymd_opt(2026, 12, 31).unwrap()),
        closed_on: Set(None),
        closing_statement: Set(None),
        version: Set(1),
        created_at: Set(Utc::now()),
        updated_at: Set(Utc::now()),
    };
    row.insert(&house.database.writer).await.unwrap();
    for (year, status) in [
        (2021, PlanStatus::Issued),
        (2022, PlanStatus::Issued),
        (2023, PlanStatus::Draft),
    ] {
        let plan = insert_plan(house, place, term, year, status).await;
        let objects =
            organizations
                .iter()
                .enumerate()
                .map(|(number, organization)| {
                    let number = number as u64;
                    coverage_object::ActiveModel {
                        id: Set(Uuid::now_v7()),
                        plan_id: Set(plan),
                        dispatcher_id: Set(place.dispatcher.id),
                        organization_id: Set(organization.id),
                        block_id: Set(None),
                        object_type: Set("DEPARTMENT".to_owned()),
                        required_mode: Set(if number.is_multiple_of(2) {
                            RequiredMode::Routine
                        } else {
                            RequiredMode::AnyMode
                        }),
                        priority: Set([Priority::Ordinary, Priority::High, Priority::First]
                            [number as usize % 3]),
                        priority_reason: Set(
                            (!number.is_multiple_of(3)).then(|| "问题集中".to_owned())
                        ),
                        priority_decision: Set(None),
                        first_inclusion: Set(number.is_multiple_of(5)),
                        pilot: Set(number.is_multiple_of(7)),
                        listed_on: Set(day + Days::new(number % 4 * 200)),
                        listing_reason: Set(None),
                        listing_decision: Set(None),
                        withdrawn_on: Set(
                            (number % 6 == 5).then(|| day + Days::new(number % 4 * 200 + 300))
                        ),
                        withdrawal_reason: Set((number % 6 == 5).then(|| "机构撤销".to_owned())),
                        withdrawal_decision: Set(None),
                        merged_into_id: Set(None),
                        organization_ended: Set(false),
                        planned_look_back_on: Set((number % 4 == 1).then(|| day + Days::new(900))),
                        look_back_selection: Set(None),
                        look_back_reason: Set(None),
                        version: Set(1),
                        created_at: Set(Utc::now()),
                        updated_at: Set(Utc::now()),
                    }
                });
        let objects: Vec<_> = objects.collect();
        let inserted = coverage_object::Entity::insert_many(objects);
        inserted
            .exec_without_returning(&house.database.writer)
            .await
            .unwrap();
    }
}

async fn insert_plan(
    house: &House,
    place: &Place,
    term: Uuid,
    year: i32,
    status: PlanStatus,
) -> Uuid {
    let id = Uuid::now_v7();
    let plan = coverage_plan::ActiveModel {
        id: Set(id),
        term_id: Set(term),
        dispatcher_id: Set(place.dispatcher.id),
        kind: Set(PlanKind::FiveYear),
        parent_id: Set(None),
        from_year: Set(year),
        to_year: Set(year + 4),
        name: Set(format!("{year}规划")),
        document_number: Set(None),
        printed_object_count: Set(None),
        status: Set(status),
        submitted_on: Set(None),
        approved_on: Set(None),
        issued_on: Set(None),
        guidance: Set(PlanGuidance::NotReviewed),
        version: Set(1),
        created_at: Set(Utc::now()),
        updated_at: Set(Utc::now()),
    };
    plan.insert(&house.database.writer).await.unwrap();
    id
}
