//! The arrangements there have been, the rules that hold, and the same file twice.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{EntityTrait, PaginatorTrait};
use time::Date;
use time::macros::date;

use super::{FindingKind, Kind, Network, check, disagreements, export, to_csv};
use super::{Incoming, import};
use crate::db::{self, DbErr};
use crate::statements::Raw;
use crate::testing::{TestApp, both_engines};

/// The facts as they were handed over, a row a centre.
const HANDED: &str = include_str!("../../data/centres/centres.csv");
const TODAY: Date = date!(2026 - 11 - 22);

async fn network(app: &TestApp) -> std::sync::Arc<Network> {
    Network::load(&app.app.db).await.unwrap()
}

/// Kind, county or area, hosts and units, satellites: what a list of the time says of a centre.
type Told = (String, String, BTreeSet<String>, BTreeSet<String>);

fn told_on(network: &Network, day: Date) -> BTreeSet<Told> {
    network
        .on(day)
        .map(|centre| {
            let on = |s: &crate::statements::Statement<super::CentreFact>| {
                s.valid.contains(day) && s.source.title != ALSTAHAUG
            };
            let hosts = centre.hosts().filter(|(_, s)| on(s));
            let satellites = centre.satellites().filter(|(_, s)| on(s));
            let area = centre.areas().map(|(area, _)| match area {
                super::Area::County(code) => network.places.counties().name(code).to_owned(),
                super::Area::Of { organisation, .. } => {
                    network.organisations.name_on(organisation, day).to_owned()
                }
                super::Area::Population(text, _) => text.clone(),
                super::Area::Municipalities(codes) => codes.join(";"),
            });
            (
                centre.kind.name().to_owned(),
                area.collect::<Vec<_>>().join(";"),
                hosts.map(|(host, s)| network.host_name(host, s.valid)).collect(),
                satellites.map(|(host, s)| network.host_name(host, s.valid)).collect(),
            )
        })
        .collect()
}

/// The one statement that the lists do not have: it is another source's.
const ALSTAHAUG: &str = "Kunngjøring fra regjeringen om vertskommunene, november 2016 (gjengitt i nettverkets oppstilling; kunngjøringen selv er ikke sett)";

fn handed(period: &str) -> BTreeSet<Told> {
    let mut reader = csv::Reader::from_reader(HANDED.as_bytes());
    let rows: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    let names = |text: &str| -> BTreeSet<String> {
        text.split(';').filter(|n| !n.is_empty()).map(str::to_owned).collect()
    };
    rows.iter()
        .filter(|row| row["period"] == period)
        .map(|row| {
            let district = row["area"].ends_with("bydel");
            let unit = if district { &row["area"] } else { &row["unit"] };
            let area =
                if district || row["area"].is_empty() { &row["county"] } else { &row["area"] };
            let mut hosts = names(&row["hosts"]);
            if !unit.is_empty() {
                hosts = hosts.into_iter().map(|host| format!("{host} ({unit})")).collect();
            }
            (row["kind"].clone(), area.clone(), hosts, names(&row["satellites"]))
        })
        .collect()
}

