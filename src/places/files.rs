//! Reads the files of places, checks them against each other, and says all that is wrong at once.

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use super::{County, Municipality, Places, Succession};
use crate::dates::{typed_day, why_undated, without_midnight};
use crate::rows::{self, Row};
use crate::statements::StatementFault;

pub const SHIPPED: [(&str, &str); 3] = [
    (
        "fylke_104_versions_1999_2024.csv",
        include_str!("../../data/places/fylke_104_versions_1999_2024.csv"),
    ),
    (
        "kommune_131_versions_1838_2024.csv",
        include_str!("../../data/places/kommune_131_versions_1838_2024.csv"),
    ),
    (
        "kommune_131_changes_1838_2024.csv",
        include_str!("../../data/places/kommune_131_changes_1838_2024.csv"),
    ),
];

const COUNTIES: [&str; 4] = ["code", "name", "validFrom", "validTo"];
const MUNICIPALITIES: [&str; 5] = ["code", "label", "variant", "validFrom", "validTo"];
const CHANGES: [&str; 5] = ["changeOccurred", "oldCode", "oldName", "newCode", "newName"];
/// Worked out from the changes of municipalities: read by nobody, and no fault to give.
const DERIVED: [&str; 4] = ["changeOccurred", "oldFylke", "newFylke", "municipalities"];

/// What came of reading files of places: the register as it would be with them, and how much was
/// new.
#[derive(Clone, Debug)]
pub struct PlacesRead {
    pub places: Places,
    /// File name, and how many rows it gave.
    pub files: Vec<(String, usize)>,
    /// How many rows were not stored before, or were stored otherwise.
    pub created: usize,
    pub updated: usize,
}

/// Something read from a file, with the row it stood in.
pub struct Given<T> {
    pub row: String,
    pub is: T,
}

#[derive(Default)]
pub struct All {
    pub counties: Vec<Given<County>>,
    pub municipalities: Vec<Given<Municipality>>,
    pub changes: Vec<Given<Succession>>,
}

impl All {
    /// Everything that is stored.
    pub fn of(places: &Places) -> Self {
        fn stored<T: Clone>(all: &[T]) -> Vec<Given<T>> {
            all.iter().map(|is| Given { row: "stored".to_owned(), is: is.clone() }).collect()
        }
        let counties: Vec<County> = places.counties().iter().cloned().collect();
        Self {
            counties: stored(&counties),
            municipalities: stored(places.municipalities()),
            changes: stored(places.changes()),
        }
    }
}

/// So many faults are told; there may be thousands when a file is of another sort than it says.
const TOLD: usize = 20;

/// Reads files of the known forms, told apart by their headings, and lays them over what `old` has:
/// a row with the same code and first day takes the place of the stored one, and what no file gives
/// stays.
pub fn take(old: &Places, given: &[(String, Vec<u8>)]) -> Result<PlacesRead, Vec<String>> {
    let mut all = All::default();
    let (mut faults, mut files, mut kinds) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (name, bytes) in given {
        let read = read_file(&mut all, name, bytes);
        match read {
            Ok((kind, count)) => {
                if !kinds.insert(kind) {
                    faults.push(format!("{name}: a file of these columns is given already"));
                }
                files.push((name.clone(), count));
            }
            Err(why) => faults.extend(why.into_iter().map(|why| format!("{name}, {why}"))),
        }
    }
    if !faults.is_empty() {
        return Err(few(faults));
    }
    // Statistics Norway's numbers for what is abroad or not stated are no places.
    all.municipalities.retain(|given| given.is.county() != "99");
    let (all, created, updated) = lay_over(All::of(old), all);
    build(all)
        .map(|places| PlacesRead { places, files, created, updated })
        .map_err(|faults| few(faults.iter().map(ToString::to_string).collect()))
}

/// The first of many, and how many there are besides.
fn few(mut faults: Vec<String>) -> Vec<String> {
    let more = faults.len().saturating_sub(TOLD);
    faults.truncate(TOLD);
    if more > 0 {
        faults.push(format!("and {more} faults more"));
    }
    faults
}

