//! Derives for nouns, verbs and their inputs.
