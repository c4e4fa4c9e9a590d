//! Columns that say what became of a response whichever program made the table: by names that can mean nothing else, or by words.

use super::Kind::{NotApproved, ScreenedOut, Spam, Test, Unfinished};
use super::programs::{Mark, STATE, Values};

const YES: &[&str] = &["1", "true", "yes", "y", "x", "✓", "✔", "○", "〇", "ja", "oui", "sí", "si", "はい"];
const NO: &[&str] = &["0", "false", "no", "n", "nein", "non", "nee", "いいえ", "×"];

/// What they are called, and what stands there.
pub(super) const ANY: &[Mark] = &[
    // What became of a response.
    Mark {
        column: &[
            "response status",
            "completion status",
            "entry status",
            "submission status",
            "survey status",
            "interview status",
            "interview__status",
            "assignmentstatus",
            "form status",
            "record status",
            "response state",
            "submission state",
            "_validation_status",
            "回答状況",
            "回答ステータス",
            "回答状態",
        ],
        values: STATE,
    },
    Mark {
        column: &["status", "state", "response type", "reviewstate", "review_status", "ステータス", "statut", "estado"],
        values: PLAIN,
    },
    Mark { column: &["type", "entry type"], values: Values::Only(&[], &["partial", "abandoned"]) },
    // Whether it was brought to its end. REDCap's `Complete?` is another matter.
    Mark {
        column: &[
            "finished",
            "is finished",
            "complete",
            "completed",
            "is complete",
            "is_complete",
            "iscomplete",
            "beendet",
            "terminé",
            "完了",
        ],
        values: Values::Only(&[(Unfinished, NO)], &[]),
    },
    Mark {
        column: &["draft", "is draft", "is_draft", "isdraft", "in draft", "brouillon", "entwurf", "下書き"],
        values: Values::Only(&[(Unfinished, YES), (Unfinished, &["draft", "下書き"])], &[]),
    },
    Mark {
        column: &["progress", "progress (%)", "percent complete", "% complete", "completion %"],
        values: Values::Progress,
    },
    // Whether it is one.
    Mark {
        column: &["is test", "is_test", "istest", "test response", "test_response", "test data", "テスト回答"],
        values: Values::Only(&[(Test, YES), (Test, &["test", "テスト"])], &[]),
    },
    Mark { column: &["spam", "is spam", "is_spam"], values: Values::Only(&[(Spam, YES), (Spam, &["spam"])], &[]) },
    Mark {
        column: &["deleted", "is deleted", "is_deleted", "isdeleted", "exclude", "excluded", "除外"],
        values: Values::Only(&[(NotApproved, YES), (NotApproved, &["deleted", "excluded", "除外"])], &[]),
    },
    Mark {
        column: &["valid", "is valid", "is_valid", "include", "included", "有効", "有効/無効"],
        values: Values::Only(&[(NotApproved, NO), (NotApproved, &["invalid", "無効"])], &[]),
    },
    // Perhaps.
    Mark { column: &["test"], values: Values::Only(&[], YES) },
    Mark { column: &["duplicate", "is duplicate", "重複"], values: Values::Only(&[], YES) },
];

/// What a response is that does not count, where the name of the column may be anybody's.
const PLAIN: Values = Values::Only(
    &[
        (Test, &["survey preview", "survey test", "preview", "テスト回答"]),
        (Spam, &["spam", "possible spam"]),
        (
            Unfinished,
            &["partial", "partially completed", "partially_completed", "incomplete", "partial complete", "draft"],
        ),
        (Unfinished, &["unvollständig", "partiel", "incomplet", "incompleta", "incompleto", "parcial", "onvoltooid"]),
        (Unfinished, &["未完了", "途中", "途中回答", "回答途中", "途中離脱", "中断", "下書き", "一時保存"]),
        (
            ScreenedOut,
            &["disqualified", "screened out", "screened", "over quota", "overquota", "quota full", "quotafull"],
        ),
        (NotApproved, &["deleted", "rejected", "not approved"]),
    ],
    &[
        "in progress",
        "in_progress",
        "started",
        "not started",
        "abandoned",
        "canceled",
        "cancelled",
        "terminated",
        "returned",
        "timed-out",
        "timed out",
        "overdue",
        "expired",
        "never submitted",
        "test",
        "回答中",
        "対象外",
        "テスト",
    ],
);
