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
    error::{Error, ErrorCode, Result},
    read::{Reader, feed, noun::Noun, reader},
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
    ) -> async_graphql::Result<impl Stream<Item = Result<EventById>> + 'ctx> {
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
            .take_while(|item| std::future::ready(item.is_some()))
            .filter_map(std::future::ready))
    }
}

/// What a subscriber gets next; none where the stream ends.
type Item = Option<Result<EventById>>;

/// The events of a range that exist for the viewer as the registry knows it when they are delivered, read page by page. A viewer
/// whose registration has ended is told so and hears no more. When the database does not answer, the stream ends, so that the
/// client resumes after its last position instead of missing one.
fn page_through<'a>(
    viewer: &'a Viewer,
    database: &'a Database,
    range: std::ops::RangeInclusive<i64>,
) -> impl Stream<Item = Item> + 'a {
    let (after, end) = (range.start() - 1, *range.end());
    stream::unfold(Some(after), move |after| async move {
        match page(viewer, database, after?, end).await {
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
async fn page(
    viewer: &Viewer,
    database: &Database,
    after: i64,
    end: i64,
) -> Result<(Vec<Item>, Option<i64>)> {
    let viewer = Arc::new(viewer.again(database).await?);
    let page = feed::events_between(&viewer, database, after, end).await?;
    let next = page.last().map(|(position, _)| *position);
    let item = |(_, id)| {
        Some(Ok(EventById {
            id,
            viewer: Arc::clone(&viewer),
        }))
    };
    Ok((page.into_iter().map(item).collect(), next))
}

/// An event on its way to a subscriber, read by what the subscription selects and by the rights at its delivery.
struct EventById {
    id: Uuid,
    viewer: Arc<Viewer>,
}

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
            Ok(reader) => {
                let reader = reader.seen_by(&self.viewer);
                reader.one(Event::DEF, Some(self.id), &[field]).await
            }
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
