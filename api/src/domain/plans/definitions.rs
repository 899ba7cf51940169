//! What each figure around a plan counts, in words that a report can print.

use crate::blocks::measure::Definition;

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
