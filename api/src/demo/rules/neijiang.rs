//! Neijiang's rules.

use inspectorate_entity::{
    organizations::agency_registration::Agency,
    rules::rule_document::{RuleCause, RuleMaking, RuleStatus},
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{Document, OWN};
use crate::demo::book::{Book, day};

/// The measures for the style of work of the inspection bodies.
const STYLE_MEASURES: &str = "巡察机构关于进一步加强和改进工作作风的若干措施";
/// The plan of the special action for style and capacity.
const STYLE_PLAN: &str = "市委巡察机构干部队伍“作风能力专项提升行动”实施方案";

/// Neijiang's year 2022: twenty rules made and four revised, two of each with a printed title.
pub fn neijiang(book: &mut Book, city: Uuid) {
    let own = Document {
        issuer: "内江市委巡察机构",
        agency: Agency::Office,
        cause: Some((RuleCause::GuidanceVisit, "省委巡察指导督导整改")),
        source: "内江市委文章",
        ..OWN
    };
    let new = Document {
        year: Some(2022),
        ..own
    };
    book.rule(
        city,
        Document {
            title: STYLE_MEASURES,
            governs: Some("STYLE"),
            ..new
        },
    );
    book.rule(
        city,
        Document {
            title: "内江市巡察反馈问题整改销号工作机制（试行）",
            governs: Some("WRITE_OFF"),
            status: RuleStatus::OnTrial,
            ..new
        },
    );
    // The year of the method document is not printed.
    book.rule(
        city,
        Document {
            title: "开展对村（社区）党组织巡察工作指导方案",
            governs: Some("VILLAGE_INSPECTION"),
            cause: None,
            ..own
        },
    );
    // Whether the plan is among the twenty is not printed: it stands in the place of one without a title.
    book.rule(
        city,
        Document {
            title: STYLE_PLAN,
            governs: Some("STYLE"),
            ..new
        },
    );
    for number in 4..=20 {
        let title = format!("示例新建制度{number:02}");
        book.rule(
            city,
            Document {
                title: &title,
                ..new
            },
        );
    }
    for (title, governs) in [
        (
            "关于建立市委巡察机构与政法机关工作协调机制的意见",
            Some("COORDINATION"),
        ),
        (
            "关于建立市委巡察机构与市直机关工委工作协作机制的意见",
            Some("COORDINATION"),
        ),
        ("示例修订制度03", None),
        ("示例修订制度04", None),
    ] {
        let revised = book.rule(
            city,
            Document {
                title,
                governs,
                making: RuleMaking::Revision,
                edition: 2,
                ..new
            },
        );
        book.rule(
            city,
            Document {
                title,
                governs,
                status: RuleStatus::Revised,
                ..own
            },
        );
        if let Some(before) = book.rule_documents.last_mut() {
            before.replaced_by_id = Set(Some(revised));
        }
    }
    // The first day is that of the year, no day being printed.
    let name = "市委巡察机构干部队伍“作风能力专项提升行动”";
    let action = book.campaign(city, name, day(2022, 1, 1), None);
    book.carries_out(action, city, &[STYLE_MEASURES, STYLE_PLAN]);
}
