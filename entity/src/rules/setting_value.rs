//! Settings of a dispatcher: what the sources leave open, one row per edition of a value.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a dispatcher can set, because the sources leave it open or places differ (设置项).
    pub enum SettingKey {
        /// Whether an inspection counts as effective only once its findings are recorded (有效覆盖：须登记发现问题).
        EffectiveNeedsFindings = "EFFECTIVE_NEEDS_FINDINGS",
        /// Whether an inspection counts as effective only once feedback was given (有效覆盖：须已反馈).
        EffectiveNeedsFeedback = "EFFECTIVE_NEEDS_FEEDBACK",
        /// Whether an inspection counts as effective only once its rectification was accepted (有效覆盖：须整改验收).
        EffectiveNeedsRectification = "EFFECTIVE_NEEDS_RECTIFICATION",
        /// From when on an object counts as covered (覆盖认定时点).
        CoveredWhen = "COVERED_WHEN",
        /// Whether a special inspection covers an object that the list asks to inspect routinely (专项计入常规覆盖).
        SpecialCountsAsRoutine = "SPECIAL_COUNTS_AS_ROUTINE",
        /// Whether being reached by the extended inspection of another object covers one that the list asks to inspect routinely (延伸计入常规覆盖).
        ExtendedCountsAsRoutine = "EXTENDED_COUNTS_AS_ROUTINE",
        /// Whether an elevated inspection by a higher dispatcher covers an object that the list asks to inspect routinely (提级计入常规覆盖).
        ElevatedCountsAsRoutine = "ELEVATED_COUNTS_AS_ROUTINE",
        /// Whether an object that only had a special inspection stays due for the routine one (仅专项仍需常规).
        SpecialOnlyStaysDue = "SPECIAL_ONLY_STAYS_DUE",
        /// Months that lie at least between two inspections of the same object (两次巡察最短间隔).
        MinimumIntervalMonths = "MINIMUM_INTERVAL_MONTHS",
        /// Days after 1 January until which the plan of a year is still in time (年初计划宽限天数).
        StartPlanGraceDays = "START_PLAN_GRACE_DAYS",
        /// Days after 31 December until which the summary of a year is still in time (年末总结宽限天数).
        YearSummaryGraceDays = "YEAR_SUMMARY_GRACE_DAYS",
        /// Days after 30 June on which a mid-year check still counts as held in time (年中检查宽限天数).
        MidYearCheckGraceDays = "MID_YEAR_CHECK_GRACE_DAYS",
        /// Percentage points that coverage may lag behind the plan before objects are said to be at risk (进度滞后容忍度).
        PaceTolerance = "PACE_TOLERANCE",
        /// Months after which a rule in force on trial is due for review (试行制度复核期限).
        TrialReviewMonths = "TRIAL_REVIEW_MONTHS",
        /// The lowest rank that a team leader may have (巡察组组长最低职级).
        TeamLeaderMinimumRank = "TEAM_LEADER_MINIMUM_RANK",
        /// Whether the leader of a cross team comes from the dispatcher's own level and its other members from several places (交叉组长统派、组员混编).
        CrossTeamIsMixed = "CROSS_TEAM_IS_MIXED",
        /// Whether every team, but no detachment, has at least one deputy leader on secondment; the sources tell of such deputies and leave open whether every team must have one (每组至少一名挂职副组长).
        TeamNeedsSecondedDeputy = "TEAM_NEEDS_SECONDED_DEPUTY",
        /// Whether a round is mobilized and started only after its mobilization meeting was held; the sources tell of the meeting and not that nothing may start without it (动员部署会召开后方可启动轮次).
        StartNeedsMobilization = "START_NEEDS_MOBILIZATION",
        /// How many materials an organization is asked for at most before a routine inspection (常规巡察巡前材料上限).
        MaterialsBeforeRoutine = "MATERIALS_BEFORE_ROUTINE",
        /// Months for which a post that was left still ties its holder to the organization (任职回避期限).
        PostRecusalMonths = "POST_RECUSAL_MONTHS",
        /// What a large economy weighs among the reasons for elevating an inspection (提级权重：经济体量大).
        ElevationWeightLargeEconomy = "ELEVATION_WEIGHT_LARGE_ECONOMY",
        /// What many complaints weigh among the reasons for elevating an inspection (提级权重：群众反映多).
        ElevationWeightManyComplaints = "ELEVATION_WEIGHT_MANY_COMPLAINTS",
        /// What strong clans weigh among the reasons for elevating an inspection (提级权重：宗族势力强).
        ElevationWeightStrongClans = "ELEVATION_WEIGHT_STRONG_CLANS",
        /// What being hard to govern weighs among the reasons for elevating an inspection (提级权重：治理工作难).
        ElevationWeightHardToGovern = "ELEVATION_WEIGHT_HARD_TO_GOVERN",
        /// What every reason weighs for elevating an inspection that a dispatcher added to the list itself (提级权重：其他).
        ElevationWeightOther = "ELEVATION_WEIGHT_OTHER",
        /// Whether everybody on a team was at the training before its round when it enters (进驻前须完成巡前业务培训).
        EntryNeedsTraining = "ENTRY_NEEDS_TRAINING",
        /// Whether everybody on a team has signed the four must-nots and the alcohol ban when it enters (进驻前须签订承诺书).
        EntryNeedsUndertakings = "ENTRY_NEEDS_UNDERTAKINGS",
        /// Months after which a talk with somebody on a team, or a visit to the home, is due again (谈心家访间隔).
        CareIntervalMonths = "CARE_INTERVAL_MONTHS",
        /// Which share of those whom a meeting needs has to come, in per cent (会议法定到会比例).
        MeetingQuorum = "MEETING_QUORUM",
        /// Whether somebody who comes for another counts among those who came to a meeting (代会者计入到会).
        SubstitutesCountForQuorum = "SUBSTITUTES_COUNT_FOR_QUORUM",
        /// Days that the sides of a joint operation may enter apart and still count as having entered at the same time (同时进点容差天数).
        JointEntryToleranceDays = "JOINT_ENTRY_TOLERANCE_DAYS",
        /// Whether entry at the same time, the common plan, cooperation and shared results are all asked for before a joint operation is reported (联动报告须具备四项条件).
        JointReportNeedsConditions = "JOINT_REPORT_NEEDS_CONDITIONS",
        /// Whether the office lets a seconded person begin only while it holds a delegated power over people (抽调须有人员管理权限).
        SecondmentNeedsPower = "SECONDMENT_NEEDS_POWER",
    }
}

