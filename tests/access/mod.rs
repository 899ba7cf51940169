//! Who gets in, and as whom: what a token says counts only as far as the registry bears it out today.

mod viewer;
