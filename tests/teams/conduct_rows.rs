//! A row of every noun of how inspection cadres conduct themselves, put into the database directly.

use chrono::{NaiveDate, Utc};
use inspectorate_entity::{
    organizations::organization::OrganizationLevel,
    teams::{
        care_record::{self, CareKind},
        deployment, honour, practice,
        practice_recognition::{self, RecognitionAccess, RecognitionForm},
        training::{self, TrainingKind},
        training_attendance,
        undertaking::{self, UndertakingKind},
        violation::{self, ViolationCategory, ViolationStatus},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::rows::insert;
use crate::support::{house::House, place::Place};

/// Rows about a person on a team of the place, by their seat.
pub async fn fill(house: &House, place: &Place, [team, seat, person]: [Uuid; 3]) {
    let (dispatcher, now) = (place.dispatcher.id, Utc::now());
    let day = NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day");
    let training = Uuid::now_v7();
    let row = training::ActiveModel {
        id: Set(training),
        dispatcher_id: Set(dispatcher),
        kind: Set(TrainingKind::Class),
        year: Set(2022),
        ordinal: Set(1),
        topic: Set("示例".to_owned()),
        held_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, row).await;
    let row = training_attendance::ActiveModel {
        id: Set(Uuid::now_v7()),
        training_id: Set(training),
        dispatcher_id: Set(dispatcher),
        person_id: Set(person),
        attended: Set(true),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, row).await;
    let row = undertaking::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        team_id: Set(team),
        team_member_id: Set(seat),
        person_id: Set(person),
        kind: Set(UndertakingKind::AlcoholBan),
        signed_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, row).await;
    let row = care_record::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        person_id: Set(person),
        kind: Set(CareKind::Talk),
        held_by: Set("示例".to_owned()),
        held_on: Set(day),
        matters: Set("示例".to_owned()),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, row).await;
    let row = violation::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        person_id: Set(person),
        category: Set(ViolationCategory::Style),
        occurred_on: Set(day),
        found_on: Set(day),
        detail: Set("示例".to_owned()),
        status: Set(ViolationStatus::Open),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, row).await;
    let deployed = Uuid::now_v7();
    let row = deployment::ActiveModel {
        id: Set(deployed),
        dispatcher_id: Set(dispatcher),
        person_id: Set(person),
        unit_id: Set(place.objects[0].id),
        purpose: Set("示例".to_owned()),
        starts_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, row).await;
    let row = honour::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(dispatcher),
        person_id: Set(person),
        title: Set("示例".to_owned()),
        granted_by: Set("示例".to_owned()),
        granted_on: Set(day),
        year: Set(2022),
        ground: Set("示例".to_owned()),
        deployment_id: Set(Some(deployed)),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    };
    insert(house, row).await;
    let practised = Uuid::now_v7();
    let row = practice::ActiveModel {
        id: Set(practised),
        dispatcher_id: Set(dispatcher),
        name: Set("示例".to_owned()),
        summary: Set("示例".to_owned()),
        begun_on: Set(day),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, row).await;
    let row = practice_recognition::ActiveModel {
        id: Set(Uuid::now_v7()),
        practice_id: Set(practised),
        dispatcher_id: Set(dispatcher),
        form: Set(RecognitionForm::Praised),
        by_whom: Set("示例".to_owned()),
        level: Set(OrganizationLevel::Province),
        on_day: Set(day),
        access: Set(RecognitionAccess::Open),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
        ..Default::default()
    };
    insert(house, row).await;
}
