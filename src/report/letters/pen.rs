//! A paper while it is written: its blocks, and what turned out to be missing.

use super::super::block::Block;
use super::super::document::Document;
use super::super::outlook::Outlook;
use super::{BLANK, Letter, phrases};
use crate::domain::book::{Case, Post};
use crate::domain::rules::{ClockKey, LetterRules, RuleSet};
use crate::domain::terms::{CaseId, Date, Name, Text};
use crate::words::{self, Lang, LetterLack};

pub(super) struct Pen<'a> {
    pub(super) outlook: &'a Outlook<'a>,
    /// The day of the paper, where it is recorded.
    on: Option<Date>,
    pub(super) rules: LetterRules,
    /// The rules in force on the day of the paper.
    pub(super) rule_set: Option<&'a RuleSet>,
    pub(super) blocks: Vec<Block>,
    units: Vec<Name>,
    early: Option<i64>,
    facts: Vec<(&'static str, String)>,
    lacks: Vec<(CaseId, LetterLack)>,
}

impl<'a> Pen<'a> {
    /// By the rules of a day: that of the paper.
    pub(super) fn new(outlook: &'a Outlook<'a>, day: Option<Date>) -> Self {
        let rule_set = outlook.book.office().rules_on(day.unwrap_or(outlook.as_of));
        Self {
            outlook,
            on: day,
            rule_set,
            rules: rule_set.and_then(|r| r.letters.clone()).unwrap_or_default(),
            blocks: Vec::new(),
            units: Vec::new(),
            early: None,
            facts: Vec::new(),
            lacks: Vec::new(),
        }
    }

    pub(super) fn put(&mut self, block: Block) {
        self.blocks.push(block);
    }

    pub(super) fn say(&mut self, words: impl Into<String>) {
        self.put(Block::Paragraph(words.into()));
    }

    /// What a template may ask for.
    pub(super) fn fact(&mut self, name: &'static str, words: impl Into<String>) {
        self.facts.push((name, words.into()));
    }

