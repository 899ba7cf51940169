//! Organizations, as a plain resolver server has them.

use std::sync::Arc;

use async_graphql::{Context, Enum, ID, InputObject, Lookahead, Object, dataloader::DataLoader};
use chrono::NaiveDate;
use inspectorate::{
    domain::organizations::organization as service,
    graphql::node_id,
    read::noun::{Noun, NounDef},
};
use inspectorate_entity::organizations::organization::{Column, Entity};
use sea_orm::{Condition, DbErr, Order, QueryResult, Value};
use uuid::Uuid;

use super::{
    coverage_object::{
        CoverageObject, CoverageObjectFilter, CoverageObjectOrder, order as object_order,
    },
    filter::{Direction, EnumFilter, Filter, ScaleFilter, TextFilter, joined},
    loader::{ListKey, Reads},
    page::{Arguments, Connection, Page},
    row::{Cells, ColumnOf, Columns, Kind, Row},
    vocabulary::OrganizationLevel,
};

/// A body of inspection work.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Organization {
    id: Uuid,
    code: Option<String>,
    name: Option<String>,
    short_name: Option<String>,
    level: Option<String>,
    region_code: Option<String>,
    established_on: Option<NaiveDate>,
    retired_on: Option<NaiveDate>,
    version: Option<i32>,
}

impl Row for Organization {
    type Entity = Entity;

    const NAME: &'static str = "Organization";

    const COLUMNS: &'static [ColumnOf<Self>] = &[
        Column::Id,
        Column::Code,
        Column::Name,
        Column::ShortName,
        Column::Level,
        Column::RegionCode,
        Column::EstablishedOn,
        Column::RetiredOn,
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
                "code" => 1 << 1,
                "name" => 1 << 2,
                "shortName" => 1 << 3,
                "level" => 1 << 4,
                "regionCode" => 1 << 5,
                "establishedOn" => 1 << 6,
                "retiredOn" => 1 << 7,
                "version" => 1 << 8,
                _ => 0,
            };
        }
        Columns(columns)
    }

    fn read(columns: Columns, row: &QueryResult, first: usize) -> Result<Self, DbErr> {
        let mut cells = Cells::new(row, columns, first);
        Ok(Self {
            id: cells.take()?.unwrap_or_default(),
            code: cells.take()?,
            name: cells.take()?,
            short_name: cells.take()?,
            level: cells.take()?,
            region_code: cells.take()?,
            established_on: cells.take()?,
            retired_on: cells.take()?,
            version: cells.take()?,
        })
    }

    fn noun() -> &'static NounDef {
        service::Organization::DEF
    }

    fn uuid(&self) -> Uuid {
        self.id
    }

    fn key(&self, place: usize) -> Option<Value> {
        match place {
            0 => Some(self.id.into()),
            1 => self.code.clone().map(Into::into),
            2 => self.name.clone().map(Into::into),
            4 => self.level.clone().map(Into::into),
            6 => self.established_on.map(Into::into),
            _ => None,
        }
    }

    fn kind(place: usize) -> Kind {
        match place {
            0 => Kind::Id,
            6 => Kind::Date,
            _ => Kind::Text,
        }
    }

    fn nullable(place: usize) -> bool {
        place == 6
    }

    fn default_order() -> Vec<(usize, Order)> {
        vec![(1, Order::Asc)]
    }
}

#[Object]
impl Organization {
    pub async fn id(&self) -> ID {
        node_id::encode(Self::NAME, self.id).into()
    }

    async fn code(&self) -> &str {
        self.code.as_deref().unwrap_or_default()
    }

    async fn name(&self) -> &str {
        self.name.as_deref().unwrap_or_default()
    }

    async fn short_name(&self) -> Option<&str> {
        self.short_name.as_deref()
    }

    async fn level(&self) -> Option<OrganizationLevel> {
        OrganizationLevel::parse(self.level.as_deref()?)
    }

    async fn region_code(&self) -> Option<&str> {
        self.region_code.as_deref()
    }

    async fn established_on(&self) -> Option<NaiveDate> {
        self.established_on
    }

    async fn retired_on(&self) -> Option<NaiveDate> {
        self.retired_on
    }

