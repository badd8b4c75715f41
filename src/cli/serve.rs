//! Serves the site until it is told to stop.

use std::future::IntoFuture;
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use axum::ServiceExt;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use super::open;
use crate::app::App;
use crate::config::{Common, Serving, Settings};
use crate::db;
use crate::site::Site;
use crate::tasks::{Course, Running, Supervisor, Task};
use crate::{demo, ops, page_cache};

/// How long what is under way may take after the word to stop.
const GRACE: Duration = Duration::from_secs(30);

/// How long the last word to the database may take.
const LAST: Duration = Duration::from_secs(2);

/// Forgets who has been quiet, so that the meters do not grow.
const LIMITS: Task<fn(App) -> Running> = Task {
    name: "limits",
    // Where nothing is limited there is nothing to do.
    course: Course::Once,
    needed: false,
    run: |app| Box::pin(async move { app.limits.forget_the_quiet(&app.db).await }),
};

/// Looks for what other programs have changed.
const EDITION: Task<fn(App) -> Running> = Task {
    name: "page-cache",
    // Where nothing is kept there is nothing to do.
    course: Course::Once,
    needed: true,
    run: |app| Box::pin(page_cache::follow(app.edition)),
};

/// Reads what lists are made of, and keeps it on disk for the next start. Until it is read lists ask the
/// database.
const CATALOGUE: Task<fn(App) -> Running> = Task {
    name: "catalogue",
    course: Course::Once,
    needed: false,
    run: |app| {
        Box::pin(async move {
            app.catalogue.build_in_the_end().await;
            app.catalogue.keep_up().await;
        })
    },
};

pub async fn serve(site: &Site, common: &Common, serving: &Serving) -> Result<ExitCode, String> {
    let settings = Settings::read(common, serving)?;
    let _log = ops::log::start(settings.json_logs);
    let public = bind("listen", settings.listen).await?;
    let internal = bind("internal-listen", settings.internal_listen).await?;
    run(site, settings, public, internal, false).await
}

/// A fresh database in a folder of its own, filled with examples.
pub async fn demo(
    site: &Site,
    mut common: Common,
    mut serving: Serving,
) -> Result<ExitCode, String> {
    common.data_dir.get_or_insert("demo-data".into());
    serving.log_format.get_or_insert("text".into());
    let settings = Settings::read(&common, &serving)?;
    ops::log::quiet();
    let public = bind("listen", settings.listen).await?;
    let internal = bind("internal-listen", settings.internal_listen).await?;
    demo::clear(&settings)?;
    // The page of example people is served by nothing else.
    let site = &site.clone().with(&demo::ROOM);
    run(site, settings, public, internal, true).await
}

/// The port is taken before anything is written: a second program on it changes nothing.
async fn bind(name: &str, address: SocketAddr) -> Result<TcpListener, String> {
    TcpListener::bind(address).await.map_err(|e| {
        format!("{name}: {address} can't be used: {e}. Stop what is there, or give another with --{name}")
    })
}

