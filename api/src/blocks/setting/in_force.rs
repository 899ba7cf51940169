//! Which value holds: pure, over the rows that one statement found.

use std::collections::{BTreeMap, HashMap};

use inspectorate_entity::{
    rules::setting_value::{SettingKey, SettingOrigin},
    vocabulary::Vocabulary,
};
use rust_decimal::Decimal;
use uuid::Uuid;

use super::{
    declared::declared,
    named::{Choice, Flag, Number, Points},
};

/// A decision of a dispatcher that may bear on another one, the asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub id: Uuid,
    pub key: SettingKey,
    /// The value; none when the dispatcher named another one.
    pub value: Option<String>,
    /// The tree path of the dispatcher that decided, and its name.
    pub path: String,
    pub name: String,
    /// The tree path of the dispatcher that it named.
    pub source_path: Option<String>,
}

/// The value of a setting that holds for a dispatcher, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InForce {
    pub value: String,
    pub origin: SettingOrigin,
    /// The row that set it.
    pub row: Uuid,
    /// The tree path of the dispatcher that set it, and its name.
    pub path: String,
    pub name: String,
}

/// The settings that hold for one dispatcher on one day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    set: BTreeMap<SettingKey, InForce>,
}

impl Settings {
    /// Whose value of `key` holds; none when it is the shipped default.
    pub fn in_force(&self, key: SettingKey) -> Option<&InForce> {
        self.set.get(&key)
    }

    /// The value of `key` as it is stored.
    pub fn text(&self, key: SettingKey) -> &str {
        match self.set.get(&key) {
            Some(set) => &set.value,
            None => declared(key).default,
        }
    }

    /// Whether the setting says yes.
    pub fn flag(&self, flag: Flag) -> bool {
        self.text(flag.0) == "true"
    }

    /// The number: of days, months or things.
    pub fn number(&self, number: Number) -> i32 {
        self.text(number.0).parse().unwrap_or_default()
    }

    /// The percentage points.
    pub fn points(&self, points: Points) -> Decimal {
        self.text(points.0).parse().unwrap_or_default()
    }

    /// The value of the list.
    pub fn choice<E: Vocabulary>(&self, choice: Choice<E>) -> E {
        E::parse(self.text(choice.key)).unwrap_or(choice.default)
    }
}

/// The settings of each asked dispatcher: its tree path, and the decisions that may bear on it.
pub fn settle(asked: HashMap<Uuid, (String, Vec<Stored>)>) -> HashMap<Uuid, Settings> {
    let settled = asked.into_iter().map(|(dispatcher, (path, rows))| {
        let mut by_key: BTreeMap<SettingKey, Vec<&Stored>> = BTreeMap::new();
        for row in &rows {
            by_key.entry(row.key).or_default().push(row);
        }
        let set = by_key
            .into_iter()
            .filter_map(|(key, rows)| Some((key, walk(&path, &rows)?)))
            .collect();
        (dispatcher, Settings { set })
    });
    settled.collect()
}

/// From the dispatcher up to the nearest decision, and from there to whomever it names, until somebody has a value.
fn walk(path: &str, rows: &[&Stored]) -> Option<InForce> {
    let (mut at, mut named) = (path, false);
    // Verbs keep the rows free of circles; a tree that was moved since may still close one for a day of the past.
    for _ in 0..=rows.len() {
        let above = rows.iter().filter(|row| at.starts_with(&row.path));
        let nearest = above.max_by_key(|row| row.path.len())?;
        if let Some(value) = &nearest.value {
            let origin = match (named, nearest.path == path) {
                (true, _) => SettingOrigin::Named,
                (false, true) => SettingOrigin::Own,
                (false, false) => SettingOrigin::Superior,
            };
            return Some(InForce {
                value: value.clone(),
                origin,
                row: nearest.id,
                path: nearest.path.clone(),
                name: nearest.name.clone(),
            });
        }
        at = nearest.source_path.as_deref()?;
        named = true;
    }
    None
}

/// Whether a dispatcher at `path` that goes by one at `source` would in the end go by itself; `named` are the pairs of dispatchers
/// of which the first goes by the second. Everybody goes by those above it too.
pub fn turns_in_a_circle(path: &str, source: &str, named: &[(String, String)]) -> bool {
    let mut reached = vec![source];
    let mut open: Vec<&(String, String)> = named.iter().collect();
    while let Some(at) = reached.pop() {
        if at.starts_with(path) {
            return true;
        }
        open.retain(|(from, to)| {
            let follows = at.starts_with(from.as_str());
            if follows {
                reached.push(to);
            }
            !follows
        });
    }
    false
}
