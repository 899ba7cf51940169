//! One error for the whole service: a stable code, a sentence for a person, and where it happened.
//!
//! `Error` deliberately does not implement `Display`: async-graphql turns anything that does into a client message and would
//! lose the code. The one conversion to the wire is at the bottom of this file.

use async_graphql::{ErrorExtensionValues, Pos, ServerError};

use crate::blocks::gate::Gate;

/// What every fallible function of the service returns.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The stable kinds of failure; the schema serves them as `ErrorCode`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum ErrorCode {
    /// No token, or one that is expired, forged or malformed (未认证). Sign in again.
    Unauthenticated,
    /// The viewer's agency or role may not do or read this (无权限). Retrying will not help.
    Forbidden,
    /// No such record for this viewer (未找到); a hidden record answers the same as a missing one.
    NotFound,
    /// The request or one of its values is malformed (输入有误); `field` names which.
    BadUserInput,
    /// A rule of the work stands in the way (业务规则不允许); `gate` names it.
    Gate,
    /// Somebody changed the record since it was read, or a key was reused with other contents (冲突).
    Conflict,
    /// A limit of the service was reached (超出限制); the message names the limit and the value.
    Limited,
    /// The service or its database cannot answer now (暂不可用). Retry later; retries are safe.
    Unavailable,
    /// A fault of the service (内部错误). Quote the request id to the operator.
    Internal,
}

impl ErrorCode {
    /// The spelling on the wire, equal to the enum value in the schema.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::NotFound => "NOT_FOUND",
            Self::BadUserInput => "BAD_USER_INPUT",
            Self::Gate => "GATE",
            Self::Conflict => "CONFLICT",
            Self::Limited => "LIMITED",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}

/// A failure on its way to the client.
#[derive(Clone, Debug)]
pub struct Error {
    pub code: ErrorCode,
    /// English sentence: what is wrong, which value, which limit, what to do.
    pub message: String,
    /// The same in Chinese.
    pub message_zh: String,
    /// Path of the offending input inside the verb's `input` or the field's arguments, such as `input.startsOn`.
    pub field: Option<String>,
    pub gate: Option<Gate>,
    /// The version that is current now, with `CONFLICT` of a stale write.
    pub current_version: Option<i32>,
    /// Two changes waited for each other and the database gave this one up: nothing of it was written, it may begin again.
    pub given_up: bool,
}

