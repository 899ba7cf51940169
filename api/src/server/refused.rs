//! What is refused before there is a GraphQL request: a status code, an error in the usual form, and the header that helps.

use std::time::Duration;

use actix_web::{
    HttpResponse,
    http::{
        StatusCode,
        header::{ALLOW, HeaderName, RETRY_AFTER, WWW_AUTHENTICATE},
    },
};
use async_graphql::{Pos, Response};

use super::{answer, media::Media, metrics::Metrics, parameters::Unreadable};
use crate::{
    error::{Error, ErrorCode},
    settings::HttpProfile,
};

/// A refusal on its way to the client.
#[derive(Debug)]
pub struct Refused {
    status: StatusCode,
    error: Box<Error>,
    header: Option<(HeaderName, String)>,
}

impl From<Error> for Refused {
    /// What is refused outside of GraphQL, where the status says as much as the code.
    fn from(error: Error) -> Self {
        let status = match error.code {
            ErrorCode::Unauthenticated => return Self::unauthenticated(true),
            ErrorCode::Forbidden => StatusCode::FORBIDDEN,
            ErrorCode::NotFound => StatusCode::NOT_FOUND,
            ErrorCode::BadUserInput => StatusCode::BAD_REQUEST,
            ErrorCode::Gate => StatusCode::UNPROCESSABLE_ENTITY,
            ErrorCode::Conflict => StatusCode::CONFLICT,
            ErrorCode::Limited => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::with(status, error)
    }
}

impl Refused {
    fn new(status: StatusCode, message: &str, message_zh: &str) -> Self {
        let mut error = Error::bad_input("", message, message_zh);
        error.field = None;
        Self::with(status, error)
    }

    fn with(status: StatusCode, error: Error) -> Self {
        Self {
            status,
            error: Box::new(error),
            header: None,
        }
    }

    fn header(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.header = Some((name, value.into()));
        self
    }

