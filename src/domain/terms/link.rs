//! An address on the net that people reach with a phone, and how one is written for many people.
//!
//! Refuses: every scheme but the two of web pages, a name and a password in the address, signs that
//! break an address in a text or that nobody sees, and numbers of people.

use std::fmt;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::hidden::is_hidden;
use super::people_numbers::people_numbers;

/// An address: `https://…` or `http://…`, without a space or a hidden sign.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Link(String);

/// Why something is no address to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum LinkError {
    /// Another beginning than that of a web page.
    #[error("it begins with neither https:// nor http://")]
    Scheme,
    /// No host, or a name and a password before it.
    #[error("no host stands after ://")]
    Host,
    /// A sign that ends or breaks an address.
    #[error("an address does not hold {0:?}")]
    Sign(char),
    /// More than a code can hold that is still read.
    #[error("it is longer than {} bytes", Link::BYTES_MOST)]
    TooLong,
    /// A phone or an identity number stands in it.
    #[error("a number of a person stands in it")]
    PersonsNumber,
}

impl Link {
    /// A code of more is too fine to be read off a card.
    pub const BYTES_MOST: usize = 300;

    /// Reads an address.
    ///
    /// # Errors
    /// [`LinkError`]: what is wrong with it.
    pub fn parse(typed: &str) -> Result<Self, LinkError> {
        let typed = typed.trim();
        if typed.len() > Self::BYTES_MOST {
            return Err(LinkError::TooLong);
        }
        let (scheme, rest) = typed.split_once("://").ok_or(LinkError::Scheme)?;
        if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) {
            return Err(LinkError::Scheme);
        }
        let breaks = |c: char| {
            c.is_whitespace() || c.is_control() || is_hidden(c) || "<>\"'`|\\^{}".contains(c)
        };
        if let Some(sign) = typed.chars().find(|c| breaks(*c)) {
            return Err(LinkError::Sign(sign));
        }
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if host.contains('@') || !host.starts_with(char::is_alphanumeric) {
            return Err(LinkError::Host);
        }
        if !people_numbers(typed).is_empty() {
            return Err(LinkError::PersonsNumber);
        }
        Ok(Self(typed.to_owned()))
    }

    /// As it is typed into a browser.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An address in which `{name}` may stand for whom it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct LinkTemplate(String);

impl LinkTemplate {
    const NAME: &str = "{name}";

    /// Reads a template.
    ///
    /// # Errors
    /// [`LinkError`]: what is wrong with the address without the name.
    pub fn parse(written: &str) -> Result<Self, LinkError> {
        let written = written.trim();
        Link::parse(&written.replace(Self::NAME, "name"))?;
        Ok(Self(written.to_owned()))
    }

    /// Whether it leads elsewhere for everybody.
    pub fn is_of_one(&self) -> bool {
        self.0.contains(Self::NAME)
    }

    /// The address of somebody; none where it becomes too long with the name.
    pub fn of(&self, name: &str) -> Option<Link> {
        Link::parse(&self.0.replace(Self::NAME, &percent_encoded(name))).ok()
    }
}

/// As a name stands in an address: `%E7%A5%9D`.
fn percent_encoded(name: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    name.bytes().map(sign).collect()
}

impl TryFrom<String> for LinkTemplate {
    type Error = LinkError;

    fn try_from(written: String) -> Result<Self, LinkError> {
        Self::parse(&written)
    }
}

impl From<LinkTemplate> for String {
    fn from(template: LinkTemplate) -> Self {
        template.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_one_of_a_web_page() {
        for good in [
            "https://rd.example.gov.cn/d?id=7#card",
            "http://10.0.0.8:8080/",
            "HTTPS://健龙人大.中国",
        ] {
            assert_eq!(
                Link::parse(good).map(|l| l.to_string()).as_deref(),
                Ok(good)
            );
        }
        let long = format!("https://a.cn/{}", "a".repeat(300));
        for (bad, why) in [
            ("rd.example.cn", LinkError::Scheme),
            ("javascript:alert(1)", LinkError::Scheme),
            ("ftp://a.cn", LinkError::Scheme),
            ("https:///d", LinkError::Host),
            ("https://a:b@c.cn", LinkError::Host),
            ("https://a.cn/一 二", LinkError::Sign(' ')),
            ("https://a.cn/\u{1b}[31m", LinkError::Sign('\u{1b}')),
            ("https://a.cn/\u{202e}", LinkError::Sign('\u{202e}')),
            ("https://a.cn/{card}", LinkError::Sign('{')),
            ("https://a.cn/13812345678", LinkError::PersonsNumber),
            (long.as_str(), LinkError::TooLong),
        ] {
            assert_eq!(Link::parse(bad), Err(why), "{bad}");
        }
    }

    #[test]
    fn a_name_stands_in_an_address_byte_by_byte() {
        let template = LinkTemplate::parse("https://a.cn/d/{name}").expect("a template");
        let link = template.of("祝晓琴").expect("short enough");
        assert_eq!(link.as_str(), "https://a.cn/d/%E7%A5%9D%E6%99%93%E7%90%B4");
        assert_eq!(template.of(&"祝".repeat(40)), None);
    }
}
