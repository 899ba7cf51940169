//! What an inspection means for the coverage ledger: its record is written at the entry and follows it from there. When a record
//! counts as covering is for the ledger and its settings to say.

use inspectorate_entity::{
    coverage::{coverage_object, coverage_record},
    inspections::inspection::{self, InspectionForm},
};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use crate::{access::change::Change, error::Result};

/// Write the record of an inspection that has entered. A pinpoint inspection is part of its parent and has none.
pub async fn begin(change: &mut Change, of: Uuid) -> Result<()> {
    for row in change
        .rows::<inspection::Entity>(inspection::Column::Id.eq(of))
        .await?
    {
        record(change, row).await?;
    }
    Ok(())
}

async fn record(change: &mut Change, of: inspection::Model) -> Result<()> {
    let Some(entered_on) = of.entered_on else {
        return Ok(());
    };
    let (object, extended_from) = match of.form {
        InspectionForm::Pinpoint => return Ok(()),
        // What is reached from the inspection of another does not cover by itself.
        InspectionForm::Extended => (None, record_of_parent(change, &of).await?),
        InspectionForm::Own => (object_of(change, &of).await?, None),
    };
    let record = change
        .insert(coverage_record::ActiveModel {
            dispatcher_id: Set(of.dispatcher_id),
            term_id: Set(of.term_id),
            organization_id: Set(of.organization_id),
            object_id: Set(object),
            round_id: Set(of.round_id),
            kind: Set(of.kind),
            extended_from_id: Set(extended_from),
            operation_name: Set(of.name.clone()),
            batch: Set(of.batch),
            started_on: Set(entered_on),
            ended_on: Set(None),
            reported_on: Set(None),
            fed_back_on: Set(None),
            ..Default::default()
        })
        .await?;
    let mut recorded = of.clone().into_active_model();
    recorded.coverage_record_id = Set(Some(record.id));
    change.update(&of, recorded).await?;
    Ok(())
}

/// Carry the days of an inspection over to its record.
pub async fn follow(change: &mut Change, of: &inspection::Model) -> Result<()> {
    let Some(record) = of.coverage_record_id else {
        return Ok(());
    };
    let records = change
        .rows::<coverage_record::Entity>(coverage_record::Column::Id.eq(record))
        .await?;
    for record in records {
        let mut followed = record.clone().into_active_model();
        followed.ended_on = Set(of.left_on.or(record.ended_on));
        followed.reported_on = Set(of.reported_on.or(record.reported_on));
        followed.fed_back_on = Set(of.fed_back_on.or(record.fed_back_on));
        change.update(&record, followed).await?;
    }
    Ok(())
}

async fn record_of_parent(change: &Change, of: &inspection::Model) -> Result<Option<Uuid>> {
    let Some(parent) = of.parent_id else {
        return Ok(None);
    };
    let parents = change
        .rows::<inspection::Entity>(inspection::Column::Id.eq(parent))
        .await?;
    Ok(parents.first().and_then(|parent| parent.coverage_record_id))
}

/// The object that the organization is on the list of the dispatcher that sends the team: the one listed last. An elevated
/// inspection stands on no list of the higher dispatcher, so that nobody counts it twice.
async fn object_of(change: &Change, of: &inspection::Model) -> Result<Option<Uuid>> {
    let on_list = Condition::all()
        .add(coverage_object::Column::DispatcherId.eq(of.dispatcher_id))
        .add(coverage_object::Column::OrganizationId.eq(of.organization_id))
        .add(coverage_object::Column::WithdrawnOn.is_null());
    let objects = change.rows::<coverage_object::Entity>(on_list).await?;
    let latest = objects.into_iter().max_by_key(|object| object.listed_on);
    Ok(latest.map(|object| object.id))
}
