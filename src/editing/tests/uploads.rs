//! Pictures and files by the front door: sent in, looked at, described, shown, taken down.

use std::io::Cursor;
use std::sync::Arc;

use axum::http::StatusCode;
use image::{ImageFormat, Rgb, RgbImage};
use time::Duration;
use uuid::Uuid;

use super::{
    GEIR, OLA, RITA, begin, centres, person, press, pressed, published, two_at_a_centre, write,
};
use crate::config::Settings;
use crate::extract::tests::made;
use crate::items::{Working, read};
use crate::rights::RoleKind::Editor;
use crate::scan;
use crate::testing::{Browser, Engine, TestApp, both_engines};

/// Synthetic, from the tax authority's own samples.
const NUMBER: &str = "03851598730";

pub(super) fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let small = |n: u32| u8::try_from(n % 256).unwrap();
    let picture =
        RgbImage::from_fn(width, height, |x, y| Rgb([small(x), small(y), small(x * y / 64)]));
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

/// Sends a file in and has it looked at; hands back its page, of one that is taken.
pub(super) async fn taken(
    app: &TestApp,
    browser: &mut Browser<'_>,
    page: &str,
    (name, bytes): (&str, &[u8]),
) -> String {
    let all = format!("{page}/filer");
    let sent = browser.send_file(&all, name, bytes).await;
    assert_eq!(
        (sent.status, sent.header("location")),
        (StatusCode::SEE_OTHER, all.as_str()),
        "{}",
        sent.body
    );
    assert!(browser.get(&all).await.has("Blir sett på"));
    assert!(app.read_files().await >= 1);
    let shown = browser.get(&all).await;
    let at = shown.body.find(&format!("href=\"{all}/")).unwrap_or_else(|| panic!("{}", shown.body));
    shown.body[at..].split('"').nth(1).unwrap().to_owned()
}

/// The page of all files after one was sent in that should not be taken.
async fn refused(
    app: &TestApp,
    browser: &mut Browser<'_>,
    page: &str,
    file: (&str, &[u8]),
) -> String {
    let all = format!("{page}/filer");
    let sent = browser.send_file(&all, file.0, file.1).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    app.read_files().await;
    let shown = browser.get(&all).await;
    assert!(shown.has("Ikke tatt imot") && !shown.has(&format!("href=\"{all}/")), "{}", shown.body);
    shown.body
}

const PICTURE: [(&str, &str); 6] = [
    ("alt", "Et dekket bord ved et vindu."),
    ("credit", "Foto: Senteret"),
    ("crop", "wide"),
    ("focus", "top_left"),
    ("people", "nobody"),
    ("gjor", "bruk"),
];

/// The same with other values.
pub(super) fn but<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept =
        PICTURE.into_iter().filter(|(name, _)| changed.iter().all(|(other, _)| other != name));
    kept.chain(changed.iter().copied()).filter(|(_, value)| !value.is_empty()).collect()
}

/// A project that is ready to be published, in the name of a centre, and its page.
pub(super) async fn project(browser: &mut Browser<'_>, centre: Uuid) -> String {
    let page = begin(browser, "project", "Rolige måltider", Some(centre)).await;
    let centre = centre.to_string();
    let fields = [
        ("title", "Rolige måltider"),
        ("lang", "nb"),
        ("facts.status", "ongoing"),
        ("facts.sections.results", "Flere holder vekta."),
        ("centre", centre.as_str()),
    ];
    let saved = write(browser, &page, &fields).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    page
}

pub(super) const PUBLIC: &str = "/nb/prosjekter/rolige-maltider";

/// The address of the picture on a page.
fn source(page: &str) -> String {
    let at = page.find("src=\"/filer/").unwrap_or_else(|| panic!("no picture: {page}"));
    page[at..].split('"').nth(1).unwrap().to_owned()
}

pub(super) async fn item(app: &TestApp, page: &str) -> Working {
    let id: Uuid = page.rsplit('/').next().unwrap().parse().unwrap();
    assert!(read::by_id(&app.app.db, id).await.unwrap().is_some());
    Working::open(&app.app.db, id).await.unwrap().unwrap()
}

