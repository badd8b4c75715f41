//! A list of a day that has been: what was public then, titled, filed, sorted and counted as it was.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::{choices, line, page, titles};
use crate::i18n::{Lang, Text};
use crate::testing::{Dice, TestApp, both_engines};

/// A text that was public from a day on.
#[derive(Clone)]
struct Told {
    from: String,
    title: String,
    theme: &'static str,
    county: &'static str,
}

/// Forty items with up to three texts each, none on the same day as another.
fn library() -> Vec<Vec<Told>> {
    let mut dice = Dice(7);
    let words = ["Ås", "Aalesund", "Ære", "Øst", "Zebra", "Ane", "Å gå", "abc", "Fall", "Éva"];
    let told = |n: usize, k: usize, dice: &mut Dice| Told {
        from: format!("20{}-{:02}-{:02}", 15 + 3 * k + dice.below(2), 1 + n % 12, 1 + n % 28),
        title: format!("{} {n}.{k}", words[dice.below(words.len())]),
        theme: ["fall", "ernaering", "munnhelse"][dice.below(3)],
        county: ["18", "50", "34"][dice.below(3)],
    };
    (0..40).map(|n| (0..=dice.below(3)).map(|k| told(n, k, &mut dice)).collect()).collect()
}

async fn stored(app: &TestApp, library: &[Vec<Told>]) {
    let most = library.iter().map(Vec::len).max().unwrap();
    for k in 0..most {
        let lines = library.iter().enumerate().filter_map(|(n, texts)| {
            let told = texts.get(k)?;
            let more = json!({ "published_at": texts[0].from, "updated_at": told.from,
                "themes": [told.theme], "counties": [told.county] });
            Some(line("project", &n.to_string(), &told.title, &more))
        });
        app.import_in_time(&lines.collect::<Vec<Value>>()).await;
    }
}

/// What was public when the day ended: the day that its item came, and the text.
fn public_on(library: &[Vec<Told>], day: &str) -> Vec<(String, Told)> {
    let then = |texts: &Vec<Told>| {
        let told = texts.iter().rfind(|told| told.from.as_str() <= day)?;
        Some((texts[0].from.clone(), told.clone()))
    };
    library.iter().filter_map(then).collect()
}

fn in_alphabet(mut texts: Vec<Told>) -> Vec<String> {
    Text::new(Lang::Nb).sort_by_key(&mut texts, |told| &told.title);
    texts.into_iter().map(|told| told.title).collect()
}

/// The values with their counts, as the page has them.
fn counted<'a>(values: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for value in values {
        *counts.entry(value).or_default() += 1;
    }
    counts.into_iter().map(|(value, n)| format!("{value}:{n}")).collect()
}

async fn pages(app: &TestApp, query: &str, total: usize) -> Vec<String> {
    let mut all = Vec::new();
    for side in 1..=total.div_ceil(20) {
        let some = titles(app, &format!("/nb/prosjekter?{query}&side={side}")).await;
        assert_eq!(some.len(), 20.min(total - all.len()), "{query} {side}");
        all.extend(some);
    }
    all
}

