//! The reply to a deputy (答复、复函): class at the upper right, the unit's own number, one letter
//! for each who is answered.
//!
//! Form: 浙江办法 第二十二条, 重庆条例 第二十三条: one letter a case, the requests answered one by
//! one, signed, class and contact named; a form for the deputy's opinion enclosed.

use std::borrow::Cow;

use super::super::block::Block;
use super::super::outlook::Outlook;
use super::pen::{Contact, Pen};
use super::{BLANK, Letter, phrases};
use crate::domain::book::{Case, ReReply, Reply};
use crate::domain::event::Publication;
use crate::domain::publication::publication_of_again;
use crate::domain::rules::{
    Address, ClassMark, Ending, Opening, PublicMark, Recipients, SignerPlace,
};
use crate::domain::terms::{Date, Name};
use crate::words::{self, LetterLack};

/// One letter for each unit that owes a reply and each who is to be answered.
pub(super) fn replies(outlook: &Outlook, case: &Case) -> Vec<Letter> {
    let Some(assignment) = case.assignment() else {
        return Vec::new();
    };
    let mut letters = Vec::new();
    for unit in assignment.to.repliers() {
        let answer = Answer::last_of(outlook, case, unit);
        let on = answer.reply.as_ref().map(|reply| reply.on);
        for to in recipients(outlook, case, on) {
            letters.push(letter(outlook, case, unit, &answer, &to));
        }
    }
    letters
}

/// What a letter says, and what it comes after.
struct Answer<'a> {
    /// What is recorded of it.
    reply: Option<Cow<'a, Reply>>,
    /// The reply before it, and why there is another.
    before: Option<(&'a Reply, After<'a>)>,
}

/// Why there is another reply.
#[derive(Clone, Copy)]
enum After<'a> {
    /// This deputy was not satisfied with the one before.
    Dissatisfied(&'a Name),
    /// What was promised with it is followed up (续复).
    Promise,
}

impl<'a> Answer<'a> {
    /// The last one of a unit; the one before only where there is a reason for another.
    fn last_of(outlook: &'a Outlook, case: &'a Case, unit: &Name) -> Self {
        let mut newest_first = case.current_replies().filter(|reply| reply.unit == *unit);
        let (reply, before) = (newest_first.next_back(), newest_first.next_back());
        let again = case.oversight.re_replies.iter().rev();
        let mut again = again.filter(|again| again.unit.as_ref().is_none_or(|by| by == unit));
        if let (Some(reply), Some(again)) = (reply, again.next())
            && again.on >= reply.on
        {
            return Self {
                reply: Some(Cow::Owned(followed_up(case, reply, again))),
                before: Some((reply, After::Promise)),
            };
        }
        let before = reply.zip(before).and_then(|(reply, before)| {
            let mut against = outlook.book.dissatisfied(case);
            let between = |on: Date| before.on <= on && on <= reply.on;
            let rating = against.find(|rating| between(rating.on))?;
            Some((before, After::Dissatisfied(&rating.deputy)))
        });
        let reply = reply.map(Cow::Borrowed);
        Self { reply, before }
    }
}

/// A second reply as a letter says it: of the class that counted on its day.
fn followed_up(case: &Case, reply: &Reply, again: &ReReply) -> Reply {
    let mut classes = case.classes.iter().rev();
    let class = classes.find(|step| step.on <= again.on);
    Reply {
        on: again.on,
        assignment: reply.assignment,
        unit: reply.unit.clone(),
        class: class.map_or_else(|| reply.class.clone(), |step| step.class.clone()),
        doc_no: again.doc_no.clone(),
        signer: again.signer.clone(),
        text: again.text.clone(),
        reason: None,
        publication: publication_of_again(case, again),
        answers: Vec::new(),
    }
}

/// Whom a letter goes to.
enum To<'a> {
    /// One deputy or delegation of its own.
    One(&'a Name),
    /// The lead deputy for all who signed.
    All(&'a Name, usize),
    /// Nobody knows who proposed it.
    Unknown,
}

fn recipients<'a>(outlook: &Outlook, case: &'a Case, on: Option<Date>) -> Vec<To<'a>> {
    let rules = outlook.book.office().rules_on(on.unwrap_or(outlook.as_of));
    let each = rules.and_then(|r| r.reply_to) == Some(Recipients::EachCoSigner);
    let signed: Vec<&Name> = case.signatories().collect();
    match (signed.as_slice(), each) {
        ([], _) => vec![To::Unknown],
        ([one], _) => vec![To::One(one)],
        (all, true) => all.iter().map(|name| To::One(name)).collect(),
        ([lead, ..], false) => vec![To::All(lead, signed.len())],
    }
}

/// `关于…第17号建议的答复`; that of a second one says so.
fn titled(pen: &mut Pen, case: &Case, answer: &Answer) -> String {
    let again = if answer.before.is_some() {
        "再次"
    } else {
        ""
    };
    let ending = ending(pen.rules.ending);
    format!("关于{}的{again}{ending}", pen.suggestion(case))
}

