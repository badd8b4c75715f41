//! Items as entries of a feed and as occasions of a calendar.

use time::OffsetDateTime;

use crate::app::App;
use crate::db::DbErr;
use crate::feeds::atom::Entry;
use crate::feeds::calendar::Occasion;
use crate::i18n::Text;
use crate::items::{Item, Registers, Shown, State, read};
use crate::kinds::Kind;

/// How much of what is new a feed tells.
pub const LENGTH: u64 = 50;

/// When a feed without entries was last other than it is: when anything of the site was, at the latest.
pub async fn quiet_since(app: &App) -> Result<OffsetDateTime, DbErr> {
    let newest = read::newest_change(&app.db).await?;
    // Without a single text the site is as new as the day that its first readers come.
    Ok(newest.unwrap_or_else(|| app.clock.now()))
}

/// A text that nobody knows the day of is no news: it has no entry, for a feed would give it the day that it
/// came in.
pub fn entries(app: &App, items: &[Item], registers: &Registers, t: Text) -> Vec<Entry> {
    let public = app.public_url();
    let entry = |item: &Item| {
        let kind = app.kinds.named(&item.kind)?;
        let owner = registers.owner(item.centre_id);
        let themes = item.card().themes;
        let themes = themes.into_iter().map(|slug| {
            let label = registers.themes.name(&slug, t.lang).to_owned();
            (slug, label)
        });
        Some(Entry {
            id: item.id,
            title: item.title.clone(),
            summary: item.lead.clone(),
            lang: item.lang.clone(),
            href: format!("{public}/{}/{}/{}", t.lang.code(), kind.path, item.slug),
            updated: *item.updated_at,
            // Of what is known by its year alone a day would be made up.
            published: item.published_at.filter(|_| item.published_as.is_none()).map(Into::into),
            author: owner.map(|owner| owner.name().to_owned()),
            categories: themes.collect(),
        })
    };
    items.iter().filter(|item| !item.is_undated()).filter_map(entry).collect()
}

/// The occasion that an item is, for kinds that take place.
pub fn occasion(
    app: &App,
    kind: &Kind,
    shown: &Shown,
    registers: &Registers,
    t: Text,
) -> Option<Occasion> {
    let (item, content) = (&shown.item, &shown.content);
    let happening = (kind.sharing.happening?)(content)?;
    let public = app.public_url();
    let url = format!("{public}/{}/{}/{}", t.lang.code(), kind.path, item.slug);
    let told = [content.lead.clone(), happening.online.clone().unwrap_or_default(), url.clone()];
    let told: Vec<String> = told.into_iter().filter(|line| !line.is_empty()).collect();
    let themes = content.themes.iter().map(|slug| registers.themes.name(slug, t.lang).to_owned());
    Some(Occasion {
        uid: format!("{}@{}", item.id, host(&public)),
        sequence: sequence(item),
        changed: *item.updated_at,
        starts: happening.starts,
        ends: happening.ends,
        all_day: happening.all_day,
        title: content.title.clone(),
        text: told.join("\n"),
        place: happening.place,
        url,
        online: happening.online,
        categories: themes.collect(),
        cancelled: happening.cancelled || item.state() == State::Withdrawn,
    })
}

/// `padriver.example` of `https://padriver.example`.
fn host(public: &str) -> &str {
    public.split_once("://").map_or(public, |(_, host)| host)
}

/// Grows with every change that the public sees, and with no other.
fn sequence(item: &Item) -> i32 {
    let changed = item.changed_at().zip(item.published_at);
    let minutes = changed.map_or(0, |(changed, published)| (changed - *published).whole_minutes());
    i32::try_from(minutes.max(0)).unwrap_or(i32::MAX)
}