    /// The units whose paper it is, or to whom it goes.
    pub(super) fn of_units<'n>(&mut self, units: impl IntoIterator<Item = &'n Name>) {
        self.units.extend(units.into_iter().cloned());
        let names: Vec<&str> = self.units.iter().map(Name::as_str).collect();
        let names = names.join("、");
        self.fact("单位", names);
    }

    /// It goes out with so many days left.
    pub(super) fn early(&mut self, days_left: i64) {
        self.early = Some(days_left);
    }

    pub(super) fn lack(&mut self, case: &Case, what: LetterLack) {
        if !self.lacks.contains(&(case.id, what)) {
            self.lacks.push((case.id, what));
        }
    }

    /// The words, or a blank and a lack.
    pub(super) fn or_blank(
        &mut self,
        case: &Case,
        words: Option<impl ToString>,
        lack: LetterLack,
    ) -> String {
        match words {
            Some(words) => words.to_string(),
            None => {
                self.lack(case, lack);
                BLANK.to_owned()
            }
        }
    }

    pub(super) fn words(&self, text: &Text) -> String {
        self.outlook.book.texts().words(text).to_owned()
    }

    /// The words, unless they only say that a ledger did not have them.
    pub(super) fn stated(&self, text: &Text) -> Option<String> {
        let said = self.words(text);
        (said != words::NOT_STATED).then_some(said)
    }

    /// How long a clock runs, in words: `3个月`. None where the rules set no limit.
    pub(super) fn limit(&self, key: ClockKey) -> Option<String> {
        let limit = self.rule_set?.clock(key)?.limit?;
        Some(words::limit(Lang::Zh, limit))
    }

    /// Whose store it is.
    pub(super) fn office(&self) -> &'a str {
        let identity = self.outlook.book.office().identity();
        identity.map_or("", |identity| identity.name.as_str())
    }

    /// What is said of the case in a title: with its congress and session.
    pub(super) fn suggestion(&mut self, case: &Case) -> String {
        let own = !self.outlook.is_tracked(case);
        let place = phrases::place(self.outlook.book, &self.rules).filter(|_| own);
        let place = self.or_blank(case, place, LetterLack::Congress);
        phrases::suggestion(self.outlook.book, &self.rules, &place, case)
    }

    /// `第17号`
    pub(super) fn label(&self, case: &Case) -> String {
        words::case_label(self.outlook.book, case.id)
    }

    /// Who answers the phone at a unit: named at the hand-over for the one that leads, else on the
    /// roster.
    pub(super) fn contact(&self, case: &Case, unit: &Name, on: Date) -> Contact {
        let named = case.assignment().map(|a| &a.to);
        let named = named.filter(|to| to.repliers().next() == Some(unit));
        let roster = self.outlook.book.office().unit(unit);
        let post = roster.and_then(|unit| unit.post_on(on));
        let of = |field: fn(&Post) -> &Option<Name>| post.and_then(|post| field(post).clone());
        Contact {
            clerk: named.and_then(|to| to.clerk.clone()).or(of(|p| &p.clerk)),
            phone: named.and_then(|to| to.phone.clone()).or(of(|p| &p.phone)),
        }
    }

    /// `（联系人：张强，联系电话：…）`
    pub(super) fn contact_line(&mut self, case: &Case, contact: &Contact) {
        let clerk = self.or_blank(case, contact.clerk.as_ref(), LetterLack::Contact);
        let phone = self.or_blank(case, contact.phone.as_ref(), LetterLack::Contact);
        self.put(Block::Note(format!("联系人：{clerk}，联系电话：{phone}")));
        self.fact("联系人", clerk);
        self.fact("联系电话", phone);
    }

    /// Head and number of a paper of the office: a document to all, or a letter to one unit.
    pub(super) fn head(&mut self, case: &Case, doc_no: Option<&str>, is_letter: bool) {
        let name = self.office().to_owned();
        self.put(Block::Letterhead { name, is_letter });
        let doc_no = self.or_blank(case, doc_no, LetterLack::OwnDocNo);
        self.put(Block::Number {
            doc_no,
            signer: String::new(),
        });
    }

    /// Signed by the office.
    pub(super) fn sign(&mut self, on: Option<Date>) {
        let by = self.office().to_owned();
        let on = phrases::day(on);
        self.put(Block::Signature { by, on });
    }

    /// Who gets a copy of a letter of the office about a case. A letter does not say who printed it
    /// (GB/T 9704—2012 10.1), but a template of the office may ask for it.
    pub(super) fn copied<'n>(
        &mut self,
        on: Option<Date>,
        concerned: impl IntoIterator<Item = &'n Name>,
    ) {
        let to = self.copies_to(concerned);
        if !to.is_empty() {
            self.copies(to);
        }
        let by = self.printed_by();
        self.fact("印发机关", by);
        self.fact("印发日期", phrases::field_day(on));
    }

    /// Who gets a copy of a letter.
    pub(super) fn copies(&mut self, copies: Vec<String>) {
        self.put(Block::Imprint {
            copies,
            by: String::new(),
            on: String::new(),
        });
    }

    /// What stands at the foot of a document of the office (版记): who gets a copy, who prints it, and
    /// the day.
    pub(super) fn imprint(&mut self, on: Option<Date>) {
        let copies = self.copies_to([]);
        let by = self.printed_by();
        let on = format!("{}印发", phrases::field_day(on));
        self.put(Block::Imprint { copies, by, on });
    }

    /// Who gets a copy by the office's rules and for the case's sake.
    fn copies_to<'n>(&self, concerned: impl IntoIterator<Item = &'n Name>) -> Vec<String> {
        let copies = self.rules.notice_copies.iter().map(Name::to_string);
        let concerned = concerned.into_iter().map(Name::to_string);
        let mut to: Vec<String> = Vec::new();
        for name in copies.chain(concerned) {
            if !to.contains(&name) {
                to.push(name);
            }
        }
        to
    }

    fn printed_by(&self) -> String {
        let by = self.rules.printed_by.as_ref().map(Name::to_string);
        by.unwrap_or_else(|| self.office().to_owned())
    }

    /// The paper whole. `name` is what its file may be called.
    pub(super) fn done(
        mut self,
        kind: &'static str,
        (title, name): (&str, String),
        case: Option<&Case>,
    ) -> Letter {
        if let Some(case) = case {
            let label = self.label(case);
            self.fact("编号", label);
            self.fact("案由", case.title.as_str());
            let deputy = case.proposer().map(Name::to_string);
            self.fact("代表", deputy.unwrap_or_default());
        }
        let basis = self.outlook.basis();
        let document = Document::of_prose(kind, title, basis, self.blocks, Lang::Zh);
        Letter {
            name,
            on: self.on,
            document,
            lacks: self.lacks,
            about: case.map(|case| case.id),
            units: self.units,
            early: self.early,
            facts: self.facts,
        }
    }
}

/// Who answers for a unit.
#[derive(Debug, Clone, Default)]
pub(super) struct Contact {
    pub(super) clerk: Option<Name>,
    pub(super) phone: Option<Name>,
}
