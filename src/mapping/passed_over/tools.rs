//! Columns in which programs for forms say what became of a response: a preview, spam, not finished, deleted.
//!
//! A column counts only among others of the same program: `Status` alone may be anything. What a program writes into it is
//! known both ways, so that a word that is new here is said and not taken for either.

use super::Kind;
use super::limesurvey::{LAST_PAGE, START_LANGUAGE, SUBMITTED};
use crate::mapping::{Columns, Meaning, plain};
use crate::text::clean;

/// What a program says of responses.
struct Program {
    /// A table is its own only with a column of each of these names.
    columns: &'static [Names],
    marks: &'static [Mark],
    /// What it writes for a question that was not shown or not answered.
    not_answered: &'static [&'static str],
}

/// What a column is called: any of these.
type Names = &'static [&'static str];

/// A column that says what became of a response.
#[derive(Clone, Copy, Debug)]
struct Mark {
    column: Names,
    values: Values,
}

#[derive(Clone, Copy, Debug)]
enum Values {
    /// Those of responses that count, and those of others with what they are.
    Words(&'static [&'static str], &'static [(Kind, &'static [&'static str])]),
    /// A percentage: what is below 100 is not finished.
    Progress,
    /// When the response came in: it did not where it is empty.
    Submitted,
}

use Kind::{NotApproved, ScreenedOut, Spam, Test, Unfinished};

const PROGRAMS: &[Program] = &[
    // Qualtrics, by the ids of its columns or by their labels.
    Program {
        columns: &[&["responseid", "response id"], &["recordeddate", "recorded date", "responseset"]],
        marks: &[
            Mark {
                column: &["status", "response type"],
                values: Values::Words(
                    &[
                        "0",
                        "ip address",
                        "4",
                        "imported",
                        "16",
                        "offline",
                        "32",
                        "ex",
                        "36",
                        "48",
                        "ex offline",
                        "132",
                        "reimported imported",
                    ],
                    &[
                        (
                            Test,
                            &[
                                "1",
                                "survey preview",
                                "2",
                                "survey test",
                                "9",
                                "survey preview spam",
                                "17",
                                "offline survey preview",
                                "256",
                                "synthetic",
                            ],
                        ),
                        (Spam, &["8", "spam", "12", "imported spam", "40", "ex spam"]),
                    ],
                ),
            },
            Mark {
                column: &["distributionchannel", "distribution channel"],
                values: Values::Words(
                    &[
                        "anonymous",
                        "email",
                        "gl",
                        "qr",
                        "social",
                        "sms",
                        "corpsms",
                        "mobile",
                        "web",
                        "offline",
                        "ticket",
                    ],
                    &[(Test, &["preview", "test"])],
                ),
            },
            FINISHED,
            Mark { column: &["progress"], values: Values::Progress },
        ],
        not_answered: &[],
    },
    // The same by its Japanese labels.
    Program {
        columns: &[&["回答id"], &["記録日"], &["回答タイプ"]],
        marks: &[
            Mark {
                column: &["回答タイプ"],
                values: Values::Words(
                    &["ipアドレス", "インポート", "インポート済み", "オフライン"],
                    &[
                        (
                            Test,
                            &[
                                "調査のプレビュー",
                                "アンケートのプレビュー",
                                "プレビュー",
                                "調査のテスト",
                                "アンケートのテスト",
                            ],
                        ),
                        (Spam, &["スパム"]),
                    ],
                ),
            },
            Mark {
                column: &["終了", "完了"],
                values: Values::Words(&["真", "true", "1", "はい"], &[(Unfinished, &["偽", "false", "0", "いいえ"])]),
            },
            Mark { column: &["進行状況", "進捗"], values: Values::Progress },
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
        columns: &[&["start date (utc)"], &["submit date (utc)"]],
        marks: &[Mark {
            column: &["response type"],
            values: Values::Words(&["completed"], &[(Unfinished, &["started", "partial"])]),
        }],
        not_answered: &[],
    },
    // Alchemer, once SurveyGizmo.
    Program {
        columns: &[
            &["response id"],
            &["sessionid", "legacy comments", "contact id"],
            &["date submitted", "time started"],
        ],
        marks: &[Mark { column: &["status"], values: STATE }],
        not_answered: &[],
    },
    Program {
        columns: &[&["response id"], &["time started"], &["date submitted"]],
        marks: &[Mark { column: &["status"], values: STATE }],
        not_answered: &[],
    },
    // Formsite.
    Program {
        columns: &[&["reference #"], &["finish time", "finish date", "start time"]],
        marks: &[Mark { column: &["status"], values: STATE }],
        not_answered: &[],
    },
    // Programs that call it by a name that can mean nothing else, such as QuestionPro.
    Program {
        columns: &[],
        marks: &[Mark { column: &["response status", "completion status"], values: STATE }],
        not_answered: &[],
    },
    // Formbricks.
    Program { columns: &[&["response id"], &["survey id"]], marks: &[FINISHED], not_answered: &[] },
    // SoSci Survey.
    Program {
        columns: &[&["case"], &["questnnr"], &["lastpage"]],
        marks: &[
            Mark {
                column: &["mode"],
                values: Values::Words(&["interview", "panel"], &[(Test, &["pretest", "admin", "preview", "debug"])]),
            },
            FINISHED,
        ],
        not_answered: &["-9"],
    },
    // Unipark, whose numbers of answers begin with 1.
    Program {
        columns: &[&["lfdn"], &["dispcode", "tester", "external_lfdn"]],
        marks: &[
            Mark { column: &["tester"], values: Values::Words(&["0"], &[(Test, &["1"])]) },
            Mark {
                column: &["dispcode"],
                values: Values::Words(
                    &["31", "32", "33", "34"],
                    &[(Unfinished, &["11", "12", "20", "21", "22", "23"]), (ScreenedOut, &["35", "36", "37", "41"])],
                ),
            },
        ],
        not_answered: &["0", "-77", "-66", "-99"],
    },
    // KoboToolbox, ODK Central and SurveyCTO: what a reviewer said.
    Program {
        columns: &[&["_uuid"], &["_submission_time"]],
        marks: &[Mark {
            column: &["_validation_status"],
            values: Values::Words(
                &["approved", "validation_status_approved", "on hold", "validation_status_on_hold"],
                &[(NotApproved, &["not approved", "validation_status_not_approved"])],
            ),
        }],
        not_answered: &[],
    },
    Program {
        columns: &[&["key"], &["submitterid", "formdef_version", "formversion"]],
        marks: &[Mark {
            column: &["reviewstate", "review_status"],
            values: Values::Words(
                &["approved", "hasissues", "edited", "received", "none"],
                &[(NotApproved, &["rejected"])],
            ),
        }],
        not_answered: &[],
    },
    // Creative Survey.
    Program {
        columns: &[&["no"], &["回答日", "回答日時"]],
        marks: &[Mark {
            column: &["ステータス"],
            values: Values::Words(
                &["完了", "回答完了", "回答済み"],
                &[
                    (Unfinished, &["途中", "途中回答", "回答途中", "回答中", "未完了", "途中離脱", "離脱", "中断"]),
                    (ScreenedOut, &["対象外", "スクリーニングアウト"]),
                    (Test, &["テスト", "テスト回答", "プレビュー"]),
                ],
            ),
        }],
        not_answered: &[],
    },
];

/// Whether the response was brought to its end.
const FINISHED: Mark = Mark {
    column: &["finished"],
    values: Values::Words(&["true", "1", "yes"], &[(Unfinished, &["false", "0", "no"])]),
};

const STATE: Values = Values::Words(
    &["complete", "completed", "finished", "submitted"],
    &[
        (Unfinished, &["partial", "partially completed", "incomplete", "started", "in progress", "abandoned"]),
        (ScreenedOut, &["disqualified", "terminated", "screened out", "over quota", "overquota"]),
        (NotApproved, &["deleted", "rejected"]),
        (Test, &["test", "test data", "preview"]),
    ],
);

/// What a table says of its responses, by the columns that it has.
#[derive(Debug, Default)]
pub(super) struct Marks {
    list: Vec<Marked>,
}

/// A column that says what became of a response.
#[derive(Debug)]
struct Marked {
    /// Its place among those that are carried along.
    place: usize,
    values: Values,
}

/// What a cell says of its response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said {
    /// It counts, or nothing is said.
    Counts,
    Is(Kind),
    /// A word that is not known.
    Unknown,
}

impl Marks {
    /// Of a table with these columns, and with these rows above its header: programs write ids there.
    pub(super) fn new(columns: &Columns, above: &[Vec<String>]) -> Self {
        let carried = columns.list.iter().enumerate().filter(|(_, column)| column.is_carried());
        let called = carried.map(|(at, column)| {
            let above = above.iter().filter_map(|row| row.get(at));
            std::iter::once(&column.header).chain(above).map(|header| plain(header)).collect()
        });
        let called: Vec<Vec<String>> = called.collect();
        let place = |names: Names| place(&called, names);
        let marks = programs(&called).flat_map(|program| program.marks);
        let mut list: Vec<Marked> = Vec::new();
        for mark in marks {
            if let Some(place) = place(mark.column).filter(|place| list.iter().all(|known| known.place != *place)) {
                list.push(Marked { place, values: mark.values });
            }
        }
        list.extend(redcap(columns).into_iter().map(|place| Marked { place, values: REDCAP }));
        Self { list }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The places of the columns among those that are carried along.
    pub(super) fn columns(&self) -> impl Iterator<Item = usize> {
        self.list.iter().map(|marked| marked.place)
    }

    /// How a cell reads of the column at `at` in the list.
    pub(super) fn word(&self, at: usize, cell: &[u8]) -> String {
        match self.list[at].values {
            Values::Submitted => "empty".to_owned(),
            Values::Progress => "below 100".to_owned(),
            Values::Words(..) => format!("`{}`", clean(&String::from_utf8_lossy(cell)).trim()),
        }
    }

    /// What the cell of the column at `at` in the list says.
    pub(super) fn said(&self, at: usize, cell: &[u8]) -> Said {
        let text = plain(&String::from_utf8_lossy(cell));
        match self.list[at].values {
            Values::Submitted if text.is_empty() => Said::Is(Unfinished),
            Values::Submitted => Said::Counts,
            _ if text.is_empty() => Said::Counts,
            Values::Progress => match text.split(['.', '%']).next().and_then(|whole| whole.trim().parse::<u8>().ok()) {
                Some(100) => Said::Counts,
                Some(0..100) => Said::Is(Unfinished),
                _ => Said::Unknown,
            },
            Values::Words(counts, _) if counts.contains(&text.as_str()) => Said::Counts,
            Values::Words(_, others) => {
                let kind = others.iter().find(|(_, words)| words.contains(&text.as_str()));
                kind.map_or(Said::Unknown, |(kind, _)| Said::Is(*kind))
            }
        }
    }
}

/// What the programs that made a table with these columns write for a question that was not shown or not answered.
pub fn not_answered(columns: &Columns) -> impl Iterator<Item = &'static str> {
    let carried = columns.list.iter().filter(|column| column.is_carried());
    let called: Vec<Vec<String>> = carried.map(|column| vec![plain(&column.header)]).collect();
    programs(&called).flat_map(|program| program.not_answered).copied().collect::<Vec<_>>().into_iter()
}

/// The programs whose columns are among those that are called so.
fn programs(called: &[Vec<String>]) -> impl Iterator<Item = &'static Program> {
    PROGRAMS.iter().filter(|program| program.columns.iter().all(|names| place(called, names).is_some()))
}

