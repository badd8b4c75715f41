//! The same as a table for a spreadsheet: a line for each language, kind, owner and year.

use axum::extract::State;

use super::bodies::Body;
use super::shares::Years;
use crate::app::App;
use crate::centres::Network;
use crate::error::Reply;
use crate::i18n::Lang;
use crate::items::measures::Written;
use crate::items::{Owner, Registers};
use crate::web::{Visit, spreadsheet};

const COLUMNS: [&str; 7] = [
    "languages-year",
    "languages-kind",
    "languages-owner",
    "languages-body",
    "languages-language",
    "languages-texts",
    "languages-words",
];

pub async fn send(State(app): State<App>, visit: Visit) -> Reply {
    let t = visit.t;
    let years = Years::asked(&app, &visit.parameters()?).await?;
    let mut all = years.written(&app).await?;
    let registers = Registers::load(&app.db).await?;
    let network = Network::load(&app.db).await?;
    let owner =
        |one: &Written| registers.owner(one.centre).map_or("", Owner::short_name).to_owned();
    all.sort_by_cached_key(|one| (one.year, one.kind.clone(), owner(one), one.lang.clone()));
    let row = |one: &Written| {
        let kind = app.kinds.iter().find(|kind| kind.store.name == one.kind);
        let lang = Lang::parse(&one.lang).map(Lang::own_name);
        [
            one.year.to_string(),
            kind.map_or_else(|| one.kind.clone(), |kind| t.plain(kind.word)),
            owner(one),
            t.plain(Body::of(&network, &registers, one.centre).key()),
            lang.map_or_else(|| one.lang.clone(), str::to_owned),
            one.texts.to_string(),
            one.words.to_string(),
        ]
    };
    let rows: Vec<[String; 7]> = all.iter().map(row).collect();
    spreadsheet::send("malform", &COLUMNS.map(|key| t.plain(key)), rows)
}
