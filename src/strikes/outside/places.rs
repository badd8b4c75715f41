//! Where people write beside the texts, table by table. A table that is added with free words in it is
//! added here, or the page says that nobody looks there.

/// What is looked through, and struck, as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    Register,
    Themes,
    Adoptions,
    RoleRequests,
    Work,
    Barriers,
}

impl Area {
    pub const ALL: [Self; 6] = [
        Self::Register,
        Self::Themes,
        Self::Adoptions,
        Self::RoleRequests,
        Self::Work,
        Self::Barriers,
    ];

    /// As forms send it and the log keeps it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Themes => "themes",
            Self::Adoptions => "adoptions",
            Self::RoleRequests => "role_requests",
            Self::Work => "work",
            Self::Barriers => "barriers",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|area| area.name() == name)
    }

    pub fn label(self) -> &'static str {
        match self {
            Self::Register => "strikes-area-register",
            Self::Themes => "strikes-area-themes",
            Self::Adoptions => "strikes-area-adoptions",
            Self::RoleRequests => "strikes-area-role-requests",
            Self::Work => "strikes-area-work",
            Self::Barriers => "strikes-area-barriers",
        }
    }
}

/// Which strings of a column of JSON are words that people wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inside {
    /// All of them.
    All,
    /// A statement: not what sort it is, its dates, nor the slugs in it.
    Statement,
    /// A row as it was, or a part of it: those that stand in a column of words.
    Row,
}

#[derive(Clone, Copy, Debug)]
pub struct Place {
    pub area: Area,
    pub table: &'static str,
    /// What its rows are called by.
    pub key: &'static str,
    pub words: &'static [&'static str],
    pub json: Option<(&'static str, Inside)>,
    /// An address of e-mail that may be missing: one with the words in it goes.
    pub address: Option<&'static str>,
}

pub const SLUG: &str = "slug";
const ID: &str = "id";

const fn place(area: Area, table: &'static str, words: &'static [&'static str]) -> Place {
    Place { area, table, key: ID, words, json: None, address: None }
}

const fn work(table: &'static str, words: &'static [&'static str]) -> Place {
    place(Area::Work, table, words)
}

pub const BY_FORM: &str = "by_form";
pub const ADOPTION: &str = "adoption";
pub const SERIES: &str = "adoption_series";

/// What is said in the registers now is written by them: see [`crate::centres::rewrite`].
pub const PLACES: &[Place] = &[
    Place { json: Some(("content", Inside::Statement)), ..place(Area::Register, BY_FORM, &[]) },
    Place {
        json: Some(("content", Inside::Statement)),
        ..place(Area::Register, "statement_waiting", &["reason"])
    },
    Place { key: SLUG, ..place(Area::Themes, "theme_note", &["nb", "nn", "se", "en"]) },
    place(Area::Adoptions, ADOPTION, &["unit", "adaptation", "told", "contact_role"]),
    place(Area::Adoptions, SERIES, &["name", "unit"]),
    place(Area::RoleRequests, "role_request", &["why", "answer"]),
    work("work", &["title", "place", "aim_what", "aim_whom", "aim_much"]),
    work("work_driver", &["words"]),
    Place {
        json: Some(("plan", Inside::All)),
        ..work("work_definition", &["name", "unit", "numerator", "denominator", "definition"])
    },
    work("work_mark", &["reason"]),
    work("work_observation", &["reason"]),
    work("work_cycle", &["plan", "prediction", "who_where", "seen_by", "did", "learned", "next"]),
    work("work_note", &["words"]),
    work("work_anchor", &["role", "words"]),
    Place { json: Some(("own", Inside::All)), ..work("work_method", &[]) },
    work("work_step", &["words"]),
    work("work_log", &["words"]),
    work("work_task", &["words", "role"]),
    work("work_involvement", &["who", "words"]),
    Place { json: Some(("was", Inside::Row)), ..work("work_change", &[]) },
    Place {
        address: Some("email"),
        ..place(Area::Barriers, "barrier_report", &["place", "words", "tools"])
    },
];

/// What a row that was is made of, where words stand: the columns above, and what a change of the aim
/// calls its parts.
pub fn is_of_words(key: &str) -> bool {
    let of_work = PLACES.iter().filter(|place| place.area == Area::Work);
    ["what", "whom", "much"].contains(&key)
        || of_work.flat_map(|place| place.words).any(|word| *word == key)
}
