//! What has been done, on what, when and by whom: rows are added, and go when they are old. None is
//! ever changed.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect};
use serde_json::json;
use time::OffsetDateTime;

use crate::clock::Clock;
use crate::db::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "audit_log")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub at: Timestamp,
    /// The id of a person; none for the command line, and for one who is not known yet.
    pub actor: Option<Uuid>,
    pub what: String,
    pub on_kind: Option<String>,
    pub on_id: Option<Uuid>,
    /// Cut so that it names no person.
    pub network: Option<String>,
    pub details: Json,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    AccountMade,
    CodeAsked,
    CodeWrong,
    LoggedIn,
    LoggedOut,
    LogInRefused,
    SessionEnded,
    NameChanged,
    Invited,
    InvitationAccepted,
    InvitationDeclined,
    InvitationWithdrawn,
    RoleGiven,
    RoleTaken,
    RoleConfirmed,
    AccountClosed,
    AccountOpened,
    LogRead,
    StepAdded,
    StepRemoved,
    StepShown,
    StepWrong,
    StepsReset,
    CodesRenewed,
    IdentityAdded,
    TextHandedIn,
    TextReaderAsked,
    TextReturned,
    TextUnscheduled,
    TextApproved,
    TextPublished,
    TextArchived,
    TextWithdrawn,
    TextRestored,
    TextDiscarded,
    PassageStruck,
    FileStruck,
    NumberSpared,
    WorkPassedOn,
    HeldTaken,
    ErasureAsked,
    ErasureTakenBack,
    AccountErased,
    ArchiveTaken,
    AddressRemoved,
    AddressAdded,
    StatementSaid,
    StatementTaken,
    ThemeChanged,
    SynonymsChanged,
    FrontChosen,
    PageBegun,
    FileRefused,
    FileVouched,
    ConsentRecorded,
    ConsentWithdrawn,
    PictureTakenDown,
    WorkBegun,
    WorkShared,
    TeamJoined,
    TeamLeft,
    AdoptionSaid,
    AdoptionChanged,
    AdoptionAnswered,
    RoleAsked,
    RoleAskedBack,
    RoleAnswered,
}

impl What {
    pub const ALL: [Self; 67] = [
        Self::AccountMade,
        Self::CodeAsked,
        Self::CodeWrong,
        Self::LoggedIn,
        Self::LoggedOut,
        Self::LogInRefused,
        Self::SessionEnded,
        Self::NameChanged,
        Self::Invited,
        Self::InvitationAccepted,
        Self::InvitationDeclined,
        Self::InvitationWithdrawn,
        Self::RoleGiven,
        Self::RoleTaken,
        Self::RoleConfirmed,
        Self::AccountClosed,
        Self::AccountOpened,
        Self::LogRead,
        Self::StepAdded,
        Self::StepRemoved,
        Self::StepShown,
        Self::StepWrong,
        Self::StepsReset,
        Self::CodesRenewed,
        Self::IdentityAdded,
        Self::TextHandedIn,
        Self::TextReaderAsked,
        Self::TextReturned,
        Self::TextUnscheduled,
        Self::TextApproved,
        Self::TextPublished,
        Self::TextArchived,
        Self::TextWithdrawn,
        Self::TextRestored,
        Self::TextDiscarded,
        Self::PassageStruck,
        Self::FileStruck,
        Self::NumberSpared,
        Self::WorkPassedOn,
        Self::HeldTaken,
        Self::ErasureAsked,
        Self::ErasureTakenBack,
        Self::AccountErased,
        Self::ArchiveTaken,
        Self::AddressRemoved,
        Self::AddressAdded,
        Self::StatementSaid,
        Self::StatementTaken,
        Self::ThemeChanged,
        Self::SynonymsChanged,
        Self::FrontChosen,
        Self::PageBegun,
        Self::FileRefused,
        Self::FileVouched,
        Self::ConsentRecorded,
        Self::ConsentWithdrawn,
        Self::PictureTakenDown,
        Self::WorkBegun,
        Self::WorkShared,
        Self::TeamJoined,
        Self::TeamLeft,
        Self::AdoptionSaid,
        Self::AdoptionChanged,
        Self::AdoptionAnswered,
        Self::RoleAsked,
        Self::RoleAskedBack,
        Self::RoleAnswered,
    ];

