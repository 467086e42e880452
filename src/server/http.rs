//! HTTP: which function answers what, and how a reply is written. The only file that knows the library for it.

use std::convert::Infallible;
use std::io;
use std::net::TcpListener;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, LOCATION};
use axum::http::{Response, StatusCode, Uri};
use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use axum::routing::get;
use futures_util::stream::{Stream, unfold};
use tokio::sync::watch::Receiver;

use super::respond::{EVENTS, Reply, SCRIPT, event, respond};
use super::state::State;

/// What every request sees.
#[derive(Clone)]
struct Shared {
    states: Receiver<Arc<State>>,
    /// Tells pages of an earlier run of the server from those of this one.
    session: u32,
}

/// Serves until Ctrl-C.
///
/// # Errors
/// When the system refuses what a server needs.
pub(super) fn serve(listener: TcpListener, states: Receiver<Arc<State>>) -> io::Result<()> {
    let shared = Shared { states, session: std::process::id() };
    let router = Router::new()
        .route(EVENTS, get(events))
        .route(SCRIPT, get(script))
        .fallback_service(get(page).with_state(shared.clone()))
        .with_state(shared);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let server = tokio::spawn(async { axum::serve(listener, router).await });
        tokio::signal::ctrl_c().await?;
        // Not graceful: the connections for events never end by themselves.
        server.abort();
        Ok(())
    })
}

async fn page(extract::State(shared): extract::State<Shared>, uri: Uri) -> Response<Body> {
    let state = shared.states.borrow().clone();
    match respond(&state, uri.path(), shared.session) {
        Reply::File { status, content_type, bytes } => reply(status, &[(CONTENT_TYPE, content_type)], bytes.into()),
        Reply::Redirect(path) => {
            let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
            reply(StatusCode::TEMPORARY_REDIRECT.as_u16(), &[(LOCATION, &(path + &query))], Body::empty())
        }
    }
}

async fn script() -> Response<Body> {
    reply(200, &[(CONTENT_TYPE, "text/javascript; charset=utf-8")], include_str!("live.js").into())
}

/// What is served may change at any time, so nothing may be kept.
fn reply(status: u16, headers: &[(axum::http::HeaderName, &str)], body: Body) -> Response<Body> {
    let mut builder = Response::builder().status(status).header(CACHE_CONTROL, "no-store");
    for (name, value) in headers {
        builder = builder.header(name, *value);
    }
    builder.body(body).unwrap_or_else(|_| {
        let mut response = Response::new(Body::empty());
        *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        response
    })
}

/// Server-sent events: the present state at once, and every one after it.
async fn events(
    extract::State(shared): extract::State<Shared>,
) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
    let Shared { mut states, session } = shared;
    states.mark_changed();
    let events = unfold(states, move |mut states| async move {
        states.changed().await.ok()?;
        let data = event(&states.borrow_and_update(), session);
        Some((Ok(Event::default().data(data)), states))
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
