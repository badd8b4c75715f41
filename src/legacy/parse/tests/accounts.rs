//! What became of every line of the fixtures that is not blank.

pub(super) const ALL: &[(&str, &str)] = &[
    (
        "prosjekt_bokmal",
        "
        1 dropped breadcrumb of the old site
        2 dropped navigation of the old site
        3 dropped label of a form on the old site
        4 dropped label of a form on the old site
        5 dropped label of a form on the old site
        7 field image.credit
        9 field title
        11 field published + field updated
        13 field lead
        15 field responsible
        17 field responsible
        19 field funders
        20 field leaders + field leaders.email + field leaders + field leaders.email
        21 field theme
        22 field county
        23 field status
        24 field period
        26 section Bakgrunn
        28 section Bakgrunn
        30 section Hva ønsker vi å oppnå?
        32 list Hva ønsker vi å oppnå?
        33 list Hva ønsker vi å oppnå?
        35 section Hva gjør vi?
        36 list Hva gjør vi?
        37 list Hva gjør vi?
        38 list Hva gjør vi?
        40 section Resultater så langt
        42 section Resultater så langt
        44 section Erfaringer
        46 section Erfaringer + dropped personal e-mail address, never shown + section Erfaringer
        48 section Hvordan komme i gang?
        50 section Hvordan komme i gang?
        52 section Videreføring
        54 section Videreføring
        56 field partners
        58 list partners
        59 list partners
        60 list partners
        62 field sources
        64 list sources
        65 list sources
        67 field materials
        69 list materials
        70 list materials
        72 dropped navigation of the old site + dropped navigation of the old site
        ",
    ),
    (
        "prosjekt_nynorsk",
        "
        1 dropped navigation of the old site
        3 field title
        5 field published
        7 field lead
        9 field responsible
        10 field responsible
        11 field funders
        12 field funders
        13 field leaders
        14 field leaders
        15 field theme
        16 field theme
        17 field county
        18 field county
        19 field status
        20 field status
        21 field period
        22 field period
        24 section Bakgrunn
        25 section Bakgrunn
        26 section Kva ønskjer vi å oppnå?
        27 section Kva ønskjer vi å oppnå?
        28 section Kva gjer vi?
        29 list Kva gjer vi?
        30 list Kva gjer vi?
        31 list Kva gjer vi?
        33 field partners
        34 list partners
        35 list partners
        37 field sources
        38 list sources
        39 list links
        ",
    ),
    (
        "prosjekt_gammelt",
        "
        1 dropped breadcrumb of the old site
        3 field title
        5 field updated
        7 field lead
        9 field leaders + field leaders.email
        10 dropped label without a value
        11 field theme
        12 field county
        13 field status
        14 field period
        16 section Bakgrunn
        17 section Mål
        18 section Tiltak
        19 list Tiltak
        20 list Tiltak
        22 section Resultat
        24 list partners
        25 section Prosjektgruppe
        26 section Prosjektgruppe
        27 field materials
        28 list materials
        ",
    ),
    (
        "prosjekt_sammenskrevet",
        "
        1 dropped navigation of the old site
        2 field title
        3 field published + field updated
        4 field lead
        5 field responsible + field leaders + field leaders.email + field leaders + field leaders.email + field leaders
        6 field leaders
        7 field leaders
        8 field leaders.email
        9 field theme + field county + field status
        10 field period
        11 field period
        12 section Hvorfor?
        13 section Hvorfor?
        14 section Hva gjør vi?
        15 list Hva gjør vi?
        16 list Hva gjør vi?
        17 list Hva gjør vi?
        18 field links
        19 list links
        ",
    ),
    (
        "nyhet_departement",
        "
        1 field archived
        3 field title
        5 dropped the same mark stands earlier on the page
        7 field news.published_under
        9 field news.publisher
        11 field news.label + field published
        13 field lead
        15 text body
        17 text body
        19 text body
        21 text body
        23 list links
        25 list links
        27 list links
        ",
    ),
    (
        "nyhet_senter",
        "
        1 field title
        3 dropped name of an image file left in the text + field lead
        4 text body
        6 field news.byline
        8 field image.caption + field image.credit
        10 section Undervisningssykehjem i fylket
        11 section Undervisningssykehjem i fylket
        13 section Kommuner med undervisningshjemmetjeneste
        15 list centres
        16 list centres
        17 list centres
        18 list centres
        20 section Kommuner med undervisningshjemmetjeneste + dropped personal e-mail address, never shown + section Kommuner med undervisningshjemmetjeneste
        ",
    ),
    (
        "nyhet_nynorsk",
        "
        1 dropped navigation of the old site
        2 field title
        3 field published
        4 field news.byline
        5 field lead
        6 text body
        7 text body
        8 section Påmelding
        9 section Påmelding
        10 section Påmelding
        ",
    ),
    (
        "sentre_fylker",
        "
        1 dropped breadcrumb of the old site
        3 field title
        5 field image.alt
        7 field lead
        9 text body
        11 text body
        13 list centres
        14 list centres
        15 list centres
        16 list centres
        17 list centres
        18 list centres
        19 list centres
        20 dropped navigation of the old site
        ",
    ),
    (
        "sentre_liste",
        "
        1 dropped breadcrumb of the old site
        2 field title
        3 field lead
        4 list centres
        5 list centres
        6 list centres
        7 list centres
        8 dropped navigation of the old site
        ",
    ),
    (
        "retningslinje",
        "
        1 dropped breadcrumb of the old site
        3 field part
        5 field title
        7 dropped choice of what to print, a form on the old site
        8 dropped choice of what to print, a form on the old site
        9 dropped choice of what to print, a form on the old site
        10 dropped choice of what to print, a form on the old site
        11 field title_no
        12 field title_en
        13 field version
        14 field status
        15 field series_number
        16 field isbn
        17 field doi
        18 field revised
        19 field next_revision
        20 field published
        21 field publishers
        22 field editors + dropped personal e-mail address, never shown
        23 field type
        25 section 1 Innledning
        27 section 1 Innledning
        29 section 1.1 Hvem veilederen er for
        31 list 1.1 Hvem veilederen er for
        32 list 1.1 Hvem veilederen er for
        34 section 2 Anbefalinger
        36 section 2 Anbefalinger
        ",
    ),
    (
        "tekstside",
        "
        1 dropped navigation of the old site
        2 field title
        3 field lead
        5 text body
        7 text body
        8 text body
        9 text body
        10 text body
        11 dropped a line of marks without words
        12 section Slik finner du oss
        13 list Slik finner du oss
        14 list Slik finner du oss
        16 dropped name of an image file left in the text
        17 dropped name of an image file left in the text
        18 section Slik finner du oss + dropped personal e-mail address, never shown
        ",
    ),
];
