//! New events as they are sealed, for whoever may see them at that moment.

use std::sync::Arc;

use async_graphql::{Context, Subscription};
use futures::{Stream, StreamExt, stream};

use super::{
    delivered::{self, Delivered},
    event::Event,
    watch_worklist::{self, WorklistChange},
};
use crate::{
    access::viewer::Viewer,
    blocks::event::EventBus,
    database::Database,
    domain::{
        coordination::coordination_request::CoordinationRequest,
        joint_operations::joint_operation::JointOperation,
    },
    error::{Error, ErrorCode, Result},
    read::{
        Reader,
        feed::{self, Feed},
        noun::Noun,
    },
};

/// Everything that can be watched.
pub struct WatchEvents;

/// What can be watched (订阅).
#[Subscription(name = "Subscription")]
impl WatchEvents {
    /// Events as they are sealed, in the order of their positions, those that the viewer may see at that moment; ends with the
    /// token, and with the registration of the body (事件订阅).
    async fn events<'ctx>(
        &self,
        ctx: &Context<'ctx>,
        #[graphql(
            desc = "Position of the last event that the client has; what came after it is sent first. Null to begin with what comes from now on (起始序号)."
        )]
        after: Option<i64>,
    ) -> async_graphql::Result<impl Stream<Item = Result<Delivered<Event>>> + 'ctx> {
        follow(ctx, Feed::Events, after)
    }

    /// Requests as they are sent to the viewer's body by a mechanism, in the order of their sending, each as it stands when it is
    /// delivered; nobody else is told. Ends with the token, and with the registration of the body (收到协作请求订阅).
    async fn request_received<'ctx>(
        &self,
        ctx: &Context<'ctx>,
        #[graphql(
            desc = "Position of the event after which the client wants to know what came; that is sent first. Null to begin with what comes from now on (起始序号)."
        )]
        after: Option<i64>,
    ) -> async_graphql::Result<impl Stream<Item = Result<Delivered<CoordinationRequest>>> + 'ctx>
    {
        follow(ctx, Feed::RequestsReceived, after)
    }

    /// Joint operations of which the viewer's body is a side, or that the viewer oversees, whenever something changes in them: a step of their
    /// life cycle, of the common plan, something referred, a result. Each comes as it stands when it is delivered, and of what it opened
    /// or what was found in it only what the viewer may read at that moment; nobody else is told. Ends with the token, and with the
    /// registration of the body (联动监督变动订阅).
    async fn operation_changed<'ctx>(
        &self,
        ctx: &Context<'ctx>,
        #[graphql(
            desc = "Position of the event after which the client wants to know what changed; that is sent first. Null to begin with what comes from now on (起始序号)."
        )]
        after: Option<i64>,
    ) -> async_graphql::Result<impl Stream<Item = Result<Delivered<JointOperation>>> + 'ctx> {
        follow(ctx, Feed::OperationsChanged, after)
    }

    /// What changed in the viewer's worklist. The first comes at once and tells how it stands; then it is compared whenever the log
    /// has grown, at most once a second. What time alone changes, as a deadline that becomes overdue, shows with the next. Ends
    /// with the token, and with the registration of the body (待办变动订阅).
    async fn worklist_changed<'ctx>(
        &self,
        ctx: &Context<'ctx>,
    ) -> async_graphql::Result<impl Stream<Item = Result<WorklistChange>> + 'ctx> {
        let bus = ctx.data::<EventBus>()?;
        Ok(watch_worklist::changes(Reader::of(ctx)?, bus))
    }
}

/// What `feed` holds after a position, and then as it grows.
fn follow<'ctx, N: Noun + 'static>(
    ctx: &Context<'ctx>,
    feed: Feed,
    after: Option<i64>,
) -> async_graphql::Result<impl Stream<Item = Result<Delivered<N>>> + use<'ctx, N>> {
    let bus = ctx.data::<EventBus>()?;
    let viewer = ctx
        .data_opt::<Arc<Viewer>>()
        .ok_or_else(Error::unauthenticated)?;
    let database = ctx.data::<Database>()?;
    crate::access::policy::require(viewer, N::DEF.reads, N::DEF.name)?;
    let after = after.unwrap_or_else(|| bus.sealed()).max(0);
    let ranges = bus.subscribe_after(after);
    Ok(ranges
        .flat_map(move |range| page_through(viewer, database, feed, range))
        .take_while(|item| std::future::ready(item.is_some()))
        .filter_map(std::future::ready))
}

/// What a subscriber gets next; none where the stream ends.
type Item<N> = Option<Result<Delivered<N>>>;

/// The events of a range that exist for the viewer as the registry knows it when they are delivered, read page by page. A viewer
/// whose registration has ended is told so and hears no more. When the database does not answer, the stream ends, so that the
/// client resumes after its last position instead of missing one.
fn page_through<'a, N: Noun + 'static>(
    viewer: &'a Viewer,
    database: &'a Database,
    feed: Feed,
    range: std::ops::RangeInclusive<i64>,
) -> impl Stream<Item = Item<N>> + 'a {
    let (after, end) = (range.start() - 1, *range.end());
    stream::unfold(Some(after), move |after| async move {
        match page(viewer, database, feed, after?, end).await {
            Ok((items, next)) => (!items.is_empty()).then_some((items, next)),
            Err(error) if error.code == ErrorCode::Unauthenticated => {
                Some((vec![Some(Err(error)), None], None))
            }
            Err(_) => Some((vec![None], None)),
        }
    })
    .flat_map(stream::iter)
}

/// One page, and after which position the next begins.
async fn page<N: Noun>(
    viewer: &Viewer,
    database: &Database,
    feed: Feed,
    after: i64,
    end: i64,
) -> Result<(Vec<Item<N>>, Option<i64>)> {
    let viewer = Arc::new(viewer.again(database).await?);
    let page = feed::between(feed, &viewer, database, after, end).await?;
    let next = page.last().map(|(position, _)| *position);
    let ids = page.into_iter().map(|(_, id)| id).collect();
    let items = delivered::all(viewer, ids).map(Ok).map(Some);
    Ok((items.collect(), next))
}
