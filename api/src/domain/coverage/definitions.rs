//! What each figure of the coverage ledger counts, in words that a report can print.

use crate::blocks::measure::Definition;

pub const LISTED: Definition = Definition::new(
    "COVERAGE_LISTED",
    1,
    "Objects on the list of the plan on that day: listed by then and not withdrawn.",
    "截至当日列入规划对象名单且未调出的对象数。",
);

pub const COVERED: Definition = Definition::new(
    "COVERAGE_COVERED",
    1,
    "Listed objects with an inspection of the mode that the list requires, reported or fed back by that day. Each counts once, also when the inspection was joint, repeated, or sent by another dispatcher within the term (elevated): that one is credited to the object on its own dispatcher's list.",
    "截至当日，已按名单要求的方式巡察并已汇报或反馈的在册对象数。每个对象只计一次：联合、重复巡察不重复计数，其他派出机关届内提级巡察的计入该对象所在名单。",
);

pub const UNDER_WAY: Definition = Definition::new(
    "COVERAGE_UNDER_WAY",
    1,
    "Listed objects not yet covered, at which an inspection of the required mode has begun by that day.",
    "截至当日，已按要求方式进驻但尚未汇报、反馈的在册对象数。",
);

pub const PLANNED: Definition = Definition::new(
    "COVERAGE_PLANNED",
    1,
    "Listed objects not yet begun that are placed in a year or round on that day.",
    "当日已排入年度或轮次、尚未进驻的在册对象数。",
);

pub const UNPLANNED: Definition = Definition::new(
    "COVERAGE_UNPLANNED",
    1,
    "Listed objects not yet begun and not placed in any year on that day.",
    "当日尚未排入任何年度、尚未进驻的在册对象数。",
);

pub const OUTSTANDING: Definition = Definition::new(
    "COVERAGE_OUTSTANDING",
    1,
    "Listed objects not yet covered: listed minus covered.",
    "在册对象数减去已覆盖对象数。",
);

pub const LOOKED_BACK: Definition = Definition::new(
    "COVERAGE_LOOKED_BACK",
    1,
    "Covered objects with a look-back reported or fed back by that day.",
    "截至当日，已开展“回头看”并已汇报或反馈的已覆盖对象数。",
);

pub const SPECIAL_ONLY: Definition = Definition::new(
    "COVERAGE_SPECIAL_ONLY",
    1,
    "Listed objects not yet covered that had a special or mobile inspection only: the routine one is still due.",
    "仅开展过专项或机动巡察、常规巡察仍未完成的在册对象数。",
);

pub const WITHDRAWN: Definition = Definition::new(
    "COVERAGE_WITHDRAWN",
    1,
    "Objects taken off the list by that day; not part of any other figure.",
    "截至当日调出名单的对象数，不计入其他指标。",
);

pub const COMPLETION_RATE: Definition = Definition::new(
    "COVERAGE_COMPLETION_RATE",
    1,
    "Covered objects as a share of listed objects.",
    "全覆盖任务完成率：已覆盖对象数占在册对象数的百分比。",
);

pub const EFFECTIVE: Definition = Definition::new(
    "COVERAGE_EFFECTIVE",
    1,
    "Covered objects with an inspection of the required mode that meets, by that day, every condition that the dispatcher sets: findings recorded, feedback given, rectification accepted.",
    "截至当日，已覆盖且有一次按要求方式的巡察满足本级所设全部条件（登记问题、反馈、整改验收）的对象数。",
);

pub const EFFECTIVE_RATE: Definition = Definition::new(
    "COVERAGE_EFFECTIVE_RATE",
    1,
    "Effectively covered objects as a share of listed objects.",
    "有效覆盖率：有效覆盖对象数占在册对象数的百分比。",
);

pub const LOOK_BACK_RATE: Definition = Definition::new(
    "COVERAGE_LOOK_BACK_RATE",
    1,
    "Looked-back objects as a share of covered objects.",
    "“回头看”占比：“回头看”对象数占已覆盖对象数的百分比。",
);

pub const INSPECTIONS: Definition = Definition::new(
    "COVERAGE_INSPECTIONS",
    1,
    "Inspections of listed objects begun by that day, each counted once.",
    "截至当日对在册对象开展的巡察次数，每次计一。",
);

