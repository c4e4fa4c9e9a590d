//! The form in a browser.

use crate::text::texts;

texts! {
    form_language: "Language", "言語";
    form_about: "About this assessment", "この診断について";
    form_about_you: "About you", "回答者について";
    form_respondent: "Your role or name", "役割または氏名";
    form_segment: "Department or segment", "部署・区分";
    form_optional: "Optional; it is written into the answer file.", "任意です。回答ファイルに書き込まれます。";
    form_how: "Leave open what you do not know. Nothing is sent anywhere: your answers stay in this browser until you save \
        them as a file.",
        "分からない設問は空けておいてかまいません。回答はどこにも送信されず、ファイルに保存するまでこのブラウザーの中だけに残ります。";
    form_no_script: "This form needs JavaScript to save your answers.", "回答を保存するには、JavaScriptを有効にしてください。";
    form_not_applicable: "Does not apply to us", "該当なし（自社には当てはまらない）";
    form_clear: "Clear this answer", "この回答を取り消す";
    form_note: "Note or evidence", "メモ・根拠";
    form_answered: "answered", "問に回答済み";
    form_save: "Save the answer file", "回答ファイルを保存";
    form_load: "Open an answer file", "回答ファイルを開く";
    form_start_again: "Clear the form", "すべて消去";
    form_sure: "Clear all answers in this form?", "このフォームの回答をすべて消去しますか。";
    form_left: "Questions still open: ", "未回答の設問数：";
    form_range: "Each of them widens the range of the result.", "未回答が多いほど、結果の幅が広がります。";
    form_to_open: "Go to the first open question", "最初の未回答へ移動";
    form_save_open: "Save all the same", "このまま保存";
    form_saved: "Saved. Send the file to whoever collects the answers.", "保存しました。取りまとめ担当者にファイルを送ってください。";
    form_loaded: "The answers are in the form.", "回答を読み込みました。";
    form_not_loaded: "This file is no answer file for this assessment, or is damaged.",
        "このファイルは、この診断の回答ファイルではないか、壊れています。";
    form_other_major: "This file answers another major version of the assessment, in which answers may mean something else. Please \
        answer again.",
        "このファイルは、回答の意味が異なるおそれのある別のメジャーバージョンのものです。お手数ですが、もう一度回答してください。";
    form_in_part: "This file does not wholly fit this version of the assessment. What does not fit was left out: read the \
        answers again.",
        "このファイルは、この診断のバージョンと完全には一致しません。合わない回答は読み込んでいないため、回答を確認してください。";
    form_not_kept: "This browser does not keep answers. Save a file before you close the page.",
        "このブラウザーでは回答を保持できません。ページを閉じる前にファイルへ保存してください。";
}
