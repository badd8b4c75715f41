//! Works in the store: who may, what is kept of each change, and numbers that are never written over.

use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use time::Date;
use time::macros::date;
use uuid::Uuid;

use super::{
    Aim, Better, Changed, Doubt, Entered, Entry, Frequency, Level, MeasureKind, NewCycle,
    NewDefinition, NewDriver, NewMeasure, Number, Plan, Refused, Shape, Shared, SharedAim,
    Standing, Start, TeamRole, Unread, Writer, chart_of, history, latest, leave_unit, move_on,
    open, read_period, theirs, work_entity,
};
use crate::db::{self, Db, Tx, Work as Doing};
use crate::rights::{Role, RoleKind, Who};
use crate::testing::{TestApp, both_engines};

const TODAY: Date = date!(2026 - 11 - 22);

fn who(n: u128) -> Who {
    Who {
        id: Uuid::from_u128(n),
        name: String::new(),
        roles: Vec::new(),
        waits: false,
        session: Uuid::nil(),
        proof: String::new(),
    }
}

fn definition(shape: Shape) -> NewDefinition {
    NewDefinition {
        name: "Beboere som holder vekta".to_owned(),
        shape,
        unit: String::new(),
        per: 1,
        numerator: "Holdt vekta".to_owned(),
        denominator: "Ble veid".to_owned(),
        definition: String::new(),
        frequency: Frequency::Month,
        plan: Plan::default(),
    }
}

/// Does one thing in a transaction of its own.
async fn doing<T, W>(db: &Db, work: W) -> Result<T, Refused>
where
    W: for<'c> Fn(&'c Tx) -> Doing<'c, T, Refused>,
{
    db::transaction(db, work).await
}

async fn begun(app: &TestApp, who: &Who, centre: Option<Uuid>) -> (Uuid, Uuid) {
    let clock = &app.app.clock;
    doing(&app.app.db, |tx| {
        let (clock, who) = (clock.clone(), who.clone());
        Box::pin(async move {
            let writer = Writer::new(tx, &clock, &who);
            let start = Start {
                title: "Rolige måltider".to_owned(),
                place: "Solbakken".to_owned(),
                place_id: None,
                centre_id: centre,
                lang: "nb".to_owned(),
                item_id: None,
                aim: Aim { what: "Flere holder vekta".to_owned(), ..Aim::default() },
            };
            let work = writer.begin(start).await?;
            let measure = NewMeasure {
                kind: MeasureKind::Outcome,
                better: Better::Higher,
                definition: definition(Shape::Share),
                goal: Some((0.8, None)),
            };
            Ok((work, writer.add_measure(work, measure).await?.0))
        })
    })
    .await
    .unwrap()
}

fn entry(measure: Uuid, day: Date, (value, all): (f64, f64)) -> Entry {
    let number = Some(Number { value, denominator: Some(all) });
    Entry {
        measure,
        day,
        number,
        sent: crate::clock::Clock::default().random_id(),
        instead_of: None,
    }
}

async fn enter(app: &TestApp, who: &Who, work: Uuid, entry: &Entry) -> Result<Entered, Refused> {
    let clock = &app.app.clock;
    doing(&app.app.db, |tx| {
        let (clock, who, entry) = (clock.clone(), who.clone(), entry.clone());
        Box::pin(async move { Writer::new(tx, &clock, &who).enter(work, &entry).await })
    })
    .await
}

#[test]
fn what_is_shared_carries_no_number_that_looks_like_a_persons() {
    let aim = SharedAim { what: "Varenummer 03851598730".to_owned(), ..SharedAim::default() };
    let shared = Shared { aim, ..Shared::default() };
    assert_eq!(shared.stored()["aim"]["what"], "Varenummer •••••••••••");
}

