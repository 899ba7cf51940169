//! What the figures of guidance count, in words that a report can print.

use crate::blocks::measure::Definition;

pub const GROUPS: Definition = Definition::new(
    "GUIDANCE_GROUPS",
    1,
    "Groups that the operation formed by that day.",
    "截至当日组建的指导督导组数。",
);

pub const VISITED: Definition = Definition::new(
    "GUIDANCE_BODIES_VISITED",
    1,
    "Dispatchers directly below that a group visited by that day, each once, among those that are registered on that day.",
    "截至当日已走访的下一级派出机关数（不重复计数）占当日登记的下一级派出机关总数的比例。",
);

pub const SUGGESTED: Definition = Definition::new(
    "GUIDANCE_SUGGESTIONS",
    1,
    "Suggestions that the groups made by that day, each counted by itself.",
    "截至当日各组提出的指导建议条数，逐条计数。",
);

pub const ANSWERED: Definition = Definition::new(
    "GUIDANCE_SUGGESTIONS_ANSWERED",
    1,
    "Suggestions answered by that day, among those made by then.",
    "截至当日已答复的指导建议占已提出建议的比例。",
);

pub const SETTLED: Definition = Definition::new(
    "GUIDANCE_SUGGESTIONS_SETTLED",
    1,
    "Suggestions settled by that day, among those made by then.",
    "截至当日已办结的指导建议占已提出建议的比例。",
);

pub const OLD_SETTLED: Definition = Definition::new(
    "GUIDANCE_OLD_PROBLEMS_SETTLED",
    1,
    "Suggestions about old, hard problems that were settled by that day, among those about such problems made by then.",
    "截至当日已解决的“老大难”问题占已提出的“老大难”问题的比例。",
);
