//! Sharing a work with everybody: which measures, what of their numbers, how it went; and from that a draft
//! of the public page, which is then written and published as any text.

mod draft;
mod form;
pub mod people;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;
use axum::extract::{Request, State};
use uuid::Uuid;

use super::{Id, LIMIT, conflict, frame_under, masked_for_text, open, parts, path, refused};
use crate::adoptions;
use crate::app::App;
use crate::centres::Network;
use crate::db;
use crate::error::{Error, Reply};
use crate::forms::{Filled, RegisterNames, Submitted, View};
use crate::i18n::{Lang, Text, Words};
use crate::items::Working;
use crate::login::known;
use crate::projects::{Facts, Outcome};
use crate::web::visit::Named;
use crate::web::{Frame, Visit};
use crate::work::{
    Choice, Claim, Drawn, Least, Measured, Open, Parts, Refused, Shared, SharedMeasure, Standing,
    Writer, chart_of, choices, of_people, shared,
};

#[derive(Template)]
#[template(path = "improvement/share/share.html")]
struct Page {
    t: Text,
    frame: Frame,
    parts: parts::Parts,
    action: String,
    fields: View,
    /// What each chart says, by the name of its measure.
    says: Vec<Says>,
    /// What was to be better is held back, so that no chart of it can show that it is.
    is_hidden: bool,
    least: u32,
    has_measures: bool,
    /// Where they show numbers beside those of others, when some are held back until they say what these are.
    beside: Option<String>,
}

/// What a measure's chart says to everybody.
struct Says {
    name: Words,
    sentence: String,
    /// What it says to the team, where that is more: some numbers are held back from the others.
    own: Option<String>,
}

/// The draft is made at once, of what is usual.
const AT_ONCE: &str = "straks";

/// A work that somebody may share, with its measures.
struct Desk {
    open: Open,
    measures: Vec<Measured>,
    before: Vec<Choice>,
    /// Whether each counts people to others than the team, of those of which it is known.
    people: BTreeMap<Uuid, bool>,
    /// How it went, as the text that tells of it says now.
    outcome: Option<Outcome>,
    least: Least,
}

async fn desk(app: &App, visit: &Visit, id: Uuid) -> Result<Desk, Error> {
    let open = open(app, visit, id).await?;
    if open.standing < Standing::Leads {
        return Err(Error::Forbidden);
    }
    let measures = open.measures(&app.db).await?;
    let before = choices(&app.db, id).await?;
    let people = of_people(&app.db, &open.work, &measures).await?;
    let text = match open.work.item_id {
        Some(item) => Working::open(&app.db, item).await?,
        None => None,
    };
    let outcome = text.and_then(|text| text.content().facts_as::<Facts>().outcome);
    let least = Least(app.settings.small_numbers);
    Ok(Desk { open, measures, before, people, outcome, least })
}

pub async fn show(State(app): State<App>, visit: Visit, Named(Id { id }): Named<Id>) -> Reply {
    let desk = desk(&app, &visit, id).await?;
    let filled = desk.usual();
    page(&app, &visit, &desk, &filled).await
}

async fn page(app: &App, visit: &Visit, desk: &Desk, filled: &Filled) -> Reply {
    let t = visit.t;
    let action = format!("{}/del", path(t.lang, desk.open.work.id));
    let heading = t.plain("sharing-share");
    let mut frame = frame_under(app, visit, &desk.open, &heading, &action);
    frame.refused = filled.is_refused();
    let fields = View::new(t, &desk.form(t), filled, &RegisterNames::default());
    let all: Vec<Choice> = desk.measures.iter().map(|one| desk.usual_of(one)).collect();
    let shared = desk.shared(app, &all).await?;
    let lang = Lang::parse(&desk.open.work.lang).unwrap_or(t.lang);
    let drawn = shared.drawn(desk.least);
    let says = desk.says(t, (&shared, drawn.as_slice()), lang);
    let team: Vec<Uuid> = desk.open.team.iter().filter_map(|member| member.person_id).collect();
    let is_held = adoptions::has_unknown(&app.db, team).await?;
    let page = Page {
        t,
        frame,
        beside: is_held.then(|| format!("{}/vis-tall", path(t.lang, desk.open.work.id))),
        parts: parts::Parts::above(t, &desk.open, "/del"),
        action,
        fields,
        says,
        is_hidden: shared.says_of(&drawn) == Claim::Hidden,
        least: desk.least.0,
        has_measures: !desk.measures.is_empty(),
    };
    crate::web::page(filled.status(), &page)
}

