//! What each figure of the coverage ledger counts, in words that a report can print.

use crate::blocks::measure::Definition;

pub const LISTED: Definition = Definition {
    code: "COVERAGE_LISTED",
    version: 1,
    text: "Objects on the list of the plan on that day: listed by then and not withdrawn.",
    text_zh: "截至当日列入规划对象名单且未调出的对象数。",
};

pub const COVERED: Definition = Definition {
    code: "COVERAGE_COVERED",
    version: 1,
    text: "Listed objects with an inspection of the mode that the list requires, reported or fed back by that day.",
    text_zh: "截至当日，已按名单要求的方式巡察并已汇报或反馈的在册对象数。",
};

pub const UNDER_WAY: Definition = Definition {
    code: "COVERAGE_UNDER_WAY",
    version: 1,
    text: "Listed objects not yet covered, at which an inspection of the required mode has begun by that day.",
    text_zh: "截至当日，已按要求方式进驻但尚未汇报、反馈的在册对象数。",
};

pub const PLANNED: Definition = Definition {
    code: "COVERAGE_PLANNED",
    version: 1,
    text: "Listed objects not yet begun that are placed in a year or round on that day.",
    text_zh: "当日已排入年度或轮次、尚未进驻的在册对象数。",
};

pub const UNPLANNED: Definition = Definition {
    code: "COVERAGE_UNPLANNED",
    version: 1,
    text: "Listed objects not yet begun and not placed in any year on that day.",
    text_zh: "当日尚未排入任何年度、尚未进驻的在册对象数。",
};

pub const OUTSTANDING: Definition = Definition {
    code: "COVERAGE_OUTSTANDING",
    version: 1,
    text: "Listed objects not yet covered: listed minus covered.",
    text_zh: "在册对象数减去已覆盖对象数。",
};

pub const LOOKED_BACK: Definition = Definition {
    code: "COVERAGE_LOOKED_BACK",
    version: 1,
    text: "Covered objects with a look-back reported or fed back by that day.",
    text_zh: "截至当日，已开展“回头看”并已汇报或反馈的已覆盖对象数。",
};

pub const SPECIAL_ONLY: Definition = Definition {
    code: "COVERAGE_SPECIAL_ONLY",
    version: 1,
    text: "Listed objects not yet covered that had a special or mobile inspection only: the routine one is still due.",
    text_zh: "仅开展过专项或机动巡察、常规巡察仍未完成的在册对象数。",
};

pub const WITHDRAWN: Definition = Definition {
    code: "COVERAGE_WITHDRAWN",
    version: 1,
    text: "Objects taken off the list by that day; not part of any other figure.",
    text_zh: "截至当日调出名单的对象数，不计入其他指标。",
};

pub const COMPLETION_RATE: Definition = Definition {
    code: "COVERAGE_COMPLETION_RATE",
    version: 1,
    text: "Covered objects as a share of listed objects.",
    text_zh: "全覆盖任务完成率：已覆盖对象数占在册对象数的百分比。",
};

pub const LOOK_BACK_RATE: Definition = Definition {
    code: "COVERAGE_LOOK_BACK_RATE",
    version: 1,
    text: "Looked-back objects as a share of covered objects.",
    text_zh: "“回头看”占比：“回头看”对象数占已覆盖对象数的百分比。",
};

pub const INSPECTIONS: Definition = Definition {
    code: "COVERAGE_INSPECTIONS",
    version: 1,
    text: "Inspections of listed objects begun by that day, each counted once.",
    text_zh: "截至当日对在册对象开展的巡察次数，每次计一。",
};