both_engines! {
    async fn lists_of_any_day_hold_what_was_public_then(app: TestApp) {
        let library = library();
        stored(&app, &library).await;
        for day in ["2016-03-09", "2017-12-31", "2019-06-15", "2021-02-28", "2022-10-10", ""] {
            let at = if day.is_empty() { "2026-11-22" } else { day };
            let per = if day.is_empty() { String::new() } else { format!("per={day}&") };
            let then = public_on(&library, at);
            let texts = || then.iter().map(|(_, told)| told.clone());
            assert!(then.len() > 8, "{day}: {}", then.len());
            let by_title = pages(&app, &format!("{per}sorter=tittel"), then.len()).await;
            assert_eq!(by_title, in_alphabet(texts().collect()), "{day}");
            // Of those that came on the same day either may be first.
            let mut days: Vec<&str> = then.iter().map(|(came, _)| came.as_str()).collect();
            days.sort_unstable();
            let came = |title: &String| then.iter().find(|(_, told)| told.title == *title).unwrap().0.as_str();
            let oldest = pages(&app, &format!("{per}sorter=eldste"), then.len()).await;
            assert_eq!(oldest.iter().map(came).collect::<Vec<_>>(), days, "{day}");
            let mut newest = pages(&app, &per, then.len()).await;
            newest.reverse();
            assert_eq!(newest, oldest, "{day}");
            let list = format!("/nb/prosjekter?{per}");
            let set = |told: String| told.split(' ').map(str::to_owned).collect::<BTreeSet<_>>();
            assert_eq!(set(choices(&app, &list, "tema").await), counted(texts().collect::<Vec<_>>().iter().map(|t| t.theme)), "{day}");
            let on_falls = texts().filter(|told| told.theme == "fall");
            let narrowed = format!("{list}tema=fall");
            assert_eq!(set(choices(&app, &narrowed, "fylke").await), counted(on_falls.clone().collect::<Vec<_>>().iter().map(|t| t.county)), "{day}");
            assert_eq!(set(choices(&app, &narrowed, "tema").await), counted(texts().collect::<Vec<_>>().iter().map(|t| t.theme)), "{day}: not by its own choice");
            let both = on_falls.filter(|told| told.county == "18").collect();
            assert_eq!(titles(&app, &format!("{narrowed}&fylke=18&sorter=tittel")).await, in_alphabet(both), "{day}");
        }
    }

    async fn what_nobody_knows_the_day_of_stands_last_whichever_way_a_list_goes(app: TestApp) {
        let told = |kind: &str, id: &str, title: &str, from: &str| {
            line(kind, &format!("{kind}-{id}"), title, &json!({ "published_at": from, "body": "Om rolige netter." }))
        };
        for kind in ["news", "project"] {
            app.import(&[
                told(kind, "a", "Uten dag", "unknown"),
                told(kind, "b", "Gammelt", "2011"),
                told(kind, "c", "Nytt", "2025-03-01"),
            ])
            .await;
        }
        // It came in after all the others were published, and before the day that is looked back at.
        app.app.clock.advance(time::Duration::days(10));
        for list in ["nyheter", "prosjekter"] {
            for per in ["", "per=2026-11-29&"] {
                let at = async |sort: &str| titles(&app, &format!("/nb/{list}?{per}sorter={sort}")).await;
                assert_eq!(at("nyeste").await, ["Nytt", "Gammelt", "Uten dag"], "{list} {per}");
                assert_eq!(at("eldste").await, ["Gammelt", "Nytt", "Uten dag"], "{list} {per}");
            }
        }
        app.index().await;
        let feed = page(&app, "/nb/sok.atom?q=rolige&type=project").await;
        let found: Value = serde_json::from_str(&page(&app, "/api/v1/search?q=").await).unwrap();
        let all: Vec<&str> = found["hits"].as_array().unwrap().iter().filter_map(|hit| hit["title"].as_str()).collect();
        let place = |title: &str| feed.find(title).unwrap_or_else(|| panic!("{title}: {feed}"));
        // A feed says when each was published, and of that one nobody knows.
        assert!(place("Nytt") < place("Gammelt") && !feed.contains("Uten dag"), "{feed}");
        assert_eq!(all, ["Nytt", "Nytt", "Gammelt", "Gammelt", "Uten dag", "Uten dag"], "a search for nothing lists the newest first");
    }

    async fn of_a_text_and_its_translations_one_stood_in_the_list(app: TestApp) {
        let told = |id: &str, lang: &str, title: &str, from: &str, of: &str| {
            let mut told = line("project", id, title, &json!({ "lang": lang, "published_at": from, "themes": ["fall"] }));
            if !of.is_empty() {
                told["translation_of"] = json!(of);
            }
            told
        };
        app.import(&[told("a", "nb", "Bokmål", "2018-01-01", ""), told("b", "en", "English", "2021-01-01", "a")]).await;
        for (path, there) in [
            ("/nb/prosjekter?per=2019-01-01", &["Bokmål"][..]),
            ("/en/prosjekter?per=2019-01-01", &["Bokmål"]),
            ("/nn/prosjekter?per=2021-01-01", &["Bokmål"]),
            ("/en/prosjekter?per=2020-12-31", &["Bokmål"]),
            ("/en/prosjekter?per=2021-01-01", &["English"]),
            ("/en/prosjekter", &["English"]),
        ] {
            assert_eq!(titles(&app, path).await, there, "{path}");
            assert_eq!(choices(&app, path, "tema").await, "fall:1", "{path}");
        }
        app.import(&[told("b", "en", "English", "2021-01-01", "a")].map(|mut gone| { gone["state"] = json!("withdrawn"); gone })).await;
        assert_eq!(titles(&app, "/en/prosjekter?per=2021-01-01").await, ["Bokmål"], "withdrawn from the past too");
    }

    async fn what_is_history_now_was_none_before(app: TestApp) {
        let told = |state: &str| line("project", "a", "Gammelt", &json!({ "state": state, "published_at": "2020-01-01" }));
        app.import(&[told("published"), line("project", "b", "Annet", &json!({ "published_at": "2020-01-02" }))]).await;
        app.app.clock.advance(time::Duration::days(10));
        app.import(&[told("archived")]).await;
        app.app.clock.advance(time::Duration::days(10));
        for (path, there, offered) in [
            ("/nb/prosjekter", &["Annet"][..], true),
            ("/nb/prosjekter?arkiv=1", &["Annet", "Gammelt"], false),
            ("/nb/prosjekter?per=2026-11-30", &["Annet", "Gammelt"], false),
            ("/nb/prosjekter?per=2026-12-10", &["Annet"], true),
            ("/nb/prosjekter?per=2026-12-10&arkiv=1", &["Annet", "Gammelt"], false),
        ] {
            assert_eq!(titles(&app, path).await, there, "{path}");
            let body = page(&app, path).await;
            assert_eq!(body.contains("Ta også med 1 fra"), offered, "{path}: {body}");
        }
    }

    async fn what_took_place_then_is_told_as_to_come(app: TestApp) {
        let event = |id: &str, title: &str, starts: &str, from: &str| {
            let more = json!({ "published_at": "2020-01-01", "updated_at": from, "facts": { "starts": starts, "form": "digital" } });
            line("event", id, title, &more)
        };
        app.import_in_time(&[event("a", "Først satt", "2021-03-01", "2020-01-01"), event("b", "Tidlig", "2020-06-01", "2020-01-01")]).await;
        app.import_in_time(&[event("a", "Flyttet", "2021-09-01", "2021-02-01")]).await;
        let at = async |query: &str| titles(&app, &format!("/nb/arrangementer?{query}")).await.join(", ");
        assert_eq!(at("per=2020-03-01").await, "Tidlig, Først satt");
        assert_eq!(at("per=2020-12-01").await, "Først satt");
        assert_eq!(at("per=2020-12-01&tid=tidligere").await, "Tidlig");
        assert_eq!(at("per=2021-05-01").await, "Flyttet");
        assert_eq!(at("tid=tidligere").await, "Flyttet, Tidlig");
        assert!(page(&app, "/nb/?per=2021-05-01").await.contains("Flyttet"));
    }

    async fn front_page_feed_and_search_of_a_day_agree(app: TestApp) {
        let more = |from: &str, themes: &[&str], outcome: &str| json!({ "published_at": "2019-01-01", "updated_at": from,
            "themes": themes, "body": "Om rolige netter.", "facts": { "outcome": outcome } });
        app.import_in_time(&[
            line("project", "a", "Første forsøk", &more("2019-01-01", &["fall"], "worse")),
            line("tool", "v", "Et skjema", &json!({ "published_at": "2020-05-01", "themes": ["fall"], "body": "Om rolige netter." })),
            line("project", "s", "Seint", &json!({ "published_at": "2025-01-01", "body": "Om rolige netter." })),
        ])
        .await;
        app.import_in_time(&[line("project", "a", "Andre forsøk", &more("2022-01-01", &["ernaering"], "improved"))]).await;
        app.index().await;
        let front = page(&app, "/nb/?per=2021-01-01").await;
        for there in ["1 prosjekt", "1 verktøy", "Første forsøk", "Et skjema", "href=\"/nb/tema/fall?per=2021-01-01\""] {
            assert!(front.contains(there), "{there}: {front}");
        }
        assert!(!front.contains("Andre forsøk") && !front.contains("/nb/tema/ernaering") && !front.contains("Seint"));
        let later = page(&app, "/nb/?per=2023-01-01").await;
        assert!(later.contains("Andre forsøk") && later.contains("/nb/tema/ernaering?per=2023-01-01"), "{later}");
        let feed = page(&app, "/nb/prosjekter.atom?per=2021-01-01").await;
        assert!(feed.contains("Første forsøk") && feed.contains("<updated>2019-01-01T00:00:00Z</updated>"), "{feed}");
        assert!(!feed.contains("Seint") && !feed.contains("2022-01-01"), "{feed}");
        assert!(!page(&app, "/nb/prosjekter.atom?per=2023-01-01&tema=fall").await.contains("forsøk"));
        let found = async |query: &str| page(&app, &format!("/nb/sok?q=rolige&{query}")).await;
        let then = found("per=2021-01-01").await;
        assert!(then.contains("Første forsøk") && then.contains("Et skjema") && !then.contains("Seint"), "{then}");
        assert_eq!(choices(&app, "/nb/sok?q=rolige&per=2021-01-01", "tema").await, "fall:2");
        assert_eq!(choices(&app, "/nb/sok?q=rolige&per=2021-01-01", "resultat").await.split(' ').next(), Some("virket-ikke:1"));
        assert!(!found("per=2021-01-01&tema=ernaering").await.contains("forsøk"));
        assert!(found("per=2023-01-01&tema=ernaering").await.contains("Andre forsøk"));
    }
}
