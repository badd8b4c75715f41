//! For those who run it: liveness, readiness, metrics and logs.

mod able;
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
use crate::tasks::Health;

use able::Able;

/// What the internal port tells of.
#[derive(Clone)]
pub struct Internal {
    pub app: App,
    pub metrics: PrometheusHandle,
    pub tasks: Health,
    /// The names of the jobs that this program can run.
    pub jobs: Vec<&'static str>,
    pub stopped: watch::Receiver<bool>,
}

/// Readers are better off with a search that is behind than with no site.
const STUCK: &str =
    "ready, but search is behind: the index can't follow the changes, and it is tried again";

/// The internal port: never for the public.
pub fn router(internal: Internal) -> Router {
    Router::new()
        .route("/internal/isAlive", get(|| async { "alive" }))
        .route("/internal/isReady", get(is_ready))
        .route("/internal/metrics", get(measured))
        .with_state(internal)
}

/// Ready while readers can be answered, the tasks that the site needs run well, and nobody has asked
/// the program to stop. It stays ready when nothing can be written, and says so.
async fn is_ready(State(internal): State<Internal>) -> (StatusCode, String) {
    if *internal.stopped.borrow() {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping".to_owned());
    }
    if let Some(trouble) = internal.tasks.trouble() {
        return (StatusCode::SERVICE_UNAVAILABLE, trouble);
    }
    match Able::now(&internal.app).await {
        Able::Write if internal.app.index.is_stuck() => (StatusCode::OK, STUCK.to_owned()),
        Able::Write => (StatusCode::OK, "ready".to_owned()),
        Able::Read(why) => (StatusCode::OK, format!("ready, read-only: {why}")),
        Able::Nothing(why) => (StatusCode::SERVICE_UNAVAILABLE, why.to_owned()),
    }
}

async fn measured(State(Internal { app, metrics, jobs, .. }): State<Internal>) -> String {
    self::metrics::refresh(&app, &jobs).await;
    metrics.run_upkeep();
    metrics.render()
}
