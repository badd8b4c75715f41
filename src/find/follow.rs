//! Keeps the index of this copy of the server fresh: built when it is new, then fed from the change feed.

use std::collections::BTreeSet;
use std::time::Duration;

use time::Date;
use tokio::sync::mpsc;
use uuid::Uuid;

use super::documents::{AT_ONCE, Beside};
use super::snapshot::{BEHIND, take_over};
use crate::app::App;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::items::{Item, Registers, Shown, State, changes};
use crate::search::{Document, Titled};
use crate::tasks::aside;

/// How often the change feed is read.
const POLL: Duration = Duration::from_millis(500);
/// How many items are read at a time.
const PAGE: u64 = 200;
/// How many titles, which are short.
const TITLES: u64 = 5_000;
/// Text that is held before it is written, in bytes: items may hang thick books by them.
const HELD: usize = 16_000_000;

/// Follows the feed until the task is dropped. A reader of the site never waits for it.
pub async fn follow(app: App) {
    while let Err(error) = fill_titles(&app).await {
        tracing::error!(%error, "the titles can't be read; it is tried again");
        tokio::time::sleep(Duration::from_secs(10)).await;
    }
    while let Err(error) = begin(&app).await {
        has_failed(&app);
        tracing::error!(%error, "the search index can't be built; it is tried again");
        tokio::time::sleep(Duration::from_secs(10)).await;
    }
    let (mut synonyms, mut names) = (None, None);
    loop {
        if let Err(error) = keep_synonyms(&app, &mut synonyms).await {
            tracing::error!(%error, "the synonyms can't be read");
        }
        if let Err(error) = keep_names(&app, &mut names).await {
            tracing::error!(%error, "the names that are asked for can't be read");
        }
        if !keep_up(&app).await {
            tokio::time::sleep(Duration::from_secs(5)).await;
        }
        tokio::time::sleep(POLL).await;
    }
}

/// One step of [`follow`]. What could not be written stays to be done: the index knows how far it has come
/// by its last commit, so the next step, or the next start, begins there. Readiness and metrics tell of it.
pub async fn keep_up(app: &App) -> bool {
    let outcome = catch_up(app).await;
    match &outcome {
        Ok(()) => app.index.set_stuck(false),
        Err(error) => {
            has_failed(app);
            tracing::error!(%error, "the search index can't follow the changes; it is tried again");
        }
    }
    outcome.is_ok()
}

fn has_failed(app: &App) {
    app.index.set_stuck(true);
    metrics::counter!("padriver_search_failures_total").increment(1);
}

/// Sees to it that there is an index to go on from. One that is missing, damaged, of another database or far
/// behind is taken over from another copy, if one has handed its own over, or is built.
pub async fn begin(app: &App) -> Result<(), Error> {
    let is_lost = app.index.is_building() || is_ahead(app).await || !is_sound(app).await?;
    let lacks = changes::newest(&app.db).await?.saturating_sub(app.index.seen());
    if !is_lost && lacks <= BEHIND {
        return Ok(());
    }
    let beyond = if is_lost { 0 } else { app.index.seen() + BEHIND };
    let taken = take_over(app, beyond).await;
    if let Err(error) = &taken {
        tracing::error!(%error, "the search index of another copy was taken over in part");
    }
    if taken.is_err() || (is_lost && matches!(taken, Ok(false))) {
        rebuild(app, &|_| {}).await?;
    }
    Ok(())
}

/// A large index is looked through only now, while readers are served from it.
async fn is_sound(app: &App) -> Result<bool, Error> {
    let index = app.index.clone();
    // One that can't be read is not sound either.
    let sound = beside(move || index.is_sound()).await?.unwrap_or(false);
    if !sound {
        tracing::error!("the search index is damaged");
    }
    Ok(sound)
}

/// Hands the list of synonyms to the search when it is another than the one it has.
pub async fn keep_synonyms(app: &App, held: &mut Option<String>) -> Result<(), Error> {
    if let Some(newer) = super::synonyms::newer(&app.db, held).await? {
        app.index.set_synonyms(newer);
    }
    Ok(())
}

/// Tells the search what places, centres, organisations and themes are called, when the registers or the day are
/// others than those it has.
pub async fn keep_names(app: &App, held: &mut Option<(Date, Registers)>) -> Result<(), Error> {
    let (today, registers) = (oslo_day(app.clock.now()), Registers::load(&app.db).await?);
    let is_held = |(day, held): &(Date, Registers)| *day == today && held.is_same(&registers);
    if held.as_ref().is_some_and(is_held) {
        return Ok(());
    }
    app.index.set_names(super::named::names(&registers, today));
    *held = Some((today, registers));
    Ok(())
}

