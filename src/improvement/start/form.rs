//! What is asked when a work begins.

use figures::import::Topic;
use uuid::Uuid;

use super::{EXAMPLE, NUMBERS, examples};
use crate::app::App;
use crate::centres::Network;
use crate::dates::oslo_day;
use crate::error::Error;
use crate::forms::{Alternative, Field, FieldKind, Form, alternatives};
use crate::i18n::Text;
use crate::improvement::{FROM, LIMIT, LINE, PROSE, SENT, aim, said};
use crate::people::places;
use crate::rights::Who;
use crate::work::{Better, Frequency, Shape};

const MOST: i64 = 10_000_000;

/// The numbers may be pasted, sixty lines with all that a spreadsheet has beside them.
const PASTED: usize = 10_000;

/// What may be chosen: the centres of today, and the places where they have a role.
#[derive(Clone)]
pub struct Offered {
    centres: Vec<Alternative>,
    places: Vec<Alternative>,
}

pub async fn offered(app: &App, t: Text, who: &Who) -> Result<Offered, Error> {
    let network = Network::load(&app.db).await?;
    let today = oslo_day(app.clock.now());
    let mut centres: Vec<(Uuid, String)> =
        network.on(today).map(|one| (one.id, one.name_on(today).to_owned())).collect();
    t.sort_by_key(&mut centres, |(_, name)| name.as_str());
    let at = who.roles.iter().filter_map(|role| role.at);
    let mut places: Vec<(Uuid, String)> =
        at.filter_map(|at| Some((at, places::name(&network, at, today)?.to_owned()))).collect();
    places.sort();
    places.dedup();
    let one = |(id, name): (Uuid, String)| Alternative::new(id.to_string(), said::own("nb", &name));
    Ok(Offered {
        centres: centres.into_iter().map(one).collect(),
        places: places.into_iter().map(one).collect(),
    })
}

/// Nothing is needed but the aim, and a measure where the model brings none. What is asked of the numbers
/// stands below them.
pub fn form(offered: Offered, has_measures: bool, asked: Vec<Field>) -> Form {
    let mut fields = vec![
        Field::line("tittel", "improvement-title", LINE).helped("improvement-title-help"),
        Field::line("sted", "improvement-place", LINE).helped("improvement-place-help"),
    ];
    fields.extend(aim::fields());
    if !has_measures {
        fields.push(
            Field::choice(EXAMPLE, "sharing-example", examples::alternatives())
                .helped("sharing-example-help"),
        );
        fields.extend(measure_fields());
    }
    fields.push(Field::text(NUMBERS, "sharing-numbers", PASTED, 5).helped("sharing-numbers-help"));
    let answers = Topic::ALL.map(Topic::name).into_iter();
    let is_shown = |name: &&str| asked.iter().any(|field| field.key == *name);
    let answers: Vec<&str> = answers.filter(|name| !is_shown(name)).collect();
    fields.extend(asked);
    fields.extend([
        Field::text("endring", "improvement-first-change", PROSE, 3)
            .helped("improvement-first-change-help"),
        Field::text("tror", "improvement-first-think", PROSE, 2),
        Field::choice("senter", "improvement-centre", offered.centres)
            .helped("improvement-centre-help"),
    ]);
    if !offered.places.is_empty() {
        fields.push(Field::choice("hos", "improvement-owner", offered.places));
    }
    Form::new(LIMIT, fields).hiding([SENT, FROM].into_iter().chain(answers))
}

fn measure_fields() -> [Field; 9] {
    let goal = FieldKind::Number { min: -MOST, max: MOST, decimals: 3 };
    let per = FieldKind::Number { min: 1, max: 1_000_000, decimals: 0 };
    let words = |names, key: fn(&str) -> Option<&'static str>| alternatives(names, key);
    let shapes = words(Shape::NAMES, |name| Shape::named(name).map(Shape::key));
    let often = words(Frequency::NAMES, |name| Frequency::named(name).map(Frequency::key));
    let better = words(Better::NAMES, |name| Better::named(name).map(Better::key));
    [
        Field::line("maling", "improvement-measure", LINE).helped("improvement-measure-help"),
        Field::choice("slag", "improvement-shape", shapes),
        Field::line("teller", "improvement-numerator", LINE)
            .helped("improvement-numerator-help")
            .shown_when("slag", &["count", "share", "rate"]),
        Field::line("nevner", "improvement-denominator", LINE)
            .helped("improvement-denominator-help")
            .shown_when("slag", &["share", "rate"]),
        Field::new("per", "improvement-per", per).shown_when("slag", &["rate"]),
        Field::line("enhet", "improvement-unit", 40).shown_when("slag", &["value", "rate"]),
        Field::choice("hver", "improvement-often", often),
        Field::choice("retning", "improvement-better", better),
        Field::new("mal", "improvement-goal", goal).helped("improvement-goal-help"),
    ]
}
