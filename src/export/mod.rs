//! Bytes out: CSV, backup.
