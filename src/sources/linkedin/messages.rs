//! messages.csv: every message the owner wrote or received. Texts are dropped while reading.

use super::{ARCHIVE_SEEN, dates};
use crate::facts::TableId;
use crate::sources::declaration::{Column, Form, Layout, Quoting, Source, Value};

/// LinkedIn archive, messages.csv.
pub static MESSAGES: Source = Source {
    id: "linkedin.messages",
    name: "LinkedIn · messages.csv",
    bring: "linkedin_archive",
    files: &["messages.csv"],
    form: Form::Table,
    layouts: &[
        Layout {
            seen: "2022–2026",
            needs: &["CONVERSATION ID", "FROM", "TO", "DATE", "CONTENT"],
            alone: false,
            proof: None,
        },
        Layout {
            seen: "2018",
            needs: &["From", "To", "Date", "Content", "Direction"],
            alone: false,
            proof: None,
        },
    ],
    tables: &[TableId::Messages],
    feeds: &["conversations", "funnel"],
    columns: &[
        Column::text("conversation", &["CONVERSATION ID"]),
        Column::own(&["CONVERSATION TITLE"]),
        Column::own(&["FROM", "From"]),
        Column::own(&["SENDER PROFILE URL"]),
        Column::own(&["TO", "To"]),
        Column::own(&["RECIPIENT PROFILE URLS"]),
        Column::of("sent_at", &["DATE", "Date"], Value::Moment(dates::timestamp)),
        Column::own(&["FOLDER", "Folder"]),
        Column::own(&["DIRECTION", "Direction"]),
        Column::own(&["IS MESSAGE DRAFT"]),
        Column::own(&["IS CONVERSATION DRAFT"]),
        Column::own(&["CONTENT", "Content"]),
    ],
    constants: &[],
    values: &[],
    dates: None,
    rules: &[],
    quoting: Quoting::Usual,
    hidden: &["CONTENT", "SUBJECT", "CONVERSATION TITLE", "ATTACHMENTS"],
    quirks: &[
        "The owner is not named: it is the profile address common to the conversations, else the name in Profile.csv, else who sent the outgoing invitations; in 2018 a Direction column says it.",
        "In 2026 every field is quoted, the header too.",
        "TO and RECIPIENT PROFILE URLS of a group are joined by commas in one cell.",
        "Advertisements stand in conversations titled `Sponsored Conversation`; drafts are marked since 2026.",
        "Senders who left have no profile address.",
        "guide_messages.csv and learning_coach_messages.csv have the same header and are no conversations with people.",
    ],
    cites: ARCHIVE_SEEN,
    #[cfg(feature = "engine")]
    special: crate::sources::reader::Special::Table(reading::read),
};

/// Names of side files that look like messages.csv and hold talks with machines.
#[cfg(feature = "engine")]
pub(super) const NOT_TALKS: &[&str] =
    &["guide messages", "learning coach messages", "learning role play messages"];

#[cfg(feature = "engine")]
pub(super) mod reading {
    use std::borrow::Cow;
    use std::collections::HashMap;

    use super::super::{dates, message_owner, message_sides};
    use crate::facts::{FileFacts, LeftOutRow, Moment, Names, Reason, Sym};
    use crate::intake::{IntakeError, Record};
    use crate::sources::reader::{Columns, Job, line, note_tally, start};

