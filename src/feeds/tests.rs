//! Feeds and calendars are read back by other people's libraries, and to the letter.

use icalendar::{Component, EventLike};
use proptest::prelude::*;
use time::macros::datetime;
use uuid::Uuid;

use super::atom::{Entry, Feed};
use super::calendar::{Calendar, Occasion};

fn feed(title: &str, summary: &str) -> Feed {
    Feed {
        title: title.to_owned(),
        subtitle: String::new(),
        lang: "nb",
        author: "Pådriver".to_owned(),
        href: "https://padriver.example/nb/alt.atom?tema=fall&fylke=50".to_owned(),
        page: "https://padriver.example/nb/".to_owned(),
        updated: datetime!(1970-01-01 00:00 UTC),
        entries: vec![Entry {
            id: Uuid::from_u128(7),
            title: title.to_owned(),
            summary: summary.to_owned(),
            lang: "nn".to_owned(),
            href: "https://padriver.example/nb/prosjekter/a".to_owned(),
            updated: datetime!(2021-03-01 10:00 UTC),
            published: Some(datetime!(2020-03-01 10:00 UTC)),
            author: Some("USHT Æ & Ø".to_owned()),
            categories: vec![("fall".to_owned(), "Fall".to_owned())],
        }],
    }
}

fn occasion() -> Occasion {
    Occasion {
        uid: "7@padriver.example".to_owned(),
        sequence: 2,
        changed: datetime!(2026-01-02 03:04:05 UTC),
        starts: datetime!(2026-03-28 08:00 UTC),
        ends: datetime!(2026-03-29 12:00 UTC),
        all_day: false,
        title: "Læringsnettverk; dag 1, \\ «måltid»".to_owned(),
        text: format!("{}\nNy linje", "Blåbærsyltetøy på brødskiva. ".repeat(20)),
        place: Some("Nesseby, storsalen".to_owned()),
        url: "https://padriver.example/nb/arrangementer/a".to_owned(),
        online: None,
        categories: vec!["Fall".to_owned(), "Ernæring, måltid".to_owned()],
        cancelled: false,
    }
}

fn calendar(occasions: Vec<Occasion>) -> String {
    Calendar { name: "Arrangementer".to_owned(), lang: "nb", occasions }.write()
}

#[test]
fn a_feed_is_read_by_another_library() {
    let written = feed("<b>Fall & «måltid»</b>", "To < tre\u{fffe}").write();
    let read = atom_syndication::Feed::read_from(written.as_bytes()).unwrap();
    assert_eq!(read.title.value, "<b>Fall & «måltid»</b>");
    assert_eq!(read.lang.as_deref(), Some("nb"));
    assert_eq!(read.updated.to_rfc3339(), "2021-03-01T10:00:00+00:00", "that of the newest entry");
    let own = read.links.iter().find(|link| link.rel == "self").unwrap();
    assert_eq!(own.href, "https://padriver.example/nb/alt.atom?tema=fall&fylke=50");
    let entry = &read.entries[0];
    assert_eq!(entry.id, format!("urn:uuid:{}", Uuid::from_u128(7)));
    assert_eq!(entry.summary.as_ref().unwrap().value, "To < tre");
    assert_eq!(entry.authors[0].name, "USHT Æ & Ø");
    assert_eq!(entry.categories[0].label.as_deref(), Some("Fall"));
}

#[test]
fn a_calendar_is_read_by_another_library() {
    let written = calendar(vec![occasion()]);
    let read: icalendar::Calendar = written.parse().unwrap();
    let event = read.events().next().unwrap();
    assert_eq!(event.get_uid(), Some("7@padriver.example"));
    assert_eq!(event.get_summary(), Some("Læringsnettverk; dag 1, \\ «måltid»"));
    assert_eq!(event.get_location(), Some("Nesseby, storsalen"));
    assert!(event.get_description().unwrap().ends_with("\nNy linje"));
    assert_eq!(event.property_value("SEQUENCE"), Some("2"));
}

#[test]
fn clocks_are_those_of_oslo_on_both_sides_of_summer_time() {
    let written = calendar(vec![occasion()]);
    // The clocks went forward in the night between.
    assert!(written.contains("DTSTART;TZID=Europe/Oslo:20260328T090000\r\n"), "{written}");
    assert!(written.contains("DTEND;TZID=Europe/Oslo:20260329T140000\r\n"), "{written}");
    assert!(written.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\n"));
}

#[test]
fn whole_days_end_on_the_day_after_and_what_is_cancelled_says_so() {
    let written = calendar(vec![Occasion { all_day: true, cancelled: true, ..occasion() }]);
    assert!(written.contains("DTSTART;VALUE=DATE:20260328\r\n"));
    assert!(written.contains("DTEND;VALUE=DATE:20260330\r\n"));
    assert!(written.contains("STATUS:CANCELLED\r\n"));
}

proptest! {
    #[test]
    fn no_line_is_too_long_and_no_letter_is_cut(title in "\\PC{0,200}", text in "(\\PC|\n){0,300}") {
        let written = calendar(vec![Occasion { title: title.clone(), text, ..occasion() }]);
        for line in written.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
            prop_assert!(!line.contains(['\r', '\n']));
        }
        prop_assert!(written.ends_with("END:VCALENDAR\r\n"));
        prop_assert_eq!(written.replace("\r\n ", "").matches("\r\nBEGIN:VEVENT").count(), 1);
    }

    #[test]
    fn any_text_makes_a_feed_that_can_be_read(title in "(\\PC|[\u{0}-\u{20}\u{7f}-\u{9f}]){0,60}") {
        let written = feed(&title, &title).write();
        prop_assert!(atom_syndication::Feed::read_from(written.as_bytes()).is_ok(), "{written}");
    }
}
