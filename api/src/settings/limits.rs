//! How much a client may ask at once. A refusal names the limit and the value.

use clap::{Args, value_parser};

/// What one GraphQL document may hold, checked before and right after parsing.
#[derive(Args, Clone, Copy, Debug)]
#[command(next_help_heading = "Limits of a GraphQL document")]
pub struct Limits {
    /// Longest document in bytes.
    #[arg(long, env = "MAX_DOCUMENT_BYTES", default_value_t = Limits::DEFAULT.max_document_bytes, value_parser = value_parser!(u32).range(4_096..=1_048_576))]
    pub max_document_bytes: u32,

    /// Most lexical tokens: names, numbers, strings, punctuation.
    #[arg(long, env = "MAX_TOKENS", default_value_t = Limits::DEFAULT.max_tokens, value_parser = value_parser!(u32).range(1_000..=100_000))]
    pub max_tokens: u32,

    /// Deepest nesting of brackets of every kind; the parser's stack stands behind this one, so it has a ceiling.
    #[arg(long, env = "MAX_NESTING", default_value_t = Limits::DEFAULT.max_nesting, value_parser = value_parser!(u32).range(20..=60))]
    pub max_nesting: u32,

    /// Deepest path of fields; the introspection of GraphiQL and code generators needs 15.
    #[arg(long, env = "MAX_DEPTH", default_value_t = Limits::DEFAULT.max_depth, value_parser = value_parser!(u32).range(15..=30))]
    pub max_depth: u32,

    /// Most selections of the document with every fragment spread out.
    #[arg(long, env = "MAX_SELECTIONS", default_value_t = Limits::DEFAULT.max_selections, value_parser = value_parser!(u32).range(300..=100_000))]
    pub max_selections: u32,

    /// Most fields that may be answered: each field counts one, fields inside a page count once per row asked for.
    #[arg(long, env = "MAX_COMPLEXITY", default_value_t = Limits::DEFAULT.max_complexity, value_parser = value_parser!(u32).range(300..))]
    pub max_complexity: u32,

    /// Most aliases of the document with every fragment spread out.
    #[arg(long, env = "MAX_ALIASES", default_value_t = Limits::DEFAULT.max_aliases)]
    pub max_aliases: u32,

    /// Most directives of the document with every fragment spread out.
    #[arg(long, env = "MAX_DIRECTIVES", default_value_t = Limits::DEFAULT.max_directives)]
    pub max_directives: u32,

    /// Most operations in a document.
    #[arg(long, env = "MAX_OPERATIONS", default_value_t = Limits::DEFAULT.max_operations, value_parser = value_parser!(u32).range(1..=1_000))]
    pub max_operations: u32,

    /// Most fragments in a document.
    #[arg(long, env = "MAX_FRAGMENTS", default_value_t = Limits::DEFAULT.max_fragments, value_parser = value_parser!(u32).range(1..=1_000))]
    pub max_fragments: u32,

    /// Most variables of an operation.
    #[arg(long, env = "MAX_VARIABLES", default_value_t = Limits::DEFAULT.max_variables, value_parser = value_parser!(u32).range(1..=1_000))]
    pub max_variables: u32,

    /// Parsed documents kept for clients that send the same text again; 0 keeps none.
    #[arg(long, env = "DOCUMENT_CACHE", default_value_t = Limits::DEFAULT.document_cache, value_parser = value_parser!(u32).range(0..=100_000))]
    pub document_cache: u32,
}

impl Limits {
    /// Roomy for a screen of work, small for an attack.
    pub const DEFAULT: Self = Self {
        max_document_bytes: 65_536,
        max_tokens: 5_000,
        max_nesting: 50,
        max_depth: 20,
        max_selections: 3_000,
        max_complexity: 50_000,
        max_aliases: 100,
        max_directives: 100,
        max_operations: 20,
        max_fragments: 100,
        max_variables: 100,
        document_cache: 500,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}
