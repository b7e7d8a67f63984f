//! How far an import is.

/// How far an import is, told every few thousand rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The file being read.
    pub file: String,
    /// Rows read of it.
    pub rows_done: u64,
    /// Rows it will have, judged by the part already read; 0 while unknown.
    pub rows_about: u64,
    /// Bytes done of all files.
    pub bytes_done: u64,
    /// Bytes of all files; of an archive the inflated bytes of what is read.
    pub bytes_total: u64,
}

/// Counts and tells.
pub struct Meter<'m> {
    tell: &'m mut dyn FnMut(Progress),
    file: String,
    file_bytes: u64,
    before_bytes: u64,
    total_bytes: u64,
}

/// Rows between two messages: about a hundredth of a second of work.
const ROWS_BETWEEN: u32 = 8_192;

impl<'m> Meter<'m> {
    /// For an import of so many bytes in all.
    pub fn new(tell: &'m mut dyn FnMut(Progress), total_bytes: u64) -> Meter<'m> {
        Meter { tell, file: String::new(), file_bytes: 0, before_bytes: 0, total_bytes }
    }

    /// An archive turned out to hold other than its packed bytes.
    pub fn replace_bytes(&mut self, expected: u64, real: u64) {
        self.total_bytes = self.total_bytes.saturating_sub(expected).saturating_add(real);
    }

    /// A file begins.
    pub fn begin(&mut self, file: &str, bytes: u64) {
        self.file = file.to_owned();
        self.file_bytes = bytes;
        self.say(0, 0);
    }

    /// A file is done.
    pub fn end(&mut self, rows: u32) {
        self.say(u64::from(rows), self.file_bytes);
        self.before_bytes = self.before_bytes.saturating_add(self.file_bytes);
        self.file_bytes = 0;
    }

    /// So many rows and bytes of the file are read.
    pub fn row(&mut self, rows: u32, bytes: u64) {
        if rows.is_multiple_of(ROWS_BETWEEN) {
            self.say(u64::from(rows), bytes);
        }
    }

    fn say(&mut self, rows_done: u64, bytes: u64) {
        let bytes = bytes.min(self.file_bytes);
        let rows_about = (rows_done * self.file_bytes).checked_div(bytes).unwrap_or(0);
        (self.tell)(Progress {
            file: self.file.clone(),
            rows_done,
            rows_about,
            bytes_done: self.before_bytes.saturating_add(bytes).min(self.total_bytes),
            bytes_total: self.total_bytes,
        });
    }
}