/// What is given over what is stored, and how many rows that makes new or other.
fn lay_over(stored: All, given: All) -> (All, usize, usize) {
    let (counties, new, other) =
        over(stored.counties, given.counties, |c| (c.code.clone(), c.valid_from));
    let (mut created, mut updated) = (new, other);
    let (municipalities, new, other) =
        over(stored.municipalities, given.municipalities, |m| (m.code.clone(), m.valid_from));
    created += new;
    updated += other;
    let (changes, new, _) = over(stored.changes, given.changes, Succession::clone);
    (All { counties, municipalities, changes }, created + new, updated)
}

fn over<T: PartialEq, K: Ord>(
    stored: Vec<Given<T>>,
    given: Vec<Given<T>>,
    key: impl Fn(&T) -> K,
) -> (Vec<Given<T>>, usize, usize) {
    let mut known: BTreeMap<K, Given<T>> =
        stored.into_iter().map(|stored| (key(&stored.is), stored)).collect();
    let (mut created, mut updated) = (0, 0);
    for new in &given {
        match known.remove(&key(&new.is)) {
            None => created += 1,
            Some(old) if old.is != new.is => updated += 1,
            Some(_) => {}
        }
    }
    (known.into_values().chain(given).collect(), created, updated)
}

fn read_file(
    all: &mut All,
    name: &str,
    bytes: &[u8],
) -> Result<(&'static str, usize), Vec<String>> {
    let headings = rows::headings(bytes).map_err(|why| vec![why])?;
    let is = |columns: &[&str]| columns.iter().all(|c| headings.iter().any(|h| h == c));
    let one = |faults: Vec<String>| if faults.is_empty() { Ok(()) } else { Err(faults) };
    let mut faults = Vec::new();
    let row_of = |row: &Row| format!("{name}, line {}", row.line);
    if is(&["oldFylke", "newFylke"]) {
        let rows = rows::read(bytes, &DERIVED, &[])?;
        return Ok(("derived", rows.len()));
    }
    if is(&["oldCode"]) || is(&["newCode"]) {
        let rows = rows::read(bytes, &CHANGES, &[])?;
        for row in &rows {
            keep(&mut faults, &mut all.changes, row_of(row), change(row));
        }
        return one(faults).map(|()| ("changes", rows.len()));
    }
    if is(&["label"]) || is(&["variant"]) {
        let rows = rows::read(bytes, &MUNICIPALITIES, &[])?;
        for row in &rows {
            keep(&mut faults, &mut all.municipalities, row_of(row), municipality(row));
        }
        return one(faults).map(|()| ("municipalities", rows.len()));
    }
    if is(&["code"]) || is(&["name"]) {
        let rows = rows::read(bytes, &COUNTIES, &[])?;
        for row in &rows {
            keep(&mut faults, &mut all.counties, row_of(row), county(row));
        }
        return one(faults).map(|()| ("counties", rows.len()));
    }
    Err(vec![format!("line 1: these are not the columns of a file of places: {headings:?}")])
}

fn keep<T>(
    faults: &mut Vec<String>,
    all: &mut Vec<Given<T>>,
    row: String,
    read: Result<T, String>,
) {
    match read {
        Ok(is) => all.push(Given { row, is }),
        Err(why) => {
            let line = row.rsplit_once(", ").map_or(row.as_str(), |(_, line)| line);
            faults.push(format!("{line}: {why}"));
        }
    }
}

fn county(row: &Row) -> Result<County, String> {
    let (valid_from, valid_to) = validity(row)?;
    let (code, name) = (code_in(row, "code", 2)?, name(row.get("name"))?);
    Ok(County { code, name, valid_from, valid_to })
}

fn municipality(row: &Row) -> Result<Municipality, String> {
    let (valid_from, valid_to) = validity(row)?;
    let (code, name) = (code_in(row, "code", 4)?, name(row.get("label"))?);
    Ok(Municipality { code, name, valid_from, valid_to })
}

fn change(row: &Row) -> Result<Succession, String> {
    Ok(Succession {
        day: day(row.get("changeOccurred"))?,
        old: code_in(row, "oldCode", 4)?,
        new: code_in(row, "newCode", 4)?,
    })
}

fn validity(row: &Row) -> Result<(Date, Option<Date>), String> {
    within(row.get("validFrom"), row.get("validTo"))
}

