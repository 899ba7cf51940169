//! A row of every noun of the rules that belongs to a place, put into the database directly, to prove that outsiders see none.

use chrono::{NaiveDate, Utc};
use inspectorate_entity::rules::setting_value::{self, SettingKey, SettingOrigin};
use sea_orm::{ActiveModelTrait, ActiveValue::Set};
use uuid::Uuid;

use crate::support::{house::House, place::Place};

/// One row of each.
pub async fn fill(house: &House, place: &Place) {
    let day = NaiveDate::from_ymd_opt(2022, 1, 1).expect("a day");
    let setting = setting_value::ActiveModel {
        id: Set(Uuid::now_v7()),
        dispatcher_id: Set(place.dispatcher.id),
        key: Set(SettingKey::PaceTolerance),
        edition: Set(1),
        origin: Set(SettingOrigin::Own),
        value: Set(Some("7".to_owned())),
        source_id: Set(None),
        reason: Set("本级规定".to_owned()),
        set_by: Set("测试员".to_owned()),
        valid_from: Set(day),
        valid_to: Set(None),
        version: Set(1),
        created_at: Set(Utc::now()),
        updated_at: Set(Utc::now()),
    };
    let inserted = setting.insert(&house.database.writer).await;
    inserted.expect("the setting can be written");
}
