//! Objects of coverage, as a plain resolver server has them.

use async_graphql::{Context, Enum, ID, InputObject, Lookahead, Object, dataloader::DataLoader};
use chrono::NaiveDate;
use inspectorate::{
    access::{policy, policy::Action, viewer::Viewer},
    domain::coverage::coverage_object as service,
    graphql::node_id,
    read::noun::{Noun, NounDef},
};
use inspectorate_entity::{
    coverage::coverage_object::{Column, Entity},
    organizations::organization,
};
use sea_orm::{
    ColumnTrait, Condition, DbErr, EntityTrait, Order, QueryFilter, QueryResult, QuerySelect,
    QueryTrait, Value,
};
use uuid::Uuid;

use super::{
    filter::{Direction, EnumFilter, Filter, ScaleFilter, TruthFilter, joined},
    loader::{Reads, RowKey},
    organization::{Organization, OrganizationFilter},
    row::{Cells, ColumnOf, Columns, Kind, Row},
    vocabulary::{Priority, RequiredMode},
};

/// The column by which an object knows its organization.
pub const ORGANIZATION: Column = Column::OrganizationId;

/// An organization on the object list of a five-year plan.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CoverageObject {
    id: Uuid,
    organization_id: Option<Uuid>,
    required_mode: Option<String>,
    priority: Option<String>,
    priority_reason: Option<String>,
    first_inclusion: Option<bool>,
    pilot: Option<bool>,
    listed_on: Option<NaiveDate>,
    planned_look_back_on: Option<NaiveDate>,
    withdrawn_on: Option<NaiveDate>,
    version: Option<i32>,
}

impl Row for CoverageObject {
    type Entity = Entity;

    const NAME: &'static str = "CoverageObject";

    const COLUMNS: &'static [ColumnOf<Self>] = &[
        Column::Id,
        Column::OrganizationId,
        Column::RequiredMode,
        Column::Priority,
        Column::PriorityReason,
        Column::FirstInclusion,
        Column::Pilot,
        Column::ListedOn,
        Column::PlannedLookBackOn,
        Column::WithdrawnOn,
        Column::Version,
    ];

    fn needed(look: &Lookahead<'_>) -> Columns {
        let mut columns = 1;
        for field in look
            .selection_fields()
            .iter()
            .flat_map(|field| field.selection_set())
        {
            columns |= match field.name() {
                "organization" => 1 << 1,
                "requiredMode" => 1 << 2,
                "priority" => 1 << 3,
                "priorityReason" => 1 << 4,
                "firstInclusion" => 1 << 5,
                "pilot" => 1 << 6,
                "listedOn" => 1 << 7,
                "plannedLookBackOn" => 1 << 8,
                "withdrawnOn" => 1 << 9,
                "version" => 1 << 10,
                _ => 0,
            };
        }
        Columns(columns)
    }

    fn read(columns: Columns, row: &QueryResult, first: usize) -> Result<Self, DbErr> {
        let mut cells = Cells::new(row, columns, first);
        Ok(Self {
            id: cells.take()?.unwrap_or_default(),
            organization_id: cells.take()?,
            required_mode: cells.take()?,
            priority: cells.take()?,
            priority_reason: cells.take()?,
            first_inclusion: cells.take()?,
            pilot: cells.take()?,
            listed_on: cells.take()?,
            planned_look_back_on: cells.take()?,
            withdrawn_on: cells.take()?,
            version: cells.take()?,
        })
    }

    fn noun() -> &'static NounDef {
        service::CoverageObject::DEF
    }

    fn uuid(&self) -> Uuid {
        self.id
    }

    fn key(&self, place: usize) -> Option<Value> {
        match place {
            0 => Some(self.id.into()),
            3 => self.priority.clone().map(Into::into),
            7 => self.listed_on.map(Into::into),
            9 => self.withdrawn_on.map(Into::into),
            _ => None,
        }
    }

    fn kind(place: usize) -> Kind {
        match place {
            0 => Kind::Id,
            7 | 9 => Kind::Date,

            _ => Kind::Text,
        }
    }

    fn nullable(place: usize) -> bool {
        place == 9
    }

    fn default_order() -> Vec<(usize, Order)> {
        vec![(7, Order::Asc)]
    }
}

#[Object]
impl CoverageObject {
    pub async fn id(&self) -> ID {
        node_id::encode(Self::NAME, self.id).into()
    }

