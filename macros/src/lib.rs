//! `#[derive(Noun)]`, `#[verb]` and `#[derive(Input)]`: what is written once about a noun, a verb or its input becomes its part of
//! the schema and of the read and write paths.

mod doc;
mod input;
mod noun;
mod noun_field;
mod verb;

use proc_macro::TokenStream;

/// Declare a noun: its fields become the schema type, the read plan, the filters and the orderings.
#[proc_macro_derive(Noun, attributes(noun))]
pub fn noun(item: TokenStream) -> TokenStream {
    let item = syn::parse_macro_input!(item as syn::DeriveInput);
    noun::expand(&item)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Declare a verb: an async function over the change at hand and its input becomes a mutation.
#[proc_macro_attribute]
pub fn verb(payload: TokenStream, item: TokenStream) -> TokenStream {
    let payload = syn::parse_macro_input!(payload as syn::Path);
    let item = syn::parse_macro_input!(item as syn::ItemFn);
    verb::expand(&payload, &item)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Declare the input of a verb: a bad value names the field that holds it.
#[proc_macro_derive(Input, attributes(input))]
pub fn input(item: TokenStream) -> TokenStream {
    let item = syn::parse_macro_input!(item as syn::DeriveInput);
    input::expand(&item)
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}
