//! The languages of a text, above it: where each is written, and which are not written yet.

use super::{may, path, translate};
use crate::app::App;
use crate::error::Error;
use crate::i18n::{Lang, Text, Words};
use crate::items::{Item, Working, read};
use crate::rights::Who;

pub struct Tab {
    pub lang: Lang,
    pub href: String,
    pub told: Words,
    pub is_here: bool,
    /// The original has been published anew since.
    pub is_stale: bool,
}

pub async fn tabs(app: &App, t: Text, who: &Who, item: &Working) -> Result<Vec<Tab>, Error> {
    let (code, root) = (t.lang.code(), translate::root(item));
    let family = read::family(&app.db, root).await?;
    let newest = read::public_number(&app.db, root).await?;
    let languages = format!("{}/sprak", path(code, item.item.id));
    let mut tabs = Vec::new();
    for one in family.iter().take(Lang::ALL.len()) {
        let is_here = one.id == item.item.id;
        let opened = if is_here { None } else { Working::open(&app.db, one.id).await? };
        let Some(it) = (if is_here { Some(item) } else { opened.as_ref() }) else { continue };
        let own = if may::read(who, it) { &it.head.lang } else { &it.item.lang };
        let Some(lang) = Lang::parse(own) else { continue };
        let may_write = may::write(who, it);
        let href = if may_write { path(code, one.id) } else { languages.clone() };
        let base = it.head.original.map(|(_, base)| base);
        let is_stale = newest.zip(base).is_some_and(|(newest, base)| newest > base);
        let told = if is_stale { t.get("editing-stale-heading") } else { told(t, it, may_write) };
        tabs.push(Tab { lang, href, told, is_here, is_stale });
    }
    let unwritten = lacking(&family, &tabs);
    tabs.extend(unwritten.into_iter().map(|lang| Tab {
        lang,
        href: format!("{languages}#oversett"),
        told: t.get("editing-tab-none"),
        is_here: false,
        is_stale: false,
    }));
    Ok(tabs)
}

/// How far it has come; of what is others', whether it is public.
fn told(t: Text, item: &Working, may_write: bool) -> Words {
    if may_write || !item.item.state().is_visible() {
        return super::desk::stage(t, item).0;
    }
    t.get("editing-stage-published")
}

fn lacking(family: &[Item], tabs: &[Tab]) -> Vec<Lang> {
    let mut lacking = translate::lacking(family);
    lacking.retain(|lang| tabs.iter().all(|tab| tab.lang != *lang));
    lacking
}
