//! Correct the dispatch facts of an inspection.

use inspectorate_entity::inspections::inspection::{self, CrossMode};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{dispatch, gates, inspection::Inspection, marking};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, text::Code},
};

/// What correcting the dispatch of an inspection takes.
#[derive(Debug, Input)]
pub struct CorrectDispatchInput {
    /// The inspection, not entered yet (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Code of the dispatching body that authorizes it; leave it out to keep what is recorded (授权机关).
    pub authorizing_body: Option<Code>,
    /// Codes of the dispatchers whose people inspect, all of them; leave it out to keep what is recorded, and when a team is assigned (人员来源).
    pub staff_origins: Option<Vec<Code>>,
    /// How places exchange people for it; leave it out to keep what is recorded (交叉方式).
    pub cross_mode: Option<Coded<CrossMode>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Correct who authorized an inspection and from where its staff comes (更正派出信息); its marks follow.
#[verb(Inspection)]
pub async fn correct_dispatch(change: &mut Change, input: CorrectDispatchInput) -> Result<Uuid> {
    let before = change
        .subject::<inspection::Entity, _>("inspection", &input.inspection, input.version)
        .await?;
    gates::own(change.viewer(), before.dispatcher_id, "input.inspection")?;
    gates::not_entered(before.status, "input.inspection")?;
    if input.staff_origins.is_some() {
        gates::origins_are_not_of_a_team(before.team_id)?;
    }
    let mut corrected = before.clone().into_active_model();
    if let Some(code) = &input.authorizing_body {
        let body = dispatch::dispatcher(change, code, "input.authorizingBody").await?;
        corrected.authorizing_body_id = Set(body.id);
        corrected.authorizing_body_name = Set(body.name);
    }
    if let Some(mode) = input.cross_mode {
        corrected.cross_mode = Set(Some(mode.0));
    }
    let corrected = change.update(&before, corrected).await?;
    if let Some(codes) = &input.staff_origins {
        let origins = dispatch::origins(change, Some(codes), before.dispatcher_id).await?;
        dispatch::replace(change, &corrected, origins).await?;
    }
    let id = corrected.id;
    marking::renew(change, &[corrected]).await?;
    Ok(id)
}
