//! Which words a text brings that are not here. Only these are held against an import after a strike:
//! what is chosen from a register, or among the alternatives of a form, is no word.

use serde_json::Value;

use super::elsewhere::each;
use crate::forms::{Alternative, Field, FieldKind};
use crate::items::{Content, Kind};

/// Does the text say anything that does not stand in one of these already, word after word?
pub(in crate::items::write) fn brings_words(kind: &Kind, new: &Content, here: &[Content]) -> bool {
    let stand: Vec<String> = here.iter().flat_map(|text| said(kind, text)).collect();
    let stand: Vec<Vec<&str>> =
        stand.iter().map(|text| text.split_whitespace().collect()).collect();
    said(kind, new).iter().any(|text| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let stands_in = |there: &Vec<&str>| there.windows(words.len()).any(|some| some == words);
        !words.is_empty() && !stand.iter().any(stands_in)
    })
}

/// All that is said in words, field by field; what it makes use of apart.
fn said(kind: &Kind, content: &Content) -> Vec<String> {
    let Content { title, lead, body, source, files, .. } = content;
    let mut said = vec![title.clone(), lead.clone(), body.clone()];
    for image in content.images() {
        said.extend([&image.name, &image.alt, &image.credit].map(Clone::clone));
        said.extend(image.caption.clone());
    }
    if let Some(source) = source {
        said.push(source.title.clone());
        said.extend(source.url.iter().chain(&source.note).cloned());
    }
    for file in files {
        said.extend([file.name.clone(), file.title.clone()]);
        said.extend(file.note.clone());
    }
    let facts = (kind.current)(content);
    said_in_fields(&(kind.form)().fields, &facts, &mut said);
    if let Some(work) = &content.work {
        said_in_fields(&[], work, &mut said);
    }
    said
}

fn said_in_fields(fields: &[Field], facts: &Value, said: &mut Vec<String>) {
    match facts {
        Value::Object(all) => {
            for (name, value) in all {
                match fields.iter().find(|field| field.key == *name).map(|field| &field.kind) {
                    Some(
                        FieldKind::Choice { options, .. } | FieldKind::Choices { options, .. },
                    ) => said_beside(options, value, said),
                    Some(kind) => said_in_fields(kind.fields(), value, said),
                    None => said_in_fields(&[], value, said),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|one| said_in_fields(fields, one, said)),
        other => said_beside(&[], other, said),
    }
}

/// What is none of the alternatives.
fn said_beside(options: &[Alternative], value: &Value, said: &mut Vec<String>) {
    each(value, &mut |text: &str| {
        if !options.iter().any(|option| option.value == text) {
            said.push(text.to_owned());
        }
    });
}
