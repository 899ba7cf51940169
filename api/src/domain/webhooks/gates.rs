//! What must be true before a webhook is registered or wound back: pure rules, named as they are said.

use crate::{
    access::{policy::may_read, viewer::Viewer},
    error::{Error, Result},
    graphql::text::Name,
    schema,
};

/// Webhooks that one body has as one agency.
const MOST: usize = 20;
/// Names in one filter.
const MOST_NAMES: usize = 50;
/// Hours for which an old secret may be kept beside the new one.
const LONGEST_OVERLAP: i32 = 168;

/// A body has only so many.
pub fn so_few(standing: usize) -> Result<()> {
    if standing < MOST {
        return Ok(());
    }
    Err(Error::limited(
        format!("Your body has {standing} webhooks, the most there can be: end one first."),
        format!("本单位已有 {standing} 个推送订阅，已达上限，请先终止一个。"),
    )
    .field("input.url"))
}

/// The nouns of a filter exist, and the viewer may read them.
pub fn nouns_are_read(viewer: &Viewer, nouns: Option<&[Name]>) -> Result<Option<String>> {
    let known = |name: &str| {
        let noun = schema::nouns().find(|noun| noun.name == name);
        noun.is_some_and(|noun| may_read(viewer, noun.reads))
    };
    filter("nouns", nouns, known)
}

/// The mutations of a filter exist, of records that the viewer may read.
pub fn actions_are_heard_of(viewer: &Viewer, actions: Option<&[Name]>) -> Result<Option<String>> {
    let known = |name: &str| {
        let verb = schema::verbs().find(|verb| verb.name == name);
        verb.is_some_and(|verb| may_read(viewer, verb.noun.reads))
    };
    filter("actions", actions, known)
}

fn filter(
    field: &str,
    names: Option<&[Name]>,
    known: impl Fn(&str) -> bool,
) -> Result<Option<String>> {
    let names = names.unwrap_or_default();
    if names.len() > MOST_NAMES {
        return Err(Error::limited(
            format!(
                "{} names are too many: give at most {MOST_NAMES}.",
                names.len()
            ),
            format!("共 {} 个名称，超过上限 {MOST_NAMES} 个。", names.len()),
        )
        .field(format!("input.{field}")));
    }
    if let Some((at, name)) = names.iter().enumerate().find(|(_, name)| !known(&name.0)) {
        return Err(Error::bad_input(
            format!("input.{field}.{at}"),
            format!(
                "`{}` is no name in your contract: spell it as the schema does.",
                name.0
            ),
            format!("契约中没有“{}”，请按模式中的拼写填写。", name.0),
        ));
    }
    let mut names: Vec<&str> = names.iter().map(|name| name.0.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    Ok((!names.is_empty()).then(|| names.join(" ")))
}

/// What is delivered again lies in the log.
pub fn lies_in_the_log(after: i64, end: i64) -> Result<()> {
    if (0..=end).contains(&after) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.after",
        format!("The log goes from 0 to {end}; {after} lies outside."),
        format!("事件序号范围为 0 至 {end}，{after} 超出范围。"),
    ))
}

/// An old secret is not kept for ever.
pub fn overlaps_for_a_while(hours: i32) -> Result<()> {
    if (0..=LONGEST_OVERLAP).contains(&hours) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.keepOldHours",
        format!("The old secret is kept for 0 to {LONGEST_OVERLAP} hours, not {hours}."),
        format!("旧密钥可保留 0 至 {LONGEST_OVERLAP} 小时，不能为 {hours} 小时。"),
    ))
}
