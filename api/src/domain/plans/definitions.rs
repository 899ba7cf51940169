//! What each figure around a plan counts, in words that a report can print.

use crate::blocks::measure::Definition;

pub const VILLAGES_LISTED: Definition = Definition::new(
    "VILLAGES_LISTED",
    1,
    "Villages and communities on the lists of the dispatcher and of those below it on that day.",
    "截至当日本级及下级名单在册的村（社区）数。",
);

pub const VILLAGES_COVERED: Definition = Definition::new(
    "VILLAGES_COVERED",
    1,
    "Listed villages and communities covered by that day.",
    "截至当日已覆盖的在册村（社区）数。",
);

pub const VILLAGES_RATE: Definition = Definition::new(
    "VILLAGES_RATE",
    1,
    "Covered villages and communities as a share of listed ones.",
    "已覆盖村（社区）数占在册村（社区）数的百分比。",
);

pub const COVERED_IN_PERIOD: Definition = Definition::new(
    "TARGET_OBJECTS_COVERED",
    1,
    "Objects of the plan covered by that day; of a target for a year, those that became covered in it.",
    "截至当日规划对象中已覆盖的对象数；分年度目标只计当年新覆盖的对象。",
);

pub const LOOKED_BACK_IN_PERIOD: Definition = Definition::new(
    "TARGET_OBJECTS_LOOKED_BACK",
    1,
    "Covered objects of the plan looked back at by that day; of a target for a year, those for which that became true in it.",
    "截至当日已“回头看”的已覆盖对象数；分年度目标只计当年新增。",
);