fn letter(outlook: &Outlook, case: &Case, unit: &Name, answer: &Answer, to: &To) -> Letter {
    let reply = answer.reply.as_deref();
    let on = reply.map(|reply| reply.on);
    let mut pen = Pen::new(outlook, on);
    let issuer = pen.rules.issuer.clone().unwrap_or_else(|| unit.clone());
    pen.put(Block::Letterhead {
        name: issuer.to_string(),
        is_letter: true,
    });
    if reply.is_none() {
        pen.lack(case, LetterLack::Reply);
    }
    numbered(&mut pen, case, reply);
    marked(&mut pen, case, reply);
    let title = titled(&mut pen, case, answer);
    pen.put(Block::Title(title.clone()));
    let alone = |name| outlook.book.office().name_alone(name).to_owned();
    let (addressee, whom) = match to {
        To::One(name) if case.delegation.as_ref() == Some(name) => (name.to_string(), *name),
        To::One(name) => (format!("{}代表", alone(name)), *name),
        To::All(lead, count) => (format!("{}等{count}名代表", alone(lead)), *lead),
        To::Unknown => {
            let name = pen.or_blank(case, None::<String>, LetterLack::Deputy);
            (format!("{name}代表"), unit)
        }
    };
    pen.put(Block::Addressee(addressee));
    let you = you(pen.rules.address, matches!(to, To::All(..)));
    let told = match answer.before {
        Some((before, after)) => {
            let why = match after {
                After::Dissatisfied(who) if who == whom => format!("{you}对该答复提出意见后"),
                After::Dissatisfied(who) => format!("{}代表对该答复提出意见后", alone(who)),
                After::Promise => "对答复中承诺的事项".to_owned(),
            };
            opening_again(&mut pen, case, &issuer, (you, before, &why))
        }
        None => opening(&pen, case, &issuer, you),
    };
    pen.say(told);
    body(&mut pen, case, reply);
    closing(&mut pen, case, reply, you);
    let day = on.unwrap_or(outlook.as_of);
    let contact = pen.contact(case, unit, day);
    end(&mut pen, case, reply, (&issuer, &contact));
    pen.of_units([unit]);
    let again = match answer.before {
        Some((_, After::Dissatisfied(_))) => "再次",
        Some((_, After::Promise)) => "续",
        None => "",
    };
    let name = format!(
        "{}-{again}{}-{whom}",
        pen.label(case),
        ending(pen.rules.ending)
    );
    let several = case
        .assignment()
        .is_some_and(|a| a.to.repliers().count() > 1);
    let name = match several {
        true => format!("{name}-{unit}"),
        false => name,
    };
    pen.done("letter.reply", (&title, name), Some(case))
}

/// The number of the unit's own series, and the signer beside it where the office has him there.
fn numbered(pen: &mut Pen, case: &Case, reply: Option<&Reply>) {
    let doc_no = reply.and_then(|reply| reply.doc_no.as_ref());
    let doc_no = pen.or_blank(case, doc_no, LetterLack::DocNo);
    let signer = match pen.rules.signer_place {
        SignerPlace::Number => format!("签发人：{}", signer(pen, case, reply)),
        SignerPlace::End | SignerPlace::Sentence | SignerPlace::None => String::new(),
    };
    pen.put(Block::Number { doc_no, signer });
}

fn signer(pen: &mut Pen, case: &Case, reply: Option<&Reply>) -> String {
    let signer = reply.and_then(|reply| reply.signer.as_ref());
    let signer = pen.or_blank(case, signer, LetterLack::Signer);
    pen.fact("签发人", signer.clone());
    signer
}

fn marked(pen: &mut Pen, case: &Case, reply: Option<&Reply>) {
    let class = |pen: &mut Pen| {
        let class = reply.map(|reply| &reply.class);
        pen.or_blank(case, class, LetterLack::Class)
    };
    let right = match pen.rules.class_mark {
        ClassMark::None => String::new(),
        ClassMark::Labelled => format!("类别：{}", class(pen)),
        ClassMark::Bare => class(pen),
        ClassMark::Suffixed => format!("{}类", class(pen)),
        ClassMark::Bracketed => format!("办理结果：（{}）", class(pen)),
    };
    let published = reply.and_then(|reply| reply.publication);
    let (yes, no) = match pen.rules.public_mark {
        PublicMark::None => ("", ""),
        PublicMark::Words => ("主动公开", "不予公开"),
        PublicMark::Consent => ("是否同意公开：是", "是否同意公开：否"),
    };
    let left = match published {
        Some(Publication::Publish) => yes.to_owned(),
        Some(Publication::Withhold) => no.to_owned(),
        None if yes.is_empty() => String::new(),
        None => {
            let blank = pen.or_blank(case, None::<String>, LetterLack::Publication);
            format!("公开属性：{blank}")
        }
    };
    if !(left.is_empty() && right.is_empty()) {
        pen.put(Block::Marks { left, right });
    }
}

pub(super) fn ending(ending: Ending) -> &'static str {
    match ending {
        Ending::Answer => "答复",
        Ending::AnswerLetter => "答复函",
        Ending::Letter => "复函",
    }
}

