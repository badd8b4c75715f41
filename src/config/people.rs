//! Settings for people who log in: how long a session lasts, who may have an account, how long is kept what.

use serde::Deserialize;
use time::Duration;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct People {
    /// A session in which nothing is asked for so long is over.
    pub idle_minutes: u32,
    pub administrator_idle_minutes: u32,
    /// A session is over after so long, whatever is asked for.
    pub longest_hours: u32,
    /// An invitation can be answered so long.
    pub invitation_days: u32,
    /// The log of who did what is kept so long.
    pub log_days: u32,
    /// Attempts at logging in are kept so long, for the counts that slow those down who guess.
    pub attempt_hours: u32,
    /// Sessions that are over, and invitations that have run out, are kept so many days more.
    pub ended_session_days: u32,
    pub expired_invitation_days: u32,
    /// Who asks to be erased may think again so long.
    pub erasure_days: u32,
    /// Whose addresses may make an account of their own accord; all when none is named. Who is
    /// invited may always.
    pub domains: Vec<String>,
}

impl Default for People {
    fn default() -> Self {
        Self {
            idle_minutes: 60,
            administrator_idle_minutes: 30,
            longest_hours: 12,
            invitation_days: 14,
            log_days: 400,
            attempt_hours: 1,
            ended_session_days: 0,
            expired_invitation_days: 0,
            erasure_days: 7,
            domains: Vec::new(),
        }
    }
}

impl People {
    pub(super) fn checked(mut self) -> Result<Self, String> {
        let whole = [
            ("idle-minutes", self.idle_minutes),
            ("administrator-idle-minutes", self.administrator_idle_minutes),
            ("longest-hours", self.longest_hours),
            ("invitation-days", self.invitation_days),
            ("log-days", self.log_days),
            ("attempt-hours", self.attempt_hours),
            ("erasure-days", self.erasure_days),
        ];
        if let Some((name, count)) = whole.iter().find(|(_, count)| !(1..=10_000).contains(count)) {
            return Err(format!("people: {name}: {count} is not from 1 to 10000"));
        }
        let after = [
            ("ended-session-days", self.ended_session_days),
            ("expired-invitation-days", self.expired_invitation_days),
        ];
        if let Some((name, count)) = after.iter().find(|(_, count)| *count > 10_000) {
            return Err(format!("people: {name}: {count} is not from 0 to 10000"));
        }
        for domain in &mut self.domains {
            let plain = domain.trim().trim_start_matches('@').to_lowercase();
            if !plain.contains('.') || plain.contains(['@', ' ']) {
                return Err(format!("people: domains: {domain:?} is no domain, as in kommune.no"));
            }
            *domain = plain;
        }
        Ok(self)
    }

    pub fn idle(&self, is_administrator: bool) -> Duration {
        let minutes =
            if is_administrator { self.administrator_idle_minutes } else { self.idle_minutes };
        Duration::minutes(minutes.into())
    }

    pub fn longest(&self) -> Duration {
        Duration::hours(self.longest_hours.into())
    }

    pub fn invitation(&self) -> Duration {
        Duration::days(self.invitation_days.into())
    }

    pub fn log(&self) -> Duration {
        Duration::days(self.log_days.into())
    }

    pub fn attempts(&self) -> Duration {
        Duration::hours(self.attempt_hours.into())
    }

    pub fn ended_sessions(&self) -> Duration {
        Duration::days(self.ended_session_days.into())
    }

    pub fn expired_invitations(&self) -> Duration {
        Duration::days(self.expired_invitation_days.into())
    }

    pub fn erasure(&self) -> Duration {
        Duration::days(self.erasure_days.into())
    }

    /// May whoever has this address make an account of their own accord?
    pub fn admits(&self, address: &str) -> bool {
        let of = address.rsplit_once('@').map_or("", |(_, domain)| domain);
        let is_within = |domain: &String| {
            let above = of.strip_suffix(domain.as_str());
            above.is_some_and(|above| above.is_empty() || above.ends_with('.'))
        };
        self.domains.is_empty() || self.domains.iter().any(is_within)
    }
}
