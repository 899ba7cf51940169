//! The query of an export: one list of the root, read by pages.

use async_graphql::{
    Name, Positioned, Request, Variables,
    parser::types::{
        DocumentOperations, ExecutableDocument, Field, OperationDefinition, Selection, SelectionSet,
    },
};
use async_graphql_value::Value;

use super::{Unfit, columns, fields};
use crate::{error::Error, graphql::guard::Guard, read::page::MAXIMUM_PAGE};

/// Arguments that say which page is read: the export says that itself.
const PAGED: [&str; 3] = ["after", "before", "last"];

/// An operation that is exported.
pub struct Exported {
    /// The field of `Query` whose rows are exported.
    pub list: String,
    /// The key under which the answer has them.
    pub key: String,
    /// Where the values of each column stand in a row.
    pub columns: Vec<Vec<String>>,
    /// Nested selection sets that its execution goes down into.
    pub levels: u64,
    query: String,
    operation_name: Option<String>,
    variables: Variables,
    document: ExecutableDocument,
}

impl Exported {
    /// The export that `request` asks for. Its pages are as large as the limits of a query allow, unless it says how large.
    pub fn of(mut request: Request, levels: u64, guard: &Guard) -> Result<Self, Unfit> {
        let name = request.operation_name.clone();
        let mut document = request.parsed_query()?.clone();
        let fragments = document.fragments.clone();
        let list = list_of(&mut document, name.as_deref())?;
        is_whole(list)?;
        let columns = columns::of(&fragments, list)?;
        let (field, key) = (&list.name.node, &list.response_key().node);
        let (field, key) = (field.to_string(), key.to_string());
        let selection = &mut list.selection_set.node;
        selection.items.push(chosen("totalCount", &[]));
        let page = chosen("pageInfo", &["hasNextPage", "endCursor"]);
        selection.items.push(page);
        let mut exported = Self {
            list: field,
            key,
            columns,
            levels,
            query: request.query,
            operation_name: name,
            variables: request.variables,
            document,
        };
        exported.widen(guard)?;
        Ok(exported)
    }

    /// Read the largest pages that are bearable.
    fn widen(&mut self, guard: &Guard) -> Result<(), Unfit> {
        let name = self.operation_name.as_deref();
        let mut wide = self.document.clone();
        let list = list_of(&mut wide, name)?;
        if list.get_argument("first").is_none() {
            give(list, "first", Value::Number(MAXIMUM_PAGE.into()));
            if guard.weigh(&wide, name, &self.variables).is_ok() {
                self.document = wide;
            }
        }
        Ok(())
    }

    /// The request for the page after `cursor`.
    pub fn page(&self, cursor: Option<&str>) -> Result<Request, Unfit> {
        let mut document = self.document.clone();
        let name = self.operation_name.as_deref();
        if let Some(cursor) = cursor {
            let list = list_of(&mut document, name)?;
            give(list, "after", Value::String(cursor.to_owned()));
        }
        let mut request = Request::new(self.query.clone()).variables(self.variables.clone());
        request.operation_name = name.map(str::to_owned);
        request.set_parsed_query(document);
        Ok(request)
    }
}

/// The one field of the operation, which has to be a list.
fn list_of<'a>(
    document: &'a mut ExecutableDocument,
    name: Option<&str>,
) -> Result<&'a mut Field, Unfit> {
    let operation: Option<&mut Positioned<OperationDefinition>> = match &mut document.operations {
        DocumentOperations::Single(operation) => Some(operation),
        DocumentOperations::Multiple(operations) => match name {
            Some(name) => operations.get_mut(name),
            None => operations.values_mut().next(),
        },
    };
    let operation = operation.ok_or_else(|| Error::internal("an admitted operation is gone"));
    let operation = operation.map_err(|error| Box::new(error.into_server_error(<_>::default())))?;
    let pos = operation.pos;
    match operation.node.selection_set.node.items.as_mut_slice() {
        [Positioned { node: Selection::Field(field), .. }] if fields::is_list(&field.node.name.node) => {
            Ok(&mut field.node)
        }
        _ => Err(Error::bad_input(
            "query",
            "A table is made of one list of the root and nothing else, such as `{ inspections { nodes { … } } }`.",
            "导出表格只能查询一个根列表，如 { inspections { nodes { … } } }。",
        )
        .into_server_error(pos)
        .into()),
    }
}

/// The list is asked for whole, and for nothing but its rows.
fn is_whole(list: &Field) -> Result<(), Unfit> {
    let paged = |(name, _): &&(Positioned<Name>, _)| PAGED.contains(&name.node.as_str());
    if let Some((name, _)) = list.arguments.iter().find(paged) {
        return Err(Error::bad_input(
            name.node.as_str(),
            "A table holds the whole list: leave this argument out; `first` says how many rows are read at a time.",
            "表格导出整个列表：请去掉该参数；first 只表示每次读取的行数。",
        )
        .into_server_error(name.pos)
        .into());
    }
    match list.selection_set.node.items.as_slice() {
        [
            Positioned {
                node: Selection::Field(nodes),
                ..
            },
        ] if nodes.node.name.node == "nodes" && nodes.node.alias.is_none() => Ok(()),
        _ => Err(Error::bad_input(
            "query",
            "A table is made of `nodes { … }` of the list and nothing else.",
            "表格只导出列表的 nodes { … }，请勿查询其他字段。",
        )
        .into_server_error(list.selection_set.pos)
        .into()),
    }
}

fn give(list: &mut Field, argument: &str, value: Value) {
    let pos = list.name.pos;
    let name = Positioned::new(Name::new(argument), pos);
    list.arguments.push((name, Positioned::new(value, pos)));
}

/// A field that the export adds, with the fields of its object.
fn chosen(name: &str, inner: &[&str]) -> Positioned<Selection> {
    let pos = <_>::default();
    let items = inner.iter().map(|name| chosen(name, &[])).collect();
    let field = Field {
        alias: None,
        name: Positioned::new(Name::new(name), pos),
        arguments: Vec::new(),
        directives: Vec::new(),
        selection_set: Positioned::new(SelectionSet { items }, pos),
    };
    Positioned::new(Selection::Field(Positioned::new(field, pos)), pos)
}
