//! From a listener and a state to a running server, and back to silence.

use std::{
    future::Future,
    io,
    net::{SocketAddr, TcpListener},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use actix_web::{
    App, HttpServer,
    dev::{self, ServerHandle},
    guard,
    middleware::DefaultHeaders,
    web::{self, Data},
};

use super::{AppState, files, health, http, page, security, websocket};

/// A running server; awaiting it ends when it has stopped.
pub struct Server {
    server: dev::Server,
    stopper: Stopper,
    address: SocketAddr,
}

/// Stops a server from elsewhere.
#[derive(Clone)]
pub struct Stopper {
    handle: ServerHandle,
    state: Data<AppState>,
}

impl Stopper {
    /// Take no more connections, close websockets, finish the requests that run; true for not waiting for those.
    pub async fn stop(&self, at_once: bool) {
        self.state.stopping.send_replace(true);
        self.handle.stop(!at_once).await;
        self.settled().await;
    }

    /// Ends when nothing is delivered any more and everything that was read is written down; what is read after it is not.
    pub async fn settled(&self) {
        self.state.courier.close().await;
        self.state.access_log.close().await;
    }
}

impl Server {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The handle to stop it with.
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }
}

impl Future for Server {
    type Output = io::Result<()>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.server).poll(context)
    }
}

/// Serve `state` on `listener`.
pub fn serve(listener: TcpListener, state: AppState) -> io::Result<Server> {
    let address = listener.local_addr()?;
    let state = Data::new(state);
    let shared = Data::clone(&state);
    let shutdown = state.http.shutdown_timeout.as_secs();
    let server = HttpServer::new(move || {
        App::new()
            .app_data(Data::clone(&shared))
            .wrap(
                security::EVERYWHERE
                    .into_iter()
                    .fold(DefaultHeaders::new(), DefaultHeaders::add),
            )
            .configure(routes)
    })
    .disable_signals()
    .shutdown_timeout(shutdown)
    .client_request_timeout(Duration::from_secs(5))
    .client_disconnect_timeout(Duration::from_secs(2))
    // A client that is gone wants no answer: its query ends, its change is finished all the same.
    .h1_allow_half_closed(false);
    let server = match state.http.workers {
        0 => server,
        workers => server.workers(usize::from(workers)),
    };
    let server = server.listen(listener)?.run();
    let stopper = Stopper {
        handle: server.handle(),
        state,
    };
    Ok(Server {
        server,
        stopper,
        address,
    })
}

fn routes(service: &mut web::ServiceConfig) {
    let asks_for_websocket = guard::fn_guard(|context| {
        let upgrade = context.head().headers().get("upgrade");
        upgrade.is_some_and(|value| value.as_bytes().eq_ignore_ascii_case(b"websocket"))
    });
    service
        .service(
            web::resource("/graphql")
                .route(web::get().guard(asks_for_websocket).to(websocket::open))
                .default_service(web::to(http::graphql)),
        )
        .service(
            web::resource("/files")
                .route(web::post().to(files::attach))
                .default_service(web::to(files::other)),
        )
        .service(
            web::resource("/files/{id}")
                .route(web::get().to(files::send))
                .default_service(web::to(files::other)),
        )
        .route("/healthz", web::get().to(health::alive))
        .route("/readyz", web::get().to(health::ready))
        .route("/metrics", web::get().to(health::metrics))
        .route("/", web::get().to(page::index))
        .route("/graphiql/{file}", web::get().to(page::asset));
}
