//! Charts as plain data: specs, ticks, and their description as table and sentence.
