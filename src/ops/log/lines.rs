//! Lines of the log for machines. There is one for each request, so those are written in one go; all
//! others are written by `tracing-subscriber`, and the form is the same.

use std::fmt::{Debug, Result};

use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::time::{FormatTime, SystemTime};
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields};
use tracing_subscriber::registry::LookupSpan;

use crate::web::observe::LOG;

/// Another format, and what is quick here.
pub struct Lines<F>(pub F);

impl<S, N, F> FormatEvent<S, N> for Lines<F>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
    F: FormatEvent<S, N>,
{
    fn format_event(
        &self,
        context: &FmtContext<'_, S, N>,
        mut line: Writer<'_>,
        event: &Event<'_>,
    ) -> Result {
        let about = event.metadata();
        if about.target() != LOG || context.lookup_current().is_some() {
            return self.0.format_event(context, line, event);
        }
        line.write_str("{\"timestamp\":\"")?;
        SystemTime.format_time(&mut line)?;
        write!(line, "\",\"level\":\"{}\"", about.level())?;
        let mut fields = Fields { line, outcome: Ok(()) };
        event.record(&mut fields);
        fields.outcome?;
        writeln!(fields.line, ",\"target\":\"{LOG}\"}}")
    }
}

struct Fields<'w> {
    line: Writer<'w>,
    outcome: Result,
}

impl Fields<'_> {
    fn put(&mut self, name: &str, value: impl FnOnce(&mut Writer<'_>) -> Result) {
        if self.outcome.is_ok() {
            self.outcome = write!(self.line, ",\"{name}\":").and_then(|()| value(&mut self.line));
        }
    }
}

impl Visit for Fields<'_> {
    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field.name(), |line| write!(line, "{value}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field.name(), |line| text(line, value));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        let value = format!("{value:?}");
        self.put(field.name(), |line| text(line, &value));
    }
}

/// As JSON has it. Patterns of routes and names of methods need no escape, but a method may be anybody's.
fn text(line: &mut Writer<'_>, value: &str) -> Result {
    let is_plain = |byte: u8| byte >= b' ' && byte != b'"' && byte != b'\\' && byte != 0x7f;
    if value.bytes().all(is_plain) {
        return write!(line, "\"{value}\"");
    }
    line.write_str(&serde_json::Value::from(value).to_string())
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use serde_json::Value;
    use tracing_subscriber::fmt::MakeWriter;

    use super::*;

    #[derive(Clone, Default)]
    struct Kept(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Kept {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl MakeWriter<'_> for Kept {
        type Writer = Self;

        fn make_writer(&self) -> Self {
            self.clone()
        }
    }

    fn told(lines: &Kept) -> Vec<Value> {
        let all = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
        all.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    #[test]
    fn a_request_is_told_as_all_else_is() {
        let (ours, theirs) = (Kept::default(), Kept::default());
        let json = |lines: &Kept| {
            let builder = tracing_subscriber::fmt().with_writer(lines.clone());
            builder.json().flatten_event(true).with_current_span(true)
        };
        let tell = || {
            let (method, route) = ("GE\"T\n", "/{lang}/sok");
            tracing::info!(target: LOG, request = "ab", %method, %route, status = 200_u16, milliseconds = 3_u64);
            tracing::warn!(why = "æ", "something else");
            tracing::info_span!("request", id = "x")
                .in_scope(|| tracing::info!(target: LOG, n = 1_u64));
        };
        tracing::subscriber::with_default(json(&ours).map_event_format(Lines).finish(), tell);
        tracing::subscriber::with_default(json(&theirs).finish(), tell);
        let (mut ours, mut theirs) = (told(&ours), told(&theirs));
        assert_eq!(ours.len(), 3);
        for line in ours.iter_mut().chain(&mut theirs) {
            let time = line.as_object_mut().unwrap().remove("timestamp").unwrap();
            assert!(time.as_str().unwrap().ends_with('Z'), "{time}");
        }
        assert_eq!(ours, theirs);
    }
}
