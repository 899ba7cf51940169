//! What a round and an inspection are carried out by: the rules and templates in force on the day of their approval.

use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::{coverage_object, plan_assignment, round},
    inspections::inspection::{self, InspectionStatus},
    organizations::organization,
    processes::{inspection_checklist, round_checklist, round_rule},
    rules::{
        checklist::{self, ChecklistKind},
        code_list_entry,
        rule_document::{self, RuleStatus},
    },
};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::gates::{self, ObjectKind};
use crate::{access::change::Change, domain::rules::kept::chain, error::Result};

/// The code of GOVERNED_PROCESS for rules that bind rounds with villages only.
const VILLAGE_INSPECTION: &str = "VILLAGE_INSPECTION";
/// The object type of villages.
const VILLAGE: &str = "VILLAGE_OR_COMMUNITY";

/// Bind a round that was just approved: every rule that governs a process and is in force for its dispatcher, the process template,
/// and the focus templates of the objects in it.
pub async fn of_round(change: &mut Change, round: &round::Model, day: NaiveDate) -> Result<()> {
    let way_up = way_up(change, round.dispatcher_id).await?;
    let objects = objects_of(change, round.id).await?;
    let objects = kinds(change, objects).await?;
    let villages = objects
        .iter()
        .any(|object| object.object_type.as_deref() == Some(VILLAGE));
    let rules = rules(change, &way_up, day, villages).await?;
    let rules = rules.into_iter().map(|rule| round_rule::ActiveModel {
        round_id: Set(round.id),
        rule_id: Set(rule),
    });
    change.insert_all(rules.collect()).await?;
    let lists = templates(change, &way_up, day, &objects).await?;
    let lists = lists.into_iter().map(|list| round_checklist::ActiveModel {
        round_id: Set(round.id),
        checklist_id: Set(list.id),
    });
    change.insert_all(lists.collect()).await
}

/// Bind an inspection that was just approved: by the process of its round, and the focus templates of its organization.
pub async fn of_inspection(change: &mut Change, inspection: &inspection::Model) -> Result<()> {
    let day = inspection.approved_on.unwrap_or(inspection.status_on);
    let way_up = way_up(change, inspection.dispatcher_id).await?;
    let objects = kinds(change, vec![inspection.organization_id]).await?;
    let mut lists = templates(change, &way_up, day, &objects).await?;
    if let Some(round) = inspection.round_id {
        let of_round = round_checklist::Column::RoundId.eq(round);
        let of_round = change.rows::<round_checklist::Entity>(of_round).await?;
        let of_round = of_round.into_iter().map(|row| row.checklist_id);
        let process = Condition::all()
            .add(checklist::Column::Id.is_in(of_round))
            .add(checklist::Column::Kind.eq(ChecklistKind::Process));
        let process = change.rows::<checklist::Entity>(process).await?;
        if !process.is_empty() {
            lists.retain(|list| list.kind != ChecklistKind::Process);
            lists.extend(process);
        }
    }
    let bound = inspection_checklist::Column::InspectionId.eq(inspection.id);
    let bound = change.rows::<inspection_checklist::Entity>(bound).await?;
    let new = |list: &checklist::Model| bound.iter().all(|row| row.checklist_id != list.id);
    let lists = lists
        .into_iter()
        .filter(new)
        .map(|list| inspection_checklist::ActiveModel {
            inspection_id: Set(inspection.id),
            checklist_id: Set(list.id),
        });
    change.insert_all(lists.collect()).await
}

/// The dispatcher and its superiors, the nearest first.
async fn way_up(change: &Change, dispatcher: Uuid) -> Result<Vec<Uuid>> {
    let row = organization::Column::Id.eq(dispatcher);
    let row = change.rows::<organization::Entity>(row).await?;
    Ok(row.first().map_or(Vec::new(), |row| chain(&row.path)))
}

