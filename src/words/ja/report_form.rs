//! The form in a browser, in Japanese.

texts! {
    ReportForm for Ja;

    form_language: "言語";
    form_about: "この診断について";
    form_about_you: "回答者について";
    form_respondent: "氏名または役職";
    form_segment: "部署・区分";
    form_optional: "任意です。回答ファイルに書き込まれます。";
    form_how: "わからない設問は空けておいてかまいません。回答はどこにも送信されず、ファイルに保存するまでこのブラウザーの中だけに残ります。";
    form_no_script: "回答を保存するには、JavaScriptを有効にしてください。";
    form_not_applicable: "該当なし（自社には当てはまらない）";
    form_clear: "この回答を取り消す";
    form_note: "メモ・根拠";
    form_answered: "問に回答済み";
    form_save: "回答ファイルを保存";
    form_load: "回答ファイルを開く";
    form_start_again: "すべて消去";
    form_sure: "このフォームの回答をすべて消去しますか。";
    form_left: "未回答の設問数：";
    form_range: "未回答が多いほど、結果の幅が広がります。";
    form_to_open: "最初の未回答へ移動";
    form_save_open: "このまま保存";
    form_saved: "保存しました。取りまとめ担当者にファイルを送ってください。";
    form_loaded: "回答を読み込みました。";
    form_not_loaded: "このファイルは、この診断の回答ファイルではないか、壊れています。";
    form_other_major: "このファイルは、回答の意味が異なるおそれのある別のメジャーバージョンのものです。お手数ですが、もう一度回答してください。";
    form_in_part: "このファイルは、この診断のバージョンと完全には一致しません。合わない回答は読み込んでいないため、回答を確認してください。";
    form_not_kept: "このブラウザーでは回答を保持できません。ページを閉じる前にファイルへ保存してください。";
}