impl Error {
    fn new(code: ErrorCode, message: impl Into<String>, message_zh: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            message_zh: message_zh.into(),
            field: None,
            gate: None,
            current_version: None,
            given_up: false,
        }
    }

    /// The token is missing or no good; the reason is the same for every cause.
    pub fn unauthenticated() -> Self {
        Self::new(
            ErrorCode::Unauthenticated,
            "A valid bearer token is required: it is missing, expired or not accepted here.",
            "需要有效的访问令牌：令牌缺失、已过期或不被接受。",
        )
    }

    /// The viewer's agency or role may not do or read `what`.
    pub fn forbidden(what: impl AsRef<str>) -> Self {
        let what = what.as_ref();
        Self::new(
            ErrorCode::Forbidden,
            format!("Your agency or role may not use `{what}`."),
            format!("您所在机关或角色无权使用“{what}”。"),
        )
    }

    /// No such `noun` for this viewer; a hidden row answers the same.
    pub fn not_found(noun: &str, field: impl Into<String>) -> Self {
        Self::new(
            ErrorCode::NotFound,
            format!("There is no such {noun} for you."),
            format!("未找到相应的记录（{noun}）。"),
        )
        .field(field)
    }

    /// The value of `field` is malformed; both sentences say what to do.
    pub fn bad_input(
        field: impl Into<String>,
        message: impl Into<String>,
        message_zh: impl Into<String>,
    ) -> Self {
        Self::new(ErrorCode::BadUserInput, message, message_zh).field(field)
    }

    /// A rule of the work stands in the way.
    pub fn gate(gate: Gate, message: impl Into<String>, message_zh: impl Into<String>) -> Self {
        Self {
            gate: Some(gate),
            ..Self::new(ErrorCode::Gate, message, message_zh)
        }
    }

    /// The record changed since version `seen`; `current` is its version now.
    pub fn stale(seen: i32, current: i32) -> Self {
        Self {
            current_version: Some(current),
            ..Self::new(
                ErrorCode::Conflict,
                format!("The record is at version {current}, you changed version {seen}: read it again and repeat your change."),
                format!("记录当前版本为 {current}，您修改的是版本 {seen}：请重新读取后再提交。"),
            )
        }
        .field("input.version")
    }

    /// Something else that already exists stands against this write.
    pub fn conflict(
        field: impl Into<String>,
        message: impl Into<String>,
        message_zh: impl Into<String>,
    ) -> Self {
        Self::new(ErrorCode::Conflict, message, message_zh).field(field)
    }

    /// A limit of the service: the sentence names the limit and the value.
    pub fn limited(message: impl Into<String>, message_zh: impl Into<String>) -> Self {
        Self::new(ErrorCode::Limited, message, message_zh)
    }

    /// The database or the service cannot answer now.
    pub fn unavailable() -> Self {
        Self::new(
            ErrorCode::Unavailable,
            "The service cannot answer right now; retry in a moment.",
            "服务暂时不可用，请稍后重试。",
        )
    }

    /// A fault of ours: logged here once with its cause, shown as a request id only.
    pub fn internal(cause: impl std::fmt::Debug) -> Self {
        tracing::error!(?cause, "internal error");
        Self::new(
            ErrorCode::Internal,
            "The service failed on this request; quote the request id to the operator.",
            "服务处理该请求时出错，请将请求编号告知运维人员。",
        )
    }

    /// The same error, said of `field`.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.field = Some(field.into());
        self
    }

    /// The error as async-graphql carries it; the path is set by whoever knows it.
    pub fn into_server_error(self, pos: Pos) -> ServerError {
        let mut extensions = ErrorExtensionValues::default();
        extensions.set("code", self.code.as_str());
        extensions.set("message_zh", self.message_zh);
        if let Some(field) = self.field {
            extensions.set("field", field);
        }
        if let Some(gate) = self.gate {
            extensions.set("gate", gate.as_str());
        }
        if let Some(version) = self.current_version {
            extensions.set("currentVersion", version);
        }
        ServerError {
            extensions: Some(extensions),
            ..ServerError::new(self.message, Some(pos))
        }
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(cause: sea_orm::DbErr) -> Self {
        match cause {
            sea_orm::DbErr::ConnectionAcquire(_) | sea_orm::DbErr::Conn(_) => {
                tracing::error!(?cause, "database unavailable");
                Self::unavailable()
            }
            cause if is_passing(&cause) || crate::database::connection_lost(&cause) => {
                tracing::warn!(?cause, "the database gave a statement up");
                Self {
                    given_up: matches!(code(&cause).as_deref(), Some("40001" | "40P01")),
                    ..Self::unavailable()
                }
            }
            cause => Self::internal(cause),
        }
    }
}

/// Whether the same statement may well succeed a moment later: it lost against another, or took too long.
fn is_passing(cause: &sea_orm::DbErr) -> bool {
    matches!(
        code(cause).as_deref(),
        // PostgreSQL: serialization failure, deadlock, lock not available, statement timeout.
        Some("40001" | "40P01" | "55P03" | "57014")
        // SQLite: busy, locked, busy with a stale snapshot.
        | Some("5" | "6" | "517")
    )
}

/// The database's own code for what went wrong.
fn code(cause: &sea_orm::DbErr) -> Option<String> {
    let (sea_orm::DbErr::Exec(sea_orm::RuntimeErr::SqlxError(error))
    | sea_orm::DbErr::Query(sea_orm::RuntimeErr::SqlxError(error))) = cause
    else {
        return None;
    };
    let code = error.as_database_error()?.code()?;
    Some(code.into_owned())
}

impl From<Error> for async_graphql::Error {
    fn from(error: Error) -> Self {
        let ServerError {
            message,
            extensions,
            ..
        } = error.into_server_error(Pos::default());
        Self {
            message,
            source: None,
            extensions,
        }
    }
}
