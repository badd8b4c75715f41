//! Gives the files of a text to those who may read it before it is public.

use axum::extract::State;
use uuid::Uuid;

use crate::app::App;
use crate::editing::desk;
use crate::error::{Error, Reply};
use crate::items::{Content, files};
use crate::library::handed_over;
use crate::web::Visit;
use crate::web::visit::Named;

#[derive(serde::Deserialize)]
pub struct Given {
    id: Uuid,
    file: Uuid,
}

pub async fn give(
    State(app): State<App>,
    visit: Visit,
    Named(Given { id, file }): Named<Given>,
) -> Reply {
    desk::open(&app, &visit, id).await?;
    if !files::items_with(&app.db, file).await?.contains(&id) {
        return Err(Error::NotFound);
    }
    let row = files::by_id(&app.db, file).await?.ok_or(Error::NotFound)?;
    let bytes = app.files.read(&row.digest).await?.ok_or(Error::NotFound)?;
    Ok(handed_over(&row.media_type, &row.name, bytes, "private, no-store"))
}

/// Where one of its files is for those who write it.
pub fn address(lang: &str, item: Uuid, file: Uuid, name: &str) -> String {
    format!("{}/fil/{file}/{name}", crate::editing::path(lang, item))
}

/// The page of a text that is not public, with its pictures and files from where its writers find them.
pub fn with_own_addresses(page: &str, lang: &str, item: Uuid, content: &Content) -> String {
    let mut page = page.to_owned();
    for (file, name) in content.files_and_picture() {
        let public = format!("\"/filer/{file}/{name}");
        let own = address(lang, item, file, name);
        page = page.replace(&public, &format!("\"{own}"));
        // In a set of sizes each but the first stands behind a comma.
        page = page.replace(&format!(", /filer/{file}/{name}"), &format!(", {own}"));
    }
    page
}
