//! Calendars: one occasion to put in one's own, or a list to subscribe to.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use time::Duration;

use super::kind_of;
use crate::app::App;
use crate::dates::{end_of_oslo_day, oslo_day};
use crate::error::{Error, Reply};
use crate::feeds::{self, calendar};
use crate::items::list::{self, At, Wanted};
use crate::items::{Registers, changes};
use crate::library::document::{self, Opened};
use crate::library::{feed, listing};
use crate::web::Visit;
use crate::web::visit::{Named, Slug};

/// What is over stays this long in a calendar that is subscribed to.
const KEPT: Duration = Duration::days(90);
/// More than any network holds at once.
const MOST: u64 = 500;

pub async fn of_kind(State(app): State<App>, visit: Visit) -> Reply {
    let kind = kind_of(&app, &visit.path).ok_or(Error::NotFound)?;
    let t = visit.t;
    let query = visit.parameters()?;
    let registers = listing::registers(&app, &query).await?;
    if let Some(elsewhere) = listing::moved(&registers, &visit, &query) {
        return Ok(elsewhere);
    }
    let chosen = listing::chosen(&query, kind, &registers, t)?;
    let wanted = Wanted {
        chosen: listing::by_facet(&chosen),
        ..Wanted::of(kind.name, At::Now(app.clock.now()), t.lang.code())
    };
    let items = list::first(&app.catalogue, &wanted, MOST).await?;
    let ids: Vec<uuid::Uuid> = items.iter().map(|item| item.id).collect();
    let shown = changes::visible(&app.db, &ids).await?;
    // By the day: what is told holds until it turns.
    let since = end_of_oslo_day(oslo_day(app.clock.now())) - KEPT;
    let mut occasions: Vec<_> = shown
        .iter()
        .filter_map(|shown| feed::occasion(&app, kind, shown, &registers, t))
        .filter(|occasion| occasion.ends >= since)
        .collect();
    occasions.sort_by_key(|occasion| occasion.starts);
    let name = listing::title(kind, &chosen, &registers, t);
    let name = t.plain_with("web-title", "page", name);
    let calendar = calendar::Calendar { name, lang: t.lang.code(), occasions };
    Ok(feeds::answer(calendar.write(), calendar::MEDIA_TYPE))
}

pub async fn of_item(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    let kind = document::kind(&app, &visit)?;
    let shown = match document::open(&app, &visit, kind, &slug).await? {
        Opened::Here(shown) => shown,
        Opened::Elsewhere(response) => return Ok(response),
    };
    let registers = Registers::load(&app.db).await?;
    let occasion = feed::occasion(&app, kind, &shown, &registers, visit.t);
    let occasions = vec![occasion.ok_or(Error::NotFound)?];
    let name = shown.content.title.clone();
    let calendar = calendar::Calendar { name, lang: visit.lang().code(), occasions };
    let mut response = feeds::answer(calendar.write(), calendar::MEDIA_TYPE);
    let name = format!("attachment; filename=\"{}.ics\"", shown.item.slug);
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(response)
}
