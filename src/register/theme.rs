//! One theme: its names, what belongs under it, what it is a part of; merged with another or used no more.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

use super::past::{self, PastRow};
use super::{LIMIT, frame};
use crate::app::App;
use crate::db::{self, AsDbErr, DbErr, Tx};
use crate::editing::{CARRIED, arrived};
use crate::error::{Error, Reply};
use crate::forms::{
    Alternative, Field, FieldKind, Filled, Form, RegisterNames, View, WHOLE, Wording,
};
use crate::i18n::Text;
use crate::items::refile::{self, Concerned};
use crate::login::{known, received};
use crate::people::{Entry, What};
use crate::statements::by_form;
use crate::text::{Fault, MISSING};
use crate::themes::{self, ThemeChange, ThemeNames, Themes, notes, theme};
use crate::web::visit::{Named, Slug};
use crate::web::{Frame, Visit, receipt};

/// What was seen of the theme when the form was shown, its address, and what it is merged with.
const SEEN: &str = "sett";
const SLUG: &str = "adresse";
const INTO: &str = "inn_i";
const RETIRE: &str = "legg_ned";
/// That they are sure: what is merged or retired is not taken back.
const SURE: &str = "sikker";
const NAME: usize = 100;
const NOTE: usize = 1_000;
/// The register's name in what is noted of forms.
const REGISTER: &str = "theme";

#[derive(Template)]
#[template(path = "register/theme.html")]
struct Show {
    t: Text,
    frame: Frame,
    heading: String,
    action: String,
    seen: String,
    fields: View,
    /// To merge it or use it no more; not of a new one.
    away: Option<View>,
    /// What another has made of it meanwhile.
    stale: Option<String>,
    past: Vec<PastRow>,
}

