//! BibTeX: organisations in double braces stay whole, titles keep their capitals.

use std::fmt::Write as _;

use super::Reference;

pub fn write(reference: &Reference) -> String {
    let citation = &reference.citation;
    let kind = if citation.is_report { "techreport" } else { "misc" };
    let whole = |names: &[String]| {
        let names: Vec<String> =
            names.iter().map(|name| format!("{{{}}}", escaped(name))).collect();
        names.join(" and ")
    };
    let text = |value: &Option<String>| value.as_deref().map(escaped).unwrap_or_default();
    let part = |n: Option<u8>| n.map(|n| n.to_string()).unwrap_or_default();
    let issued = reference.issued;
    let publisher = escaped(&reference.publisher());
    let note = citation.summary_of.as_ref().map(|of| reference.summary(of));
    let fields = [
        ("author", whole(&citation.authors)),
        ("editor", whole(&citation.editors)),
        ("title", format!("{{{}}}", escaped(&reference.title))),
        (if citation.is_report { "institution" } else { "publisher" }, publisher),
        ("year", issued.map(|issued| issued.year.to_string()).unwrap_or_default()),
        ("month", part(issued.and_then(|issued| issued.month))),
        ("type", text(&citation.genre)),
        ("number", text(&citation.number)),
        ("edition", text(&citation.version)),
        ("isbn", text(&citation.isbn)),
        ("issn", text(&citation.issn)),
        ("titleaddon", text(&citation.title_en)),
        ("chapter", text(&citation.part)),
        ("note", text(&note)),
        ("doi", text(&citation.doi)),
        ("language", language(reference.lang).to_owned()),
        // An address is not escaped: the styles that print it read it as it is.
        ("url", reference.url.clone()),
        ("urldate", reference.accessed.to_string()),
    ];
    let mut entry = format!("@{kind}{{{},\n", reference.key);
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(entry, "  {name} = {{{value}}},");
    }
    entry + "}\n"
}

/// As babel and biblatex call it.
fn language(code: &str) -> &'static str {
    match code {
        "nn" => "nynorsk",
        "se" => "northernsami",
        "en" => "english",
        _ => "norsk",
    }
}

/// What means something to TeX is written so that it is only a letter.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            // A brace alone would end the field, even behind a backslash.
            '{' => out.push('('),
            '}' => out.push(')'),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c if c.is_whitespace() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
