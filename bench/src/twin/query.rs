//! The root of the twin's schema.

use std::{sync::Arc, time::Duration};

use async_graphql::{
    Context, EmptyMutation, EmptySubscription, ID, Interface, Object, Request, Response, Schema,
    dataloader::DataLoader,
    runtime::{TokioSpawner, TokioTimer},
};
use inspectorate::{access::viewer::Viewer, database::Database, error::Result, graphql::node_id};
use uuid::Uuid;

use super::{
    coverage_object::{self, CoverageObject, CoverageObjectFilter, CoverageObjectOrder},
    loader::{Reads, RowKey},
    organization::{
        self, Organization, OrganizationFilter, OrganizationOrder, described, needed_by_list,
    },
    page::{Arguments, Connection, Page},
    row::Row,
};

/// The twin's schema.
pub type Twin = Schema<Query, EmptyMutation, EmptySubscription>;

pub fn schema() -> Twin {
    Schema::new(Query, EmptyMutation, EmptySubscription)
}

/// Answer `request` for `viewer`.
pub async fn execute(
    twin: &Twin,
    database: Database,
    viewer: Arc<Viewer>,
    request: Request,
) -> Response {
    let reads = Reads { database, viewer };
    let loader = DataLoader::new(reads, TokioSpawner::current(), TokioTimer::default());
    twin.execute(request.data(loader.delay(Duration::ZERO)))
        .await
}

pub struct Query;

#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID"))]
pub enum Node {
    Organization(Organization),
    CoverageObject(CoverageObject),
}

#[Object]
impl Query {
    async fn organization(
        &self,
        ctx: &Context<'_>,
        id: ID,
    ) -> Option<async_graphql::Result<Organization>> {
        one(ctx, key(&id, Organization::NAME)).await.transpose()
    }

    async fn coverage_object(
        &self,
        ctx: &Context<'_>,
        id: ID,
    ) -> Option<async_graphql::Result<CoverageObject>> {
        one(ctx, key(&id, CoverageObject::NAME)).await.transpose()
    }

    #[expect(clippy::too_many_arguments, reason = "the arguments of every list")]
    async fn organizations(
        &self,
        ctx: &Context<'_>,
        filter: Option<OrganizationFilter>,
        order_by: Option<Vec<OrganizationOrder>>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        offset: Option<i32>,
    ) -> Option<async_graphql::Result<Connection<Organization>>> {
        let arguments = Arguments {
            first,
            after,
            last,
            before,
            offset,
        };
        Some(
            list(
                ctx,
                Page::new(arguments, described(filter), organization::order(order_by)),
            )
            .await,
        )
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
        Some(
            list(
                ctx,
                Page::new(
                    arguments,
                    described(filter),
                    coverage_object::order(order_by),
                ),
            )
            .await,
        )
    }

    async fn node(&self, ctx: &Context<'_>, id: ID) -> Option<async_graphql::Result<Node>> {
        node(ctx, &id).await.transpose()
    }

    async fn nodes(
        &self,
        ctx: &Context<'_>,
        ids: Vec<ID>,
    ) -> async_graphql::Result<Vec<Option<Node>>> {
        let mut nodes = Vec::with_capacity(ids.len());
        for id in &ids {
            nodes.push(node(ctx, id).await?);
        }
        Ok(nodes)
    }
}

/// The key of a row of `noun`; none when the id names a row of another.
fn key(id: &ID, noun: &str) -> Result<Option<Uuid>> {
    let (name, id) =
        node_id::decode(id).ok_or_else(|| node_id::malformed(id, "record").field("id"))?;
    Ok((name == noun).then_some(id))
}

async fn node(ctx: &Context<'_>, id: &ID) -> async_graphql::Result<Option<Node>> {
    if let Some(id) = key(id, Organization::NAME)? {
        return Ok(one(ctx, Ok(Some(id))).await?.map(Node::Organization));
    }
    let id = key(id, CoverageObject::NAME);
    Ok(one(ctx, id).await?.map(Node::CoverageObject))
}

async fn one<T: Row>(
    ctx: &Context<'_>,
    id: Result<Option<Uuid>>,
) -> async_graphql::Result<Option<T>> {
    let Some(id) = id? else { return Ok(None) };
    let reads = ctx.data::<DataLoader<Reads>>()?;
    let columns = T::needed(&ctx.look_ahead());
    Ok(reads.load_one(RowKey::<T>::new(id, columns)).await?)
}

async fn list<T: Row>(
    ctx: &Context<'_>,
    page: Result<Page<T>>,
) -> async_graphql::Result<Connection<T>> {
    let page = Arc::new(page?);
    let needed = needed_by_list::<T>(&ctx.look_ahead());
    let (rows, more) = match needed {
        None => Default::default(),
        Some(columns) => {
            let reads = ctx.data::<DataLoader<Reads>>()?.loader();
            reads.page(columns.and(page.order_columns()), &page).await?
        }
    };
    Ok(Connection {
        rows,
        more,
        page,
        parent: None,
    })
}