pub const ELEVATED: Definition = Definition::new(
    "COVERAGE_ELEVATED",
    1,
    "Covered objects whose first covering inspection was sent by another dispatcher than the list's own; part of the covered.",
    "由其他派出机关（提级）巡察而覆盖的在册对象数，包含在已覆盖对象数内。",
);

pub const COVERED_BY_KIND: Definition = Definition::new(
    "COVERAGE_COVERED_BY_KIND",
    1,
    "Covered objects by the kind of the inspection that covered them: the first of the required mode that was reported or fed back. Each object once, so that the kinds add up to the covered.",
    "已覆盖对象按使其覆盖的巡察方式分：以最早汇报或反馈、符合要求方式的一次为准，每个对象只计一次，各方式之和等于已覆盖对象数。",
);

pub const DUE: Definition = Definition::new(
    "COVERAGE_DUE",
    1,
    "Listed objects that were to be covered by that day: those covered, and those placed in a round, or in a year without a round, that has ended.",
    "截至当日应完成的在册对象数：已覆盖的，加上所排轮次（未排轮次的按年度）已结束的。",
);

pub const BEHIND: Definition = Definition::new(
    "COVERAGE_BEHIND",
    1,
    "Objects that were to be covered by that day and are not.",
    "截至当日应完成而未完成的对象数。",
);

pub const ON_TIME_RATE: Definition = Definition::new(
    "COVERAGE_ON_TIME_RATE",
    1,
    "Covered objects as a share of those that were to be covered by that day.",
    "按期完成率：已覆盖对象数占应完成对象数的百分比。",
);

pub const TIME_ELAPSED: Definition = Definition::new(
    "COVERAGE_TIME_ELAPSED",
    1,
    "Days of the plan's calendar years that have passed, that day included, as a share of all their days.",
    "时间进度：规划年度内已过天数（含当日）占总天数的百分比。",
);

pub const COVERED_IN_THE_LAST_YEAR: Definition = Definition::new(
    "COVERAGE_COVERED_IN_THE_LAST_YEAR",
    1,
    "Listed objects covered within the 365 days up to that day.",
    "截至当日近365天内覆盖的在册对象数。",
);

pub const PROJECTION: Definition = Definition::new(
    "COVERAGE_PROJECTION",
    1,
    "That day, and as many days more as the outstanding objects take at the rate of the objects covered in the last 365 days, or since the plan began when it is younger. When nothing is outstanding, the day on which the last object was covered.",
    "以近365天（规划不足一年的自起始日）覆盖的对象数为速度，推算未覆盖对象所需天数；已全部覆盖的，为最后一个对象覆盖之日。",
);

pub const YEAR_PLANNED: Definition = Definition::new(
    "COVERAGE_YEAR_PLANNED",
    1,
    "Listed objects that are placed in the year at its end, or on that day while it lasts.",
    "年末（年内为当日）排入该年度的在册对象数。",
);

pub const YEAR_PLANNED_AND_COVERED: Definition = Definition::new(
    "COVERAGE_YEAR_PLANNED_AND_COVERED",
    1,
    "Objects placed in the year that are covered by its end, or by that day while it lasts.",
    "排入该年度且截至年末（年内为当日）已覆盖的对象数。",
);

pub const YEAR_COVERED: Definition = Definition::new(
    "COVERAGE_YEAR_COVERED",
    1,
    "Listed objects covered within the year, whether they were placed in it or not.",
    "该年度内覆盖的在册对象数，无论是否排入该年度。",
);

pub const YEAR_LOOKED_BACK: Definition = Definition::new(
    "COVERAGE_YEAR_LOOKED_BACK",
    1,
    "Listed objects with a look-back reported or fed back within the year.",
    "该年度内开展“回头看”并已汇报或反馈的在册对象数。",
);

pub const YEAR_PLAN_RATE: Definition = Definition::new(
    "COVERAGE_YEAR_PLAN_RATE",
    1,
    "Objects placed in the year that are covered, as a share of those placed in it.",
    "年度计划完成率：排入该年度的对象中已覆盖的占比。",
);

pub const YEAR_INSPECTIONS: Definition = Definition::new(
    "COVERAGE_YEAR_INSPECTIONS",
    1,
    "Inspections of listed objects begun within the year, each counted once.",
    "该年度内对在册对象开展的巡察次数，每次计一。",
);
