//! Declared exports: what each file is, how to get it, and how its columns become facts.
