//! What is said of a strike: what is gone and where, and what stands still and is another's to see to.

use uuid::Uuid;

use crate::app::App;
use crate::attachments;
use crate::db::{Cleaned, DbErr};
use crate::items::{ContactStruck, Item, Passage, PassageStruck, Struck, files, read};

pub fn counts(item: &Item, Struck { revisions, places }: Struck) {
    say!("{}: {places} place(s) in {revisions} revision(s)", item.external_id);
}

/// What goes, with or without `--yes`.
pub fn struck(item: &Item, noun: &str, struck: &PassageStruck) {
    let id = &item.external_id;
    if struck.texts != Struck::default() {
        counts(item, struck.texts);
    }
    match struck.contact {
        Some(ContactStruck::Role) => {
            say!("{id}: the role of the contact; the contact itself stays");
        }
        Some(ContactStruck::Whole) => {
            say!("{id}: the contact, role and address. Give it another, or letters reach nobody");
        }
        None => {}
    }
    if struck.file_names > 0 {
        say!("{id}: names of files; they are called by their ids now");
    }
    if let Some((old, now)) = &struck.addresses.now {
        say!(
            "{id}: its address. /{noun}/{old} leads nowhere any more; the page is at /{noun}/{now}"
        );
    }
    for old in &struck.addresses.old {
        say!("{id}: an address that led to it: /{noun}/{old} leads nowhere any more");
    }
    if struck.addresses.wanted {
        say!("{id}: the address that a text of it wanted");
    }
    for name in &struck.names {
        say!("The organisation «{name}», which nothing names any more, is forgotten");
    }
}

/// What stands still.
pub async fn left(
    app: &App,
    item: &Item,
    passage: &Passage,
    struck: &PassageStruck,
) -> Result<(), DbErr> {
    for name in &struck.names_kept {
        say!("Not touched: the organisation «{name}», which the registers or other items name");
    }
    for (id, name) in attached(app, item, passage).await? {
        say!("Not touched: the text of the file {name} has it. Say `padriver strike file {id}`");
    }
    for other in &struck.others {
        say!("Not touched: {other} has it too");
    }
    if passage.is_in_address(&item.external_id) {
        say!("Not touched: the external id {}, which exports tell", item.external_id);
    }
    for other in read::translations(&app.db, item).await? {
        say!("{} is a translation of it: look there too.", other.external_id);
    }
    Ok(())
}

/// The files of the item, now or once, with the passage in their text.
async fn attached(app: &App, item: &Item, passage: &Passage) -> Result<Vec<(Uuid, String)>, DbErr> {
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
