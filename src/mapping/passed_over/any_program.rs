//! Columns that say what became of a response whichever program made the table: by names that can mean nothing else, or by words.

use super::Kind::{NotApproved, ScreenedOut, Spam, Test, Unfinished};
use super::mark::{Mark, Names, Values};

const YES: &str = "1|1.0|true|t|yes|y|on|x|✓|✔|☑|✅|レ|○|〇|◯|●|ja|wahr|oui|vrai|sí|si|sì|vero|sim|verdadero|да|是|예|はい|\
    有|該当";
const NO: &str = "0|0.0|false|f|no|n|off|nein|falsch|non|faux|falso|nee|não|nej|нет|否|아니요|いいえ|×|✕|✗|✘|☓|❌|無";

/// Words of a response that was not brought to its end.
const UNFINISHED: &str = "partial|partially completed|partially_completed|partially complete|partial complete|partial response|\
    incomplete|not finished|not completed|not complete|unfinished|not submitted|draft|unvollständig|\
    nicht abgeschlossen|nicht beendet|nicht vollständig|unvollendet|entwurf|partiel|partielle|incomplet|\
    incomplète|non terminé|non terminée|inachevé|inachevée|brouillon|incompleta|incompleto|parcial|\
    no terminado|no terminada|no finalizado|no completado|no completada|sin terminar|borrador|parziale|\
    non completato|non terminato|bozza|não concluído|não finalizado|rascunho|onvoltooid|onvolledig|\
    niet voltooid|niet afgerond|ofullständig|ej slutförd|inte slutförd|niekompletna|nieukończona|\
    не завершено|не завершен|не завершён|незавершенный|черновик|未完了|未完成|回答未完了|途中|途中回答|\
    回答途中|途中離脱|途中保存|中断|下書き|一時保存|部分的|未送信|未提出|草稿|未提交|미완료|\
    abandoned|dropped out|dropout|drop-out|drop out|break off|breakoff|broken off|abgebrochen|abbruch|en cours|\
    abandonné|abandonnée|abandon|interrompu|interrompue|abandonado|abandonada|interrumpido|interrumpida|\
    abbandonato|abbandonata|interrotto|interrompido|afgebroken|avbruten|przerwana|прерван|прервано|回答中|离脱|離脱|\
    已中断|중단|break-off|unsubmitted|not yet submitted|partial submission|teilweise|teilweise ausgefüllt|\
    teilweise beantwortet|neúplné|neúplná|neúplný|nedokončeno|nedokončené|nedokončená|nedokončený|přerušeno|přerušené|\
    přerušená|niekompletne|niekompletny|nieukończone|nieukończony|niedokończone|niedokończona|przerwane|przerwany|\
    przerwano|wersja robocza|afbrudt|delvis|delvist|delvist udfyldt|ikke fuldført|ikke gennemført|ikke afsluttet|\
    ufuldstændig|kladde|avbrutt|ufullstendig|ikke fullført|keskeytetty|keskeytynyt|keskeneräinen|luonnos|utkast|\
    avbrutet|oavslutad|ej slutfört|inte slutfört|gedeeltelijk|gedeeltelijk ingevuld|réponse incomplète|未答完|\
    中途退出|部分完成|임시저장|임시 저장|미제출";
/// Words of one that was begun, which may be about something else where nothing tells what the column is about.
const BEGUN: &str = "in progress|in_progress|in-progress|started|not started|suspended|in bearbeitung|begonnen|angefangen|\
    gestartet|commencé|commencée|en curso|en progreso|iniciado|iniciada|in corso|iniziato|em andamento|bezig|\
    påbörjad|pågående|w trakcie|в процессе|начат|進行中|进行中|진행 중|w toku|rozpracováno|probíhá|påbegyndt|i gang|kesken|作成中|작성중|작성 중|concept|koncept";
/// Words of one that the form ended.
const SCREENED: &str = "disqualified|screened out|screened-out|screened|screen out|screenout|over quota|overquota|quota full|\
    quotafull|quotamet|quota met|スクリーンアウト|スクリーニングアウト";
/// Words of one that was taken away, or that does not hold.
const INVALID: &str = "deleted|excluded|exclude|drop|dropped|not selected|rejected|not approved|invalid|void|voided|trash|trashed|withdrawn|rejectedbysupervisor|\
    rejectedbyheadquarters|not valid|declined|denied|fake|afgekeurd|avvisad|annulé|annulée|取消|キャンセル|差し戻し|差戻し|差戻|不正回答|不正|无效|\
    gelöscht|ungültig|ausgeschlossen|abgelehnt|supprimé|supprimée|invalide|rejeté|\
    eliminado|eliminada|inválido|inválida|rechazado|rechazada|無効|無効回答|削除|削除済み|削除済|除外|却下";
