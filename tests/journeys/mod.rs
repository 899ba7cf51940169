//! Long stories, from the first step to the last, as an office lives through them.

mod coverage_term;
mod elevated_cross;
mod joint_supervision;
