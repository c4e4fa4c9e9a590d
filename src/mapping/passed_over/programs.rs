//! The programs for forms whose tables are known, by their columns, and what they write of responses.

use super::any_program::STATE;
use super::limesurvey::{LAST_PAGE, START_LANGUAGE, SUBMITTED};
use super::mark::{Mark, Names, Program, Values};

use super::Kind::{NotApproved, ScreenedOut, Spam, Test, Unfinished};

pub(super) const PROGRAMS: &[Program] = &[
    // Qualtrics, by the ids of its columns or by their labels.
    Program {
        columns: &["responseid|response id", "recordeddate|recorded date|responseset"],
        marks: &[
            Mark {
                column: "status|response type",
                values: Values::Words(
                    "0|ip address|4|imported|16|offline|32|ex|36|48|ex offline|132|reimported imported",
                    &[
                        (
                            Test,
                            "1|survey preview|2|survey test|9|survey preview spam|17|offline survey preview|256|synthetic",
                        ),
                        (Spam, "8|spam|12|imported spam|40|ex spam"),
                    ],
                ),
            },
            Mark {
                column: "distributionchannel|distribution channel",
                values: Values::Words(
                    "anonymous|email|gl|qr|social|sms|corpsms|mobile|web|offline|ticket",
                    &[(Test, "preview|test")],
                ),
            },
            FINISHED,
            Mark { column: "progress", values: Values::Progress },
        ],
        not_answered: &[],
    },
    // The same by its Japanese labels.
    Program {
        columns: &["回答id", "記録日", "回答タイプ"],
        marks: &[
            Mark {
                column: "回答タイプ",
                values: Values::Words(
                    "ipアドレス|インポート|インポート済み|オフライン",
                    &[
                        (Test, "調査のプレビュー|アンケートのプレビュー|プレビュー|調査のテスト|アンケートのテスト"),
                        (Spam, "スパム"),
                    ],
                ),
            },
            Mark {
                column: "終了|完了", values: Values::Words("真|true|1|はい", &[(Unfinished, "偽|false|0|いいえ")])
            },
            Mark { column: "進行状況|進捗", values: Values::Progress },
        ],
        not_answered: &[],
    },
    // LimeSurvey.
    Program {
        columns: &[LAST_PAGE, START_LANGUAGE],
        marks: &[Mark { column: SUBMITTED, values: Values::Submitted }],
        not_answered: &["N/A"],
    },
    // Typeform.
    Program {
        columns: &["start date (utc)", "submit date (utc)"],
        marks: &[Mark {
            column: "response type",
            values: Values::Words("completed", &[(Unfinished, "started|partial")]),
        }],
        not_answered: &[],
    },
    // Alchemer, once SurveyGizmo.
    Program {
        columns: &["response id", "sessionid|legacy comments|contact id", "date submitted|time started"],
        marks: &[Mark { column: "status", values: STATE }],
        not_answered: &[],
    },
    Program {
        columns: &["response id", "time started", "date submitted"],
        marks: &[Mark { column: "status", values: STATE }],
        not_answered: &[],
    },
    // Formsite.
    Program {
        columns: &["reference #", "finish time|finish date|start time"],
        marks: &[Mark { column: "status", values: STATE }],
        not_answered: &[],
    },
    // Wufoo.
    Program {
        columns: &["entry id", "last page accessed"],
        marks: &[Mark { column: "completion status", values: Values::Words("1", &[(Unfinished, "0")]) }],
        not_answered: &[],
    },
    // Cognito Forms, in which whoever uses it names further states.
    Program {
        columns: &["entry_status", "entry_datesubmitted|entry_datecreated"],
        marks: &[Mark { column: "entry_status", values: Values::Only(&[(Unfinished, "incomplete")], &[]) }],
        not_answered: &[],
    },
    // Sphinx.
    Program {
        columns: &["progression", "date_enreg|cle|saisie"],
        marks: &[Mark {
            column: "progression",
            values: Values::Words(
                "terminé|terminée|finished|completed",
                &[(Unfinished, "en cours|commencé|abandonné|abandon|in progress")],
            ),
        }],
        not_answered: &[],
    },
    // Fillout.
    Program {
        columns: &["submission id", "current step"],
        marks: &[Mark {
            column: "status",
            values: Values::Words("finished", &[(Unfinished, "in_progress|in progress")]),
        }],
        not_answered: &[],
    },
    // formr.
    Program {
        columns: &["session", "created", "ended", "expired"],
        marks: &[
            Mark { column: "expired", values: Values::Filled(Some(Unfinished)) },
            Mark { column: "ended", values: Values::Submitted },
        ],
        not_answered: &[],
    },
    // Formbricks.
    Program { columns: &["response id", "survey id"], marks: &[FINISHED], not_answered: &[] },
    // SoSci Survey.
    Program {
        columns: &["case", "questnnr", "lastpage"],
        marks: &[
            Mark { column: "mode", values: Values::Words("interview|panel", &[(Test, "pretest|admin|preview|debug")]) },
            FINISHED,
        ],
        not_answered: &["-9"],
    },
    // Unipark, whose numbers of answers begin with 1.
    Program {
        columns: &["lfdn", "dispcode|tester|external_lfdn"],
        marks: &[
            Mark { column: "tester", values: Values::Words("0", &[(Test, "1")]) },
            Mark {
                column: "dispcode",
                values: Values::Words(
                    "31|32|33|34",
                    &[(Unfinished, "11|12|20|21|22|23"), (ScreenedOut, "35|36|37|41")],
                ),
            },
        ],
        not_answered: &["0", "-77", "-66", "-99"],
    },
    // KoboToolbox, ODK Central and SurveyCTO: what a reviewer said.
    Program {
        columns: &["_uuid", "_submission_time"],
        marks: &[Mark {
            column: "_validation_status",
            values: Values::Words(
                "approved|validation_status_approved|on hold|validation_status_on_hold",
                &[(NotApproved, "not approved|validation_status_not_approved")],
            ),
        }],
        not_answered: &[],
    },
    Program {
        columns: &["key", "submitterid|formdef_version|formversion"],
        marks: &[Mark {
            column: "reviewstate|review_status",
            values: Values::Words("approved|edited|received|none", &[(NotApproved, "rejected")]),
        }],
        not_answered: &[],
    },
    // kintone, which writes a line for each line of a table within a record, and the rest of the record in all of them.
    Program { columns: &[BEGINS], marks: &[Mark { column: BEGINS, values: Values::First }], not_answered: &[] },
    // Creative Survey.
    Program {
        columns: &["no", "回答日|回答日時"],
        marks: &[Mark {
            column: "ステータス",
            values: Values::Words(
                "完了|回答完了|回答済み",
                &[
                    (Unfinished, "途中|途中回答|回答途中|回答中|未完了|途中離脱|離脱|中断"),
                    (ScreenedOut, "対象外|スクリーニングアウト"),
                    (Test, "テスト|テスト回答|プレビュー"),
                ],
            ),
        }],
        not_answered: &[],
    },
];

/// The column in which kintone marks the first line of each record.
const BEGINS: Names = "レコードの開始行";

/// Whether a column with this plain header marks the first line of each record.
pub(super) fn begins_record(header: &str) -> bool {
    header == BEGINS
}

/// Whether the response was brought to its end.
const FINISHED: Mark = Mark { column: "finished", values: Values::Words("true|1|yes", &[(Unfinished, "false|0|no")]) };

/// REDCap's own word for each of its forms.
pub(super) const REDCAP: Values = Values::Words("2|complete|1|unverified", &[(Unfinished, "0|incomplete")]);
/// The same where nothing tells that the form was a survey, by the number and by the word.
pub(super) const PERHAPS_REDCAP: [Values; 2] = [Values::Unless("0|incomplete"), Values::Unless("incomplete")];
