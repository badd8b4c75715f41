//! Logs on standard output, one event a line: JSON for machines, text for people.

use tracing_subscriber::EnvFilter;

/// Starts logging. `RUST_LOG` chooses the level; without it, what matters.
pub fn start(json: bool) {
    let builder = tracing_subscriber::fmt().with_env_filter(filter("info"));
    // A second start, in tests, changes nothing.
    if json {
        builder.json().flatten_event(true).with_current_span(true).try_init().ok();
    } else {
        builder.try_init().ok();
    }
}

/// For the demo: only what goes wrong, in plain words on standard error.
pub fn quiet() {
    let builder = tracing_subscriber::fmt().with_env_filter(filter("warn"));
    builder.with_writer(std::io::stderr).try_init().ok();
}

fn filter(usual: &str) -> EnvFilter {
    // Tantivy tells of every commit.
    EnvFilter::try_from_default_env().unwrap_or_else(|_| {
        EnvFilter::new(format!("{usual},tantivy=warn,sqlx=warn,sea_orm_migration=warn"))
    })
}
