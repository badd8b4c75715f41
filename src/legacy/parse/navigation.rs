//! What belonged to the old site and not to the page: commands, menus, breadcrumbs, forms.

use super::account::{LineFate, Reason};
use super::guideline;
use super::lines::Piece;
use super::text::{fold, one_of, strip_words};

/// Commands that stand anywhere on a page.
const COMMANDS: &str = "tips en venn|tips ein ven|send til en venn|skriv ut siden|skriv ut sida|skriv ut side|\
    skriv ut|del på facebook|del på twitter|del på linkedin|del denne siden|del denne sida|\
    del artikkelen|del på e-post|følg oss på facebook|følg oss på twitter|til toppen|\
    gå til toppen|til topps|hopp til hovedinnhold|hopp til hovudinnhald|hopp til innhold|\
    hopp til innhald|gå til innhold|gå til hovedinnhold|lytt til teksten|\
    lytt til artikkelen|tekststørrelse|nettstedskart|nettstadkart|sidekart|større tekst|\
    mindre tekst|vis mer|les mer|les meir|vis meir|vis mindre|tilbake til oversikten|\
    tilbake til alle prosjekter|logg inn|logg ut|facebook|twitter|linkedin|\
    utskriftsvennlig versjon|utskriftsvennlig|utskriftsvenleg versjon|utskriftsvenleg|\
    skriv ut artikkelen|del saken|del siden|del sida|følg oss|a a a";

/// Commands only where they are all of a line: a sentence may begin with their words.
const WHOLE_LINES: &str = "hopp direkte til innholdet|hopp direkte til innhaldet|hopp rett til innholdet|\
    gå direkte til innholdet|gå rett til innholdet|skip to content|skip to main content|\
    lytt til innholdet|lytt til innhaldet|lytt til siden|lytt til sida|til forsiden|til framsida|\
    neste side|forrige side|førre side|neste sak|forrige sak|førre sak|\
    fant du det du lette etter|fann du det du leitte etter|var denne siden nyttig|\
    var denne sida nyttig|legg igjen en kommentar|skriv en kommentar";

/// Menu words that are commands only above the title: below it they may be headings.
const MENU: &str = "tema|temaer|meny|hovedmeny|hovudmeny|søk|forside|forsiden|framside|hjem|heim|\
    alle prosjekter|alle prosjekt|prosjekter|prosjekt|nyheter|nyhende|nyheiter|aktuelt|\
    arrangementer|kurs og arrangementer|om oss|kontakt oss|kontakt|verktøy|\
    utviklingssentre|bokmål|nynorsk|english|sámegiella|del|lukk|print|lytt|rss|personvern|\
    tilbake";

/// Labels of the «tips a friend» form, always without a value.
const FORM: &str = "send til e-post|send til epost|fra e-post|frå e-post|fra epost|melding|din e-post|\
    din epost|ditt navn|namnet ditt|mottakers e-post|mottakars e-post|til e-post|navn|namn|\
    e-post|send|avbryt";

/// What the page calls itself, on the government's site.
pub(super) fn page_label(text: &str) -> Option<&'static str> {
    const LABELS: &[(&str, &str)] = &[
        ("nyhet", "Nyhet"),
        ("nyhende", "Nyhende"),
        ("nyheit", "Nyheit"),
        ("pressemelding", "Pressemelding"),
        ("artikkel", "Artikkel"),
        ("tale/innlegg", "Tale/innlegg"),
    ];
    let folded = fold(text.trim_matches([',', ' ', '|']));
    LABELS.iter().find(|(label, _)| folded == *label).map(|(_, shown)| *shown)
}

/// What is left after a command at the start of the text.
pub(super) fn strip_command(text: &str) -> Option<&str> {
    COMMANDS.split('|').find_map(|command| strip_words(text, command))
}

/// What the navigation of the page told, besides being dropped.
#[derive(Debug, Default)]
pub(super) struct Trail {
    /// Last step of the breadcrumb, folded.
    pub last: Option<String>,
    /// The breadcrumb leads through the projects, or the centres.
    pub projects: bool,
    pub centres: bool,
}