async fn run(
    site: &Site,
    mut settings: Settings,
    public: TcpListener,
    internal: TcpListener,
    is_demo: bool,
) -> Result<ExitCode, String> {
    let address = |listener: &TcpListener| listener.local_addr().map_err(|e| e.to_string());
    // With port 0 the system has chosen one.
    settings.listen = address(&public)?;
    settings.internal_listen = address(&internal)?;
    let app = open::app(site, settings).await?;
    if is_demo {
        demo::fill(&app).await?;
    }
    // Before the first thing that is counted.
    let metrics = ops::metrics::install();
    let (stop, stopped) = watch::channel(false);
    let mut tasks = Supervisor::new(stopped.clone());
    let jobs = work(&mut tasks, site, &app, &stopped);
    for task in site.tasks().chain([CATALOGUE, LIMITS, EDITION]) {
        tasks.start(task.with(&app));
    }
    let internal_site = ops::router(ops::Internal {
        app: app.clone(),
        metrics,
        tasks: tasks.health(),
        jobs,
        stopped: stopped.clone(),
    });
    tasks.start(internal_port(internal, internal_site)?);
    // Who reads that it runs may stop it at once.
    let told_to_stop = told_to_stop()?;
    announce(&app, is_demo);
    let pages = site.serve(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
    let mut told = stopped.clone();
    let server = axum::serve(public, pages).with_graceful_shutdown(async move {
        told.wait_for(|stop| *stop).await.ok();
    });
    let mut server = tokio::spawn(server.into_future());
    tokio::select! {
        ended = &mut server => return Err(format!("the server has ended: {ended:?}")),
        name = told_to_stop => tracing::info!(signal = name, "stopping"),
    }
    stop.send(true).ok();
    let requests = async {
        if tokio::time::timeout(GRACE, server).await.is_err() {
            tracing::warn!("some requests were still under way and have been cut off");
        }
    };
    tokio::join!(requests, tasks.drain(GRACE));
    // What was struck or thrown away does not stay in the log of a database at rest.
    match tokio::time::timeout(LAST, db::checkpoint(&app.db)).await {
        Ok(Ok(true)) => {}
        Ok(Err(error)) => tracing::warn!(%error, "the log of the database could not be emptied"),
        _ => tracing::warn!("somebody still reads the database: its log is not emptied"),
    }
    keep_catalogue(&app).await;
    Ok(ExitCode::SUCCESS)
}

/// The next start need not read the whole database.
async fn keep_catalogue(app: &App) {
    match tokio::time::timeout(LAST, app.catalogue.keep()).await {
        Ok(Err(error)) => tracing::warn!(%error, "the catalogue can't be kept"),
        Ok(Ok(_)) => {}
        Err(_) => tracing::warn!("the catalogue could not be kept in time"),
    }
}

/// The workers of the queue. Tells which jobs they know.
fn work(
    tasks: &mut Supervisor,
    site: &Site,
    app: &App,
    stopped: &watch::Receiver<bool>,
) -> Vec<&'static str> {
    let usual = site.worker(app).until(stopped.clone());
    let reading = site.long_worker(app).until(stopped.clone());
    let names = [usual.names(), reading.names()].concat();
    // Two, so that a letter need not wait while a booklet is set.
    let all =
        [("jobs-1", usual.clone(), true), ("jobs-2", usual, true), ("jobs-files", reading, false)];
    for (name, worker, needed) in all {
        tasks.start(Task {
            name,
            course: Course::Drains,
            needed,
            run: move || worker.clone().work(),
        });
    }
    names
}

/// The listener outlives each run, so that a port that fails can be served again.
fn internal_port(
    listener: TcpListener,
    site: axum::Router,
) -> Result<Task<impl Fn() -> Running + Send + Sync + 'static>, String> {
    let listener = Arc::new(listener.into_std().map_err(|e| e.to_string())?);
    let run = move || -> Running {
        let (listener, site) = (Arc::clone(&listener), site.clone());
        Box::pin(async move {
            let served =
                async { axum::serve(TcpListener::from_std(listener.try_clone()?)?, site).await };
            if let Err(error) = served.await {
                tracing::error!(%error, "the internal port has failed");
            }
        })
    };
    Ok(Task { name: "internal-port", course: Course::Endless, needed: true, run })
}

/// Listens from now on, and ends when the program is told to stop.
fn told_to_stop() -> Result<impl Future<Output = &'static str>, String> {
    let mut terminate = signal(SignalKind::terminate()).map_err(|e| e.to_string())?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(|e| e.to_string())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => "SIGTERM",
            _ = interrupt.recv() => "SIGINT",
        }
    })
}

fn announce(app: &App, is_demo: bool) {
    if is_demo {
        say!("\n  Pådriver is running with examples:  http://{}/", app.settings.listen);
        say!(
            "  Log in as an example person:        http://{}/nb/eksempelfolk",
            app.settings.listen
        );
        if app.settings.smtp_url.is_some() {
            say!("  Letters go to the mail server that the settings name.");
        } else {
            let folder = app.settings.folder("mail");
            say!("  Letters are written to              {}", folder.display());
        }
        say!(
            "  Liveness, readiness and metrics:    http://{}/internal/metrics",
            app.settings.internal_listen
        );
        say!("\n  Stop it with Ctrl-C. The next start begins afresh.\n");
    } else {
        let site = format!("http://{}/", app.settings.listen);
        let internal = format!("http://{}/internal/", app.settings.internal_listen);
        tracing::info!(site, internal, "serving");
    }
}
