//! What is measured, for Prometheus.

use std::sync::OnceLock;

use metrics::{counter, describe_counter, describe_gauge, describe_histogram, gauge};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};

use crate::app::App;
use crate::attachments;
use crate::items::changes;
use crate::jobs;

use super::able::{self, Able};

/// Seconds; most pages take a few thousandths.
const BUCKETS: [f64; 9] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.1, 0.5, 1.0, 5.0];

/// Seconds, too: a kept answer goes out for as long as nothing public changes, until the day is over.
const AGES: [f64; 8] = [1.0, 10.0, 60.0, 600.0, 3_600.0, 14_400.0, 43_200.0, 86_400.0];
const AGE: &str = "padriver_page_cache_age_seconds";

/// What all jobs are called that this program can't run: those of a newer copy.
const UNKNOWN: &str = "unknown";

static INSTALLED: OnceLock<PrometheusHandle> = OnceLock::new();

/// The recorder that all counters report to, made by whoever asks first.
pub fn install() -> PrometheusHandle {
    INSTALLED.get_or_init(first).clone()
}

fn first() -> PrometheusHandle {
    let buckets = PrometheusBuilder::new().set_buckets(&BUCKETS);
    let buckets = buckets
        .and_then(|builder| builder.set_buckets_for_metric(Matcher::Full(AGE.to_owned()), &AGES));
    let builder = buckets.unwrap_or_else(|_| PrometheusBuilder::new());
    let recorder = builder.build_recorder();
    let handle = recorder.handle();
    metrics::set_global_recorder(recorder).ok();
    describe_counter!("padriver_requests_total", "Requests, by method, route and status");
    describe_histogram!("padriver_request_seconds", "Time to answer, by route");
    describe_gauge!("padriver_requests_in_flight", "Requests being answered now");
    describe_counter!("padriver_limited_total", "Requests refused for coming too often, by meter");
    describe_counter!("padriver_jobs_total", "Jobs run, by name and result");
    describe_counter!("padriver_jobs_given_up_total", "Jobs given up for good, by name");
    describe_counter!(
        "padriver_letters_refused_total",
        "Letters whose address is none, by the server that was to take them"
    );
    describe_gauge!(
        "padriver_jobs_waiting",
        "Jobs that nobody works on, by name: due, or for later"
    );
    describe_gauge!(
        "padriver_job_oldest_seconds",
        "How long the oldest due job has waited, by name"
    );
    describe_gauge!("padriver_attachments", "Attachments, by what came of reading them");
    describe_counter!(
        "padriver_page_cache_answers_total",
        "Answers that were kept in memory, and that were made"
    );
    describe_gauge!("padriver_page_cache_bytes", "Memory that kept answers take");
    describe_gauge!("padriver_page_cache_entries", "Answers that are kept");
    describe_histogram!(AGE, "Age of kept answers that are sent");
    describe_gauge!("padriver_catalogue_texts", "Texts that lists are made of, in memory");
    describe_gauge!("padriver_search_documents", "Documents in the search index");
    describe_gauge!("padriver_search_position", "The newest change that the index has seen");
    describe_gauge!("padriver_search_behind", "Changes that the search index has not seen yet");
    describe_gauge!(
        "padriver_search_stuck",
        "Whether the search index could not follow the last time"
    );
    describe_counter!("padriver_search_failures_total", "Failures of the search index to follow");
    describe_counter!("padriver_task_starts_total", "Starts of background tasks, by name");
    describe_counter!("padriver_task_failures_total", "Deaths of background tasks, by name");
    describe_gauge!("padriver_task_up", "Whether a background task runs, or has done its work");
    describe_counter!("padriver_database_queries_total", "Questions that pages ask the database");
    describe_gauge!(
        "padriver_able",
        "Whether readers can be answered now, and whether anything can be written"
    );
    describe_gauge!("padriver_build_info", "The version that runs");
    gauge!("padriver_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    handle
}

/// Values that are looked up when somebody asks.
#[expect(clippy::cast_precision_loss, reason = "a count of documents fits a float's 53 bits")]
pub async fn refresh(app: &App, jobs: &[&'static str]) {
    gauge!("padriver_search_documents").set(app.index.count() as f64);
    gauge!("padriver_search_position").set(app.index.seen() as f64);
    gauge!("padriver_search_stuck").set(f64::from(app.index.is_stuck()));
    counter!("padriver_search_failures_total").increment(0);
    gauge!("padriver_catalogue_texts").set(app.catalogue.texts() as f64);
    let (bytes, entries) = app.pages.size();
    gauge!("padriver_page_cache_bytes").set(bytes as f64);
    gauge!("padriver_page_cache_entries").set(entries as f64);
    counter!("padriver_database_queries_total").absolute(app.db.questions());
    // Nobody waits again and again for a database that does not answer.
    if Able::now(app).await != Able::Write && !able::answers(app).await {
        return;
    }
    if let Ok(newest) = changes::newest(&app.db).await {
        let behind = newest.saturating_sub(app.index.seen());
        gauge!("padriver_search_behind").set(behind as f64);
    }
    queue(app, jobs).await;
    for count in attachments::counts(&app.db).await.unwrap_or_default() {
        gauge!("padriver_attachments", "status" => count.status).set(count.files as f64);
    }
}

#[expect(clippy::cast_precision_loss, reason = "a count of jobs fits a float's 53 bits")]
async fn queue(app: &App, jobs: &[&'static str]) {
    let now = app.clock.now();
    for job in jobs {
        if let Ok(oldest) = jobs::oldest_due(&app.db, job, now).await {
            let waited = oldest.map_or(0.0, |due| (now - due).as_seconds_f64());
            gauge!("padriver_job_oldest_seconds", "job" => *job).set(waited);
        }
        // There before the first is given up, so that an alarm on growth has where to begin.
        counter!("padriver_jobs_given_up_total", "job" => *job).increment(0);
    }
    let Ok(waiting) = jobs::waiting_by_name(&app.db, now).await else { return };
    for job in jobs.iter().copied().chain([UNKNOWN]) {
        let of_name = |name: &str| if jobs.contains(&name) { name == job } else { job == UNKNOWN };
        let some = waiting.iter().filter(|waiting| of_name(&waiting.name));
        let (due, later) = some.fold((0, 0), |(due, later), w| (due + w.due, later + w.later));
        gauge!("padriver_jobs_waiting", "job" => job, "when" => "due").set(due as f64);
        gauge!("padriver_jobs_waiting", "job" => job, "when" => "later").set(later as f64);
    }
}
