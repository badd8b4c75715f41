//! What search engines, reference managers and lists of versions are told of a project.

use serde_json::{Value, json};

use super::facts::Facts;
use crate::items::Content;
use crate::kinds::sharing::{Citation, Schema};
use crate::library::linked::organisation;

/// The page is an article; what it is about is the project.
pub fn schema(content: &Content) -> Schema {
    let facts: Facts = content.facts_as();
    let all = |names: &[String]| names.iter().map(|name| organisation(name)).collect::<Vec<_>>();
    let mut about = json!({
        "@type": "ResearchProject",
        "name": content.title,
        "member": all(&facts.responsible).into_iter().chain(all(&facts.partners)).collect::<Vec<_>>(),
        "funder": all(&facts.funders),
        "description": facts.aim,
        "foundingDate": facts.period.from().map(|date| date.to_string().replace('~', "")),
        "dissolutionDate": facts.period.to().map(|date| date.to_string().replace('~', "")),
    });
    if let Value::Object(map) = &mut about {
        let is_empty = |value: &Value| match value {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(all) => all.is_empty(),
            _ => false,
        };
        map.retain(|_, value| !is_empty(value));
    }
    Schema::of("Article").with("about", about).with("author", all(&facts.responsible))
}

/// The organisations that answer for the project stand behind its text.
pub fn cite(content: &Content) -> Citation {
    let facts: Facts = content.facts_as();
    Citation { authors: facts.responsible, ..Citation::default() }
}

pub fn fact_label(name: &str) -> Option<&'static str> {
    Some(match name {
        "status" => "projects-fact-status",
        "period" => "projects-fact-period",
        "responsible" => "projects-field-responsible",
        "leaders" => "projects-field-leaders",
        "funders" => "projects-fact-funders",
        "partners" => "projects-partners",
        "aim" => "projects-fact-aim",
        "user_involvement" => "projects-fact-users",
        "anchoring" => "projects-fact-anchoring",
        "outcome" => "projects-says",
        "outcome_note" => "projects-outcome-note",
        "background" => "projects-section-background",
        "aims" => "projects-section-aims",
        "what_we_do" => "projects-section-what-we-do",
        "results" => "projects-section-results",
        "lessons" => "projects-section-lessons",
        "what_it_took" => "projects-section-what-it-took",
        "how_to_start" => "projects-section-how-to-start",
        "how_to_sustain" => "projects-section-how-to-sustain",
        "sources" => "projects-sources",
        "materials" => "projects-materials",
        _ => return None,
    })
}