both_engines! {
    async fn the_lists_of_2008_and_2017_are_told_just_so(app: TestApp) {
        let network = network(&app).await;
        assert_eq!(told_on(&network, date!(2008-10-01)), handed("2008"));
        assert_eq!(told_on(&network, date!(2017-06-01)), handed("2017"));
        for (day, file) in [
            (date!(2008-10-01), "000_394a6da2ce43bd4e.txt"),
            (date!(2017-06-01), "002_5a8ef6a0a4448f64.txt"),
        ] {
            for centre in network.on(day) {
                let named = centre.sources().iter().any(|s| s.reference.as_deref() == Some(file));
                assert!(named, "{} on {day}", centre.slug);
            }
        }
    }

    async fn most_counties_had_two_between_2011_and_2016(app: TestApp) {
        let network = network(&app).await;
        let day = date!(2014-06-01);
        let mut by_county: BTreeMap<String, Vec<Kind>> = BTreeMap::new();
        for centre in network.on(day) {
            for code in network.county_codes(centre) {
                by_county.entry(network.places.counties().name(&code).to_owned()).or_default().push(centre.kind);
            }
        }
        assert_eq!(by_county.len(), 19);
        for (county, kinds) in by_county {
            let expected = match county.as_str() {
                "Aust-Agder" | "Hordaland" | "Sogn og Fjordane" | "Vestfold" => 1,
                "Rogaland" | "Finnmark" => 3,
                _ => 2,
            };
            assert_eq!(kinds.len(), expected, "{county}: {kinds:?}");
        }
        assert_eq!(network.on(date!(2010-06-01)).count(), 22);
        assert_eq!(network.on(TODAY).count(), 21);
    }

    async fn two_sources_that_disagree_are_both_kept(app: TestApp) {
        let network = network(&app).await;
        let nordland = network.centre("usht-nordland").unwrap();
        let found = disagreements(nordland, date!(2017-06-01));
        let (what, statements) = &found[0];
        assert_eq!((*what, statements.len()), ("satellite", 2));
        assert!(disagreements(network.centre("usht-hedmark").unwrap(), date!(2017-06-01)).is_empty());
        let found = check(&network, date!(2017-06-01));
        let of = |slug: &str, kind: FindingKind| found.iter().filter(|f| f.centre == slug && f.kind == kind).count();
        assert_eq!(of("usht-nordland", FindingKind::Contradictory), 1);
        assert_eq!(of("usht-hedmark", FindingKind::Contradictory), 0);
        assert!(found.iter().any(|f| f.centre == "usht-den-samiske-befolkningen" && f.text == "a host"));
        let lapsed = check(&network, TODAY);
        assert!(lapsed.iter().any(|f| f.centre == "usht-ostfold" && f.text.contains("Indre Østfold")));
        // A satellite is called one, by name and number; unknown municipalities are told.
        assert!(lapsed.iter().any(|f| f.text.starts_with("satellite 1017 Songdalen is now ")), "{lapsed:?}");
        let open: Vec<&str> = lapsed.iter().filter(|f| f.text.contains("which municipalities"))
            .map(|f| f.centre.as_str()).collect();
        assert_eq!(open, ["usht-den-samiske-befolkningen", "usht-helse-fonna"]);
        let first = lapsed.iter().find(|f| f.centre == "usht-nordland").unwrap();
        assert_eq!(first.kind, FindingKind::Contradictory);
    }

    async fn what_ended_about_a_year_is_told_so_and_first_when_the_year_is_over(app: TestApp) {
        let csv = "register,subject,what,from,to,source,type,with,about\n\
            organisation,o,exists,,,Prøven,other,,\n\
            centre,prove,exists,2018,,Prøven,utviklingssenter,,\n\
            centre,prove,agreement,2018,2024~,Prøven,,o,Praksis\n";
        take(&app, csv).await.unwrap();
        let network = network(&app).await;
        let told = |day: Date| -> Vec<String> {
            let all = check(&network, day).into_iter().filter(|f| f.centre == "prove");
            all.map(|f| format!("{}: {}", f.kind.name(), f.text)).collect()
        };
        let may_hold = told(date!(2024-06-01));
        assert!(!may_hold.iter().any(|f| f.starts_with("lapsed") || f.contains("a cooperation agreement")), "{may_hold:?}");
        let over = told(TODAY);
        assert!(over.iter().any(|f| f.starts_with("lapsed: agreement") && f.ends_with("ended about 2024")), "{over:?}");
        let all = check(&network, TODAY);
        let of = |slug: &str| all.iter().find(|f| f.centre == slug && f.text.starts_with("area county")).unwrap();
        assert_eq!(of("usht-akershus").text, "area county 02 Akershus is now 32 Akershus");
        assert!(check(&network, date!(2017-06-01)).iter().all(|f| !f.text.starts_with("area county")));
    }

    async fn a_centre_is_followed_through_time(app: TestApp) {
        let network = network(&app).await;
        let line: Vec<&str> = network.line_of(network.centre("usht-nord-trondelag").unwrap())
            .into_iter().map(|c| c.slug.as_str()).collect();
        assert_eq!(line, [
            "undervisningssykehjem-nord-trondelag", "undervisningshjemmetjeneste-nord-trondelag",
            "utviklingssenter-sykehjem-nord-trondelag", "utviklingssenter-hjemmetjenester-nord-trondelag",
            "usht-nord-trondelag",
        ]);
        let map = network.map_on(date!(2014-01-01), TODAY);
        assert_eq!(map.len(), 357);
        let drammen = map.iter().find(|then| then.name == "Drammen").unwrap();
        assert_eq!(drammen.county.unwrap().name, "Buskerud");
        assert_eq!(drammen.was.len(), 3);
        let now = network.map_on(TODAY, TODAY);
        let of = |name: &str| now.iter().find(|then| then.name == name).unwrap().centres[0].slug.as_str();
        assert_eq!(of("Gjøvik"), "usht-oppland");
        assert_eq!(of("Hamar"), "usht-hedmark");
        // The host of a centre is not its area: no source says whom Helse Fonna's is for.
        assert_eq!(of("Haugesund"), "usht-rogaland");
        let serving = network.serving(TODAY);
        let open: Vec<_> = serving.open().collect();
        let of = |slug: &str| {
            let found = open.iter().find(|(centre, _)| centre.slug == slug).unwrap();
            found.1.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(of("usht-helse-fonna"), "11 46");
        assert_eq!(of("usht-den-samiske-befolkningen"), "56");
        assert_eq!(open.len(), 2);
        let of = |name: &str| now.iter().find(|then| then.name == name).unwrap().centres[0].slug.as_str();
        // Rindal has left its county since; nobody has said that another centre took over.
        assert_eq!(of("Rindal"), "usht-more-og-romsdal");
        // What has come of parts with each its centre has them all, whatever became of the counties.
        let all = |name: &str| -> BTreeSet<&str> {
            let of = now.iter().find(|then| then.name == name).unwrap();
            of.centres.iter().map(|centre| centre.slug.as_str()).collect()
        };
        for (name, centres) in [
            ("Heim", ["usht-more-og-romsdal", "usht-sor-trondelag"]),
            ("Indre Fosen", ["usht-nord-trondelag", "usht-sor-trondelag"]),
            ("Drammen", ["usht-buskerud", "usht-vestfold"]),
            ("Asker", ["usht-akershus", "usht-buskerud"]),
            ("Volda", ["usht-more-og-romsdal", "usht-sogn-og-fjordane"]),
        ] {
            assert_eq!(all(name), centres.into_iter().collect(), "{name}");
        }
        assert_eq!(all("Rindal").len(), 1);
        let tjeldsund = now.iter().find(|then| then.code == "5512").unwrap();
        assert!(tjeldsund.centres.iter().any(|c| c.slug == "usht-nordland") && tjeldsund.centres.len() == 2);
        for then in &now {
            assert!(!then.centres.is_empty(), "{}", then.name);
        }
    }

    async fn the_same_file_twice_changes_nothing(app: TestApp) {
        let csv = rows(&[
            "organisation,prove-hf,exists,,,Prøven,hospital_trust,,,,",
            "organisation,prove-hf,name,,,Prøven,,Prøve HF,,,",
            "centre,prove,exists,2018,,Prøven,utviklingssenter,,,,",
            "centre,prove,name,2018,,Prøven,,Prøvesenteret,,,",
            "centre,prove,area,2018,,Prøven,,,,,prove-hf",
            "centre,prove,host,2018-01-01,,Prøven,,,0403,,",
        ]);
        let first = take(&app, &csv).await.unwrap();
        assert_eq!((first.created, first.updated, first.unchanged), (2, 0, 0));
        let before = crate::db::register::Entity::find().all(&app.app.db).await.unwrap();
        let second = take(&app, &csv).await.unwrap();
        assert_eq!((second.created, second.updated, second.unchanged), (0, 0, 2));
        assert_eq!(crate::db::register::Entity::find().all(&app.app.db).await.unwrap(), before);
        let network = network(&app).await;
        let centre = network.centre("prove").unwrap();
        assert_eq!(network.hosts_of(centre)[0].1, ["Hamar"]);
        assert!(network.serving(TODAY).of("3403").all(|centre| centre.slug != "prove"));
        let held: Vec<_> = network.held_by("3403", TODAY).into_iter().map(|(c, _)| &c.slug).collect();
        assert!(held.iter().any(|slug| *slug == "prove"), "{held:?}");
        // Out and in again is the same as well.
        let whole = to_csv(&export(&app.app.db, true).await.unwrap()).unwrap();
        let again = take(&app, &whole).await.unwrap();
        assert_eq!((again.created, again.updated), (0, 0), "{again:?}");
        assert!(again.unchanged > 80);
    }

    async fn a_contact_stays_and_is_not_exported_unasked(app: TestApp) {
        let with = "register,subject,what,from,to,source,type,role,email\n\
            centre,prove,exists,2018,,Prøven,utviklingssenter,,\n\
            centre,prove,contact,2018,,Prøven,,leder,leder@senter.example\n";
        take(&app, with).await.unwrap();
        let open = to_csv(&export(&app.app.db, false).await.unwrap()).unwrap();
        assert!(!open.contains('@'));
        take(&app, &open).await.unwrap();
        let network = network(&app).await;
        assert_eq!(network.centre("prove").unwrap().contact_on(TODAY), Some(("leder", "leder@senter.example")));
    }

    async fn of_two_contacts_that_hold_the_one_that_began_last_gets_the_letters(app: TestApp) {
        let csv = "register,subject,what,from,to,source,type,role,email\n\
            centre,prove,exists,2018,,Prøven,utviklingssenter,,\n\
            centre,prove,contact,2018,,Prøven,,leder,leder@senter.example\n\
            centre,prove,contact,2020,,Årsrapporten,,fagkoordinator,fag@senter.example\n\
            centre,prove,contact,,,Heftet,,vertskap,vert@senter.example\n";
        take(&app, csv).await.unwrap();
        let network = network(&app).await;
        let contact = network.centre("prove").unwrap().contact_on(TODAY);
        assert_eq!(contact, Some(("fagkoordinator", "fag@senter.example")));
    }

    async fn what_an_installation_writes_stays_when_the_program_is_newer(app: TestApp) {
        let csv = rows(&[
            "centre,usht-oslo,exists,2017,,Prøven,utviklingssenter,,,,",
            "centre,usht-oslo,name,2017,,Prøven,,Vårt eget,,,",
        ]);
        take(&app, &csv).await.unwrap();
        crate::centres::load_shipped(&app.app.db, &app.app.clock).await.unwrap();
        let network = network(&app).await;
        assert_eq!(network.centre("usht-oslo").unwrap().name_on(TODAY), "Vårt eget");
        assert!(network.centre("usht-troms").unwrap().name_on(TODAY).ends_with("Troms"));
    }

    async fn what_breaks_a_rule_is_refused_whole_with_both_rows(app: TestApp) {
        let good = "centre,prove,exists,2018,2022,Prøven,utviklingssenter,,,,";
        let cases: &[(&[&str], &[&str])] = &[
            (&["centre,prove,host,2021-01-01,,Prøven,,,0403,,"], &["line 3", "0403 Hamar did not exist then", "2020-01-01"]),
            (&["centre,prove,host,2018,,Prøven,,,0000,,"], &["line 3", "\"0000\" is no municipality"]),
            (&["centre,prove,area,2021,,Prøven,,,,02,"], &["02 Akershus did not exist then"]),
            (&["centre,prove,name,2020,2019,Prøven,,X,,,"], &["line 3", "ends before it begins"]),
            (
                &["centre,prove,name,2018,2020,Prøven,,X,,,", "centre,prove,name,2019,,Prøven,,Y,,,"],
                &["line 3", "line 4", "one name at a time"],
            ),
            (
                &["centre,prove,host,2018,2021,Prøven,,,0301,,", "centre,prove,host,2020,,Prøven,,,0301,,"],
                &["line 3", "line 4", "said twice by one source"],
            ),
            (&["centre,prove,name,2023,,Prøven,,X,,,"], &["line 3", "line 2", "not there all the time"]),
            (&["centre,prove,host,2010,2019,Prøven,,,0301,,"], &["line 3", "line 2", "not there all the time"]),
            (&["centre,prove,satellite,2019,2025,Prøven,,,0301,,"], &["line 3", "line 2", "not there all the time"]),
            (&["centre,prove,host,2018,,Prøven,,,0301,,"], &["line 3", "line 2", "not there all the time"]),
            (
                &["centre,prove,host,2018,2022,Prøven,,,0301,,", "centre,prove,satellite,2019,2021,Prøven,,,0301,,"],
                &["line 3", "line 4", "not host and satellite"],
            ),
            (
                &[
                    "organisation,heimen,exists,,,Prøven,nursing_home,,,,",
                    "organisation,heimen,seat,,,Prøven,,,0501,,",
                    "centre,prove,host,2018,2022,Prøven,,,0301,,heimen",
                ],
                &["line 5", "line 4", "lies in 0501 Lillehammer"],
            ),
            (&["centre,prove,name,2018,,,,X,,,"], &["names its `source`"]),
            (&["centre,prove,nonsense,2018,,Prøven,,X,,,"], &["is not one of exists"]),
            (&["centre,prove,name,2018,,Prøven,,X,0301,,"], &["has no field `municipality`"]),
            (&["centre,prove,area,2018,,Prøven,,,,,ingen"], &["organisation \"ingen\" is not known"]),
            (&["centre,Ikke Slik,exists,2018,,Prøven,utviklingssenter,,,,"], &["is no address"]),
        ];
        let before = db::edition(&app.app.db, "network.content").await.unwrap();
        for (bad, told) in cases {
            let lines: Vec<&str> = [good].iter().chain(bad.iter()).copied().collect();
            let why = take(&app, &rows(&lines)).await.unwrap_err().join("\n");
            for part in *told {
                assert!(why.contains(part), "{part} is not told in: {why}");
            }
        }
        let ring = "register,subject,what,from,to,source,type,centre\n\
            centre,a,exists,2018,,Prøven,utviklingssenter,\ncentre,a,predecessor,,,Prøven,,b\n\
            centre,b,exists,2018,,Prøven,utviklingssenter,\ncentre,b,predecessor,,,Prøven,,a\n";
        let why = take(&app, ring).await.unwrap_err().join("\n");
        assert!(why.contains("line 3") && why.contains("line 5") && why.contains("ring"), "{why}");
        let duties = |what: &str, text: &str| {
            format!("register,subject,what,from,to,source,type,role,organisation,date,about\n\
            organisation,o,exists,,,Prøven,other,,,,\n\
            centre,prove,exists,2018,2022,Prøven,utviklingssenter,,,,\n\
            centre,prove,{what},2018,2022,Prøven,,{text}\n")
        };
        for (what, text, told) in [
            ("responsible", "kari@kommune.example,,,", "an e-mail address"),
            ("responsible", "leder 22 33 44 55,,,", "a telephone number"),
            ("responsible", "Kari Nordmann,,,", "a person's name"),
            ("council", "Ola Nordmann,o,,", "a person's name"),
            ("meeting", ",,2017-05-01,Møte", "not there all the time"),
            ("meeting", ",,2023-05-01,Møte", "not there all the time"),
        ] {
            let why = take(&app, &duties(what, text)).await.unwrap_err().join("\n");
            assert!(why.contains("line 4") && why.contains(told), "{told}: {why}");
        }
        let number = "register,subject,what,from,to,source,type,orgnr\n\
            organisation,o,exists,,,Prøven,other,\norganisation,o,number,,,Prøven,,123456786\n";
        let why = take(&app, number).await.unwrap_err().join("\n");
        assert!(why.contains("line 3") && why.contains("check digit"), "{why}");
        assert_eq!(db::edition(&app.app.db, "network.content").await.unwrap(), before);
        assert_eq!(crate::centres::centre::Entity::find().count(&app.app.db).await.unwrap(), 79);
    }
}

fn rows(lines: &[&str]) -> String {
    let head = "register,subject,what,from,to,source,type,name,municipality,county,organisation\n";
    head.to_owned() + &lines.join("\n") + "\n"
}

async fn take(app: &TestApp, csv: &str) -> Result<super::Done, Vec<String>> {
    let incoming = Incoming::from_csv(csv.as_bytes())?;
    let clock = app.app.clock.clone();
    let outcome = db::transaction::<_, DbErr, _>(&app.app.db, |tx| {
        let (clock, incoming) = (clock.clone(), incoming.clone());
        Box::pin(async move { import(tx, &clock, incoming).await })
    });
    outcome.await.unwrap()
}

/// What a spreadsheet makes of a day is read where it is sure, and else refused with what it may be.
#[test]
fn days_of_a_spreadsheet_are_read_or_told_of() {
    let with =
        |day: &str| rows(&[&format!("organisation,prove-hf,exists,{day},,Prøven,other,,,,")]);
    for sound in ["2017-01-01 00:00:00", "1.1.2017", "januar 2017", "høsten 2017"] {
        assert!(Incoming::from_csv(with(sound).as_bytes()).is_ok(), "{sound}");
    }
    for (day, words) in [
        ("42736", "Excel has of a day, 2017-01-01 (or 2021-01-02, counted from 1904)"),
        ("1/2/2017", "the day first or the month"),
        ("#I/T", "a fault that the spreadsheet tells of"),
        ("2017 K1", "in a table also 14.6.2019"),
        ("31.2.2017", "no such day"),
    ] {
        let why = Incoming::from_csv(with(day).as_bytes()).unwrap_err().join("; ");
        assert!(why.contains("line 2: `from`") && why.contains(words), "{day}: {why}");
    }
    let titled = format!("Oversikt 2017,,,,,,,,,,\n{}", with("2017"));
    let why = Incoming::from_csv(titled.as_bytes()).unwrap_err();
    assert_eq!(why, ["line 2: here are the headings; take away what stands over them"]);
}

#[test]
fn a_statement_is_written_as_it_was_read() {
    let json = serde_json::json!({
        "what": "agreement", "with": ["a", "b"], "about": "Praksis", "from": "2018~",
        "source": "Prøven", "example": true
    });
    let raw = Raw::from_json(&json, "line 1".to_owned()).unwrap();
    assert_eq!(raw.to_json(&super::LISTS), json);
    for bad in [
        serde_json::json!([]),
        serde_json::json!({"what": 1}),
        serde_json::json!({"with": ["a;b"]}),
        serde_json::json!({"example": "yes"}),
    ] {
        assert!(Raw::from_json(&bad, "line 1".to_owned()).is_err(), "{bad}");
    }
}
