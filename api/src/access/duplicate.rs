//! A second row where only one may stand is the client's conflict, not our fault: which input is to blame, in one place.

use sea_orm::{DbErr, RuntimeErr};

use crate::error::Error;

/// What a unique index stands for: the input that takes what must not be there twice. The verbs look first and say more; this is
/// for the one of two simultaneous changes that comes second.
pub const FIELDS: &[(&str, &str)] = &[
    ("ux_organization_code", "input.code"),
    ("ux_organization_path", "input.parent"),
    (
        "ux_organization_affiliation_organization_id",
        "input.organization",
    ),
    ("ux_person_code", "input.code"),
    ("ux_leading_group_dispatcher_id", "input.dispatcher"),
    ("ux_term_dispatcher_id_ordinal", "input.ordinal"),
    ("ux_coverage_plan_term_id_kind_from_year", "input.term"),
    ("ux_sector_block_plan_id_sequence", "input.sequence"),
    ("ux_sector_block_plan_id_name", "input.name"),
    ("ux_round_term_id_ordinal", "input.ordinal"),
    (
        "ux_coverage_object_plan_id_organization_id",
        "input.object.organization",
    ),
    (
        "ux_staff_origin_inspection_id_origin_id",
        "input.staffOrigins",
    ),
    (
        "ux_elevation_ground_inspection_id_reason",
        "input.elevation",
    ),
    ("ux_special_check_inspection_id_kind", "input.kind"),
    (
        "ux_material_request_inspection_id_search",
        "input.materials",
    ),
    ("ux_talk_request_inspection_id_person_id", "input.person"),
    (
        "ux_elevation_indicator_organization_id_dispatcher_id_name_as_of",
        "input.name",
    ),
    ("ux_plan_assignment_object_id", "input.object"),
    ("ux_code_list_dispatcher_id_key", "input.key"),
    ("ux_code_list_key", "input.key"),
    ("ux_code_list_entry_code_list_id_code_edition", "input.code"),
    ("ux_workday_calendar_date", "input.days"),
    ("ux_deadline_rule_dispatcher_id_key_edition", "input.key"),
    ("ux_deadline_rule_key_edition", "input.key"),
    ("ux_required_rule_dispatcher_id_name", "input.name"),
    ("ux_rule_document_dispatcher_id_number", "input.number"),
    ("ux_rule_clause_rule_id_number", "input.number"),
    ("ux_checklist_dispatcher_id_key_edition", "input.key"),
    ("ux_checklist_key_edition", "input.key"),
    ("ux_checklist_item_checklist_id_code", "input.items"),
    ("ux_checklist_answer_inspection_id_item_id", "input.item"),
    ("ux_rule_duty_rule_id_agency_action", "input.action"),
    ("ux_rule_duty_record_duty_id_done_on", "input.on"),
    ("ux_platform_connection_organization_id_kind", "input.kind"),
    (
        "ux_data_package_organization_id_direction_sha256",
        "input.sha256",
    ),
    (
        "ux_data_package_record_package_id_subject_id",
        "input.records",
    ),
    ("ux_round_block_round_id_block_id", "input.block"),
    ("ux_plan_checkpoint_plan_id_kind", "input.plan"),
    ("ux_plan_target_plan_id_indicator_year", "input.indicator"),
    ("ux_plan_target_plan_id_indicator", "input.indicator"),
    ("ux_campaign_dispatcher_id_year_name", "input.name"),
    (
        "ux_team_object_team_id_organization_id",
        "input.organization",
    ),
    (
        "ux_recusal_team_id_person_id_organization_id_tie",
        "input.tie",
    ),
    ("ux_talent_dispatcher_id_pool_person_id", "input.person"),
    (
        "ux_guidance_operation_dispatcher_id_year_name",
        "input.name",
    ),
    ("ux_guidance_group_operation_id_ordinal", "input.operation"),
    (
        "ux_guidance_visit_group_id_dispatcher_id_visited_on",
        "input.visitedOn",
    ),
    ("ux_guidance_suggestion_visit_id_ordinal", "input.visit"),
    (
        "ux_training_dispatcher_id_kind_year_ordinal",
        "input.ordinal",
    ),
    (
        "ux_training_attendance_training_id_person_id",
        "input.attended",
    ),
    ("ux_undertaking_team_member_id_kind", "input.kind"),
    ("ux_practice_dispatcher_id_name", "input.name"),
    ("ux_meeting_item_meeting_id_ordinal", "input.meeting"),
    ("ux_meeting_decision_meeting_id_ordinal", "input.meeting"),
    ("ux_meeting_lesson_meeting_id_ordinal", "input.meeting"),
    (
        "ux_mechanism_party_mechanism_id_organization_id",
        "input.partners",
    ),
    (
        "ux_secondment_quota_round_id_home_organization_id",
        "input.homeOrganization",
    ),
    ("ux_mechanism_duty_mechanism_id_field", "input.duties"),
    (
        "ux_responsibility_partner_responsibility_id_organization_id",
        "input.partners",
    ),
    (
        "ux_coordination_request_object_request_id_organization_id",
        "input.objects",
    ),
    ("ux_coordination_reply_request_id_ordinal", "input.request"),
    (
        "ux_joint_operation_party_operation_id_organization_id",
        "input.partners",
    ),
    (
        "ux_joint_operation_object_operation_id_organization_id",
        "input.objects",
    ),
    ("ux_document_issuer_id_kind_year_serial", "input.document"),
    (
        "ux_document_addressee_document_id_organization_id",
        "input.addressees",
    ),
    (
        "ux_document_signature_document_id_organization_id_signer",
        "input.signer",
    ),
    ("ux_document_file_document_id_name_revision", "input.name"),
    ("ux_audit_finding_project_id_ordinal", "input.project"),
    ("ux_joint_step_operation_id_ordinal", "input.operation"),
    (
        "ux_superior_inspection_dispatcher_id_superior_name",
        "input.name",
    ),
    (
        "ux_access_grant_receiver_id_class_organization_id_operation_id",
        "input.reads",
    ),
    (
        "ux_setting_value_dispatcher_id_key_edition",
        "input.replacesEdition",
    ),
];