pub async fn send(
    State(app): State<App>,
    visit: Visit,
    Named(Id { id }): Named<Id>,
    request: Request,
) -> Reply {
    let desk = desk(&app, &visit, id).await?;
    let mut sent = Submitted::receive(request, LIMIT).await;
    let faults = masked_for_text(&mut sent);
    let filled = if sent.value(AT_ONCE).is_empty() {
        Filled::of_sent(sent, &desk.form(visit.t), &RegisterNames::default()).and(faults)
    } else {
        Filled::read(&desk.form(visit.t), desk.usual().typed, &RegisterNames::default())
    };
    if !filled.is_good() {
        return page(&app, &visit, &desk, &filled).await;
    }
    match share(&app, &visit, &desk, &filled).await {
        Ok((item, true)) => {
            let lang = visit.lang().code();
            Ok(crate::web::see_other(&format!("/{lang}/skriv/{item}")))
        }
        // Others write the text by now: it was handed in to them.
        Ok((_, false)) => Ok(crate::web::see_other(&format!("{}?delt=ja", path(visit.lang(), id)))),
        // Somebody saved the text at the same moment: it goes when it is sent again.
        Err(Refused::Stale) => {
            let filled = filled.unsaved();
            page(&app, &visit, &desk, &filled).await.map(conflict)
        }
        Err(error) => match refused(error) {
            error if error.will_pass() => {
                let filled = filled.unsaved();
                page(&app, &visit, &desk, &filled).await.map(crate::web::unsaved)
            }
            error => Err(error),
        },
    }
}

/// The draft with what is shared, and what has been said of each measure: both or neither. Tells which text
/// it is, and whether it is theirs to write. Where it is not any more, what they share is handed in.
async fn share(
    app: &App,
    visit: &Visit,
    desk: &Desk,
    filled: &Filled,
) -> Result<(Uuid, bool), Refused> {
    let who = known(visit).map_err(|_| Refused::May)?;
    let kind = app.kinds.named(draft::PROJECT).ok_or(Refused::NotThere)?;
    let chosen = desk.chosen(filled);
    let shared = desk.shared(app, &chosen).await?;
    let outcome = form::outcome(filled);
    let note = visit.t.plain("sharing-note");
    let work = &desk.open.work;
    let answers = desk.answers(filled);
    let network = Network::load(&app.db).await?;
    db::transaction::<(Uuid, bool), Refused, _>(&app.db, |tx| {
        let (clock, kinds, who) = (app.clock.clone(), app.kinds.clone(), who.clone());
        let (work, chosen, shared) = (work.clone(), chosen.clone(), shared.clone());
        let (outcome, note) = (outcome.clone(), note.clone());
        let (answers, stricter) = (answers.clone(), desk.stricter(&answers));
        let (network, least) = (network.clone(), desk.least);
        Box::pin(async move {
            let items = crate::items::Writer::new(tx, &clock, kinds.stored()).by(who.id);
            let there = match work.item_id {
                Some(item) => Working::open(tx, item).await?,
                None => None,
            };
            let draft = draft::of(kind, &work, there.as_ref(), (&shared, &outcome), note);
            let (item, is_theirs) = if let Some(there) = there {
                draft::save(&items, &who, &there, &draft).await?
            } else {
                let created = items.create(&kind.store, &draft).await;
                (created.map_err(draft::unwritten)?, true)
            };
            let writer = Writer::new(tx, &clock, &who);
            writer.share(work.id, item, &chosen).await?;
            writer.say_of_people(work.id, &answers).await?;
            let beside = adoptions::Writer::new(tx, &clock, &network);
            for measured in &stricter {
                beside.hold_back(measured, least).await.map_err(not_held_back)?;
            }
            Ok((item, is_theirs))
        })
    })
    .await
}