both_engines! {
    async fn a_number_is_entered_once_and_corrected_with_a_reason(app: TestApp) {
        let (kari, db) = (who(1), &app.app.db);
        let (work, measure) = begun(&app, &kari, None).await;
        let first = entry(measure, date!(2026 - 11 - 03), (19.0, 24.0));
        assert_eq!(enter(&app, &kari, work, &first).await.unwrap(), Entered::New);
        assert_eq!(enter(&app, &kari, work, &first).await.unwrap(), Entered::Same);
        let other = entry(measure, date!(2026 - 11 - 20), (18.0, 24.0));
        let Err(Refused::Twice(there)) = enter(&app, &kari, work, &other).await else {
            panic!("another number for the same month went in");
        };
        let named = Entry { instead_of: Some((there.id, " Talt feil ".to_owned())), ..other };
        assert_eq!(enter(&app, &kari, work, &named).await.unwrap(), Entered::Corrected);
        let said = history(db, measure, date!(2026 - 11 - 01)).await.unwrap();
        let values: Vec<_> = said.iter().map(|one| (one.value, one.reason.as_str())).collect();
        assert_eq!(values, [(Some(18.0), "Talt feil"), (Some(19.0), "")]);
        assert!(said[1].replaced_at.is_some() && said[0].replaced_at.is_none());
        // The number that was replaced is not to be replaced once more.
        let late = Entry { instead_of: Some((there.id, "Talt".to_owned())), ..first.clone() };
        let late = Entry { sent: Uuid::from_u128(9), ..late };
        assert!(matches!(enter(&app, &kari, work, &late).await, Err(Refused::Twice(_))));
        let found = open(db, &kari, work).await.unwrap().unwrap();
        let changes = found.changes(db, 0).await.unwrap();
        let numbers: Vec<i32> = changes.iter().map(|change| change.number).collect();
        assert_eq!(numbers, [1, 2, 3, 4]);
        assert_eq!(changes[3].what, Changed::Corrected.name());
        assert_eq!(found.work.number, 4);
    }

    async fn two_who_press_at_once_enter_one_number(app: TestApp) {
        let kari = who(1);
        let (work, measure) = begun(&app, &kari, None).await;
        let one = entry(measure, date!(2026 - 10 - 01), (19.0, 24.0));
        let both = tokio::join!(
            enter(&app, &kari, work, &one),
            enter(&app, &kari, work, &one),
        );
        let mut outcomes = [both.0.unwrap(), both.1.unwrap()];
        outcomes.sort_by_key(|outcome| *outcome == Entered::Same);
        assert_eq!(outcomes, [Entered::New, Entered::Same]);
        let other = entry(measure, date!(2026 - 09 - 01), (1.0, 24.0));
        let third = Entry { sent: Uuid::from_u128(7), ..entry(measure, other.day, (2.0, 24.0)) };
        let both = tokio::join!(
            enter(&app, &kari, work, &other),
            enter(&app, &kari, work, &third),
        );
        let refused = [both.0, both.1].into_iter().filter(Result::is_err).count();
        assert_eq!(refused, 1, "two numbers for one month, or none");
    }

    async fn what_no_chart_can_show_is_refused(app: TestApp) {
        let kari = who(1);
        let (work, measure) = begun(&app, &kari, None).await;
        let may = date!(2026 - 05 - 01);
        for (day, number, doubt) in [
            (date!(2026 - 12 - 01), (1.0, 2.0), Doubt::Future),
            (date!(1926 - 12 - 01), (1.0, 2.0), Doubt::FarOff),
            (may, (1.5, 2.0), Doubt::NotCounted),
            (may, (3.0, 2.0), Doubt::MoreThanAll),
            (may, (1.0, 0.0), Doubt::NothingAtRisk),
        ] {
            let entered = enter(&app, &kari, work, &entry(measure, day, number)).await;
            assert!(matches!(entered, Err(Refused::Doubt(is)) if is == doubt), "{entered:?}");
        }
        let taken = Entry { number: None, ..entry(measure, may, (1.0, 2.0)) };
        let taken = enter(&app, &kari, work, &taken).await;
        assert!(matches!(taken, Err(Refused::Doubt(Doubt::NoReason))));
        // Nobody was there to count: that is an answer.
        let none = entry(measure, may, (0.0, 0.0));
        assert_eq!(enter(&app, &kari, work, &none).await.unwrap(), Entered::New);
    }

    async fn each_sees_and_does_what_their_part_lets_them(app: TestApp) {
        let (db, clock) = (&app.app.db, &app.app.clock);
        let (kari, ola, centre) = (who(1), who(2), Uuid::from_u128(77));
        let (work, measure) = begun(&app, &kari, Some(centre)).await;
        assert!(open(db, &ola, work).await.unwrap().is_none());
        let at = |kind| Who { roles: vec![Role { kind, at: Some(centre) }], ..who(3) };
        let adviser = at(RoleKind::Editor);
        let opened = open(db, &adviser, work).await.unwrap().unwrap();
        assert_eq!(opened.standing, Standing::Advises);
        assert!(open(db, &at(RoleKind::Member), work).await.unwrap().is_none());
        let everywhere = Role { kind: RoleKind::Coordinator, at: None };
        let coordinator = Who { roles: vec![everywhere], ..who(4) };
        assert!(open(db, &coordinator, work).await.unwrap().is_none());
        let one = entry(measure, TODAY, (1.0, 2.0));
        assert!(matches!(enter(&app, &adviser, work, &one).await, Err(Refused::May)));
        assert!(matches!(enter(&app, &ola, work, &one).await, Err(Refused::NotThere)));
        for (role, standing) in [
            (TeamRole::Sponsor, Standing::Reads),
            (TeamRole::Member, Standing::Writes),
        ] {
            doing(db, |tx| {
                let (clock, kari) = (clock.clone(), kari.clone());
                Box::pin(async move {
                    Writer::new(tx, &clock, &kari).join(work, Some(Uuid::from_u128(2)), role).await
                })
            })
            .await
            .unwrap();
            assert_eq!(open(db, &ola, work).await.unwrap().unwrap().standing, standing);
        }
        assert_eq!(theirs(db, &ola).await.unwrap().len(), 1);
        assert_eq!(theirs(db, &adviser).await.unwrap().len(), 1);
        assert_eq!(theirs(db, &coordinator).await.unwrap().len(), 0);
        // The lead leaves: whoever writes leads, and when they leave as well the adviser keeps it.
        for (leaves, left, standing) in
            [(&kari, &ola, Standing::Leads), (&ola, &adviser, Standing::Leads)]
        {
            let team = open(db, leaves, work).await.unwrap().unwrap().team;
            let member = team.iter().find(|one| one.person_id == Some(leaves.id)).unwrap().id;
            doing(db, |tx| {
                let (clock, leaves) = (clock.clone(), leaves.clone());
                Box::pin(async move { Writer::new(tx, &clock, &leaves).leave(work, member).await })
            })
            .await
            .unwrap();
            assert!(open(db, leaves, work).await.unwrap().is_none());
            assert_eq!(open(db, left, work).await.unwrap().unwrap().standing, standing);
        }
    }

    async fn who_leaves_the_unit_leaves_its_works_to_somebody(app: TestApp) {
        let (db, clock) = (&app.app.db, &app.app.clock);
        let (kari, ola, unit) = (who(1), who(2), Uuid::from_u128(88));
        let (work, _) = begun(&app, &kari, None).await;
        work_entity::Entity::update_many()
            .col_expr(work_entity::Column::PlaceId, Expr::value(Some(unit)))
            .filter(work_entity::Column::Id.eq(work))
            .exec(db)
            .await
            .unwrap();
        let at = |kind, at| Who { roles: vec![Role { kind, at }], ..who(3) };
        let coordinator = at(RoleKind::Coordinator, None);
        let leader = at(RoleKind::TeamLead, Some(unit));
        let member = at(RoleKind::Member, Some(unit));
        let stranger = at(RoleKind::TeamLead, Some(Uuid::from_u128(89)));
        assert!(open(db, &coordinator, work).await.unwrap().is_none(), "as long as there is a team");
        for (leaves, heir) in [(&kari, Some(ola.id)), (&ola, None)] {
            let passed = doing(db, |tx| {
                let (clock, left) = (clock.clone(), (leaves.id, unit));
                Box::pin(async move { leave_unit(tx, &clock, left, heir, None).await })
            });
            assert_eq!(passed.await.unwrap(), 1);
            assert!(open(db, leaves, work).await.unwrap().is_none());
            if heir.is_some() {
                let opened = open(db, &ola, work).await.unwrap().unwrap();
                assert_eq!(opened.standing, Standing::Leads, "in the place of the one who led");
                assert!(theirs(db, &coordinator).await.unwrap().is_empty());
            }
        }
        for who in [&coordinator, &leader] {
            let opened = open(db, who, work).await.unwrap().unwrap();
            assert_eq!(opened.standing, Standing::Leads);
            assert_eq!(theirs(db, who).await.unwrap().len(), 1, "and finds it");
        }
        for who in [&member, &stranger] {
            assert!(open(db, who, work).await.unwrap().is_none());
            assert!(theirs(db, who).await.unwrap().is_empty());
        }
        // Somebody who leaves another unit leaves nothing here.
        let elsewhere = doing(db, |tx| {
            let clock = clock.clone();
            let left = (Uuid::from_u128(1), Uuid::from_u128(89));
            Box::pin(async move { leave_unit(tx, &clock, left, None, None).await })
        });
        assert_eq!(elsewhere.await.unwrap(), 0);
        // Where the unit became another, it is that one's.
        let other = Uuid::from_u128(90);
        assert_eq!(move_on(db, &[(unit, other)]).await.unwrap(), 1);
        assert!(open(db, &leader, work).await.unwrap().is_none());
    }

    async fn numbers_keep_what_they_meant_and_the_chart_begins_anew(app: TestApp) {
        let (db, clock, kari) = (&app.app.db, &app.app.clock, who(1));
        let (work, measure) = begun(&app, &kari, None).await;
        for (day, number) in [
            (date!(2026 - 01 - 01), (10.0, 20.0)),
            (date!(2026 - 03 - 01), (12.0, 20.0)),
        ] {
            enter(&app, &kari, work, &entry(measure, day, number)).await.unwrap();
        }
        let seen = open(db, &kari, work).await.unwrap().unwrap();
        let seen = seen.measure(db, measure).await.unwrap().unwrap().row.number;
        doing(db, |tx| {
            let (clock, kari) = (clock.clone(), kari.clone());
            Box::pin(async move {
                let writer = Writer::new(tx, &clock, &kari);
                let stale = writer.redefine(work, (measure, seen + 1), definition(Shape::Share));
                assert!(matches!(stale.await, Err(Refused::Stale)));
                writer.redefine(work, (measure, seen), definition(Shape::Share)).await
            })
        })
        .await
        .unwrap();
        let next = entry(measure, date!(2026 - 04 - 01), (18.0, 20.0));
        enter(&app, &kari, work, &next).await.unwrap();
        let found = open(db, &kari, work).await.unwrap().unwrap();
        let measured = found.measure(db, measure).await.unwrap().unwrap();
        let versions: Vec<i32> = measured.numbers.iter().map(|one| one.version).collect();
        assert_eq!(versions, [1, 1, 2]);
        let drawn = chart_of(&measured, &[], &[]).unwrap();
        let values: Vec<_> = drawn.analysis.points().map(|point| point.y).collect();
        assert_eq!(values, [Some(0.5), None, Some(0.6), Some(0.9)]);
        assert_eq!(drawn.analysis.parts.len(), 2);
        assert_eq!(measured.due(TODAY), Some(date!(2026 - 05 - 01)));
    }

    async fn nothing_drives_itself(app: TestApp) {
        let (db, clock, kari) = (&app.app.db, &app.app.clock, who(1));
        let (work, _) = begun(&app, &kari, None).await;
        doing(db, |tx| {
            let (clock, kari) = (clock.clone(), kari.clone());
            Box::pin(async move {
                let writer = Writer::new(tx, &clock, &kari);
                let new = |level, words: &str| NewDriver { level, words: words.to_owned(), place: 0 };
                let primary = writer.add_driver(work, new(Level::Primary, "Ro")).await?;
                let other = writer.add_driver(work, new(Level::Primary, "Mat")).await?;
                let secondary = writer.add_driver(work, new(Level::Secondary, "TV av")).await?;
                writer.link(work, (secondary, primary), true).await?;
                writer.link(work, (secondary, other), true).await?;
                let round = writer.link(work, (primary, secondary), true).await;
                assert!(matches!(round, Err(Refused::Round)));
                let itself = writer.link(work, (other, other), true).await;
                assert!(matches!(itself, Err(Refused::Round)));
                let cycle = NewCycle { plan: "TV av".to_owned(), ..NewCycle::default() };
                writer.plan_cycle(work, cycle).await?;
                Ok(())
            })
        })
        .await
        .unwrap();
        let found = open(db, &kari, work).await.unwrap().unwrap();
        let (drivers, links) = found.drivers(db).await.unwrap();
        assert_eq!((drivers.len(), links.len()), (3, 2));
        assert_eq!(found.cycles(db).await.unwrap()[0].nth, 1);
    }
}

