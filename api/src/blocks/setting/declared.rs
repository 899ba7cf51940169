//! The closed list of settings: kind, limits and shipped default of each.

use inspectorate_entity::{
    rules::setting_value::{CoveredWhen, SettingKey},
    teams::team_member::CadreRank,
    vocabulary::{Entry, Vocabulary},
};
use rust_decimal::Decimal;

use crate::error::{Error, Result};

/// Where every shipped default comes from.
pub const DEFAULT_NOTE: &str =
    "Inspectorate's default: no source prints a value, set your own with setSetting.";
/// The same in Chinese.
pub const DEFAULT_NOTE_ZH: &str = "软件默认值：来源文件未作规定，请用 setSetting 自行设定。";

/// Where the default of `key` comes from, in English and Chinese.
pub fn source_of_default(key: SettingKey) -> (&'static str, &'static str) {
    if key == SettingKey::MaterialsBeforeRoutine {
        return (
            "The number that Xiamen prints for its list (S196); set your own with setSetting.",
            "厦门市委文章所载清单份数（S196），可用 setSetting 自行设定。",
        );
    }
    (DEFAULT_NOTE, DEFAULT_NOTE_ZH)
}

/// What values a setting takes.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    Flag,
    Days { most: i32 },
    Months { most: i32 },
    Count { most: i32 },
    PercentagePoints { most: i32 },
    OneOf(fn() -> &'static [Entry]),
}

/// One setting as it ships. What it means stands in the vocabulary of its keys.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    pub kind: Kind,
    pub default: &'static str,
    /// Which rules and figures go by it.
    pub governs: &'static str,
    pub governs_zh: &'static str,
}

const EFFECTIVE: Declared = Declared {
    kind: Kind::Flag,
    default: "true",
    governs: "Effective coverage in the ledger, beside the nominal.",
    governs_zh: "台账中的有效覆盖（与有形覆盖并列）。",
};

const COUNTS: Declared = Declared {
    kind: Kind::Flag,
    default: "false",
    governs: "Which objects of the list the ledger counts as covered.",
    governs_zh: "台账认定名单对象是否已覆盖。",
};

const ELEVATION_WEIGHT: Declared = Declared {
    kind: Kind::Count { most: 100 },
    default: "1",
    governs: "How candidates for elevated inspection are ranked; all reasons weigh the same unless set otherwise.",
    governs_zh: "提级备选对象的排序；未另行设定时各项条件权重相同。",
};

