//! Units: the blocks of the plan, and groups of similar duty for objects that are in none.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::facts::ObjectFacts;

/// Objects that are to be inspected together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The block; none for objects of similar duty that are in no block.
    pub block: Option<(Uuid, i32)>,
    /// The name of the block, or the duty.
    pub name: String,
}

/// The units in the order of the rotation, objects without a block last, and the unit of each object.
pub fn units(objects: &[&ObjectFacts]) -> (Vec<Unit>, Vec<usize>) {
    let key = |object: &ObjectFacts| match &object.block {
        Some((id, _, sequence)) => (0, *sequence, Some(*id), String::new()),
        None => (1, 0, None, object.duty.clone()),
    };
    let mut places = BTreeMap::new();
    for object in objects {
        places.entry(key(object)).or_insert_with(|| Unit {
            block: object
                .block
                .as_ref()
                .map(|(id, _, sequence)| (*id, *sequence)),
            name: match &object.block {
                Some((_, name, _)) => name.clone(),
                None => object.duty.clone(),
            },
        });
    }
    let order: BTreeMap<_, _> = places.keys().cloned().zip(0..).collect();
    let of = objects
        .iter()
        .map(|object| order.get(&key(object)).copied().unwrap_or_default());
    let of = of.collect();
    (places.into_values().collect(), of)
}