/// Claims blank lines, decoration, commands, forms, breadcrumbs and the chooser of what to print.
pub(super) fn claim(pieces: &mut [Piece]) -> Trail {
    let mut trail = Trail::default();
    let mut form = 0_u8;
    let mut chooser = false;
    for (at, piece) in pieces.iter_mut().enumerate() {
        if piece.raw.trim().is_empty() {
            piece.what = Some(LineFate::dropped(Reason::Blank));
            continue;
        }
        let reason = if guideline::opens_chooser(&piece.full) {
            chooser = true;
            Some(Reason::PrintChooser)
        } else if chooser && !piece.item && guideline::only_labels(&piece.full) {
            Some(Reason::PrintChooser)
        } else {
            chooser = false;
            reason(piece, at, form > 0, &mut trail)
        };
        match reason {
            // The form's labels stand close after the command that opens it.
            Some(Reason::Navigation) if fold(&piece.full).starts_with("tips e") => form = 8,
            Some(Reason::FormLabel) => form = 8,
            _ => form = form.saturating_sub(1),
        }
        if piece.open() {
            piece.what = reason.map(LineFate::dropped);
        }
    }
    claim_menu(pieces, &mut trail);
    trail
}

fn reason(piece: &Piece, at: usize, in_form: bool, trail: &mut Trail) -> Option<Reason> {
    if piece.full.is_empty() {
        let mail = !piece.emails.is_empty();
        return (!mail).then_some(Reason::Decoration);
    }
    if !piece.full.contains(char::is_alphanumeric) {
        return Some(Reason::Decoration);
    }
    if !piece.short(160) {
        return None;
    }
    if at < 30 && breadcrumb(piece, trail) {
        return Some(Reason::Breadcrumb);
    }
    let folded = fold(&piece.words);
    if at < 60 && is_warning(&folded) {
        return Some(Reason::BrowserWarning);
    }
    // A breadcrumb whose steps stood elsewhere.
    if at < 30 && one_of("du er her|her er du", &folded) {
        return Some(Reason::Breadcrumb);
    }
    if one_of(COMMANDS, &folded) || one_of(WHOLE_LINES, &folded) || counts_comments(&folded) {
        return Some(Reason::Navigation);
    }
    let always = folded.starts_with("send til e") || folded.starts_with("fra e-post");
    if one_of(FORM, &folded) && (in_form || always && piece.full.ends_with(':')) {
        return Some(Reason::FormLabel);
    }
    None
}

/// «Kommentarer (0)».
fn counts_comments(folded: &str) -> bool {
    let rest = ["kommentarer (", "kommentarar ("].iter().find_map(|it| folded.strip_prefix(it));
    let count = rest.and_then(|rest| rest.strip_suffix(')'));
    count.is_some_and(|count| !count.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()))
}

/// «Denne nettsiden bruker cookies», «Siden krever Flash Player»: the site, and what it needs.
fn tells_what_it_needs(folded: &str) -> bool {
    const SITES: &str = "denne siden|denne sida|denne nettsiden|denne nettsida|dette nettstedet|\
        denne nettstaden|nettstedet|nettstaden|nettsiden|nettsida|siden|sida|vi";
    const VERBS: [&str; 9] = [
        "bruker ",
        "brukar ",
        "benytter ",
        "nyttar ",
        "krever ",
        "krev ",
        "støtter ikke ",
        "vises best ",
        "visast best ",
    ];
    const TOOLS: [&str; 8] = [
        "cookies",
        "informasjonskaps",
        "javascript",
        "flash player",
        "internet explorer",
        "nettleseren din",
        "nettlesaren din",
        "silverlight",
    ];
    let is_said = |site: &str| {
        let rest = folded.strip_prefix(site).and_then(|rest| rest.strip_prefix(' '));
        rest.is_some_and(|rest| VERBS.iter().any(|verb| rest.starts_with(verb)))
    };
    SITES.split('|').any(is_said) && TOOLS.iter().any(|tool| folded.contains(tool))
}

