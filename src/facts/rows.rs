//! The fields of every table, and typed views of its rows for those who compute.

use super::schema::{Field, FieldType, Repeats, TableId, TableSchema};
use super::table::Table;
use super::{Amount, Moment, Sym};

/// A typed view of one row.
pub trait Row: Sized {
    /// The table it views.
    const TABLE: TableId;
    /// Reads row `index`; a row that does not exist reads as all missing.
    fn read(table: &Table, index: usize) -> Self;
}

macro_rules! kind {
    (text) => {
        FieldType::Text
    };
    (moment) => {
        FieldType::Moment
    };
    (number) => {
        FieldType::Number
    };
    (amount) => {
        FieldType::Amount
    };
    (flag) => {
        FieldType::Flag
    };
}

macro_rules! rust_type {
    (text) => { Sym };
    (moment) => { Option<Moment> };
    (number) => { Option<f64> };
    (amount) => { Option<Amount> };
    (flag) => { Option<bool> };
}

macro_rules! is_needed {
    (needed) => {
        true
    };
    (optional) => {
        false
    };
}

macro_rules! tables {
    ($(
        $(#[$doc:meta])*
        $row:ident = $table:ident $name:literal
        identity $identity:expr, $repeats:ident, dated by $dated:expr,
        { $( $need:ident $field:ident : $kind:ident = $fdoc:literal, )* }
    )*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq)]
            pub struct $row {
                $( #[doc = $fdoc] pub $field: rust_type!($kind), )*
            }

            impl Row for $row {
                const TABLE: TableId = TableId::$table;
                fn read(table: &Table, index: usize) -> $row {
                    let mut column = 0usize..;
                    $row { $( $field: table.$kind(column.next().unwrap_or(usize::MAX), index), )* }
                }
            }
        )*

        /// The schema of a table.
        pub(super) fn schema(id: TableId) -> &'static TableSchema {
            match id {
                $( TableId::$table => {
                    static SCHEMA: TableSchema = TableSchema {
                        id: TableId::$table,
                        name: $name,
                        fields: &[ $( Field {
                            name: stringify!($field),
                            kind: kind!($kind),
                            needed: is_needed!($need),
                        }, )* ],
                        identity: $identity,
                        repeats: Repeats::$repeats,
                        dated_by: $dated,
                    };
                    &SCHEMA
                } )*
            }
        }
    };
}

