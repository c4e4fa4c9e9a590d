//! Facts about an organisation, and for whom something is, in words.

use super::words;
use crate::definition::{Condition, Definition, Holds};
use crate::text::{Lang, texts};

texts! {
    title: "About your organisation", "組織について";
    what_for:
        "What you tell about your organisation is never scored. It decides which questions are asked and which actions fit; what is not told stays open, and all that depends on it counts.",
        "組織についての回答は採点されません。どの設問に答えるか、どの施策が合うかを決めるために使います。回答しない場合は未定とし、関係する設問や施策をすべて対象に含めます。";
    choose_all: "Choose all that hold.", "当てはまるものをすべて選んでください。";
    how_in_toml: "Write the id of what holds in quotes; where several may hold, a list of them in brackets.",
        "当てはまるもののidを引用符で囲んで書きます。複数選べる場合は、角かっこの中にコンマで区切って並べます。";
    several: "several may hold", "複数選択可";
    assumed: "assumed where it is not told", "回答がない場合の想定";
    only_if(holds: &str): "only if {holds}", "{holds}の場合のみ";
    not_if(holds: &str): "unless {holds}", "{holds}の場合を除く";
    holds(fact: &str, options: &str): "“{fact}” is “{options}”", "「{fact}」が「{options}」";
    or: "” or “", "」か「";
    asked(whom: &str): "Asked {whom}.", "{whom}。";
    challenges: "Challenges", "課題";
    found_when(answers: &str): "Found when {answers}.", "次の回答で見つかります：{answers}";
    at_worst(question: &str, points: u32): "`{question}` is {points} or worse", "`{question}` が{points}点以下";
    by_fact(fact: &str): "by “{fact}”", "「{fact}」による";
}

// Of a sheet.
#[cfg(feature = "xlsx")]
texts! {
    mark_all: "Mark all that hold.", "当てはまるものすべてに印を付けてください。";
    mark: "yes", "はい";
}

/// For whom something is; none where it is for everybody.
pub(crate) fn for_whom(definition: &Definition, condition: &Condition, lang: Lang) -> Option<String> {
    let all = |list: &[Holds]| {
        let list = list.iter().map(|one| said(definition, one, lang));
        list.collect::<Vec<_>>().join(words::and(lang))
    };
    let meant = (!condition.only_if.is_empty()).then(|| only_if(lang, &all(&condition.only_if)));
    let barred = (!condition.unless.is_empty()).then(|| not_if(lang, &all(&condition.unless)));
    let parts: Vec<String> = meant.into_iter().chain(barred).collect();
    (!parts.is_empty()).then(|| parts.join(words::semicolon(lang)))
}

fn said(definition: &Definition, one: &Holds, lang: Lang) -> String {
    let fact = definition.profile.iter().find(|fact| fact.id == one.fact);
    let fact = fact.expect("a definition has the facts that it names");
    let options = fact.options.iter().filter(|option| one.options.contains(&option.id));
    let options: Vec<&str> = options.map(|option| option.text.as_str()).collect();
    holds(lang, &fact.text, &options.join(or(lang)))
}
