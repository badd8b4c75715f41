//! Tasks that run beside the requests, under supervision: one that dies is started again, counted, and told of.
//!
//! A task is plain data: a name, what is expected of it, and a function that makes its future. The
//! [`Supervisor`] runs each apart, so that a panic ends one run of one task and nothing else. What
//! it knows of them is in [`Health`], which readiness asks.

mod aside;
mod health;
mod supervisor;
#[cfg(test)]
mod tests;

use std::any::Any;
use std::pin::Pin;

pub use aside::aside;
pub use health::Health;
pub use supervisor::{Pace, Supervisor};

/// One run of a task.
pub type Running = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A task. `run` is a closure, or a plain function of the program's state: see [`Task::with`].
#[derive(Clone, Copy, Debug)]
pub struct Task<R> {
    /// In metrics, logs and readiness; no two tasks share one.
    pub name: &'static str,
    pub course: Course,
    /// Whether the site is not to be sent readers while this task is down.
    pub needed: bool,
    pub run: R,
}

/// How a task is meant to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Course {
    /// Never: it is dropped wherever it stands when the program stops.
    Endless,
    /// When the program is told to stop; it hears of that by itself, and is waited for.
    Drains,
    /// When its work is done, and then it is not started again.
    Once,
}

/// A task that wants some state and nothing else, such as a room hands in.
pub type TaskOf<S> = Task<fn(S) -> Running>;

impl<S: Clone> TaskOf<S> {
    /// The task with the state that each run of it gets.
    pub fn with(self, state: &S) -> Task<impl Fn() -> Running + Send + Sync + 'static>
    where
        S: Send + Sync + 'static,
    {
        let Self { name, course, needed, run } = self;
        let state = state.clone();
        Task { name, course, needed, run: move || run(state.clone()) }
    }
}

/// What a panic said.
pub fn words_of_panic(panic: &(dyn Any + Send)) -> &str {
    let said = panic.downcast_ref::<&str>().copied();
    said.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no words")
}
