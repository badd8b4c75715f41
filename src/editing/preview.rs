//! A text as readers will see it: the very page of its kind, made in process of what is not public yet.

use std::sync::Arc;

use axum::Extension;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::Response;

use super::desk::open;
use super::{Id, may, uploads};
use crate::app::{App, OwnPages};
use crate::error::{Error, Reply};
use crate::items::{Content, Item, Shown, State as ItemState, Working};
use crate::login::known;
use crate::web::Visit;
use crate::web::visit::{Named, Unpublished};

pub async fn show(
    State(app): State<App>,
    Extension(pages): Extension<OwnPages>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
) -> Reply {
    let (item, kind) = open(&app, &visit, id).await?;
    let content = item.newest.content().ok_or(Error::Unreadable(id))?;
    let is_theirs = may::write(known(&visit)?, &item);
    let shown = as_published(&app, item, content.clone());
    let path = format!("/{}/{}/{}", visit.lang().code(), kind.path, shown.item.slug);
    let mut request = Request::get(path).body(Body::empty()).map_err(|_| Error::NotFound)?;
    // Counted for who asks us, and shown as anybody will read it.
    request.extensions_mut().insert(visit.asker.clone());
    request.extensions_mut().insert(Unpublished { text: Arc::new(shown), is_theirs });
    let (mut parts, body) = pages.ask(request).await.into_parts();
    let bytes =
        to_bytes(body, LARGEST).await.map_err(|error| Error::Internal(error.to_string()))?;
    let page = String::from_utf8_lossy(&bytes);
    // Nobody but those who write may have its pictures and files yet.
    let page = uploads::with_own_addresses(&page, visit.lang().code(), id, &content);
    for name in [header::CONTENT_LENGTH, header::ETAG] {
        parts.headers.remove(name);
    }
    Ok(Response::from_parts(parts, Body::from(page)))
}

/// No page of ours is larger.
const LARGEST: usize = 16 * 1024 * 1024;

/// What the item becomes, should its text be published now.
fn as_published(app: &App, working: Working, content: Content) -> Shown {
    let now = app.clock.now();
    let Working { item, head, .. } = working;
    let archived = head.archived.unwrap_or_default();
    let item = Item {
        state: ItemState::Published.name().to_owned(),
        title: content.title.clone(),
        lead: content.lead.clone(),
        lang: head.lang,
        centre_id: head.centre,
        archived_under: archived.published_under,
        archived_publisher: archived.publisher,
        published_at: item.published_at.or(Some(now.into())),
        updated_at: now.into(),
        ..item
    };
    Shown { item, content, margin: None }
}
