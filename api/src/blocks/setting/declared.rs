//! The closed list of settings: kind, limits and shipped default of each, and the typed names by which code asks for them.

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
        SettingKey::CareIntervalMonths => Declared {
            kind: Kind::Months { most: 60 },
            default: "12",
            governs: "With whom a talk or a visit is due.",
            governs_zh: "谈心谈话、家访到期清单。",
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

/// A setting that says yes or no.
#[derive(Clone, Copy, Debug)]
pub struct Flag(pub(super) SettingKey);

/// A setting that is a whole number: of days, months or things.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub(super) SettingKey);

/// A setting in percentage points.
#[derive(Clone, Copy, Debug)]
pub struct Points(pub(super) SettingKey);

/// A setting that is one value of a closed list.
#[derive(Clone, Copy, Debug)]
pub struct Choice<E> {
    pub(super) key: SettingKey,
    pub(super) default: E,
}

/// Whether effective coverage asks for recorded findings.
pub const EFFECTIVE_NEEDS_FINDINGS: Flag = Flag(SettingKey::EffectiveNeedsFindings);
/// Whether effective coverage asks for feedback.
pub const EFFECTIVE_NEEDS_FEEDBACK: Flag = Flag(SettingKey::EffectiveNeedsFeedback);
/// Whether effective coverage asks for accepted rectification.
pub const EFFECTIVE_NEEDS_RECTIFICATION: Flag = Flag(SettingKey::EffectiveNeedsRectification);
/// When an inspected object counts as covered.
pub const COVERED_WHEN: Choice<CoveredWhen> = Choice {
    key: SettingKey::CoveredWhen,
    default: CoveredWhen::Either,
};
/// Whether a special inspection covers a routine object.
pub const SPECIAL_COUNTS_AS_ROUTINE: Flag = Flag(SettingKey::SpecialCountsAsRoutine);
/// Whether an extended inspection covers a routine object.
pub const EXTENDED_COUNTS_AS_ROUTINE: Flag = Flag(SettingKey::ExtendedCountsAsRoutine);
/// Whether an elevated inspection covers a routine object.
pub const ELEVATED_COUNTS_AS_ROUTINE: Flag = Flag(SettingKey::ElevatedCountsAsRoutine);
/// Whether an object with a special inspection only stays due.
pub const SPECIAL_ONLY_STAYS_DUE: Flag = Flag(SettingKey::SpecialOnlyStaysDue);
/// Months between two inspections of an object.
pub const MINIMUM_INTERVAL_MONTHS: Number = Number(SettingKey::MinimumIntervalMonths);
/// Days after 30 June that a mid-year check may take.
pub const MID_YEAR_CHECK_GRACE_DAYS: Number = Number(SettingKey::MidYearCheckGraceDays);
/// Days after 1 January that the plan of a year may take.
pub const START_PLAN_GRACE_DAYS: Number = Number(SettingKey::StartPlanGraceDays);
/// Days after 31 December that the summary of a year may take.
pub const YEAR_SUMMARY_GRACE_DAYS: Number = Number(SettingKey::YearSummaryGraceDays);
/// Percentage points that coverage may lag.
pub const PACE_TOLERANCE: Points = Points(SettingKey::PaceTolerance);
/// Materials asked for before a routine inspection.
pub const MATERIALS_BEFORE_ROUTINE: Number = Number(SettingKey::MaterialsBeforeRoutine);
/// What a large economy weighs for elevating.
pub const ELEVATION_WEIGHT_LARGE_ECONOMY: Number = Number(SettingKey::ElevationWeightLargeEconomy);
/// What many complaints weigh.
pub const ELEVATION_WEIGHT_MANY_COMPLAINTS: Number =
    Number(SettingKey::ElevationWeightManyComplaints);
/// What strong clans weigh.
pub const ELEVATION_WEIGHT_STRONG_CLANS: Number = Number(SettingKey::ElevationWeightStrongClans);
/// What being hard to govern weighs.
pub const ELEVATION_WEIGHT_HARD_TO_GOVERN: Number = Number(SettingKey::ElevationWeightHardToGovern);
/// What any other reason weighs.
pub const ELEVATION_WEIGHT_OTHER: Number = Number(SettingKey::ElevationWeightOther);
/// Months until a trial rule is due for review.
pub const TRIAL_REVIEW_MONTHS: Number = Number(SettingKey::TrialReviewMonths);
/// The lowest rank of a team leader.
pub const TEAM_LEADER_MINIMUM_RANK: Choice<CadreRank> = Choice {
    key: SettingKey::TeamLeaderMinimumRank,
    default: CadreRank::Staff,
};
/// Whether a cross team has a central leader and mixed members.
pub const CROSS_TEAM_IS_MIXED: Flag = Flag(SettingKey::CrossTeamIsMixed);
/// Months for which a post that was left still ties.
pub const POST_RECUSAL_MONTHS: Number = Number(SettingKey::PostRecusalMonths);
/// Whether the people of a team were trained before it enters.
pub const ENTRY_NEEDS_TRAINING: Flag = Flag(SettingKey::EntryNeedsTraining);
/// Whether the people of a team have signed their undertakings before it enters.
pub const ENTRY_NEEDS_UNDERTAKINGS: Flag = Flag(SettingKey::EntryNeedsUndertakings);
/// Months between talks or visits.
pub const CARE_INTERVAL_MONTHS: Number = Number(SettingKey::CareIntervalMonths);
