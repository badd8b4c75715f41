//! Files and permanent addresses, the same for every kind.

use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::{cite, versions};
use crate::app::App;
use crate::centres::Network;
use crate::error::{Error, Reply, Tombstone};
use crate::items::files::{self, File};
use crate::items::{State as ItemState, read};
use crate::kinds::Kinds;
use crate::page_cache::knows;
use crate::rights::Right;
use crate::room::Route;
use crate::statements;
use crate::web::visit::{Named, preferred, vary_by_language};

pub fn routes(kinds: &Kinds) -> Vec<Route> {
    let mut routes = vec![
        Route::get("/id/{id}", Right::Anybody, permanent),
        Route::get("/filer/{id}/{name}", Right::Anybody, file),
    ];
    for kind in kinds.iter() {
        let under = |tail: &str| format!("/{{lang}}/{}/{{slug}}/{tail}", kind.path);
        routes.push(Route::get(under("versjoner"), Right::Anybody, versions::list).heavy(|_| true));
        let changes = Route::get(under("versjoner/{number}"), Right::Anybody, versions::show);
        routes.push(changes.heavy(|_| true));
        if kind.sharing.cite.is_some() {
            let files = ["referanse.ris", "referanse.bib", "referanse.json"];
            let route = |file| Route::get(under(file), Right::Anybody, cite::file);
            routes.extend(files.map(route));
        }
    }
    routes
}

/// The address that is never reused leads to the one that reads well, in the reader's language
/// where that is known, else in the text's own.
async fn permanent(
    State(app): State<App>,
    Named(id): Named<Uuid>,
    uri: Uri,
    headers: HeaderMap,
) -> Reply {
    let item = read::by_id(&app.db, id).await?.ok_or(Error::NotFound)?;
    let kind = app.kinds.named(&item.kind).ok_or(Error::NotFound)?;
    match item.state() {
        ItemState::Withdrawn => {
            let list = kind.list.map(|_| kind.path);
            return Err(Error::Gone(Tombstone { since: item.state_since.map(Into::into), list }));
        }
        state if !state.is_visible() => return Err(Error::NotFound),
        _ => {}
    }
    let asked = preferred(&headers);
    let lang = if let Some(lang) = asked { lang.code() } else { &item.lang };
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let there = format!("/{lang}/{}/{}{query}", kind.path, item.slug);
    let mut response = crate::web::see_other(&there);
    vary_by_language(&mut response);
    Ok(response)
}

/// What anybody may take home, and what it is called then.
struct Home {
    digest: String,
    media_type: String,
    name: String,
}

/// A file of an item, or one that a statement of the network points at.
async fn home(app: &App, id: Uuid, asked: &str) -> Result<Option<Home>, Error> {
    if let Some(found) = files::public(&app.db, id).await? {
        let name = found.name(asked).to_owned();
        let File { digest, media_type, .. } = found.file;
        return Ok(Some(Home { digest, media_type, name }));
    }
    let network = Network::load(&app.db).await?;
    let of = |file: &statements::File| Home {
        digest: file.digest.clone(),
        media_type: file.media_type.clone(),
        name: file.name.clone(),
    };
    Ok(network.file(id).map(of))
}

async fn file(
    State(app): State<App>,
    Named((id, name)): Named<(Uuid, String)>,
    headers: HeaderMap,
) -> Reply {
    let file = home(&app, id, &name).await?.ok_or(Error::NotFound)?;
    // The id stands for these very bytes: another file gets another id. But any of them may be taken away,
    // by a consent that is withdrawn or by a strike, so whoever has it asks again before long. Only
    // pictures may be kept by others than the reader.
    let kept = if file.media_type.starts_with("image/") { PICTURE_KEPT } else { FILE_KEPT };
    let tag = format!("\"{}\"", file.digest.get(..24).unwrap_or(&file.digest));
    if knows(headers.get(header::IF_NONE_MATCH), &tag) {
        return Ok(tagged(StatusCode::NOT_MODIFIED.into_response(), &tag, kept));
    }
    let bytes = app.files.read(&file.digest).await?.ok_or_else(|| {
        Error::Internal(format!("the file {id} is in the table but not in the store"))
    })?;
    let response = handed_over(&file.media_type, &file.name, bytes, kept);
    Ok(tagged(response, &tag, kept))
}

/// With the tag that it is known again by, and how long nobody needs to ask.
fn tagged(mut response: Response, tag: &str, kept: &'static str) -> Response {
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    response
}

/// A file as it goes out, with how long it may be kept on the way.
pub fn handed_over(media_type: &str, name: &str, bytes: Vec<u8>, kept: &'static str) -> Response {
    let mut response = (StatusCode::OK, bytes).into_response();
    let headers = response.headers_mut();
    let of_type = HeaderValue::from_str(media_type)
        .unwrap_or(HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_TYPE, of_type);
    // Pictures are shown; all else is taken home. The name is ours: a slug and our own ending.
    if !media_type.starts_with("image/") {
        let home = format!("attachment; filename=\"{name}\"");
        let home = HeaderValue::from_str(&home).unwrap_or(HeaderValue::from_static("attachment"));
        headers.insert(header::CONTENT_DISPOSITION, home);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    // What others have made is shown, never run.
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    response
}

/// So long a picture that is taken away may be seen by who had it: the page that asks before it is taken
/// away says so.
const PICTURE_KEPT: &str = "public, max-age=300, must-revalidate";
const FILE_KEPT: &str = "private, max-age=86400";
