//! New events as they are sealed, for whoever may see them at that moment.

use std::{borrow::Cow, sync::Arc};

use async_graphql::{
    Context, ContextSelectionSet, OutputType, Positioned, ServerResult, Subscription, Value,
    parser::types::Field, registry::Registry,
};
use futures::{Stream, StreamExt, stream};
use uuid::Uuid;

use super::event::Event;
use crate::{
    access::viewer::Viewer,
    blocks::event::EventBus,
    database::Database,
    error::Error,
    read::{Reader, feed, noun::Noun, reader},
};

/// Everything that can be watched.
pub struct WatchEvents;

/// What can be watched (订阅).
#[Subscription(name = "Subscription")]
impl WatchEvents {
    /// Events as they are sealed, in the order of their positions, those that the viewer may see at that moment; ends with the
    /// token (事件订阅).
    async fn events<'ctx>(
        &self,
        ctx: &Context<'ctx>,
        #[graphql(
            desc = "Position of the last event that the client has; what came after it is sent first. Null to begin with what comes from now on (起始序号)."
        )]
        after: Option<i64>,
    ) -> async_graphql::Result<impl Stream<Item = EventById> + 'ctx> {
        let bus = ctx.data::<EventBus>()?;
        let viewer = ctx
            .data_opt::<Arc<Viewer>>()
            .ok_or_else(Error::unauthenticated)?;
        let database = ctx.data::<Database>()?;
        crate::access::policy::require(viewer, Event::DEF.reads, "Subscription.events")?;
        let after = after.unwrap_or_else(|| bus.sealed()).max(0);
        let ranges = bus.subscribe_after(after);
        Ok(ranges
            .flat_map(move |range| page_through(viewer, database, range))
            .take_while(|id| std::future::ready(id.is_some()))
            .filter_map(|id| std::future::ready(id.map(EventById))))
    }
}

/// The events of a range that exist for the viewer, read page by page. When the database does not answer, the stream ends, so that
/// the client resumes after its last position instead of missing one.
fn page_through<'a>(
    viewer: &'a Viewer,
    database: &'a Database,
    range: std::ops::RangeInclusive<i64>,
) -> impl Stream<Item = Option<Uuid>> + 'a {
    let (after, end) = (range.start() - 1, *range.end());
    stream::unfold(Some(after), move |after| async move {
        match feed::events_between(viewer, database, after?, end).await {
            Ok(page) => {
                let next = page.last().map(|(position, _)| *position);
                let ids: Vec<_> = page.into_iter().map(|(_, id)| Some(id)).collect();
                (!ids.is_empty()).then_some((stream::iter(ids), next))
            }
            Err(_) => Some((stream::iter(vec![None]), None)),
        }
    })
    .flatten()
}

/// An event on its way to a subscriber, read by what the subscription selects.
struct EventById(Uuid);

impl OutputType for EventById {
    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed("Event")
    }

    fn create_type_info(_: &mut Registry) -> String {
        "Event!".into()
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        field: &Positioned<Field>,
    ) -> ServerResult<Value> {
        let answer = match Reader::of(ctx) {
            Ok(reader) => reader.one(Event::DEF, Some(self.0), &[field]).await,
            Err(error) => Err(error),
        };
        match answer {
            Ok(answer) => {
                for error in answer.errors {
                    ctx.add_error(error);
                }
                Ok(reader::raw(answer.text))
            }
            Err(error) => Err(ctx.set_error_path(error.into_server_error(field.pos))),
        }
    }
}
