//! Who asks, and what they may do: from the same table that refuses.

use std::sync::Arc;

use async_graphql::{
    Context, ID, OutputType, ServerResult, SimpleObject, Value,
    registry::{MetaField, Registry},
};

use crate::{
    access::{
        policy::{self, Agency, Role},
        viewer::Viewer,
    },
    domain::organizations::organization::Organization,
    error::Error,
    graphql::{coded::Coded, node_id, query::QueryDef, scalars::DateTime},
    read::{noun::Noun, reader},
    schema::verbs,
};

/// The one asking, as the token and the registry say (当前用户).
#[derive(SimpleObject)]
pub struct Me {
    /// Stable id of the person (用户标识).
    subject: String,
    /// Name of the person (姓名).
    name: String,
    /// The agency acted for (代表机关).
    agency: Coded<Agency>,
    /// The roles held (角色).
    roles: Vec<Role>,
    /// The body acted for (所在单位).
    organization_id: ID,
    /// Its code (单位编码).
    organization_code: String,
    /// The authority in whose jurisdiction the body acts (所属派出机关).
    authority_id: ID,
    /// When the token ends (令牌到期时间).
    expires_at: DateTime,
    /// The mutations that these roles may call at all; a rule may still stand in the way of one (可办理事项).
    may: Vec<String>,
}

/// The field of `Query`.
pub const QUERY: QueryDef = QueryDef {
    name: "me",
    field,
    resolve: |ctx| Box::pin(resolve(ctx)),
};

fn field(registry: &mut Registry) -> MetaField {
    let ty = <Me as OutputType>::create_type_info(registry);
    let mut field = MetaField::new(QUERY.name, ty.trim_end_matches('!'));
    field.description =
        Some("Who asks, and what they may do. Null only together with an error (当前用户).".into());
    field
}

async fn resolve(ctx: &Context<'_>) -> ServerResult<Option<Value>> {
    let Some(viewer) = ctx.data_opt::<Arc<Viewer>>() else {
        return reader::settle(ctx, Err(Error::unauthenticated()));
    };
    let organization = |id| ID(node_id::encode(Organization::DEF.name, id));
    let allowed = verbs().filter(|verb| policy::may(viewer, verb.action));
    let me = Me {
        subject: viewer.subject.clone(),
        name: viewer.name.clone(),
        agency: Coded(viewer.agency),
        roles: viewer.roles.iter().copied().collect(),
        organization_id: organization(viewer.organization_id),
        organization_code: viewer.organization_code.clone(),
        authority_id: organization(viewer.authority_id),
        expires_at: DateTime(viewer.expires_at),
        may: allowed.map(|verb| verb.name.to_owned()).collect(),
    };
    let inside = ctx.with_selection_set(&ctx.item.node.selection_set);
    me.resolve(&inside, ctx.item).await.map(Some)
}