    pub fn method() -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "Send GraphQL by POST, or a query by GET.",
            "请使用 POST 提交 GraphQL 请求，查询也可使用 GET。",
        )
        .header(ALLOW, "GET, POST")
    }

    pub fn accept() -> Self {
        Self::new(
            StatusCode::NOT_ACCEPTABLE,
            "The answer is application/graphql-response+json or application/json in UTF-8, of one operation also text/event-stream; `Accept` allows none of them.",
            "应答格式为 application/graphql-response+json 或 application/json（UTF-8），单个操作也可为 text/event-stream；请求头 Accept 均不接受。",
        )
    }

    pub fn content_type() -> Self {
        Self::new(
            StatusCode::UNSUPPORTED_MEDIA_TYPE,
            "The body has to be application/json in UTF-8, without Content-Encoding.",
            "请求体须为 UTF-8 编码的 application/json，且不得使用 Content-Encoding。",
        )
    }

    pub fn two_tokens() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "The request carries more than one Authorization header.",
            "请求包含多个 Authorization 请求头。",
        )
    }

    /// No token, or a header that holds none.
    pub fn unauthenticated(presented: bool) -> Self {
        let challenge = if presented {
            "Bearer error=\"invalid_token\""
        } else {
            "Bearer"
        };
        Self::with(StatusCode::UNAUTHORIZED, Error::unauthenticated())
            .header(WWW_AUTHENTICATE, challenge)
    }

    /// Another method than the one that the address takes.
    pub fn only(method: &actix_web::http::Method) -> Self {
        Self::new(
            StatusCode::METHOD_NOT_ALLOWED,
            "Send a file to /files by POST, and get one from /files/{id} by GET.",
            "请以 POST 向 /files 上传文件，以 GET 从 /files/{id} 下载文件。",
        )
        .header(ALLOW, method.as_str())
    }

    /// The token stands for no viewer, or that cannot be found out now.
    pub fn viewer(error: Error) -> Self {
        let status = match error.code {
            ErrorCode::Unauthenticated => return Self::unauthenticated(true),
            ErrorCode::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
            ErrorCode::Forbidden => StatusCode::FORBIDDEN,
            ErrorCode::NotFound
            | ErrorCode::BadUserInput
            | ErrorCode::Gate
            | ErrorCode::Conflict
            | ErrorCode::Limited
            | ErrorCode::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        };
        Self::with(status, error)
    }

    pub fn rate(seconds: u64, rate: u32) -> Self {
        Self::with(StatusCode::TOO_MANY_REQUESTS, Error::limited(
                format!("Too many requests: the limit RATE is {rate} a second. Try again in {seconds} s."),
                format!("请求过于频繁：上限为每秒 {rate} 次（RATE）。请在 {seconds} 秒后重试。"),
            ))
        .header(RETRY_AFTER, seconds.to_string())
    }

    pub fn too_large(limit: usize) -> Self {
        Self::with(
            StatusCode::PAYLOAD_TOO_LARGE,
            Error::limited(
                format!("The body is larger than MAX_BODY_BYTES ({limit})."),
                format!("请求体超过上限 MAX_BODY_BYTES（{limit} 字节）。"),
            ),
        )
    }

    pub fn too_slow(limit: Duration) -> Self {
        let seconds = limit.as_secs();
        Self::with(
            StatusCode::REQUEST_TIMEOUT,
            Error::limited(
                format!("The body did not arrive within BODY_TIMEOUT ({seconds} s)."),
                format!("请求体未在 BODY_TIMEOUT（{seconds} 秒）内送达。"),
            ),
        )
    }

    pub fn broken_body() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "The body ended before it was complete.",
            "请求体不完整。",
        )
    }

    pub fn no_room() -> Self {
        Self::with(StatusCode::SERVICE_UNAVAILABLE, Error::unavailable()).header(RETRY_AFTER, "5")
    }

    pub fn handshake() -> Self {
        Self::new(
            StatusCode::BAD_REQUEST,
            "This is not a websocket handshake (RFC 6455).",
            "这不是有效的 WebSocket 握手（RFC 6455）。",
        )
    }

    pub fn parameters(reason: Unreadable, profile: HttpProfile) -> Self {
        match (reason, profile) {
            (Unreadable::Json, _) => Self::new(
                StatusCode::BAD_REQUEST,
                "The request is not valid JSON in UTF-8.",
                "请求不是有效的 UTF-8 JSON。",
            ),
            (Unreadable::Batch(0 | 1), _) => Self::new(
                StatusCode::BAD_REQUEST,
                "Several operations in one request (a JSON array) are not accepted here (MAX_BATCH is 1).",
                "不接受在一次请求中提交多个操作（JSON 数组），MAX_BATCH 为 1。",
            ),
            (Unreadable::Batch(limit), _) => Self::with(
                StatusCode::BAD_REQUEST,
                Error::limited(
                    format!("Too many operations in one request: the limit MAX_BATCH is {limit}."),
                    format!("一次请求中的操作过多：上限 MAX_BATCH 为 {limit}。"),
                ),
            ),
            (Unreadable::Shape, profile) => Self::new(
                match profile {
                    HttpProfile::Legacy => StatusCode::BAD_REQUEST,
                    HttpProfile::Draft => StatusCode::UNPROCESSABLE_ENTITY,
                },
                "A request is an object with `query` (string) and optionally `operationName` (string), `variables` and `extensions` (objects).",
                "请求须为对象，包含 query（字符串），可选 operationName（字符串）、variables 与 extensions（对象）。",
            ),
        }
    }

    /// The refusal as an answer.
    pub fn response(self, media: Media, request_id: &str, metrics: &Metrics) -> HttpResponse {
        let mut errors = vec![self.error.into_server_error(Pos::default())];
        answer::tidy(&mut errors, request_id, metrics);
        let mut bytes = Vec::new();
        answer::write(&Response::from_errors(errors), false, &mut bytes);
        let mut response = HttpResponse::build(self.status);
        if let Some(header) = self.header {
            response.insert_header(header);
        }
        response.content_type(media.content_type()).body(bytes)
    }
}
