//! What search engines, calendars and lists of versions are told of an event.

use serde_json::{Value, json};

use super::facts::{Attendance, Facts};
use crate::dates::Local;
use crate::items::Content;
use crate::kinds::sharing::{Happening, Schema, Sharing};
use crate::library::linked::organisation;

pub const SHARING: Sharing =
    Sharing { schema, happening: Some(happening), fact_label, ..Sharing::PLAIN };

fn schema(content: &Content) -> Schema {
    let facts: Facts = content.facts_as();
    let here = facts.place.as_ref().map(|place| {
        json!({ "@type": "Place", "name": place,
            "address": facts.address.as_ref().unwrap_or(place) })
    });
    let is_online = matches!(facts.form, Some(Attendance::Digital | Attendance::Both));
    // Without an address of its own it is found by way of the page, whose address `linked` knows.
    let there = match &facts.digital_url {
        Some(url) => Some(json!({ "@type": "VirtualLocation", "url": url })),
        None => is_online.then(|| json!({ "@type": "VirtualLocation" })),
    };
    let mode = match facts.form {
        Some(Attendance::Digital) => Some("OnlineEventAttendanceMode"),
        Some(Attendance::Both) => Some("MixedEventAttendanceMode"),
        Some(Attendance::InPerson) => Some("OfflineEventAttendanceMode"),
        None => None,
    };
    let status = if facts.cancelled { "EventCancelled" } else { "EventScheduled" };
    let places: Vec<Value> = here.into_iter().chain(there).collect();
    let organisers: Vec<Value> = facts.organisers.iter().map(|name| organisation(name)).collect();
    Schema::of("Event")
        .with("startDate", facts.starts.map(Local::instant_written))
        .with("endDate", facts.ends.map(Local::instant_written))
        .with("location", places)
        .with("eventAttendanceMode", mode.map(|mode| format!("https://schema.org/{mode}")))
        .with("eventStatus", format!("https://schema.org/{status}"))
        .with("organizer", organisers)
}

/// Without an hour it takes the whole day; without an end it is over with the day.
fn happening(content: &Content) -> Option<Happening> {
    let facts: Facts = content.facts_as();
    let (starts, ends) = facts.span()?;
    let start = facts.starts?;
    let all_day = start.time().is_none();
    let place = [&facts.place, &facts.address].into_iter().flatten().cloned().collect::<Vec<_>>();
    Some(Happening {
        starts,
        // The last day is the one that the end is in, not the midnight it ends at.
        ends: if all_day { ends - time::Duration::SECOND } else { ends },
        all_day,
        place: Some(place.join(", ")).filter(|place| !place.is_empty()),
        online: facts.digital_url,
        organiser: facts.organisers.first().cloned(),
        cancelled: facts.cancelled,
    })
}

fn fact_label(name: &str) -> Option<&'static str> {
    Some(match name {
        "starts" => "events-starts",
        "ends" => "events-ends",
        "form" => "events-filter-form",
        "place" => "events-place",
        "address" => "events-address",
        "digital_url" => "events-digital",
        "programme" => "events-section-programme",
        "target_groups" => "library-filter-audience",
        "organisers" => "events-field-organisers",
        "cancelled" => "events-cancelled",
        "cancelled_note" => "events-cancelled-note",
        "links" => "events-section-links",
        _ => return None,
    })
}