/// What the old site told of browsers, scripts and cookies, whatever page it stood on.
fn is_warning(folded: &str) -> bool {
    const STARTS: [&str; 31] = [
        "internet explorer støtt",
        "internet explorer er ikk",
        "du benytter en nettleser",
        "du bruker en nettleser",
        "du bruker en gammel nettleser",
        "du brukar ein nettlesar",
        "du nyttar ein nettlesar",
        "nettleseren din",
        "nettlesaren din",
        "denne nettleseren",
        "din nettleser",
        "vi støtter ikke denne nettleseren",
        "javascript er",
        "javascript må",
        "du må ha javascript",
        "du må slå på javascript",
        "slå på javascript",
        "aktiver javascript",
        "denne siden krever javascript",
        "dette nettstedet krever javascript",
        "nettstaden krev javascript",
        "denne sida krev javascript",
        "please enable javascript",
        "you need to enable javascript",
        "this site uses cookies",
        "denne nettsiden bruker informasjonskapsler",
        "denne siden bruker informasjonskapsler",
        "nettstaden brukar informasjonskapslar",
        "dette nettstedet bruker informasjonskapsler",
        "dette nettstedet bruker cookies",
        "vi bruker informasjonskapsler",
    ];
    STARTS.iter().any(|start| folded.starts_with(start)) || tells_what_it_needs(folded)
}

/// «Forside  Organisering», «Forsiden/Utviklingssentre», «Du er her: Hjem > Prosjekter».
fn breadcrumb(piece: &Piece, trail: &mut Trail) -> bool {
    const HOMES: &[&str] = &["forsiden", "forside", "framsida", "framside", "hjem", "heim"];
    let text = piece.raw.trim();
    let led = ["du er her:", "du er her", "her er du:"].iter().find_map(|l| strip_words(text, l));
    let path = led.unwrap_or(text).trim_start();
    let home = HOMES.iter().find_map(|home| strip_words(path, home));
    let Some(rest) = home.or(led) else { return false };
    let parted =
        rest.starts_with("  ") || rest.trim_start().starts_with(['/', '>', '»', '›', '|', '\\']);
    if rest.trim().is_empty()
        || !(parted || led.is_some() || rest.starts_with(' ') && piece.raw.contains("  "))
    {
        return false;
    }
    let steps = rest.replace("  ", "/");
    let last = steps.split(['/', '>', '»', '›', '|', '\\']).rfind(|step| !step.trim().is_empty());
    let folded = fold(rest);
    trail.last = last.map(fold);
    trail.projects |= folded.contains("prosjekt");
    trail.centres |= folded.contains("utviklingssent");
    true
}

/// Menu words above the first line that is neither blank nor dropped, and a menu's items.
/// «Søk Meny», «Nynorsk | Bokmål | English»: words of the menu on one line.
fn is_row_of_menu(folded: &str) -> bool {
    let is_known = |part: &str| one_of(MENU, part.trim()) || one_of(COMMANDS, part.trim());
    let are_all = |parts: Vec<&str>| parts.len() > 1 && parts.into_iter().all(is_known);
    are_all(folded.split(['|', '·', '•']).collect()) || are_all(folded.split_whitespace().collect())
}

/// A line that tells only when it was published, or a command beside that.
pub(super) fn is_dated(text: &str) -> bool {
    let folded = fold(text);
    let bare = COMMANDS.split('|').find_map(|command| folded.strip_suffix(command));
    let bare = bare.unwrap_or(&folded).trim_matches([' ', '|', '-', '–']);
    let is_day = |when| match when {
        figures::When::Known(known) => known.period.kind == figures::Kind::Day,
        figures::When::Either { .. } => true,
        figures::When::Yearless(_) | figures::When::Serial(_) => false,
    };
    figures::period::read(bare).is_some_and(is_day)
}

fn claim_menu(pieces: &mut [Piece], trail: &mut Trail) {
    let open = pieces.iter().filter(|piece| piece.open()).count();
    let mut in_menu = false;
    for piece in pieces.iter_mut().filter(|piece| piece.open()).take(open.saturating_sub(1)) {
        let folded = fold(&piece.words);
        let item = in_menu && piece.item && piece.short(60) && piece.emails.is_empty();
        let word = piece.short(60) && (one_of(MENU, &folded) || is_row_of_menu(&folded));
        if !item && !word {
            break;
        }
        in_menu = true;
        trail.projects |= folded.contains("prosjekt");
        piece.what = Some(LineFate::dropped(Reason::Navigation));
    }
}
