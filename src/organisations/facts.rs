//! What a statement may say of an organisation.

use norsk::OrganisationNumber;

use crate::statements::{self, Fields};

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Municipality,
    CityDistrict,
    NursingHome,
    HomeCare,
    HospitalTrust,
    College,
    ResearchCentre,
    CountyGovernor,
    Directorate,
    UserOrganisation,
    Other,
}

impl Kind {
    const ALL: [(Self, &'static str); 11] = [
        (Self::Municipality, "municipality"),
        (Self::CityDistrict, "city_district"),
        (Self::NursingHome, "nursing_home"),
        (Self::HomeCare, "home_care"),
        (Self::HospitalTrust, "hospital_trust"),
        (Self::College, "college"),
        (Self::ResearchCentre, "research_centre"),
        (Self::CountyGovernor, "county_governor"),
        (Self::Directorate, "directorate"),
        (Self::UserOrganisation, "user_organisation"),
        (Self::Other, "other"),
    ];

    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    pub fn named(name: &str) -> Result<Self, String> {
        let found = Self::ALL.iter().find(|(_, known)| *known == name);
        found.map(|(kind, _)| *kind).ok_or_else(|| {
            let known: Vec<&str> = Self::ALL.iter().map(|(_, name)| *name).collect();
            format!("{name:?} is not one of {}", known.join(", "))
        })
    }
}

/// What one statement states about an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrganisationFact {
    Exists(Kind),
    Name(String),
    /// The number that Enhetsregisteret gave it.
    Number(OrganisationNumber),
    /// The municipality it is in.
    Seat(String),
    PartOf(Parent),
    /// The slug of what it came of.
    Predecessor(String),
}

/// What an organisation is a part of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parent {
    /// By its slug.
    Organisation(String),
    /// By its code when the statement begins.
    Municipality(String),
}

/// The columns of their own that these statements have in CSV.
pub const COLUMNS: [&str; 5] = ["type", "name", "orgnr", "municipality", "organisation"];

impl statements::StatedFact for OrganisationFact {
    fn read(what: &str, fields: &mut Fields) -> Result<Self, String> {
        Ok(match what {
            "exists" => Self::Exists(Kind::named(&fields.need("type")?)?),
            "name" => Self::Name(fields.need("name")?),
            "number" => {
                let text = fields.need("orgnr")?;
                Self::Number(text.parse().map_err(|why| format!("{text:?}: {why}"))?)
            }
            "seat" => Self::Seat(fields.need("municipality")?),
            "part_of" => Self::PartOf(whole(fields)?),
            "predecessor" => Self::Predecessor(fields.need("organisation")?),
            _ => {
                return Err(
                    "is not one of exists, name, number, seat, part_of, predecessor".to_owned()
                );
            }
        })
    }

    fn write(&self) -> (&'static str, Fields) {
        let (what, field, value) = match self {
            Self::Exists(kind) => ("exists", "type", kind.name()),
            Self::Name(name) => ("name", "name", name.as_str()),
            Self::Number(number) => ("number", "orgnr", number.as_str()),
            Self::Seat(code) => ("seat", "municipality", code.as_str()),
            Self::PartOf(Parent::Organisation(slug)) => ("part_of", "organisation", slug.as_str()),
            Self::PartOf(Parent::Municipality(code)) => ("part_of", "municipality", code.as_str()),
            Self::Predecessor(slug) => ("predecessor", "organisation", slug.as_str()),
        };
        (what, Fields::of(&[(field, value)]))
    }
}

fn whole(fields: &mut Fields) -> Result<Parent, String> {
    match (fields.take("organisation"), fields.take("municipality")) {
        (Some(slug), None) => Ok(Parent::Organisation(slug)),
        (None, Some(code)) => Ok(Parent::Municipality(code)),
        (None, None) => Err("needs one of `organisation` and `municipality`".to_owned()),
        (Some(_), Some(_)) => {
            Err("has both `organisation` and `municipality`: write two statements".to_owned())
        }
    }
}
