//! The door of the engine: a request's fields come in, JSON text and errors go out.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use async_graphql::{
    Context, PathSegment, Positioned, QueryEnv, SchemaEnv, ServerError, ServerResult, Value,
    indexmap::IndexMap, parser::types::Field,
};
use async_graphql_value::RAW_VALUE_TOKEN;
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use super::{
    noun::NounDef,
    plan::{Entry, Shape},
    planner::Planner,
    refusals,
    selection::Document,
    sql::Sql,
    write::Writer,
};
use crate::{
    access::viewer::Viewer,
    blocks::access_log::AccessLog,
    database::{Database, connection_lost},
    error::{Error, Result},
};

/// How many statements a request has run; put one into the request's data to count.
#[derive(Debug, Default)]
pub struct Statements(AtomicUsize);

impl Statements {
    /// The count so far.
    pub fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// Reads for one viewer within one request.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    pub viewer: &'a Viewer,
    pub database: &'a Database,
    pub(super) query: &'a QueryEnv,
    schema: &'a SchemaEnv,
    statements: Option<&'a Arc<Statements>>,
    /// Where reads of restricted contents are written down.
    pub(super) log: Option<&'a AccessLog>,
}

impl<'a> Reader<'a> {
    /// The reader of the request that `ctx` belongs to.
    pub fn of<T>(ctx: &async_graphql::ContextBase<'a, T>) -> Result<Self> {
        Ok(Self {
            viewer: ctx
                .data_opt::<Arc<Viewer>>()
                .ok_or_else(Error::unauthenticated)?,
            database: ctx
                .data_opt::<Database>()
                .ok_or_else(|| Error::internal("the schema has no database"))?,
            query: ctx.query_env,
            schema: ctx.schema_env,
            statements: ctx.data_opt::<Arc<Statements>>(),
            log: ctx.data_opt::<AccessLog>(),
        })
    }

