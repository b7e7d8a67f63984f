//! Facts, import log, personas and definitions; commands on them; undo.
