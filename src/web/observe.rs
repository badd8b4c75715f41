//! One log line and one measurement for each request: what, how it went, how long. Never who.

use axum::extract::{MatchedPath, Request, State};
use axum::http::HeaderValue;
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

use crate::app::App;

/// Names a request in the log and on the page of a fault.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

pub async fn request(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let id = app.clock.random_id().simple().to_string();
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    // The pattern, not the address: an address may hold what somebody searched for.
    let route =
        request.extensions().get::<MatchedPath>().map_or("none", MatchedPath::as_str).to_owned();
    let begun = tokio::time::Instant::now();
    metrics::gauge!("padriver_requests_in_flight").increment(1.0);
    let span = tracing::info_span!("request", id);
    let mut response = next.run(request).instrument(span).await;
    metrics::gauge!("padriver_requests_in_flight").decrement(1.0);
    let took = begun.elapsed();
    let status = response.status().as_u16();
    let labels =
        [("method", method.to_string()), ("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("padriver_requests_total", &labels).increment(1);
    metrics::histogram!("padriver_request_seconds", "route" => route.clone())
        .record(took.as_secs_f64());
    let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
    tracing::info!(target: "padriver::request", request = id, %method, route, status, milliseconds);
    if let Ok(id) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", id);
    }
    response
}
