//! The words in which a proposal explains itself.

use async_graphql::{Enum, SimpleObject};

/// A rule by which a schedule places objects (排期规则).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Enum)]
#[graphql(name = "ScheduleRule")]
pub enum Rule {
    /// What starts first of all starts in the earliest round that may take it (首先启动).
    FirstOfAll,
    /// What has priority comes before the others of its block (优先纳入).
    BeforeItsBlock,
    /// A block, or objects of similar duty that are in none, stay together in one round (板块集中).
    Together,
    /// The block does not stay together; the text says why (板块拆分).
    Divided,
    /// Blocks follow one another in the order of the plan (板块轮动).
    Rotation,
    /// Organizations of similar duty in the same region are inspected together (职能相近、地域相邻).
    SimilarAndNear,
    /// The interval since the last inspection is held (最短间隔).
    MinimumInterval,
    /// Nobody else is at the organization in the window of the round (避开其他机关进驻).
    OtherEngagement,
    /// The object stays in the year in which it is placed (年度已定).
    YearFixed,
    /// No round gets more objects than its teams can take (巡察力量).
    Capacity,
    /// The round in which it was placed went by without it (原定轮次未巡察).
    Missed,
}

/// Why an object stands where it does, or what keeps it out of rounds (排期说明).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
#[graphql(name = "ScheduleReason")]
pub struct Reason {
    /// The rule.
    pub rule: Rule,
    /// What it means here, in English.
    pub text: String,
    /// What it means here, in Chinese (说明).
    pub text_zh: String,
}

impl Reason {
    /// `rule`, with what it means here.
    pub fn new(rule: Rule, text: impl Into<String>, text_zh: impl Into<String>) -> Self {
        Self {
            rule,
            text: text.into(),
            text_zh: text_zh.into(),
        }
    }
}