/// Applies every change that has not been applied yet.
pub async fn catch_up(app: &App) -> Result<(), Error> {
    changes::settle(&app.db).await?;
    loop {
        let seen = app.index.seen();
        let found = changes::after(&app.db, seen, PAGE).await?;
        let Some(newest) = found.last() else { return Ok(()) };
        let newest = u64::try_from(newest.position).unwrap_or(seen);
        let ids: BTreeSet<Uuid> = found.iter().map(|change| change.item_id).collect();
        let ids: Vec<Uuid> = ids.into_iter().collect();
        let registers = Registers::load(&app.db).await?;
        let shown = changes::visible(&app.db, &ids).await?;
        keep_titles(app, &ids, &shown).await?;
        let mut gone: BTreeSet<Uuid> = ids.into_iter().collect();
        let mut puts: Vec<Document> = Vec::new();
        for some in shown.chunks(AT_ONCE) {
            puts.extend(documents_beside(app, &registers, some.to_vec()).await?);
            gone.retain(|id| puts.iter().all(|put| put.id != *id));
            if puts.iter().map(weight).sum::<usize>() > HELD {
                let (index, puts) = (app.index.clone(), std::mem::take(&mut puts));
                beside(move || index.apply(&puts, &[], seen)).await??;
            }
        }
        let deletes: Vec<Uuid> = gone.into_iter().collect();
        let index = app.index.clone();
        beside(move || index.apply(&puts, &deletes, newest)).await??;
    }
}

/// To take a long text apart takes a thread as long as a page does. What it is made of is asked for here: a connection
/// that is opened on a thread that gives way has a thread that gives way too, for as long as readers use it.
async fn documents_beside(
    app: &App,
    registers: &Registers,
    shown: Vec<Shown>,
) -> Result<Vec<Document>, Error> {
    let read = Beside::read(app, &shown).await?;
    let (kinds, registers) = (app.kinds.clone(), registers.clone());
    beside(move || read.documents(&kinds, &registers, &shown)).await
}

/// Whether the index has come further than the database ever was: it is of another one, such as the
/// one that a backup was put in place of.
async fn is_ahead(app: &App) -> bool {
    matches!(changes::newest(&app.db).await, Ok(newest) if app.index.seen() > newest)
}

/// Reads the titles of all there is.
pub async fn fill_titles(app: &App) -> Result<(), Error> {
    let mut after = None;
    loop {
        let page: Vec<Titled> = changes::titles(&app.db, after, TITLES).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id);
        let titles = app.titles.clone();
        beside(move || titles.put(page)).await?;
    }
}

fn titled(item: &Item) -> Titled {
    let Item { id, kind, slug, lang, title, .. } = item.clone();
    Titled { id, kind, slug, lang, title }
}

/// What is kept up can be suggested by its title.
async fn keep_titles(app: &App, ids: &[Uuid], shown: &[Shown]) -> Result<(), Error> {
    let kept = shown.iter().map(|shown| &shown.item).filter(|i| i.state() == State::Published);
    let kept: Vec<Titled> = kept.map(titled).collect();
    let gone: Vec<Uuid> =
        ids.iter().copied().filter(|id| kept.iter().all(|title| title.id != *id)).collect();
    let titles = app.titles.clone();
    let keep = move || {
        titles.remove(&gone);
        titles.put(kept);
    };
    beside(keep).await
}

/// Builds the index anew from the database; readers search the old one until it stands. Tells
/// `progress` how many items are in.
pub async fn rebuild(app: &App, progress: &(dyn Fn(u64) + Sync)) -> Result<u64, Error> {
    let seen = changes::newest(&app.db).await?;
    let registers = Registers::load(&app.db).await?;
    // The writer takes what is read as it comes: the whole library, with all its files, need not be
    // in memory.
    let (put, mut next) = mpsc::channel::<Result<Option<Document>, Error>>(2);
    let index = app.index.clone();
    // Who reads may be cut off, as when the program stops: what has come then is not the whole.
    let coming = move || match next.blocking_recv() {
        Some(told) => told.transpose(),
        None => Some(Err(Error::Internal("the index was not read to its end".to_owned()))),
    };
    // What can't be searched yet is waited for.
    let build = move || index.try_rebuild(std::iter::from_fn(coming), seen);
    let writing = tokio::task::spawn_blocking(build);
    let mut count = 0;
    let read = async {
        let mut after = None;
        loop {
            let page = changes::all_visible(&app.db, after, PAGE).await?;
            if page.last.is_none() {
                return Ok(());
            }
            after = page.last;
            for some in page.shown.chunks(AT_ONCE) {
                for document in documents_beside(app, &registers, some.to_vec()).await? {
                    if put.send(Ok(Some(document))).await.is_err() {
                        return Ok(()); // the writer has failed, and will say why
                    }
                    count += 1;
                }
                progress(count);
            }
        }
    };
    let end: Result<Option<Document>, Error> = read.await.map(|()| None);
    drop(put.send(end).await);
    writing.await??;
    Ok(count)
}

/// Begins what readers come before.
fn beside<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> impl Future<Output = Result<T, Error>> + Send {
    let done = aside(work);
    async move { done.await.ok_or_else(|| Error::Internal("it did not come to an end".to_owned())) }
}

fn weight(document: &Document) -> usize {
    let pages = document.files.iter().flat_map(|file| &file.pages);
    document.body.len() + pages.map(String::len).sum::<usize>()
}
