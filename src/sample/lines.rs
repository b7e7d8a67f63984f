//! Lines of delimited text as the exports write them.

/// Which cells stand in quotes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    /// Those with a comma, a quote or a line break (RFC 4180).
    WhereNeeded,
    /// All of them, the header's too: messages.csv.
    Everywhere,
    /// As where needed, inner quotes marked by a backslash: Comments.csv.
    Backslash,
}

/// Delimited text in the making.
pub(super) struct Lines {
    text: String,
    line_end: &'static str,
    quotes: Quotes,
}

impl Lines {
    pub fn new(line_end: &'static str, quotes: Quotes) -> Lines {
        Lines { text: String::new(), line_end, quotes }
    }

    /// A line as it is.
    pub fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str(self.line_end);
    }

    /// A header of names without commas.
    pub fn header(&mut self, names: &str) {
        let names: Vec<&str> = names.split(',').collect();
        self.row(&names);
    }

    pub fn row<S: AsRef<str>>(&mut self, cells: &[S]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.cell(cell.as_ref());
        }
        self.text.push_str(self.line_end);
    }

    fn cell(&mut self, cell: &str) {
        if self.quotes != Quotes::Everywhere && !cell.contains([',', '"', '\n', '\r']) {
            self.text.push_str(cell);
            return;
        }
        let escaped = if self.quotes == Quotes::Backslash { "\\\"" } else { "\"\"" };
        self.text.push('"');
        self.text.push_str(&cell.replace('"', escaped));
        self.text.push('"');
    }

    /// A canonical table.
    pub fn table(header: &str, rows: &[Vec<String>]) -> Vec<u8> {
        let mut lines = Lines::new("\n", Quotes::WhereNeeded);
        lines.header(header);
        for row in rows {
            lines.row(row);
        }
        lines.into_bytes()
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Quotes::WhereNeeded, "a,\"b,c\",\"d\"\"e\"\n")]
    #[case(Quotes::Everywhere, "\"a\",\"b,c\",\"d\"\"e\"\n")]
    #[case(Quotes::Backslash, "a,\"b,c\",\"d\\\"e\"\n")]
    fn cells_are_quoted(#[case] quotes: Quotes, #[case] written: &str) {
        let mut lines = Lines::new("\n", quotes);
        lines.row(&["a", "b,c", "d\"e"]);
        assert_eq!(lines.into_bytes(), written.as_bytes());
    }
}
