//! The words of the switches by which an office writes its letters (公文式样).

use super::values::words;
use super::{Lang, Pair, Word};
use crate::domain::rules::{
    Address, ClassMark, Ending, LetterRules, Opening, PublicMark, SessionName, SignerPlace,
};

words!(Opening {
    Received => "收悉", "received";
    HandedOver => "已交我单位办理", "handed over to us";
});

words!(Ending {
    Answer => "答复", "an answer";
    AnswerLetter => "答复函", "a letter of answer";
    Letter => "复函", "a letter";
});

words!(Address {
    Polite => "您", "the polite you";
    Plain => "你", "the plain you";
});

words!(SessionName {
    Long => "第二十届人民代表大会第五次会议", "in full";
    Short => "第二十届人大五次会议", "in short";
});

words!(SignerPlace {
    None => "不写", "nowhere";
    Number => "发文字号旁", "beside the number";
    End => "成文日期之后", "after the day";
    Sentence => "正文里写明", "in a sentence";
});

words!(ClassMark {
    Labelled => "类别：B", "with its label";
    Bare => "B", "bare";
    Suffixed => "B类", "with its word";
    Bracketed => "办理结果：（B）", "in brackets";
    None => "不写", "nowhere";
});

words!(PublicMark {
    Words => "主动公开、不予公开", "in words";
    Consent => "是否同意公开", "as a consent";
    None => "不写", "nowhere";
});

/// The switches of an office in words, each with its field.
pub fn letter_switches(lang: Lang, letters: &LetterRules) -> [(&'static str, &'static str); 7] {
    [
        ("opening", letters.opening.word(lang)),
        ("ending", letters.ending.word(lang)),
        ("address", letters.address.word(lang)),
        ("session_name", letters.session_name.word(lang)),
        ("signer_place", letters.signer_place.word(lang)),
        ("class_mark", letters.class_mark.word(lang)),
        ("public_mark", letters.public_mark.word(lang)),
    ]
}
