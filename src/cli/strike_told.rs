//! What is said of a strike: what is gone and where, and what stands still and is another's to see to.

use uuid::Uuid;

use super::strike::Around;
use crate::app::App;
use crate::attachments;
use crate::db::{Cleaned, DbErr};
use crate::items::{ContactStruck, Item, Passage, PassageStruck, Struck, files};

/// Writes each line.
pub fn say(lines: impl IntoIterator<Item = String>) {
    for line in lines {
        say!("{line}");
    }
}

pub fn counts(item: &Item, Struck { revisions, places }: Struck) -> String {
    format!("{}: {places} place(s) in {revisions} revision(s)", item.external_id)
}

/// What goes, with or without `--yes`.
pub fn struck(item: &Item, noun: &str, struck: &PassageStruck) -> Vec<String> {
    let id = &item.external_id;
    let mut lines = Vec::new();
    if struck.texts != Struck::default() {
        lines.push(counts(item, struck.texts));
    }
    lines.extend(struck.contact.map(|contact| match contact {
        ContactStruck::Role => format!("{id}: the role of the contact; the contact itself stays"),
        ContactStruck::Whole => {
            format!("{id}: the contact, role and address. Give it another, or letters reach nobody")
        }
    }));
    if struck.file_names > 0 {
        lines.push(format!("{id}: names of files; they are called by their ids now"));
    }
    if let Some((old, now)) = &struck.addresses.now {
        lines.push(format!(
            "{id}: its address. /{noun}/{old} leads nowhere any more; the page is at /{noun}/{now}"
        ));
    }
    lines.extend(struck.addresses.old.iter().map(|old| {
        format!("{id}: an address that led to it: /{noun}/{old} leads nowhere any more")
    }));
    if struck.addresses.wanted {
        lines.push(format!("{id}: the address that a text of it wanted"));
    }
    lines.extend(struck.names.iter().map(|name| {
        format!("The organisation «{name}», which nothing names any more, is forgotten")
    }));
    lines
}

/// What stands still.
pub fn left(
    item: &Item,
    passage: &Passage,
    struck: &PassageStruck,
    around: &Around,
) -> Vec<String> {
    let names = struck.names_kept.iter().map(|name| {
        format!("Not touched: the organisation «{name}», which the registers or other items name")
    });
    let files = around.files.iter().map(|(id, name)| {
        format!("Not touched: the text of the file {name} has it. Say `padriver strike file {id}`")
    });
    let others = struck.others.iter().map(|other| format!("Not touched: {other} has it too"));
    let id = Some(&item.external_id)
        .filter(|id| passage.is_in_address(id))
        .map(|id| format!("Not touched: the external id {id}, which exports tell"));
    let translations = around
        .translations
        .iter()
        .map(|other| format!("{} is a translation of it: look there too.", other.external_id));
    names.chain(files).chain(others).chain(id).chain(translations).collect()
}

/// The files of the item, now or once, with the passage in their text.
pub async fn attached(
    app: &App,
    item: &Item,
    passage: &Passage,
) -> Result<Vec<(Uuid, String)>, DbErr> {
    let ids = files::of_item(&app.db, item.id).await?;
    let texts = attachments::texts(&app.db, &ids).await?;
    let names = files::names(&app.db, &ids).await?;
    let has_it = |id: &Uuid| {
        let pages = texts.get(id).into_iter().flatten();
        let words: Vec<&str> = pages.map(|page| page.text.as_str()).collect();
        passage.is_in_words(&words.join("\n"))
    };
    Ok(ids
        .into_iter()
        .filter(has_it)
        .map(|id| (id, names.get(&id).cloned().unwrap_or_default()))
        .collect())
}

/// Where the words may be on the disk of the database.
pub fn cleaned(cleaned: &Cleaned) {
    match cleaned {
        Cleaned::Whole => say!("The files of the database are written anew without it."),
        Cleaned::Busy => say!(
            "A running program still reads the database, so the file of it that ends in -wal may \
             have the words until that stops. Say the same command again to have it looked at."
        ),
        Cleaned::Rows => say!(
            "The dead rows are gone from the database (VACUUM). The free room of its files, its \
             write-ahead log, archives of that and replicas may have the words for a while: ask \
             whoever looks after the PostgreSQL server."
        ),
        Cleaned::NotOurs(tables) => say!(
            "The role that the program has may not clean these tables: {}. Have their owner say \
             VACUUM; and ask of the write-ahead log, archives of that and replicas.",
            tables.join(", ")
        ),
    }
}
