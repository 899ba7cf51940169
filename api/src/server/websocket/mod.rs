//! Operations over a websocket, by the protocol `graphql-transport-ws`.

mod connection;
mod message;
mod operation;

use actix_web::{
    HttpRequest, HttpResponse,
    web::{self, Data},
};

use self::{connection::Connection, message::Close};
use super::{AppState, identity, media::Media, refused::Refused, request_id};

/// The one protocol spoken; the older `graphql-ws` is not.
const PROTOCOL: &str = "graphql-transport-ws";

/// Open a connection; who asks is found out by its first message.
pub async fn open(
    request: HttpRequest,
    payload: web::Payload,
    state: Data<AppState>,
) -> HttpResponse {
    let id = request_id::of(request.headers());
    let refuse = |refused: Refused| refused.response(Media::Json, &id, &state.metrics);
    let token = match identity::presented(request.headers()) {
        identity::Presented::Twice => return refuse(Refused::two_tokens()),
        identity::Presented::Token(token) => Some(token.to_owned()),
        identity::Presented::Nothing | identity::Presented::Unusable => None,
    };
    if state.stopping()
        || state.metrics.connections.get() >= i64::from(state.websocket.ws_max_connections)
    {
        return refuse(Refused::no_room());
    }
    let shaken = actix_ws::handle_with_protocols(&request, payload, &[PROTOCOL]);
    let Ok((mut response, session, stream)) = shaken else {
        return refuse(Refused::handshake());
    };
    super::security::dress(&mut response, &id);
    if !response.headers().contains_key("sec-websocket-protocol") {
        actix_web::rt::spawn(session.close(Some(Close::Subprotocol.reason())));
        return response;
    }
    let withheld = identity::withheld(&state, &request);
    let connection = Connection::new(Data::clone(&state), session, id, token, withheld);
    actix_web::rt::spawn(connection.serve(stream));
    response
}
