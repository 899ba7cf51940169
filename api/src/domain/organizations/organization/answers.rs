//! What other areas know of an organization, gathered for the noun: records of theirs and what they work out.

pub use crate::domain::{
    audits::audit_project::AuditProject,
    coordination::{months_without_visit::months_without_visit, partners::coordination_partners},
    coverage::{
        comparison::{CoverageComparison, coverage},
        coverage_object::CoverageObject,
    },
    inspections::{
        elevation_candidates::{ElevationCandidate, elevation_candidates},
        inspection::Inspection,
        modes::{InspectionModes, inspection_modes},
        topic_inspections::{TopicInspections, topic_inspections},
    },
    joint_operations::{
        joint_operation_object::JointOperationObject,
        joint_year::{JointYear, joint_year},
    },
    journal::{
        platform_connection::PlatformConnection,
        platform_coverage::{self, PlatformCoverage},
        platform_use::{self, PlatformMonth},
    },
    meetings::meeting_year::{MeetingYear, meeting_year},
    processes::process_conformance::{ProcessConformance, conformance},
    rules::{
        required_rule::RequiredRule,
        requirement_progress::requirements_answered,
        rule_document::RuleDocument,
        rule_year::{RuleYear, basic_list_answered, rule_year},
        setting::{Setting, settings},
        setting_value::SettingValue,
        superior_requirement::SuperiorRequirement,
    },
    staffing::{
        quota_standing::{OverdueQuota, overdue_quotas},
        sent_to_superiors::{SentToSuperiors, sent_to_superiors},
        workforce::{Workforce, workforce},
    },
    teams::{
        care_due::{CareDue, care_due},
        incentives::{Incentives, incentives},
        secondment_figures::{SecondmentFigures, secondment_figures},
    },
};
