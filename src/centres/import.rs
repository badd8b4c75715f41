//! Takes in statements of organisations and centres: all of them, or none when a rule is broken.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use sea_orm::ConnectionTrait;

use super::{Network, Says, store};
use crate::clock::Clock;
use crate::db::DbErr;
use crate::organisations;
use crate::places::Places;
use crate::rows;
use crate::statements::{self, COMMON, Raw, normal};

const SHIPPED: &str = include_str!("../../data/centres/statements.csv");

/// Statements on their way in, by subject.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    pub organisations: BTreeMap<String, Vec<Raw>>,
    pub centres: BTreeMap<String, Vec<Raw>>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Done {
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
}

impl Incoming {
    pub fn is_empty(&self) -> bool {
        self.organisations.is_empty() && self.centres.is_empty()
    }

    /// Adds a statement; `register` is `organisation` or `centre`.
    pub fn add(&mut self, register: &str, subject: &str, raw: Raw) -> Result<(), String> {
        let all = match register {
            organisations::REGISTER => &mut self.organisations,
            store::REGISTER => &mut self.centres,
            other => {
                return Err(format!("{}: {other:?} is not centre or organisation", raw.row));
            }
        };
        if subject.is_empty() || subject.len() > 100 || slug::slugify(subject) != subject {
            let why = "is no address: only a–z, 0–9 and single hyphens are allowed";
            return Err(format!("{}: `subject` {subject:?} {why}", raw.row));
        }
        all.entry(subject.to_owned()).or_default().push(raw);
        Ok(())
    }

    /// Reads the table that CSV is: one row a statement.
    pub fn from_csv(bytes: &[u8]) -> Result<Self, Vec<String>> {
        let known: Vec<&str> = columns().into_iter().skip(NEEDED.len()).collect();
        let mut incoming = Self::default();
        let mut faults = Vec::new();
        for row in rows::read(bytes, &NEEDED, &known)? {
            let added = Raw::from_row(&row, &SUBJECT)
                .and_then(|raw| incoming.add(row.get("register"), row.get("subject"), raw));
            faults.extend(added.err());
        }
        if faults.is_empty() { Ok(incoming) } else { Err(faults) }
    }
}

/// Who a row is about.
const SUBJECT: [&str; 2] = ["register", "subject"];
/// Without these there is nothing to read.
const NEEDED: [&str; 6] = ["register", "subject", "what", "from", "to", "source"];

/// The columns of the table, in their order.
pub fn columns() -> Vec<&'static str> {
    let mut all: Vec<&str> = NEEDED.to_vec();
    let own = super::COLUMNS.into_iter().chain(organisations::COLUMNS);
    for column in own.chain(COMMON) {
        if !all.contains(&column) {
            all.push(column);
        }
    }
    all
}

