//! The ministry's rules.

use inspectorate_entity::{
    organizations::agency_registration::Agency,
    rules::rule_document::{RuleCause, RuleKind, RuleStatus, RuleTier},
};
use uuid::Uuid;

use super::{Document, OWN};
use crate::demo::book::Book;

/// The ministry's own set in three tiers, and the 984 + 38 rules that rectification brought about since 2017.
pub fn ministry(book: &mut Book, ministry: Uuid) {
    let own = Document {
        issuer: "财政部党组",
        source: "财政部党组文章",
        cause: Some((RuleCause::SuperiorRule, "完善制度规定，规范工作流程")),
        ..OWN
    };
    let core = book.rule(
        ministry,
        Document {
            title: "财政部党组巡视工作实施办法",
            tier: Some(RuleTier::Core),
            governs: Some("WHOLE_INSPECTION"),
            ..own
        },
    );
    book.basis(core, "INSPECTION_REGULATIONS");
    let process = book.rule(
        ministry,
        Document {
            title: "财政部党组巡视工作流程规则",
            tier: Some(RuleTier::Supporting),
            parent: Some(core),
            governs: Some("WHOLE_INSPECTION"),
            ..own
        },
    );
    book.rule(
        ministry,
        Document {
            title: "关于建立中央巡视机构与财政部协作机制的意见",
            issuer: "中央巡视机构（示例）",
            kind: RuleKind::OfSuperior,
            governs: Some("COORDINATION"),
            cause: None,
            ..own
        },
    );
    for (title, governs, central) in [
        ("巡视报告问题底稿编制办法", "WORKING_PAPERS", None),
        ("关于加强巡视巡察上下联动的制度", "LINKAGE", None),
        (
            "加强巡视整改和成果运用的具体措施",
            "RECTIFICATION",
            Some("RECTIFICATION_AND_RESULTS_USE"),
        ),
        ("关于加强干部监督工作的意见", "CADRE_SUPERVISION", None),
        (
            "落实加强对“一把手”和领导班子监督的具体措施",
            "HEAD_SUPERVISION",
            Some("SUPERVISION_OF_HEADS"),
        ),
    ] {
        let rule = book.rule(
            ministry,
            Document {
                title,
                tier: Some(RuleTier::Detailed),
                parent: Some(process),
                governs: Some(governs),
                ..own
            },
        );
        if let Some(central) = central {
            book.basis(rule, central);
        }
    }
    book.rule(
        ministry,
        Document {
            title: "关于进一步加强归口管理和部属企业干部人事管理的意见（试行）",
            kind: RuleKind::FromRectification,
            governs: Some("ENTERPRISE_PERSONNEL"),
            cause: Some((
                RuleCause::CommonProblem,
                "归口管理企业干部人才队伍管理普遍存在薄弱环节",
            )),
            status: RuleStatus::OnTrial,
            ..own
        },
    );
    let inspected = Document {
        issuer: "被巡视党组织（示例）",
        agency: Agency::Object,
        cause: Some((RuleCause::Finding, "根据巡视反馈意见制定完善")),
        ..own
    };
    book.counted(ministry, 984, "被巡视党组织制度", inspected);
    let functional = Document {
        issuer: "职能单位（示例）",
        agency: Agency::Functional,
        cause: Some((RuleCause::CommonProblem, "巡视发现的共性问题")),
        ..own
    };
    book.counted(ministry, 38, "职能单位制度", functional);
}
