//! Records on their way to a subscriber: read some at a time, and again when the reader was slow.

use std::{borrow::Cow, collections::HashMap, marker::PhantomData, sync::Arc, time::Duration};

use async_graphql::{
    ContextSelectionSet, OutputType, Positioned, ServerResult, Value, parser::types::Field,
    registry::Registry,
};
use tokio::{sync::Mutex, time::Instant};
use uuid::Uuid;

use crate::{
    access::viewer::Viewer,
    error::{Error, Result},
    read::{
        Reader,
        noun::Noun,
        reader::{self, Answer},
    },
};

/// Records read by one statement a level.
const AHEAD: usize = 20;

/// How long a record that was read may wait for its delivery, as the answer of a query may: afterwards rights may have changed, and
/// it is read again.
const FRESH: Duration = Duration::from_millis(200);

/// A record as the subscription selects it, by the rights at its delivery.
pub struct Delivered<N> {
    place: usize,
    page: Arc<Page>,
    noun: PhantomData<fn() -> N>,
}

/// Records that are delivered one after the other to one viewer.
struct Page {
    viewer: Arc<Viewer>,
    ids: Vec<Uuid>,
    read: Mutex<Ahead>,
}

/// What was read and is not delivered yet.
struct Ahead {
    until: Instant,
    answers: HashMap<usize, Answer>,
}

/// The records that `ids` name, for `viewer`.
pub fn all<N>(viewer: Arc<Viewer>, ids: Vec<Uuid>) -> impl Iterator<Item = Delivered<N>> {
    let page = Arc::new(Page {
        viewer,
        ids,
        read: Mutex::new(Ahead {
            until: Instant::now(),
            answers: HashMap::new(),
        }),
    });
    (0..page.ids.len()).map(move |place| Delivered {
        place,
        page: Arc::clone(&page),
        noun: PhantomData,
    })
}

impl<N: Noun> Delivered<N> {
    async fn answer<'a>(
        &'a self,
        reader: Reader<'a>,
        field: &'a Positioned<Field>,
    ) -> Result<Answer> {
        let mut ahead = self.page.read.lock().await;
        let waiting = ahead.answers.remove(&self.place);
        if let Some(answer) = waiting.filter(|_| Instant::now() < ahead.until) {
            return Ok(answer);
        }
        let end = self.page.ids.len().min(self.place + AHEAD);
        let reader = reader.seen_by(&self.page.viewer);
        ahead.until = Instant::now() + FRESH;
        let mut answers = reader
            .each(N::DEF, &self.page.ids[self.place..end], &[field])
            .await?
            .into_iter();
        let first = answers.next();
        ahead.answers = (self.place + 1..).zip(answers).collect();
        first.ok_or_else(|| Error::internal("a record was read and not answered"))
    }
}

impl<N: Noun + 'static> OutputType for Delivered<N> {
    fn type_name() -> Cow<'static, str> {
        Cow::Borrowed(N::DEF.name)
    }

    fn create_type_info(_: &mut Registry) -> String {
        format!("{}!", N::DEF.name)
    }

    async fn resolve(
        &self,
        ctx: &ContextSelectionSet<'_>,
        field: &Positioned<Field>,
    ) -> ServerResult<Value> {
        let answer = match Reader::of(ctx) {
            Ok(reader) => self.answer(reader, field).await,
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
