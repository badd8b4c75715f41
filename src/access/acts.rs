//! What can be done behind the routes that are not for anybody, in words: a closed list. A route that is added is
//! added here too, or a test says so.

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

/// Something that can be done, by its words, and the routes that do it. They all ask for the same right.
#[derive(Clone, Copy, Debug)]
pub struct Act {
    pub area: Area,
    pub key: &'static str,
    pub patterns: &'static [&'static str],
}

const fn act(area: Area, key: &'static str, patterns: &'static [&'static str]) -> Act {
    Act { area, key, patterns }
}

use Area::{Access, Adoption, Own, Registers, Texts, Work};

pub const ACTS: &[Act] = &[
    act(
        Own,
        "access-can-own-page",
        &["/{lang}/min-side", "/{lang}/min-side/invitasjon", "/{lang}/min-side/organisasjon"],
    ),
    act(Own, "access-can-own-role", &["/{lang}/min-side/rolle", "/{lang}/min-side/rolle/trekk"]),
    act(Own, "access-can-own-sessions", &["/{lang}/min-side/okter"]),
    act(
        Own,
        "access-can-own-steps",
        &[
            "/{lang}/min-side/trinn-to",
            "/{lang}/min-side/trinn-to/app",
            "/{lang}/min-side/trinn-to/nokkel",
            "/{lang}/min-side/trinn-to/nokkel/svar",
        ],
    ),
    act(Own, "access-can-own-log", &["/{lang}/min-side/logg"]),
    act(
        Own,
        "access-can-own-privacy",
        &[
            "/{lang}/min-side/personvern",
            "/{lang}/min-side/personvern.json",
            "/{lang}/min-side/personvern.html",
            "/{lang}/min-side/personvern/adresse",
            "/{lang}/min-side/personvern/kode",
        ],
    ),
    act(Own, "access-can-own-erase", &["/{lang}/min-side/slett"]),
    act(Own, "access-can-own-notices", &["/{lang}/min-side/varsler"]),
    act(Texts, "access-can-text-list", &["/{lang}/skriv", "/{lang}/skriv/ventet/{id}"]),
    act(Texts, "access-can-text-begin", &["/{lang}/skriv/ny"]),
    act(
        Texts,
        "access-can-text-write",
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
        "access-can-text-read",
        &["/{lang}/skriv/{id}/forhandsvis", "/{lang}/skriv/{id}/versjoner"],
    ),
    act(Texts, "access-can-text-steps", &["/{lang}/skriv/{id}/steg"]),
    act(Texts, "access-can-text-remarks", &["/{lang}/skriv/{id}/merknader"]),
    act(Texts, "access-can-text-languages", &["/{lang}/skriv/{id}/sprak"]),
    act(
        Texts,
        "access-can-text-files",
        &[
            "/{lang}/skriv/{id}/filer",
            "/{lang}/skriv/{id}/filer/{upload}",
            "/{lang}/skriv/{id}/filer/{upload}/samtykke",
            "/{lang}/skriv/{id}/fil/{file}/{name}",
        ],
    ),
    act(
        Work,
        "access-can-work-begin",
        &["/{lang}/sett-i-gang", "/{lang}/arbeid", "/{lang}/arbeid/uten-nett.js"],
    ),
    act(
        Work,
        "access-can-work-see",
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
        "access-can-work-numbers",
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
        "access-can-work-plan",
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
        "access-can-work-measures",
        &[
            "/{lang}/arbeid/{id}/malinger/ny",
            "/{lang}/arbeid/{id}/malinger/{measure}/endre",
            "/{lang}/arbeid/{id}/malinger/{measure}/diagram",
            "/{lang}/arbeid/{id}/malinger/{measure}/inndeling",
            "/{lang}/arbeid/{id}/malinger/{measure}/mal",
            "/{lang}/arbeid/{id}/malinger/{measure}/merke",
            "/{lang}/arbeid/{id}/malinger/{measure}/telles",
            "/{lang}/arbeid/{id}/malinger/{measure}/bort",
        ],
    ),
    act(
        Work,
        "access-can-work-log",
        &[
            "/{lang}/arbeid/{id}/merke",
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
        "access-can-work-team",
        &[
            "/{lang}/arbeid/{id}/team",
            "/{lang}/arbeid/{id}/team/inviter",
            "/{lang}/arbeid/{id}/forankring",
        ],
    ),
    act(
        Work,
        "access-can-work-share",
        &[
            "/{lang}/arbeid/{id}/deling",
            "/{lang}/arbeid/{id}/deling/tavle",
            "/{lang}/arbeid/{id}/del",
            "/{lang}/arbeid/{id}/vis-tall",
        ],
    ),
    act(
        Adoption,
        "access-can-adopt-say",
        &[
            "/{lang}/prosjekter/{slug}/ta-i-bruk",
            "/{lang}/verktoy/{slug}/ta-i-bruk",
            "/{lang}/opplaeringspakker/{slug}/ta-i-bruk",
        ],
    ),
    act(
        Adoption,
        "access-can-adopt-answer",
        &["/{lang}/bruk", "/{lang}/bruk/svar", "/{lang}/bruk/{id}"],
    ),
    act(Registers, "access-can-register", &["/{lang}/register"]),
    act(
        Registers,
        "access-can-register-centre",
        &["/{lang}/register/sentre/{at}", "/{lang}/register/sentre/{at}/utsagn"],
    ),
    act(
        Registers,
        "access-can-register-organisation",
        &[
            "/{lang}/register/organisasjoner/{id}",
            "/{lang}/register/organisasjoner/{id}/utsagn",
            "/{lang}/register/nytt-senter",
            "/{lang}/register/ny-organisasjon",
        ],
    ),
    act(
        Registers,
        "access-can-register-themes",
        &[
            "/{lang}/register/tema",
            "/{lang}/register/nytt-tema",
            "/{lang}/register/tema/{slug}",
            "/{lang}/register/tema/{slug}/bort",
            "/{lang}/register/synonymer",
        ],
    ),
    act(
        Registers,
        "access-can-register-site",
        &["/{lang}/register/forsiden", "/{lang}/register/tekster"],
    ),
    act(Registers, "access-can-languages", &["/{lang}/malform", "/{lang}/malform.csv"]),
    act(Access, "access-can-people-at", &["/{lang}/tilgang/{at}"]),
    act(
        Access,
        "access-can-people-at-change",
        &[
            "/{lang}/tilgang/{at}/inviter",
            "/{lang}/tilgang/{at}/roller",
            "/{lang}/tilgang/{at}/sporsmal",
            "/{lang}/tilgang/{at}/foresporsler/{id}",
        ],
    ),
    act(
        Access,
        "access-can-archive",
        &["/{lang}/tilgang/{at}/arkiv", "/{lang}/tilgang/{at}/arkiv.zip"],
    ),
    act(Access, "access-can-people", &["/{lang}/tilgang"]),
    act(Access, "access-can-people-change", &["/{lang}/tilgang/inviter", "/{lang}/tilgang/roller"]),
    act(Access, "access-can-accounts", &["/{lang}/tilgang/konto"]),
    act(Access, "access-can-barriers", &["/{lang}/meldte-hindre"]),
    act(
        Access,
        "access-can-strike",
        &["/{lang}/stryk", "/{lang}/stryk/tekst", "/{lang}/stryk/fil", "/{lang}/stryk/annet"],
    ),
    act(Access, "access-can-log", &["/{lang}/logg", "/{lang}/logg.csv", "/{lang}/rettigheter"]),
];

/// What a route does; none for one that the list lacks.
pub fn of(pattern: &str) -> Option<&'static Act> {
    ACTS.iter().find(|act| act.patterns.contains(&pattern))
}