/// The error of a write that failed: a conflict that names its field when an index stood against it.
pub fn duplicate(cause: DbErr) -> Error {
    match cause.sql_err() {
        Some(sea_orm::SqlErr::UniqueConstraintViolation(_)) => Error::conflict(
            index(&cause).map_or("input", |index| field(&index)),
            "A record with the same code, number or dates already exists: use another, or change that record.",
            "已存在编码、编号或日期相同的记录：请改用其他值，或修改已有记录。",
        ),
        _ => cause.into(),
    }
}

fn field(index: &str) -> &'static str {
    let known = FIELDS.iter().find(|(name, _)| *name == index);
    known.map_or("input", |(_, field)| field)
}

/// The name of the index: PostgreSQL tells it, SQLite tells the columns that make it up (`round.term_id, round.ordinal`).
fn index(cause: &DbErr) -> Option<String> {
    let (DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error))) =
        cause
    else {
        return None;
    };
    let error = error.as_database_error()?;
    if let Some(name) = error.constraint() {
        return Some(name.to_owned());
    }
    named(error.message())
}

fn named(message: &str) -> Option<String> {
    let (_, columns) = message.rsplit_once(": ")?;
    let mut columns = columns.split(", ").filter_map(|one| one.split_once('.'));
    let (table, first) = columns.next()?;
    let mut name = format!("ux_{table}_{first}");
    for (_, column) in columns {
        name.push('_');
        name.push_str(column);
    }
    Some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_tells_the_columns() {
        let message = "UNIQUE constraint failed: round.term_id, round.ordinal";
        let name = named(message).unwrap();
        assert_eq!(name, "ux_round_term_id_ordinal");
        assert_eq!(field(&name), "input.ordinal");
        assert_eq!(field("ux_of_something_else"), "input");
    }
}
