//! Things a reader did that a person should know of, though the file was read.

use super::encoding::Encoding;

/// A decision or repair made while reading one file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Notice {
    /// The bytes say nothing of their encoding; this one was assumed.
    EncodingAssumed {
        /// The encoding assumed.
        encoding: Encoding,
    },
    /// Bytes that are not valid in the encoding; each run became U+FFFD.
    BadBytes {
        /// Line of the first of them.
        line: u64,
        /// Runs of bad bytes.
        count: u64,
    },
    /// NUL characters inside the text were dropped.
    NulsDropped {
        /// How many.
        count: u64,
    },
    /// UTF-8 text that had been read as another encoding and saved again (`Ã©` for `é`).
    LooksDoubleEncoded,
    /// Entries of a ZIP with names that point outside of it; they were left out.
    UnsafeNames {
        /// How many.
        count: u64,
    },
    /// Two entries of a ZIP have the same name; the later one is read, as unpacking would.
    RepeatedNames,
}

impl Notice {
    /// Message key `notice.intake.<code>`.
    pub fn key(&self) -> &'static str {
        match self {
            Self::EncodingAssumed { .. } => "notice.intake.encoding_assumed",
            Self::BadBytes { .. } => "notice.intake.bad_bytes",
            Self::NulsDropped { .. } => "notice.intake.nuls_dropped",
            Self::LooksDoubleEncoded => "notice.intake.looks_double_encoded",
            Self::UnsafeNames { .. } => "notice.intake.unsafe_names",
            Self::RepeatedNames => "notice.intake.repeated_names",
        }
    }

    /// Names and values for the message, in a fixed order.
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::EncodingAssumed { encoding } => vec![("encoding", encoding.label().to_owned())],
            Self::BadBytes { line, count } => {
                vec![("count", count.to_string()), ("line", line.to_string())]
            }
            Self::NulsDropped { count } | Self::UnsafeNames { count } => vec![("count", count.to_string())],
            Self::LooksDoubleEncoded | Self::RepeatedNames => Vec::new(),
        }
    }
}
