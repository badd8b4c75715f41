//! What a statement may say of a centre.

use time::Date;
use uuid::Uuid;

use super::personal;
use crate::dates::typed_day;
use crate::mail::{self, NoAddress};
use crate::statements::{self, Fields};

/// The kinds of centre there have been, the newest arrangement first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    Development,
    NursingHomes,
    HomeCare,
    TeachingHomeCare,
    TeachingNursingHome,
    /// A centre of which the sources do not say what it was for.
    Unstated,
}

impl Kind {
    pub const ALL: [Self; 6] = [
        Self::Development,
        Self::NursingHomes,
        Self::HomeCare,
        Self::TeachingHomeCare,
        Self::TeachingNursingHome,
        Self::Unstated,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Development => "utviklingssenter",
            Self::NursingHomes => "utviklingssenter-sykehjem",
            Self::HomeCare => "utviklingssenter-hjemmetjenester",
            Self::TeachingHomeCare => "undervisningshjemmetjeneste",
            Self::TeachingNursingHome => "undervisningssykehjem",
            Self::Unstated => "utviklingssenter-uoppgitt",
        }
    }

    pub fn named(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.name() == name);
        found.ok_or_else(|| {
            format!("{name:?} is not one of {}", Self::ALL.map(Self::name).join(", "))
        })
    }

    /// The heading of its group.
    pub fn key(self) -> &'static str {
        match self {
            Self::Development => "centres-kind-development",
            Self::NursingHomes => "centres-kind-nursing-homes",
            Self::HomeCare => "centres-kind-home-care",
            Self::TeachingHomeCare => "centres-kind-home",
            Self::TeachingNursingHome => "centres-kind-nursing",
            Self::Unstated => "centres-kind-unstated",
        }
    }

    /// What one of them is.
    pub fn one_key(self) -> &'static str {
        match self {
            Self::Development => "centres-one-development",
            Self::NursingHomes => "centres-one-nursing-homes",
            Self::HomeCare => "centres-one-home-care",
            Self::TeachingHomeCare => "centres-one-home",
            Self::TeachingNursingHome => "centres-one-nursing",
            Self::Unstated => "centres-one-unstated",
        }
    }

    /// What it is, in a sentence under the heading.
    pub fn lead_key(self) -> &'static str {
        match self {
            Self::Development => "centres-kind-development-lead",
            Self::NursingHomes => "centres-kind-nursing-homes-lead",
            Self::HomeCare => "centres-kind-home-care-lead",
            Self::TeachingHomeCare => "centres-kind-home-lead",
            Self::TeachingNursingHome => "centres-kind-nursing-lead",
            Self::Unstated => "centres-kind-unstated-lead",
        }
    }
}

/// Whom a centre is there for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Area {
    County(String),
    /// Municipalities by code, such as those around a hospital.
    Municipalities(Vec<String>),
    /// The area of an organisation, such as a hospital trust; with municipalities where a source
    /// names them, else with the counties that a source says it lies in.
    Of {
        organisation: String,
        municipalities: Vec<String>,
        counties: Vec<String>,
    },
    /// A people or a group, wherever they live; with the county that a source places it in.
    Population(String, Option<String>),
}

/// A municipality, or a part of one, that holds the centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    pub municipality: String,
    /// A city district, a nursing home, a home-care unit.
    pub organisation: Option<String>,
}

impl CentreFact {
    /// Where it can be read, for what is written down somewhere.
    pub fn paper(&self) -> Option<&Paper> {
        match self {
            Self::Mandate { paper, .. }
            | Self::Agreement { paper, .. }
            | Self::Meeting { paper, .. } => Some(paper),
            _ => None,
        }
    }
}

impl Area {
    /// The counties in which it is, where no source says for which municipalities.
    pub fn somewhere_in(&self) -> &[String] {
        match self {
            Self::Of { municipalities, counties, .. } if municipalities.is_empty() => counties,
            Self::Population(_, county) => county.as_slice(),
            _ => &[],
        }
    }

    /// Do the sources leave it open for which municipalities it is?
    pub fn is_open(&self) -> bool {
        match self {
            Self::Of { municipalities, .. } => municipalities.is_empty(),
            Self::Population(..) => true,
            Self::County(_) | Self::Municipalities(_) => false,
        }
    }
}

/// Where what is spoken of can be read: an address, a file that is kept here, or both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    pub url: Option<String>,
    pub file: Option<Uuid>,
}

impl Paper {
    pub fn is_there(&self) -> bool {
        self.url.is_some() || self.file.is_some()
    }
}