vocabulary! {
    /// When an inspected object counts as covered (覆盖认定时点).
    pub enum CoveredWhen {
        /// Once the report of the team was heard (已听取汇报).
        ReportHeard = "REPORT_HEARD",
        /// Once its problems were fed back to it (已反馈).
        FedBack = "FED_BACK",
        /// Once either happened (汇报或反馈).
        Either = "EITHER",
    }
}

vocabulary! {
    /// Where a dispatcher has the value of a setting from (设置来源).
    pub enum SettingOrigin {
        /// It set the value itself (自行设定).
        Own = "OWN",
        /// It goes by its nearest superior that has a value, else by the shipped default (沿用上级).
        Superior = "SUPERIOR",
        /// It goes by a dispatcher that it named in place of its superior (沿用指定机关).
        Named = "NAMED",
    }
}

/// What a dispatcher decided about one setting (设置记录) from a day on; a later decision is a new row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "setting_value")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatching organization that decided.
    pub dispatcher_id: Uuid,
    pub key: SettingKey,
    /// Which decision of this dispatcher on this setting, counted from 1.
    pub edition: i32,
    pub origin: SettingOrigin,
    /// The value as its kind spells it; null unless the dispatcher set it itself.
    #[sea_orm(column_type = "Text", nullable)]
    pub value: Option<String>,
    /// The dispatcher whose value holds; null unless one was named.
    pub source_id: Option<Uuid>,
    /// Why.
    #[sea_orm(column_type = "Text")]
    pub reason: String,
    /// Name of the person who set it.
    #[sea_orm(column_type = "Text")]
    pub set_by: String,
    /// First day on which it holds.
    pub valid_from: Date,
    /// Last day on which it holds; null while it does.
    pub valid_to: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
