//! What is said of a strike: what is gone and where, and what stands still and is another's to see to.

use uuid::Uuid;

use super::counted;
use super::strike::Around;
use crate::app::App;
use crate::attachments;
use crate::db::{Cleaned, DbErr};
use crate::items::{
    ContactStruck, Item, Kin, KinWords, Passage, PassageStruck, Spread, Struck, files,
};

/// Writes each line.
pub fn say(lines: impl IntoIterator<Item = String>) {
    for line in lines {
        say!("{line}");
    }
}

pub fn counts(item: &Item, Struck { revisions, places }: Struck) -> String {
    format!("{}: {places} place(s) in {revisions} revision(s)", item.external_id)
}

/// Of a file, what statements of a centre had it.
pub fn of_centre(slug: &str, Struck { places, .. }: Struck) -> String {
    format!("{slug}: {} of the centre", counted(places, "statement"))
}

/// What goes, with or without `--yes`.
pub fn struck(item: &Item, noun: &str, struck: &PassageStruck) -> Vec<String> {
    let id = &item.external_id;
    let mut lines = Vec::new();
    if struck.texts != Struck::default() {
        lines.push(counts(item, struck.texts));
    }
    lines.extend(
        struck
            .forms
            .all()
            .map(|(word, times)| format!("{id}: among these «{word}», {}", counted(times, "time"))),
    );
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
    let files = around.files.iter().flat_map(Attached::lines);
    let others = struck.others.iter().map(|other| format!("Not touched: {other} has it too"));
    let id = Some(&item.external_id)
        .filter(|id| passage.is_in_address(id))
        .map(|id| format!("Not touched: the external id {id}, which exports tell"));
    let translations = around
        .translations
        .iter()
        .map(|other| format!("{} is a translation of it: look there too.", other.external_id));
    let own = struck.left.all().map(|(word, times)| {
        format!("Not touched: «{word}», {} in {}", counted(times, "time"), item.external_id)
    });
    let kin = around.elsewhere.kin().iter().map(|(word, spread)| elsewhere(word, spread));
    let what_to_do = what_to_do(item, passage, struck, around);
    let of_it = names.chain(files).chain(others).chain(id).chain(translations);
    own.chain(of_it).chain(kin).chain(what_to_do).collect()
}

/// So many items are named.
const NAMED: usize = 10;

fn elsewhere(word: &str, Spread { times, items }: &Spread) -> String {
    let named = items.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = match items.len().saturating_sub(NAMED) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    format!("Not touched: «{word}», {} in other items: {named}{more}", counted(*times, "time"))
}

/// What may be said of words that are kin to the passage.
fn what_to_do(
    item: &Item,
    passage: &Passage,
    struck: &PassageStruck,
    around: &Around,
) -> Option<String> {
    let kin = Kin::of(passage);
    let forms: Vec<String> = struck
        .left
        .all()
        .map(|(word, _)| word)
        .filter(|word| kin.is_form(word))
        .map(|word| format!("«{word}»"))
        .collect();
    if !forms.is_empty() {
        let (forms, id) = (forms.join(", "), &item.external_id);
        return Some(format!(
            "Say --forms to strike {forms} from {id} too. Other words are passages of their own."
        ));
    }
    let is_any = !struck.left.is_empty()
        || !around.elsewhere.kin().is_empty()
        || around.files.iter().any(|file| !file.kin.is_empty());
    is_any.then(|| "Words that are to go too are passages of their own.".to_owned())
}

/// A file of the item, now or once, whose text is not touched.
pub struct Attached {
    id: Uuid,
    name: String,
    /// Does it have the passage itself?
    has_it: bool,
    kin: KinWords,
}

impl Attached {
    fn lines(&self) -> Vec<String> {
        let Self { id, name, has_it, kin } = self;
        let say = format!("Say `padriver strike file {id}`");
        let itself =
            has_it.then(|| format!("Not touched: the text of the file {name} has it. {say}"));
        let kin = kin.all().map(|(word, times)| {
            let times = counted(times, "time");
            format!("Not touched: «{word}», {times} in the text of the file {name}. {say}")
        });
        itself.into_iter().chain(kin).collect()
    }
}

/// The files of the item, now or once, with the passage or its kin in their text.
pub async fn attached(app: &App, item: &Item, passage: &Passage) -> Result<Vec<Attached>, DbErr> {
    let ids = files::of_item(&app.db, item.id).await?;
    let texts = attachments::texts(&app.db, &ids).await?;
    let names = files::names(&app.db, &ids).await?;
    let kin = Kin::of(passage);
    let look = |id: Uuid| {
        let pages = texts.get(&id).into_iter().flatten();
        let words = pages.map(|page| page.text.as_str()).collect::<Vec<_>>().join("\n");
        let mut found = KinWords::default();
        kin.count(&words, &mut found);
        let name = names.get(&id).cloned().unwrap_or_default();
        Attached { id, name, has_it: passage.is_in_words(&words), kin: found }
    };
    let all = ids.into_iter().map(look);
    Ok(all.filter(|file| file.has_it || !file.kin.is_empty()).collect())
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
