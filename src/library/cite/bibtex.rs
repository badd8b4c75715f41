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
    let given_out = whole(&reference.publishers());
    // EDTF, which biblatex reads in place of the year; others read the year.
    let date = issued.filter(|issued| issued.is_circa || issued.is_unsure).map(|issued| {
        let two = |part: Option<u8>| part.map(|n| format!("-{n:02}")).unwrap_or_default();
        let mark = if issued.is_circa { '~' } else { '?' };
        format!("{:04}{}{}{mark}", issued.year, two(issued.month), two(issued.day))
    });
    let note = citation.summary_of.as_ref().map(|of| reference.summary(of));
    let fields = [
        ("author", whole(&citation.authors)),
        ("editor", whole(&citation.editors)),
        ("title", format!("{{{}}}", escaped(&reference.title))),
        (if citation.is_report { "institution" } else { "publisher" }, given_out),
        ("date", date.unwrap_or_default()),
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
        // Neither a DOI nor an address is escaped: the styles that print them read them as they are.
        ("doi", citation.doi.as_deref().map(verbatim).unwrap_or_default()),
        ("language", language(reference.lang).to_owned()),
        ("url", reference.url.clone()),
        ("urldate", reference.accessed.to_string()),
    ];
    let mut entry = format!("@{kind}{{{},\n", reference.key);
    for (name, value) in fields.into_iter().filter(|(_, value)| !value.is_empty()) {
        let _ = writeln!(entry, "  {name} = {{{value}}},");
    }
    entry + "}\n"
}

/// As it stands; a brace alone would end the field, and has another name in addresses.
fn verbatim(text: &str) -> String {
    text.replace('{', "%7B").replace('}', "%7D")
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