/// What one statement states about a centre.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CentreFact {
    Exists(Kind),
    Name {
        name: String,
        short: String,
    },
    Area(Area),
    Host(Host),
    Satellite(Host),
    /// To whom letters go: a role, never a person. The address is on no page.
    Contact {
        role: String,
        email: String,
    },
    Mandate {
        text: String,
        paper: Paper,
    },
    Priority {
        text: String,
    },
    Region {
        text: String,
    },
    /// The role that is responsible, and where in the municipality it is anchored.
    Responsible {
        role: String,
    },
    Anchoring {
        body: String,
    },
    /// An approved placement site: for whom, and approved by which organisation.
    Placement {
        text: String,
        by: Option<String>,
    },
    Predecessor {
        centre: String,
    },
    Agreement {
        /// Organisations and centres by their slugs, municipalities by their numbers.
        with: Vec<String>,
        about: String,
        paper: Paper,
    },
    /// A seat in the professional and cooperation council: who, in what role.
    Council {
        organisation: String,
        role: String,
    },
    Meeting {
        date: Date,
        about: String,
        /// The minutes.
        paper: Paper,
    },
}

/// The columns of their own that these statements have in CSV.
pub const COLUMNS: [&str; 19] = [
    "type",
    "name",
    "short_name",
    "county",
    "municipality",
    "municipalities",
    "counties",
    "organisation",
    "population",
    "text",
    "url",
    "file",
    "role",
    "email",
    "body",
    "centre",
    "with",
    "about",
    "date",
];

/// Those of them that are lists.
pub const LISTS: [&str; 3] = ["municipalities", "counties", "with"];

const KNOWN: &str = "exists, name, area, host, satellite, contact, mandate, priority, region, \
    responsible, anchoring, placement, predecessor, agreement, council, meeting";

impl statements::StatedFact for CentreFact {
    fn read(what: &str, fields: &mut Fields) -> Result<Self, String> {
        Ok(match what {
            "exists" => Self::Exists(Kind::named(&fields.need("type")?)?),
            "name" => {
                let name = fields.need("name")?;
                Self::Name {
                    short: fields.take("short_name").unwrap_or_else(|| name.clone()),
                    name,
                }
            }
            "area" => Self::Area(area(fields)?),
            "host" => Self::Host(host(fields)?),
            "satellite" => Self::Satellite(host(fields)?),
            "contact" => contact(fields)?,
            "mandate" => Self::Mandate { text: fields.need("text")?, paper: paper(fields)? },
            "priority" => Self::Priority { text: fields.need("text")? },
            "region" => Self::Region { text: fields.need("text")? },
            "responsible" => Self::Responsible { role: role(fields)? },
            "anchoring" => {
                let body = fields.need("body")?;
                if let Some(what @ (personal::EMAIL | personal::PHONE)) = personal::of_person(&body)
                {
                    return Err(format!("`body` holds {what}: name the body alone"));
                }
                Self::Anchoring { body }
            }
            "placement" => {
                Self::Placement { text: fields.need("text")?, by: fields.take("organisation") }
            }
            "predecessor" => Self::Predecessor { centre: fields.need("centre")? },
            "agreement" => agreement(fields)?,
            "council" => {
                Self::Council { organisation: fields.need("organisation")?, role: role(fields)? }
            }
            "meeting" => {
                let date = fields.need("date")?;
                let date =
                    typed_day(&date).ok_or_else(|| format!("{date:?} is no day, as 2020-04-27"))?;
                Self::Meeting { date, about: fields.need("about")?, paper: paper(fields)? }
            }
            _ => return Err(format!("is not one of {KNOWN}")),
        })
    }

    fn write(&self) -> (&'static str, Fields) {
        let some = |text: &Option<String>| text.clone().unwrap_or_default();
        let (what, pairs): (_, Vec<(&str, String)>) = match self {
            Self::Exists(kind) => ("exists", vec![("type", kind.name().to_owned())]),
            Self::Name { name, short } => {
                ("name", vec![("name", name.clone()), ("short_name", short.clone())])
            }
            Self::Area(area) => ("area", write_area(area)),
            Self::Host(host) => ("host", write_host(host)),
            Self::Satellite(host) => ("satellite", write_host(host)),
            Self::Contact { role, email } => {
                ("contact", vec![("role", role.clone()), ("email", email.clone())])
            }
            Self::Mandate { text, paper } => {
                ("mandate", with_paper(vec![("text", text.clone())], paper))
            }
            Self::Priority { text } => ("priority", vec![("text", text.clone())]),
            Self::Region { text } => ("region", vec![("text", text.clone())]),
            Self::Responsible { role } => ("responsible", vec![("role", role.clone())]),
            Self::Anchoring { body } => ("anchoring", vec![("body", body.clone())]),
            Self::Placement { text, by } => {
                ("placement", vec![("text", text.clone()), ("organisation", some(by))])
            }
            Self::Predecessor { centre } => ("predecessor", vec![("centre", centre.clone())]),
            Self::Agreement { with, about, paper } => {
                let own = vec![("with", with.join(";")), ("about", about.clone())];
                ("agreement", with_paper(own, paper))
            }
            Self::Council { organisation, role } => {
                ("council", vec![("organisation", organisation.clone()), ("role", role.clone())])
            }
            Self::Meeting { date, about, paper } => {
                let own = vec![("date", date.to_string()), ("about", about.clone())];
                ("meeting", with_paper(own, paper))
            }
        };
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(k, v)| (*k, v.as_str())).collect();
        (what, Fields::of(&pairs))
    }

    /// An address is never told, not even to the one who mistyped the row.
    fn describe(&self) -> String {
        let (what, fields) = self.write();
        let open = fields.iter().filter(|(name, _)| *name != "email");
        let values: Vec<&str> = open.map(|(_, value)| value).collect();
        format!("{what} {}", values.join(", "))
    }
}