pub fn within(from: &str, to: &str) -> Result<(Date, Option<Date>), String> {
    let from = day(from)?;
    let to = Some(to).filter(|text| !text.is_empty()).map(day).transpose()?;
    match to {
        Some(to) if to <= from => {
            Err(format!("the validity ends ({to}) before it begins ({from})"))
        }
        to => Ok((from, to)),
    }
}

fn code_in(row: &Row, column: &str, digits: usize) -> Result<String, String> {
    code(row.get(column), digits).map_err(|why| format!("`{column}`: {why}"))
}

pub fn code(text: &str, digits: usize) -> Result<String, String> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.len() {
        length if is_number && length == digits => Ok(text.to_owned()),
        length if is_number && length < digits => Err(format!(
            "{text:?} is no code of {digits} digits: a spreadsheet takes away a 0 that stands first, \
             write {text:0>digits$}"
        )),
        _ => Err(format!("{text:?} is no code of {digits} digits")),
    }
}

pub fn name(text: &str) -> Result<String, String> {
    crate::text::check_line("name", text, 200, true).map_err(|fault| fault.to_string())
}

pub fn day(text: &str) -> Result<Date, String> {
    typed_day(without_midnight(text)).ok_or_else(|| match why_undated(text) {
        Some(why) => format!("{text:?} {why}"),
        None => format!("{text:?} is no day, as 2020-01-01"),
    })
}

/// Checks that everything hangs together, and makes the register.
pub fn build(all: All) -> Result<Places, Vec<StatementFault>> {
    let mut faults = no_overlaps(&all.counties, "county", |c| (&c.code, c.valid_from, c.valid_to));
    faults.extend(no_overlaps(&all.municipalities, "municipality", |m| {
        (&m.code, m.valid_from, m.valid_to)
    }));
    faults.extend(in_one_county(&all));
    faults.extend(known_codes(&all));
    if !faults.is_empty() {
        return Err(faults);
    }
    let bare = |given: Vec<Given<County>>| given.into_iter().map(|given| given.is).collect();
    let municipalities = all.municipalities.into_iter().map(|given| given.is).collect();
    let changes = all.changes.into_iter().map(|given| given.is).collect();
    Ok(Places::new(bare(all.counties), municipalities, changes))
}

fn no_overlaps<T>(
    all: &[Given<T>],
    what: &str,
    of: impl Fn(&T) -> (&String, Date, Option<Date>),
) -> Vec<StatementFault> {
    let mut sorted: Vec<&Given<T>> = all.iter().collect();
    sorted.sort_by(|a, b| {
        let (a, b) = (of(&a.is), of(&b.is));
        (a.0, a.1).cmp(&(b.0, b.1))
    });
    let pairs = sorted.windows(2).filter(|pair| {
        let ((a, _, end), (b, begin, _)) = (of(&pair[0].is), of(&pair[1].is));
        a == b && end.is_none_or(|end| begin < end)
    });
    let fault = |pair: &[&Given<T>]| {
        let code = of(&pair[0].is).0;
        let rule =
            format!("the {what} {code} can only be one thing at a time: the validities overlap");
        StatementFault::new(rule, vec![pair[0].row.clone(), pair[1].row.clone()])
    };
    pairs.map(fault).collect()
}

/// From the first day that counties are known, each municipality lies in one, all its time.
fn in_one_county(all: &All) -> Vec<StatementFault> {
    let Some(first) = all.counties.iter().map(|county| county.is.valid_from).min() else {
        return Vec::new();
    };
    let mut by_code: BTreeMap<&str, &Given<County>> = BTreeMap::new();
    for county in &all.counties {
        by_code.insert(&county.is.code, county);
    }
    let mut faults = Vec::new();
    for given in &all.municipalities {
        let municipality = &given.is;
        let is_past = municipality.valid_to.is_some_and(|end| end <= first);
        if is_past || municipality.county() == "99" {
            continue;
        }
        let Some(county) = by_code.get(municipality.county()) else {
            let rule = format!("{} lies in no county that is known", municipality.code);
            faults.push(StatementFault::new(rule, vec![given.row.clone()]));
            continue;
        };
        let begins = municipality.valid_from.max(first) >= county.is.valid_from;
        let ends = match (municipality.valid_to, county.is.valid_to) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(its), Some(county)) => its <= county,
        };
        if !begins || !ends {
            let rule = format!("{} is there when its county is not", municipality.code);
            faults.push(StatementFault::new(rule, vec![given.row.clone(), county.row.clone()]));
        }
    }
    faults
}

