//! Facts of each kind with something in every field that can be filled in together with the rest.

use serde_json::{Value, json};

/// The facts of a kind of this site. A kind that is not here has no example, and the tests that go
/// through all kinds end there.
pub fn full_facts(kind: &str) -> Value {
    match kind {
        "project" => project(),
        "tool" => tool(),
        "package" => package(),
        "publication" => publication(),
        "news" => json!({
            "byline": "Redaksjonen", "image_credit": "Åse Eksempel", "image_alt": "To ved et bord", "publisher": "USHT",
        }),
        "event" => event(),
        "page" => Value::Null,
        other => panic!("{other} has no example"),
    }
}

fn project() -> Value {
    json!({
        "status": "completed", "period": { "from": "2019-06", "to": "2021" },
        "responsible": ["Hamar kommune", "Lundvik kommune"],
        "leaders": [{ "role": "prosjektleder", "name": "Åse Eksempel" }, { "role": "fagutvikler" }],
        "funders": ["Statsforvalteren"], "partners": ["Høgskolen", "Pårørendelaget"],
        "aim": "Halvparten så mange fall", "user_involvement": "To brukere i gruppen", "anchoring": "Kommunedirektøren",
        "outcome": "improved", "outcome_note": "Fra 12 til 4 fall i måneden",
        "sections": {
            "background": "## Før\n\nMange <fall>.", "aims": "Færre fall", "what_we_do": "- runder\n- sko",
            "results": "| a | b |\n|---|---|\n| 1 | 2 |", "lessons": "\n    kode først", "what_it_took": "Tid",
            "how_to_start": "Tell", "how_to_sustain": "Fortsett å telle",
        },
        "sources": [{ "text": "Veileder", "url": "https://example.org/a?b=c&d=e" }, { "text": "Samtaler" }],
        "materials": [{ "text": "Skjema", "url": "https://example.org/skjema" }],
    })
}

fn tool() -> Value {
    json!({
        "type": "checklist", "phases": ["prepare", "follow_up"], "minutes": 15, "time_note": "per rom",
        "target_groups": ["staff", "leaders"], "licence": "CC BY 4.0", "licence_url": "https://example.org/by",
        "publisher": "USHT", "version": "2", "revised": "2025-06-14", "how_to_use": "Slik", "how_to_start": "Begynn",
        "how_to_sustain": "Fortsett", "links": [{ "text": "Mer", "url": "https://example.org" }],
    })
}

fn package() -> Value {
    let module = |title: &str| {
        json!({
            "title": title, "minutes": 45, "text": "Les **dette**", "checklist": ["En ting", "To ting"],
            "materials": [{ "text": "Lysbilder", "url": "https://example.org/l" }], "questions": ["Hvorfor?"],
        })
    };
    json!({
        "aim": "Lære", "target_groups": ["students"], "modules": [module("Start"), module("Slutt")],
        "try_out": { "method": "Metode", "model": "Modell" }, "experience": "Godt", "how_to_start": "Slik",
        "how_to_sustain": "Sånn", "licence": "CC BY 4.0", "licence_url": "https://example.org/by", "publisher": "USHT",
        "version": "1", "revised": "2024",
    })
}

fn publication() -> Value {
    json!({
        "title_nb": "Norsk tittel", "title_en": "English title", "part": "Kapittel 2", "version": "5", "status": "gjeldende",
        "series_number": "IS-2285", "isbn": "978-82-8081-381-7", "issn": "0806-8275", "doi": "10.1000/182",
        "revised": "2015-03", "next_revision": "2027", "published": "2015-03-26", "expires": "2030",
        "publishers": ["Direktoratet", "Senteret"], "editors": ["Åse Eksempel"], "type": "Veileder for alle",
        "summary": true,
    })
}

fn event() -> Value {
    json!({
        "starts": "2026-12-01T09:00", "ends": "2026-12-02T15:30", "form": "both", "place": "Hamar",
        "address": "Storgata 1", "digital_url": "https://example.org/mote",
        "programme": [{ "time": "09:00", "title": "Åpning", "text": "Kaffe" }, { "title": "Slutt" }],
        "target_groups": ["next_of_kin"], "organisers": ["USHT", "Kommunen"], "cancelled": true,
        "cancelled_note": "Sykdom", "links": [{ "text": "Påmelding", "url": "https://example.org/p" }],
    })
}
