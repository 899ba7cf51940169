//! Webhooks (推送): events as they are sealed, for scripts that hold no connection, as Standard Webhooks asks it.
//!
//! The [`Courier`] of each instance looks for webhooks that are behind the log, claims one at a time for itself ([`due`]), reads the
//! next event that its owner may see at that moment, and calls the receiver ([`client`]) with a signed body ([`signature`]) that
//! names the event and carries nothing of it. What is refused waits longer each time, and nothing overtakes it. [`Targets`] says
//! where may be called; [`address`] looks at the address that is really connected to.
#![expect(
    clippy::disallowed_methods,
    reason = "how far a webhook was delivered is written beside the changes: it has no event of its own, and shows no row to anybody"
)]

mod address;
mod client;
mod courier;
mod due;
mod signature;
mod target;

pub use self::{
    courier::Courier,
    signature::{PREFIX, new_key},
    target::{Host, Targets},
};
