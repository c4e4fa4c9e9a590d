//! What the answer form says.

use crate::text::texts;

texts! {
    language: "Language", "言語";
    about: "About this assessment", "この診断について";
    about_you: "About you", "回答者について";
    organisation: "Organisation", "組織";
    respondent: "Your role or name", "役割または氏名";
    date: "Date", "回答日";
    segment: "Department or segment", "部署・区分";
    optional: "Optional; it is written into the answer file.", "任意です。回答ファイルに書き込まれます。";
    how: "Choose for each question the highest option of which every word is true today. Leave open what you do not know. \
        Nothing is sent anywhere: your answers stay in this browser until you save them as a file.",
        "各設問で、書かれていることがすべて今日の時点で当てはまる選択肢のうち、最も段階の高いものを選んでください。分からない設問は\
        空けておいてかまいません。回答はどこにも送信されず、ファイルに保存するまでこのブラウザーの中だけに残ります。";
    no_script: "This form needs JavaScript to save your answers.", "回答を保存するには、JavaScriptを有効にしてください。";
    not_applicable: "Does not apply to us", "該当なし（自社には当てはまらない）";
    clear: "Clear this answer", "この回答を取り消す";
    note: "Note or evidence", "メモ・根拠";
    answered: "answered", "問に回答済み";
    save: "Save the answer file", "回答ファイルを保存";
    load: "Open an answer file", "回答ファイルを開く";
    start_again: "Clear the form", "すべて消去";
    sure: "Clear all answers in this form?", "このフォームの回答をすべて消去しますか。";
    saved: "Saved. Send the file to whoever collects the answers.", "保存しました。取りまとめ担当者にファイルを送ってください。";
    loaded: "The answers are in the form.", "回答を読み込みました。";
    not_loaded: "This file is no answer file for this assessment, or is damaged.",
        "このファイルは、この診断の回答ファイルではないか、壊れています。";
    in_part: "This file does not wholly fit this version of the assessment. What does not fit was left out: read the \
        answers again.",
        "このファイルは、この診断のバージョンと完全には一致しません。合わない回答は読み込んでいないため、回答を確認してください。";
    not_kept: "This browser does not keep answers. Save a file before you close the page.",
        "このブラウザーでは回答を保持できません。ページを閉じる前にファイルへ保存してください。";
}
