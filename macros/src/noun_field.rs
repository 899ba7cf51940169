//! `#[derive(Noun)]`: one field.
//!
//! A field without attributes is a column of its name. `#[noun(…)]` takes: `column = "…"`, `filter`, `order`, `reads = Action`,
//! `deprecated = "…"`; `one = "column"`; `many = "column"`; `link(table, parent, child[, noun_column])`;
//! `first = "column", by(column, -column)`; `any(noun_column, id_column)`, which may
//! be of any noun, or with `union = CONSTANT` only of its members;
//! `computed = function, needs(column: Type, …), ids(column, …), args(name: Type = "description", …)`.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Error, Field, GenericArgument, Ident, LitStr, Path, PathArguments, Result, Token, Type,
    meta::ParseNestedMeta, parenthesized, parse::ParseStream,
};

use crate::{doc, noun::ordering};

#[derive(Default)]
struct Attributes {
    column: Option<LitStr>,
    filter: bool,
    order: bool,
    reads: Option<Ident>,
    deprecated: Option<LitStr>,
    one: Option<LitStr>,
    many: Option<LitStr>,
    link: Vec<String>,
    first: Option<LitStr>,
    by: Vec<TokenStream>,
    any: Vec<String>,
    union: Option<Path>,
    computed: Option<Path>,
    needs: Vec<TokenStream>,
    ids: Vec<String>,
    args: Vec<TokenStream>,
}

