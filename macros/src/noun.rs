//! `#[derive(Noun)]`: the struct as a whole.
//!
//! `#[noun(table = "…", plural = "…", reads = Action, visible = function, [listed = function,] order(column, -column), no_history)]`

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{
    Data, DeriveInput, Error, Fields, Ident, LitStr, Path, Result, Token, meta::ParseNestedMeta,
    parenthesized,
};

use crate::{doc, noun_field};

struct Attributes {
    table: LitStr,
    plural: LitStr,
    reads: Ident,
    visible: Path,
    listed: Option<Path>,
    order: Vec<TokenStream>,
    history: bool,
}

pub fn expand(item: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &item.data else {
        return Err(Error::new_spanned(item, "a noun is a struct"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(item, "a noun has named fields"));
    };
    let Attributes {
        table,
        plural,
        reads,
        visible,
        listed,
        order,
        history,
    } = attributes(item)?;
    let mut defs = fields
        .named
        .iter()
        .map(noun_field::expand)
        .collect::<Result<Vec<_>>>()?;
    let listed = listed.map_or_else(|| quote!(None), |listed| quote!(Some(#listed)));
    let (ident, name) = (&item.ident, item.ident.to_string());
    if history {
        defs.push(noun_field::history(&name));
    }
    let (singular, doc) = (doc::lower_first(&name), doc::text(&item.attrs, ident)?);
    Ok(quote! {
        impl crate::read::noun::Noun for #ident {
            const DEF: &'static crate::read::noun::NounDef = &crate::read::noun::NounDef {
                name: #name,
                singular: #singular,
                plural: #plural,
                doc: #doc,
                table: #table,
                reads: crate::access::policy::Action::#reads,
                visible: #visible,
                listed: #listed,
                fields: &[#(#defs),*],
                order: &[#(#order),*],
            };
        }
    })
}

fn attributes(item: &DeriveInput) -> Result<Attributes> {
    let (mut table, mut plural, mut reads, mut visible) = (None, None, None, None);
    let (mut order, mut history, mut listed) = (Vec::new(), true, None);
    for attribute in item
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("noun"))
    {
        attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("table") {
                table = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("plural") {
                plural = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("reads") {
                reads = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("visible") {
                visible = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("listed") {
                listed = Some(meta.value()?.parse()?);
            } else if meta.path.is_ident("order") {
                order = ordering(&meta)?;
            } else if meta.path.is_ident("no_history") {
                history = false;
            } else {
                return Err(meta.error("unknown attribute of a noun"));
            }
            Ok(())
        })?;
    }
    let missing =
        |what: &str| Error::new_spanned(&item.ident, format!("#[noun({what} = …)] is missing"));
    Ok(Attributes {
        table: table.ok_or_else(|| missing("table"))?,
        plural: plural.ok_or_else(|| missing("plural"))?,
        reads: reads.ok_or_else(|| missing("reads"))?,
        visible: visible.ok_or_else(|| missing("visible"))?,
        listed,
        order,
        history,
    })
}

/// `(name, -registered_on)`: columns, those with a minus going down.
pub fn ordering(meta: &ParseNestedMeta<'_>) -> Result<Vec<TokenStream>> {
    let inside;
    parenthesized!(inside in meta.input);
    let mut keys = Vec::new();
    while !inside.is_empty() {
        let down = inside.parse::<Option<Token![-]>>()?.is_some();
        let column = inside.parse::<Ident>()?.to_token_stream().to_string();
        let direction = if down { quote!(Desc) } else { quote!(Asc) };
        keys.push(quote!((#column, crate::read::noun::Direction::#direction)));
        inside.parse::<Option<Token![,]>>()?;
    }
    Ok(keys)
}
