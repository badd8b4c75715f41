//! Whatever dies is started again; whatever has done its work is not; the end is orderly.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use super::{Course, Pace, Running, Supervisor, Task, aside};

const PACE: Pace = Pace {
    first: Duration::from_millis(20),
    longest: Duration::from_millis(80),
    well: Duration::from_millis(300),
};

fn supervisor() -> (Supervisor, watch::Sender<bool>) {
    let (stop, stopped) = watch::channel(false);
    (Supervisor::at_pace(PACE, stopped), stop)
}

/// Counts its runs, and does in each what `run` says of its number.
fn counted<F>(
    course: Course,
    run: impl Fn(usize) -> F + Send + Sync + 'static,
) -> (Task<impl Fn() -> F + Send + Sync + 'static>, Arc<AtomicUsize>)
where
    F: Future<Output = ()> + Send + 'static,
{
    let runs = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&runs);
    let run = move || run(seen.fetch_add(1, SeqCst));
    (Task { name: "counted", course, needed: true, run }, runs)
}

async fn until(what: impl Fn() -> bool) {
    let began = Instant::now();
    while !what() {
        assert!(began.elapsed() < Duration::from_secs(10), "it never came to be");
        sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_task_that_panics_or_ends_is_started_again_and_waits_longer_each_time() {
    let (mut tasks, _stop) = supervisor();
    let began = Instant::now();
    let (task, runs) = counted(Course::Endless, |number| async move {
        match number {
            0 => panic!("the first"),
            1 => {}
            2 => panic!("{}", "the third"),
            _ => std::future::pending().await,
        }
    });
    tasks.start(task);
    until(|| runs.load(SeqCst) == 4).await;
    // 20 + 40 + 80 milliseconds lie between them.
    assert!(began.elapsed() >= Duration::from_millis(140), "{:?}", began.elapsed());
    let health = tasks.health();
    assert_eq!(health.trouble().as_deref(), Some("the task counted keeps dying"));
    until(|| health.trouble().is_none()).await;
    assert!(began.elapsed() >= Duration::from_millis(440), "only after it has run well");
    assert_eq!(runs.load(SeqCst), 4);
}

#[tokio::test]
async fn a_panic_before_there_is_a_future_is_one_like_the_others() {
    let (mut tasks, _stop) = supervisor();
    let (task, runs) = counted(Course::Endless, |number| {
        assert!(number > 0, "not yet");
        std::future::pending()
    });
    tasks.start(task);
    until(|| runs.load(SeqCst) == 2).await;
    until(|| tasks.health().trouble().is_none()).await;
}

#[tokio::test]
async fn a_task_that_has_an_end_is_done_with_it_and_only_then() {
    let (mut tasks, _stop) = supervisor();
    let (task, runs) = counted(Course::Once, |number| async move {
        assert!(number > 0, "not the first time");
    });
    tasks.start(task);
    until(|| runs.load(SeqCst) == 2).await;
    sleep(Duration::from_millis(200)).await;
    assert_eq!(runs.load(SeqCst), 2);
    assert_eq!(tasks.health().trouble(), None);
}

#[tokio::test]
async fn at_the_stop_some_come_to_an_end_and_the_rest_are_dropped() {
    let (mut tasks, stop) = supervisor();
    let finished = Arc::new(AtomicUsize::new(0));
    let run = {
        let (finished, told) = (Arc::clone(&finished), stop.subscribe());
        move || -> Running {
            let (finished, mut told) = (Arc::clone(&finished), told.clone());
            Box::pin(async move {
                told.wait_for(|stop| *stop).await.ok();
                sleep(Duration::from_millis(50)).await;
                finished.fetch_add(1, SeqCst);
            })
        }
    };
    tasks.start(Task { name: "drains", course: Course::Drains, needed: true, run });
    let alive = Arc::new(());
    let held = Arc::clone(&alive);
    let (endless, runs) = counted(Course::Endless, move |_| {
        let held = Arc::clone(&held);
        async move {
            std::future::pending::<()>().await;
            drop(held);
        }
    });
    tasks.start(endless);
    until(|| runs.load(SeqCst) == 1).await;
    stop.send(true).unwrap();
    tasks.drain(Duration::from_secs(5)).await;
    assert_eq!(finished.load(SeqCst), 1, "it was waited for, and not started again");
    drop(tasks);
    until(|| Arc::strong_count(&alive) == 1).await;
}

#[tokio::test]
async fn one_that_will_not_end_is_not_waited_for_for_ever() {
    let (mut tasks, stop) = supervisor();
    let (task, _) = counted(Course::Drains, |_| std::future::pending());
    tasks.start(task);
    stop.send(true).unwrap();
    let began = Instant::now();
    tasks.drain(Duration::from_millis(50)).await;
    assert!(began.elapsed() < Duration::from_secs(2));
}

#[test]
fn a_task_of_a_room_is_plain_data() {
    const ROOM: Task<fn(u32) -> Running> = Task {
        name: "of-a-room",
        course: Course::Once,
        needed: false,
        run: |_| Box::pin(async {}),
    };
    let with = ROOM.with(&7);
    drop((with.run)());
    assert_eq!((with.name, with.course, with.needed), ("of-a-room", Course::Once, false));
}

#[tokio::test]
async fn work_that_nobody_waits_for_gives_way_and_its_panic_is_told() {
    assert_eq!(aside(|| 1).await, Some(1));
    assert_eq!(aside(|| assert_eq!(1, 2, "as it happens")).await, None);
    #[cfg(target_os = "linux")]
    {
        use rustix::process::getpriority_process;
        let own = getpriority_process(None).unwrap();
        let priority = aside(|| getpriority_process(None).unwrap()).await;
        assert_eq!(priority, Some((own + 4).min(19)));
    }
}
