//! Pictures within the prose by the front door, in each language, and until a consent to them is over.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use sea_orm::ConnectionTrait;
use serde_json::json;
use time::Duration;
use uuid::Uuid;

use super::uploads::{PUBLIC, but, item, jpeg, project, round, taken};
use super::{GEIR, RITA, centres, person, published, two_at_a_centre, write};
use crate::editing::uploads::remake_all;
use crate::rights::RoleKind::{CentreLeader, Editor};
use crate::testing::{Answer, Browser, both_engines};

const IN_RESULTS: [(&str, &str); 2] = [("spot", "prose"), ("into", "/facts/sections/results")];

/// The picture with this among what is said of it.
fn in_results<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    but(&[&IN_RESULTS[..], more].concat())
}

/// Saves the story with these results.
async fn with_results(
    browser: &mut Browser<'_>,
    page: &str,
    centre: Uuid,
    results: &str,
) -> Answer {
    let centre = centre.to_string();
    let fields = [
        ("title", "Rolige måltider"),
        ("lang", "nb"),
        ("facts.status", "ongoing"),
        ("facts.sections.results", results),
        ("centre", centre.as_str()),
    ];
    write(browser, page, &fields).await
}

const CONSENT: [(&str, &str); 4] = [
    ("who", "Prøve Prøvesen"),
    ("kind", "employee"),
    ("given_on", "1.11.2026"),
    ("until", "31.12.2026"),
];

