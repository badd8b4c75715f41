//! What is asked about a picture, a file, and a consent, and what is wrong between their fields.

use serde_json::{Value, json};
use time::Date;
use uuid::Uuid;

use super::consents::{self, KINDS, RESIDENT};
use super::placing::{FileSaid, PictureSaid, Spot};
use super::store::{self, Model};
use crate::dates::PartialDate;
use crate::editing::form::languages;
use crate::forms::{Alternative, Field, FieldKind, Filled, Form, Wording, alternatives};
use crate::i18n::Lang;
use crate::items::{Attachment, Content, Image};
use crate::pictures::{Crop, Focus};
use crate::text::Fault;

const LIMIT: usize = 64 * 1024;

/// What is to be done: the name of the buttons.
pub const DO: &str = "gjor";
pub const USE: &str = "bruk";
pub const TAKE_OUT: &str = "ta-ut";
pub const DELETE: &str = "slett";
/// Where a picture stands.
const TOP: &str = "top";
pub const PROSE: &str = "prose";
/// The button of a consent that is withdrawn.
pub const WITHDRAW: &str = "trekk";
/// They have been asked, and are sure.
pub const SURE: &str = "sikker";

fn crop_key(name: &str) -> Option<&'static str> {
    Some(match Crop::of(name)? {
        Crop::Whole => "editing-crop-whole",
        Crop::Wide => "editing-crop-wide",
        Crop::Standard => "editing-crop-standard",
        Crop::Square => "editing-crop-square",
    })
}

fn focus_key(name: &str) -> Option<&'static str> {
    Some(match Focus::of(name)? {
        Focus::TopLeft => "editing-focus-top-left",
        Focus::Top => "editing-focus-top",
        Focus::TopRight => "editing-focus-top-right",
        Focus::Left => "editing-focus-left",
        Focus::Middle => "editing-focus-middle",
        Focus::Right => "editing-focus-right",
        Focus::BottomLeft => "editing-focus-bottom-left",
        Focus::Bottom => "editing-focus-bottom",
        Focus::BottomRight => "editing-focus-bottom-right",
    })
}

/// With the places that the picture may be put in.
pub fn picture(places: Vec<Alternative>) -> Form {
    let spots = vec![
        Alternative::new(TOP, "editing-picture-top"),
        Alternative::new(PROSE, "editing-picture-prose"),
    ];
    let people = vec![
        Alternative::new(store::NOBODY, "editing-people-nobody"),
        Alternative::new(store::SOMEBODY, "editing-people-somebody"),
    ];
    let crops = alternatives(&Crop::ALL.map(Crop::name), crop_key);
    let focuses = alternatives(&Focus::ALL.map(Focus::name), focus_key);
    let mut fields = vec![
        Field::line("alt", "editing-picture-alt", 500)
            .or_another()
            .helped("editing-picture-alt-help"),
        Field::new("decorative", "editing-picture-decorative", FieldKind::Tick)
            .or_another()
            .helped("editing-picture-decorative-help"),
        Field::line("caption", "editing-picture-caption", 500),
        Field::line("credit", "editing-picture-credit", 200)
            .needed()
            .helped("editing-picture-credit-help"),
        Field::choice("spot", "editing-picture-spot", spots).helped("editing-picture-spot-help"),
        Field::choice("crop", "editing-picture-crop", crops).needed(),
        Field::choice("focus", "editing-picture-focus", focuses)
            .needed()
            .helped("editing-picture-focus-help"),
        Field::choice("people", "editing-picture-people", people)
            .needed()
            .helped("editing-picture-people-help"),
    ];
    if !places.is_empty() {
        let into = Field::choice("into", "editing-picture-into", places);
        fields.insert(5, into.helped("editing-picture-into-help"));
    }
    Form::new(LIMIT, fields).hiding([DO])
}

/// With a field more where something in it may be an identity number, and where it may take the place of
/// another.
pub fn file(row: &Model, content: &Content) -> Form {
    let mut fields = vec![
        Field::line("title", "editing-file-title", 300).needed().helped("editing-file-title-help"),
        Field::choice("lang", "editing-file-lang", languages()),
        Field::line("note", "editing-file-note", 500),
    ];
    if !row.found().numbers.is_empty() {
        let why = Field::line("vouched", "editing-file-vouched", 300);
        fields.push(why.needed().helped("editing-file-vouched-help"));
    }
    let others = content.files.iter().filter(|other| Some(other.file) != row.file_id);
    let others: Vec<Alternative> = others.map(named).collect();
    let is_new = content.files.iter().all(|other| Some(other.file) != row.file_id);
    if is_new && !others.is_empty() {
        let replaces = Field::choice("replaces", "editing-file-replaces", others);
        fields.push(replaces.helped("editing-file-replaces-help"));
    }
    Form::new(LIMIT, fields).hiding([DO])
}