const PREVIEW: &str = "survey preview|survey test|preview|test data|テスト回答|テストデータ|プレビュー";
const JUNK: &str = "spam|possible spam|迷惑メール|スパム";

/// What a column is called that says it of its responses: each as [`bare`] gives it.
const STATUSES: Names = "responsestatus|completionstatus|entrystatus|submissionstatus|surveystatus|interviewstatus|\
    assignmentstatus|formstatus|recordstatus|answerstatus|respondentstatus|participantstatus|\
    participationstatus|questionnairestatus|displaystatus|responsestate|submissionstate|answerstate|\
    validationstatus|antwortstatus|teilnahmestatus|fragebogenstatus|statutdelaréponse|statutréponse|\
    estadodelarespuesta|回答状況|回答ステータス|回答状態|提出状況|提出ステータス";

/// What they are called, each as [`bare`] gives it, and what stands there.
pub(super) const ANY: &[Mark] = &[
    // What became of a response.
    Mark { column: STATUSES, values: STATE },
    Mark {
        column: "status|state|systemreviewstate|承認ステータス|承認状態|承認状況|レコード状態|レコードステータス|スクリーニング|スクリーニング結果|\
            クリーニング|クリーニング結果|チェック結果|データチェック|responsetype|reviewstate|reviewstatus|ステータス|状態|状況|statut|etat|état|estado|stato|\
            zustand|situação|статус|状态|상태|stav|tila|stan|狀態|bearbeitungsstand|bearbeitungsstatus|collectorstatus|\
            completion|答题状态|答題狀態|作答状态|答卷状态|填写状态|完成状态|응답상태|제출상태|stavodpovědi|\
            statusodpowiedzi|svarstatus|vastauksentila|approval|approvalstatus|approvalstate|moderation|submission|collector|collectionmode|\
            moderationstatus|stage|submissiontype|workflowstate|workflowstatus|distributionchannel|label|labels|tag|tags|flag|flags|qterminate|terminate|判定|判定結果|\
            フラグ|区分|回答区分|データ区分",
        values: PLAIN,
    },
    Mark {
        column: "changetype|operationtype|operation|op|cdcoperation",
        values: Values::Only(&[], &["d|delete|deleted"]),
    },
    Mark { column: OUTCOMES, values: Values::Only(&[], &[UNFINISHED, BEGUN, SCREENED]) },
    Mark { column: "type|entrytype", values: Values::Only(&[], &["partial|abandoned"]) },
    Mark { column: "qterminateflag", values: Values::Filled(Some(ScreenedOut)) },
    // Whether it was brought to its end. REDCap's `Complete?` is another matter.
    Mark {
        column: "progress|progress%|percentcomplete|%complete|complete%|completion%|%completed|percentcompleted|percentagecomplete|completionpercentage|\
            percentagecompleted",
        values: Values::Progress,
    },
    Mark {
        column: "finished|complete|completed|surveycompleted|surveyfinished|responsecomplete|responsecompleted|submitted|\
            beendet|abgeschlossen|terminé|terminée|complété|completado|completada|finalizado|terminado|completato|\
            voltooid|完了|回答完了|完答|提出済み|送信済み",
        values: Values::Only(&[(Unfinished, NO), (Unfinished, UNFINISHED), (Unfinished, BEGUN)], &[]),
    },
    Mark {
        column: "draft|indraft|partial|incomplete|unfinished|abandoned|dropout|droppedout|brokenoff|brouillon|entwurf|\
            unvollständig|abgebrochen|下書き|途中|途中離脱|未完了",
        values: Values::Only(&[(Unfinished, YES), (Unfinished, UNFINISHED), (Unfinished, BEGUN)], &[]),
    },
    // Whether it is one.
    Mark {
        column: "istest|isthisatest|testsubmission|testdatensatz|testresponse|testdata|istestdata|testrecord|testmode|testflag|ispreview|isdummy|テスト回答|\
            テストデータ|テストフラグ",
        values: Values::Only(&[(Test, YES), (Test, PREVIEW), (Test, "test|テスト")], &[]),
    },
    Mark { column: SCREENED_OUT, values: Values::Only(&[(ScreenedOut, YES), (ScreenedOut, SCREENED)], &[]) },
    Mark { column: "livemode", values: Values::Only(&[(Test, NO), (Test, "test")], &[]) },
    Mark { column: "spam|迷惑メール", values: Values::Only(&[(Spam, YES), (Spam, JUNK)], &[]) },
    // A day there may be that on which it was left out.
    Mark { column: LEFT_OUT, values: Values::Unlike(&[NO, KEPT], &[(NotApproved, YES), (NotApproved, INVALID)]) },
    Mark {
        column: "deletedat|abcdcdeletedat|deletedon|datedeleted|deletiondate|withdrawnat|withdrawnon|withdrawaldate|rejectedat|\
            excludedat|削除日|削除日時|gelöschtam",
        values: Values::Filled(Some(NotApproved)),
    },
    Mark { column: COUNTED, values: Values::Only(&[(NotApproved, NO), (NotApproved, INVALID)], &["対象外"]) },
    // Perhaps.
    Mark {
        column: "test|sandbox|demo|practice|dummy|preview|テスト|プレビュー", values: Values::Only(&[], &[YES])
    },
    Mark {
        column: "duplicate|dup|isduplicate|duplicated|duplicaterespondent|qduplicaterespondent|qballotboxstuffing|qrelevantidduplicate|\
            doublon|重複|重複回答|speeder|speeding|straightliner|straightlining|outlier|flagged|suspicious|suspect|\
            fraud|fraudulent|bot|archived|外れ値|対象外|expired|canceled|cancelled",
        values: Values::Only(
            &[],
            &[YES, "duplicate|dup|doppelt|duplikat|doublon|duplicado|重複|speeder|bot|fraud|suspicious|flagged"],
        ),
    },
    Mark {
        column: "use|islatest|latest|lastversion|islastversion|qapassed|current|eligible|qualified|attentioncheck|attentioncheckpassed|passedattentioncheck|latestversion|latestresponse|iscurrent|mostrecent|最新|consent|consented|consentgiven|informedconsent|\
            同意|対象|keep|usable|isactive|live|doyouagreetotakepart|doyouconsent|doyouconsenttotakepart|doyouagreetoparticipate|\
            doyouconsenttoparticipate|iagreetotakepart|iconsenttotakepart|調査への同意|参加同意|einwilligung|consentement|consentimiento",
        values: Values::Only(&[], &[NO, REFUSED]),
    },
    Mark {
        column: "mode|environment|env",
        values: Values::Only(&[], &["test|testing|dev|development|staging|sandbox|preview|debug|demo|pretest|テスト"]),
    },
    Mark {
        column: "exclusionreason|reasonforexclusion|exclusionreasons|excludereason|rejectionreason|ausschlussgrund|\
            motifdexclusion|除外理由|削除理由|無効理由|supersededby|replacedby|duplicateof|mergedinto|\
            deprecatedid|revisionof|replaces|supersedes|amends",
        values: Values::Filled(None),
    },
    Mark {
        column: "qc|qualitycheck|qcstatus|quality|reviewquality|qualitycontrol|dataquality",
        values: Values::Only(&[], &["reject|rejected|fail|failed|bad|ng|invalid|excluded|exclude|fake|poor"]),
    },
    Mark { column: REMARKS, values: Values::Only(&[(NotApproved, REMARKED)], &[ASIDE]) },
    Mark { column: CAME_IN, values: Values::Unless("|null|none|na|n/a|nan|-") },
];