    /// The same request read by the rights of `viewer`.
    pub fn seen_by<'b>(self, viewer: &'b Viewer) -> Reader<'b>
    where
        'a: 'b,
    {
        Reader { viewer, ..self }
    }

    /// Run a statement that selects.
    pub async fn fetch(&self, sql: Sql) -> Result<Vec<QueryResult>> {
        if let Some(statements) = self.statements {
            statements.0.fetch_add(1, Ordering::Relaxed);
        }
        let statement = sql.finish();
        let first = self.database.reader.query_all_raw(statement.clone()).await;
        // A statement that selects can be asked again: each connection that went stale with the server is met once.
        match first {
            Err(error) if connection_lost(&error) => {
                Ok(self.database.reader.query_all_raw(statement).await?)
            }
            first => Ok(first?),
        }
    }

    /// An empty statement for the database at hand.
    pub fn sql(&self) -> Sql {
        Sql::new(self.database.backend())
    }

    pub(super) fn document(&self) -> Document<'a> {
        Document {
            query: self.query,
            schema: self.schema,
        }
    }

    pub(super) fn planner(&self) -> Planner<'a> {
        Planner {
            document: self.document(),
            viewer: self.viewer,
        }
    }

    /// A root field that lists rows of `noun`.
    pub async fn list(
        &self,
        noun: &'static NounDef,
        fields: &[&'a Positioned<Field>],
    ) -> Result<Answer> {
        let list = self.planner().list(None, noun, fields)?;
        let data = self.load_list(&list).await?;
        Ok(self.written(fields, |writer| {
            let written = writer.list(&list, &data, None);
            writer.refuse(refusals::of_list(&list));
            written
        }))
    }

    /// A field on the interface `Node`: the rows that `ids` name, null where one does not exist for the viewer.
    pub async fn nodes(
        &self,
        ids: &[Option<(String, Uuid)>],
        fields: &[&'a Positioned<Field>],
        listed: bool,
    ) -> Result<Answer> {
        let mut groups: IndexMap<&str, Vec<Uuid>> = IndexMap::new();
        for (noun, id) in ids.iter().flatten() {
            groups.entry(noun.as_str()).or_default().push(*id);
        }
        let mut loaded = IndexMap::new();
        for (name, ids) in groups {
            let Some(noun) = crate::schema::nouns().find(|noun| noun.name == name) else {
                continue;
            };
            if !crate::access::policy::may_read(self.viewer, noun.reads) {
                continue;
            }
            let mut level = self.planner().level(noun);
            let shape = self.planner().shape(&mut level, fields);
            let data = self.load_rows(&level, &ids).await?;
            loaded.insert(name.to_owned(), (level, shape, data));
        }
        Ok(self.written(fields, |writer| {
            let one = |writer: &mut Writer, id: &Option<(String, Uuid)>| {
                let found = id.as_ref().and_then(|(noun, id)| {
                    let (level, shape, data) = loaded.get(noun)?;
                    Some((level, shape, data, *data.index.get(id)?))
                });
                match found {
                    Some((level, shape, data, row)) => writer.object(shape, level, data, row),
                    None => writer.null(),
                }
            };
            match ids.first() {
                Some(id) if !listed => one(writer, id),
                _ => writer.array(ids.iter(), |writer, id| one(writer, id)),
            }
        }))
    }

    /// A payload: rows by id under fixed names, beside plain values that the caller gives as JSON text.
    pub async fn payload(
        &self,
        type_name: String,
        rows: &[(&str, &'static NounDef, Uuid)],
        plain: &[(&str, String)],
        fields: &[&'a Positioned<Field>],
    ) -> Result<Answer> {
        let planner = self.planner();
        let merged = self.document().merge_under(&type_name, fields);
        let mut parts = Vec::new();
        for (key, fields) in merged {
            let Some(first) = fields.first() else {
                continue;
            };
            let name = first.node.name.node.as_str();
            let row = rows.iter().find(|(field, ..)| *field == name);
            let part = if let Some((_, noun, id)) = row {
                let mut level = planner.level(noun);
                let shape = planner.shape(&mut level, &fields);
                let data = self.load_rows(&level, &[*id]).await?;
                Part::Row(level, shape, data)
            } else if let Some((_, text)) = plain.iter().find(|(field, _)| *field == name) {
                Part::Plain(text.clone())
            } else {
                Part::Plain(format!("\"{type_name}\""))
            };
            parts.push(Entry {
                key,
                pos: first.pos,
                what: part,
            });
        }
        Ok(self.written(fields, |writer| {
            writer.members(&parts, |writer, entry| match &entry.what {
                Part::Plain(text) => writer.raw(text),
                Part::Row(level, shape, data) if data.rows.len() > 0 => {
                    writer.object(shape, level, data, 0)
                }
                Part::Row(..) => writer.null(),
            })
        }))
    }

    pub(super) fn written(
        &self,
        fields: &[&'a Positioned<Field>],
        write: impl FnOnce(&mut Writer) -> super::write::Written,
    ) -> Answer {
        let key = fields
            .first()
            .map(|field| field.node.response_key().node.to_string());
        let mut writer = Writer::new(key.map(PathSegment::Field));
        if write(&mut writer).is_err() {
            writer.clear_to_null();
        }
        let (text, errors) = writer.finish();
        Answer { text, errors }
    }
}

enum Part<'q> {
    Plain(String),
    Row(super::plan::Level<'q>, Shape<'q>, super::execute::Loaded),
}

/// JSON text of one field, and the errors inside it.
#[derive(Debug)]
pub struct Answer {
    pub text: String,
    pub errors: Vec<ServerError>,
}

impl Answer {
    /// Hand the answer to async-graphql: the errors to the response, the text as it is.
    pub fn into_value(self, ctx: &Context<'_>) -> Value {
        for error in self.errors {
            ctx.add_error(error);
        }
        raw(self.text)
    }
}

/// JSON text as a value that is copied into the response unread.
pub fn raw(text: String) -> Value {
    Value::Object(IndexMap::from_iter([(
        async_graphql::Name::new(RAW_VALUE_TOKEN),
        Value::String(text),
    )]))
}

/// Answer a field with what the engine found, or with null and the error at its path.
pub fn settle(ctx: &Context<'_>, answer: Result<Answer>) -> ServerResult<Option<Value>> {
    match answer {
        Ok(answer) => Ok(Some(answer.into_value(ctx))),
        Err(error) => {
            ctx.add_error(ctx.set_error_path(error.into_server_error(ctx.item.pos)));
            Ok(Some(Value::Null))
        }
    }
}
