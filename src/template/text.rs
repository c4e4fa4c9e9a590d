//! What the sheets say, in each language of the program. A missing translation does not compile.

use crate::text::{Lang, texts};

texts! {
    how_in_toml: "For each answer, remove the # before it and write the points after the =, or \"n/a\" where that is offered. A question that is left as it is stays open.",
        "回答する設問は、行頭の # を消し、= の後ろに点数を書いてください。「該当なし」を選べる設問では \"n/a\" と書けます。そのままの設問は未回答になります。";
    notes_in_toml: "Evidence and remarks, if you like: the id of the question, and a text.",
        "根拠や補足があれば、設問のidと文章を書いてください。";
    does_not_apply: "does not apply", "該当なし";
}

#[cfg(feature = "xlsx")]
texts! {
    not_applicable: "n/a", "該当なし";
    form: "Answers", "回答";
    how_in_form: "For each question, choose from the list in the yellow cell the highest option of which every word is true today. Leave it empty if you do not know. Then save the file and send it back.",
        "各設問について、書かれていることがすべて今日の時点で当てはまる選択肢のうち、最も段階の高いものを、黄色のセルの一覧から選んでください。わからない設問は空欄のままで構いません。終わったら保存し、このファイルを返送してください。";
    question: "Question", "設問";
    options: "Options", "選択肢";
    answer: "Answer", "回答";
    note: "Evidence, remarks", "根拠・補足";
    refused: "Choose one of the list, or leave the cell empty.", "一覧から選ぶか、空欄のままにしてください。";
}

/// What a key of the metadata means.
#[cfg(feature = "xlsx")]
pub(super) fn metadata(lang: Lang, key: &str) -> &str {
    match (lang, key) {
        (Lang::En, "organisation") => "Organisation",
        (Lang::En, "respondent") => "Your name",
        (Lang::En, "date") => "Date",
        (Lang::Ja, "organisation") => "組織",
        (Lang::Ja, "respondent") => "回答者",
        (Lang::Ja, "date") => "回答日",
        (_, key) => key,
    }
}