    /// None for what a newer program has written.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|what| what.name() == name)
    }

    #[expect(clippy::too_many_lines, reason = "a row for each")]
    pub fn name(self) -> &'static str {
        match self {
            Self::AccountMade => "account_made",
            Self::CodeAsked => "code_asked",
            Self::CodeWrong => "code_wrong",
            Self::LoggedIn => "logged_in",
            Self::LoggedOut => "logged_out",
            Self::LogInRefused => "log_in_refused",
            Self::SessionEnded => "session_ended",
            Self::NameChanged => "name_changed",
            Self::Invited => "invited",
            Self::InvitationAccepted => "invitation_accepted",
            Self::InvitationDeclined => "invitation_declined",
            Self::InvitationWithdrawn => "invitation_withdrawn",
            Self::RoleGiven => "role_given",
            Self::RoleTaken => "role_taken",
            Self::RoleConfirmed => "role_confirmed",
            Self::AccountClosed => "account_closed",
            Self::AccountOpened => "account_opened",
            Self::LogRead => "log_read",
            Self::StepAdded => "step_added",
            Self::StepRemoved => "step_removed",
            Self::StepShown => "step_shown",
            Self::StepWrong => "step_wrong",
            Self::StepsReset => "steps_reset",
            Self::CodesRenewed => "codes_renewed",
            Self::IdentityAdded => "identity_added",
            Self::TextHandedIn => "text_handed_in",
            Self::TextReaderAsked => "text_reader_asked",
            Self::TextReturned => "text_returned",
            Self::TextUnscheduled => "text_unscheduled",
            Self::TextApproved => "text_approved",
            Self::TextPublished => "text_published",
            Self::TextArchived => "text_archived",
            Self::TextWithdrawn => "text_withdrawn",
            Self::TextRestored => "text_restored",
            Self::TextDiscarded => "text_discarded",
            Self::PassageStruck => "passage_struck",
            Self::FileStruck => "file_struck",
            Self::NumberSpared => "number_spared",
            Self::WorkPassedOn => "work_passed_on",
            Self::HeldTaken => "held_taken",
            Self::ErasureAsked => "erasure_asked",
            Self::ErasureTakenBack => "erasure_taken_back",
            Self::AccountErased => "account_erased",
            Self::ArchiveTaken => "archive_taken",
            Self::AddressRemoved => "address_removed",
            Self::AddressAdded => "address_added",
            Self::StatementSaid => "statement_said",
            Self::StatementTaken => "statement_taken",
            Self::ThemeChanged => "theme_changed",
            Self::SynonymsChanged => "synonyms_changed",
            Self::FrontChosen => "front_chosen",
            Self::PageBegun => "page_begun",
            Self::FileRefused => "file_refused",
            Self::FileVouched => "file_vouched",
            Self::ConsentRecorded => "consent_recorded",
            Self::ConsentWithdrawn => "consent_withdrawn",
            Self::PictureTakenDown => "picture_taken_down",
            Self::WorkBegun => "work_begun",
            Self::WorkShared => "work_shared",
            Self::TeamJoined => "team_joined",
            Self::TeamLeft => "team_left",
            Self::AdoptionSaid => "adoption_said",
            Self::AdoptionChanged => "adoption_changed",
            Self::AdoptionAnswered => "adoption_answered",
            Self::RoleAsked => "role_asked",
            Self::RoleAskedBack => "role_asked_back",
            Self::RoleAnswered => "role_answered",
        }
    }
}

tokio::task_local! {
    static NETWORK: String;
}

/// Whatever is written of within `work` was asked for from this network.
pub async fn asked_from<T>(network: String, work: impl Future<Output = T>) -> T {
    NETWORK.scope(network, work).await
}

/// A row to be written, in the transaction of what it tells of.
#[derive(Clone, Debug)]
pub struct Entry {
    what: What,
    actor: Option<Uuid>,
    on: Option<(&'static str, Uuid)>,
    network: Option<String>,
    details: Json,
}

impl Entry {
    pub fn of(what: What) -> Self {
        Self { what, actor: None, on: None, network: None, details: json!({}) }
    }

    #[must_use]
    pub fn by(mut self, actor: Option<Uuid>) -> Self {
        self.actor = actor;
        self
    }

    #[must_use]
    pub fn on(mut self, kind: &'static str, id: Uuid) -> Self {
        self.on = Some((kind, id));
        self
    }

    #[must_use]
    pub fn seen_from(mut self, network: &str) -> Self {
        self.network = Some(network.to_owned());
        self
    }

    /// What more there is to say; never a name, an address or a code.
    #[must_use]
    pub fn telling(mut self, details: Json) -> Self {
        self.details = details;
        self
    }

    pub async fn write(self, tx: &impl ConnectionTrait, clock: &Clock) -> Result<(), DbErr> {
        let row = Model {
            id: clock.new_id(),
            at: clock.now().into(),
            actor: self.actor,
            what: self.what.name().to_owned(),
            on_kind: self.on.map(|(kind, _)| kind.to_owned()),
            on_id: self.on.map(|(_, id)| id),
            network: self.network.or_else(|| NETWORK.try_with(Clone::clone).ok()),
            details: self.details,
        };
        Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
        Ok(())
    }
}

/// What a person has done and what was done to them, the newest first.
pub async fn about(
    db: &impl ConnectionTrait,
    person: Uuid,
    most: u64,
) -> Result<Vec<Model>, DbErr> {
    let is_theirs = Column::Actor.eq(person).or(Column::OnId.eq(person));
    Entity::find().filter(is_theirs).order_by_desc(Column::Id).limit(most).all(db).await
}

/// What somebody looks for in the log.
#[derive(Clone, Copy, Debug, Default)]
pub struct Search {
    pub what: Option<What>,
    /// Who did it, or to whom it was done.
    pub person: Option<Uuid>,
    pub from: Option<OffsetDateTime>,
    /// And before this.
    pub until: Option<OffsetDateTime>,
}

impl Search {
    fn rows(self) -> Select<Entity> {
        let mut rows = Entity::find();
        if let Some(what) = self.what {
            rows = rows.filter(Column::What.eq(what.name()));
        }
        if let Some(person) = self.person {
            rows = rows.filter(Column::Actor.eq(person).or(Column::OnId.eq(person)));
        }
        if let Some(from) = self.from {
            rows = rows.filter(Column::At.gte(from));
        }
        if let Some(until) = self.until {
            rows = rows.filter(Column::At.lt(until));
        }
        rows
    }

    /// How many rows it finds.
    pub async fn count(self, db: &impl ConnectionTrait) -> Result<u64, DbErr> {
        self.rows().count(db).await
    }

    /// Some of them, the newest first.
    pub async fn some(
        self,
        db: &impl ConnectionTrait,
        (after, most): (u64, u64),
    ) -> Result<Vec<Model>, DbErr> {
        self.rows().order_by_desc(Column::Id).offset(after).limit(most).all(db).await
    }
}

/// Rows from before this are gone.
pub async fn sweep(db: &impl ConnectionTrait, before: OffsetDateTime) -> Result<u64, DbErr> {
    let gone = Entity::delete_many().filter(Column::At.lt(before)).exec(db).await?;
    Ok(gone.rows_affected)
}
