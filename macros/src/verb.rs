//! `#[verb(Noun)]`: `pub async fn rename_organization(change: &mut Change, input: RenameOrganizationInput) -> Result<Uuid>`.
//!
//! The name of the function is the mutation's (`renameOrganization`) and the action's (`RenameOrganization`). The function stays
//! as it is; beside it stands `VERB`, which the area's index lists.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{Error, FnArg, ItemFn, Path, Result, Type};

use crate::doc;

pub fn expand(payload: &Path, item: &ItemFn) -> Result<TokenStream> {
    let ident = &item.sig.ident;
    let input = input_type(item)?;
    let name = doc::camel(&ident.to_string());
    let action = format_ident!("{}", doc::pascal(&ident.to_string()));
    let doc = doc::text(&item.attrs, ident)?;
    Ok(quote! {
        #item

        /// The verb as the schema and the door for writes know it.
        pub const VERB: crate::access::verb::VerbDef = crate::access::verb::VerbDef {
            name: #name,
            doc: #doc,
            action: crate::access::policy::Action::#action,
            noun: <#payload as crate::read::noun::Noun>::DEF,
            input: |registry| <#input as async_graphql::InputType>::create_type_info(registry),
            run: |change, input| Box::pin(async move {
                let input = crate::graphql::input::read::<#input>(input)?;
                #ident(change, input).await
            }),
        };
    })
}

fn input_type(item: &ItemFn) -> Result<&Type> {
    match item.sig.inputs.iter().nth(1) {
        Some(FnArg::Typed(argument))
            if item.sig.inputs.len() == 2 && item.sig.asyncness.is_some() =>
        {
            Ok(&argument.ty)
        }
        _ => Err(Error::new_spanned(
            &item.sig,
            "a verb is an async function over `change: &mut Change` and its input",
        )),
    }
}
