//! What is measured, for Prometheus.

use metrics::{describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use crate::app::App;
use crate::attachments::{self, ReadFile};
use crate::jobs::{self, Job};
use crate::mail::Letter;
use crate::print::Booklet;

/// Seconds; most pages take a few thousandths.
const BUCKETS: [f64; 9] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1.0, 5.0];

/// The jobs that there are.
const JOBS: [&str; 3] = [Letter::NAME, Booklet::NAME, ReadFile::NAME];

/// Makes the recorder that all counters report to.
pub fn install() -> PrometheusHandle {
    let builder = PrometheusBuilder::new();
    let builder = builder.set_buckets(&BUCKETS).unwrap_or_else(|_| PrometheusBuilder::new());
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    // A test may have installed one before; the first stays.
    metrics::set_global_recorder(recorder).ok();
    describe_counter!("padriver_requests_total", "Requests, by method, route and status");
    describe_histogram!("padriver_request_seconds", "Time to answer, by route");
    describe_gauge!("padriver_requests_in_flight", "Requests being answered now");
    describe_counter!("padriver_limited_total", "Requests refused for coming too often, by meter");
    describe_counter!("padriver_jobs_total", "Jobs run, by name and result");
    describe_gauge!(
        "padriver_job_oldest_seconds",
        "How long the oldest due job has waited, by name"
    );
    describe_gauge!("padriver_attachments", "Attachments, by what came of reading them");
    describe_gauge!("padriver_search_documents", "Documents in the search index");
    describe_gauge!("padriver_search_position", "The newest change that the index has seen");
    describe_gauge!("padriver_build_info", "The version that runs");
    gauge!("padriver_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    handle
}

/// Values that are looked up when somebody asks.
#[expect(clippy::cast_precision_loss, reason = "a count of documents fits a float's 53 bits")]
pub async fn refresh(app: &App) {
    gauge!("padriver_search_documents").set(app.index.count() as f64);
    gauge!("padriver_search_position").set(app.index.seen() as f64);
    let now = app.clock.now();
    for job in JOBS {
        if let Ok(oldest) = jobs::oldest_due(&app.db, job, now).await {
            let waited = oldest.map_or(0.0, |due| (now - due).as_seconds_f64());
            gauge!("padriver_job_oldest_seconds", "job" => job).set(waited);
        }
    }
    for count in attachments::counts(&app.db).await.unwrap_or_default() {
        gauge!("padriver_attachments", "status" => count.status).set(count.files as f64);
    }
}