#[derive(Debug, thiserror::Error)]
enum Halt {
    #[error("it is another since it was seen")]
    Stale,
    #[error(transparent)]
    Refused(#[from] themes::Refused),
    #[error(transparent)]
    Database(#[from] DbErr),
}

impl AsDbErr for Halt {
    fn as_db_err(&self) -> Option<&DbErr> {
        match self {
            Self::Stale => None,
            Self::Refused(refused) => refused.as_db_err(),
            Self::Database(error) => Some(error),
        }
    }
}

/// A theme with its note, as it is seen.
struct Seen {
    theme: theme::Model,
    note: ThemeNames,
}

impl Seen {
    async fn load(app: &App, slug: &str) -> Result<Self, Error> {
        let themes = Themes::load(&app.db).await?;
        let theme = themes.iter().find(|theme| theme.slug == slug).ok_or(Error::NotFound)?;
        Ok(Self { theme: theme.clone(), note: notes::of(&app.db, slug).await? })
    }

    /// As the form has it.
    fn value(&self) -> Value {
        let Self { theme, note } = self;
        json!({
            "nb": theme.nb, "nn": theme.nn, "se": theme.se, "en": theme.en,
            "overtema": theme.parent, SLUG: theme.slug,
            "note_nb": note.nb, "note_nn": note.nn, "note_se": note.se, "note_en": note.en,
        })
    }

    /// Another one when any of it is another.
    fn mark(&self) -> String {
        crate::files::digest(self.value().to_string().as_bytes())
    }
}

fn form(themes: &Themes, t: Text, of: Option<&str>) -> Form {
    let tops =
        themes.iter().filter(|theme| theme.parent.is_none() && of != Some(theme.slug.as_str()));
    let mut tops: Vec<&theme::Model> = tops.collect();
    t.sort_by_key(&mut tops, |theme| theme.name(t.lang));
    let name = |key: &str, label: &str| Field::line(key, label, NAME);
    let note = |key: &str, label: &str| Field::text(key, label, NOTE, 3);
    let parents = tops.into_iter().map(|theme| alternative(theme, t)).collect();
    let fields = [
        name("nb", "register-theme-nb").needed(),
        name("nn", "register-theme-nn").needed(),
        name("en", "register-theme-en").needed(),
        name("se", "register-theme-se"),
        Field::choice("overtema", "register-theme-parent", parents)
            .helped("register-theme-parent-help"),
        Field::line(SLUG, "register-field-slug", 80).helped("register-theme-slug-help"),
        note("note_nb", "register-theme-note-nb").helped("register-theme-note-help"),
        note("note_nn", "register-theme-note-nn"),
        note("note_en", "register-theme-note-en"),
        note("note_se", "register-theme-note-se"),
    ];
    Form::new(LIMIT, fields).hiding([SEEN]).hiding(CARRIED)
}

fn alternative(theme: &theme::Model, t: Text) -> Alternative {
    let words: BTreeMap<_, _> = [(t.lang, theme.name(t.lang).to_owned())].into_iter().collect();
    Alternative { value: theme.slug.clone(), label: Wording::Words(words) }
}

fn away_form(themes: &Themes, t: Text, of: &str) -> Form {
    let mut others: Vec<&theme::Model> = themes.iter().filter(|one| one.slug != of).collect();
    t.sort_by_key(&mut others, |theme| theme.name(t.lang));
    let others = others.into_iter().map(|theme| alternative(theme, t)).collect();
    let into = Field::choice(INTO, "register-theme-into", others);
    let sure = Field::new(SURE, "register-theme-sure", FieldKind::Tick);
    let sure = sure.needed().saying(MISSING, "register-fault-theme-sure");
    let fields = [into.or_another().helped("register-theme-into-help"), sure];
    Form::new(LIMIT, fields).hiding([SEEN, RETIRE])
}

pub async fn begin(State(app): State<App>, visit: Visit) -> Reply {
    page(&app, &visit, None, (&Filled::empty(), None), false).await
}

pub async fn show(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
) -> Reply {
    let seen = Seen::load(&app, &slug).await?;
    let themes = Themes::load(&app.db).await?;
    let filled = Filled::of(&form(&themes, visit.t, Some(&slug)), &seen.value());
    page(&app, &visit, Some(&seen), (&filled, None), false).await
}

/// `away` is the second form as it was sent.
async fn page(
    app: &App,
    visit: &Visit,
    seen: Option<&Seen>,
    (filled, away): (&Filled, Option<&Filled>),
    is_stale: bool,
) -> Reply {
    let (t, code) = (visit.t, visit.lang().code());
    let themes = Themes::load(&app.db).await?;
    let slug = seen.map(|seen| seen.theme.slug.as_str());
    let heading = seen
        .map_or_else(|| t.plain("register-theme-new"), |seen| seen.theme.name(t.lang).to_owned());
    let list = format!("/{code}/register/tema");
    let action =
        slug.map_or_else(|| format!("/{code}/register/nytt-tema"), |slug| format!("{list}/{slug}"));
    let mut frame = frame(app, visit, &heading).under(t.plain("register-themes"), list);
    frame = frame.under(&heading, &action);
    let known = RegisterNames::default();
    let empty = Filled::empty();
    frame.refused = is_stale || filled.is_refused() || away.is_some_and(Filled::is_refused);
    let away_view =
        slug.map(|slug| View::new(t, &away_form(&themes, t, slug), away.unwrap_or(&empty), &known));
    let past = match slug {
        Some(slug) => past::rows(&app.db, t, (REGISTER, slug), told).await?,
        None => Vec::new(),
    };
    let status = if is_stale { StatusCode::CONFLICT } else { away.unwrap_or(filled).status() };
    let page = Show {
        t,
        frame,
        heading,
        action,
        seen: seen.map(Seen::mark).unwrap_or_default(),
        fields: View::new(t, &form(&themes, t, slug), filled, &known),
        away: away_view,
        stale: is_stale.then(|| seen.map(|seen| told(&seen.value())).unwrap_or_default()),
        past,
    };
    crate::web::page(status, &page)
}

/// What was done to a theme, in few words.
fn told(content: &Value) -> String {
    let text = |key: &str| content.get(key).and_then(Value::as_str).unwrap_or_default();
    let names = ["nb", "nn", "en", "se", SLUG, "overtema", INTO].map(text);
    let notes = ["note_nb", "note_nn", "note_en", "note_se"].map(text);
    let parts = names.into_iter().chain(notes);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

pub async fn send_new(State(app): State<App>, visit: Visit, request: Request) -> Reply {
    let themes = Themes::load(&app.db).await?;
    let form = form(&themes, visit.t, None);
    // All readers meet themes at once, and no number belongs in one: none is let through, whatever is said of it.
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, None, (&filled, None), false).await;
    }
    let wanted = filled.text(SLUG);
    let slug = if wanted.is_empty() { slug::slugify(filled.text("nb")) } else { wanted.to_owned() };
    let parent = some(&filled, "overtema");
    let add = ThemeChange::Add { slug: slug.clone(), parent, names: names(&filled) };
    let made = Made { seen: None, changes: vec![add], note: Some(note(&filled)), to: slug };
    answer(&app, &visit, None, filled, made).await
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
    request: Request,
) -> Reply {
    let seen = Seen::load(&app, &slug).await?;
    let themes = Themes::load(&app.db).await?;
    let form = form(&themes, visit.t, Some(&slug));
    let filled = Filled::receive(request, &form, &RegisterNames::default()).await;
    if !filled.is_good() {
        return page(&app, &visit, Some(&seen), (&filled, None), false).await;
    }
    if seen.theme.se.is_some() && filled.text("se").is_empty() {
        let filled = filled.and([Fault::new("se", "register-fault-se-stays")]);
        return page(&app, &visit, Some(&seen), (&filled, None), false).await;
    }
    let made = changes(&seen, &filled);
    answer(&app, &visit, Some(&seen), filled, made).await
}

fn some(filled: &Filled, key: &str) -> Option<String> {
    Some(filled.text(key).to_owned()).filter(|text| !text.is_empty())
}

fn names(filled: &Filled) -> ThemeNames {
    let some = |key: &str| some(filled, key);
    ThemeNames { nb: some("nb"), nn: some("nn"), se: some("se"), en: some("en") }
}

fn note(filled: &Filled) -> ThemeNames {
    let some = |key: &str| some(filled, key);
    ThemeNames {
        nb: some("note_nb"),
        nn: some("note_nn"),
        se: some("note_se"),
        en: some("note_en"),
    }
}

/// What is to be made of the list, by whoever saw the theme as it was then.
#[derive(Clone, Debug)]
struct Made {
    seen: Option<(String, String)>,
    changes: Vec<ThemeChange>,
    note: Option<ThemeNames>,
    /// The slug that it has afterwards.
    to: String,
}

/// The parent first: the slug may be another afterwards.
fn changes(seen: &Seen, filled: &Filled) -> Made {
    let Seen { theme, note: noted } = seen;
    let slug = theme.slug.clone();
    let to = some(filled, SLUG).unwrap_or_else(|| slug.clone());
    let (parent, names, note) = (some(filled, "overtema"), names(filled), note(filled));
    let had = ThemeNames {
        nb: Some(theme.nb.clone()),
        nn: Some(theme.nn.clone()),
        se: theme.se.clone(),
        en: Some(theme.en.clone()),
    };
    let mut changes = Vec::new();
    if parent != theme.parent {
        changes.push(ThemeChange::Move { slug: slug.clone(), parent });
    }
    if names != had || to != slug {
        changes.push(ThemeChange::Rename { slug: slug.clone(), to: to.clone(), names });
    }
    let note = (note != *noted).then_some(note);
    let mark = filled.typed.value(SEEN).to_owned();
    Made { seen: Some((slug, mark)), changes, note, to }
}

pub async fn send_away(
    State(app): State<App>,
    visit: Visit,
    Named(Slug { slug }): Named<Slug>,
    request: Request,
) -> Reply {
    let seen = Seen::load(&app, &slug).await?;
    let themes = Themes::load(&app.db).await?;
    let form = away_form(&themes, visit.t, &slug);
    let mut filled = received(&app, &visit, request, &form, &RegisterNames::default()).await?;
    let into = filled.text(INTO).to_owned();
    let is_retired = !filled.typed.value(RETIRE).is_empty();
    if !is_retired && into.is_empty() && filled.typed.value(INTO).trim().is_empty() {
        filled = filled.and([Fault::missing(INTO)]);
    }
    let shown = Filled::of(&self::form(&themes, visit.t, Some(&slug)), &seen.value());
    if !filled.is_good() {
        return page(&app, &visit, Some(&seen), (&shown, Some(&filled)), false).await;
    }
    let mark = filled.typed.value(SEEN).to_owned();
    let change = if is_retired {
        ThemeChange::Retire { slug: slug.clone() }
    } else {
        ThemeChange::Merge { slug: slug.clone(), into }
    };
    let made =
        Made { seen: Some((slug.clone(), mark)), changes: vec![change], note: None, to: slug };
    let content = json!({ INTO: filled.text(INTO) });
    match make(&app, known(&visit)?.id, made, (content, true)).await {
        Ok(()) => {
            let list = format!("/{}/register/tema", visit.lang().code());
            Ok(receipt::done(&list, if is_retired { "lagt-ned" } else { "slatt-sammen" }))
        }
        Err(Halt::Stale) => {
            let now = Seen::load(&app, &seen.theme.slug).await?;
            page(&app, &visit, Some(&now), (&shown, Some(&filled)), true).await
        }
        Err(Halt::Refused(refused)) if refused.as_db_err().is_none() => {
            let filled = filled.and([fault(&refused, INTO, INTO)]);
            page(&app, &visit, Some(&seen), (&shown, Some(&filled)), false).await
        }
        Err(halt) => Err(of_database(halt)),
    }
}

/// Makes the changes and shows what came of it.
async fn answer(
    app: &App,
    visit: &Visit,
    seen: Option<&Seen>,
    filled: Filled,
    made: Made,
) -> Reply {
    let to = format!("/{}/register/tema/{}", visit.lang().code(), made.to);
    let by = known(visit)?.id;
    if made.changes.is_empty() && made.note.is_none() {
        arrived(&app.db, by, &filled.typed).await?;
        return Ok(receipt::done(&to, "lagret"));
    }
    match make(app, by, made, (filled.value.clone(), false)).await {
        Ok(()) => {
            arrived(&app.db, by, &filled.typed).await?;
            Ok(receipt::done(&to, "lagret"))
        }
        Err(Halt::Stale) => {
            // The names and the mark of now, with what was typed in the form.
            let now = match seen {
                Some(seen) => Some(Seen::load(app, &seen.theme.slug).await?),
                None => None,
            };
            page(app, visit, now.as_ref(), (&filled, None), true).await
        }
        Err(Halt::Refused(refused)) if refused.as_db_err().is_none() => {
            let filled = filled.and([fault(&refused, SLUG, "overtema")]);
            page(app, visit, seen, (&filled, None), false).await
        }
        Err(halt) => match of_database(halt) {
            error if error.will_pass() => {
                let page = page(app, visit, seen, (&filled.unsaved(), None), false).await;
                page.map(crate::web::unsaved)
            }
            error => Err(error),
        },
    }
}

fn of_database(halt: Halt) -> Error {
    match halt {
        Halt::Database(error) | Halt::Refused(themes::Refused::Db(error)) => error.into(),
        other => Error::Internal(format!("a theme: {other}")),
    }
}

/// Why the list would make no sense, at the field of the slug or of the other theme.
fn fault(refused: &themes::Refused, slug: &str, other: &str) -> Fault {
    use themes::Refused;
    match refused {
        Refused::Taken(_) | Refused::WasTaken(_) => Fault::new(slug, "register-fault-theme-taken"),
        Refused::Malformed(_) => Fault::new(slug, "register-fault-slug"),
        Refused::Alike(lang, _) => Fault::new(*lang, "register-fault-theme-alike"),
        Refused::HasParts(_) => Fault::new(other, "register-fault-theme-parts"),
        Refused::TooDeep(_) => Fault::new(other, "register-fault-theme-deep"),
        Refused::Unknown(_) | Refused::Itself => Fault::new(other, "register-fault-theme-unknown"),
        Refused::Nameless | Refused::Name(_) | Refused::Db(_) => {
            Fault::new(WHOLE, "register-fault-theme-name")
        }
    }
}

/// All of it in one transaction: the list, the note, what waits to be filed anew, and the log.
async fn make(
    app: &App,
    by: Uuid,
    made: Made,
    (content, is_taken): (Value, bool),
) -> Result<(), Halt> {
    db::transaction::<(), Halt, _>(&app.db, |tx| {
        let (app, made, content) = (app.clone(), made.clone(), content.clone());
        Box::pin(async move {
            if let Some((slug, mark)) = &made.seen {
                is_as_seen(tx, slug, mark).await?;
            }
            let clock = &app.clock;
            let mut names = Vec::new();
            for change in made.changes {
                names.extend(themes::change(tx, clock, change).await?);
            }
            if let Some(note) = made.note {
                notes::put(tx, clock, &made.to, note).await?;
            }
            refile::request(tx, clock, Concerned::Themes(&names)).await?;
            if let Some((slug, _)) = made.seen.filter(|(slug, _)| *slug != made.to) {
                by_form::rename(tx, REGISTER, &slug, &made.to).await?;
            }
            by_form::note(tx, clock, (REGISTER, &made.to), (content, is_taken), by).await?;
            let told = json!({ "theme": made.to, "gone": is_taken });
            let entry = Entry::of(What::ThemeChanged).by(Some(by)).telling(told);
            Ok(entry.write(tx, clock).await?)
        })
    })
    .await
}

/// What is changed must be what was seen.
async fn is_as_seen(tx: &Tx, slug: &str, mark: &str) -> Result<(), Halt> {
    let themes = Themes::load(tx).await?;
    let theme = themes.iter().find(|theme| theme.slug == slug).cloned().ok_or(Halt::Stale)?;
    let seen = Seen { theme, note: notes::of(tx, slug).await? };
    if seen.mark() == mark { Ok(()) } else { Err(Halt::Stale) }
}
