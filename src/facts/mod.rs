//! Typed, source-free tables, row identity, money, days, notices.
