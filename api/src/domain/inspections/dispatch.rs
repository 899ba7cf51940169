//! The dispatch facts as verbs are given them: bodies by their code, since they may lie outside the jurisdiction.

use inspectorate_entity::{
    inspections::{inspection, staff_origin},
    organizations::{agency_registration, organization},
};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::text::Code,
};

/// The dispatcher with this code, of whichever place: that a dispatching Party organization exists is no secret.
pub async fn dispatcher(change: &Change, code: &Code, field: &str) -> Result<organization::Model> {
    let found = change
        .rows::<organization::Entity>(organization::Column::Code.eq(code.0.as_str()))
        .await?;
    let hidden = || Error::not_found("Organization", field);
    let body = found.into_iter().next().ok_or_else(hidden)?;
    let today = change.today();
    let registered = Condition::all()
        .add(agency_registration::Column::OrganizationId.eq(body.id))
        .add(agency_registration::Column::Agency.eq(agency_registration::Agency::Dispatcher))
        .add(agency_registration::Column::StartsOn.lte(today))
        .add(
            Condition::any()
                .add(agency_registration::Column::EndsOn.is_null())
                .add(agency_registration::Column::EndsOn.gte(today)),
        );
    let registered = change
        .rows::<agency_registration::Entity>(registered)
        .await?;
    if registered.is_empty() {
        return Err(hidden());
    }
    Ok(body)
}

/// The dispatchers with these codes; the viewer's own when none is given.
pub async fn origins(
    change: &Change,
    codes: Option<&[Code]>,
    own: Uuid,
) -> Result<Vec<organization::Model>> {
    let Some(codes) = codes else {
        return change
            .rows::<organization::Entity>(organization::Column::Id.eq(own))
            .await;
    };
    if codes.is_empty() {
        return Err(Error::bad_input(
            "input.staffOrigins",
            "The list is empty: leave it out for your own people, or give at least one place.",
            "人员来源为空：请至少填写一处，或不填表示本级人员。",
        ));
    }
    let mut origins: Vec<organization::Model> = Vec::with_capacity(codes.len());
    for (number, code) in codes.iter().enumerate() {
        let body = dispatcher(change, code, &format!("input.staffOrigins.{number}")).await?;
        if !origins.iter().any(|known| known.id == body.id) {
            origins.push(body);
        }
    }
    Ok(origins)
}

/// Write from where the staff of an inspection comes.
pub async fn write(
    change: &mut Change,
    of: &inspection::Model,
    origins: &[organization::Model],
) -> Result<()> {
    for origin in origins {
        change
            .insert(staff_origin::ActiveModel {
                inspection_id: Set(of.id),
                dispatcher_id: Set(of.dispatcher_id),
                origin_id: Set(origin.id),
                origin_code: Set(origin.code.clone()),
                origin_name: Set(origin.name.clone()),
                open_on: Set(opened_on(of)),
                ends_on: Set(None),
                ..Default::default()
            })
            .await?;
    }
    Ok(())
}

/// Let `origins` be the places from which the staff comes; what held before keeps its last day.
pub async fn replace(
    change: &mut Change,
    of: &inspection::Model,
    origins: Vec<organization::Model>,
) -> Result<()> {
    let holding = holding(change, of.id).await?;
    let today = change.today();
    for row in &holding {
        if !origins.iter().any(|origin| origin.id == row.origin_id) {
            let mut ended = sea_orm::IntoActiveModel::into_active_model(row.clone());
            ended.ends_on = Set(Some(today));
            change.update(row, ended).await?;
        }
    }
    let new: Vec<_> = origins
        .into_iter()
        .filter(|origin| !holding.iter().any(|row| row.origin_id == origin.id))
        .collect();
    write(change, of, &new).await
}

/// From when those who lend people may know: from the approval on, of a look-back from its entry on.
fn opened_on(of: &inspection::Model) -> Option<chrono::NaiveDate> {
    use inspectorate_entity::coverage::coverage_record::InspectionKind as Kind;
    match of.kind {
        Kind::Routine | Kind::Special | Kind::Mobile => of.approved_on,
        Kind::LookBack => of.entered_on,
    }
}

/// The places that hold now.
pub async fn holding(change: &Change, of: Uuid) -> Result<Vec<staff_origin::Model>> {
    let holding = Condition::all()
        .add(staff_origin::Column::InspectionId.eq(of))
        .add(staff_origin::Column::EndsOn.is_null());
    change.rows::<staff_origin::Entity>(holding).await
}

/// Let those who lend people know, as soon as they may.
pub async fn open(change: &mut Change, of: &inspection::Model) -> Result<()> {
    let Some(day) = opened_on(of) else {
        return Ok(());
    };
    for row in holding(change, of.id).await? {
        if row.open_on.is_some() {
            continue;
        }
        let mut opened = sea_orm::IntoActiveModel::into_active_model(row.clone());
        opened.open_on = Set(Some(day));
        change.update(&row, opened).await?;
    }
    Ok(())
}