both_engines! {
    async fn a_picture_stands_where_the_text_names_it(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("kari-nordmann.jpg", &jpeg(1_000, 700))).await;
        let used = rita.post(&one, &in_results(&[("caption", "Et bord for fire")])).await;
        assert_eq!(used.header("location"), format!("{one}#linje"), "{}", used.body);
        // Its name tells nothing of who is seen in it, and the line is there to be moved.
        assert!(rita.get(&one).await.has("<code>![](bilde:1)</code>"));
        let content = item(&app, &page).await.content();
        assert_eq!(content.facts["sections"]["results"], "Flere holder vekta.\n\n![](bilde:1)");
        assert!(content.image.is_none() && content.pictures.len() == 1);
        // Saying it once more puts it there once.
        rita.post(&one, &in_results(&[("caption", "Et bord for fem")])).await;
        let content = item(&app, &page).await.content();
        assert_eq!(content.facts["sections"]["results"], "Flere holder vekta.\n\n![](bilde:1)");
        let preview = rita.get(&format!("{page}/forhandsvis")).await;
        assert!(preview.has("<figure class=\"picture within\">") && preview.has(&format!("src=\"{page}/fil/")), "{}", preview.body);
        assert!(!preview.has("\"/filer/") && !preview.has(", /filer/"), "{}", preview.body);
        assert!(rita.get(&page).await.has("data-pictures=\"[{"));
        published(&mut rita, &mut geir, &page).await;
        let public = app.get(PUBLIC).await;
        for part in ["Et bord for fem", "Foto: Senteret", "alt=\"Et dekket bord ved et vindu.\"", "type=\"image/webp\" srcset=\"/filer/"] {
            assert!(public.has(part), "{part}: {}", public.body);
        }
        assert!(!public.has("bilde:1") && !public.has("<p><figure") && !public.has("nordmann"), "{}", public.body);
        let at = public.body.find("srcset=\"/filer/").unwrap();
        let small = public.body[at..].split(['"', ' ']).nth(1).unwrap();
        let small = app.get(small).await;
        assert_eq!((small.status, small.header("content-type")), (StatusCode::OK, "image/webp"));
        assert_eq!(small.header("cache-control"), "public, max-age=300, must-revalidate");
        assert!(app.get(&format!("{PUBLIC}/utskrift")).await.has("Et bord for fem"));
        assert_eq!(app.get(&format!("{PUBLIC}/pdf")).await.status, StatusCode::OK);
    }

    async fn pictures_of_others_are_refused_and_nothing_typed_is_lost(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = project(&mut rita, here).await;
        for (results, said) in [
            ("Se ![her](https://example.org/a.jpg) nå.", "Bilder fra andre nettsteder blir ikke vist"),
            ("![](data:image/png;base64,AAAA)", "Bilder fra andre nettsteder blir ikke vist"),
            ("Som vist:\n\n![](bilde:7)", "ikke noe bilde 7"),
            ("![](bilde:../../passord)", "Bilder fra andre nettsteder blir ikke vist"),
        ] {
            let answer = with_results(&mut rita, &page, here, results).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{results}");
            assert!(answer.has(said) && answer.has("href=\"#facts-sections-results\""), "{said}: {}", answer.body);
            assert!(answer.has(results.split(['[', ']']).next().unwrap()), "{}", answer.body);
        }
        assert_eq!(item(&app, &page).await.content().facts["sections"]["results"], "Flere holder vekta.");
    }

    async fn a_picture_moves_and_goes_with_the_lines_that_show_it(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("bord.jpg", &jpeg(600, 400))).await;
        rita.post(&one, &in_results(&[])).await;
        let two = taken(&app, &mut rita, &page, ("annet.jpg", &jpeg(500, 400))).await;
        rita.post(&two, &in_results(&[])).await;
        let content = item(&app, &page).await.content();
        assert_eq!(content.facts["sections"]["results"], "Flere holder vekta.\n\n![](bilde:1)\n\n![](bilde:2)");
        // Up to the top, and out.
        rita.post(&one, &but(&[("spot", "top")])).await;
        let content = item(&app, &page).await.content();
        assert!(content.image.is_some() && content.pictures.len() == 1);
        assert_eq!(content.facts["sections"]["results"], "Flere holder vekta.\n\n\n![](bilde:2)");
        assert_eq!(rita.post(&two, &[("gjor", "ta-ut")]).await.status, StatusCode::SEE_OTHER);
        let content = item(&app, &page).await.content();
        assert_eq!(content.facts["sections"]["results"], "Flere holder vekta.");
        assert!(content.pictures.is_empty());
    }

    async fn where_a_consent_is_over_a_gap_is_told_of(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("bord.jpg", &jpeg(900, 600))).await;
        rita.post(&one, &in_results(&[("people", "somebody")])).await;
        let consents = format!("{one}/samtykke");
        assert_eq!(rita.post(&consents, &CONSENT).await.status, StatusCode::SEE_OTHER);
        published(&mut rita, &mut geir, &page).await;
        let public = app.get(PUBLIC).await;
        let at = public.body.find("src=\"/filer/").unwrap_or_else(|| panic!("{}", public.body));
        let picture = public.body[at..].split('"').nth(1).unwrap().to_owned();
        // Whoever has it asks again, and is told whether it still may be shown.
        let tag = app.get(&picture).await.header("etag").to_owned();
        let again = || Request::get(&picture).header(header::IF_NONE_MATCH, &tag).body(Body::empty()).unwrap();
        assert!(!tag.is_empty() && app.ask(again()).await.status == StatusCode::NOT_MODIFIED, "{tag}");
        let shown = rita.get(&consents).await;
        let id = shown.body.split("name=\"trekk\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let asked = rita.post(&consents, &[("trekk", id)]).await;
        assert!(asked.status == StatusCode::OK && asked.has("Det kan ikke gjøres om"), "{}", asked.body);
        app.run_jobs().await;
        assert_eq!(app.get(&picture).await.status, StatusCode::OK, "nobody is taken at the first press");
        rita.post(&consents, &[("trekk", id), ("sikker", "1")]).await;
        let before = app.letters().len();
        app.run_jobs().await;
        app.index().await;
        // Whoever recorded it is told, and nobody is named.
        let letters = app.letters();
        assert!(letters.len() > before && !letters.iter().any(|letter| letter.contains("Prøvesen")));
        assert_eq!(app.get(&picture).await.status, StatusCode::NOT_FOUND);
        assert_eq!(app.ask(again()).await.status, StatusCode::NOT_FOUND);
        let public = app.get(PUBLIC).await;
        assert!(public.has("Et bilde som sto her, er tatt bort.") && !public.has("src=\"/filer/"), "{}", public.body);
        assert_eq!(app.get(&format!("{PUBLIC}/pdf")).await.status, StatusCode::OK);
        // The line that is left is no fault of the writer's; the next picture gets another name.
        let results = "Flere holder vekta.\n\n![](bilde:1)";
        assert_eq!(with_results(&mut rita, &page, here, results).await.status, StatusCode::SEE_OTHER);
        assert!(rita.get(&format!("{page}/steg")).await.has("viser til et bilde som er tatt bort"));
        let two = taken(&app, &mut rita, &page, ("annet.jpg", &jpeg(500, 400))).await;
        rita.post(&two, &in_results(&[])).await;
        assert_eq!(item(&app, &page).await.content().pictures[0].name, "2");
    }

    async fn a_consent_that_ends_is_told_of_in_time_to_be_renewed(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("bord.jpg", &jpeg(900, 600))).await;
        rita.post(&one, &but(&[("people", "somebody")])).await;
        let consents = format!("{one}/samtykke");
        assert_eq!(rita.post(&consents, &CONSENT).await.status, StatusCode::SEE_OTHER);
        drop(rita);
        // 39 days are left of it now, and 30 in nine days; it is told of once.
        round(&app).await;
        let before = app.letters().len();
        app.app.clock.advance(Duration::days(9));
        for _ in 0..2 {
            round(&app).await;
            let letters = app.letters();
            assert_eq!(letters.len(), before + 1, "{letters:?}");
            assert!(!letters.iter().any(|letter| letter.contains("Prøvesen")));
        }
        let mut rita = person(&app, RITA, None).await;
        let mut renewed = CONSENT.to_vec();
        renewed.retain(|(name, _)| *name != "until");
        renewed.push(("until", "31.12.2028"));
        assert_eq!(rita.post(&consents, &renewed).await.status, StatusCode::SEE_OTHER);
        let shown = rita.get(&consents).await;
        assert_eq!(shown.body.matches("name=\"trekk\"").count(), 1, "{}", shown.body);
        drop(rita);
        app.app.clock.advance(Duration::days(40));
        round(&app).await;
        assert!(item(&app, &page).await.content().image.is_some(), "the newer consent counts");
    }

    async fn a_translation_has_the_pictures_of_its_original_and_its_own_words_for_them(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("bord.jpg", &jpeg(900, 600))).await;
        rita.post(&one, &in_results(&[])).await;
        let begun = rita.post(&format!("{page}/sprak"), &[("gjor", "oversett"), ("til", "nn"), ("tittel", "Rolege måltid"), ("maate", "person")]).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
        let other = begun.header("location").split(['#', '?']).next().unwrap().to_owned();
        let preview = rita.get(&format!("{other}/forhandsvis")).await;
        let at = preview.body.find(&format!("src=\"{other}/fil/")).unwrap_or_else(|| panic!("{}", preview.body));
        let own = preview.body[at..].split('"').nth(1).unwrap();
        assert_eq!(rita.get(own).await.status, StatusCode::OK);
        let all = format!("{other}/filer");
        let shown = rita.get(&all).await;
        let at = shown.body.find(&format!("href=\"{all}/")).unwrap_or_else(|| panic!("{}", shown.body));
        let theirs = shown.body[at..].split('"').nth(1).unwrap().to_owned();
        rita.post(&theirs, &in_results(&[("alt", "Eit dekt bord ved eit vindauge.")])).await;
        assert_eq!(item(&app, &other).await.content().pictures[0].image.alt, "Eit dekt bord ved eit vindauge.");
        assert_eq!(item(&app, &page).await.content().pictures[0].image.alt, "Et dekket bord ved et vindu.");
    }

    async fn a_picture_that_came_by_an_import_gets_its_sizes(app: TestApp) {
        std::fs::write(app.folder().join("bord.jpg"), jpeg(1_000, 700)).unwrap();
        std::fs::write(app.folder().join("lite.jpg"), jpeg(300, 200)).unwrap();
        let line = |id: &str, file: &str| json!({ "kind": "news", "external_id": id, "lang": "nb", "title": id,
            "published_at": "2026-01-01", "image": { "file": file, "alt": "Et bord", "credit": "Foto: Senteret" } });
        let lines = [line("stort", "bord.jpg"), line("lite", "lite.jpg")];
        app.import(&lines).await;
        assert!(!app.get("/nb/nyheter/stort").await.has("srcset"));
        assert_eq!(remake_all(&app.app).await.unwrap(), 1);
        app.run_jobs().await;
        app.index().await;
        let page = app.get("/nb/nyheter/stort").await;
        assert!(page.has("type=\"image/webp\"") && page.has("480w") && page.has("1000w"), "{}", page.body);
        assert!(app.get("/nb/nyheter").await.has("image/webp"), "lists show it too");
        let at = page.body.find("srcset=\"/filer/").unwrap();
        let small = page.body[at..].split(['"', ' ']).nth(1).unwrap();
        assert_eq!(app.get(small).await.status, StatusCode::OK);
        assert!(!app.get("/nb/nyheter/lite").await.has("srcset"));
        // Done once, and the line says nothing else than before.
        assert_eq!(remake_all(&app.app).await.unwrap(), 0);
        let lines: Vec<String> = lines.iter().map(ToString::to_string).collect();
        assert_eq!(app.import_text(&lines.join("\n")).await.unchanged, 2);
        assert_eq!(remake_all(&app.app).await.unwrap(), 0);
        // What comes later is looked through too.
        std::fs::write(app.folder().join("nytt.jpg"), jpeg(900, 700)).unwrap();
        app.import(&[line("nytt", "nytt.jpg")]).await;
        assert_eq!(remake_all(&app.app).await.unwrap(), 1);
    }

    async fn those_at_the_centre_are_told_where_whoever_recorded_it_is_gone(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("bord.jpg", &jpeg(900, 600))).await;
        rita.post(&one, &but(&[("people", "somebody")])).await;
        rita.post(&format!("{one}/samtykke"), &CONSENT).await;
        drop(rita);
        let leader = person(&app, GEIR, Some((CentreLeader, Some(here)))).await;
        drop(leader);
        let gone = format!("DELETE FROM email WHERE address = '{RITA}'");
        app.app.db.execute_unprepared(&gone).await.unwrap();
        app.app.clock.advance(Duration::days(10));
        let before = app.letters();
        round(&app).await;
        let new: Vec<String> = app.letters().into_iter().filter(|one| !before.contains(one)).collect();
        assert!(new.len() == 1 && new[0].contains(GEIR), "{new:?}");
    }
}
