//! Takes in statements of organisations and centres: all of them, or none when a rule is broken.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::store::Centres;
use super::{By, CentreFact, Incoming, Network, store, waiting};
use crate::clock::Clock;
use crate::db::{DbErr, Reads};
use crate::mail::{self, NoAddress};
use crate::organisations::{self, Identity, KnownOrganisations, OldSlugs, StatedOrganisations};
use crate::places::Places;
use crate::statements::by_form::{self, ByForm, Kept, Noted};
use crate::statements::{self, Faults, Raw, StatementFault, normal};

const SHIPPED: &str = include_str!("../../data/centres/statements.csv");

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    /// Organisations that a slug leads to that did not: what is filed by it is to be filed anew.
    pub renamed: usize,
    /// Where what people have said by form stands, against the file: the row and what is kept.
    pub kept: Vec<(String, String)>,
}

/// What people have said by form, by subject.
#[derive(Debug, Default)]
struct Standing {
    organisations: BTreeMap<String, Vec<Noted>>,
    centres: BTreeMap<String, Vec<Noted>>,
}

impl Standing {
    /// A file that may write over it, and a form, meet none.
    async fn load(db: &impl Reads, by: By) -> Result<Self, DbErr> {
        if by != By::File {
            return Ok(Self::default());
        }
        let organisations = by_form::standing(db, organisations::REGISTER).await?;
        let centres = by_form::standing(db, store::REGISTER).await?;
        Ok(Self { organisations, centres })
    }
}

fn said_by_form(of: &BTreeMap<String, Vec<Noted>>, slug: &str, old: &OldSlugs) -> ByForm {
    let noted = of.get(slug).map_or(&[][..], Vec::as_slice);
    ByForm::of(noted, |raw| {
        old.follow(raw);
    })
}

/// What is stored, with what came in on its way in among it.
struct Taken {
    said: StatedOrganisations,
    centres: Centres,
    /// Those that get another slug, or that more slugs lead to than before.
    renamed: Vec<Identity>,
    /// What is said anew.
    news: Incoming,
    /// What nobody wrote about, but names an organisation that gets another slug.
    followed: Incoming,
}

/// Stores what comes in, in the caller's transaction: the rules are held against what that reads, so
/// two imports that would break one together meet, and the second sees the first. What is said of a
/// subject takes the place of what was said; only a contact stays when nothing is said of one, and what
/// people have said by form when the file was not given leave to write over it ([`By`]).
pub async fn import(
    db: &impl Reads,
    clock: &Clock,
    incoming: Incoming,
) -> Result<Result<Done, Vec<String>>, DbErr> {
    let done = take_in(db, clock, incoming).await?;
    Ok(done.map_err(|faults| faults.iter().map(ToString::to_string).collect()))
}

/// The same for whoever tells the faults in words of their own.
pub async fn take_in(
    db: &impl Reads,
    clock: &Clock,
    incoming: Incoming,
) -> Result<Result<Done, Faults>, DbErr> {
    let mut done = Done::default();
    let by = incoming.by;
    let (network, taken) = match held_to_rules(db, clock, incoming, &mut done).await? {
        Ok(Some(fits)) => fits,
        Ok(None) => return Ok(Ok(done)),
        Err(faults) => return Ok(Err(faults)),
    };
    write(db, clock, &network, &taken).await?;
    if by == By::FileOver {
        for (register, subjects) in registers(&taken.news) {
            by_form::write_over(db, clock, register, subjects.keys()).await?;
        }
    }
    Ok(Ok(done))
}

/// Which rules it would break now, of what is not to be stored yet.
pub async fn would_break(
    db: &impl Reads,
    clock: &Clock,
    incoming: Incoming,
) -> Result<Faults, DbErr> {
    let held = held_to_rules(db, clock, incoming, &mut Done::default()).await?;
    Ok(held.err().unwrap_or_default())
}

