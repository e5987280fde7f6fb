//! The words of the values of the deputies' work, and the same words typed back to values.

use super::parse::find;
use super::values::words;
use super::{Pair, Word};
use crate::domain::book::OpinionState;
use crate::domain::event::Channel;

words!(Channel {
    ReceptionDay => "接待日", "reception day";
    CourtyardMeeting => "院坝会", "courtyard meeting";
    Visit => "走访", "visit";
    Questionnaire => "问卷", "questionnaire";
    LetterBox => "意见箱", "letter box";
    Online => "网上", "online";
});

words!(OpinionState {
    Waiting => "待处理", "waiting";
    Discussed => "已讨论", "talked over";
    PassedOn => "已转交", "passed on";
    OnTheSpot => "当场答复", "answered on the spot";
    Answered => "已答复", "answered";
    Raised => "转为建议", "became a suggestion";
    Forwarded => "报送立法机关", "sent to a legislature";
});

/// 渠道: 接待日, 院坝会, 走访, 问卷, 意见箱, 网上.
pub fn parse_channel(typed: &str) -> Option<Channel> {
    let values: [(Channel, &[&str]); 6] = [
        (
            Channel::ReceptionDay,
            &["代表接待日", "接待选民日", "reception"],
        ),
        (
            Channel::CourtyardMeeting,
            &["坝坝会", "屋场会", "courtyard"],
        ),
        (Channel::Visit, &["入户走访", "走访联系"]),
        (Channel::Questionnaire, &["问卷调查"]),
        (Channel::LetterBox, &["信箱", "来信"]),
        (Channel::Online, &["网络", "扫码", "微信"]),
    ];
    find(typed, &values)
}
