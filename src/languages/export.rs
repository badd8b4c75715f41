//! The same as a table for a spreadsheet: a line for each language, kind, owner and year.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::IntoResponse;

use super::bodies::Body;
use super::shares::Years;
use crate::app::App;
use crate::centres::Network;
use crate::error::{Error, Reply};
use crate::items::measures::Written;
use crate::items::{Owner, Registers};
use crate::web::Visit;

const COLUMNS: [&str; 7] = ["year", "kind", "owner", "body", "lang", "texts", "words"];

pub async fn send(State(app): State<App>, visit: Visit) -> Reply {
    let years = Years::asked(&app, &visit.parameters()?).await?;
    let mut all = years.written(&app).await?;
    let registers = Registers::load(&app.db).await?;
    let network = Network::load(&app.db).await?;
    let slug = |one: &Written| registers.owner(one.centre).map_or("", Owner::slug).to_owned();
    let body = |one: &Written| Body::of(&network, &registers, one.centre).name();
    all.sort_by_cached_key(|one| (one.year, one.kind.clone(), slug(one), one.lang.clone()));
    let table = table(&all, slug, body).map_err(|error| Error::Internal(error.to_string()))?;
    let mut response = table.into_response();
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/csv; charset=utf-8; header=present");
    headers.insert(header::CONTENT_TYPE, kind);
    let name = HeaderValue::from_static("attachment; filename=\"malform.csv\"");
    headers.insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}

fn table(
    all: &[Written],
    slug: impl Fn(&Written) -> String,
    body: impl Fn(&Written) -> &'static str,
) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    for one in all {
        writer.write_record([
            one.year.to_string(),
            one.kind.clone(),
            slug(one),
            body(one).to_owned(),
            one.lang.clone(),
            one.texts.to_string(),
            one.words.to_string(),
        ])?;
    }
    Ok(writer.into_inner().unwrap_or_default())
}