/// What stands there of one that is not.
const KEPT: &str =
    "valid|ok|active|kept|included|counted|approved|gültig|valide|válido|有効|有効回答|対象|正常|承認|採用|問題なし";
/// What stands in the others beside that.
const REFUSED: &str = "failed|fail|nicht bestanden|durchgefallen|échoué|不合格|i do not agree|i don't agree|i disagree|disagree|i do not consent|\
    i don't consent|no consent|not given|refused|declined|no, i do not agree|no, i do not consent|no, i don't agree|no, i don't consent|\
    ich stimme nicht zu|nicht einverstanden|je n'accepte pas|je refuse|no acepto|同意しない|同意しません|同意なし";
/// What a column is called that may say how a response ended, and may say something else.
const OUTCOMES: Names = "disposition|outcome|result|ergebnis|résultat|resultado|risultato|結果|réponse";
/// What a column is called that says of a response that the form ended it.
const SCREENED_OUT: Names = "disqualified|screenedout|screenout|overquota|quotafull";
/// What a column is called in which something is remarked, and what says there that a response does not count, if it stands alone.
const REMARKS: Names = "備考|備考欄|コメント|メモ|note|notes|remark|remarks|comment|comments|memo|kommentar|bemerkung|bemerkungen|anmerkung|\
    commentaire|remarque|comentario|observaciones|internalcomment|internalcomments|internalnote|internalnotes|internalremark|adminnote|\
    adminnotes|admincomment|reviewercomment|reviewercomments|reviewernote|reviewernotes|管理メモ|内部メモ|社内メモ|事務局メモ";