fn not_held_back(refused: adoptions::Refused) -> Refused {
    match refused {
        adoptions::Refused::Database(error) => Refused::Database(error),
        _ => Refused::NotThere,
    }
}

impl Desk {
    /// What is shared of these measures today.
    async fn shared(&self, app: &App, choices: &[Choice]) -> Result<Shared, db::DbErr> {
        let outline = self.open.outline(&app.db).await?;
        let method = self.open.method(&app.db).await?;
        let (cycles, notes) = (self.open.cycles(&app.db).await?, self.open.notes(&app.db).await?);
        let parts = Parts {
            work: &self.open.work,
            measures: &self.measures,
            outline: &outline,
            method: &method,
            cycles: &cycles,
            notes: &notes,
        };
        let today = crate::dates::oslo_day(app.clock.now());
        Ok(shared(&parts, choices, self.least, today))
    }

    /// How a measure was shared last; else it is shown as it stands, and counts people as far as we know.
    fn usual_of(&self, measured: &Measured) -> Choice {
        let measure = measured.row.id;
        let before = self.before.iter().find(|choice| choice.measure == measure).copied();
        let said = measured.plan().people.or(before.map(|choice| choice.counts_people));
        let counts_people = said.unwrap_or_else(|| people::are_counted(measured));
        let before =
            before.unwrap_or(Choice { measure, counts_people, is_open: false, is_live: false });
        Choice { counts_people, ..before }
    }

    /// Is it said to count no people any more, and the public text still stands by that it does?
    fn waits_for_approval(&self, measured: &Measured) -> bool {
        let is_held = self.people.get(&measured.row.id) == Some(&true);
        is_held && measured.plan().people == Some(false)
    }

    /// Whether each of the measures counts people, also of those that are not shown.
    fn answers(&self, filled: &Filled) -> Vec<(Uuid, bool)> {
        let one = |(n, measured): (usize, &Measured)| {
            (measured.row.id, form::ticked(filled, n).any(|ticked| ticked == form::PEOPLE))
        };
        self.measures.iter().enumerate().map(one).collect()
    }

    /// Those that count people from now on, and did not as far as was known.
    fn stricter(&self, answers: &[(Uuid, bool)]) -> Vec<Measured> {
        let is_new =
            |id: Uuid| answers.contains(&(id, true)) && self.people.get(&id) != Some(&true);
        self.measures.iter().filter(|one| is_new(one.row.id)).cloned().collect()
    }

    /// What the charts say to everybody, and to the team where that is more.
    fn says(
        &self,
        t: Text,
        (shared, drawn): (&Shared, &[(usize, Drawn)]),
        lang: Lang,
    ) -> Vec<Says> {
        let one = |(place, measure): (usize, &SharedMeasure)| {
            let found = drawn.iter().find(|(of, _)| *of == place).map(|(_, drawn)| drawn);
            let sentence = match found {
                Some(drawn) => drawn.drawing("tegnet").sentence(t),
                None if measure.is_only_withheld() => t.plain("sharing-only-withheld"),
                None => return None,
            };
            let own = (measure.withheld > 0).then(|| {
                let measured = self.measures.iter().find(|one| Some(one.row.id) == measure.id)?;
                Some(chart_of(measured, &[], &[])?.drawing("eget").sentence(t))
            });
            let name = Words::name(t.lang, measure.name.as_str(), lang);
            Some(Says { name, sentence, own: own.flatten() })
        };
        shared.measures.iter().enumerate().filter_map(one).collect()
    }

    /// The choices of a form that is filled in rightly.
    fn chosen(&self, filled: &Filled) -> Vec<Choice> {
        let choice = |(n, measured): (usize, &Measured)| {
            let ticked: BTreeSet<&str> = form::ticked(filled, n).collect();
            let choice = Choice {
                measure: measured.row.id,
                counts_people: ticked.contains(form::PEOPLE),
                is_open: ticked.contains(form::OPEN),
                is_live: ticked.contains(form::LIVE),
            };
            ticked.contains(form::SHOWN).then_some(choice)
        };
        self.measures.iter().enumerate().filter_map(choice).collect()
    }
}
