//! What the arguments of `cxm plan --start` and `cxm act` are for, in Japanese: see `help`.

pub(super) const PLAN: &[(&str, &str)] = &[
    (
        "Lay the plan on the calendar from this day on: one action after another, Monday to Friday",
        "この日から始まる日程を組みます。施策を1件ずつ、月曜から金曜に進めます",
    ),
    (
        "How much effort there is for it a week, in the unit that the result shows",
        "1週間に使える工数。結果に表示される単位で指定します",
    ),
    (
        "A page with the plan on the calendar, to hand over or to print; with --start",
        "日程を示したページ。配布や印刷用。--start とともに使います",
    ),
    (
        "For task boards, with the columns that Jira and Planner import; with --start",
        "タスク管理ツール用：JiraやPlannerに取り込む列。--start とともに使います",
    ),
    (
        "For Excel: the calendar with a chart, and the plan; with --start",
        "Excel用：図付きの日程と計画。--start とともに使います",
    ),
    (
        "For calendars (iCalendar): an event for each action; with --start",
        "カレンダー用（iCalendar）：施策ごとに予定1件。--start とともに使います",
    ),
    // act
    ("Answers in TOML or JSON", "TOMLまたはJSONの回答"),
    (
        "Actions, by id, by how one begins, or by title; without any, all are listed",
        "施策。ID、IDの先頭部分、または施策名。なければ一覧を表示します",
    ),
    ("They are done", "実施済みにします"),
    ("They are being done", "実施中にします"),
    ("They are out of the question", "対象外にします"),
    ("Nobody has begun with them after all", "未着手に戻します"),
    ("Who does them; \"\" for nobody", "担当者。\"\" で削除"),
    ("Until when, such as 2027-03-01; \"\" for no day", "期限（例：2027-03-01）。\"\" で削除"),
    (
        "What they cost you, each, in the unit that results show; \"\" for what the assessment says",
        "それぞれの工数を、結果に表示される単位で指定します。\"\" で診断の工数に戻します",
    ),
    ("A remark; \"\" for none", "メモ。\"\" で削除"),
    (
        "The assessment: an id, or the path of a definition [default: the one the answers name]",
        "診断。ID、または定義ファイルのパス［既定値：回答に書かれた診断］",
    ),
];
