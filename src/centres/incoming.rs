//! Statements on their way in or out, by subject: as lines or as a table.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::store;
use crate::db::DbErr;
use crate::organisations::{self, Claim};
use crate::rows::{self, Row};
use crate::statements::{COMMON, Raw};

/// Who writes, and so what stands of what people have said by form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// A file: all of it stands.
    #[default]
    File,
    /// A file that was given leave to write over it.
    FileOver,
    /// A form: it has seen all that is said, and says all of it.
    Form,
}

/// Statements by subject.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    pub by: By,
    pub organisations: BTreeMap<String, Vec<Raw>>,
    pub centres: BTreeMap<String, Vec<Raw>>,
    /// The ids of the organisations that come with one, and the row that it stands in.
    pub ids: BTreeMap<String, (Uuid, String)>,
    /// The slugs that organisations have had, and the row that says so first.
    pub old_slugs: BTreeMap<String, (BTreeSet<String>, String)>,
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
        check_slug("subject", subject, &raw.row)?;
        raw.check_numbers().map_err(|why| format!("{}: {why}", raw.row))?;
        all.entry(subject.to_owned()).or_default().push(raw);
        Ok(())
    }

    /// Says which organisation the subject is.
    pub fn claim(
        &mut self,
        register: &str,
        subject: &str,
        id: Uuid,
        row: String,
    ) -> Result<(), String> {
        if register != organisations::REGISTER {
            return Err(format!("{row}: only an organisation has an `id` here"));
        }
        if id.is_nil() {
            return Err(format!("{row}: `id` is nothing but zeros"));
        }
        let (first, there) = self.ids.entry(subject.to_owned()).or_insert((id, row.clone()));
        if *first == id {
            return Ok(());
        }
        Err(format!("{there} and {row}: {subject:?} has two ids, {first} and {id}"))
    }

    /// Says which slug the subject has had.
    pub fn had(
        &mut self,
        register: &str,
        subject: &str,
        old: &str,
        row: String,
    ) -> Result<(), String> {
        if register != organisations::REGISTER {
            return Err(format!("{row}: only an organisation has `{OLD_SLUGS}` here"));
        }
        check_slug(OLD_SLUGS, old, &row)?;
        let (all, _) = self.old_slugs.entry(subject.to_owned()).or_insert((BTreeSet::new(), row));
        all.insert(old.to_owned());
        Ok(())
    }

    /// Who each organisation is said to be.
    pub fn claims(&self) -> BTreeMap<String, Claim> {
        let claim = |(slug, raws): (&String, &Vec<Raw>)| {
            let first = || raws.first().map(|raw| raw.row.clone()).unwrap_or_default();
            let had = self.old_slugs.get(slug);
            let old_slugs = had.map(|(slugs, _)| slugs.clone()).unwrap_or_default();
            let id = self.ids.get(slug);
            let row = id.map(|(_, row)| row).or(had.map(|(_, row)| row));
            let row = row.cloned().unwrap_or_else(first);
            (slug.clone(), Claim { id: id.map(|(id, _)| *id), old_slugs, row })
        };
        self.organisations.iter().map(claim).collect()
    }

    /// Reads the table that CSV is: one row a statement.
    pub fn from_csv(bytes: &[u8]) -> Result<Self, Vec<String>> {
        let known: Vec<&str> = columns().into_iter().skip(NEEDED.len()).collect();
        let mut incoming = Self::default();
        let mut faults = Vec::new();
        for row in rows::read(bytes, &NEEDED, &known)? {
            faults.extend(incoming.add_row(&row).err());
        }
        if faults.is_empty() { Ok(incoming) } else { Err(faults) }
    }

    fn add_row(&mut self, row: &Row) -> Result<(), String> {
        let (register, subject) = (row.get("register"), row.get("subject"));
        let raw = Raw::from_row(row, &SUBJECT)?;
        let told = raw.row.clone();
        self.add(register, subject, raw)?;
        for old in row.get(OLD_SLUGS).split(';').map(str::trim).filter(|old| !old.is_empty()) {
            self.had(register, subject, old, told.clone())?;
        }
        match row.get(ID) {
            "" => Ok(()),
            id => {
                let id = id.parse().map_err(|_| format!("{told}: `id` {id:?} is no UUID"))?;
                self.claim(register, subject, id, told)
            }
        }
    }
}

/// The column of an organisation's id.
const ID: &str = "id";
/// The column of the slugs that it has had.
const OLD_SLUGS: &str = "old_slugs";
/// Who a row is about.
const SUBJECT: [&str; 4] = ["register", "subject", ID, OLD_SLUGS];

fn check_slug(field: &str, text: &str, row: &str) -> Result<(), String> {
    if text.is_empty() || text.len() > 100 || slug::slugify(text) != text {
        let why = "is no address: only a–z, 0–9 and single hyphens are allowed";
        return Err(format!("{row}: `{field}` {text:?} {why}"));
    }
    Ok(())
}

/// Without these there is nothing to read.
const NEEDED: [&str; 6] = ["register", "subject", "what", "from", "to", "source"];

/// The columns of the table, in their order.
pub fn columns() -> Vec<&'static str> {
    let mut all: Vec<&str> = NEEDED.to_vec();
    let own = super::COLUMNS.into_iter().chain(organisations::COLUMNS);
    for column in own.chain(COMMON).chain([ID, OLD_SLUGS]) {
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
            let id = incoming.ids.get(subject).filter(|_| register == organisations::REGISTER);
            let id = id.map(|(id, _)| id.to_string()).unwrap_or_default();
            let old =
                incoming.old_slugs.get(subject).filter(|_| register == organisations::REGISTER);
            let old = old.map(|(slugs, _)| slugs.iter().cloned().collect::<Vec<_>>().join(";"));
            let old = old.unwrap_or_default();
            for raw in raws {
                let cell = |column: &&'static str| match *column {
                    "register" => register.to_owned(),
                    "subject" => subject.clone(),
                    ID => id.clone(),
                    OLD_SLUGS => old.clone(),
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
    let (said, centres) = store::raws(db).await?;
    let open = |raws: Vec<Raw>| {
        raws.into_iter().filter(|raw| with_contacts || raw.what != "contact").collect()
    };
    let centres = centres.into_iter().map(|(slug, (_, raws))| (slug, open(raws))).collect();
    let mut had: BTreeMap<Uuid, BTreeSet<String>> = BTreeMap::new();
    for (old, id) in organisations::old_slugs(db).await? {
        had.entry(id).or_default().insert(old);
    }
    let (mut organisations, mut ids) = (BTreeMap::new(), BTreeMap::new());
    let mut old_slugs = BTreeMap::new();
    for (slug, (id, raws)) in said {
        if let Some(had) = had.remove(&id) {
            old_slugs.insert(slug.clone(), (had, String::new()));
        }
        ids.insert(slug.clone(), (id, String::new()));
        organisations.insert(slug, raws);
    }
    Ok(Incoming { organisations, centres, ids, old_slugs, ..Incoming::default() })
}
