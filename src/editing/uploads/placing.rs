//! Puts a picture or a file in a text, and takes it out: the newest text with that one thing changed, saved as
//! the editor saves.

use std::collections::BTreeSet;

use uuid::Uuid;

use super::{prose, store};
use crate::app::App;
use crate::clock::Clock;
use crate::db::{self, DbErr, Tx};
use crate::editing::may;
use crate::editing::save::Halt;
use crate::error::Error;
use crate::files::id_of;
use crate::items::files::{self, File};
use crate::items::{
    Attachment, Content, Draft, Image, ImageSize, Working, WriteError, Writer, renditions,
    struck_file,
};
use crate::pictures::{self, Crop, Focus, Made};
use crate::rights::Who;

/// What somebody says of a picture.
#[derive(Clone, Debug)]
pub struct PictureSaid {
    pub alt: String,
    pub decorative: bool,
    pub credit: String,
    pub caption: Option<String>,
    pub crop: Crop,
    pub focus: Focus,
    pub people: String,
    pub spot: Spot,
}

/// Where in the text a picture stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Above it, and in lists.
    Top,
    /// Where its prose names it; it is put at the end of the place that is named here.
    Prose(Option<String>),
}

/// What somebody says of a file.
#[derive(Clone, Debug)]
pub struct FileSaid {
    pub title: String,
    pub lang: Option<String>,
    pub note: Option<String>,
    /// A file of the text that it takes the place of; older versions keep that one.
    pub replaces: Option<Uuid>,
}

/// What is done with the text.
#[derive(Clone)]
enum Change {
    Picture {
        image: Box<Image>,
        rows: Vec<File>,
        people: String,
        spot: Spot,
    },
    File {
        new: Attachment,
        replaces: Option<Uuid>,
    },
    /// Neither the picture that is cut from it nor the file.
    Without(Uuid),
}

/// The sizes of a picture, kept, with their rows.
async fn made(
    app: &App,
    (row, master): (&store::Model, Uuid),
    (crop, focus): (Crop, Focus),
) -> Result<Vec<(File, ImageSize)>, Error> {
    let broken = || Error::Internal(format!("the picture {master} can't be read any more"));
    let file = files::by_id(&app.db, master).await?.ok_or(Error::NotFound)?;
    let bytes = app.files.read(&file.digest).await?.ok_or_else(broken)?;
    let sizes = tokio::task::spawn_blocking(move || pictures::sizes(&bytes, crop, focus)).await?;
    kept(app, row.item_id, sizes.map_err(|_| broken())?).await
}

/// Keeps sizes of a picture; each with its row, and with what the text says of it.
pub async fn kept(
    app: &App,
    item: Uuid,
    sizes: Vec<Made>,
) -> Result<Vec<(File, ImageSize)>, Error> {
    let mut all = Vec::new();
    for mut made in sizes {
        let size = made.bytes.len();
        let digest = app.files.keep(std::mem::take(&mut made.bytes)).await?;
        let pixels = |n: u32| i32::try_from(n).ok();
        let file = File {
            id: id_of(&digest),
            item_id: item,
            // What it is called says nothing of who is seen in it.
            name: format!("bilde-{}.{}", made.width, made.ending),
            media_type: made.media_type.to_owned(),
            digest,
            size: i32::try_from(size).unwrap_or(i32::MAX),
            width: pixels(made.width),
            height: pixels(made.height),
        };
        let size = ImageSize {
            file: file.id,
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            width: made.width,
            height: made.height,
        };
        all.push((file, size));
    }
    Ok(all)
}

/// Makes the sizes, and puts the picture in the text in the place of the one there was.
pub async fn picture(
    app: &App,
    who: &Who,
    (row, master): (&store::Model, Uuid),
    said: PictureSaid,
) -> Result<(), Error> {
    let all = made(app, (row, master), (said.crop, said.focus)).await?;
    for (file, _) in &all {
        if struck_file(&app.db, file.id).await?.is_some() {
            return Err(Error::NotFound);
        }
    }
    let sizes: Vec<ImageSize> = all.iter().map(|(_, size)| size.clone()).collect();
    let last = sizes.last().cloned().ok_or(Error::NotFound)?;
    let image = Image {
        file: last.file,
        name: last.name,
        width: last.width,
        height: last.height,
        alt: said.alt,
        credit: said.credit,
        caption: said.caption,
        decorative: said.decorative,
        crop: said.crop,
        focus: said.focus,
        master: Some(master),
        sizes,
    };
    let rows = all.into_iter().map(|(file, _)| file).collect();
    let (image, people, spot) = (Box::new(image), said.people, said.spot);
    let change = Change::Picture { image, rows, people, spot };
    change_text(app, who, row.item_id, change).await
}

