//! What inspections bring to the schema: their nouns and their verbs, one word each.

use super::{
    announce_round, approve_inspection, approve_round, close_inspection, close_round,
    correct_dispatch, elevate_inspection, elevation_ground, enter_inspection, extend_inspection,
    feed_back_inspection, feed_back_round, focus_round, inspection, leave_inspection, link_group,
    link_inspection, load_earlier_inspections, mobilize_inspection, mobilize_round, notify_round,
    open_link_group, pre_inform_inspection, pre_inform_round, propose_inspection,
    report_inspection, report_round, review_round, send_detachments, staff_origin, start_round,
    train_round, withdraw_inspection,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        inspection::Inspection::DEF,
        staff_origin::StaffOrigin::DEF,
        elevation_ground::ElevationGround::DEF,
        link_group::LinkGroup::DEF,
    ],
    verbs: &[
        &propose_inspection::VERB,
        &extend_inspection::VERB,
        &send_detachments::VERB,
        &elevate_inspection::VERB,
        &correct_dispatch::VERB,
        &open_link_group::VERB,
        &link_inspection::VERB,
        &load_earlier_inspections::VERB,
        &approve_inspection::VERB,
        &pre_inform_inspection::VERB,
        &mobilize_inspection::VERB,
        &enter_inspection::VERB,
        &leave_inspection::VERB,
        &report_inspection::VERB,
        &feed_back_inspection::VERB,
        &close_inspection::VERB,
        &withdraw_inspection::VERB,
        &focus_round::VERB,
        &approve_round::VERB,
        &announce_round::VERB,
        &pre_inform_round::VERB,
        &train_round::VERB,
        &mobilize_round::VERB,
        &start_round::VERB,
        &report_round::VERB,
        &feed_back_round::VERB,
        &notify_round::VERB,
        &review_round::VERB,
        &close_round::VERB,
    ],
    queries: &[],
};