/// A file of the text by what it is called there.
fn named(file: &Attachment) -> Alternative {
    let words = [(Lang::Nb, file.title.clone())].into_iter().collect();
    Alternative { value: file.file.to_string(), label: Wording::Words(words) }
}

pub fn consent() -> Form {
    let fields = [
        Field::line("who", "editing-consent-who", 200).needed().helped("editing-consent-who-help"),
        Field::choice("kind", "editing-consent-kind", alternatives(&KINDS, consents::kind_key))
            .needed(),
        Field::new("is_written", "editing-consent-written", FieldKind::Tick)
            .helped("editing-consent-written-help"),
        Field::new("given_on", "editing-consent-given", FieldKind::Date).needed().whole_day(),
        Field::new("until", "editing-consent-until", FieldKind::Date)
            .needed()
            .whole_day()
            .helped("editing-consent-until-help"),
    ];
    Form::new(LIMIT, fields).hiding([WITHDRAW, SURE])
}

/// A picture as the form holds it: the one in the text, else a new one.
pub fn picture_value(row: &Model, image: Option<&Image>, is_in_prose: bool) -> Value {
    let usual = Image::default();
    let image = image.unwrap_or(&usual);
    json!({
        "alt": image.alt,
        "decorative": image.decorative,
        "caption": image.caption,
        "credit": image.credit,
        "spot": if is_in_prose { PROSE } else { TOP },
        "crop": image.crop.name(),
        "focus": image.focus.name(),
        "people": row.people,
    })
}

pub fn file_value(row: &Model, file: Option<&Attachment>) -> Value {
    let found = row.found();
    let said = found.about.as_ref();
    let title = said.and_then(|about| about.title.clone()).unwrap_or(found.title);
    let title = file.map_or(title, |file| file.title.clone());
    let mut value = json!({
        "title": title,
        "lang": file.and_then(|file| file.lang.clone()),
        "note": file.and_then(|file| file.note.clone()),
    });
    if let (Some(why), Some(fields)) = (found.vouched, value.as_object_mut()) {
        fields.insert("vouched".to_owned(), why.into());
    }
    value
}

/// It is described, or it says nothing that needs to be: one of the two.
pub fn picture_faults(filled: &Filled) -> Option<Fault> {
    let is_decorative = is_ticked(filled, "decorative");
    let has_alt = !filled.text("alt").is_empty();
    match (has_alt, is_decorative) {
        // One that is wrong in itself is there all the same.
        (false, false) if filled.faults.iter().any(|fault| fault.path == "alt") => None,
        (false, false) => Some(Fault::new("alt", "editing-fault-alt-missing")),
        (true, true) => Some(Fault::new("alt", "editing-fault-alt-both")),
        _ => None,
    }
}

pub fn picture_said(filled: &Filled) -> PictureSaid {
    let caption = Some(filled.text("caption").to_owned()).filter(|text| !text.is_empty());
    let into = Some(filled.text("into").to_owned()).filter(|place| !place.is_empty());
    let is_in_prose = filled.text("spot") == PROSE;
    PictureSaid {
        spot: if is_in_prose { Spot::Prose(into) } else { Spot::Top },
        alt: filled.text("alt").to_owned(),
        decorative: is_ticked(filled, "decorative"),
        credit: filled.text("credit").to_owned(),
        caption,
        crop: Crop::of(filled.text("crop")).unwrap_or_default(),
        focus: Focus::of(filled.text("focus")).unwrap_or_default(),
        people: filled.text("people").to_owned(),
    }
}

pub fn file_said(filled: &Filled) -> FileSaid {
    let line = |key| Some(filled.text(key).to_owned()).filter(|text| !text.is_empty());
    FileSaid {
        title: filled.text("title").to_owned(),
        lang: line("lang"),
        note: line("note"),
        replaces: Uuid::try_parse(filled.text("replaces")).ok(),
    }
}

pub fn is_ticked(filled: &Filled, key: &str) -> bool {
    filled.value.get(key).and_then(Value::as_bool).unwrap_or(false)
}

/// A whole day, where one is typed.
pub fn day(filled: &Filled, key: &str) -> Option<Date> {
    filled.text(key).parse::<PartialDate>().ok()?.sure_day()
}

/// What no consent can be: by word of mouth of somebody who is cared for, given tomorrow, over already.
pub fn consent_faults(filled: &Filled, today: Date) -> Vec<Fault> {
    let mut faults = Vec::new();
    if filled.text("kind") == RESIDENT && !is_ticked(filled, "is_written") {
        faults.push(Fault::new("is_written", "editing-fault-consent-written"));
    }
    let mut of_day =
        |key: &'static str, wrong: &'static str, is_wrong: &dyn Fn(Date) -> bool| match day(
            filled, key,
        ) {
            Some(day) if is_wrong(day) => faults.push(Fault::new(key, wrong)),
            // What is none the form has told of.
            _ => {}
        };
    of_day("given_on", "editing-fault-consent-given", &|day| day > today);
    of_day("until", "editing-fault-consent-over", &|day| day < today);
    faults
}
