//! The analytics of a single post.

use crate::facts::TableId;
use crate::sources::declaration::{Form, Quoting, Source};
/// LinkedIn, analytics of a single post, XLSX.
pub static SINGLE_POST: Source = Source {
    id: "linkedin.single_post",
    name: "LinkedIn · Single post analytics (XLSX)",
    bring: "linkedin_post",
    files: &["SinglePostAnalytics_*.xlsx", "PostAnalytics_*.xlsx"],
    form: Form::Workbook,
    layouts: &[],
    tables: &[TableId::Posts],
    feeds: &["content"],
    columns: &[],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &[],
    quirks: &[
        "One sheet of names and values, all text: one post a file. The member's name and the post's number are in the file's name; the number in the link may be another one of the same post.",
        "The time stands as `10:00 AM` without a zone; the exact one is in the post's number.",
        "Who saw the post (by title, place, company) is a share of people without names: no metric uses it.",
        "Social engagements are taken as the post's engagements.",
    ],
    cites: "layouts as in public readers of its exports, 2023 to 2026",
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::File,
};
