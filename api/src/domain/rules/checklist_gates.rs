//! What must be true before a checklist is published: pure rules, named as they are said.

use std::collections::BTreeSet;

use super::gates;
use crate::error::{Error, Result};

/// Most items of one list.
const MOST: usize = 100;

/// A checklist has at least one item and at most a hundred, each with a name of its own.
pub fn items_are_a_list(codes: &[&str]) -> Result<()> {
    for (number, code) in codes.iter().enumerate() {
        gates::code_is_spelled(code, &format!("input.items.{number}.code"))?;
    }
    let different: BTreeSet<&str> = codes.iter().copied().collect();
    if (1..=MOST).contains(&codes.len()) && different.len() == codes.len() {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.items",
        format!("Give 1 to {MOST} items, each with a code of its own."),
        format!("请填写 1 至 {MOST} 个条目，条目代号不得重复。"),
    ))
}

#[cfg(test)]
mod tests {
    use super::items_are_a_list;

    #[test]
    fn items_have_names_of_their_own() {
        assert!(items_are_a_list(&["NO_LEAK", "NO_GIFTS"]).is_ok());
        assert!(items_are_a_list(&[]).is_err());
        assert!(items_are_a_list(&["NO_LEAK", "NO_LEAK"]).is_err());
        assert!(items_are_a_list(&["no leak"]).is_err());
    }
}
