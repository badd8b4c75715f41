//! A date as a reader types it: «2008», «juni 2017», «1.6.2017», «1.6.17», «2017-06-01».

use super::{DateFault, PartialDate};

/// Months as they are called in bokmål, nynorsk and English; three letters are enough.
const MONTHS: [&[&str]; 12] = [
    &["januar", "january"],
    &["februar", "february"],
    &["mars", "march"],
    &["april"],
    &["mai", "may"],
    &["juni", "june"],
    &["juli", "july"],
    &["august"],
    &["september"],
    &["oktober", "october"],
    &["november"],
    &["desember", "december"],
];

/// A year of two digits is one of this century until here.
const CENTURY: u16 = 70;

/// Reads a date in any of the forms that people write.
pub fn typed(text: &str) -> Result<PartialDate, DateFault> {
    let text = text.trim().to_lowercase();
    let apart: Vec<&str> =
        text.split(['.', ' ', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    match apart.as_slice() {
        [day, month, its_year] => {
            let month = named(month).map_or_else(|| number(month), Ok)?;
            let written = format!("{:04}-{month:02}-{:02}", year(its_year)?, number(day)?);
            written.parse()
        }
        [month, its_year] => {
            let month = named(month).map_or_else(|| number(month), Ok)?;
            format!("{:04}-{month:02}", year(its_year)?).parse()
        }
        _ => text.parse(),
    }
}

fn named(text: &str) -> Option<u16> {
    let is_so = |names: &&[&str]| {
        names.iter().any(|name| name.starts_with(text) && text.chars().count() >= 3)
    };
    (1..).zip(MONTHS.iter()).find(|(_, names)| is_so(names)).map(|(number, _)| number)
}

fn year(text: &str) -> Result<u16, DateFault> {
    let number = number(text)?;
    Ok(match text.len() {
        2 if number < CENTURY => 2000 + number,
        2 => 1900 + number,
        4 => number,
        _ => return Err(DateFault::Malformed),
    })
}

fn number(text: &str) -> Result<u16, DateFault> {
    let sound = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if sound { text.parse().map_err(|_| DateFault::Malformed) } else { Err(DateFault::Malformed) }
}