pub async fn file(
    app: &App,
    who: &Who,
    (row, id): (&store::Model, Uuid),
    said: FileSaid,
) -> Result<(), Error> {
    let file = files::by_id(&app.db, id).await?.ok_or(Error::NotFound)?;
    let FileSaid { title, lang, note, replaces } = said;
    let size = u64::try_from(file.size).unwrap_or_default();
    let (name, media_type) = (file.name, file.media_type);
    let new = Attachment { file: id, name, media_type, size, title, lang, note };
    change_text(app, who, row.item_id, Change::File { new, replaces }).await
}

/// Takes a picture or a file out of the text; older versions keep it.
pub async fn without(app: &App, who: &Who, item: Uuid, file: Uuid) -> Result<(), Error> {
    change_text(app, who, item, Change::Without(file)).await
}

/// So often another may save first: it is only one thing that is changed, in whatever is newest.
const TRIES: usize = 5;

async fn change_text(app: &App, who: &Who, item: Uuid, change: Change) -> Result<(), Error> {
    for _ in 0..TRIES {
        let done = db::transaction::<(), Halt, _>(&app.db, |tx| {
            let (app, who, change) = (app.clone(), who.clone(), change.clone());
            Box::pin(async move { changed(tx, &app, &who, item, change).await })
        });
        match done.await {
            Err(Halt::Write(WriteError::Stale { .. })) => {}
            done => return Ok(done?),
        }
    }
    Err(Error::Clash(DbErr::Custom("others saved the text each time".to_owned())))
}

async fn changed(tx: &Tx, app: &App, who: &Who, item: Uuid, change: Change) -> Result<(), Halt> {
    let found = Working::open(tx, item).await?.ok_or(WriteError::Missing)?;
    if !may::write(who, &found) {
        return Err(Halt::May);
    }
    let mut content = found.newest.content().ok_or(WriteError::Unreadable)?;
    if let Change::Picture { image, rows, people, .. } = &change
        && let Some(master) = image.master
    {
        for row in rows {
            files::add(tx, &app.clock, row.clone()).await?;
        }
        let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
        renditions::add(tx, &app.clock, master, &ids).await?;
        store::say_people(tx, master, people).await?;
    }
    change.write(&mut content);
    let note = found.newest.note.clone().filter(|_| found.is_draft());
    let draft = Draft { content, head: found.head.clone(), note };
    let writer = Writer::new(tx, &app.clock, app.kinds.stored()).by(who.id);
    writer.save(item, found.number(), &draft).await?;
    Ok(())
}

/// A text that was made of another has its pictures and files from where its own writers find them, and what
/// is known of them.
pub async fn bring(
    tx: &Tx,
    clock: &Clock,
    (item, person): (Uuid, Uuid),
    content: &Content,
) -> Result<(), DbErr> {
    let masters = content.images().filter_map(|image| image.master);
    let all: BTreeSet<Uuid> =
        content.files_and_picture().map(|(file, _)| file).chain(masters).collect();
    for id in &all {
        if let Some(row) = files::by_id(tx, *id).await? {
            files::add(tx, clock, File { item_id: item, ..row }).await?;
        }
    }
    let all: Vec<Uuid> = all.into_iter().collect();
    let mut brought = BTreeSet::new();
    for row in store::of_files(tx, &all).await? {
        if row.is_ready() && brought.insert(row.file_id) {
            let (id, made_at) = (clock.new_id(), clock.now().into());
            let row = store::Model { id, item_id: item, person_id: person, made_at, ..row };
            store::add(tx, row).await?;
        }
    }
    Ok(())
}

impl Change {
    fn write(self, content: &mut Content) {
        match self {
            Self::Picture { image, spot: Spot::Top, .. } => {
                if let Some(master) = image.master {
                    prose::take_out(content, master);
                }
                content.image = Some(*image);
            }
            Self::Picture { image, spot: Spot::Prose(into), .. } => {
                // It stands in one place; one without a master is none of ours.
                if content.image.as_ref().is_some_and(|lead| lead.master == image.master) {
                    content.image = None;
                }
                prose::place(content, *image, into.as_deref());
            }
            Self::File { new, replaces } => {
                let is_it = |old: &Attachment| old.file == new.file || Some(old.file) == replaces;
                match content.files.iter_mut().find(|old| is_it(old)) {
                    Some(old) => *old = new,
                    None => content.files.push(new),
                }
            }
            Self::Without(gone) => {
                if content.image.as_ref().is_some_and(|image| image.shows(gone)) {
                    content.image = None;
                }
                prose::take_out(content, gone);
                content.files.retain(|file| file.file != gone);
            }
        }
    }
}
