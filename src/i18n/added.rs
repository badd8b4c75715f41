//! Words that rooms from other crates bring: looked for when a key is none of ours.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{PoisonError, RwLock};

use fluent_syntax::ast::Entry;
use fluent_templates::FluentBundle;
use fluent_templates::fluent_bundle::{FluentArgs, FluentResource, FluentValue};

use super::Lang;
use super::words::{customise, identifier, is_shipped};

/// Every key stands in each of these. Sámi may lack any.
const WHOLE: [Lang; 3] = [Lang::Nb, Lang::Nn, Lang::En];

/// The words of a room: a text in Fluent for each language, as in `locales/`.
pub type RoomWords = &'static [(Lang, &'static str)];

type Bundle = FluentBundle<FluentResource>;

/// By room and language.
static ADDED: RwLock<BTreeMap<(&'static str, Lang), Bundle>> = RwLock::new(BTreeMap::new());

/// From now on these words can be said. The same room twice changes nothing.
///
/// Refused when they are not whole: a line that is no Fluent, a key that does not begin with the name
/// of its room, that is one of ours, or that one of our languages lacks.
pub fn add(room: &'static str, words: RoomWords) -> Result<(), String> {
    if words.is_empty() {
        return Ok(());
    }
    let mut keys: BTreeMap<Lang, BTreeSet<String>> = BTreeMap::new();
    let mut bundles = Vec::new();
    for (lang, text) in words {
        let place = format!("the words of {room} in {lang}");
        let resource = FluentResource::try_new((*text).to_owned())
            .map_err(|(_, faults)| said(&place, &faults))?;
        let of_lang = keys.entry(*lang).or_default();
        for key in resource.entries().filter_map(key_of) {
            if !key.starts_with(&format!("{room}-")) {
                return Err(format!("{place}: {key} must begin with {room}-"));
            }
            if is_shipped(key) {
                return Err(format!("{place}: {key} is there already"));
            }
            of_lang.insert(key.to_owned());
        }
        let mut bundle = Bundle::new_concurrent(vec![identifier(*lang)]);
        customise(&mut bundle);
        bundle.add_resource(resource).map_err(|faults| said(&place, &faults))?;
        bundles.push(((room, *lang), bundle));
    }
    for key in keys.values().flatten() {
        let lacking =
            WHOLE.iter().find(|lang| !keys.get(lang).is_some_and(|all| all.contains(key)));
        if let Some(lang) = lacking {
            return Err(format!("the words of {room} in {lang}: {key} is not there"));
        }
    }
    ADDED.write().unwrap_or_else(PoisonError::into_inner).extend(bundles);
    Ok(())
}

fn key_of<'a>(entry: &'a Entry<&'a str>) -> Option<&'a str> {
    match entry {
        Entry::Message(message) => Some(message.id.name),
        _ => None,
    }
}

fn said<E: ToString>(place: &str, faults: &[E]) -> String {
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    format!("{place}: {}", faults.join("; "))
}

/// The words of a key of a room from another crate, filled in.
pub(super) fn find(
    lang: Lang,
    key: &str,
    arguments: &HashMap<&str, FluentValue<'_>>,
) -> Option<String> {
    let added = ADDED.read().unwrap_or_else(PoisonError::into_inner);
    let mut of_lang = added.iter().filter(|((_, of), _)| *of == lang);
    let (bundle, message) =
        of_lang.find_map(|(_, bundle)| Some((bundle, bundle.get_message(key)?)))?;
    let arguments: FluentArgs<'_> =
        arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
    let mut faults = Vec::new();
    let text = bundle.format_pattern(message.value()?, Some(&arguments), &mut faults);
    faults.is_empty().then(|| text.into_owned())
}