    async fn organization(&self, ctx: &Context<'_>) -> Option<async_graphql::Result<Organization>> {
        let id = self.organization_id?;
        let columns = Organization::needed(&ctx.look_ahead());
        let reads = match ctx.data::<DataLoader<Reads>>() {
            Ok(reads) => reads,
            Err(error) => return Some(Err(error)),
        };
        let found = reads
            .load_one(RowKey::<Organization>::new(id, columns))
            .await;
        found.map_err(Into::into).transpose()
    }

    async fn required_mode(&self) -> Option<RequiredMode> {
        RequiredMode::parse(self.required_mode.as_deref()?)
    }

    async fn priority(&self) -> Option<Priority> {
        Priority::parse(self.priority.as_deref()?)
    }

    async fn priority_reason(&self, ctx: &Context<'_>) -> Option<async_graphql::Result<&str>> {
        if let Err(error) = require(ctx, Action::ReadPriorityReasons, "priorityReason") {
            return Some(Err(error));
        }
        self.priority_reason.as_deref().map(Ok)
    }

    async fn first_inclusion(&self) -> bool {
        self.first_inclusion.unwrap_or_default()
    }

    async fn pilot(&self) -> bool {
        self.pilot.unwrap_or_default()
    }

    async fn listed_on(&self) -> Option<NaiveDate> {
        self.listed_on
    }

    async fn planned_look_back_on(
        &self,
        ctx: &Context<'_>,
    ) -> Option<async_graphql::Result<NaiveDate>> {
        if let Err(error) = require(ctx, Action::ReadLookBackDates, "plannedLookBackOn") {
            return Some(Err(error));
        }
        self.planned_look_back_on.map(Ok)
    }

    async fn withdrawn_on(&self) -> Option<NaiveDate> {
        self.withdrawn_on
    }

    async fn version(&self) -> i32 {
        self.version.unwrap_or_default()
    }
}

/// Refuse a field that the viewer may not read, by name.
fn require(ctx: &Context<'_>, action: Action, field: &str) -> async_graphql::Result<()> {
    let viewer: &Viewer = &ctx.data::<DataLoader<Reads>>()?.loader().viewer;
    Ok(policy::require(
        viewer,
        action,
        &format!("CoverageObject.{field}"),
    )?)
}

/// Which objects are wanted.
#[derive(Clone, Debug, Default, InputObject)]
pub struct CoverageObjectFilter {
    and: Option<Vec<CoverageObjectFilter>>,
    or: Option<Vec<CoverageObjectFilter>>,
    not: Option<Box<CoverageObjectFilter>>,
    organization: Option<OrganizationFilter>,
    priority: Option<EnumFilter<Priority>>,
    pilot: Option<TruthFilter>,
    listed_on: Option<ScaleFilter<NaiveDate>>,
    withdrawn_on: Option<ScaleFilter<NaiveDate>>,
}

impl Filter for CoverageObjectFilter {
    fn condition(&self) -> Condition {
        let organization = self.organization.as_ref().map(|filter| {
            let organizations = organization::Entity::find()
                .select_only()
                .column(organization::Column::Id)
                .filter(filter.condition())
                .into_query();
            Column::OrganizationId.in_subquery(organizations)
        });
        let own = Condition::all()
            .add_option(organization)
            .add_option(
                self.priority
                    .as_ref()
                    .map(|filter| filter.on(Column::Priority)),
            )
            .add_option(self.pilot.as_ref().map(|filter| filter.on(Column::Pilot)))
            .add_option(
                self.listed_on
                    .as_ref()
                    .map(|filter| filter.on(Column::ListedOn)),
            )
            .add_option(
                self.withdrawn_on
                    .as_ref()
                    .map(|filter| filter.on(Column::WithdrawnOn)),
            );
        joined(
            own,
            self.and.as_ref(),
            self.or.as_ref(),
            self.not.as_deref(),
        )
    }
}

/// What objects can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum CoverageObjectOrderField {
    Priority,
    ListedOn,
    WithdrawnOn,
}

/// One key of an ordering of objects.
#[derive(Clone, Debug, InputObject)]
pub struct CoverageObjectOrder {
    field: CoverageObjectOrderField,
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

pub fn order(keys: Option<Vec<CoverageObjectOrder>>) -> Vec<(usize, Order)> {
    let place = |field| match field {
        CoverageObjectOrderField::Priority => 3,
        CoverageObjectOrderField::ListedOn => 7,
        CoverageObjectOrderField::WithdrawnOn => 9,
    };
    let keys = keys.unwrap_or_default().into_iter();
    keys.map(|key| (place(key.field), key.direction.into()))
        .collect()
}