tables! {
    /// A reading of the Social Selling Index.
    SsiRow = Ssi "ssi" identity &[&["seller"], &["date"]], AreTheSame, dated by &["date"], {
        optional seller: text = "whose reading",
        needed date: moment = "day of the reading",
        needed total: number = "Social Selling Index, 0–100",
        optional brand: number = "pillar: professional brand, 0–25",
        optional people: number = "pillar: right people, 0–25",
        optional insights: number = "pillar: engage with insights, 0–25",
        optional relationships: number = "pillar: relationships, 0–25",
        optional industry_rank: number = "top x % of the industry",
        optional network_rank: number = "top x % of the network",
    }

    /// A person a seller is connected with.
    ConnectionRow = Connections "connections"
    identity &[&["seller"], &["connected_on"], &["name", "profile_url"]], AreEvents, dated by &["connected_on"], {
        optional seller: text = "whose connection",
        needed connected_on: moment = "day of the connection",
        optional name: text = "full name",
        optional profile_url: text = "profile address",
        optional email: text = "e-mail address",
        optional company: text = "employer",
        optional position: text = "job title",
    }

    /// An invitation to connect.
    InvitationRow = Invitations "invitations"
    identity &[&["seller"], &["direction"], &["sent_at"], &["name", "profile_url"]], AreEvents, dated by &["sent_at"], {
        optional seller: text = "whose archive",
        needed direction: text = "outgoing or incoming",
        needed sent_at: moment = "when it was sent",
        optional name: text = "the other person's full name",
        optional profile_url: text = "the other person's profile address",
        optional has_note: flag = "whether it carries a note",
    }

    /// A single message; its text is never kept.
    MessageRow = Messages "messages"
    identity &[&["seller"], &["conversation"], &["sent_at"], &["direction"]], AreEvents, dated by &["sent_at"], {
        optional seller: text = "whose archive",
        needed conversation: text = "identifier of the conversation",
        needed direction: text = "outgoing or incoming",
        needed sent_at: moment = "when it was sent",
        optional person: text = "the other person's full name",
        optional profile_url: text = "the other person's profile address",
        optional kind: text = "blank for a talk of two; group, sponsored or draft are set aside",
    }

    /// A post or repost.
    PostRow = Posts "posts"
    identity &[&["seller"], &["account"], &["platform"], &["post_id", "url", "published_at"], &["kind"]], AreTheSame,
    dated by &["published_at"], {
        optional seller: text = "who posted",
        optional account: text = "seller or brand; blank means seller",
        optional platform: text = "where; blank means LinkedIn",
        needed published_at: moment = "when it was published",
        optional post_id: text = "the platform's number of the post",
        optional url: text = "address of the post",
        optional kind: text = "post or repost; blank means post",
        optional campaign: text = "campaign",
        optional content: text = "content item shared by several",
        optional shared_url: text = "address that the post shares",
        optional impressions: number = "times shown",
        optional reach: number = "people who saw it",
        optional engagements: number = "engagements as the source states them",
        optional reactions: number = "reactions",
        optional comments: number = "comments",
        optional shares: number = "shares by the audience",
        optional clicks: number = "clicks",
    }

    /// One day of an account's audience.
    AudienceRow = Audience "audience"
    identity &[&["seller"], &["account"], &["platform"], &["date"]], AreTheSame, dated by &["date"], {
        optional seller: text = "whose account",
        optional account: text = "seller or brand; blank means seller",
        optional platform: text = "where; blank means LinkedIn",
        needed date: moment = "the day",
        optional impressions: number = "times shown that day",
        optional engagements: number = "engagements that day",
        optional followers_total: number = "followers at the end of that day",
        optional followers_new: number = "followers gained that day",
    }

    /// An own comment or reaction.
    ActivityRow = Activity "activity"
    identity &[&["seller"], &["date"], &["kind"]], AreEvents, dated by &["date"], {
        optional seller: text = "who",
        needed date: moment = "when",
        needed kind: text = "comment or reaction",
    }

    /// A meeting.
    MeetingRow = Meetings "meetings"
    identity &[&["seller"], &["date"], &["person", "email", "company"]], AreEvents, dated by &["date"], {
        optional seller: text = "whose meeting",
        needed date: moment = "day of the meeting",
        optional person: text = "with whom",
        optional email: text = "their e-mail address",
        optional company: text = "their employer",
        optional status: text = "booked, held, cancelled or no-show",
        optional source: text = "where it came from",
    }

    /// A referral logged by hand.
    ReferralRow = Referrals "referrals"
    identity &[&["seller"], &["date"], &["referrer"]], AreEvents, dated by &["date"], {
        optional seller: text = "who received it",
        needed date: moment = "day",
        optional referrer: text = "who referred",
        optional referrer_type: text = "customer, partner, peer, thought leader, non-buyer",
        optional lead_id: text = "the lead it became",
        optional deal_id: text = "the deal it became",
    }

    /// A link sent to a person.
    LinkSendRow = LinkSends "link_sends"
    identity &[&["seller"], &["link"], &["sent_at"], &["person"]], AreEvents, dated by &["sent_at"], {
        optional seller: text = "who sent it",
        needed link: text = "the address sent",
        needed sent_at: moment = "when",
        optional person: text = "to whom",
        optional clicks: number = "clicks",
        optional clicked_at: moment = "first click",
    }

    /// Visits of a web page.
    PageRow = Pages "pages" identity &[&["url"], &["date"]], AreTheSame, dated by &["date"], {
        needed url: text = "address",
        optional date: moment = "day",
        needed sessions: number = "sessions",
        optional bounces: number = "sessions that bounced",
        optional bounce_rate: number = "share of sessions that bounced, a fraction",
        optional seconds: number = "mean seconds per session",
    }

    /// A lead.
    LeadRow = Leads "leads" identity &[&["id"]], AreTheSame, dated by &["created", "converted_at"], {
        needed id: text = "identifier in the exporting system",
        needed created: moment = "when it was created",
        optional seller: text = "owner",
        optional source: text = "source as exported",
        optional campaign: text = "campaign",
        optional conversion_point: text = "form, demo request, download, message …",
        optional score: number = "lead score, 0–100",
        optional status: text = "status as exported",
        optional converted_at: moment = "when the lead became a customer",
        optional person: text = "full name",
        optional email: text = "e-mail address",
        optional company: text = "employer",
        optional source_group: text = "group of the source, where its words do not tell",
        optional status_group: text = "won, lost or open, where the status does not tell",
    }

    /// A deal (opportunity).
    DealRow = Deals "deals" identity &[&["id"]], AreTheSame, dated by &["created", "closed"], {
        needed id: text = "identifier in the exporting system",
        optional seller: text = "owner",
        optional name: text = "name of the deal",
        optional company: text = "company",
        optional person: text = "contact's full name",
        optional lead_id: text = "the lead it came from",
        optional created: moment = "when it was created",
        optional closed: moment = "closing date; of an open deal the expected one",
        needed status: text = "status as exported: won, lost, anything else is open",
        optional stage: text = "stage as exported",
        optional amount: amount = "value",
        optional currency: text = "ISO 4217 code",
        optional source: text = "source as exported",
        optional campaign: text = "campaign",
        optional source_group: text = "group of the source, where its words do not tell",
        optional status_group: text = "won, lost or open, where the status does not tell",
    }

    /// A deal's move to another stage.
    StageChangeRow = StageChanges "stage_changes"
    identity &[&["deal_id"], &["at"], &["to_stage"]], AreTheSame, dated by &["at"], {
        needed deal_id: text = "the deal",
        needed at: moment = "when",
        needed to_stage: text = "stage entered",
        optional from_stage: text = "stage left",
    }

    /// A touch on the way to a deal.
    TouchRow = Touches "touches"
    identity &[&["at"], &["channel"], &["deal_id", "lead_id", "person", "company"]], AreEvents, dated by &["at"], {
        needed at: moment = "when",
        needed channel: text = "channel as exported",
        optional deal_id: text = "the deal it belongs to",
        optional lead_id: text = "the lead it belongs to",
        optional person: text = "the contact it belongs to",
        optional company: text = "the company it belongs to",
        optional campaign: text = "campaign",
        optional kind: text = "kind of touch",
        optional conversion: flag = "whether it is itself a conversion",
        optional value: amount = "value of the conversion",
    }

    /// A path summed up by a tool.
    PathRow = Paths "paths" identity &[&["path"]], AreTheSame, dated by &[], {
        needed path: text = "steps joined by ` > `",
        needed conversions: number = "conversions over this path",
        optional value: amount = "their value",
        optional nulls: number = "paths that ended without one",
    }

    /// A purchase.
    PurchaseRow = Purchases "purchases"
    identity &[&["customer"], &["date"], &["amount"]], AreEvents, dated by &["date"], {
        needed customer: text = "who bought",
        needed date: moment = "day",
        optional amount: amount = "for how much",
        optional currency: text = "ISO 4217 code",
        optional source: text = "source as exported",
    }

    /// A cost.
    CostRow = Costs "costs"
    identity &[&["date"], &["channel"], &["category"], &["seller"], &["amount", "hours"]], AreEvents, dated by &["date"], {
        needed date: moment = "day",
        optional channel: text = "channel as exported",
        optional category: text = "kind of cost",
        optional amount: amount = "money spent",
        optional currency: text = "ISO 4217 code",
        optional hours: number = "hours spent",
        optional rate: amount = "cost of an hour",
        optional seller: text = "whose",
        optional band: text = "slow, medium or fast",
    }

    /// A weekly check-in.
    CheckinRow = Checkins "checkins" identity &[&["seller"], &["week"]], AreTheSame, dated by &["week"], {
        needed seller: text = "who",
        needed week: moment = "Monday of the week",
        optional ssi: number = "Social Selling Index",
        optional connections: number = "connections",
        optional persona_connections: number = "connections in the persona",
        optional shares: number = "posts shared",
        optional conversations: number = "conversations started",
        optional meetings: number = "meetings",
        optional deals_started: number = "deals started",
    }

    /// A conversation that a person says is warm.
    WarmRow = WarmConversations "warm_conversations"
    identity &[&["seller"], &["profile_url", "person"], &["warm_on"]], AreTheSame, dated by &["warm_on"], {
        optional seller: text = "whose conversation",
        needed person: text = "with whom",
        needed warm_on: moment = "day on which it was warm",
        optional profile_url: text = "their profile address",
        optional company: text = "their employer",
        optional channel: text = "where it goes on",
        optional note: text = "what to remember",
        optional origin: text = "keyword, group or event by which they were found",
    }

    /// A dated event.
    MarkerRow = Markers "markers" identity &[&["date"], &["label"]], AreTheSame, dated by &[], {
        needed date: moment = "day",
        needed label: text = "what happened",
    }

    /// How much a term was searched for in one stretch of time. It dates nothing: how far a search engine tells
    /// says nothing of how far the sellers' data go.
    SearchInterestRow = SearchInterest "search_interest"
    identity &[&["term"], &["region"], &["step"], &["export"], &["date"]], AreTheSame, dated by &[], {
        needed date: moment = "first day or hour of the stretch",
        needed term: text = "what was searched for",
        optional interest: number = "0–100, where 100 is the peak of the export; blank where only a bound is known",
        optional below_one: flag = "whether there were searches, but less than 1 of 100",
        optional region: text = "where, as exported",
        optional step: text = "how long a stretch is: hour, day, week or month",
        optional export: text = "which export: its first and last stretch and its terms; each has a peak of its own",
    }
}