    async fn version(&self) -> i32 {
        self.version.unwrap_or_default()
    }

    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn coverage_objects(
        &self,
        ctx: &Context<'_>,
        filter: Option<CoverageObjectFilter>,
        order_by: Option<Vec<CoverageObjectOrder>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        offset: Option<i32>,
    ) -> Option<async_graphql::Result<Connection<CoverageObject>>> {
        let arguments = Arguments {
            first,
            after,
            last,
            before,
            offset,
        };
        let page = Page::new(arguments, described(filter), object_order(order_by));
        Some(list(ctx, page, super::coverage_object::ORGANIZATION, self.id).await)
    }
}

/// A page under a parent, loaded together with those of its siblings.
async fn list<T: Row>(
    ctx: &Context<'_>,
    page: inspectorate::error::Result<Page<T>>,
    column: ColumnOf<T>,
    parent: Uuid,
) -> async_graphql::Result<Connection<T>> {
    let page = Arc::new(page?);
    let look = ctx.look_ahead();
    let columns = needed_by_list::<T>(&look).map(|columns| columns.and(page.order_columns()));
    let (rows, more) = match columns {
        None => Default::default(),
        Some(columns) => {
            let key = ListKey::new(column, parent, columns, page.clone());
            let reads = ctx.data::<DataLoader<Reads>>()?;
            reads.load_one(key).await?.unwrap_or_default()
        }
    };
    Ok(Connection {
        rows,
        more,
        page,
        parent: Some((column, parent)),
    })
}

/// The columns that a connection needs; none when no row of it is asked for.
pub fn needed_by_list<T: Row>(look: &Lookahead<'_>) -> Option<Columns> {
    let (nodes, edges) = (look.field("nodes"), look.field("edges"));
    let rows = nodes.exists() || edges.exists() || look.field("pageInfo").exists();
    rows.then(|| T::needed(&nodes).and(T::needed(&edges.field("node"))))
}

/// A filter as a condition, and as a text that tells it from others.
pub fn described<F: Filter + std::fmt::Debug>(filter: Option<F>) -> (Condition, String) {
    match filter {
        None => (Condition::all(), String::new()),
        Some(filter) => (filter.condition(), format!("{filter:?}")),
    }
}

/// Which organizations are wanted.
#[derive(Clone, Debug, Default, InputObject)]
pub struct OrganizationFilter {
    and: Option<Vec<OrganizationFilter>>,
    or: Option<Vec<OrganizationFilter>>,
    not: Option<Box<OrganizationFilter>>,
    code: Option<TextFilter>,
    name: Option<TextFilter>,
    level: Option<EnumFilter<OrganizationLevel>>,
    established_on: Option<ScaleFilter<NaiveDate>>,
}

impl Filter for OrganizationFilter {
    fn condition(&self) -> Condition {
        let own = Condition::all()
            .add_option(self.code.as_ref().map(|filter| filter.on(Column::Code)))
            .add_option(self.name.as_ref().map(|filter| filter.on(Column::Name)))
            .add_option(self.level.as_ref().map(|filter| filter.on(Column::Level)))
            .add_option(
                self.established_on
                    .as_ref()
                    .map(|filter| filter.on(Column::EstablishedOn)),
            );
        joined(
            own,
            self.and.as_ref(),
            self.or.as_ref(),
            self.not.as_deref(),
        )
    }
}

/// What organizations can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OrganizationOrderField {
    Code,
    Name,
    Level,
    EstablishedOn,
}

/// One key of an ordering of organizations.
#[derive(Clone, Debug, InputObject)]
pub struct OrganizationOrder {
    field: OrganizationOrderField,
    #[graphql(default_with = "Direction::Asc")]
    direction: Direction,
}

pub fn order(keys: Option<Vec<OrganizationOrder>>) -> Vec<(usize, Order)> {
    let place = |field| match field {
        OrganizationOrderField::Code => 1,
        OrganizationOrderField::Name => 2,
        OrganizationOrderField::Level => 4,
        OrganizationOrderField::EstablishedOn => 6,
    };
    let keys = keys.unwrap_or_default().into_iter();
    keys.map(|key| (place(key.field), key.direction.into()))
        .collect()
}