fn you(address: Address, many: bool) -> &'static str {
    match (address, many) {
        (Address::Polite, false) => "您",
        (Address::Plain, false) => "你",
        // Several are addressed alike in both; 您们 is no word.
        (Address::Polite | Address::Plain, true) => "你们",
    }
}

/// A reply after another one, which it names with the reason.
fn opening_again(
    pen: &mut Pen,
    case: &Case,
    issuer: &Name,
    (you, before, why): (&str, &Reply, &str),
) -> String {
    let label = pen.label(case);
    let we = phrases::we(issuer.as_str());
    let day = phrases::day(Some(before.on));
    let doc_no = pen.or_blank(case, before.doc_no.as_ref(), LetterLack::DocNo);
    let done = done(case, "再次");
    let title = words::titled(case.title.as_str());
    format!(
        "{you}提出的{title}（{label}），{we}已于{day}以{doc_no}作出答复。{why}，{we}{done}，现再次答复如下："
    )
}

/// `经与村镇建设服务中心共同研究办理`
fn done(case: &Case, again: &str) -> String {
    let co = case.assignment().map(|a| a.to.co.as_slice());
    let co: Vec<&str> = co.unwrap_or_default().iter().map(Name::as_str).collect();
    match (co.is_empty(), again.is_empty()) {
        (true, true) => "经研究办理".to_owned(),
        (true, false) => format!("{again}进行了研究办理"),
        (false, true) => format!("经与{}共同研究办理", co.join("、")),
        (false, false) => format!("{again}与{}共同研究办理", co.join("、")),
    }
}

fn opening(pen: &Pen, case: &Case, issuer: &Name, you: &str) -> String {
    let label = pen.label(case);
    let done = done(case, "");
    let title = words::titled(case.title.as_str());
    match pen.rules.opening {
        Opening::Received => {
            format!("{you}提出的{title}（{label}）收悉。{done}，现答复如下：")
        }
        Opening::HandedOver => {
            let we = phrases::we(issuer.as_str());
            format!("{you}提出的{title}（{label}），已交{we}办理。{done}，现答复如下：")
        }
    }
}

/// The words of the reply; the requests with their answers; the reason; what was promised with it.
fn body(pen: &mut Pen, case: &Case, reply: Option<&Reply>) {
    let Some(reply) = reply else {
        return pen.say(BLANK);
    };
    let text = reply.text.as_ref().map(|text| pen.words(text));
    if text.is_none() && reply.answers.is_empty() {
        pen.lack(case, LetterLack::ReplyText);
    }
    match text {
        Some(text) => pen.say(phrases::ended(&text)),
        None if reply.answers.is_empty() => pen.say(BLANK),
        None => {}
    }
    for (place, answer) in reply.answers.iter().enumerate() {
        let request = case.requests.get(place).map(|request| pen.words(request));
        let request = request.map_or_else(|| "办理情况".to_owned(), |r| format!("关于“{r}”"));
        let heading = format!("{}{request}", phrases::ordinal(place));
        pen.put(Block::heading(1, heading));
        pen.say(phrases::ended(&pen.words(answer)));
    }
    if let Some(reason) = &reply.reason {
        let reason = phrases::ended(&pen.words(reason));
        pen.say(format!("未能当年办结的原因：{reason}"));
    }
    let promised = case.commitments.iter().filter(|c| c.made == reply.on);
    for promise in promised {
        let words = phrases::ended(&pen.words(&promise.promise));
        let due = phrases::day(Some(promise.due));
        pen.say(format!("下一步承诺：{words}完成时限：{due}。"));
    }
}

fn closing(pen: &mut Pen, case: &Case, reply: Option<&Reply>, you: &str) {
    if pen.rules.signer_place == SignerPlace::Sentence {
        let signer = signer(pen, case, reply);
        let ending = ending(pen.rules.ending);
        pen.say(format!("此{ending}已经{signer}审签。"));
    }
    pen.say(format!(
        "感谢{you}对我们工作的关心和支持，欢迎继续提出宝贵意见和建议。对办理情况的意见，请填入随函所附的征询意见表并反馈。"
    ));
}

/// Signature, contact, signer at the end, copies.
fn end(pen: &mut Pen, case: &Case, reply: Option<&Reply>, (issuer, contact): (&Name, &Contact)) {
    let on = phrases::day(reply.map(|reply| reply.on));
    pen.put(Block::Signature {
        by: issuer.to_string(),
        on,
    });
    pen.contact_line(case, contact);
    if pen.rules.signer_place == SignerPlace::End {
        let signer = signer(pen, case, reply);
        pen.say(format!("签发人：{signer}"));
    }
    let own = || vec![pen.office().to_owned()];
    let copies = pen.rules.copies.iter().map(Name::to_string);
    let mut to: Vec<String> = copies.collect();
    if to.is_empty() {
        to = own();
    }
    let co = case.assignment().map(|a| a.to.co.as_slice());
    to.extend(co.unwrap_or_default().iter().map(Name::to_string));
    pen.copies(to);
}
