//! A viewer is a body that is registered as the agency today; everybody else is nobody, and cannot tell why.

use std::sync::Arc;

use chrono::{Days, NaiveDate, TimeDelta, Utc};
use inspectorate::access::policy::{Agency, Role};
use inspectorate_entity::organizations::{agency_registration, organization};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use uuid::Uuid;

use crate::support::{house::House, on_each_database, place::Place};

on_each_database!(
    is_a_body_registered_today,
    ends_with_its_registration,
    has_the_jurisdiction_of_its_authority_as_it_is_now,
);

const COUNT: &str = "{ organizations { totalCount } }";

/// The day where the work is done.
fn today() -> NaiveDate {
    (Utc::now() + TimeDelta::hours(8)).date_naive()
}

async fn is_a_body_registered_today(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let office = place.person(Agency::Office, Role::Viewer);
    assert_eq!(office.ask(COUNT).await.status, 200);
    let nobody = [
        house.person(Agency::Office, "NO-SUCH-BODY", Role::Admin),
        // The code of a body counts as it is spelt.
        house.person(Agency::Office, "xm-office", Role::Admin),
        house.person(Agency::Office, "XM-OFFICE' OR '1'='1", Role::Admin),
        house.person(Agency::Discipline, "XM-OFFICE", Role::Admin),
        house.person(Agency::Office, "XM-OBJECT-2", Role::Admin),
    ];
    let mut answers = Vec::new();
    for person in &nobody {
        let answer = person.ask(COUNT).await;
        assert_eq!(answer.status, 401, "{}", answer.text);
        let refusal = answer.body["errors"][0].clone();
        answers.push((
            refusal["message"].clone(),
            refusal["extensions"]["code"].clone(),
        ));
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "the reason shows: {answers:?}");
}

async fn ends_with_its_registration(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let office = place.person(Agency::Office, Role::Viewer);
    let body = body(&house, "XM-OFFICE").await;
    let yesterday = today() - Days::new(1);
    let tomorrow = today() + Days::new(1);
    let until = agency_registration::Column::EndsOn;
    let from = agency_registration::Column::StartsOn;
    for (column, day, status) in [
        (until, Some(today()), 200),
        (until, Some(yesterday), 401),
        (until, None, 200),
        (from, Some(tomorrow), 401),
        (from, Some(today()), 200),
    ] {
        agency_registration::Entity::update_many()
            .col_expr(column, Expr::value(day))
            .filter(agency_registration::Column::OrganizationId.eq(body))
            .exec(&house.database.writer)
            .await
            .unwrap();
        house.bus.wake();
        assert_eq!(
            office.ask(COUNT).await.status,
            status,
            "{column:?} = {day:?}"
        );
    }
    for (day, status) in [(Some(today()), 200), (Some(yesterday), 401), (None, 200)] {
        organization::Entity::update_many()
            .col_expr(organization::Column::RetiredOn, Expr::value(day))
            .filter(organization::Column::Id.eq(body))
            .exec(&house.database.writer)
            .await
            .unwrap();
        house.bus.wake();
        assert_eq!(office.ask(COUNT).await.status, status, "retired on {day:?}");
    }
}

/// The token does not carry the jurisdiction: the same one sees more when its body is registered with a higher authority.
async fn has_the_jurisdiction_of_its_authority_as_it_is_now(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let body = body(&house, "XM-OFFICE").await;
    let office = place.person(Agency::Office, Role::Viewer);
    let all = office
        .ask(COUNT)
        .await
        .data("/organizations/totalCount")
        .clone();
    assert!(all.as_i64() > Some(1));
    agency_registration::Entity::update_many()
        .col_expr(
            agency_registration::Column::AuthorityId,
            Expr::value(place.objects[1].id),
        )
        .filter(agency_registration::Column::OrganizationId.eq(body))
        .exec(&house.database.writer)
        .await
        .unwrap();
    house.bus.wake();
    let answer = office.ask(COUNT).await;
    assert_eq!(answer.data("/organizations/totalCount"), 1);
}

async fn body(house: &House, code: &str) -> Uuid {
    let row = organization::Entity::find().filter(organization::Column::Code.eq(code));
    row.one(&house.database.reader).await.unwrap().unwrap().id
}