/// The same of what it may be said.
const ASIDE: &str = "test|test data|test entry|test response|duplicate|テスト|テスト送信|テスト送信です|テスト回答|テスト回答です|テストデータです|テスト入力|ダミー|ダミーデータ|重複|重複回答|集計から除外|集計対象外|要削除|\
    do not use|do not count|ignore|please ignore|exclude|please exclude|delete|please delete|to be deleted|dummy|dummy data|spam|\
    test - please ignore|test, please ignore|test - please delete|test, please delete|test please delete|test please ignore|\
    test, bitte löschen|test - bitte löschen|bitte löschen|nicht verwenden|doppelt|doublon|à supprimer|prueba|duplicado|duplicada";
const REMARKED: &str = "invalid|invalid response|invalid answer|void|voided|excluded|deleted|withdrawn|ungültig|gelöscht|ausgeschlossen|\
    supprimé|invalide|eliminado|inválido|無効|無効回答|無効票|削除|削除済み|削除済|除外";
/// What a column is called that says when a response was brought to its end.
const CAME_IN: Names = "completedat|completedon|completeddate|datecompleted|submittedat|submittedon|submitteddate|submitdate|\
    datesubmitted|finishedat|finishedon";
/// What a column is called that says of a response that it is left out.
const LEFT_OUT: Names = "deleted|fivetrandeleted|todelete|tobedeleted|optout|optedout|retracted|invalidated|remove|reject|intrash|obsolete|replaced|löschen|無効票|不正回答|不正|drop|dropped|omit|omitted|exclude|excluded|excludefromanalysis|excludedfromanalysis|removed|discard|discarded|ignore|\
    ignored|invalid|void|voided|rejected|superseded|withdrawn|withdrew|consentwithdrawn|withdrewconsent|\
    consentrevoked|gelöscht|ausgeschlossen|ungültig|supprimé|exclu|eliminado|excluido|除外|除外対象|\
    集計除外|集計対象外|分析除外|分析対象外|削除|削除済み|削除済|無効|無効回答|同意撤回";
/// What a column is called that says that it counts.
const COUNTED: Names = "filter_$|counted|valid|validresponse|include|included|includeinanalysis|includedinanalysis|inanalysis|includeinreport|\
    includeinscore|useinanalysis|useforanalysis|approved|gültig|valide|válido|有効|有効回答|有効無効|\
    集計対象|分析対象|集計";

/// What a response is that does not count, where the name of the column may be anybody's.
const PLAIN: Values = Values::Only(
    &[(Test, PREVIEW), (Spam, JUNK), (Unfinished, UNFINISHED), (ScreenedOut, SCREENED), (NotApproved, INVALID)],
    &[PERHAPS, BEGUN],
);
const PERHAPS: &str = "canceled|cancelled|terminated|returned|timed-out|timed out|overdue|expired|never submitted|test|hasissues|\
    has issues|saved|pending|open|paused|stopped|flagged|error|failed|refused|duplicate|superseded|archived|speeder|ng|ストレートライナー|ストレートライン|不備|要確認|矛盾回答|短時間回答|対象外|テスト|重複|スクリーニング|未回答";

/// What stands in a column that can mean nothing else.
pub(super) const STATE: Values = Values::Words(
    "complete|completed|finished|final|finalized|finalised|closed|accepted|accept|valid|validated|ok|submitted|active|approved|on hold|approvedbysupervisor|\
        approvedbyheadquarters|beendet|abgeschlossen|vollständig|terminé|terminée|complet|complète|completo|\
        completa|completado|completada|finalizado|finalizada|完了|回答完了|回答済み|完答|有効|有効回答|提出済み|\
        送信済み",
    &[
        (Unfinished, UNFINISHED),
        (Unfinished, BEGUN),
        (ScreenedOut, SCREENED),
        (ScreenedOut, "terminated|対象外"),
        (NotApproved, INVALID),
        (Test, PREVIEW),
        (Test, "test|テスト"),
        (Spam, JUNK),
    ],
);

/// A header as the names here are written: its letters and numbers without what joins them, and without what says that it is a
/// flag.
pub(super) fn bare(header: &str) -> [String; 2] {
    // REDCap's own says whether somebody has looked at the response, and is asked for among its forms.
    if header == "complete?" {
        return Default::default();
    }
    let bare: String = header.chars().filter(|c| c.is_alphanumeric() || *c == '%').collect();
    let short = bare.strip_prefix("is").unwrap_or(&bare);
    let short = ["flag", "フラグ", "区分"].iter().find_map(|flag| short.strip_suffix(flag)).unwrap_or(short).to_owned();
    [bare, short]
}