/// The declaration of `key`.
pub const fn declared(key: SettingKey) -> Declared {
    match key {
        SettingKey::EffectiveNeedsFindings | SettingKey::EffectiveNeedsFeedback => EFFECTIVE,
        SettingKey::EffectiveNeedsRectification => Declared {
            default: "false",
            ..EFFECTIVE
        },
        SettingKey::CoveredWhen => Declared {
            kind: Kind::OneOf(CoveredWhen::variants),
            default: "EITHER",
            ..COUNTS
        },
        SettingKey::SpecialCountsAsRoutine
        | SettingKey::ExtendedCountsAsRoutine
        | SettingKey::ElevatedCountsAsRoutine => COUNTS,
        SettingKey::SpecialOnlyStaysDue => Declared {
            default: "true",
            ..COUNTS
        },
        SettingKey::MinimumIntervalMonths => Declared {
            kind: Kind::Months { most: 120 },
            default: "12",
            governs: "How early proposals of a schedule place an object again.",
            governs_zh: "排期建议中同一对象再次安排的最早时间。",
        },
        SettingKey::MidYearCheckGraceDays => Declared {
            kind: Kind::Days { most: 184 },
            default: "31",
            governs: "Until when the check in the middle of a year is due, where no day was set for it.",
            governs_zh: "未另设日期时，年中检查的应完成日期。",
        },
        SettingKey::StartPlanGraceDays => Declared {
            kind: Kind::Days { most: 184 },
            default: "90",
            governs: "Until when the plan at the start of a year is due, where no day was set for it.",
            governs_zh: "未另设日期时，年初计划的应完成日期。",
        },
        SettingKey::YearSummaryGraceDays => Declared {
            kind: Kind::Days { most: 184 },
            default: "31",
            governs: "Until when the summary at the end of a year is due, where no day was set for it.",
            governs_zh: "未另设日期时，年末总结的应完成日期。",
        },
        SettingKey::PaceTolerance => Declared {
            kind: Kind::PercentagePoints { most: 100 },
            default: "5",
            governs: "When coverage is behind its plan and objects are at risk of being missed.",
            governs_zh: "何时认定覆盖进度滞后、对象可能遗漏。",
        },
        SettingKey::MaterialsBeforeRoutine => Declared {
            kind: Kind::Count { most: 1000 },
            default: "28",
            governs: "How many materials may be asked for before a routine inspection.",
            governs_zh: "常规巡察进驻前索取材料的份数。",
        },
        SettingKey::ElevationWeightLargeEconomy
        | SettingKey::ElevationWeightManyComplaints
        | SettingKey::ElevationWeightStrongClans
        | SettingKey::ElevationWeightHardToGovern
        | SettingKey::ElevationWeightOther => ELEVATION_WEIGHT,
        SettingKey::TrialReviewMonths => Declared {
            kind: Kind::Months { most: 120 },
            default: "24",
            governs: "When a rule document in force on trial is due for review, unless it prints a day itself.",
            governs_zh: "试行制度何时应当复核（文件自身载明日期的除外）。",
        },
        SettingKey::TeamLeaderMinimumRank => Declared {
            kind: Kind::OneOf(CadreRank::variants),
            default: "STAFF",
            governs: "Who may be seated as leader of a team.",
            governs_zh: "何人可担任巡察组组长。",
        },
        SettingKey::CrossTeamIsMixed => Declared {
            kind: Kind::Flag,
            default: "true",
            governs: "Whether a cross team can be approved.",
            governs_zh: "交叉巡察组能否批准。",
        },
        SettingKey::TeamNeedsSecondedDeputy => Declared {
            kind: Kind::Flag,
            default: "false",
            governs: "Whether a team can be approved and called to its task, and whether it may enter.",
            governs_zh: "巡察组能否批准、动员和进驻。",
        },
        SettingKey::StartNeedsMobilization => Declared {
            kind: Kind::Flag,
            default: "false",
            governs: "Whether a round can be recorded as mobilized and as on site.",
            governs_zh: "轮次能否登记为已动员、已进驻。",
        },
        SettingKey::PostRecusalMonths => Declared {
            kind: Kind::Months { most: 600 },
            default: "36",
            governs: "Which ties the search in dated posts raises.",
            governs_zh: "回避比对中认定哪些任职情形。",
        },
        SettingKey::EntryNeedsTraining | SettingKey::EntryNeedsUndertakings => Declared {
            kind: Kind::Flag,
            default: "false",
            governs: "Whether a team may enter the organization that it inspects.",
            governs_zh: "巡察组能否进驻。",
        },
        SettingKey::SecondmentNeedsPower => Declared {
            kind: Kind::Flag,
            default: "false",
            governs: "Whether the office may let a seconded person begin.",
            governs_zh: "巡察办能否让抽调人员到岗。",
        },
        SettingKey::CareIntervalMonths => Declared {
            kind: Kind::Months { most: 60 },
            default: "12",
            governs: "With whom a talk or a visit is due.",
            governs_zh: "谈心谈话、家访到期清单。",
        },
        SettingKey::MeetingQuorum => Declared {
            kind: Kind::PercentagePoints { most: 100 },
            default: "50",
            governs: "Whether a meeting can be recorded as held.",
            governs_zh: "会议能否登记为已召开。",
        },
        SettingKey::JointEntryToleranceDays => Declared {
            kind: Kind::Days { most: 60 },
            default: "0",
            governs: "When the sides of a joint operation count as having entered at the same time.",
            governs_zh: "联动监督各方何时视为同时进点。",
        },
        SettingKey::JointReportNeedsConditions => Declared {
            kind: Kind::Flag,
            default: "false",
            governs: "Whether the results of a joint operation can be reported.",
            governs_zh: "联动监督成果能否报告。",
        },
        SettingKey::SubstitutesCountForQuorum => Declared {
            kind: Kind::Flag,
            default: "true",
            governs: "How many count as having come to a meeting.",
            governs_zh: "会议实到人数的计算。",
        },
    }
}

impl Declared {
    /// The value as it is stored, when `text` is one that this setting takes.
    pub fn accept(&self, text: &str) -> Result<String> {
        let accepted = match self.kind {
            Kind::Flag => matches!(text, "true" | "false").then(|| text.to_owned()),
            Kind::Days { most } | Kind::Months { most } | Kind::Count { most } => text
                .parse::<i32>()
                .ok()
                .filter(|number| (0..=most).contains(number))
                .map(|number| number.to_string()),
            Kind::PercentagePoints { most } => text
                .parse::<Decimal>()
                .ok()
                .filter(|points| {
                    (Decimal::ZERO..=most.into()).contains(points) && points.scale() <= 2
                })
                .map(|points| points.normalize().to_string()),
            Kind::OneOf(entries) => {
                let known = entries().iter().find(|entry| entry.value == text);
                known.map(|entry| entry.value.to_owned())
            }
        };
        accepted.ok_or_else(|| {
            let (takes, takes_zh) = self.takes();
            Error::bad_input(
                "input.value",
                format!("This setting takes {takes}."),
                format!("该设置项应填写{takes_zh}。"),
            )
        })
    }

    fn takes(&self) -> (String, String) {
        match self.kind {
            Kind::Flag => ("true or false".to_owned(), " true 或 false".to_owned()),
            Kind::Days { most } => (
                format!("a whole number of days from 0 to {most}"),
                format!(" 0 至 {most} 的整数天数"),
            ),
            Kind::Months { most } => (
                format!("a whole number of months from 0 to {most}"),
                format!(" 0 至 {most} 的整数月数"),
            ),
            Kind::Count { most } => (
                format!("a whole number from 0 to {most}"),
                format!(" 0 至 {most} 的整数"),
            ),
            Kind::PercentagePoints { most } => (
                format!("percentage points from 0 to {most} with at most two decimals"),
                format!(" 0 至 {most} 的百分点，至多两位小数"),
            ),
            Kind::OneOf(entries) => {
                let values: Vec<_> = entries().iter().map(|entry| entry.value).collect();
                let list = values.join(", ");
                (format!("one of {list}"), format!("下列取值之一：{list}"))
            }
        }
    }
}
