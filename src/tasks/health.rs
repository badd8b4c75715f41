//! What is known of each task at this moment.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A task that has died so often, and not run well since, keeps dying.
const OFTEN: u32 = 3;

/// Shared by those who run tasks and those who ask about them.
#[derive(Clone, Debug, Default)]
pub struct Health(Arc<Mutex<BTreeMap<&'static str, Known>>>);

#[derive(Debug)]
struct Known {
    needed: bool,
    is_up: bool,
    deaths: u32,
}

impl Health {
    /// What is wrong with a task that the site needs, for whoever runs the program.
    pub fn trouble(&self) -> Option<String> {
        let tasks = self.tasks();
        let mut needed = tasks.iter().filter(|(_, task)| task.needed);
        needed.find_map(|(name, task)| match task {
            Known { is_up: false, .. } => Some(format!("the task {name} is down")),
            Known { deaths: OFTEN.., .. } => Some(format!("the task {name} keeps dying")),
            Known { .. } => None,
        })
    }

    pub(super) fn starts(&self, name: &'static str, needed: bool) {
        let mut tasks = self.tasks();
        let task = tasks.entry(name).or_insert(Known { needed, is_up: true, deaths: 0 });
        task.is_up = true;
        metrics::counter!("padriver_task_starts_total", "task" => name).increment(1);
        // There from the first start, so that an alarm on its growth has something to begin with.
        metrics::counter!("padriver_task_failures_total", "task" => name).increment(0);
        metrics::gauge!("padriver_task_up", "task" => name).set(1.0);
    }

    /// It has run so long that what happened before no longer counts.
    pub(super) fn runs_well(&self, name: &'static str) {
        if let Some(task) = self.tasks().get_mut(name) {
            task.deaths = 0;
        }
    }

    /// Tells how many times in a row it has died now.
    pub(super) fn dies(&self, name: &'static str) -> u32 {
        metrics::counter!("padriver_task_failures_total", "task" => name).increment(1);
        metrics::gauge!("padriver_task_up", "task" => name).set(0.0);
        self.tasks().get_mut(name).map_or(1, |task| {
            task.is_up = false;
            task.deaths = task.deaths.saturating_add(1);
            task.deaths
        })
    }

    fn tasks(&self) -> MutexGuard<'_, BTreeMap<&'static str, Known>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
