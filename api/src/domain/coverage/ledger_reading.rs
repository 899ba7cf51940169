//! Rows of the ledger's statement become objects, each with its placements, inspections and groups.

use std::collections::HashMap;

use inspectorate_entity::{
    coverage::{coverage_object::RequiredMode, coverage_record::InspectionKind},
    organizations::organization::OrganizationLevel,
    vocabulary::Vocabulary,
};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::{
    ledger::{Inspection, Listed, Origin, Placement},
    ledger_rows::{ReadObject, ReadObjects},
    ledger_rules::Rules,
    scope,
};
use crate::{
    blocks::{
        measure::{Dimension, ScopePart},
        setting::Settings,
    },
    error::{Error, Result},
    graphql::node_id,
};

/// What a row of the statement is, by the number in its last column.
pub mod row {
    pub const OBJECT: usize = 0;
    pub const OWN: usize = 1;
    pub const ELEVATED: usize = 2;
    pub const EXTENDED: usize = 3;
    pub const LABEL: usize = 4;
    pub const SETTINGS: usize = 5;
}

/// Plan and object.
type Key = (Uuid, Uuid);

/// What has been read so far.
pub struct Reading {
    authority: Uuid,
    objects: HashMap<Key, ReadObject>,
    order: Vec<Key>,
    inspections: Vec<(Key, Inspection)>,
    groups: Vec<ScopePart>,
    known: HashMap<(Dimension, String), usize>,
    /// By dimension and code: the label, and how near the list is that has it, with its edition.
    labels: HashMap<(Dimension, String), ((u8, i32), String)>,
    /// The shipped rules.
    shipped: Rules,
    by_settings: bool,
    settings: HashMap<Uuid, Settings>,
}

impl Reading {
    /// Nothing yet, for somebody who acts for `authority`.
    pub fn new(authority: Uuid) -> Self {
        Self {
            authority,
            objects: HashMap::new(),
            order: Vec::new(),
            inspections: Vec::new(),
            groups: Vec::new(),
            known: HashMap::new(),
            labels: HashMap::new(),
            shipped: Rules::default(),
            by_settings: false,
            settings: HashMap::new(),
        }
    }

    /// One more row.
    pub fn take(&mut self, row: &QueryResult) -> Result<()> {
        let tag: i32 = row.try_get_by_index(21)?;
        match usize::try_from(tag).unwrap_or(row::OBJECT) {
            row::OWN => self.inspection(row, Origin::Own),
            row::ELEVATED => self.inspection(row, Origin::Elevated),
            row::EXTENDED => self.inspection(row, Origin::Extended),
            row::LABEL => self.label(row),
            row::SETTINGS => {
                self.by_settings = true;
                Ok(())
            }
            _ => self.object(row),
        }
    }

    /// Whether a dispatcher decided anything that bears on the ledger.
    pub fn is_by_settings(&self) -> bool {
        self.by_settings
    }

    /// The dispatchers of the objects.
    pub fn dispatchers(&self) -> Vec<Uuid> {
        let mut dispatchers: Vec<Uuid> = self.objects.values().map(|one| one.dispatcher).collect();
        dispatchers.sort_unstable();
        dispatchers.dedup();
        dispatchers
    }

    /// Count by these settings.
    pub fn go_by(&mut self, settings: HashMap<Uuid, Settings>) {
        for object in self.objects.values_mut() {
            if let Some(settings) = settings.get(&object.dispatcher) {
                object.listed.rules = Rules::from(settings);
            }
        }
        self.settings = settings;
    }

    fn inspection(&mut self, row: &QueryResult, origin: Origin) -> Result<()> {
        let key = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        if let Some(inspection) = inspection_at(row, 17)? {
            let inspection = Inspection {
                findings_recorded_on: row.try_get_by_index(14)?,
                rectification_accepted_on: row.try_get_by_index(15)?,
                origin,
                ..inspection
            };
            self.inspections.push((key, inspection));
        }
        Ok(())
    }

    /// A dispatcher's own list goes before a superior's, and that before the shipped one; a later edition before an earlier.
    fn label(&mut self, row: &QueryResult) -> Result<()> {
        let keeper: Option<Uuid> = row.try_get_by_index(1)?;
        let nearness = match keeper {
            Some(keeper) if keeper == self.authority => 2,
            Some(_) => 1,
            None => 0,
        };
        let rank = (nearness, row.try_get_by_index::<i32>(13)?);
        let dimension = match row.try_get_by_index::<String>(2)?.as_str() {
            "SECTOR" => Dimension::Sector,
            _ => Dimension::ObjectType,
        };
        let key = (dimension, row.try_get_by_index(3)?);
        if self.labels.get(&key).is_none_or(|(known, _)| *known < rank) {
            self.labels.insert(key, (rank, row.try_get_by_index(6)?));
        }
        Ok(())
    }

