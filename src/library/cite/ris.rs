//! RIS: two letters, two spaces, a dash, a space, a value; one thing a line, CRLF between.

use std::fmt::Write as _;

use super::Reference;

pub fn write(reference: &Reference) -> String {
    let citation = &reference.citation;
    let mut lines: Vec<(&str, String)> = Vec::new();
    lines.push(("TY", if citation.is_report { "RPRT" } else { "ELEC" }.to_owned()));
    lines.push(("ID", reference.key.clone()));
    lines.push(("TI", reference.title.clone()));
    lines.extend(citation.authors.iter().map(|author| ("AU", one_name(author))));
    lines.extend(citation.editors.iter().map(|editor| ("ED", editor.clone())));
    lines.extend(citation.title_en.iter().map(|title| ("TT", title.clone())));
    lines.extend(citation.part.iter().map(|part| ("SE", part.clone())));
    if let Some(issued) = reference.issued {
        lines.push(("PY", format!("{:04}", issued.year)));
        let two = |part: Option<u8>| part.map(|n| format!("{n:02}")).unwrap_or_default();
        let about = match (issued.is_circa, issued.is_unsure) {
            (true, _) => "circa",
            (_, true) => "uncertain",
            _ => "",
        };
        let (month, day) = (two(issued.month), two(issued.day));
        lines.push(("DA", format!("{:04}/{month}/{day}/{about}", issued.year)));
    }
    lines.push(("PB", reference.publisher()));
    lines.extend(citation.number.iter().map(|number| ("M1", number.clone())));
    lines.extend(citation.version.iter().map(|version| ("ET", version.clone())));
    lines.extend(citation.genre.iter().map(|genre| ("M3", genre.clone())));
    lines.extend(citation.isbn.iter().map(|isbn| ("SN", isbn.clone())));
    lines.extend(citation.issn.iter().map(|issn| ("SN", issn.clone())));
    lines.extend(citation.summary_of.iter().map(|of| ("N1", reference.summary(of))));
    lines.extend(citation.doi.iter().map(|doi| ("DO", doi.clone())));
    lines.push(("LA", reference.lang.to_owned()));
    lines.push(("DB", reference.site.clone()));
    lines.push(("UR", reference.url.clone()));
    let day = reference.accessed;
    let day = format!("{:04}/{:02}/{:02}/", day.year(), u8::from(day.month()), day.day());
    lines.push(("Y2", day));
    let mut file = String::new();
    for (tag, value) in lines {
        // A line break would begin a tag of its own.
        let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
        let _ = write!(file, "{tag}  - {value}\r\n");
    }
    file + "ER  - \r\n"
}

/// A comma would part a family name from a given one, and an organisation has neither. RIS knows no way to
/// write one that only is a comma.
fn one_name(organisation: &str) -> String {
    let parts: Vec<&str> = organisation.split(',').map(str::trim).collect();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
