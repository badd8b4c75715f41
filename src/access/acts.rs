//! What can be done behind the routes that are not for anybody, in words: a closed list. A route that is added is
//! added here too, or a test says so.

use super::needs::{Needs, Team, Text};
use crate::editing::may::Does;
use crate::work::Standing;

/// What things are about, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    Own,
    Access,
    Texts,
    Work,
    Adoption,
    Registers,
}

impl Area {
    pub const ALL: [Self; 6] =
        [Self::Own, Self::Texts, Self::Work, Self::Adoption, Self::Registers, Self::Access];

    pub fn key(self) -> &'static str {
        match self {
            Self::Own => "access-area-own",
            Self::Access => "access-area-access",
            Self::Texts => "access-area-texts",
            Self::Work => "access-area-work",
            Self::Adoption => "access-area-adoption",
            Self::Registers => "access-area-registers",
        }
    }
}

/// Something that can be done, in words, and the routes that do it. They all ask for the same right.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    pub area: Area,
    /// More than one where the thing itself decides, in one way and another.
    pub said: &'static [Said],
    pub patterns: &'static [&'static str],
}

/// A row of the page.
#[derive(Clone, Copy, Debug)]
pub struct Said {
    pub key: &'static str,
    pub needs: Needs,
}

const fn act(area: Area, said: &'static [Said], patterns: &'static [&'static str]) -> Act {
    Act { area, said, patterns }
}

/// What no more is asked for than the right of the route.
const fn by_route(key: &'static str) -> Said {
    Said { key, needs: Needs::Route }
}

const fn text(key: &'static str, does: Does, text: Text) -> Said {
    Said { key, needs: Needs::Text(does, text) }
}

const fn work(key: &'static str, least: Standing, team: Team) -> Said {
    Said { key, needs: Needs::Work(least, team) }
}

use Area::{Access, Adoption, Own, Registers, Texts, Work};

pub const ACTS: &[Act] = &[
    act(
        Own,
        &[by_route("access-can-own-page")],
        &["/{lang}/min-side", "/{lang}/min-side/invitasjon", "/{lang}/min-side/organisasjon"],
    ),
    act(
        Own,
        &[by_route("access-can-own-role")],
        &["/{lang}/min-side/rolle", "/{lang}/min-side/rolle/trekk"],
    ),
    act(Own, &[by_route("access-can-own-sessions")], &["/{lang}/min-side/okter"]),
    act(
        Own,
        &[by_route("access-can-own-steps")],
        &[
            "/{lang}/min-side/trinn-to",
            "/{lang}/min-side/trinn-to/app",
            "/{lang}/min-side/trinn-to/nokkel",
            "/{lang}/min-side/trinn-to/nokkel/svar",
        ],
    ),
    act(Own, &[by_route("access-can-own-log")], &["/{lang}/min-side/logg"]),
    act(
        Own,
        &[by_route("access-can-own-privacy")],
        &[
            "/{lang}/min-side/personvern",
            "/{lang}/min-side/personvern.json",
            "/{lang}/min-side/personvern.html",
            "/{lang}/min-side/personvern/adresse",
            "/{lang}/min-side/personvern/kode",
        ],
    ),
    act(Own, &[by_route("access-can-own-erase")], &["/{lang}/min-side/slett"]),
    act(Own, &[by_route("access-can-own-notices")], &["/{lang}/min-side/varsler"]),
    act(
        Texts,
        &[by_route("access-can-text-list")],
        &["/{lang}/skriv", "/{lang}/skriv/ventet/{id}"],
    ),
    act(
        Texts,
        &[
            by_route("access-can-text-begin"),
            Said { key: "access-can-text-begin-for", needs: Needs::Name },
            Said { key: "access-can-text-begin-site", needs: Needs::SitePage },
        ],
        &["/{lang}/skriv/ny", "/{lang}/skriv/behold"],
    ),
    act(
        Texts,
        &[
            text("access-can-text-write-own", Does::Write, Text::Own),
            text("access-can-text-write-draft", Does::Write, Text::Draft),
            text("access-can-text-write-passed-on", Does::Write, Text::PassedOn),
            text("access-can-text-write-public", Does::Write, Text::Public),
        ],
        &[
            "/{lang}/skriv/{id}",
            "/{lang}/skriv/{id}/forskjeller",
            "/{lang}/skriv/{id}/kast",
            "/{lang}/skriv/{id}/lagre.json",
            "/{lang}/skriv/{id}/her.json",
            "/{lang}/skriv/finn.json",
            "/{lang}/skriv/{id}/modell",
        ],
    ),
    act(
        Texts,
        &[
            text("access-can-text-read-draft", Does::Read, Text::Draft),
            text("access-can-text-read", Does::Read, Text::HandedIn),
        ],
        &["/{lang}/skriv/{id}/forhandsvis", "/{lang}/skriv/{id}/versjoner"],
    ),
    act(
        Texts,
        &[
            text("access-can-text-hand-in", Does::Write, Text::Own),
            text("access-can-text-review", Does::Review, Text::HandedIn),
            text("access-can-text-publish", Does::Publish, Text::HandedIn),
            text("access-can-text-retire", Does::Retire, Text::Public),
        ],
        &["/{lang}/skriv/{id}/steg"],
    ),
    act(
        Texts,
        &[text("access-can-text-remarks", Does::Read, Text::HandedIn)],
        &["/{lang}/skriv/{id}/merknader"],
    ),
    act(Texts, &[by_route("access-can-text-languages")], &["/{lang}/skriv/{id}/sprak"]),
    act(
        Texts,
        &[text("access-can-text-files", Does::Write, Text::HandedIn)],
        &[
            "/{lang}/skriv/{id}/filer",
            "/{lang}/skriv/{id}/filer/{upload}",
            "/{lang}/skriv/{id}/filer/{upload}/samtykke",
            "/{lang}/skriv/{id}/fil/{file}/{name}",
        ],
    ),
    act(
        Work,
        &[by_route("access-can-work-begin")],
        &["/{lang}/sett-i-gang", "/{lang}/arbeid", "/{lang}/arbeid/uten-nett.js"],
    ),
    act(
        Work,
        &[
            work("access-can-work-see", Standing::Reads, Team::Member),
            work("access-can-work-see-others", Standing::Reads, Team::Others),
        ],
        &[
            "/{lang}/arbeid/{id}",
            "/{lang}/arbeid/{id}/endringer",
            "/{lang}/arbeid/{id}/tavle",
            "/{lang}/arbeid/{id}/malinger",
            "/{lang}/arbeid/{id}/malinger/{measure}",
            "/{lang}/arbeid/{id}/malinger/{measure}/tall.csv",
            "/{lang}/arbeid/{id}/malinger/{measure}/tall.xlsx",
            "/{lang}/arbeid/{id}/malinger/{measure}/diagram.svg",
            "/{lang}/arbeid/{id}/malinger/{measure}/diagram.png",
        ],
    ),
    act(
        Work,
        &[
            work("access-can-work-numbers", Standing::Writes, Team::Member),
            work("access-can-work-numbers-others", Standing::Writes, Team::Others),
        ],
        &[
            "/{lang}/arbeid/{id}/tall",
            "/{lang}/arbeid/{id}/tall.json",
            "/{lang}/arbeid/{id}/tall/{measure}",
            "/{lang}/arbeid/{id}/lim-inn/{measure}",
            "/{lang}/arbeid/{id}/lim-inn/{measure}/angre",
        ],
    ),
    act(
        Work,
        &[work("access-can-work-plan", Standing::Writes, Team::Member)],
        &[
            "/{lang}/arbeid/{id}/mal",
            "/{lang}/arbeid/{id}/drivere",
            "/{lang}/arbeid/{id}/drivere/ny",
            "/{lang}/arbeid/{id}/drivere/{driver}",
            "/{lang}/arbeid/{id}/faser",
            "/{lang}/arbeid/{id}/faser/{step}",
            "/{lang}/arbeid/{id}/metode",
            "/{lang}/arbeid/{id}/metode/ord",
            "/{lang}/arbeid/{id}/status",
        ],
    ),
    act(
        Work,
        &[work("access-can-work-measures", Standing::Writes, Team::Member)],
        &[
            "/{lang}/arbeid/{id}/malinger/ny",
            "/{lang}/arbeid/{id}/malinger/{measure}/endre",
            "/{lang}/arbeid/{id}/malinger/{measure}/diagram",
            "/{lang}/arbeid/{id}/malinger/{measure}/inndeling",
            "/{lang}/arbeid/{id}/malinger/{measure}/mal",
            "/{lang}/arbeid/{id}/malinger/{measure}/telles",
            "/{lang}/arbeid/{id}/malinger/{measure}/bort",
        ],
    ),
    act(
        Work,
        &[
            work("access-can-work-note", Standing::Writes, Team::Member),
            work("access-can-work-note-others", Standing::Advises, Team::Others),
        ],
        &["/{lang}/arbeid/{id}/merke", "/{lang}/arbeid/{id}/malinger/{measure}/merke"],
    ),
    act(
        Work,
        &[work("access-can-work-log", Standing::Writes, Team::Member)],
        &[
            "/{lang}/arbeid/{id}/utprovinger",
            "/{lang}/arbeid/{id}/utprovinger/ny",
            "/{lang}/arbeid/{id}/utprovinger/{nth}",
            "/{lang}/arbeid/{id}/utprovinger/{nth}/plan",
            "/{lang}/arbeid/{id}/logg",
            "/{lang}/arbeid/{id}/logg/{entry}",
            "/{lang}/arbeid/{id}/oppgaver",
            "/{lang}/arbeid/{id}/oppgaver/{entry}",
            "/{lang}/arbeid/{id}/medvirkning",
            "/{lang}/arbeid/{id}/medvirkning/{entry}",
        ],
    ),
    act(
        Work,
        &[
            work("access-can-work-team", Standing::Reads, Team::Member),
            work("access-can-work-team-lead", Standing::Leads, Team::Lead),
            work("access-can-work-left", Standing::Leads, Team::Left),
        ],
        &[
            "/{lang}/arbeid/{id}/team",
            "/{lang}/arbeid/{id}/team/inviter",
            "/{lang}/arbeid/{id}/forankring",
        ],
    ),
    act(
        Work,
        &[work("access-can-work-share", Standing::Leads, Team::Lead)],
        &[
            "/{lang}/arbeid/{id}/deling",
            "/{lang}/arbeid/{id}/deling/tavle",
            "/{lang}/arbeid/{id}/del",
            "/{lang}/arbeid/{id}/vis-tall",
        ],
    ),
    act(
        Adoption,
        &[by_route("access-can-adopt-say")],
        &[
            "/{lang}/prosjekter/{slug}/ta-i-bruk",
            "/{lang}/verktoy/{slug}/ta-i-bruk",
            "/{lang}/opplaeringspakker/{slug}/ta-i-bruk",
        ],
    ),
    act(
        Adoption,
        &[
            by_route("access-can-adopt-change"),
            Said { key: "access-can-adopt-answer", needs: Needs::Answers },
        ],
        &["/{lang}/bruk", "/{lang}/bruk/svar", "/{lang}/bruk/{id}"],
    ),
    act(Registers, &[by_route("access-can-register")], &["/{lang}/register"]),
    act(Registers, &[by_route("access-can-register-waiting")], &["/{lang}/register/venter"]),
    act(
        Registers,
        &[by_route("access-can-register-centre")],
        &["/{lang}/register/sentre/{at}", "/{lang}/register/sentre/{at}/utsagn"],
    ),
    act(
        Registers,
        &[by_route("access-can-register-organisation")],
        &[
            "/{lang}/register/organisasjoner/{id}",
            "/{lang}/register/organisasjoner/{id}/utsagn",
            "/{lang}/register/nytt-senter",
            "/{lang}/register/ny-organisasjon",
        ],
    ),
    act(
        Registers,
        &[by_route("access-can-register-themes")],
        &[
            "/{lang}/register/tema",
            "/{lang}/register/nytt-tema",
            "/{lang}/register/tema/{slug}",
            "/{lang}/register/tema/{slug}/bort",
            "/{lang}/register/synonymer",
        ],
    ),
    act(Registers, &[by_route("access-can-missed")], &["/{lang}/sok/uten-treff"]),
    act(
        Registers,
        &[by_route("access-can-register-site")],
        &["/{lang}/register/forsiden", "/{lang}/register/tekster"],
    ),
    act(
        Registers,
        &[by_route("access-can-languages")],
        &["/{lang}/malform", "/{lang}/malform.csv"],
    ),
    act(Access, &[by_route("access-can-people-at")], &["/{lang}/tilgang/{at}"]),
    act(
        Access,
        &[by_route("access-can-people-at-change")],
        &[
            "/{lang}/tilgang/{at}/inviter",
            "/{lang}/tilgang/{at}/roller",
            "/{lang}/tilgang/{at}/sporsmal",
            "/{lang}/tilgang/{at}/foresporsler/{id}",
        ],
    ),
    act(
        Access,
        &[by_route("access-can-archive")],
        &["/{lang}/tilgang/{at}/arkiv", "/{lang}/tilgang/{at}/arkiv.zip"],
    ),
    act(Access, &[by_route("access-can-people")], &["/{lang}/tilgang"]),
    act(
        Access,
        &[by_route("access-can-people-change")],
        &["/{lang}/tilgang/inviter", "/{lang}/tilgang/roller"],
    ),
    act(Access, &[by_route("access-can-accounts")], &["/{lang}/tilgang/konto"]),
    act(Access, &[by_route("access-can-barriers")], &["/{lang}/meldte-hindre"]),
    act(Access, &[by_route("access-can-outbox")], &["/{lang}/brev-som-ikke-kom-fram"]),
    act(
        Access,
        &[by_route("access-can-strike")],
        &["/{lang}/stryk", "/{lang}/stryk/tekst", "/{lang}/stryk/fil", "/{lang}/stryk/annet"],
    ),
    act(
        Access,
        &[by_route("access-can-log")],
        &["/{lang}/logg", "/{lang}/logg.csv", "/{lang}/rettigheter"],
    ),
];

/// What a route does; none for one that the list lacks.
pub fn of(pattern: &str) -> Option<&'static Act> {
    ACTS.iter().find(|act| act.patterns.contains(&pattern))
}
