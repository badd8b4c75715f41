//! The form as a page: chapters that are closed until they are needed, what is lacking, and the way on.

use axum::http::StatusCode;

use super::{GEIR, OLA, RITA, begin, centres, lead_is, person, published, two_at_a_centre, write};
use crate::rights::RoleKind::{Editor, Reviewer};
use crate::testing::{Answer, both_engines};

fn is_open(page: &Answer, chapter: &str) -> bool {
    let heading = format!("><summary><h2 class=\"ds-heading\" data-size=\"xs\">{chapter}</h2>");
    let (before, _) = page.body.split_once(&heading).unwrap_or_else(|| panic!("no «{chapter}»"));
    before.ends_with(" open")
}

fn place(page: &Answer, what: &str) -> usize {
    page.body.find(what).unwrap_or_else(|| panic!("no {what}: {}", page.body))
}

both_engines! {
    async fn advice_stands_where_the_text_is_written_field_by_field(app: TestApp) {
        let mut rita = person(&app, RITA, None).await;
        let page = begin(&mut rita, "project", "Rolige måltider", None).await;
        let fields = [
            ("title", "Rolige måltider"),
            ("lang", "nb"),
            ("lead", "I henhold til planen flyttet vi middagen."),
            ("facts.sections.results", "Det gikk i henhold til planen."),
        ];
        assert_eq!(write(&mut rita, &page, &fields).await.status, StatusCode::SEE_OTHER);
        let shown = rita.get(&page).await;
        for at in ["lead", "facts-sections-results"] {
            let begins = format!("<a href=\"#{at}\">");
            let said = shown.body.split("data-advice").nth(1).unwrap_or_default();
            assert!(said.contains(&begins), "{at}: {}", shown.body);
        }
        assert!(shown.has("</a>: «i henhold til» kan skrives enklere"), "{}", shown.body);
        let steps = rita.get(&format!("{page}/steg")).await;
        assert!(steps.has("Ingress:</strong> «i henhold til» kan skrives enklere"), "{}", steps.body);
        // Without script nothing is promised that only script does.
        assert!(shown.has("data-by-hand>Det du skriver, er ikke lagret før du trykker «Lagre»."), "{}", shown.body);
        assert!(shown.has("data-by-script hidden>Det du skriver, lagres av seg selv."), "{}", shown.body);
        assert!(!rita.get("/nb/skriv/ny").await.has("blir lagret"));
    }

    async fn chapters_are_closed_until_they_are_needed(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "project", "Rolige måltider", None).await;
        let new = ola.get(&page).await;
        assert!(is_open(&new, "Bakgrunn"), "a new text begins somewhere");
        for closed in ["Hva vi har lært", "Fakta", "Tema og sted", "Kontakt, kilde og språk"] {
            assert!(!is_open(&new, closed), "{closed}");
        }
        assert!(new.has("<small>0 av 13 fylt ut</small>"), "rows that stand there blank are not filled in");
        assert!(place(&new, "id=\"facts-sections-lessons\"") < place(&new, "id=\"facts-status\""));
        let good = [
            ("title", "Rolige\r\nmåltider"),
            ("lang", "nb"),
            ("lead", "Vi – satte oss ned."),
            ("facts.sections.background", "| Middagen | kom |\n| --- | --- |\n| klokka | ett |"),
        ];
        let saved = write(&mut ola, &page, &good).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        let shown = ola.get(&page).await;
        assert!(shown.has("Rolige måltider</textarea>") && shown.has("4 ord. Høyst 60."), "{}", shown.body);
        assert!(!is_open(&shown, "Bakgrunn") && shown.has(">4 ord</small>"));
        assert!(shown.has("<a href=\"#facts-sections-lessons\">Tekst i «Hva vi har lært»</a>"));
        // A fault opens its chapter, and the summary goes down the page as the chapters do.
        let mut wrong = good.to_vec();
        wrong.extend([("review_by", "i fjor"), ("facts.period.from", "i fjor")]);
        let refused = write(&mut ola, &page, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.body);
        assert!(is_open(&refused, "Fakta") && is_open(&refused, "Kontakt, kilde og språk"));
        assert!(!is_open(&refused, "Tema og sted"));
        assert!(place(&refused, "href=\"#facts-period-from\"") < place(&refused, "href=\"#review_by\""));
        // So does what is masked in it.
        let mut masked = good.to_vec();
        masked.push(("facts.sections.lessons", "Ring 03851598730."));
        let told = write(&mut ola, &page, &masked).await.header("location").to_owned();
        let shown = ola.get(&told).await;
        assert!(is_open(&shown, "Hva vi har lært") && !is_open(&shown, "Fakta"));
        assert!(!is_open(&ola.get(&page).await, "Hva vi har lært"));
        // And what a browser had kept: whoever fetches it sees what comes back.
        let mut kept = good.to_vec();
        kept.extend([("facts.sections.lessons", "Alle\r\nspiser saktere."), ("vis", "1")]);
        let back = write(&mut ola, &page, &kept).await;
        assert!(back.has("data-own=\"unsaved\"") && back.has("data-editor-status>Ikke lagret ennå<"), "{}", back.body);
        assert!(is_open(&back, "Hva vi har lært") && !is_open(&back, "Bakgrunn") && !is_open(&back, "Fakta"));
    }

    async fn what_is_saved_is_seen_over_before_it_is_handed_in(app: TestApp) {
        let [here, _] = centres(&app).await;
        let centre = here.to_string();
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = begin(&mut rita, "project", "Rolige måltider", Some(here)).await;
        let fields = |lead: &'static str| -> Vec<(&str, &str)> {
            vec![("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", lead), ("videre", "send-inn")]
        };
        // Nobody goes on before they have been told what was masked.
        let masked = write(&mut rita, &page, &fields("Ring 03851598730.")).await;
        assert!(masked.header("location").contains("skjult=lead"), "{}", masked.body);
        assert!(rita.get(&page).await.has("value=\"send-inn\""), "it is a draft still");
        person(&app, GEIR, Some((Reviewer, Some(here)))).await;
        let saved = write(&mut rita, &page, &fields("Vi satte oss ned.")).await;
        let there = saved.header("location").to_owned();
        assert!(saved.status == StatusCode::SEE_OTHER && there.starts_with(&format!("{page}/steg?gjort=skal-sendes&utgave=")), "{there} {}", saved.body);
        assert!(rita.get(&page).await.has("value=\"send-inn\""), "it is a draft still");
        let over = rita.get(&there).await;
        assert!(over.has("ikke sendt ennå") && over.has("Dette sender du") && over.has("Utgave ") && over.has("Til hvem:"), "{}", over.body);
        assert!(over.has("Mangler:</strong>") && over.has("De ser teksten med bilder og filer"), "{}", over.body);
        assert!(!over.has("Teksten er lagret på nytt") && over.has("value=\"send-inn\""), "{}", over.body);
        // Another tab saves meanwhile: it is said, and what was not seen is not sent.
        let seen = over.field("versjon").to_owned();
        let other = [("title", "Rolige måltider"), ("lang", "nb"), ("centre", centre.as_str()), ("lead", "Vi satte oss lenge ned.")];
        assert_eq!(write(&mut rita, &page, &other).await.status, StatusCode::SEE_OTHER);
        assert!(rita.get(&there).await.has("Teksten er lagret på nytt etter at du trykket"));
        let steps = format!("{page}/steg");
        let late = rita.post(&steps, &[("versjon", &seen), ("gjor", "send-inn")]).await;
        assert!(late.status == StatusCode::CONFLICT && late.has("Noen har lagret siden du åpnet siden"), "{}", late.body);
        assert!(late.has("Dette sender du") && late.has("value=\"send-inn\""), "it is sent from there: {}", late.body);
        let newest = late.field("versjon").to_owned();
        let sent = rita.post(&steps, &[("versjon", &newest), ("gjor", "send-inn")]).await;
        assert_eq!(sent.header("location"), format!("{steps}?gjort=sendt"), "{}", sent.body);
        assert!(!rita.get(&there).await.has("ikke sendt ennå"), "an old address tells nothing that is not so");
        assert_eq!(rita.get(&format!("{steps}?utgave=tull")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        let shown = rita.get(&page).await;
        assert!(shown.has("Vi satte oss lenge ned.") && shown.has("Teksten er til gjennomlesing"), "{}", shown.body);
        assert!(!shown.has("value=\"send-inn\""));
    }

    async fn what_readers_have_already_is_not_sent_once_more(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = begin(&mut rita, "news", "Samling i mars", Some(here)).await;
        lead_is(&mut rita, &page, here, "Vi sees.").await;
        published(&mut rita, &mut geir, &page).await;
        let at = here.to_string();
        let same = [("title", "Samling i mars"), ("lang", "nb"), ("centre", at.as_str()), ("lead", "Vi sees."), ("videre", "send-inn")];
        let saved = write(&mut rita, &page, &same).await;
        let shown = rita.get(saved.header("location")).await;
        assert!(shown.has("det er ingenting å sende") && !shown.has("value=\"send-inn\""), "{}", shown.body);
    }

    async fn what_one_says_of_a_change_is_saved_though_the_text_is_the_same(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "news", "Vaktliste", None).await;
        let fields = |note: &'static str| [("title", "Vaktliste"), ("lang", "nb"), ("note", note)];
        write(&mut ola, &page, &fields("Bare dette.")).await;
        assert!(ola.get(&page).await.has("value=\"Bare dette.\""));
        write(&mut ola, &page, &fields("")).await;
        assert!(!ola.get(&page).await.has("Bare dette."));
    }

    async fn the_languages_of_a_text_stand_above_it(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "news", "Samling i mars", None).await;
        let shown = ola.get(&page).await;
        assert!(shown.has(&format!("<a href=\"{page}\" aria-current=\"page\">")), "{}", shown.body);
        assert_eq!(shown.body.matches(&format!("<a href=\"{page}/sprak#oversett\">")).count(), 3);
        assert!(is_open(&shown, "Tekst"), "the only chapter of its story");
    }
}