#[test]
fn periods_are_read_as_people_write_them() {
    let read = |frequency, text| read_period(frequency, text, TODAY);
    for (frequency, text, first) in [
        (Frequency::Month, "mars 2025", date!(2025 - 03 - 01)),
        (Frequency::Month, "17.3.2025", date!(2025 - 03 - 01)),
        (Frequency::Month, "2025-03", date!(2025 - 03 - 01)),
        (Frequency::Week, "uke 9", date!(2026 - 02 - 23)),
        (Frequency::Week, "Veke 50", date!(2025 - 12 - 08)),
        (Frequency::Week, "uke 9, 2025", date!(2025 - 02 - 24)),
        (Frequency::Week, "2025-W09", date!(2025 - 02 - 24)),
        (Frequency::Week, "26.2.2026", date!(2026 - 02 - 23)),
        (Frequency::Day, "26.2.26", date!(2026 - 02 - 26)),
    ] {
        assert_eq!(read(frequency, text), Ok(first), "{text}");
    }
    assert_eq!(read(Frequency::Month, "uke 9"), Err(Unread::TooRough));
    assert_eq!(read(Frequency::Month, "2025"), Err(Unread::TooRough));
    assert_eq!(read(Frequency::Day, "mars 2025"), Err(Unread::TooRough));
    assert_eq!(read(Frequency::Week, "uke 54"), Err(Unread::NoWeek));
    assert!(matches!(read(Frequency::Month, "i fjor"), Err(Unread::Date(_))));
    for text in ["", "uke", "uke uke", "uke 9 9 9", "-w", "uke 999999999999"] {
        assert!(read(Frequency::Week, text).is_err(), "{text}");
    }
    let months = latest(Frequency::Month, date!(2026 - 01 - 31), 3);
    let firsts = [date!(2026 - 01 - 01), date!(2025 - 12 - 01), date!(2025 - 11 - 01)];
    assert_eq!(months, firsts);
    assert_eq!(Frequency::Month.after(date!(2026 - 01 - 01)), date!(2026 - 02 - 01));
}