/// What would be said, and the network that it would make; none where it is no news.
async fn held_to_rules(
    db: &impl Reads,
    clock: &Clock,
    incoming: Incoming,
    done: &mut Done,
) -> Result<Result<Option<(Network, Taken)>, Faults>, DbErr> {
    let unreached = unreached(&incoming);
    if !unreached.is_empty() {
        return Ok(Err(unreached));
    }
    let taken = match take(db, clock, in_normal_form(incoming), done).await? {
        Ok(taken) => taken,
        Err(faults) => return Ok(Err(faults)),
    };
    if taken.news.is_empty() {
        return Ok(Ok(None));
    }
    let places = Places::load(db).await?;
    let (network, faults) = Network::read(places, &taken.said, &taken.centres);
    Ok(if faults.is_empty() { Ok(Some((network, taken))) } else { Err(faults) })
}

/// Contacts that come in and no letter reaches, though they are addresses.
fn unreached(incoming: &Incoming) -> Faults {
    let contacts = incoming.centres.values().flatten().filter(|raw| raw.what == "contact");
    let refused = contacts.filter_map(|raw| match mail::address(raw.fields.get("email")) {
        Err(why @ NoAddress::OtherLetters) => {
            let fault = StatementFault::new(format!("`email` {why}"), vec![raw.row.clone()]);
            Some(fault.said("forms-fault-email-letters"))
        }
        _ => None,
    });
    refused.collect()
}

fn in_normal_form(mut incoming: Incoming) -> Incoming {
    for raws in incoming.organisations.values_mut() {
        *raws = raws.iter().map(normal::<organisations::OrganisationFact>).collect();
    }
    for raws in incoming.centres.values_mut() {
        *raws = raws.iter().map(normal::<CentreFact>).collect();
    }
    incoming
}

/// Finds out who is spoken of and what of it is news, and lays that beside what is stored.
async fn take(
    db: &impl Reads,
    clock: &Clock,
    incoming: Incoming,
    done: &mut Done,
) -> Result<Result<Taken, Faults>, DbErr> {
    let (said, centres) = store::raws(db).await?;
    let standing = Standing::load(db, incoming.by).await?;
    let known = KnownOrganisations::load(db, &said).await?;
    let placed = match known.place(&incoming.claims()) {
        Ok(placed) => placed,
        Err(faults) => return Ok(Err(faults)),
    };
    let mut old = OldSlugs::load(db).await?;
    let mut taken = Taken::of(said, centres);
    for placed in placed.values() {
        if let Some(had) = &placed.had {
            old.renamed(had, &placed.slug);
            if let Some(its) = taken.said.remove(had) {
                taken.said.insert(placed.slug.clone(), its);
            }
        }
        for slug in &placed.led_from {
            old.lead(slug, &placed.slug);
        }
        if placed.had.is_some() || !placed.led_from.is_empty() {
            taken.renamed.push(placed.clone());
        }
    }
    done.renamed = taken.renamed.len();
    taken.follow(&old);
    for (slug, mut raws) in incoming.organisations {
        let Some(placed) = placed.get(&slug) else { continue };
        followed(&old, &mut raws);
        let noted_under = placed.had.as_ref().unwrap_or(&placed.slug);
        let by_form = said_by_form(&standing.organisations, noted_under, &old);
        let stored = taken.said.get(&placed.slug).map_or(&[][..], |(_, raws)| raws.as_slice());
        let raws = done.join(&by_form, &placed.slug, raws, stored);
        taken.add_organisation(placed, raws, done);
    }
    for (slug, mut raws) in incoming.centres {
        followed(&old, &mut raws);
        if incoming.by != By::Form {
            taken.keep_contacts(&slug, &mut raws);
        }
        let by_form = said_by_form(&standing.centres, &slug, &old);
        let stored = taken.centres.get(&slug).map_or(&[][..], |(_, raws)| raws.as_slice());
        let raws = done.join(&by_form, &slug, raws, stored);
        taken.add_centre(slug, raws, clock, done);
    }
    Ok(Ok(taken))
}

impl Taken {
    fn of(said: StatedOrganisations, centres: Centres) -> Self {
        let (news, followed) = (Incoming::default(), Incoming::default());
        Self { said, centres, renamed: Vec::new(), news, followed }
    }

