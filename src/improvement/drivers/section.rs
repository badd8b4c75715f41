//! On the page of the work: the drivers, drawn and told, and which step of their method is suggested next.

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
    /// The method, which its page tells of elsewhere.
    pub method: Words,
    pub next: Option<Suggested>,
    may_write: bool,
}

/// The step that is suggested next.
pub struct Suggested {
    pub phase: Words,
    pub title: Words,
    pub help: Words,
    pub href: String,
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
        let here = path(t.lang, open.work.id);
        let called = |id: &str, title: &_| method::called(t, open, &followed, id, title);
        let next = followed.next(&signs, open.is_over()).map(|(phase, step)| Suggested {
            phase: called(&phase.id, &phase.title),
            title: called(&step.id, &step.title),
            help: method::said(t, &step.help),
            href: format!("{here}/faser/{}", step.id),
        });
        Ok(Self {
            t,
            figure: draw::svg(t, open, &told.outline, cycles),
            primary,
            loose,
            method: method::said(t, &followed.method.title),
            next,
            here,
            may_write: open.standing >= Standing::Writes,
        })
    }
}
