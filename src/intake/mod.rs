//! Bytes to tables: limits, ZIP, encodings, delimited text, workbooks, sniffing.
