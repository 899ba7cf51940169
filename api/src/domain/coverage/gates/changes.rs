//! What must be true before an object on a list changes, or its block gets its turn.

use chrono::NaiveDate;
use inspectorate_entity::coverage::{coverage_object::Priority, coverage_plan::PlanStatus};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// Whoever adds to the list of an approved plan says why.
pub fn added_later_with_a_reason(status: PlanStatus, has_reason: bool, field: &str) -> Result<()> {
    match status {
        PlanStatus::Approved | PlanStatus::Issued if !has_reason => Err(Error::bad_input(
            field,
            "The plan is approved already: say why the object is added to its list.",
            "规划已批准，请填写增列理由。",
        )),
        _ => Ok(()),
    }
}

/// What was inspected stood on the list then: an object is not taken off before that.
pub fn not_inspected_since(
    inspected: Option<NaiveDate>,
    day: NaiveDate,
    field: &str,
) -> Result<()> {
    match inspected {
        Some(inspected) if inspected >= day => Err(Error::gate(
            Gate::ObjectInspectedSince,
            format!("The object was inspected from {inspected} on: choose a later day."),
            format!("该对象自 {inspected} 起接受巡察，请填写此后的日期。"),
        )
        .field(field)),
        _ => Ok(()),
    }
}

/// An object is merged into another one of the same list.
pub fn merges_within_a_list(object: (Uuid, Uuid), into: (Uuid, Uuid)) -> Result<()> {
    if object.0 == into.0 {
        return Err(Error::gate(
            Gate::MergedIntoItself,
            "An object is not merged into itself: choose the object that lives on.",
            "对象不能并入自身，请选择并入的对象。",
        )
        .field("input.into"));
    }
    if object.1 != into.1 {
        return Err(Error::gate(
            Gate::ObjectOfAnotherList,
            "The object stands on the list of another plan: choose one of the same list.",
            "并入对象不在同一规划的名单中，请另选。",
        )
        .field("input.into"));
    }
    Ok(())
}

/// An object whose organization has ended is not scheduled.
pub fn organization_lives(organization_ended: bool) -> Result<()> {
    if !organization_ended {
        return Ok(());
    }
    Err(Error::gate(
        Gate::OrganizationRetired,
        "The organization has ended: withdraw the object, or merge it into the one that took it over.",
        "该单位已撤并，请先将对象调出名单或并入接续单位。",
    )
    .field("input.object"))
}

/// A block has its turn when objects stand in it.
pub fn block_has_objects(objects: usize) -> Result<()> {
    if objects > 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::BlockWithoutObjects,
        "The block has no object on the list: put objects in it first.",
        "该板块尚无对象，请先列入对象。",
    )
    .field("input.block"))
}

/// Blocks have their turns in the order of their places, or somebody says why not. Answers whether the order is broken; `others`
/// are the place of each other block and the number of its round.
pub fn blocks_take_turns(
    (place, round): (i32, i32),
    others: &[(i32, i32)],
    has_reason: bool,
) -> Result<bool> {
    let overtakes = |other: &&(i32, i32)| {
        (other.0 < place && other.1 > round) || (other.0 > place && other.1 < round)
    };
    match others.iter().find(overtakes) {
        None => Ok(false),
        Some(_) if has_reason => Ok(true),
        Some((other, in_round)) => Err(rotation_broken(
            format!("block {other} has its turn in round {in_round}"),
            format!("第 {other} 板块安排在第 {in_round} 轮"),
        )),
    }
}

/// An object goes with its block, unless it comes first by its priority or somebody says why not. Answers whether it goes out of
/// turn; `blocks` are those that have their turn in the round.
pub fn object_goes_with_its_block(
    block: Option<Uuid>,
    priority: Priority,
    blocks: &[Uuid],
    has_reason: bool,
) -> Result<bool> {
    let in_turn = blocks.is_empty() || block.is_some_and(|block| blocks.contains(&block));
    match priority {
        Priority::High | Priority::First => Ok(false),
        Priority::Ordinary if in_turn => Ok(false),
        Priority::Ordinary if has_reason => Ok(true),
        Priority::Ordinary => Err(rotation_broken(
            "the round has other blocks than that of the object".to_owned(),
            "该轮次安排的是其他板块".to_owned(),
        )),
    }
}

fn rotation_broken(why: String, why_zh: String) -> Error {
    Error::gate(
        Gate::RotationBroken,
        format!("This breaks the rotation of the blocks, because {why}: say why it has to be."),
        format!("此安排打乱板块轮动次序（{why_zh}），请填写理由。"),
    )
    .field("input.reason")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gate<T: std::fmt::Debug>(outcome: Result<T>) -> Option<Gate> {
        outcome.unwrap_err().gate
    }

    #[test]
    fn blocks_take_their_turns_or_somebody_says_why() {
        // Blocks 1 and 2 in rounds 1 and 2.
        let others = [(1, 1), (2, 2)];
        assert!(!blocks_take_turns((3, 2), &others, false).unwrap());
        assert!(!blocks_take_turns((3, 3), &others, false).unwrap());
        assert_eq!(
            gate(blocks_take_turns((3, 1), &others, false)),
            Some(Gate::RotationBroken)
        );
        assert!(blocks_take_turns((3, 1), &others, true).unwrap());
    }

    #[test]
    fn an_object_goes_with_its_block() {
        let (health, schools) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let goes = |block, priority, reason| {
            object_goes_with_its_block(block, priority, &[health], reason)
        };
        assert!(!goes(Some(health), Priority::Ordinary, false).unwrap());
        assert!(!goes(Some(schools), Priority::First, false).unwrap());
        assert!(goes(Some(schools), Priority::Ordinary, true).unwrap());
        assert_eq!(
            gate(goes(None, Priority::Ordinary, false)),
            Some(Gate::RotationBroken)
        );
        assert!(!object_goes_with_its_block(None, Priority::Ordinary, &[], false).unwrap());
    }

    #[test]
    fn an_object_merges_within_its_list() {
        let (one, two, list) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        assert!(merges_within_a_list((one, list), (two, list)).is_ok());
        let itself = merges_within_a_list((one, list), (one, list));
        assert_eq!(gate(itself), Some(Gate::MergedIntoItself));
        let elsewhere = merges_within_a_list((one, list), (two, one));
        assert_eq!(gate(elsewhere), Some(Gate::ObjectOfAnotherList));
    }

    #[test]
    fn what_was_inspected_stood_on_the_list() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let inspected = Some(day("2023-04-01"));
        assert!(not_inspected_since(inspected, day("2023-04-02"), "input.on").is_ok());
        assert!(not_inspected_since(None, day("2023-04-02"), "input.on").is_ok());
        let since = not_inspected_since(inspected, day("2023-04-01"), "input.on");
        assert_eq!(gate(since), Some(Gate::ObjectInspectedSince));
    }
}
