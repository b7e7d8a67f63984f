//! Typed, source-free tables: what is known, where each row came from, and nothing else.
//!
//! | file | holds |
//! |---|---|
//! | `calendar` | days, weeks, months: arithmetic on civil dates |
//! | `moment` | a point in time as a file states it: a date, a wall clock, or an instant |
//! | `zone` | a time zone as a list of offsets |
//! | `money` | decimal amounts |
//! | `names` | every text once |
//! | `schema` | the canonical tables, their fields and row identity |
//! | `table` | one table as columns |
//! | `rows` | typed views of rows, for those who compute |
//! | `order` | one sort for every kind of list |
//! | `people` | who is the same person |
//! | `roster` | teams, brand pages, and what can be changed about sellers |
//! | `notes` | what a person notes beside the facts, and how it changes |
//! | `left_out` | why a row is not used |
//! | `batch` | what one file gave |
//! | `repeats` | rows of one file that speak of the same thing |
//! | `print` | a stored integer as a person reads it |
//! | `codec` | all of it as bytes |
//! | `objects` | JSON read with little code |

mod batch;
mod calendar;
#[cfg(feature = "engine")]
mod codec;
mod left_out;
mod moment;
mod money;
mod names;
mod notes;
#[cfg(feature = "engine")]
mod objects;
#[cfg(feature = "engine")]
mod order;
#[cfg(feature = "engine")]
mod people;
mod print;
mod repeats;
mod roster;
mod rows;
mod schema;
mod settlement;
mod table;
mod zone;

pub use batch::{CorrectedRow, FileFacts, FileSummary, LeftOutRow, Notice};
pub use calendar::{Bucket, Day, Span};
#[cfg(feature = "engine")]
pub use codec::{CodecError, Reader, Writer};
pub use left_out::Reason;
pub use moment::Moment;
pub use money::{Amount, Currency, divide_half_even};
pub use names::{Names, Sym};
pub use notes::{AskOutcome, CheckItem, NoteChange, PeopleTag, tidy_list};
#[cfg(feature = "engine")]
pub use objects::from_json;
#[cfg(feature = "engine")]
pub use order::{gather, sort_list};
#[cfg(feature = "engine")]
pub use people::{Acquainted, People, PersonId, fold_name, fold_words, profile_key};
pub use print::print_cell;
pub use repeats::{Repeat, Statement};
pub use roster::{RosterChange, SellerKind, SellerRoles};
pub use rows::{
    ActivityRow, AudienceRow, CheckinRow, ConnectionRow, CostRow, DealRow, InvitationRow, LeadRow,
    LinkSendRow, MarkerRow, MeetingRow, MessageRow, PageRow, PathRow, PostRow, PurchaseRow, ReferralRow, Row,
    SearchInterestRow, SsiRow, StageChangeRow, TouchRow, WarmRow,
};
pub use schema::{Field, FieldType, Repeats, TableId, TableSchema};
pub use settlement::{SettledField, Settlement};
pub use table::{Facts, MISSING, RowRef, Table, number_to_cell, text_to_cell};
pub use zone::Zone;
