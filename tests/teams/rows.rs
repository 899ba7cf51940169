//! A row of every noun of teams, put into the database directly, to prove that outsiders see none.

use chrono::{NaiveDate, Utc};
use inspectorate_entity::{
    organizations::person,
    teams::{
        recusal::{self, RecusalOrigin, RecusalStatus, RecusalTie},
        secondment::{self, SecondmentCategory, SecondmentStatus},
        talent::{self, TalentAvailability},
        team::{self, TeamForm, TeamStatus},
        team_member::{self, TeamRole},
        team_object,
    },
};
use sea_orm::{ActiveModelBehavior, ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use uuid::Uuid;

use crate::support::{house::House, place::Place};

/// A standing team with a member and an organization to inspect.
pub async fn fill(house: &House, place: &Place) {
    let (dispatcher, now) = (place.dispatcher.id, Utc::now());
    let day = NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day");
    let (member, standing) = (Uuid::now_v7(), Uuid::now_v7());
    let person = person::ActiveModel {
        id: Set(member),
        code: Set(format!("{}-P", place.code)),
        name: Set("示例组员".to_owned()),
        gender: Set(None),
        dispatcher_id: Set(dispatcher),
        search: Set("示例组员".to_owned()),
        pinyin: Set("shiliezuyuan".to_owned()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, person).await;
    let team = team::ActiveModel {
        id: Set(standing),
        dispatcher_id: Set(dispatcher),
        ordinal: Set(1),
        name: Set("回头看组".to_owned()),
        form: Set(TeamForm::LookBack),
        status: Set(TeamStatus::Approved),
        starts_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, team).await;
    let seated = Uuid::now_v7();
    let seat = team_member::ActiveModel {
        id: Set(seated),
        team_id: Set(standing),
        dispatcher_id: Set(dispatcher),
        person_id: Set(member),
        role: Set(TeamRole::Leader),
        source_organization_id: Set(place.objects[0].id),
        starts_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, seat).await;
    let object = team_object::ActiveModel {
        id: Set(Uuid::now_v7()),
        team_id: Set(standing),
        dispatcher_id: Set(dispatcher),
        organization_id: Set(place.objects[1].id),
        assigned_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, object).await;
    let tie = recusal::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        team_id: Set(standing),
        person_id: Set(member),
        organization_id: Set(place.objects[1].id),
        tie: Set(RecusalTie::Kinship),
        origin: Set(RecusalOrigin::Declared),
        detail: Set("示例".to_owned()),
        status: Set(RecusalStatus::Undecided),
        raised_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, tie).await;
    let talent = talent::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        pool: Set("POOL".to_owned()),
        person_id: Set(member),
        home_organization_id: Set(place.objects[0].id),
        availability: Set(TalentAvailability::Available),
        starts_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, talent).await;
    let lent = secondment::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        person_id: Set(member),
        home_organization_id: Set(place.objects[0].id),
        category: Set(SecondmentCategory::Other),
        status: Set(SecondmentStatus::Approved),
        starts_on: Set(day),
        ends_on: Set(day),
        nominated_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, lent).await;
    super::conduct_rows::fill(house, place, [standing, seated, member]).await;
}

/// Put a row in place.
pub async fn insert<A>(house: &House, row: A)
where
    A: ActiveModelTrait + ActiveModelBehavior + Send,
    <A::Entity as sea_orm::EntityTrait>::Model: IntoActiveModel<A>,
{
    let inserted = row.insert(&house.database.writer).await;
    inserted.expect("the row can be written");
}
