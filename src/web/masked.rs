//! What looks like an identity number in the parameters of an address: masked before anything is done with
//! it, so that it is in no page, in no memory of pages and in nothing that is kept of a question.

use axum::extract::Request;
use axum::http::{Method, Uri};
use axum::middleware::Next;
use axum::response::Response;

/// Stands for each digit, and as an address writes it.
const DOT: char = '•';
const DOT_ENCODED: &str = "%E2%80%A2";

/// Goes with a request whose address was another when it came.
#[derive(Clone, Copy)]
struct WasMasked;

/// Masks the parameters of the address before anybody looks at it, but for addresses that begin so that
/// another program has written them.
pub fn parameters(request: &mut Request, as_sent: &[String]) {
    let path = request.uri().path();
    let is_ours = |_: &&str| !as_sent.iter().any(|beginning| path.starts_with(beginning));
    let Some(query) = request.uri().query().filter(is_ours).and_then(masked) else { return };
    let Ok(address) = format!("{path}?{query}").parse::<Uri>() else { return };
    *request.uri_mut() = address;
    request.extensions_mut().insert(WasMasked);
}

fn masked(query: &str) -> Option<String> {
    // A `+` is a space here.
    let query = query.replace('+', "%20");
    let masked = norsk::identity::masked(&query, DOT, |_| false)?;
    Some(masked.replace(DOT, DOT_ENCODED))
}

/// The layer that leads a reader on to the address without it: the browser then shows that one, and sends
/// it on to nobody.
pub async fn lead_on(request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if is_read && request.extensions().get::<WasMasked>().is_some() {
        let there = request.uri().path_and_query().map_or("/", |there| there.as_str());
        return super::see_other(there);
    }
    next.run(request).await
}
