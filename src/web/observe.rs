//! One log line and one measurement for each request: what, how it went, how long. Never who.

use std::sync::Arc;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use metrics::{Counter, Gauge, Histogram, counter, gauge, histogram};
use tokio::time::Instant;
use tracing::Instrument;

use crate::app::App;
use crate::page_cache::{Answered, KeptAnswer};

/// What a request's line in the log says that it is about.
pub const LOG: &str = "padriver::request";

/// Names a request in the log and on the page of a fault.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// What is counted of every request. Looked up once: each of them by its name costs as much as the
/// rest of an answer from memory.
#[derive(Clone)]
pub struct Counted {
    in_flight: Gauge,
    kept: Counter,
    made: Counter,
    age: Histogram,
}

impl Counted {
    /// Of the recorder that is there now.
    pub fn by_name() -> Self {
        let answers = |result| counter!("padriver_page_cache_answers_total", "result" => result);
        Self {
            in_flight: gauge!("padriver_requests_in_flight"),
            kept: answers("kept"),
            made: answers("made"),
            age: histogram!("padriver_page_cache_age_seconds"),
        }
    }
}

/// A request on its way.
pub struct Watch {
    counted: Counted,
    id: String,
    method: Method,
    begun: Instant,
}

/// Where an answer came from.
pub enum Came {
    Kept(Arc<KeptAnswer>),
    /// The pattern, not the address: an address may hold what somebody searched for.
    Route(Arc<str>),
}

impl Came {
    /// Of an answer that the router made.
    pub fn of(response: &mut Response) -> Self {
        let matched = response.extensions_mut().remove::<MatchedPath>();
        Self::Route(matched.map_or("none".into(), |path| path.as_str().into()))
    }

    fn route(&self) -> &Arc<str> {
        match self {
            Self::Kept(kept) => &kept.answered.route,
            Self::Route(route) => route,
        }
    }

    /// What is counted of each time that such an answer is handed out again.
    pub fn answered(&self) -> Answered {
        let route = Arc::clone(self.route());
        let (count, seconds) = counted(&Method::GET, &route, 200);
        Answered { route, count, seconds }
    }
}

/// Of an answer that is handed out once.
pub fn uncounted() -> Answered {
    Answered { route: "".into(), count: Counter::noop(), seconds: Histogram::noop() }
}

fn counted(method: &Method, route: &Arc<str>, status: u16) -> (Counter, Histogram) {
    let labels = [
        ("method", method.to_string()),
        ("route", route.to_string()),
        ("status", status.to_string()),
    ];
    let count = counter!("padriver_requests_total", &labels);
    (count, histogram!("padriver_request_seconds", "route" => route.to_string()))
}

/// The layer that says which route has answered.
pub async fn note_route(request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>().cloned();
    let mut response = next.run(request).await;
    if let Some(matched) = matched {
        response.extensions_mut().insert(matched);
    }
    response
}

impl Watch {
    pub fn begin(app: &App, counted: &Counted, method: &Method) -> Self {
        let id = app.clock.random_id().simple().to_string();
        counted.in_flight.increment(1.0);
        Self { counted: counted.clone(), id, method: method.clone(), begun: Instant::now() }
    }

    pub fn request_id(&self) -> RequestId {
        RequestId(self.id.clone())
    }

    /// What is logged on the way says of which request.
    pub fn within<T>(&self, work: impl Future<Output = T>) -> impl Future<Output = T> {
        work.instrument(tracing::info_span!("request", id = self.id))
    }

    /// It was no reader's: an answer was made anew in their stead.
    pub fn leave(self) {
        self.counted.in_flight.decrement(1.0);
        self.counted.made.increment(1);
    }

    pub fn end(self, mut response: Response, came: &Came) -> Response {
        let Self { counted: of_all, id, method, begun } = self;
        of_all.in_flight.decrement(1.0);
        let (took, status, route) = (begun.elapsed(), response.status().as_u16(), came.route());
        match came {
            Came::Kept(kept) if status == 200 && method == Method::GET => {
                kept.answered.count.increment(1);
                kept.answered.seconds.record(took.as_secs_f64());
                of_all.age.record(kept.age().as_secs_f64());
            }
            _ => {
                let (count, seconds) = counted(&method, route, status);
                count.increment(1);
                seconds.record(took.as_secs_f64());
            }
        }
        match came {
            Came::Kept(_) => of_all.kept.increment(1),
            Came::Route(_) => of_all.made.increment(1),
        }
        let milliseconds = u64::try_from(took.as_millis()).unwrap_or(u64::MAX);
        tracing::info!(target: LOG, request = id, %method, %route, status, milliseconds);
        if let Ok(id) = HeaderValue::from_str(&id) {
            response.headers_mut().insert("x-request-id", id);
        }
        response
    }
}
