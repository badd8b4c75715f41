//! A provider says that a session is over, in a frame on its own page: our cookie is not sent there, so it
//! is found by what the provider calls it.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;

use super::{Of, provider};
use crate::app::App;
use crate::db;
use crate::error::{Error, Reply};
use crate::people::sessions;
use crate::web::headers::Framed;
use crate::web::visit::{self, Named};

pub async fn end(State(app): State<App>, Named(of): Named<Of>, request: Request) -> Reply {
    let provider = provider(&app, &of)?;
    let query = visit::of(request.extensions())?.parameters()?;
    let sid = query.get("sid").filter(|sid| !sid.is_empty());
    let Some(sid) = sid.filter(|_| query.get("iss") == Some(provider.issuer.as_str())) else {
        return Err(Error::NotUnderstood("sid"));
    };
    let issuer = provider.issuer.as_str();
    let count = db::transaction::<usize, Error, _>(&app.db, |tx| {
        let (clock, issuer, sid) = (app.clock.clone(), issuer.to_owned(), sid.to_owned());
        Box::pin(async move { Ok(sessions::end_vouched(tx, &clock, (&issuer, &sid)).await?) })
    })
    .await?;
    tracing::info!(provider = provider.name, count, "a provider has ended sessions");
    // It looks the same whether there was one or not.
    let mut response = (StatusCode::OK, "").into_response();
    response.extensions_mut().insert(Framed);
    let site = provider.framed_by().unwrap_or_else(|| "'none'".to_owned());
    let policy =
        format!("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors {site}");
    let headers = response.headers_mut();
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    Ok(response)
}
