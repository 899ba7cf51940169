//! Xiamen's rules.

use inspectorate_entity::{
    organizations::agency_registration::Agency,
    rules::{
        improvement_measure,
        rule_document::{RuleCause, RuleStatus},
        superior_requirement::{self, RequirementSource},
    },
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{Document, OWN};
use crate::demo::book::{Book, day, moment};

/// Xiamen's rules as far as their titles are printed, and the 387 that the inspection of state enterprises brought about.
pub fn xiamen(book: &mut Book, city: Uuid) {
    let own = Document {
        issuer: "中共厦门市委",
        source: "厦门市委文章",
        ..OWN
    };
    for (title, governs, status) in [
        (
            "中共厦门市委巡察工作实施办法",
            "WHOLE_INSPECTION",
            RuleStatus::Formal,
        ),
        (
            "中共厦门市委巡察工作规范流程（试行）",
            "WHOLE_INSPECTION",
            RuleStatus::OnTrial,
        ),
        (
            "关于落实巡察过程中精准发现问题要求的通知",
            "FINDING_PROBLEMS",
            RuleStatus::Formal,
        ),
        (
            "关于建立健全巡察工作协作机制的若干意见",
            "COORDINATION",
            RuleStatus::Formal,
        ),
        (
            "关于建立健全巡察机构与纪检监察机关工作协调机制的实施意见",
            "COORDINATION",
            RuleStatus::Formal,
        ),
        (
            "关于建立健全巡察机构与审计机关工作协调机制的实施意见（试行）",
            "COORDINATION",
            RuleStatus::OnTrial,
        ),
        (
            "巡前信息沟通和巡后情况通报工作规程",
            "COORDINATION",
            RuleStatus::Formal,
        ),
        (
            "巡察整改材料审核与公开规程",
            "DISCLOSURE",
            RuleStatus::Formal,
        ),
        (
            "关于加强巡察成果运用的若干意见",
            "RESULTS_USE",
            RuleStatus::Formal,
        ),
        (
            "关于进一步加强巡察整改和成果运用的意见",
            "RESULTS_USE",
            RuleStatus::Formal,
        ),
        (
            "厦门市委巡察整改效果评价办法（试行）",
            "EVALUATION",
            RuleStatus::OnTrial,
        ),
        ("“四个不得”规定", "STYLE", RuleStatus::Formal),
        ("“禁酒令”", "STYLE", RuleStatus::Formal),
        (
            "关于专项整治贯彻落实习近平新时代中国特色社会主义思想和党中央决策部署存在突出问题的实施方案",
            "FINDING_PROBLEMS",
            RuleStatus::Formal,
        ),
    ] {
        book.rule(
            city,
            Document {
                title,
                governs: Some(governs),
                status,
                ..own
            },
        );
    }
    for (title, issuer, agency, governs) in [
        (
            "巡察整改日常监督办法（纪检监察机关）",
            "厦门市纪委监委",
            Agency::Discipline,
            "DAILY_SUPERVISION",
        ),
        (
            "巡察整改日常监督办法（组织部门）",
            "厦门市委组织部",
            Agency::Organization,
            "DAILY_SUPERVISION",
        ),
        (
            "室务会工作规则",
            "厦门市委巡察办",
            Agency::Office,
            "OFFICE_WORK",
        ),
        (
            "中心组学习制度",
            "厦门市委巡察办",
            Agency::Office,
            "OFFICE_WORK",
        ),
    ] {
        book.rule(
            city,
            Document {
                title,
                issuer,
                agency,
                governs: Some(governs),
                ..own
            },
        );
    }
    guidance(book, city);
    let enterprises = Document {
        issuer: "被巡察国有企业（示例）",
        agency: Agency::Object,
        cause: Some((RuleCause::Finding, "国有企业巡察发现的问题")),
        ..own
    };
    book.counted(city, 387, "国有企业制度", enterprises);
}

/// Twenty measures in four aspects, set after the central inspection office had guided the province at the end of 2019.
fn guidance(book: &mut Book, city: Uuid) {
    let requirement = book.id("SuperiorRequirement");
    book.requirements.push(superior_requirement::ActiveModel {
        id: Set(requirement),
        dispatcher_id: Set(city),
        source: Set(RequirementSource::Guidance),
        title: Set("中央巡视办对福建进行指导督导".to_owned()),
        issuer: Set("中央巡视办".to_owned()),
        content: Set(None),
        raised_on: Set(day(2019, 12, 31)),
        relayed_on: Set(None),
        answered_on: Set(Some(day(2020, 1, 31))),
        version: Set(1),
        created_at: Set(moment()),
        updated_at: Set(moment()),
    });
    for number in 0..20 {
        let id = book.id("ImprovementMeasure");
        book.measures.push(improvement_measure::ActiveModel {
            id: Set(id),
            requirement_id: Set(requirement),
            dispatcher_id: Set(city),
            aspect: Set(format!("示例方面{}", number / 5 + 1)),
            content: Set(format!("示例改进措施{:02}", number + 1)),
            owner_id: Set(None),
            set_on: Set(day(2020, 1, 31)),
            due_on: Set(None),
            done_on: Set(None),
            result: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
    }
}
