//! Logs on standard output, one event a line: JSON for machines, text for people.

mod lines;

use std::io::{BufWriter, IsTerminal, stderr, stdout};

use tracing_appender::non_blocking::{NonBlockingBuilder, WorkerGuard};
use tracing_subscriber::EnvFilter;

/// A few pages of lines that came at once are written at once.
const BUFFER: usize = 64 * 1024;

/// Starts logging. `RUST_LOG` chooses the level; without it, what matters. Lines are written by a
/// thread of its own, none is lost, and what waits is written when the guard is dropped.
pub fn start(json: bool) -> WorkerGuard {
    let (lines, guard) = NonBlockingBuilder::default()
        .lossy(false)
        .thread_name("log")
        .finish(BufWriter::with_capacity(BUFFER, stdout()));
    let builder = tracing_subscriber::fmt().with_env_filter(filter("info")).with_writer(lines);
    let builder = if stdout().is_terminal() { builder } else { builder.with_ansi(false) };
    // A second start, in tests, changes nothing.
    if json {
        let builder = builder.json().flatten_event(true).with_current_span(true);
        builder.map_event_format(lines::Lines).try_init().ok();
    } else {
        builder.try_init().ok();
    }
    guard
}

/// For the demo: only what goes wrong, in plain words on standard error.
pub fn quiet() {
    let builder = tracing_subscriber::fmt().with_env_filter(filter("warn")).with_writer(stderr);
    // Colours are for a person; in a file they are in the way.
    let builder = if stderr().is_terminal() { builder } else { builder.with_ansi(false) };
    builder.try_init().ok();
}

fn filter(usual: &str) -> EnvFilter {
    // Tantivy tells of every commit.
    EnvFilter::try_from_default_env().unwrap_or_else(|_| {
        EnvFilter::new(format!("{usual},tantivy=warn,sqlx=warn,sea_orm_migration=warn"))
    })
}
