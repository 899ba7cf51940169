//! A webhook put into the database directly: the tests that need one row of every noun let nothing be called.

use chrono::{SubsecRound, Utc};
use inspectorate_entity::webhooks::webhook::{self, WebhookStatus};
use sea_orm::{ActiveModelTrait, IntoActiveModel};
use uuid::Uuid;

use crate::support::place::Place;

/// The dispatcher of the place registered a webhook.
pub async fn fill(place: &Place) {
    let now = Utc::now().trunc_subsecs(6);
    let row = webhook::Model {
        id: Uuid::now_v7(),
        organization_id: place.dispatcher.id,
        agency: "DISPATCHER".to_owned(),
        url: format!("https://{}.example.org/", place.code),
        noun_filter: Some("Organization".to_owned()),
        action_filter: None,
        status: WebhookStatus::Active,
        position: 0,
        attempts: 0,
        last_attempt_at: None,
        next_attempt_at: None,
        last_error: None,
        signing_key: "c2VjcmV0".to_owned(),
        previous_key: None,
        previous_until: None,
        claimed_by: None,
        claimed_until: None,
        version: 1,
        created_at: now,
        updated_at: now,
    };
    let row = row.into_active_model().reset_all();
    let inserted = row.insert(&place.house.database.writer).await;
    inserted.expect("the row can be written");
}
