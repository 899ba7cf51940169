//! Where a client stands: inside the configured intranet, or outside of it, where some actions are withheld from everybody.

use std::{net::IpAddr, str::FromStr, sync::Arc};

use super::policy::Action;

/// A network such as `10.0.0.0/8`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u32,
}

impl Network {
    /// Whether `client` stands in it.
    pub fn contains(&self, client: IpAddr) -> bool {
        let (own, other) = (number(self.address), number(client.to_canonical()));
        match (own, other) {
            ((own, width), (other, same)) if width == same => {
                let free = width - self.bits;
                own.checked_shr(free).unwrap_or(0) == other.checked_shr(free).unwrap_or(0)
            }
            _ => false,
        }
    }
}

/// An address as a number, and how many bits it has.
fn number(address: IpAddr) -> (u128, u32) {
    match address {
        IpAddr::V4(address) => (u128::from(address.to_bits()), 32),
        IpAddr::V6(address) => (address.to_bits(), 128),
    }
}

impl FromStr for Network {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` is no network such as 10.0.0.0/8 or fd00::/8");
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| wrong())?;
        let (_, width) = number(address);
        let bits = match bits {
            Some(bits) => bits.parse().map_err(|_| wrong())?,
            None => width,
        };
        if bits > width {
            return Err(wrong());
        }
        Ok(Self { address, bits })
    }
}

/// What is withheld from whom.
#[derive(Clone, Debug, Default)]
pub struct Zones {
    /// The intranet; without any network nothing is withheld.
    pub intranet: Vec<Network>,
    /// What needs the intranet.
    pub only_there: Arc<[Action]>,
    /// Whose word on a client's address is taken.
    pub proxies: Vec<Network>,
}

impl Zones {
    /// What a client may not do, whoever it is: `peer` is the other end of the connection, `forwarded` what its
    /// `X-Forwarded-For` headers say, believed only as far as trusted proxies wrote it.
    pub fn withheld<'a>(
        &self,
        peer: Option<IpAddr>,
        forwarded: impl DoubleEndedIterator<Item = &'a str>,
    ) -> Arc<[Action]> {
        if self.intranet.is_empty() {
            return Arc::default();
        }
        match self.client(peer, forwarded) {
            Some(client) if self.intranet.iter().any(|network| network.contains(client)) => {
                Arc::default()
            }
            _ => Arc::clone(&self.only_there),
        }
    }

    /// The nearest address that is no trusted proxy's own; none when one cannot be read.
    fn client<'a>(
        &self,
        peer: Option<IpAddr>,
        forwarded: impl DoubleEndedIterator<Item = &'a str>,
    ) -> Option<IpAddr> {
        let trusted = |address| self.proxies.iter().any(|network| network.contains(address));
        let mut client = peer?;
        let hops = forwarded.rev().flat_map(|value| value.split(',').rev());
        for hop in hops {
            if !trusted(client) {
                return Some(client);
            }
            client = hop.trim().parse().ok()?;
        }
        Some(client)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<IpAddr> {
        Some(text.parse().unwrap())
    }

    #[test]
    fn a_network_holds_what_shares_its_first_bits() {
        let inside = |network: &str, client: &str| {
            let network: Network = network.parse().unwrap();
            network.contains(client.parse().unwrap())
        };
        assert!(inside("10.0.0.0/8", "10.255.1.2"));
        assert!(inside("10.0.0.0/8", "::ffff:10.1.2.3"));
        assert!(!inside("10.0.0.0/8", "11.0.0.1"));
        assert!(inside("192.168.7.0/25", "192.168.7.127"));
        assert!(!inside("192.168.7.0/25", "192.168.7.128"));
        assert!(inside("192.168.7.9", "192.168.7.9"));
        assert!(!inside("192.168.7.9", "192.168.7.8"));
        assert!(inside("0.0.0.0/0", "8.8.8.8"));
        assert!(!inside("0.0.0.0/0", "fd00::1"));
        assert!(inside("fd00::/8", "fd12::1"));
        assert!(inside("::/0", "fe80::1"));
        for wrong in [
            "",
            "10.0.0.0/33",
            "10.0.0/8",
            "intranet",
            "10.0.0.0/-1",
            "fd00::/129",
        ] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn only_trusted_proxies_are_believed() {
        let zones = Zones {
            intranet: vec!["10.0.0.0/8".parse().unwrap()],
            only_there: [Action::ReadLookBackDates].into(),
            proxies: vec!["192.0.2.0/24".parse().unwrap()],
        };
        let inside = |peer: &str, forwarded: &[&str]| {
            zones
                .withheld(at(peer), forwarded.iter().copied())
                .is_empty()
        };
        assert!(inside("10.1.1.1", &[]));
        assert!(!inside("8.8.8.8", &[]));
        assert!(
            !inside("8.8.8.8", &["10.1.1.1"]),
            "anybody may write a header"
        );
        assert!(inside("192.0.2.1", &["10.1.1.1"]));
        assert!(inside("192.0.2.1", &["10.1.1.1, 192.0.2.7"]));
        assert!(
            !inside("192.0.2.1", &["10.1.1.1, 8.8.8.8"]),
            "what came before the outside"
        );
        assert!(!inside("192.0.2.1", &["10.1.1.1", "8.8.8.8"]));
        assert!(!inside("192.0.2.1", &["nonsense"]));
        assert!(!inside("192.0.2.1", &[]), "the proxy itself stands outside");
        assert!(zones.withheld(None, std::iter::empty()).len() == 1);
        assert!(
            Zones::default()
                .withheld(at("8.8.8.8"), std::iter::empty())
                .is_empty()
        );
    }
}
