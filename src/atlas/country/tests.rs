//! The map and the timeline as pages: who is coloured for whom on a day, and what is said beside it.

use crate::testing::both_engines;

/// What is heard of a group on the map.
fn heard(body: &str) -> Vec<&str> {
    let links = body.split("<a class=\"map-group ").skip(1);
    links.filter_map(|link| link.split("aria-label=\"").nth(1)?.split('"').next()).collect()
}

both_engines! {
    async fn the_map_shows_the_centres_of_2017_by_area_with_their_hosts(app: TestApp) {
        let page = app.get("/nb/sentre?visning=kart&per=2017-06-01").await;
        let groups = heard(&page.body);
        assert!(groups.iter().any(|said| said.starts_with("Nordland: USHT Nordland, ")), "{groups:?}");
        let nordland = groups.iter().find(|said| said.starts_with("Nordland: ")).unwrap();
        assert!(nordland.contains("Vefsn, Alstahaug (kildene er ikke enige)"), "{nordland}");
        let table = page.body.split("<table class=\"areas\">").nth(1).unwrap();
        assert!(table.contains(">Vefsn</a>") && table.contains("(kildene er ikke enige)"));
        assert!(page.has("Kildene er ikke enige om vert eller satellitt i: Nordland."));
        // Of one, no source says which municipalities: it is explained, not painted.
        assert!(!groups.iter().any(|said| said.starts_with("Helse Fonna")), "{groups:?}");
        assert!(page.has("USHT Helse Fonna</a>"));
        // Each group has a name of its own, and one that is for a people is not on the map.
        let mut names: Vec<&str> = groups.iter().filter_map(|said| said.split(": ").next()).collect();
        assert_eq!(names.len(), 19, "{names:?}");
        assert_eq!(names[..2], ["Akershus", "Aust-Agder"], "by the alphabet");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), 19);
        assert!(!names.iter().any(|name| name.contains("samiske")));
        assert!(page.has("Ikke på kartet") && page.has("USHT for den samiske befolkningen"));
        // Vefsn and Alstahaug are both said to be Nordland's satellite, and both have their dot.
        assert!(page.has("USHT Nordland: Vefsn") && page.has("USHT Nordland: Alstahaug"));
        assert!(page.has("Kartdata: Kartverket, CC BY 4.0"));
        assert!(page.has("slik de er i dag, med senter og fylke fra 1. juni 2017"));
        assert!(page.has("name=\"visning\" value=\"kart\""), "the date form keeps the map");
    }

    async fn the_map_of_today_says_nothing_of_other_borders(app: TestApp) {
        let page = app.get("/nb/sentre?visning=kart").await;
        assert!(!page.has("slik de er i dag, med"));
        assert!(page.has("Hvem sentrene er til for i dag, 22. november 2026"));
        let shapes = page.body.split("<svg class=\"map ").nth(1).unwrap().split("</svg>").next().unwrap();
        let places = shapes.matches("</title></path>").count();
        assert_eq!(places, 357);
    }

    async fn each_that_was_stands_with_its_own_county(app: TestApp) {
        let page = app.get("/nb/sentre?visning=kart&per=2013-06-01").await;
        for told in [
            "Drammen (da: Drammen, Nedre Eiker, Svelvik (Vestfold))",
            "Heim (da: Hemne, Snillfjord, Halsa (Møre og Romsdal))",
            "Indre Fosen (da: Rissa, Leksvik (Nord-Trøndelag))",
            "Hornindal (Sogn og Fjordane)", "Rømskog (Østfold)", "Skånland (Troms",
            // Haram came out of Ålesund again: each was what it is called.
            "Ålesund (da: Ålesund, Ørskog, Skodje, Sandøy)",
            "gjelder det for en i det fylket som de fleste av dem lå i",
        ] {
            assert!(page.has(told), "{told}");
        }
        assert!(!page.has("Haram (da:"));
        let table = page.body.split("<table class=\"areas\">").nth(1).unwrap();
        assert!(table.contains("<a href=\"/nb/fylker/06?per=2013-06-01\">Buskerud</a></th>"));
        let today = app.get("/nb/sentre?visning=kart").await;
        assert!(today.has("<th scope=\"row\"><a href=\"/nb/fylker/33\">Buskerud</a></th>"));
        assert!(today.has("<th scope=\"row\"><a href=\"/nb/fylker/34\">Hedmark</a></th>"));
        let ahead = app.get("/nb/sentre?visning=kart&per=2030-01-01").await;
        assert!(ahead.has("Hvem sentrene er til for 1. januar 2030, slik det er kjent i dag"));
        assert!(!ahead.has("sentrene var"));
    }

    async fn counties_are_those_of_the_day(app: TestApp) {
        for (per, count) in [("2012", 19), ("2019", 18), ("2021", 11), ("2024", 15)] {
            let page = app.get(&format!("/nb/sentre?visning=kart&farge=fylke&per={per}")).await;
            assert_eq!(heard(&page.body).len(), count, "{per}");
        }
        let before = app.get("/nb/sentre?visning=kart&farge=fylke&per=1990").await;
        assert!(heard(&before.body).is_empty() && before.has("Fylket er ikke kjent"));
    }

    async fn the_timeline_tells_of_every_centre_in_picture_and_list(app: TestApp) {
        let page = app.get("/nn/sentre?visning=tidslinje&per=2017").await;
        let bars = page.body.matches("<a class=\"line-bar ").count();
        assert_eq!(page.body.matches("/nn/sentre/usht-nordland?per=2017-12-31\"").count(), 2);
        assert!(bars > 40, "{bars}");
        let list = page.body.split("<ol class=\"years\">").nth(1).unwrap();
        for year in ["1999", "2008", "2011", "2017"] {
            assert!(list.contains(&format!(">{year}</h3>")), "{year}");
        }
        assert!(page.has("Slått saman: "));
        for move_ in ["Bærum (Undervisningshjemmetjeneste Akershus) → Lørenskog", "Stjørdal (Undervisningshjemmetjeneste Nord-Trøndelag) → Verdal"] {
            assert!(page.has(move_), "{move_}");
        }
        assert!(page.has("line-moved") && page.has("Ein ring er eit skifte av vert"));
        assert!(!page.has("utan at noko kom etter"));
        assert!(page.has("line-marked"));
    }

    async fn a_county_and_a_municipality_have_maps_of_their_own(app: TestApp) {
        let county = app.get("/nb/fylker/39").await;
        assert_eq!(heard(&county.body).len(), 6);
        let place = app.get("/nb/kommuner/0219?per=2012").await;
        assert_eq!(place.body.matches("<a class=\"map-group map-here\"").count(), 1);
        assert!(place.has("Bærum og resten av Akershus"));
    }

    async fn what_the_address_cannot_mean_is_refused(app: TestApp) {
        for query in ["visning=globus", "visning=kart&farge=blå"] {
            assert_eq!(app.get(&format!("/nb/sentre?{query}")).await.status, 422, "{query}");
        }
        let faulty = app.get("/nb/sentre?visning=kart&per=i+fjor").await;
        assert_eq!(faulty.status, 422);
        assert!(faulty.has("value=\"i fjor\"") && faulty.has("class=\"map map--country\""));
    }
}