pub fn expand(field: &Field) -> Result<TokenStream> {
    let Some(ident) = &field.ident else {
        return Err(Error::new_spanned(field, "a field has a name"));
    };
    let own = ident.to_string();
    let attributes = attributes(field)?;
    let (inner, optional) = unwrap(&field.ty, "Option");
    let kind = kind(&attributes, inner, &own)?;
    let is_relation =
        unwrap(inner, "One").1 || unwrap(inner, "Many").1 || !attributes.any.is_empty();
    let nullable = optional || is_relation || attributes.reads.is_some();
    if attributes.reads.is_some() && !optional && !is_relation {
        return Err(Error::new_spanned(
            &field.ty,
            "a restricted field is an Option: who may not read it gets null with an error",
        ));
    }
    let (name, doc) = (doc::camel(&own), doc::text(&field.attrs, ident)?);
    let Attributes { filter, order, .. } = attributes;
    let reads = match &attributes.reads {
        Some(action) => quote!(Some(crate::access::policy::Action::#action)),
        None => quote!(None),
    };
    let deprecated = match &attributes.deprecated {
        Some(reason) => quote!(Some(#reason)),
        None => quote!(None),
    };
    Ok(quote! {
        crate::read::noun::FieldDef {
            name: #name,
            doc: #doc,
            reads: #reads,
            deprecated: #deprecated,
            nullable: #nullable,
            filter: #filter,
            order: #order,
            kind: #kind,
        }
    })
}

/// The field that every noun has: its own events.
pub fn history(noun: &str) -> TokenStream {
    quote! {
        crate::read::noun::FieldDef {
            name: "history",
            doc: "Every change of this record, oldest first, as far as the viewer may see it (变更历史).",
            reads: None,
            deprecated: None,
            nullable: true,
            filter: false,
            order: false,
            kind: crate::read::noun::FieldKind::Many {
                via: crate::read::noun::Via::Link {
                    table: "event_subject",
                    parent: "subject_id",
                    child: "event_id",
                    noun: Some(("noun", #noun)),
                },
                noun: || <crate::domain::journal::event::Event as crate::read::noun::Noun>::DEF,
            },
        }
    }
}

fn kind(attributes: &Attributes, ty: &Type, own: &str) -> Result<TokenStream> {
    let def = |ty: &Type| quote!(|| <#ty as crate::read::noun::Noun>::DEF);
    let kind = quote!(crate::read::noun::FieldKind);
    if let Some(column) = &attributes.one {
        let target = def(unwrap(ty, "One").0);
        return Ok(quote!(#kind::One { column: #column, noun: #target }));
    }
    if let Some(column) = &attributes.many {
        let target = def(unwrap(ty, "Many").0);
        return Ok(
            quote!(#kind::Many { via: crate::read::noun::Via::Column(#column), noun: #target }),
        );
    }
    if let [table, parent, child, rest @ ..] = attributes.link.as_slice() {
        let target = def(unwrap(ty, "Many").0);
        let noun = match rest {
            [column, noun] => quote!(Some((#column, #noun))),
            _ => quote!(None),
        };
        return Ok(quote!(#kind::Many {
            via: crate::read::noun::Via::Link { table: #table, parent: #parent, child: #child, noun: #noun },
            noun: #target,
        }));
    }
    if let Some(column) = &attributes.first {
        let (target, by) = (def(unwrap(ty, "One").0), &attributes.by);
        return Ok(
            quote!(#kind::First { via: crate::read::noun::Via::Column(#column), noun: #target, order: &[#(#by),*] }),
        );
    }
    if let [noun, id] = attributes.any.as_slice() {
        let union = match &attributes.union {
            Some(union) => quote!(Some(&#union)),
            None => quote!(None),
        };
        return Ok(quote!(#kind::Any { noun_column: #noun, id_column: #id, union: #union }));
    }
    if let Some(compute) = &attributes.computed {
        let (needs, ids, args) = (&attributes.needs, &attributes.ids, &attributes.args);
        return Ok(quote!(#kind::Computed {
            needs: &[#(#needs),*],
            ids: &[#(#ids),*],
            arguments: &[#(#args),*],
            output: |registry| <#ty as async_graphql::OutputType>::create_type_info(registry),
            compute: |batch| Box::pin(async move {
                let values: Vec<_> = #compute(&batch).await?;
                batch.answer(values).await
            }),
        }));
    }
    let (column, scalar) = (
        attributes
            .column
            .as_ref()
            .map_or_else(|| own.to_owned(), LitStr::value),
        scalar(ty),
    );
    Ok(quote!(#kind::Column { column: #column, scalar: #scalar }))
}

/// How a column of this type is read; any type that is no plain one is a vocabulary.
fn scalar(ty: &Type) -> TokenStream {
    let scalar = quote!(crate::read::noun::Scalar);
    let plain = match last_ident(ty).as_deref() {
        Some("String") => "Text",
        Some("Search") => "Search",
        Some("i32" | "i64") => "Int",
        Some("bool") => "Bool",
        Some("Date" | "NaiveDate") => "Date",
        Some("DateTime") => "DateTime",
        Some("Decimal") => "Decimal",
        Some("RegionCode") => "RegionCode",
        _ => {
            return quote!(#scalar::Enum(&crate::read::noun::EnumDef {
                name: <#ty as inspectorate_entity::vocabulary::Vocabulary>::NAME,
                doc: <#ty as inspectorate_entity::vocabulary::Vocabulary>::DOC,
                entries: <#ty as inspectorate_entity::vocabulary::Vocabulary>::variants,
            }));
        }
    };
    let plain = Ident::new(plain, proc_macro2::Span::call_site());
    quote!(#scalar::#plain)
}

fn attributes(field: &Field) -> Result<Attributes> {
    let mut found = Attributes::default();
    for attribute in field
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("noun"))
    {
        attribute.parse_nested_meta(|meta| {
            let Some(word) = meta.path.get_ident() else {
                return Err(meta.error("unknown attribute"));
            };
            match word.to_string().as_str() {
                "column" => found.column = Some(meta.value()?.parse()?),
                "filter" => found.filter = true,
                "order" => found.order = true,
                "reads" => found.reads = Some(meta.value()?.parse()?),
                "deprecated" => found.deprecated = Some(meta.value()?.parse()?),
                "one" => found.one = Some(meta.value()?.parse()?),
                "many" => found.many = Some(meta.value()?.parse()?),
                "link" => found.link = words(&meta)?,
                "first" => found.first = Some(meta.value()?.parse()?),
                "by" => found.by = ordering(&meta)?,
                "any" => found.any = words(&meta)?,
                "union" => found.union = Some(meta.value()?.parse()?),
                "computed" => found.computed = Some(meta.value()?.parse()?),
                "needs" => found.needs = list(&meta, need)?,
                "ids" => found.ids = words(&meta)?,
                "args" => found.args = list(&meta, argument)?,
                _ => return Err(meta.error("unknown attribute of a field")),
            }
            Ok(())
        })?;
    }
    Ok(found)
}

fn list<T>(meta: &ParseNestedMeta<'_>, item: fn(ParseStream<'_>) -> Result<T>) -> Result<Vec<T>> {
    let inside;
    parenthesized!(inside in meta.input);
    let mut items = Vec::new();
    while !inside.is_empty() {
        items.push(item(&inside)?);
        inside.parse::<Option<Token![,]>>()?;
    }
    Ok(items)
}

/// `(event_subject, subject_id, …)`: names of tables and columns, or of a noun.
fn words(meta: &ParseNestedMeta<'_>) -> Result<Vec<String>> {
    list(meta, |input| {
        Ok(input.parse::<Ident>()?.to_token_stream().to_string())
    })
}

/// `starts_on: Date`
fn need(input: ParseStream<'_>) -> Result<TokenStream> {
    let column = input.parse::<Ident>()?.to_string();
    input.parse::<Token![:]>()?;
    let scalar = scalar(&input.parse::<Type>()?);
    Ok(quote!((#column, #scalar)))
}

/// `as_of: Option<Date> = "description"`
fn argument(input: ParseStream<'_>) -> Result<TokenStream> {
    let name = doc::camel(&input.parse::<Ident>()?.to_string());
    input.parse::<Token![:]>()?;
    let ty: Type = input.parse()?;
    input.parse::<Token![=]>()?;
    let doc: LitStr = input.parse()?;
    Ok(quote!(crate::read::noun::ArgumentDef {
        name: #name,
        doc: #doc,
        input: |registry| <#ty as async_graphql::InputType>::create_type_info(registry),
    }))
}

/// The type inside `outer<…>`, and whether it stood there.
fn unwrap<'a>(ty: &'a Type, outer: &str) -> (&'a Type, bool) {
    if let Type::Path(path) = ty
        && let Some(segment) = path.path.segments.last()
        && segment.ident == outer
        && let PathArguments::AngleBracketed(arguments) = &segment.arguments
        && let Some(GenericArgument::Type(inner)) = arguments.args.first()
    {
        return (inner, true);
    }
    (ty, false)
}

fn last_ident(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => path
            .path
            .segments
            .last()
            .map(|segment| segment.ident.to_string()),
        _ => None,
    }
}