    /// How a message went: who to whom in which conversation, as numbers of texts of [`Inbox::texts`].
    /// Many messages go the same way, so whatever is found out is found out once a way.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub(in super::super) struct Way {
        pub conversation: Sym,
        pub from: Sym,
        pub from_url: Sym,
        pub to: Sym,
        pub to_urls: Sym,
        pub marks: u8,
    }

    /// The conversation is titled as an advertisement.
    pub(in super::super) const SPONSORED: u8 = 1;
    /// The Direction column says that the owner wrote it.
    pub(in super::super) const SAID_OUTGOING: u8 = 2;
    /// The Direction column says that the other side wrote it.
    pub(in super::super) const SAID_INCOMING: u8 = 4;
    /// It lies in the folder of sent messages.
    pub(in super::super) const IN_SENT: u8 = 8;

    impl Way {
        pub(in super::super) fn is(&self, mark: u8) -> bool {
            self.marks & mark != 0
        }
    }

    /// A message without its text.
    #[derive(Clone, Copy, Debug)]
    pub(in super::super) struct Line {
        /// Place of its way in [`Inbox::ways`].
        pub way: usize,
        pub sent_at: Moment,
        pub line: u32,
        pub is_draft: bool,
    }

    /// All messages of a file, each text once.
    #[derive(Default)]
    pub(in super::super) struct Inbox {
        pub lines: Vec<Line>,
        /// Every way with the number of messages that went it, in order of appearance.
        pub ways: Vec<(Way, usize)>,
        pub texts: Names,
        places: HashMap<Way, usize>,
        /// The last two ways: the sides of a talk take turns.
        recent: [Option<(Way, usize)>; 2],
    }

    impl Inbox {
        fn add(&mut self, way: Way, sent_at: Moment, line: u32, is_draft: bool) {
            let recent = self.recent.iter().flatten().find(|(known, _)| *known == way);
            let at = match recent {
                Some((_, at)) => *at,
                None => {
                    let next = self.ways.len();
                    let at = *self.places.entry(way).or_insert(next);
                    if at == next {
                        self.ways.push((way, 0));
                    }
                    self.recent = [Some((way, at)), self.recent[0]];
                    at
                }
            };
            if let Some((_, messages)) = self.ways.get_mut(at) {
                *messages += 1;
            }
            self.lines.push(Line { way: at, sent_at, line, is_draft });
        }
    }

    /// Where the columns stand.
    struct Places {
        conversation: Option<usize>,
        title: Option<usize>,
        from: Option<usize>,
        from_url: Option<usize>,
        to: Option<usize>,
        to_urls: Option<usize>,
        date: Option<usize>,
        folder: Option<usize>,
        direction: Option<usize>,
        message_draft: Option<usize>,
        conversation_draft: Option<usize>,
    }

    /// The last two texts of a column with their numbers: the sides of a talk take turns, so neighbouring
    /// rows mostly repeat one of them.
    #[derive(Default)]
    struct Memo {
        last: (String, Option<Sym>),
        before: (String, Option<Sym>),
    }

    impl Memo {
        fn number(&mut self, texts: &mut Names, text: &str) -> Sym {
            for (known, sym) in [&self.last, &self.before] {
                if let Some(sym) = sym
                    && known == text
                {
                    return *sym;
                }
            }
            std::mem::swap(&mut self.last, &mut self.before);
            let sym = texts.intern(text);
            self.last.0.clear();
            self.last.0.push_str(text);
            self.last.1 = Some(sym);
            sym
        }
    }

    /// Reads messages.csv in two steps: every row into a few numbers, then, knowing whose they are,
    /// sides and persons.
    pub(super) fn read(job: Job<'_, '_>) -> Result<FileFacts, IntakeError> {
        let mut out = start(job.source, job.file);
        let column = |name| job.columns.of(job.source, name);
        let places = Places {
            conversation: column("CONVERSATION ID"),
            title: column("CONVERSATION TITLE"),
            from: column("FROM"),
            from_url: column("SENDER PROFILE URL"),
            to: column("TO"),
            to_urls: column("RECIPIENT PROFILE URLS"),
            date: column("DATE"),
            folder: column("FOLDER"),
            direction: column("DIRECTION"),
            message_draft: column("IS MESSAGE DRAFT"),
            conversation_draft: column("IS CONVERSATION DRAFT"),
        };
        let mut inbox = Inbox::default();
        let mut memos: [Memo; 5] = Default::default();
        let mut record = Record::default();
        while job.rows.read(&mut record)? {
            out.summary.rows += 1;
            job.meter.row(out.summary.rows, job.rows.passed());
            if let Err(reason) = read_line(&record, &places, &mut inbox, &mut memos) {
                out.summary.leave_out(left_out(&record, reason, &job.columns));
            }
        }
        note_tally(&mut out, job.rows);
        let owner = message_owner::find(&inbox, job.owner);
        message_sides::place(&inbox, &owner, &mut out);
        Ok(out)
    }

    fn read_line(
        record: &Record,
        places: &Places,
        inbox: &mut Inbox,
        memos: &mut [Memo; 5],
    ) -> Result<(), Reason> {
        let date = cell(record, places.date);
        if date.is_empty() {
            return Err(Reason::NeededBlank);
        }
        let sent_at = dates::timestamp(&date).ok_or(Reason::BadDate)?;
        let [conversation, from, from_url, to, to_urls] = memos;
        let mut number = |memo: &mut Memo, place| memo.number(&mut inbox.texts, &cell(record, place));
        let way = Way {
            conversation: number(conversation, places.conversation),
            from: number(from, places.from),
            from_url: number(from_url, places.from_url),
            to: number(to, places.to),
            to_urls: number(to_urls, places.to_urls),
            marks: marks(record, places),
        };
        inbox.add(way, sent_at, line(record), is_draft(record, places));
        Ok(())
    }

    fn is(record: &Record, place: Option<usize>, words: &[&str]) -> bool {
        let text = cell(record, place);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    fn is_draft(record: &Record, places: &Places) -> bool {
        const YES: &[&str] = &["yes", "true", "1"];
        is(record, places.message_draft, YES)
            || is(record, places.conversation_draft, YES)
            || is(record, places.folder, &["DRAFT", "DRAFTS"])
    }

    fn marks(record: &Record, places: &Places) -> u8 {
        let marks = [
            (places.title, "Sponsored Conversation", SPONSORED),
            (places.direction, "OUTGOING", SAID_OUTGOING),
            (places.direction, "INCOMING", SAID_INCOMING),
            (places.folder, "SENT", IN_SENT),
        ];
        marks
            .into_iter()
            .filter(|(place, word, _)| is(record, *place, &[word]))
            .fold(0, |sum, (_, _, mark)| sum | mark)
    }

    fn cell(record: &Record, place: Option<usize>) -> Cow<'_, str> {
        place.map_or(Cow::Borrowed(""), |at| record.text(at))
    }

    fn left_out(record: &Record, reason: Reason, columns: &Columns) -> LeftOutRow {
        LeftOutRow { line: line(record), reason, column: Some("DATE".into()), cells: columns.cells(record) }
    }
}
