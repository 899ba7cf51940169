//! `#[derive(Input)]`: an input object whose errors name the field.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, Result};

use crate::doc;

pub fn expand(item: &DeriveInput) -> Result<TokenStream> {
    let Data::Struct(data) = &item.data else {
        return Err(Error::new_spanned(item, "an input is a struct"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new_spanned(item, "an input has named fields"));
    };
    let (ident, name) = (&item.ident, item.ident.to_string());
    let doc = doc::text(&item.attrs, ident)?;
    let (mut inputs, mut reads, mut idents) = (Vec::new(), Vec::new(), Vec::new());
    for field in &fields.named {
        let Some(own) = &field.ident else { continue };
        let (ty, name, doc) = (
            &field.ty,
            doc::camel(&own.to_string()),
            doc::text(&field.attrs, own)?,
        );
        inputs.push(quote! {{
            let ty = <#ty as async_graphql::InputType>::create_type_info(registry);
            crate::graphql::described::input_value(#name, &ty, #doc)
        }});
        reads.push(
            quote!(let #own = crate::graphql::input::field::<#ty, Self>(&mut fields, #name)?;),
        );
        idents.push(own);
    }
    Ok(quote! {
        impl async_graphql::InputType for #ident {
            type RawValueType = Self;

            fn type_name() -> std::borrow::Cow<'static, str> {
                std::borrow::Cow::Borrowed(#name)
            }

            fn create_type_info(registry: &mut async_graphql::registry::Registry) -> String {
                if !registry.types.contains_key(#name) {
                    // The name is taken first, so that an input may hold itself.
                    crate::graphql::described::add_input(registry, #name, #doc, Vec::new(), None);
                    let inputs = vec![#(#inputs),*];
                    crate::graphql::described::add_input(registry, #name, #doc, inputs, None);
                }
                concat!(#name, "!").to_owned()
            }

            fn parse(value: Option<async_graphql::Value>) -> async_graphql::InputValueResult<Self> {
                let mut fields = crate::graphql::input::object(value)?;
                #(#reads)*
                crate::graphql::input::nothing_left(&fields)?;
                Ok(Self { #(#idents),* })
            }

            fn to_value(&self) -> async_graphql::Value {
                async_graphql::Value::Null
            }

            fn as_raw_value(&self) -> Option<&Self> {
                Some(self)
            }
        }
    })
}