    /// What is stored names organisations by the slugs that they have now.
    fn follow(&mut self, old: &OldSlugs) {
        for (slug, (_, raws)) in &mut self.said {
            if followed(old, raws) {
                self.followed.organisations.insert(slug.clone(), raws.clone());
            }
        }
        for (slug, (_, raws)) in &mut self.centres {
            if followed(old, raws) {
                self.followed.centres.insert(slug.clone(), raws.clone());
            }
        }
    }

    fn add_organisation(&mut self, placed: &Identity, raws: Vec<Raw>, done: &mut Done) {
        let Identity { id, slug, had, led_from } = placed;
        let old = self.said.get(slug).map(|(_, raws)| raws);
        if had.is_some() || (old.is_some() && !led_from.is_empty()) {
            done.updated += 1;
        } else if !done.is_news(old, &raws) {
            return;
        }
        self.followed.organisations.remove(slug);
        self.said.insert(slug.clone(), (*id, raws.clone()));
        self.news.organisations.insert(slug.clone(), raws);
    }

    /// A file without addresses takes none away.
    fn keep_contacts(&self, slug: &str, raws: &mut Vec<Raw>) {
        if raws.iter().all(|raw| raw.what != "contact") {
            let contacts = self.centres.get(slug).into_iter().flat_map(|(_, old)| old);
            raws.extend(contacts.filter(|raw| raw.what == "contact").cloned());
        }
    }

    fn add_centre(&mut self, slug: String, raws: Vec<Raw>, clock: &Clock, done: &mut Done) {
        let old = self.centres.get(&slug);
        if !done.is_news(old.map(|(_, raws)| raws), &raws) {
            return;
        }
        let id = old.map_or_else(|| clock.new_id(), |(id, _)| *id);
        self.followed.centres.remove(&slug);
        self.centres.insert(slug.clone(), (id, raws.clone()));
        self.news.centres.insert(slug, raws);
    }
}

fn followed(old: &OldSlugs, raws: &mut [Raw]) -> bool {
    let mut any = false;
    for raw in raws {
        any |= old.follow(raw);
    }
    any
}

/// What is said of centres and organisations that would break a rule if the places were these, and
/// breaks none now.
pub async fn broken_by(db: &impl Reads, places: &Places) -> Result<Vec<String>, DbErr> {
    let (organisations, centres) = store::raws(db).await?;
    let told = |places: Arc<Places>| -> BTreeSet<String> {
        let (_, faults) = Network::read(places, &organisations, &centres);
        faults.iter().map(ToString::to_string).collect()
    };
    let now = told(Places::load(db).await?);
    Ok(told(Arc::new(places.clone())).difference(&now).cloned().collect())
}

async fn write(
    db: &impl Reads,
    clock: &Clock,
    network: &Network,
    taken: &Taken,
) -> Result<(), DbErr> {
    store::begin_edition(db, clock).await?;
    for placed in &taken.renamed {
        if let Some(had) = &placed.had {
            organisations::rename(db, placed, had).await?;
            waiting::rename(db, organisations::REGISTER, had, &placed.slug).await?;
        }
    }
    let Taken { news, followed, .. } = taken;
    for (register, subjects) in registers(followed) {
        statements::replace(db, clock, register, subjects).await?;
    }
    for (register, subjects) in registers(news) {
        statements::replace(db, clock, register, subjects).await?;
        statements::take_over(db, clock, register, subjects.keys()).await?;
    }
    finish(db, clock, network, news).await?;
    for placed in &taken.renamed {
        organisations::lead(db, placed).await?;
    }
    Ok(())
}

