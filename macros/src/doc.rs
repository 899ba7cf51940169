//! Doc comments as descriptions, and names as the schema spells them.

use syn::{Attribute, Error, Expr, ExprLit, Lit, Meta, Result, spanned::Spanned};

/// The doc comment, its lines joined to one text.
pub fn text(attributes: &[Attribute], what: &impl Spanned) -> Result<String> {
    let lines: Vec<String> = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
                Expr::Lit(ExprLit {
                    lit: Lit::Str(line),
                    ..
                }) => Some(line.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        })
        .filter(|line| !line.is_empty())
        .collect();
    if lines.is_empty() {
        return Err(Error::new(
            what.span(),
            "a description is missing: the schema shows the doc comment",
        ));
    }
    Ok(lines.join(" "))
}

/// `starts_on` as `startsOn`.
pub fn camel(snake: &str) -> String {
    let mut name = String::with_capacity(snake.len());
    let mut upper = false;
    for letter in snake.trim_start_matches("r#").chars() {
        if letter == '_' {
            upper = true;
        } else {
            name.push(if upper {
                letter.to_ascii_uppercase()
            } else {
                letter
            });
            upper = false;
        }
    }
    name
}

/// `rename_organization` as `RenameOrganization`.
pub fn pascal(snake: &str) -> String {
    let name = camel(snake);
    name[..1].to_ascii_uppercase() + &name[1..]
}

/// `CoveragePlan` as `coveragePlan`.
pub fn lower_first(name: &str) -> String {
    name[..1].to_ascii_lowercase() + &name[1..]
}