    fn object(&mut self, row: &QueryResult) -> Result<()> {
        let key = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let placement = placement_of(row)?;
        if let Some(object) = self.objects.get_mut(&key) {
            object.listed.placements.extend(placement);
            return Ok(());
        }
        let object = ReadObject {
            id: key.1,
            priority: coded_at(row, 3)?,
            object_type: row.try_get_by_index(6)?,
            dispatcher: row.try_get_by_index(11)?,
            listed: Listed {
                required_mode: coded_at::<RequiredMode>(row, 2)?,
                listed_on: row.try_get_by_index(4)?,
                withdrawn_on: row.try_get_by_index(5)?,
                groups: self.groups_of(row)?,
                placements: placement.into_iter().collect(),
                inspections: Vec::new(),
                rules: self.shipped,
            },
        };
        self.order.push(key);
        self.objects.insert(key, object);
        Ok(())
    }

    /// The groups of the object; each is laid down when it is met first.
    fn groups_of(&mut self, row: &QueryResult) -> Result<Vec<usize>> {
        let mut groups = Vec::with_capacity(5);
        if let Some(sector) = row.try_get_by_index::<Option<String>>(7)? {
            groups.push(self.group(Dimension::Sector, sector, |code| Ok(code.to_owned()))?);
        }
        if let Some(block) = row.try_get_by_index::<Option<Uuid>>(9)? {
            let id = node_id::encode("SectorBlock", block);
            groups.push(self.group(Dimension::Block, id, |_| Ok(row.try_get_by_index(10)?))?);
        }
        let object_type: String = row.try_get_by_index(6)?;
        groups.push(self.group(Dimension::ObjectType, object_type, |code| {
            Ok(code.to_owned())
        })?);
        let level: String = row.try_get_by_index(8)?;
        let label = |level: &str| {
            let level = OrganizationLevel::parse(level);
            Ok(level
                .map(|level| scope::entry(Dimension::Level, level).label)
                .unwrap_or_default())
        };
        groups.push(self.group(Dimension::Level, level, label)?);
        let dispatcher: Uuid = row.try_get_by_index(11)?;
        let id = node_id::encode("Organization", dispatcher);
        groups.push(self.group(Dimension::Dispatcher, id, |_| Ok(row.try_get_by_index(12)?))?);
        Ok(groups)
    }

    fn group(
        &mut self,
        dimension: Dimension,
        value: String,
        label: impl FnOnce(&str) -> Result<String>,
    ) -> Result<usize> {
        if let Some(known) = self.known.get(&(dimension, value.clone())) {
            return Ok(*known);
        }
        let label = label(&value)?;
        let number = self.groups.len();
        self.groups
            .push(ScopePart::new(dimension, Some(value.clone()), label));
        self.known.insert((dimension, value), number);
        Ok(number)
    }

    /// All of it.
    pub fn finish(mut self) -> ReadObjects {
        for (key, inspection) in self.inspections {
            if let Some(object) = self.objects.get_mut(&key) {
                object.listed.inspections.push(inspection);
            }
        }
        for group in &mut self.groups {
            let key = (group.dimension, group.value.clone().unwrap_or_default());
            if let Some((_, label)) = self.labels.remove(&key) {
                group.label = label;
            }
        }
        let mut read = ReadObjects {
            groups: self.groups,
            settings: self.settings,
            ..ReadObjects::default()
        };
        for key in self.order {
            if let Some(object) = self.objects.remove(&key) {
                read.plans.entry(key.0).or_default().push(object);
            }
        }
        read
    }
}

fn placement_of(row: &QueryResult) -> Result<Option<Placement>> {
    let Some(year) = row.try_get_by_index::<Option<i32>>(13)? else {
        return Ok(None);
    };
    Ok(Some(Placement {
        year,
        assigned_on: row.try_get_by_index(14)?,
        superseded_on: row.try_get_by_index(15)?,
        round_ends_on: row.try_get_by_index(16)?,
    }))
}

/// The inspection in four columns from `first` on: kind and days, without what makes it effective; none where there is none.
pub fn inspection_at(row: &QueryResult, first: usize) -> Result<Option<Inspection>> {
    let Some(kind) = row.try_get_by_index::<Option<String>>(first)? else {
        return Ok(None);
    };
    Ok(Some(Inspection {
        kind: spelled::<InspectionKind>(&kind)?,
        started_on: row.try_get_by_index(first + 1)?,
        reported_on: row.try_get_by_index(first + 2)?,
        fed_back_on: row.try_get_by_index(first + 3)?,
        findings_recorded_on: None,
        rectification_accepted_on: None,
        origin: Origin::Own,
    }))
}

/// The coded value in a column.
pub fn coded_at<V: Vocabulary>(row: &QueryResult, column: usize) -> Result<V> {
    spelled(&row.try_get_by_index::<String>(column)?)
}

fn spelled<V: Vocabulary>(text: &str) -> Result<V> {
    V::parse(text).ok_or_else(|| Error::internal(format!("{text} is no {}", V::NAME)))
}

/// The coded value in a column of this name; none where it is empty.
pub fn coded<V: Vocabulary>(row: &QueryResult, column: &str) -> Result<Option<V>> {
    let text = row.try_get::<Option<String>>("", column)?;
    text.map(|text| spelled(&text)).transpose()
}
