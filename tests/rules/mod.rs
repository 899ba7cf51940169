//! Code lists, deadline rules, the working-day calendar and deadlines.

mod shipped;
