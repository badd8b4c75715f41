//! What a reader is offered who finds nothing: what would find something, and whom to ask.

use crate::app::App;
use crate::error::Error;
use crate::i18n::{Text, Words};
use crate::items::Registers;
use crate::kinds::filters::COUNTY;
use crate::search;
use crate::web::Query;

/// A link to where the reader may have more luck, in words that say what it leads to.
pub struct HelpLink {
    pub label: Words,
    pub href: String,
}

#[derive(Default)]
pub struct Help {
    /// The same question put less narrowly, with how much it would find.
    pub wider: Vec<HelpLink>,
    /// Words of the library that begin like those that were typed.
    pub words: Vec<HelpLink>,
    pub themes: Vec<HelpLink>,
    /// Who may know.
    pub ask: Option<HelpLink>,
}

/// So many letters of a word must be right for it to be a help.
const BEGINNING: usize = 4;
const WORDS: usize = 6;

/// Nothing where something has all that was asked for; where something has a part of it, only how to ask for
/// all less narrowly.
pub async fn find(
    app: &App,
    found: &search::SearchResults,
    wanted: &search::Query,
    query: &Query,
    registers: &Registers,
    t: Text,
) -> Result<Option<Help>, Error> {
    let path = format!("/{}/sok", t.lang.code());
    if found.total > 0 {
        return Ok(None);
    }
    let wider = wider(app, wanted, query, &path, t).await?;
    if found.below > 0 {
        return Ok(Some(Help { wider, ..Help::default() }));
    }
    let theme = |theme: &crate::themes::theme::Model| HelpLink {
        label: theme.said(t),
        href: format!("/{}/tema/{}", t.lang.code(), theme.slug),
    };
    Ok(Some(Help {
        wider,
        words: words(app, &wanted.words, &path, t).await?,
        themes: registers.themes.tree(t).into_iter().map(|(top, _)| theme(top)).collect(),
        ask: Some(ask(wanted, registers, t)),
    }))
}

/// Without filters, with history, without quotes: each that would find anything.
async fn wider(
    app: &App,
    wanted: &search::Query,
    query: &Query,
    path: &str,
    t: Text,
) -> Result<Vec<HelpLink>, Error> {
    let one = search::Query { limit: 0, offset: 0, ..wanted.clone() };
    let open = search::Query {
        words: one.words.clone(),
        include_archived: one.include_archived,
        as_typed: one.as_typed,
        // Words are set right by the reader's language: else what finds nothing here would be said to be found.
        prefer_lang: one.prefer_lang.clone(),
        limit: 0,
        ..search::Query::default()
    };
    let mut unfiltered = Query::default().with("q", &wanted.words);
    if wanted.include_archived {
        unfiltered = unfiltered.with("arkiv", "1");
    }
    let plain = wanted.words.replace(is_sign, " ");
    let plain: Vec<&str> =
        plain.split_whitespace().map(|word| word.trim_start_matches('-')).collect();
    let plain = plain.join(" ");
    let first = query.with("side", "");
    let mut tries = vec![
        ("find-help-unfiltered", unfiltered, open),
        (
            "find-help-archive",
            first.with("arkiv", "1"),
            search::Query { include_archived: true, ..one.clone() },
        ),
    ];
    if plain != wanted.words.trim() {
        let with = search::Query { words: plain.clone(), as_typed: false, ..one.clone() };
        tries.push(("find-help-plain", first.with("q", &plain).with("ordrett", ""), with));
    }
    let mut ways = Vec::new();
    for (key, query, tried) in tries {
        if tried == one {
            continue;
        }
        let total = super::ask(app, tried).await?.total;
        if total > 0 {
            let href = format!("{path}{query}");
            ways.push(HelpLink { label: t.with(key, "count", total), href });
        }
    }
    Ok(ways)
}

const fn is_sign(c: char) -> bool {
    matches!(c, '"' | '«' | '»' | '”' | '“' | '„')
}

async fn words(app: &App, typed: &str, path: &str, t: Text) -> Result<Vec<HelpLink>, Error> {
    let beginnings: Vec<String> = typed
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > BEGINNING)
        .map(|word| word.chars().take(BEGINNING).collect())
        .take(3)
        .collect();
    let index = app.index.clone();
    let found = tokio::task::spawn_blocking(move || {
        let mut all = Vec::new();
        for beginning in beginnings {
            all.extend(index.begun(&beginning, WORDS)?);
        }
        Ok::<_, search::Error>(all)
    })
    .await??;
    let way = |word: String| HelpLink {
        href: format!("{path}{}", Query::default().with("q", &word)),
        label: Words::name(t.lang, word, t.lang),
    };
    Ok(found.into_iter().take(WORDS).map(way).collect())
}

/// The county that the reader has chosen tells of its centres; else all do.
fn ask(wanted: &search::Query, registers: &Registers, t: Text) -> HelpLink {
    let lang = t.lang.code();
    match wanted.chosen(COUNTY.facet) {
        [only] => HelpLink {
            label: t.with("find-help-ask-county", "county", registers.counties.name(only)),
            href: format!("/{lang}/fylker/{only}"),
        },
        _ => HelpLink { label: t.get("find-help-ask"), href: format!("/{lang}/sentre") },
    }
}
