//! From where what may be done: the intranet, and the proxies whose word on it counts.

use clap::Args;

use crate::access::{
    policy::Action,
    zone::{Network, Zones},
};

/// What is served to the intranet only.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Intranet")]
pub struct ZoneSettings {
    /// Networks of the intranet, such as `10.0.0.0/8,fd00::/8`; without any, nothing depends on where a client stands.
    #[arg(long, env = "INTRANET_NETWORKS", value_delimiter = ',')]
    pub intranet_networks: Vec<Network>,

    /// What is withheld from clients outside of these networks: actions of the table of permissions. Default, set your own.
    #[arg(long, env = "INTRANET_ONLY", value_delimiter = ',', value_parser = action, default_value = "ReadLookBackDates,ReadPriorityReasons")]
    pub intranet_only: Vec<Action>,

    /// Networks of the proxies whose `X-Forwarded-For` is believed; without any, the other end of the connection is the client.
    #[arg(long, env = "TRUSTED_PROXIES", value_delimiter = ',')]
    pub trusted_proxies: Vec<Network>,
}

impl ZoneSettings {
    /// What is withheld from whom.
    pub fn zones(&self) -> Zones {
        Zones {
            intranet: self.intranet_networks.clone(),
            only_there: self.intranet_only.clone().into(),
            proxies: self.trusted_proxies.clone(),
        }
    }
}

fn action(text: &str) -> Result<Action, String> {
    let found = Action::ALL.iter().find(|action| action.as_str() == text);
    found.copied().ok_or_else(|| {
        let names: Vec<_> = Action::ALL.iter().map(|action| action.as_str()).collect();
        format!("`{text}` is no action; there are {}", names.join(", "))
    })
}
