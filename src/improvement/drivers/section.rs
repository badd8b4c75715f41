//! On the page of the work: the drivers, drawn and told, and where in their method the team is.

use std::collections::BTreeSet;

use askama::Template;

use super::branch::{Branch, Maker};
use super::{Told, draw};
use crate::db::DbErr;
use crate::i18n::{Text, Words};
use crate::improvement::{method, path};
use crate::work::method::signs;
use crate::work::{Cycle, Measured, Open, Standing};

#[derive(Template)]
#[template(path = "improvement/drivers/section.html")]
pub struct Section {
    t: Text,
    here: String,
    figure: Option<String>,
    primary: Vec<Branch>,
    loose: Vec<Branch>,
    /// The method, and the step that is suggested next.
    method: Words,
    next: Option<Words>,
    may_write: bool,
}

// Its template escapes all that is not ours.
impl askama::filters::HtmlSafe for Section {}

impl Section {
    /// Of a work whose measures and tests have been read.
    pub async fn of(
        db: &impl sea_orm::ConnectionTrait,
        t: Text,
        open: &Open,
        (measures, cycles): (&[Measured], &[Cycle]),
    ) -> Result<Self, DbErr> {
        let told = Told { outline: open.outline(db).await?, measures, cycles };
        let mut maker = Maker { t, open, told: &told, may_write: false, seen: BTreeSet::new() };
        let (primary, loose) = (maker.primary(), maker.loose());
        let followed = open.method(db).await?;
        let signs = signs(open, &told.outline, measures, cycles);
        let next = followed.next(&signs);
        Ok(Self {
            t,
            here: path(t.lang, open.work.id),
            figure: draw::svg(t, open, &told.outline, cycles),
            primary,
            loose,
            method: method::said(t, &followed.method.title),
            next: next.map(|(_, step)| method::called(t, open, &followed, &step.id, &step.title)),
            may_write: open.standing >= Standing::Writes,
        })
    }
}