/// A change leads from what was the day before to what is that day; what ends without one is lost,
/// and what begins without one has come from nowhere.
fn known_codes(all: &All) -> Vec<StatementFault> {
    let mut periods: BTreeMap<&str, Vec<&Municipality>> = BTreeMap::new();
    for given in &all.municipalities {
        periods.entry(&given.is.code).or_default().push(&given.is);
    }
    let is_on = |code: &str, day: Date| {
        periods.get(code).is_some_and(|periods| periods.iter().any(|m| m.is_on(day)))
    };
    let mut faults = Vec::new();
    let mut led: BTreeSet<(&str, Date)> = BTreeSet::new();
    let mut come: BTreeSet<(&str, Date)> = BTreeSet::new();
    let first = all.municipalities.iter().map(|given| given.is.valid_from).min();
    for given in &all.changes {
        let Succession { day, old, new } = &given.is;
        led.insert((old, *day));
        come.insert((new, *day));
        let eve = day.previous_day().unwrap_or(*day);
        for (code, day, is_new) in [(old, eve, false), (new, *day, true)] {
            if !is_on(code, day) {
                let end = if is_new { "to" } else { "from" };
                let rule =
                    format!("a change leads {end} {code}, which is no municipality on {day}");
                faults.push(StatementFault::new(rule, vec![given.row.clone()]));
            }
        }
    }
    for given in &all.municipalities {
        let Municipality { code, valid_to, .. } = &given.is;
        if let Some(end) = valid_to
            && code.get(..2) != Some("99")
            && !is_on(code, *end)
            && !led.contains(&(code.as_str(), *end))
        {
            let rule = format!("{code} ends on {end}, and no change says what it became");
            faults.push(StatementFault::new(rule, vec![given.row.clone()]));
        }
        let (begin, is_no_place) = (given.is.valid_from, code.get(..2) == Some("99"));
        let eve = begin.previous_day().unwrap_or(begin);
        if Some(begin) != first
            && !is_no_place
            && !is_on(code, eve)
            && !come.contains(&(code.as_str(), begin))
        {
            let rule = format!("{code} begins on {begin}, and no change says what it came of");
            faults.push(StatementFault::new(rule, vec![given.row.clone()]));
        }
    }
    faults
}

/// The register as tables, of the same form as `take` reads: a name for each, and its text.
pub fn to_csv(places: &Places) -> Result<[(&'static str, String); 3], csv::Error> {
    let end = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let counties = places.counties().iter().map(|c| {
        [c.code.clone(), c.name.clone(), c.valid_from.to_string(), end(c.valid_to)].to_vec()
    });
    let mut variants: BTreeMap<&str, usize> = BTreeMap::new();
    let municipalities = places.municipalities().iter().map(|m| {
        let variant = variants.entry(&m.code).or_default();
        *variant += 1;
        let (from, to) = (m.valid_from.to_string(), end(m.valid_to));
        [m.code.clone(), m.name.clone(), variant.to_string(), from, to].to_vec()
    });
    let name = |code: &str, day: Option<Date>| {
        let found = day.and_then(|day| places.municipality(code, day));
        found.map(|m| m.name.clone()).unwrap_or_default()
    };
    let changes = places.changes().iter().map(|change| {
        let (old, new) = (&change.old, &change.new);
        let (was, is) = (name(old, change.day.previous_day()), name(new, Some(change.day)));
        [change.day.to_string(), old.clone(), was, new.clone(), is].to_vec()
    });
    Ok([
        ("counties", table(&COUNTIES, counties)?),
        ("municipalities", table(&MUNICIPALITIES, municipalities)?),
        ("changes", table(&CHANGES, changes)?),
    ])
}

fn table(columns: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns)?;
    for row in rows {
        writer.write_record(row)?;
    }
    let bytes = writer.into_inner().unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