both_engines! {
    async fn a_picture_comes_from_a_telephone_to_the_public_page(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("IMG_2041.JPG", &jpeg(1_800, 1_200))).await;
        // It is described, or it only decorates; whoever made it is named. All that was typed is kept.
        for (wrong, said) in [
            (&[("alt", "")][..], "Beskriv hva bildet viser"),
            (&[("decorative", "true")][..], "Et bilde til pynt har ingen beskrivelse"),
            (&[("credit", ""), ("alt", "Det som er skrevet")][..], "href=\"#credit\""),
            (&[("people", "")][..], "href=\"#people\""),
            (&[("crop", "round")][..], "href=\"#crop\""),
        ] {
            let answer = rita.post(&one, &but(wrong)).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
            assert!(answer.has(said), "{said}: {}", answer.body);
            let kept = wrong.iter().find(|(_, value)| value.len() > 8).map_or("Foto: Senteret", |(_, v)| *v);
            assert!(answer.has(kept), "{kept}");
        }
        // All that is wrong is said at once, and what one of two will do for is not called optional.
        let all = rita.post(&one, &but(&[("alt", ""), ("credit", ""), ("people", "")])).await;
        for said in ["href=\"#alt\"", "href=\"#credit\"", "href=\"#people\"", "for=\"alt\">Hva bildet viser</label>"] {
            assert!(all.has(said), "{said}: {}", all.body);
        }
        let used = rita.post(&one, &but(&[])).await;
        assert_eq!(used.status, StatusCode::SEE_OTHER, "{}", used.body);
        assert!(rita.get(used.header("location")).await.has("I teksten"));
        // Before it is public those who write see it, and nobody else.
        let preview = rita.get(&format!("{page}/forhandsvis")).await;
        let at = preview.body.find(&format!("src=\"{page}/fil/")).unwrap_or_else(|| panic!("{}", preview.body));
        let own = preview.body[at..].split('"').nth(1).unwrap().to_owned();
        assert!(!preview.has("\"/filer/"), "{}", preview.body);
        let shown = rita.get(&own).await;
        assert_eq!((shown.status, shown.header("content-type")), (StatusCode::OK, "image/jpeg"));
        assert!(shown.header("cache-control").contains("no-store") && shown.header("content-security-policy").contains("sandbox"));
        assert_eq!(app.get(&own).await.status, StatusCode::FORBIDDEN);
        assert_eq!(person(&app, OLA, None).await.get(&own).await.status, StatusCode::FORBIDDEN);
        published(&mut rita, &mut geir, &page).await;
        let public = app.get(PUBLIC).await;
        assert!(public.has("alt=\"Et dekket bord ved et vindu.\"") && public.has("class=\"focus-top-left\""), "{}", public.body);
        assert!(public.has("480w") && public.has("1600w") && public.has("width=\"1600\" height=\"900\""), "{}", public.body);
        let picture = app.get(&source(&public.body)).await;
        assert_eq!((picture.status, picture.header("content-type")), (StatusCode::OK, "image/jpeg"));
        // The picture that it is cut from is nobody's but theirs.
        let master = item(&app, &page).await.content().image.unwrap().master.unwrap();
        assert_eq!(app.get(&format!("/filer/{master}/bilde.jpg")).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_picture_that_decorates_is_not_told_of_and_goes_out_again(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("bord.jpg", &jpeg(600, 400))).await;
        let used = rita.post(&one, &but(&[("alt", ""), ("decorative", "true")])).await;
        assert_eq!(used.status, StatusCode::SEE_OTHER, "{}", used.body);
        let preview = rita.get(&format!("{page}/forhandsvis")).await;
        assert!(preview.has("alt=\"\""), "{}", preview.body);
        // What a version has is not deleted; out of the text it goes, and back.
        let kept = rita.post(&one, &[("gjor", "slett")]).await;
        assert!(kept.status == StatusCode::CONFLICT && kept.has("kan ikke slettes"), "{}", kept.body);
        assert_eq!(rita.post(&one, &[("gjor", "ta-ut")]).await.status, StatusCode::SEE_OTHER);
        assert!(item(&app, &page).await.content().image.is_none());
        let versions = rita.get(&format!("{page}/versjoner")).await;
        let number = versions.field("versjon").to_owned();
        let before = (number.parse::<i32>().unwrap() - 1).to_string();
        let back = rita.post(&format!("{page}/versjoner"), &[("versjon", &number), ("hent", &before)]).await;
        assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.body);
        assert!(item(&app, &page).await.content().image.is_some());
        // One that no version has is.
        let other = taken(&app, &mut rita, &page, ("annet.jpg", &jpeg(300, 300))).await;
        assert_eq!(rita.post(&other, &[("gjor", "slett")]).await.status, StatusCode::SEE_OTHER);
        assert_eq!(rita.get(&other).await.status, StatusCode::NOT_FOUND);
    }

    async fn nobody_is_shown_who_has_not_said_yes(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("bord.jpg", &jpeg(900, 600))).await;
        let used = rita.post(&one, &but(&[("people", "somebody")])).await;
        let consents = format!("{one}/samtykke");
        assert_eq!(used.header("location"), consents, "{}", used.body);
        let files = format!("{page}/filer");
        let listed = rita.get(&files).await;
        assert!(listed.has("Mangler samtykke") && listed.has(&format!("href=\"{consents}\"")), "{}", listed.body);
        assert!(listed.has("JPEG. ") || listed.has("JPG. "), "what it is stands there: {}", listed.body);
        // Without a consent it is not published, and the checklist says why.
        pressed(&mut rita, &page, "send-inn").await;
        pressed(&mut geir, &page, "godkjenn").await;
        assert_eq!(press(&mut rita, &page, "publiser").await.status, StatusCode::CONFLICT);
        assert!(rita.get(&format!("{page}/steg")).await.has("Samtykke som gjelder"));
        let given = [("who", "Prøve Prøvesen"), ("kind", "resident"), ("given_on", "1.11.2026"), ("until", "31.12.2026")];
        // A resident says so in writing; what is over or to come is no consent.
        let spoken = rita.post(&consents, &given).await;
        assert!(spoken.status == StatusCode::UNPROCESSABLE_ENTITY && spoken.has("må samtykket være skriftlig") && spoken.has("Prøve Prøvesen"), "{}", spoken.body);
        for (name, value) in [("until", "1.1.2026"), ("given_on", "24.12.2026"), ("until", "2027"), ("kind", "")] {
            let mut wrong = given.to_vec();
            wrong.retain(|(other, _)| *other != name);
            wrong.extend([(name, value), ("is_written", "true")]);
            assert_eq!(rita.post(&consents, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} {value}");
        }
        let mut written = given.to_vec();
        written.push(("is_written", "true"));
        assert_eq!(rita.post(&consents, &written).await.status, StatusCode::SEE_OTHER);
        assert!(rita.get(&consents).await.has("Prøve Prøvesen"));
        assert!(!rita.get(&files).await.has("Mangler samtykke"));
        pressed(&mut rita, &page, "publiser").await;
        let public = app.get(PUBLIC).await;
        let picture = source(&public.body);
        assert!(!public.has("Prøvesen") && app.get(&picture).await.status == StatusCode::OK);
        // On its last day it holds; the day after the picture is gone from all that there ever was.
        app.app.clock.advance(Duration::days(39));
        round(&app).await;
        assert_eq!(app.get(&picture).await.status, StatusCode::OK);
        app.app.clock.advance(Duration::days(1));
        round(&app).await;
        app.index().await;
        assert_eq!(app.get(&picture).await.status, StatusCode::NOT_FOUND);
        let public = app.get(PUBLIC).await;
        assert!(public.status == StatusCode::OK && !public.has("src=\"/filer/"), "{}", public.body);
        assert!(item(&app, &page).await.content().image.is_none());
        let mut rita = person(&app, RITA, None).await;
        let files = rita.get(&format!("{page}/filer")).await;
        assert!(files.has("Bildet er tatt bort overalt"), "{}", files.body);
        // And does not come back by being sent in once more.
        let again = refused(&app, &mut rita, &page, ("igjen.jpg", &jpeg(900, 600))).await;
        assert!(again.contains("slettet etter krav"), "{again}");
    }

    async fn who_withdraws_is_gone_at_once(app: TestApp) {
        let [here, _] = centres(&app).await;
        let mut rita = person(&app, RITA, Some((Editor, Some(here)))).await;
        let page = project(&mut rita, here).await;
        let one = taken(&app, &mut rita, &page, ("bord.jpg", &jpeg(900, 600))).await;
        rita.post(&one, &but(&[("people", "somebody")])).await;
        let consents = format!("{one}/samtykke");
        let given = [("who", "Prøve Prøvesen"), ("kind", "employee"), ("given_on", "1.11.2026"), ("until", "31.12.2030")];
        assert_eq!(rita.post(&consents, &given).await.status, StatusCode::SEE_OTHER);
        let id = rita.get(&consents).await;
        let id = id.body.split("name=\"trekk\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        // Nobody withdraws it by the page of another text.
        let other = begin(&mut rita, "project", "En annen", Some(here)).await;
        let elsewhere = taken(&app, &mut rita, &other, ("annet.jpg", &jpeg(300, 300))).await;
        let strange = rita.post(&format!("{elsewhere}/samtykke"), &[("trekk", &id)]).await;
        assert_eq!(strange.status, StatusCode::NOT_FOUND);
        // They are asked first, and nothing has happened then.
        let asked = rita.post(&consents, &[("trekk", &id)]).await;
        assert!(asked.status == StatusCode::OK && asked.has("Er samtykket trukket?") && asked.has("name=\"sikker\""), "{}", asked.body);
        app.run_jobs().await;
        assert!(item(&app, &page).await.content().image.is_some());
        let sure = [("trekk", id.as_str()), ("sikker", "1")];
        assert_eq!(rita.post(&consents, &sure).await.status, StatusCode::SEE_OTHER);
        app.run_jobs().await;
        assert!(item(&app, &page).await.content().image.is_none());
        assert_eq!(rita.get(&consents).await.status, StatusCode::NOT_FOUND);
        assert!(rita.get(&format!("{page}/filer")).await.has("Bildet er tatt bort overalt"));
    }

    async fn a_file_is_told_of_before_it_is_used(app: TestApp) {
        let (here, mut rita, mut geir) = two_at_a_centre(&app).await;
        let page = project(&mut rita, here).await;
        let pdf = made::pdf(&["Rutine", &format!("Ordre {NUMBER}")]);
        let one = taken(&app, &mut rita, &page, ("../../etc/Rutine_for måltider.pdf", &pdf)).await;
        let shown = rita.get(&one).await;
        assert!(shown.has("value=\"Rutine for måltider\""), "{}", shown.body);
        for told in ["ikke merket (tagget)", "ikke hvilket språk", "fødselsnummer på side 2"] {
            assert!(shown.has(told), "{told}");
        }
        let listed = rita.get(&format!("{page}/filer")).await;
        assert!(listed.has("fødselsnummer på side 2") && listed.has("Se over: "), "{}", listed.body);
        assert!(!listed.has("Klar, ikke i teksten"), "{}", listed.body);
        // What may be a number is none only when somebody says so; a reviewer sees it.
        let fields = [("title", "Rutine"), ("gjor", "bruk")];
        let silent = rita.post(&one, &fields).await;
        assert!(silent.status == StatusCode::UNPROCESSABLE_ENTITY && silent.has("href=\"#vouched\""), "{}", silent.body);
        let said = rita.post(&one, &[("title", "Rutine"), ("vouched", "ordrenummer"), ("gjor", "bruk")]).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
        let steps = geir.get(&format!("{page}/steg")).await;
        assert!(steps.has("sier at det ikke er det: ordrenummer") && !steps.has(NUMBER), "{}", steps.body);
        published(&mut rita, &mut geir, &page).await;
        let public = app.get(PUBLIC).await;
        let at = public.body.find("/filer/").unwrap_or_else(|| panic!("{}", public.body));
        let path = public.body[at..].split('"').next().unwrap();
        assert!(path.ends_with("/rutine-for-maltider.pdf"), "{path}");
        let home = app.get(path).await;
        assert!(home.header("content-disposition").contains("attachment"));
        // Another takes its place: the old one stays with the version that had it.
        let newer = taken(&app, &mut rita, &page, ("ny rutine.pdf", &made::pdf(&["Ny rutine"]))).await;
        let old = path.split('/').nth(2).unwrap().to_owned();
        let fields = [("title", "Rutine"), ("replaces", old.as_str()), ("gjor", "bruk")];
        assert_eq!(rita.post(&newer, &fields).await.status, StatusCode::SEE_OTHER);
        let files = item(&app, &page).await.content().files;
        assert!(files.len() == 1 && files[0].name == "ny-rutine.pdf", "{files:?}");
        assert_eq!(app.get(path).await.status, StatusCode::OK);
        // Thrown away with the draft, it is gone, and the list says so.
        pressed(&mut rita, &page, "kast").await;
        let lost = rita.get(&format!("{page}/filer")).await;
        assert!(lost.has("sammen med et utkast"), "{}", lost.body);
        assert_eq!(rita.get(&newer).await.status, StatusCode::NOT_FOUND);
        assert_eq!(rita.post(&newer, &[("gjor", "slett")]).await.status, StatusCode::SEE_OTHER);
    }

    async fn what_is_not_as_it_seems_is_not_taken(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let docx = crate::files::tests::docx();
        let both = [made::pdf(&["Rutine"]).as_slice(), docx.as_slice()].concat();
        let film = b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom".to_vec();
        let mut subtitled = film.clone();
        subtitled.extend(b"\0\0\0\x21hdlr\0\0\0\0\0\0\0\0sbtl\0\0\0\0");
        let bomb = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x9c\x40\0\0\x9c\x40\x08\x06\0\0\0".to_vec();
        let zeros = "0".repeat(40 << 20);
        let packed = crate::files::tests::archive(&[("[Content_Types].xml", "<Types/>"), ("word/document.xml", &zeros)]);
        for (name, bytes, why) in [
            ("tegning.svg", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec(), "SVG kan bære med seg programmer"),
            ("bilde.jpg", b"<html><script>alert(1)</script>".to_vec(), "Vi tar ikke imot denne typen fil"),
            ("rutine.pdf", both, "to slags filer"),
            ("film.mp4", film, "denne filmen har ingen i seg"),
            ("film.mov", subtitled, "Denne filmen har teksting i seg"),
            ("stort.png", bomb, "for mange piksler"),
            ("pakket.docx", packed, "pakker ut til langt mer"),
            ("program.exe", b"MZ\x90\0".to_vec(), "Vi tar ikke imot denne typen fil"),
        ] {
            let page = begin(&mut ola, "project", name, None).await;
            let told = refused(&app, &mut ola, &page, (name, &bytes)).await;
            assert!(told.contains(why), "{name}: {told}");
            assert!(told.contains(&format!(">{name}</h3>")), "by the name that it was sent with: {told}");
        }
    }

    async fn a_name_says_nothing_that_it_should_not(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "project", "Navn", None).await;
        let name = format!("{NUMBER} \u{202e}gpj.jpg");
        let one = taken(&app, &mut ola, &page, (&name, &jpeg(60, 40))).await;
        let shown = ola.get(&format!("{page}/filer")).await;
        assert!(shown.has("lignet et fødselsnummer") && !shown.has(NUMBER) && !shown.has("\u{202e}"), "{}", shown.body);
        assert!(!ola.get(&one).await.has(NUMBER));
        // Nor do the digits before the ending and those of it.
        taken(&app, &mut ola, &page, ("030882.99902", &jpeg(60, 40))).await;
        assert!(!ola.get(&format!("{page}/filer")).await.has("99902"));
        assert_eq!(ola.post(&one, &[("gjor", "annet")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_store_that_has_no_room_is_told_of_and_nothing_is_half_kept(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "project", "Uten plass", None).await;
        let all = format!("{page}/filer");
        // Where the folder of what comes in should be there is something else.
        let in_the_way = app.folder().join("files/quarantine");
        std::fs::write(&in_the_way, "fullt").unwrap();
        let sent = ola.send_file(&all, "bilde.jpg", &jpeg(90, 90)).await;
        assert_eq!(sent.status, StatusCode::SERVICE_UNAVAILABLE, "{}", sent.body);
        assert!(sent.has("Fila kunne ikke lagres") && sent.has("Uten plass"), "{}", sent.body);
        assert!(!sent.header("retry-after").is_empty());
        std::fs::remove_file(&in_the_way).unwrap();
        assert!(!ola.get(&all).await.has("Blir sett på"), "there is no trace of it");
        taken(&app, &mut ola, &page, ("bilde.jpg", &jpeg(90, 90))).await;
    }

    async fn what_does_not_arrive_is_told(app: TestApp) {
        let mut ola = person(&app, OLA, None).await;
        let page = begin(&mut ola, "project", "Uten fil", None).await;
        let all = format!("{page}/filer");
        let empty = ola.send_file(&all, "tom.pdf", b"").await;
        assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.has("ikke er tom"), "{}", empty.body);
        let unnamed = ola.send_file(&all, "", b"").await;
        assert_eq!(unnamed.status, StatusCode::UNPROCESSABLE_ENTITY);
        let plain = ola.post(&all, &[("fil", "rutine.pdf")]).await;
        assert!(plain.status == StatusCode::UNPROCESSABLE_ENTITY && plain.has("ds-error-summary"), "{}", plain.body);
        let large = ola.send_file(&all, "stor.pdf", &vec![b'x'; (25 << 20) + 1]).await;
        assert!(large.status == StatusCode::PAYLOAD_TOO_LARGE && large.has("for stor"), "{}", large.body);
        assert_eq!(app.app.files.in_quarantine().await.unwrap(), []);
        // Nobody sends a file in for a text that is not theirs.
        let mut geir = person(&app, GEIR, None).await;
        assert_eq!(geir.send_file(&all, "a.jpg", &jpeg(9, 9)).await.status, StatusCode::FORBIDDEN);
        assert_eq!(geir.get(&all).await.status, StatusCode::FORBIDDEN);
    }
}

pub(super) async fn round(app: &TestApp) {
    let job = super::super::uploads::Round {};
    super::super::uploads::round(app.app.clone(), job).await.unwrap();
    app.run_jobs().await;
}

#[tokio::test]
async fn a_virus_is_refused_and_a_scanner_that_is_away_lets_nothing_through() {
    let scanner = scan::tests::stand_in().await;
    let app = TestApp::new(Engine::Sqlite).await.changed(|app| {
        let settings = Settings { virus_scanner: Some(scanner), ..(*app.settings).clone() };
        app.settings = Arc::new(settings);
    });
    let mut ola = person(&app, OLA, None).await;
    let page = begin(&mut ola, "project", "Med virus", None).await;
    let eicar =
        [made::pdf(&["Rutine"]).as_slice(), scan::tests::EICAR.concat().as_bytes()].concat();
    let told = refused(&app, &mut ola, &page, ("rutine.pdf", &eicar)).await;
    assert!(told.contains("Virusskanneren slo ut"), "{told}");
    taken(&app, &mut ola, &page, ("bord.jpg", &jpeg(60, 40))).await;
    drop(ola);
    let app = app.changed(|app| {
        let closed = scan::Scanner::Tcp("127.0.0.1:9".to_owned());
        app.settings =
            Arc::new(Settings { virus_scanner: Some(closed), ..(*app.settings).clone() });
    });
    let mut ola = person(&app, OLA, None).await;
    let page = begin(&mut ola, "project", "Uten skanner", None).await;
    let all = format!("{page}/filer");
    ola.send_file(&all, "bord.jpg", &jpeg(60, 40)).await;
    app.read_files().await;
    let waiting = ola.get(&all).await;
    assert!(waiting.has("Blir sett på") && !waiting.has("<img class=\"sent\""), "{}", waiting.body);
    assert!(waiting.has("Virusskanneren svarer ikke nå"), "{}", waiting.body);
    assert_eq!(app.app.files.in_quarantine().await.unwrap().len(), 1);
    drop(ola);
    app.end().await;
}
