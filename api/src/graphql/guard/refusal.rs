//! What the guard says when it refuses: each limit by the name of its setting, with the value that was too much.

use async_graphql::{Pos, ServerError};

use crate::error::Error;

/// A limit, as its refusal names it.
pub struct Limit {
    setting: &'static str,
    what: &'static str,
    what_zh: &'static str,
}

macro_rules! limits {
    ($($name:ident $setting:literal $what:literal $zh:literal;)*) => {
        $(pub const $name: Limit = Limit { setting: $setting, what: $what, what_zh: $zh };)*
    };
}

limits! {
    DOCUMENT_BYTES "MAX_DOCUMENT_BYTES" "bytes of the document" "文档字节数";
    TOKENS "MAX_TOKENS" "tokens of the document" "文档词法单元数";
    NESTING "MAX_NESTING" "nested brackets" "括号嵌套层数";
    DEPTH "MAX_DEPTH" "levels of fields" "字段层数";
    SELECTIONS "MAX_SELECTIONS" "selections with fragments spread out" "展开片段后的选择数";
    COMPLEXITY "MAX_COMPLEXITY" "fields to be answered, pages included" "预计返回的字段数（含分页）";
    ALIASES "MAX_ALIASES" "aliases with fragments spread out" "展开片段后的别名数";
    DIRECTIVES "MAX_DIRECTIVES" "directives with fragments spread out" "展开片段后的指令数";
    OPERATIONS "MAX_OPERATIONS" "operations of the document" "文档中的操作数";
    FRAGMENTS "MAX_FRAGMENTS" "fragments of the document" "文档中的片段数";
    VARIABLES "MAX_VARIABLES" "variables of the operation" "操作的变量数";
    LEVELS "levels" "levels of fields and fragments" "字段与片段的层数";
    INTROSPECTION "introspection" "nested lists of an introspection" "内省查询的嵌套列表数";
}

impl Limit {
    /// Refuse a `value` over `allowed`.
    pub fn check(&self, value: u64, allowed: u32) -> Result<(), ServerError> {
        self.check_at(value, allowed, Pos::default())
    }

    /// The same, said of a place in the document.
    pub fn check_at(&self, value: u64, allowed: u32, pos: Pos) -> Result<(), ServerError> {
        if value <= u64::from(allowed) {
            return Ok(());
        }
        let Self {
            setting,
            what,
            what_zh,
        } = self;
        Err(Error::limited(
            format!(
                "Too many {what}: {value}, the limit {setting} is {allowed}. Ask for less at once."
            ),
            format!("{what_zh}为 {value}，超过上限 {allowed}（{setting}）。请减少单次请求的内容。"),
        )
        .into_server_error(pos))
    }
}

/// The document does not parse.
pub fn syntax(reason: &str, pos: Pos) -> ServerError {
    bad_input(
        format!("The document is not valid GraphQL: {reason}."),
        format!("文档不是有效的 GraphQL：{reason}。"),
        pos,
    )
}

/// The request cannot be understood; both sentences say what to do.
pub fn bad_input(message: String, message_zh: String, pos: Pos) -> ServerError {
    let mut error = Error::bad_input("query", message, message_zh);
    error.field = None;
    error.into_server_error(pos)
}

impl From<ServerError> for super::Refusal {
    fn from(error: ServerError) -> Self {
        Self {
            error: Box::new(error),
            parsed: true,
        }
    }
}
