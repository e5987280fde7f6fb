//! The particulars of a citizen or a household, and the seal by which the journal knows them.
//!
//! The seal is a SHA-256 over a salt and the particulars: with both it proves that nothing was
//! changed; without the salt nobody can find the name again by trying names.
//!
//! Refuses: to be printed. What stands here is shown by one command only, to who asks for it.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;
use sha2::{Digest as _, Sha256};

use super::digest::Digest;
use super::serial::CitizenId;

/// What is known of a citizen, or of a household by the person who speaks for it.
#[skip_serializing_none]
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Particulars {
    /// 姓名
    pub name: Option<String>,
    /// 电话
    pub phone: Option<String>,
    /// 住址
    pub address: Option<String>,
    /// 身份证号
    pub identity: Option<String>,
    /// 家庭情况
    pub household: Option<String>,
    /// 备注
    pub note: Option<String>,
}

impl Particulars {
    /// What is known, with the keys of the row.
    pub fn known(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("name", &self.name),
            ("phone", &self.phone),
            ("address", &self.address),
            ("identity", &self.identity),
            ("household", &self.household),
            ("note", &self.note),
        ];
        all.into_iter()
            .filter_map(|(key, value)| Some((key, value.as_deref()?)))
    }
}

impl Particulars {
    /// The same with what is said in the place of what was known.
    #[must_use]
    pub fn corrected(&self, said: Self) -> Self {
        let or = |said: Option<String>, known: &Option<String>| said.or_else(|| known.clone());
        Self {
            name: or(said.name, &self.name),
            phone: or(said.phone, &self.phone),
            address: or(said.address, &self.address),
            identity: or(said.identity, &self.identity),
            household: or(said.household, &self.household),
            note: or(said.note, &self.note),
        }
    }

    /// What no longer stands there once the others do, with its key; words that a new one still holds
    /// are not gone.
    pub fn replaced_by(&self, after: &Self) -> Vec<(&'static str, String)> {
        let stands = |word: &str| after.known().any(|(_, new)| new.contains(word));
        let gone = self.known().filter(|(_, word)| !stands(word));
        gone.map(|(key, word)| (key, word.to_owned())).collect()
    }

    /// Whether both bear one name.
    pub fn is_namesake(&self, other: &Self) -> bool {
        self.name.is_some() && self.name == other.name
    }

    /// Whether both are of one person: the same name with the same number. A name alone, or a number
    /// that a household shares, says nothing.
    pub fn is_same_person(&self, other: &Self) -> bool {
        let digits = |phone: &Option<String>| {
            let phone = super::half_width(phone.as_deref()?);
            let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
            (!digits.is_empty()).then_some(digits)
        };
        let phone = digits(&self.phone);
        self.is_namesake(other) && phone.is_some() && phone == digits(&other.phone)
    }
}

/// A message about a row must not show what stands in it.
impl fmt::Debug for Particulars {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys = self.known().map(|(key, _)| key);
        f.debug_list().entries(keys).finish()
    }
}

/// A row of the private file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// Whose it is.
    pub citizen: CitizenId,
    /// Chance, in hex.
    pub salt: String,
    /// What is known.
    pub particulars: Particulars,
}

impl Sealed {
    /// A row with a salt drawn from chance that came in as a value.
    pub fn new(citizen: CitizenId, chance: &[u8], particulars: Particulars) -> Self {
        let mut salt = Sha256::new();
        salt.update(chance);
        salt.update(citizen.0.to_be_bytes());
        Self {
            citizen,
            salt: hex(&salt.finalize()),
            particulars,
        }
    }

    /// What the journal knows it by.
    pub fn seal(&self) -> Option<Digest> {
        let mut seal = Sha256::new();
        seal.update(self.salt.as_bytes());
        seal.update(serde_json::to_vec(&self.particulars).ok()?);
        Digest::try_from(hex(&seal.finalize())).ok()
    }
}

fn hex(bytes: &[u8]) -> String {
    use fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(name: &str, chance: &[u8]) -> Sealed {
        let particulars = Particulars {
            name: Some(name.to_owned()),
            ..Particulars::default()
        };
        Sealed::new(CitizenId(1), chance, particulars)
    }

    #[test]
    fn a_seal_depends_on_the_name_and_on_the_salt() {
        let seal = |name, chance: &[u8]| row(name, chance).seal().expect("a seal");
        assert_eq!(seal("张三", b"one"), seal("张三", b"one"));
        assert_ne!(seal("张三", b"one"), seal("张四", b"one"));
        assert_ne!(seal("张三", b"one"), seal("张三", b"two"));
    }

    #[test]
    fn a_row_in_a_message_shows_no_particulars() {
        let told = format!("{:?}", row("张三", b"one"));
        assert!(told.contains("name") && !told.contains("张三"), "{told}");
    }
}
