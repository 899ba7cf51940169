//! Where webhooks may call: hosts that the operator has named.

use std::{net::IpAddr, str::FromStr};

use reqwest::Url;

use super::address::is_public;
use crate::error::{Error, Result};

/// A host of the list, such as `hooks.example.org` or `10.1.2.3:8443`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    name: String,
    /// None for the usual port of the scheme.
    port: Option<u16>,
}

impl FromStr for Host {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let wrong = || format!("`{text}` is no host such as hooks.example.org or 10.1.2.3:8443");
        let text = text.trim();
        let url = Url::parse(&format!("https://{text}/")).map_err(|_| wrong())?;
        let bare = url.path() == "/" && url.query().is_none() && url.fragment().is_none();
        let nobody = !text.contains(['@', '*', '/']);
        match url.host_str() {
            Some(name) if bare && nobody => Ok(Self {
                name: plain(name),
                port: url.port(),
            }),
            _ => Err(wrong()),
        }
    }
}

/// A name as it is compared: without the dot of the root.
fn plain(name: &str) -> String {
    name.trim_end_matches('.').to_ascii_lowercase()
}

/// Where webhooks may call; by default nowhere.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    allowed: Vec<Host>,
    private: bool,
}

impl Targets {
    /// These hosts, of the public internet or also others.
    pub fn new(allowed: Vec<Host>, private: bool) -> Self {
        Self { allowed, private }
    }

    /// The address if it may be called; what its name resolves to is looked at when it is called.
    pub fn check(&self, text: &str) -> Result<Url> {
        let url = Url::parse(text).map_err(|_| {
            refused(
                "The address is no URL such as https://hooks.example.org/events: write it in full.",
                "地址不是有效的 URL，请写全，如 https://hooks.example.org/events。",
            )
        })?;
        self.scheme(&url)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(refused(
                "The address carries a user name or password: take it out, what is sent is signed.",
                "地址含用户名或口令，请删除；推送内容已签名。",
            ));
        }
        if url.fragment().is_some() {
            return Err(refused(
                "The address carries a fragment (#…), which is never sent: take it out.",
                "地址含片段（#…），不会发送，请删除。",
            ));
        }
        self.listed(&url)?;
        let literal = url.host_str().and_then(|host| {
            let host = host.trim_start_matches('[').trim_end_matches(']');
            host.parse::<IpAddr>().ok()
        });
        if !self.private && literal.is_some_and(|address| !is_public(address)) {
            return Err(refused(
                "The address is not one of the public internet, and the operator has not set WEBHOOK_PRIVATE.",
                "该地址不是公网地址，且未设置 WEBHOOK_PRIVATE。",
            ));
        }
        Ok(url)
    }

    fn scheme(&self, url: &Url) -> Result<()> {
        match url.scheme() {
            "https" => Ok(()),
            "http" if self.private => Ok(()),
            _ => Err(refused(
                "The address has to begin with https:// (http:// where the operator has set WEBHOOK_PRIVATE).",
                "地址须以 https:// 开头（设置 WEBHOOK_PRIVATE 时也可用 http://）。",
            )),
        }
    }

    fn listed(&self, url: &Url) -> Result<()> {
        let name = plain(url.host_str().unwrap_or_default());
        let fits = |host: &&Host| {
            host.name == name
                && match host.port {
                    None => url.port().is_none(),
                    port => url.port_or_known_default() == port,
                }
        };
        if self.allowed.iter().any(|host| fits(&host)) {
            return Ok(());
        }
        Err(refused(
            "The host and port are not in the operator's list WEBHOOK_ALLOW: ask for them to be added.",
            "主机和端口不在运维设置的 WEBHOOK_ALLOW 名单内，请申请加入。",
        ))
    }
}

fn refused(message: &str, message_zh: &str) -> Error {
    Error::bad_input("input.url", message, message_zh)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn targets(allowed: &str, private: bool) -> Targets {
        let hosts = allowed.split(',').map(|host| host.parse().unwrap());
        Targets::new(hosts.collect(), private)
    }

    #[test]
    fn only_what_is_listed_is_called() {
        let public = targets("hooks.example.org,b.example.org:8443,10.1.2.3,[::1]", false);
        for good in [
            "https://hooks.example.org/x?y=1",
            "https://HOOKS.example.org:443/",
            "https://b.example.org:8443/",
        ] {
            assert!(public.check(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "hooks.example.org",
            "ftp://hooks.example.org/",
            "http://hooks.example.org/",
            "https://hooks.example.org:8080/",
            "https://b.example.org/",
            "https://example.org/",
            "https://evil.hooks.example.org/",
            "https://a:b@hooks.example.org/",
            "https://hooks.example.org/#x",
            "https://10.1.2.3/",
            "https://0x0a010203/",
            "https://167838211/",
            "https://[::1]/",
        ] {
            let error = public.check(bad).unwrap_err();
            assert_eq!(error.field.as_deref(), Some("input.url"), "{bad}");
        }
        let private = targets("10.1.2.3:8080", true);
        assert!(private.check("http://10.1.2.3:8080/").is_ok());
        assert!(private.check("http://10.1.2.3/").is_err());
        assert!(Targets::default().check("https://example.org/").is_err());
    }

    #[test]
    fn a_host_is_a_host() {
        for bad in [
            "",
            "a b",
            "https://a",
            "a/b",
            "a@b",
            "*.example.org",
            "a?b",
            "a:99999",
        ] {
            assert!(bad.parse::<Host>().is_err(), "{bad}");
        }
    }
}