fn place(called: &[Vec<String>], names: Names) -> Option<usize> {
    called.iter().position(|headers| headers.iter().any(|header| is_called(header, names)))
}

/// Whether a header is one of these names, or an id of these with its text behind it: `submitdate. Date submitted`.
fn is_called(header: &str, names: Names) -> bool {
    names.iter().any(|name| header.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(". ")))
}

/// REDCap's own word for each of its forms.
const REDCAP: Values = Values::Words(&["2", "complete", "1", "unverified"], &[(Unfinished, &["0", "incomplete"])]);

/// The places of the columns in which REDCap says whether a form is complete that asks any of the questions: it closes
/// the columns of its form. Only where the form was a survey: what is typed in by hand is incomplete until someone says
/// otherwise, and most never do.
fn redcap(columns: &Columns) -> Vec<usize> {
    let mut places = Vec::new();
    let (mut place, mut asks, mut survey) = (0, false, false);
    for column in &columns.list {
        let header = plain(&column.header);
        asks |= matches!(column.meaning, Meaning::Question(..) | Meaning::QuestionOption(..));
        survey |= ["redcap_survey_identifier", "survey identifier", "survey timestamp"].contains(&header.as_str())
            || header.ends_with("_timestamp");
        if column.is_carried() {
            if header == "complete?" || header.ends_with("_complete") {
                if asks && survey {
                    places.push(place);
                }
                asks = false;
            }
            place += 1;
        }
    }
    places
}
