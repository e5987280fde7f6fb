//! What a fact says beside its name, as one line for a timeline.

use serde_json::Value;

use crate::domain::event::Event;
use crate::words::{self, Label, Lang, Word};

/// The fields of a fact in words, without its day and case: `lead 农业服务中心; due 2024-06-05`.
pub(super) fn detail(lang: Lang, event: &Event) -> String {
    let Ok(Value::Object(fields)) = serde_json::to_value(event) else {
        return String::new();
    };
    let mut parts = Vec::new();
    for (key, value) in &fields {
        if !told_elsewhere(event, key) {
            tell(lang, key, value, &mut parts);
        }
    }
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// What stands above the timeline, or is too long for a line of it.
fn told_elsewhere(event: &Event, key: &str) -> bool {
    let submitted = matches!(event, Event::Submitted(_));
    matches!(
        key,
        "type" | "on" | "case" | "rules" | "table" | "number" | "store"
    ) || (submitted && matches!(key, "title" | "body" | "term" | "session"))
}

fn tell(lang: Lang, key: &str, value: &Value, parts: &mut Vec<String>) {
    match value {
        Value::Object(nested) => {
            for (key, value) in nested {
                tell(lang, key, value, parts);
            }
        }
        Value::Array(items) => {
            let words: Vec<String> = items.iter().map(plain).collect();
            parts.push(format!("{} {}", name(lang, key), words.join("、")));
        }
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            parts.push(format!("{} {}", name(lang, key), word(lang, key, value)));
        }
    }
}

/// A coded value in its words; anything else as it stands.
fn word(lang: Lang, key: &str, value: &Value) -> String {
    let code = plain(value);
    let word = match key {
        "mode" => words::parse_mode(&code).map(|v| v.word(lang)),
        "stage" => words::parse_stage(&code).map(|v| v.word(lang)),
        "kind" => words::parse_kind(&code).map(|v| v.word(lang)),
        "level" => words::parse_level(&code).map(|v| v.word(lang)),
        "period" => words::parse_period(&code).map(|v| v.word(lang)),
        "publication" => words::parse_publication(&code).map(|v| v.word(lang)),
        "kept" | "confidential" | "leader_present" | "running" => value
            .as_bool()
            .map(|yes| if yes { Label::Yes } else { Label::No }.word(lang)),
        _ => None,
    };
    word.map_or(code, str::to_owned)
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            value.to_string()
        }
    }
}

/// The field's name in the journal, or the Chinese word beside it where people read Chinese.
fn name(lang: Lang, key: &str) -> &str {
    if lang == Lang::En {
        return key;
    }
    match key {
        "title" => "标题",
        "body" => "内容",
        "deputy" => "代表",
        "co_signers" => "联名",
        "delegation" => "代表团",
        "category" => "类别",
        "kind" => "种类",
        "level" => "级别",
        "period" => "时间",
        "term" => "届",
        "session" => "次",
        "confidential" => "保密",
        "why" => "理由",
        "supervisor" => "督办领导",
        "lead" => "主办",
        "co" => "协办",
        "separate" => "分办",
        "leader" => "责任领导",
        "post" => "岗位",
        "clerk" => "经办人",
        "phone" => "电话",
        "due" => "期限",
        "hard" => "疑难",
        "unit" => "单位",
        "proposed" => "建议单位",
        "stage" => "阶段",
        "mode" => "方式",
        "people" => "参加人",
        "leader_present" => "领导到场",
        "note" => "说明",
        "percent" => "进度",
        "to" => "至",
        "consent" => "同意人",
        "class" => "结果",
        "doc_no" => "文号",
        "signer" => "签发人",
        "text" => "正文",
        "reason" => "原因",
        "publication" => "公开",
        "promise" => "承诺",
        "kept" => "兑现",
        "rating" => "评价",
        "attitude" => "态度",
        "result" => "办理结果",
        "comment" => "意见",
        "stars" => "星",
        "respondents" => "人数",
        "channel" => "渠道",
        "office" => "单位",
        "secretary" => "秘书",
        "from" => "自",
        "running" => "含在办",
        "group" => "小组",
        "card" => "代表证",
        "constituency" => "选区",
        "line" => "条",
        "fact" => "第几项",
        "field" => "项",
        "old" => "原值",
        "new" => "新值",
        "lines" => "条",
        other => other,
    }
}