/// The organizations that a round inspects: placed in it by a plan, or by an inspection of their own.
async fn objects_of(change: &Change, round: Uuid) -> Result<Vec<Uuid>> {
    let placed = Condition::all()
        .add(plan_assignment::Column::RoundId.eq(round))
        .add(plan_assignment::Column::SupersededOn.is_null());
    let placed = change.rows::<plan_assignment::Entity>(placed).await?;
    let placed = placed.into_iter().map(|row| row.object_id);
    let objects = coverage_object::Column::Id.is_in(placed);
    let objects = change.rows::<coverage_object::Entity>(objects).await?;
    let inspected = Condition::all()
        .add(inspection::Column::RoundId.eq(round))
        .add(inspection::Column::Status.ne(InspectionStatus::Withdrawn));
    let inspected = change.rows::<inspection::Entity>(inspected).await?;
    let mut found: Vec<Uuid> = objects.into_iter().map(|row| row.organization_id).collect();
    found.extend(inspected.into_iter().map(|row| row.organization_id));
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Of what kinds the organizations are, by the lists on which they stand and by their sectors.
async fn kinds(change: &Change, organizations: Vec<Uuid>) -> Result<Vec<ObjectKind>> {
    let listed = Condition::all()
        .add(coverage_object::Column::OrganizationId.is_in(organizations.clone()))
        .add(coverage_object::Column::WithdrawnOn.is_null());
    let listed = change.rows::<coverage_object::Entity>(listed).await?;
    let rows = organization::Column::Id.is_in(organizations);
    let rows = change.rows::<organization::Entity>(rows).await?;
    let mut kinds = Vec::new();
    for row in rows {
        let types = listed
            .iter()
            .filter(|object| object.organization_id == row.id);
        let mut types: Vec<_> = types
            .map(|object| Some(object.object_type.clone()))
            .collect();
        if types.is_empty() {
            types.push(None);
        }
        kinds.extend(types.into_iter().map(|object_type| ObjectKind {
            object_type,
            sector: row.sector_code.clone(),
        }));
    }
    kinds.sort_unstable();
    kinds.dedup();
    Ok(kinds)
}

/// The templates in force on the day, the nearest of each key.
async fn templates(
    change: &Change,
    way_up: &[Uuid],
    day: NaiveDate,
    objects: &[ObjectKind],
) -> Result<Vec<checklist::Model>> {
    use checklist::Column as C;
    let in_force = Condition::all()
        .add(C::Kind.is_in([ChecklistKind::Process, ChecklistKind::Focus]))
        .add(
            Condition::any()
                .add(C::DispatcherId.is_null())
                .add(C::DispatcherId.is_in(way_up.iter().copied())),
        )
        .add(
            Condition::any()
                .add(C::ValidFrom.is_null())
                .add(C::ValidFrom.lte(day)),
        )
        .add(
            Condition::any()
                .add(C::ValidTo.is_null())
                .add(C::ValidTo.gte(day)),
        );
    let mut lists = change.rows::<checklist::Entity>(in_force).await?;
    lists.retain(|list| gates::concerns(list, objects));
    Ok(gates::nearest(lists, way_up))
}

/// The rules in force on the day that say which process they govern; those about villages for rounds with villages only.
async fn rules(
    change: &Change,
    way_up: &[Uuid],
    day: NaiveDate,
    villages: bool,
) -> Result<Vec<Uuid>> {
    use rule_document::Column as C;
    let governing = Condition::all()
        .add(C::GovernsId.is_not_null())
        .add(C::Status.ne(RuleStatus::Inventoried))
        .add(
            Condition::any()
                .add(C::DispatcherId.is_null())
                .add(C::DispatcherId.is_in(way_up.iter().copied())),
        );
    let mut rules = change.rows::<rule_document::Entity>(governing).await?;
    if !villages {
        let about_villages = code_list_entry::Column::Code.eq(VILLAGE_INSPECTION);
        let about_villages = change
            .rows::<code_list_entry::Entity>(about_villages)
            .await?;
        let about_villages: Vec<_> = about_villages.iter().map(|entry| Some(entry.id)).collect();
        rules.retain(|rule| !about_villages.contains(&rule.governs_id));
    }
    let bind = rules.into_iter().filter(|rule| gates::binds_on(rule, day));
    Ok(bind.map(|rule| rule.id).collect())
}
