//! Words around rule sets: what is set, what is not, what nobody has verified.

use super::{Lang, Pair, list};

/// A value whose article nobody has seen.
pub fn unverified(lang: Lang) -> &'static str {
    Pair {
        zh: "（未核实）",
        en: " (unverified)",
    }
    .get(lang)
}

/// A clock that the text does not set.
pub fn absent(lang: Lang) -> &'static str {
    Pair {
        zh: "本办法未规定",
        en: "not set by this text",
    }
    .get(lang)
}

/// The clocks that a rule set does not set.
pub fn not_set(lang: Lang, rules: &str, clocks: &[&str]) -> String {
    let clocks = list(lang, clocks);
    match lang {
        Lang::Zh => format!("{rules}的办法未规定: {clocks}"),
        Lang::En => format!("{rules} does not set: {clocks}"),
    }
}

/// Cases of dissatisfied deputies that no clock counts.
pub fn without_clock(lang: Lang, cases: &[String]) -> String {
    let cases = list(lang, cases);
    match lang {
        Lang::Zh => format!("代表不满意、待重新办理或研究处理,本办法未规定期限: {cases}"),
        Lang::En => format!("dissatisfied and waiting, the rules set no limit: {cases}"),
    }
}

/// The last day comes from an extension.
pub fn extended_note(lang: Lang) -> &'static str {
    Pair {
        zh: "已延期",
        en: "extended",
    }
    .get(lang)
}

/// The last day was agreed on at the hand-over.
pub fn agreed_note(lang: Lang) -> &'static str {
    Pair {
        zh: "交办时约定",
        en: "agreed at the hand-over",
    }
    .get(lang)
}

/// A value of a rule set by its place: `gates.key_needs`, `classes.A`, `withdraw`.
pub fn rule_place(lang: Lang, place: &str) -> String {
    let (group, value) = match place.split_once('.') {
        Some((group, value)) => (group, Some(value)),
        None => (place, None),
    };
    let group = said(lang, GROUPS, group);
    match value {
        Some(value) => format!("{group} · {}", said(lang, VALUES, value)),
        None => group,
    }
}

/// The group of values that a word names: its key, or its words.
pub fn rule_group(typed: &str) -> Option<&'static str> {
    let named = GROUPS.iter();
    let mut named = named.filter(|(key, zh, en)| [key, zh, en].contains(&&typed));
    named.next().map(|(key, ..)| *key)
}

/// The words of a key; the key itself where it needs none.
fn said(lang: Lang, words: &[(&str, &str, &str)], key: &str) -> String {
    let known = words.iter().find(|(known, ..)| *known == key);
    let word = known.map_or(key, |(_, zh, en)| match lang {
        Lang::Zh => zh,
        Lang::En => en,
    });
    word.to_owned()
}

const GROUPS: &[(&str, &str, &str)] = &[
    ("classes", "办理结果分类", "classes"),
    ("satisfaction", "满意度", "satisfaction"),
    ("gates", "关口", "gates"),
    ("rates", "比率含义", "rates"),
    ("percent", "百分比式样", "percent style"),
    ("colours", "三色预警", "colours"),
    ("categories", "类别", "categories"),
    ("number", "编号", "numbers"),
    ("reply_to", "答复送达", "reply to"),
    ("withdraw", "撤回", "withdrawal"),
    ("review_reasons", "不予受理情形", "reasons not to accept"),
    ("letters", "公文式样", "letters"),
    ("card", "代表公示卡", "card of a deputy"),
    ("repeats", "反复提出", "raised again"),
    ("sessions", "会议", "sessions"),
    ("activities", "代表活动", "activities"),
    ("projects", "民生实事项目", "livelihood projects"),
    ("assessment", "承办单位考核", "assessment of units"),
    ("performance", "履职积分", "points of deputies"),
];

const VALUES: &[(&str, &str, &str)] = &[
    ("levels", "等次", "levels"),
    ("satisfied", "算满意的", "counts as satisfied"),
    ("mostly", "算基本满意的", "counts as mostly satisfied"),
    ("unknown", "不算评价的", "counts as no rating"),
    ("aspects", "分项", "aspects"),
    (
        "reply_needs_consultation",
        "先沟通后答复",
        "talk before the reply",
    ),
    ("reply_needs_signer", "答复要签发", "a reply is signed"),
    (
        "reply_needs_co_opinions",
        "先收协办意见",
        "co-opinions first",
    ),
    (
        "reply_answers_requests",
        "逐条回应",
        "each request is answered",
    ),
    (
        "withholding_needs_reason",
        "不公开要理由",
        "withholding says why",
    ),
    (
        "review_needs_code",
        "不受理要情形代码",
        "refusals are coded",
    ),
    (
        "delegation_in_session",
        "代表团只在会议期间提出",
        "delegations in session only",
    ),
    (
        "extension_tells_deputy",
        "延期要告知代表",
        "the deputy is told of extensions",
    ),
    (
        "key_needs",
        "重点建议交办要明确",
        "hand-over of key cases names",
    ),
    (
        "complex_needs",
        "复杂建议交办要明确",
        "hand-over of complex cases names",
    ),
    ("binding_traits", "特征要落实", "traits that bind"),
    ("close_needs", "办结要有", "closing needs"),
    ("closure", "办结率", "closure rate"),
    (
        "satisfied_includes_mostly",
        "满意率含基本满意",
        "satisfied includes mostly",
    ),
    ("ratings_over", "满意率的分母", "ratings over"),
    ("mean_needs", "几人以上才印平均分", "a mean needs"),
    (
        "public_satisfied_stars",
        "几星以上算群众满意",
        "stars that satisfy",
    ),
    ("decimals", "小数位", "decimals"),
    ("rounding", "取舍", "rounding"),
    ("trailing_zeros", "保留末尾的零", "trailing zeros"),
    ("close_to_100", "合计凑成100", "closed to 100"),
    ("yellow", "黄", "yellow"),
    ("red", "红", "red"),
    ("progress", "进展", "progress"),
    ("template", "式样", "template"),
    ("between_sessions", "闭会期间", "between sessions"),
    ("given_at", "何时编号", "given at"),
    ("opening", "开头", "opening"),
    ("ending", "标题的末尾", "ending of the title"),
    ("address", "称呼", "address"),
    ("session_name", "会次写法", "name of a session"),
    ("signer_place", "签发人的位置", "place of the signer"),
    ("class_mark", "类别标记", "class mark"),
    ("public_mark", "公开标记", "public mark"),
    ("congress", "哪一级人大", "congress"),
    ("issuer", "发文机关", "issuer"),
    ("copies", "抄送", "copies"),
    ("notice_copies", "通知抄送", "copies of notices"),
    ("printed_by", "印发机关", "printed by"),
    ("also", "也写作", "also written"),
    ("key_handed_to", "重点建议交给", "key ones handed to"),
    ("key_handled", "重点建议怎样办", "how key ones were handled"),
    ("link", "扫码去哪里", "where its code leads"),
    ("alike_min", "相似度至少", "alike at least"),
    (
        "near_percent",
        "相近指相似到百分之几",
        "near from so many percent",
    ),
    ("near_most", "相近的至多几件", "near ones at most"),
    ("label", "名称", "called"),
    ("lead_only", "只计主办件", "lead cases only"),
    ("items", "分项", "items"),
    ("grades", "等次", "grades"),
    ("base", "基础分", "base"),
    ("ceiling", "封顶", "ceiling"),
    ("shown", "公示", "shown each"),
    ("running", "连续几年", "years running"),
];