fn area(fields: &mut Fields) -> Result<Area, String> {
    let municipalities = fields.take_list("municipalities");
    let counties = fields.take_list("counties");
    let (county, organisation) = (fields.take("county"), fields.take("organisation"));
    match (county, organisation, fields.take("population")) {
        (Some(county), None, None) if municipalities.is_empty() => Ok(Area::County(county)),
        (None, Some(organisation), None) if municipalities.is_empty() || counties.is_empty() => {
            Ok(Area::Of { organisation, municipalities, counties })
        }
        _ if !counties.is_empty() => {
            Err("`counties` goes with an `organisation` whose `municipalities` are not known"
                .into())
        }
        (county, None, Some(text)) if municipalities.is_empty() => {
            Ok(Area::Population(text, county))
        }
        (None, None, None) if !municipalities.is_empty() => {
            Ok(Area::Municipalities(municipalities))
        }
        _ => Err("needs one of `county`, `organisation`, `municipalities` and `population`".into()),
    }
}

fn write_area(area: &Area) -> Vec<(&'static str, String)> {
    match area {
        Area::County(code) => vec![("county", code.clone())],
        Area::Municipalities(codes) => vec![("municipalities", codes.join(";"))],
        Area::Of { organisation, municipalities, counties } => vec![
            ("organisation", organisation.clone()),
            ("municipalities", municipalities.join(";")),
            ("counties", counties.join(";")),
        ],
        Area::Population(text, county) => {
            let county = county.clone().unwrap_or_default();
            vec![("population", text.clone()), ("county", county)]
        }
    }
}

fn host(fields: &mut Fields) -> Result<Host, String> {
    Ok(Host {
        municipality: fields.need("municipality")?,
        organisation: fields.take("organisation"),
    })
}

fn write_host(host: &Host) -> Vec<(&'static str, String)> {
    let organisation = host.organisation.clone().unwrap_or_default();
    vec![("municipality", host.municipality.clone()), ("organisation", organisation)]
}

fn contact(fields: &mut Fields) -> Result<CentreFact, String> {
    let (role, email) = (role(fields)?, fields.need("email")?);
    // One with other letters may have been taken before; a centre does not go for that.
    if let Err(why @ NoAddress::Malformed) = mail::address(&email) {
        return Err(format!("`email` {why}"));
    }
    Ok(CentreFact::Contact { role, email })
}

/// A role, and never the one who has it.
fn role(fields: &mut Fields) -> Result<String, String> {
    let role = fields.need("role")?;
    match personal::of_person(&role) {
        Some(what) => {
            Err(format!("`role` holds {what}: write the role alone, as «fagkoordinator»"))
        }
        None => Ok(role),
    }
}

fn agreement(fields: &mut Fields) -> Result<CentreFact, String> {
    let with = fields.take_list("with");
    if with.is_empty() {
        return Err("the field `with` names no party".to_owned());
    }
    Ok(CentreFact::Agreement { with, about: fields.need("about")?, paper: paper(fields)? })
}

fn paper(fields: &mut Fields) -> Result<Paper, String> {
    let id = |text: String| text.parse().map_err(|_| format!("`file` {text:?} is not kept here"));
    Ok(Paper { url: url(fields)?, file: fields.take("file").map(id).transpose()? })
}

type Own = Vec<(&'static str, String)>;

fn with_paper(mut own: Own, Paper { url, file }: &Paper) -> Own {
    own.push(("url", url.clone().unwrap_or_default()));
    own.push(("file", file.map(|id| id.to_string()).unwrap_or_default()));
    own
}

fn url(fields: &mut Fields) -> Result<Option<String>, String> {
    let url = fields.take("url");
    let is_web = |url: &String| {
        let starts = url.starts_with("https://") || url.starts_with("http://");
        starts && !url.chars().any(|c| c.is_whitespace() || c.is_control())
    };
    match url {
        Some(url) if !is_web(&url) => Err("`url` must start with https:// or http://".to_owned()),
        url => Ok(url),
    }
}
