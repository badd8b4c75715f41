//! What there is in a workspace that shows that a step has been taken, and how much of it.

use std::collections::BTreeMap;

use super::super::outline::Outline;
use super::super::read::{Measured, Open};
use super::super::tables::Cycle;
use super::super::terms::{Act, Level, Sign, Status, TeamRole};

/// Counts each sign; one that there is nothing of is not among them.
pub fn signs(
    open: &Open,
    outline: &Outline,
    measures: &[Measured],
    cycles: &[Cycle],
) -> BTreeMap<Sign, usize> {
    let (work, team) = (&open.work, &open.team);
    let in_role = |role: TeamRole| team.iter().filter(|member| member.role == role.name()).count();
    let tests = |is_so: fn(&Cycle) -> bool| cycles.iter().filter(|cycle| is_so(cycle)).count();
    let drivers = outline.of(Level::Primary).count() + outline.of(Level::Secondary).count();
    let has_aim = !work.aim_what.is_empty();
    let is_whole = has_aim && !work.aim_much.is_empty() && work.aim_by.is_some();
    let numbers = measures.iter().flat_map(|one| &one.numbers).filter(|one| one.value.is_some());
    let counted = [
        // Whoever began it is no team.
        (Sign::Team, if team.len() > 1 { team.len() } else { 0 }),
        (Sign::Sponsor, in_role(TeamRole::Sponsor)),
        (Sign::Users, in_role(TeamRole::Representative)),
        (Sign::Aim, usize::from(has_aim)),
        (Sign::WholeAim, usize::from(is_whole)),
        (Sign::Drivers, drivers),
        (Sign::Ideas, outline.of(Level::Idea).count()),
        (Sign::Measures, measures.len()),
        (Sign::Goals, measures.iter().filter(|one| !one.goals.is_empty()).count()),
        (Sign::Numbers, numbers.count()),
        (Sign::Cycles, cycles.len()),
        (Sign::Studied, tests(|cycle| !cycle.learned.is_empty())),
        (Sign::Decided, tests(|cycle| cycle.act.is_some())),
        (Sign::Adopted, tests(|cycle| cycle.act.as_deref() == Some(Act::Adopt.name()))),
        (Sign::Finished, usize::from(work.status == Status::Finished.name())),
    ];
    counted.into_iter().filter(|(_, count)| *count > 0).collect()
}
