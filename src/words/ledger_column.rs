//! The columns of the yearly ledger (台账): what an office writes above them.

use super::{Lang, Pair, Word};

/// Names the columns in the order of the ledger, and gives each its key and its words.
macro_rules! columns {
    ($($column:ident => $key:literal, $zh:literal, $en:literal;)*) => {
        /// A column of the ledger, in the order of the ledger.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "the words beside each say what it is")]
        pub enum LedgerColumn {
            $($column,)*
        }

        impl LedgerColumn {
            /// Every column, in the order of the ledger.
            pub const ALL: &[Self] = &[$(Self::$column,)*];

            /// What scripts call it.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$column => $key,)*
                }
            }
        }

        impl Word for LedgerColumn {
            fn pair(&self) -> Pair {
                match self {
                    $(Self::$column => Pair { zh: $zh, en: $en },)*
                }
            }
        }
    };
}

columns! {
    No => "no", "编号", "No.";
    Title => "title", "标题", "Title";
    Body => "body", "内容", "Body";
    Deputy => "deputy", "领衔代表", "Deputy";
    CoSigners => "co_signers", "联名代表", "Co-signers";
    Delegation => "delegation", "代表团", "Delegation";
    Term => "term", "届次", "Term";
    Session => "session", "会次", "Session";
    Period => "period", "提出时间", "Raised";
    Submitted => "submitted", "提出日期", "Submitted";
    Level => "level", "级别", "Level";
    Category => "category", "类别", "Category";
    Kind => "kind", "种类", "Kind";
    KeySupervised => "key_supervised", "重点督办", "Key";
    Supervisor => "supervisor", "督办领导", "Supervisor";
    Confidential => "confidential", "保密", "Confidential";
    Lead => "lead", "主办单位", "Lead unit";
    Co => "co", "协办单位", "Co-units";
    Separate => "separate", "分办单位", "Separate units";
    FirstLead => "first_lead", "原主办单位", "First lead unit";
    Leader => "leader", "责任领导", "Leader";
    Post => "post", "责任岗位", "Post";
    Clerk => "clerk", "经办人", "Clerk";
    Phone => "phone", "联系电话", "Telephone";
    Assigned => "assigned", "交办日期", "Handed over";
    Signed => "signed", "签收日期", "Signed for";
    Returned => "returned", "退回日期", "Returned";
    Reassigned => "reassigned", "改办日期", "Reassigned";
    Due => "due", "办理期限", "Due";
    ExtendedTo => "extended_to", "延期至", "Extended to";
    Consulted => "consulted", "面商日期", "Consulted";
    ConsultMode => "consult_mode", "面商方式", "Mode of consultation";
    CoOpinion => "co_opinion", "协办意见日期", "Co-opinion";
    Replied => "replied", "答复日期", "Replied";
    DocNo => "doc_no", "答复文号", "Document no.";
    Signer => "signer", "签发人", "Signer";
    Class => "class", "办理结果", "Class";
    Promise => "promise", "承诺事项", "Promise";
    PromiseDue => "promise_due", "承诺期限", "Promise due";
    FollowUp => "follow_up", "续办情况", "Follow-up";
    Rating => "rating", "满意度", "Rating";
    Attitude => "attitude", "态度评价", "Attitude";
    Result => "result", "结果评价", "Result";
    Rated => "rated", "评价日期", "Rated on";
    ReturnedForm => "returned_form", "回执收到", "Form returned";
    Stars => "stars", "群众评分", "Public stars";
    Revisit => "revisit", "回访评价", "Revisit";
    Escalated => "escalated", "上报", "Escalated";
    Merged => "merged", "并案", "Merged with";
    Closed => "closed", "办结日期", "Closed";
    Ended => "ended", "终止办理", "Ended";
    Public => "public", "公开", "Public";
    Remarks => "remarks", "备注", "Remarks";
}

impl LedgerColumn {
    /// What stands above it: a ledger is a paper of the office, in the office's language.
    pub fn header(self) -> &'static str {
        self.word(Lang::Zh)
    }

    /// The column of a header or a key.
    pub fn of_header(text: &str) -> Option<Self> {
        let fits = |column: &&Self| column.header() == text || column.key() == text;
        Self::ALL.iter().find(fits).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_header_and_key_is_read_back() {
        for column in LedgerColumn::ALL {
            for text in [column.header(), column.key()] {
                assert_eq!(LedgerColumn::of_header(text), Some(*column), "{text}");
            }
        }
        assert_eq!(LedgerColumn::of_header("序号"), None);
    }
}
