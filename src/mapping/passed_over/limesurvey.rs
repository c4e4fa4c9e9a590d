//! What LimeSurvey heads its columns, by their codes and in the language of whoever exports.

pub(super) const LAST_PAGE: &str = "lastpage|last page|最終ページ|最後のページ|letzte seite|dernière page|última página|ultima pagina|\
    laatste pagina";
pub(super) const START_LANGUAGE: &str = "startlanguage|start language|開始言語|開始時の言語|start-sprache|startsprache|langue de départ|\
    langue de démarrage|idioma inicial|lenguaje inicial|lingua iniziale|starttaal|taal";
pub(super) const SUBMITTED: &str = "submitdate|date submitted|回答完了日時|送信日|datum abgeschickt|date de soumission|fecha de envío|\
    data inviata|data di invio|datum indiening";
