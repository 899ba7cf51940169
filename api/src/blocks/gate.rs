//! The names of the rules that can stand in the way of a verb; the schema serves them as `Gate`.

/// A rule of the work (硬性门槛) that refused a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum Gate {
    /// The life cycle does not lead from the record's state to the one asked for (状态不允许).
    WrongState,
    /// A term of the same dispatcher already covers part of these dates (届期重叠).
    TermOverlaps,
    /// The organization already stands on this object list (对象重复列入).
    ObjectListedTwice,
    /// The organization belongs to another dispatcher (非本级派出机关的对象).
    ObjectOfAnotherDispatcher,
    /// The move would make an organization its own ancestor (隶属关系成环).
    CycleInTree,
    /// The working days of that year are not published, so the day cannot be counted (工作日历未公布).
    CalendarUnpublished,
    /// The clock of the deadline is stopped where it has to run, or runs where it has to be stopped (期限计时状态不符).
    DeadlineClock,
    /// The deadline has passed: it can be extended, not stopped (期限已过).
    DeadlinePassed,
    /// An extension leads to a later day than the one that stands (延期日期须晚于原到期日).
    ExtensionNotLater,
    /// By its rule other agencies extend this deadline (无延期批准权).
    ExtensionByOthers,
    /// The code list or rule is shipped with the service: keep one of your own beside it (内置数据不可修改).
    ShippedWithService,
    /// A superior keeps the code list or rule: keep one of your own beside it (上级设定，本级不可修改).
    KeptBySuperior,
    /// The edition has ended: change the one that stands (该版次已停用).
    EditionEnded,
    /// The year or date lies outside the term or plan (超出届期或规划年度).
    YearOutsidePlan,
    /// The five-year plan above it is not issued yet (五年规划尚未制发).
    FiveYearPlanNotIssued,
    /// The term already has this plan (规划已存在).
    PlanExists,
    /// The plan has no object on its list (规划没有对象).
    PlanWithoutObjects,
    /// The number of objects that the plan prints is not the number on its list (对象数与名单不符).
    ObjectCountDiffers,
    /// The object was taken off the list (对象已调出).
    ObjectWithdrawn,
    /// A look-back needs an inspection before it (尚未巡察，不能回头看).
    NotInspectedBefore,
    /// Objects on the list are not covered yet (仍有对象未覆盖).
    ObjectsUncovered,
    /// The round belongs to another term or year (轮次不属于该届或该年度).
    RoundOfAnotherTerm,
}

impl Gate {
    /// The spelling on the wire, equal to the enum value in the schema.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WrongState => "WRONG_STATE",
            Self::TermOverlaps => "TERM_OVERLAPS",
            Self::ObjectListedTwice => "OBJECT_LISTED_TWICE",
            Self::ObjectOfAnotherDispatcher => "OBJECT_OF_ANOTHER_DISPATCHER",
            Self::CycleInTree => "CYCLE_IN_TREE",
            Self::CalendarUnpublished => "CALENDAR_UNPUBLISHED",
            Self::DeadlineClock => "DEADLINE_CLOCK",
            Self::DeadlinePassed => "DEADLINE_PASSED",
            Self::ExtensionNotLater => "EXTENSION_NOT_LATER",
            Self::ExtensionByOthers => "EXTENSION_BY_OTHERS",
            Self::ShippedWithService => "SHIPPED_WITH_SERVICE",
            Self::KeptBySuperior => "KEPT_BY_SUPERIOR",
            Self::EditionEnded => "EDITION_ENDED",
            Self::YearOutsidePlan => "YEAR_OUTSIDE_PLAN",
            Self::FiveYearPlanNotIssued => "FIVE_YEAR_PLAN_NOT_ISSUED",
            Self::PlanExists => "PLAN_EXISTS",
            Self::PlanWithoutObjects => "PLAN_WITHOUT_OBJECTS",
            Self::ObjectCountDiffers => "OBJECT_COUNT_DIFFERS",
            Self::ObjectWithdrawn => "OBJECT_WITHDRAWN",
            Self::NotInspectedBefore => "NOT_INSPECTED_BEFORE",
            Self::ObjectsUncovered => "OBJECTS_UNCOVERED",
            Self::RoundOfAnotherTerm => "ROUND_OF_ANOTHER_TERM",
        }
    }
}