/// A subject's statements as the table's rows.
pub fn to_csv(incoming: &Incoming) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let columns = columns();
    writer.write_record(&columns)?;
    let registers =
        [(organisations::REGISTER, &incoming.organisations), (store::REGISTER, &incoming.centres)];
    for (register, subjects) in registers {
        for (subject, raws) in subjects {
            for raw in raws {
                let cell = |column: &&'static str| match *column {
                    "register" => register.to_owned(),
                    "subject" => subject.clone(),
                    column => raw.cell(column).to_owned(),
                };
                writer.write_record(columns.iter().map(cell))?;
            }
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Everything that is stored, as it would be imported; addresses of contacts only when asked for.
pub async fn export(db: &impl ConnectionTrait, with_contacts: bool) -> Result<Incoming, DbErr> {
    let (organisations, centres) = store::raws(db).await?;
    let open = |raws: Vec<Raw>| {
        raws.into_iter().filter(|raw| with_contacts || raw.what != "contact").collect()
    };
    let centres = centres.into_iter().map(|(slug, (_, raws))| (slug, open(raws))).collect();
    Ok(Incoming { organisations, centres })
}

/// Stores what comes in, in the caller's transaction. What is said of a subject takes the place of
/// what was said; only a contact stays when nothing is said of one.
pub async fn import(
    db: &impl ConnectionTrait,
    clock: &Clock,
    mut incoming: Incoming,
) -> Result<Result<Done, Vec<String>>, DbErr> {
    for raws in incoming.organisations.values_mut() {
        *raws = raws.iter().map(normal::<organisations::Says>).collect();
    }
    for raws in incoming.centres.values_mut() {
        *raws = raws.iter().map(normal::<Says>).collect();
    }
    let (mut organisations, mut centres) = store::raws(db).await?;
    let mut done = Done::default();
    incoming.organisations.retain(|slug, raws| done.is_news(organisations.get(slug), raws));
    for (slug, raws) in &mut incoming.centres {
        let old = centres.get(slug).map(|(_, raws)| raws.as_slice()).unwrap_or_default();
        if raws.iter().all(|raw| raw.what != "contact") {
            raws.extend(old.iter().filter(|raw| raw.what == "contact").cloned());
        }
    }
    incoming.centres.retain(|slug, raws| done.is_news(centres.get(slug).map(|c| &c.1), raws));
    if incoming.is_empty() {
        return Ok(Ok(done));
    }
    organisations.extend(incoming.organisations.clone());
    for (slug, raws) in &incoming.centres {
        let id = centres.get(slug).map_or_else(|| clock.new_id(), |(id, _)| *id);
        centres.insert(slug.clone(), (id, raws.clone()));
    }
    let places = Places::load(db).await?;
    let (network, faults) = Network::read(places, &organisations, &centres);
    if !faults.is_empty() {
        return Ok(Err(faults.iter().map(ToString::to_string).collect()));
    }
    write(db, clock, &network, &incoming).await?;
    Ok(Ok(done))
}

/// What is said of centres and organisations that would break a rule if the places were these, and
/// breaks none now.
pub async fn broken_by(db: &impl ConnectionTrait, places: &Places) -> Result<Vec<String>, DbErr> {
    let (organisations, centres) = store::raws(db).await?;
    let told = |places: Arc<Places>| -> BTreeSet<String> {
        let (_, faults) = Network::read(places, &organisations, &centres);
        faults.iter().map(ToString::to_string).collect()
    };
    let now = told(Places::load(db).await?);
    Ok(told(Arc::new(places.clone())).difference(&now).cloned().collect())
}

async fn write(
    db: &impl ConnectionTrait,
    clock: &Clock,
    network: &Network,
    incoming: &Incoming,
) -> Result<(), DbErr> {
    let registers =
        [(organisations::REGISTER, &incoming.organisations), (store::REGISTER, &incoming.centres)];
    for (register, subjects) in registers {
        statements::replace(db, clock, register, subjects).await?;
        statements::take_over(db, clock, register, subjects.keys()).await?;
    }
    finish(db, clock, network, incoming).await
}

/// The rows that items point at, the names that addresses lead to, and the mark of a new edition.
async fn finish(
    db: &impl ConnectionTrait,
    clock: &Clock,
    network: &Network,
    incoming: &Incoming,
) -> Result<(), DbErr> {
    let slugs: BTreeSet<String> = incoming.centres.keys().cloned().collect();
    store::put_rows(db, network, &slugs).await?;
    let told = incoming.organisations.keys().filter_map(|slug| network.organisations.get(slug));
    let names: Vec<String> =
        told.map(|organisation| organisation.name_on(time::Date::MAX).to_owned()).collect();
    organisations::remember(db, &names).await?;
    store::new_edition(db, clock).await
}

impl Done {
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

/// Writes what comes with the program; what the installation has written about itself stays.
pub async fn load_shipped(db: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
    let refused =
        |faults: Vec<String>| DbErr::Custom(format!("the shipped centres: {}", faults.join("; ")));
    let shipped = Incoming::from_csv(SHIPPED.as_bytes()).map_err(refused)?;
    let normal_ones = |subjects: BTreeMap<String, Vec<Raw>>, of: fn(&Raw) -> Raw| {
        let normal = |(slug, raws): (String, Vec<Raw>)| (slug, raws.iter().map(of).collect());
        subjects.into_iter().map(normal).collect::<BTreeMap<String, Vec<Raw>>>()
    };
    let organisations = normal_ones(shipped.organisations, normal::<organisations::Says>);
    let mut centres = normal_ones(shipped.centres, normal::<Says>);
    let written =
        statements::replace_shipped(db, clock, organisations::REGISTER, organisations.clone())
            .await?;
    let written_centres =
        statements::replace_shipped(db, clock, store::REGISTER, centres.clone()).await?;
    centres.retain(|slug, _| written_centres.contains(slug));
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
    let organisations =
        organisations.into_iter().filter(|(slug, _)| written.contains(slug)).collect();
    finish(db, clock, &network, &Incoming { organisations, centres }).await
}

pub fn shipped_digest() -> String {
    crate::files::digest(SHIPPED.as_bytes())
}
