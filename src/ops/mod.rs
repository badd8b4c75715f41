//! For those who run it: liveness, readiness, metrics and logs.

pub mod log;
pub mod metrics;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use metrics_exporter_prometheus::PrometheusHandle;
use tokio::sync::watch;

use crate::app::App;
use crate::db;

#[derive(Clone)]
struct Internal {
    app: App,
    metrics: PrometheusHandle,
    stopped: watch::Receiver<bool>,
}

/// The internal port: never for the public.
pub fn router(app: App, metrics: PrometheusHandle, stopped: watch::Receiver<bool>) -> Router {
    Router::new()
        .route("/internal/isAlive", get(|| async { "alive" }))
        .route("/internal/isReady", get(is_ready))
        .route("/internal/metrics", get(measured))
        .with_state(Internal { app, metrics, stopped })
}

/// Ready while the database answers and nobody has asked the program to stop.
async fn is_ready(State(internal): State<Internal>) -> (StatusCode, &'static str) {
    if *internal.stopped.borrow() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping");
    }
    let answer =
        tokio::time::timeout(std::time::Duration::from_secs(2), db::ping(&internal.app.db));
    match answer.await {
        Ok(Ok(())) => (StatusCode::OK, "ready"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer"),
    }
}

async fn measured(State(Internal { app, metrics, .. }): State<Internal>) -> String {
    self::metrics::refresh(&app).await;
    metrics.run_upkeep();
    metrics.render()
}