fn registers(of: &Incoming) -> [(&'static str, &BTreeMap<String, Vec<Raw>>); 2] {
    [(organisations::REGISTER, &of.organisations), (store::REGISTER, &of.centres)]
}

/// The rows that items point at, the names that addresses lead to, and the mark of a new edition.
async fn finish(
    db: &impl Reads,
    clock: &Clock,
    network: &Network,
    news: &Incoming,
) -> Result<(), DbErr> {
    let slugs: BTreeSet<String> = news.centres.keys().cloned().collect();
    store::put_rows(db, network, &slugs).await?;
    let anew: BTreeSet<String> = news.organisations.keys().cloned().collect();
    organisations::put_rows(db, &network.organisations, &anew).await?;
    let told = anew.iter().filter_map(|slug| network.organisations.get(slug));
    let names: Vec<String> =
        told.map(|organisation| organisation.name_on(time::Date::MAX).to_owned()).collect();
    organisations::remember(db, &names).await?;
    store::new_edition(db, clock).await
}

impl Done {
    /// What a file says with what people have said by form; tells where that is another thing.
    fn join(&mut self, by_form: &ByForm, slug: &str, raws: Vec<Raw>, stored: &[Raw]) -> Vec<Raw> {
        let row = raws.first().map(|raw| raw.row.clone()).unwrap_or_default();
        let (raws, kept) = by_form.join(raws, stored);
        if kept != Kept::default() {
            let Kept { said, left_out } = kept;
            let what = format!(
                "of {slug}, {said} said by form and not in the file stand, and {left_out} of the file \
                 that were taken away or changed by form are left out; with --force the file wins"
            );
            self.kept.push((row, what));
        }
        raws
    }

    fn is_news(&mut self, old: Option<&Vec<Raw>>, new: &[Raw]) -> bool {
        match old {
            Some(old) if says_the_same(old, new) => self.unchanged += 1,
            Some(_) => self.updated += 1,
            None => self.created += 1,
        }
        old.is_none_or(|old| !says_the_same(old, new))
    }
}

/// A contact may stand anywhere among the rest: one that is kept comes after what is said anew.
fn says_the_same(old: &[Raw], new: &[Raw]) -> bool {
    contacts_last(old) == contacts_last(new)
}

fn contacts_last(all: &[Raw]) -> Vec<&Raw> {
    let mut all: Vec<&Raw> = all.iter().collect();
    all.sort_by_key(|raw| raw.what == "contact");
    all
}

/// Writes what comes with the program; what the installation has written about itself stays, under
/// the slug that it has there.
pub async fn load_shipped(db: &impl Reads, clock: &Clock) -> Result<(), DbErr> {
    let refused =
        |faults: Vec<String>| DbErr::Custom(format!("the shipped centres: {}", faults.join("; ")));
    store::begin_edition(db, clock).await?;
    let mut shipped = in_normal_form(Incoming::from_csv(SHIPPED.as_bytes()).map_err(refused)?);
    let old = OldSlugs::load(db).await?;
    for raws in shipped.organisations.values_mut().chain(shipped.centres.values_mut()) {
        followed(&old, raws);
    }
    let now = |(slug, raws): (String, Vec<Raw>)| (old.now(&slug).to_owned(), raws);
    shipped.organisations = shipped.organisations.into_iter().map(now).collect();
    let Incoming { mut organisations, mut centres, .. } = shipped;
    let written =
        statements::replace_shipped(db, clock, organisations::REGISTER, organisations.clone())
            .await?;
    let written_centres =
        statements::replace_shipped(db, clock, store::REGISTER, centres.clone()).await?;
    centres.retain(|slug, _| written_centres.contains(slug));
    organisations.retain(|slug, _| written.contains(slug));
    // A centre's row must be there before its statements can be read with it.
    let (stored, mut with_ids) = store::raws(db).await?;
    let known: BTreeMap<_, _> = store::ids(db).await?;
    for (slug, raws) in &centres {
        let id = known.get(slug).copied().unwrap_or_else(|| clock.new_id());
        with_ids.insert(slug.clone(), (id, raws.clone()));
    }
    let (network, faults) = Network::read(Places::load(db).await?, &stored, &with_ids);
    if !faults.is_empty() {
        return Err(refused(faults.iter().map(ToString::to_string).collect()));
    }
    finish(db, clock, &network, &Incoming { organisations, centres, ..Incoming::default() }).await
}

pub fn shipped_digest() -> String {
    crate::files::digest(SHIPPED.as_bytes())
}
