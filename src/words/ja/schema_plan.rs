//! What the keys of results are for that tell of actions and plans, in Japanese.

pub(super) const PLAN: &[(&str, &str)] = &[
    ("Who does an action, until when, and what is noted of it.", "施策の担当、期限、メモ"),
    (
        "The ids of the actions, on the route or not, of which any one could end it.",
        "単独で課題を解消できる施策のid（ルート外の施策も含む）",
    ),
    (
        "The ids of the actions on the route of which any one ends it; nothing where the route does not end it.",
        "ルート上の施策のうち、単独で課題を解消するもののid。ルートで解消されなければ空。",
    ),
    (
        "The names of the criteria, and else the titles of the actions on the route, that refer to it.",
        "この診断を参照している評価項目の名前。なければ、参照しているルート上の施策のタイトル。",
    ),
    ("The score of a criterion when a route is done.", "ルート実施後の評価項目の得点"),
    ("An action that is still to be done.", "まだ終わっていない施策"),
    ("The route to a level alone, whatever challenges there are.", "課題への対応を除き、レベルだけを目標とするルート"),
    ("The ids of its actions, in an order in which they can be done.", "施策のid（実施できる順）"),
    ("The actions that are being done.", "実施中の施策"),
    ("The actions that are done.", "実施済みの施策"),
    ("The actions whose effort the organisation estimates itself.", "工数を自社で見積もった施策"),
    ("The actions that are out of the question.", "対象外とした施策"),
    (
        "A portion of a route. What must be done first is in an earlier one, or before it in the same.",
        "ルートを分けたフェーズ。先に実施する施策は、前のフェーズか、同じフェーズの前のほうにある。",
    ),
    ("The effort of all phases before it.", "これより前のフェーズの工数の合計"),
    (
        "What has come of what was planned. Planned is what was being done, or had an owner or a day; achieved is what answers show:\nall that an action aims at is reached now, and was not before.",
        "計画のその後。計画した施策とは、前回実施中だったか、担当か期限があったもの。達成は回答から判断し、目標のうち前回は届いていなかったものがあり、今回はすべて届いた施策を達成とする。",
    ),
    ("Planned, or said to be done since, and achieved.", "計画したか、その後実施済みとされ、達成した施策"),
    ("Planned or being done, and not achieved yet.", "計画したか実施中で、まだ達成していない施策"),
    ("Achieved without having been planned.", "計画になかったが、達成した施策"),
    (
        "What has come of what was planned; none where nobody said anything of actions.",
        "計画のその後（施策についての記載がある場合）",
    ),
    ("An action and what it brings.", "施策とその効果"),
    ("The action's id.", "施策のid"),
    (
        "The ids of the challenges that it ends: on the route, where no action before it does.",
        "解消する課題のid。ルート上の施策では、前の施策で解消されるものを除く。",
    ),
    (
        "What it adds to the overall score: on the route, after the actions before it; off it, after the route.",
        "効果（総合得点の上がり幅）。ルート上の施策は前の施策の実施後、ほかの施策はルートの実施後に加えた場合。",
    ),
    ("Whether it is on the route.", "ルート上の施策かどうか"),
    (
        "The ids of the challenges that an action after it on the route ends, which needs it first.",
        "この施策を前提とするルート上の後の施策が解消する課題のid",
    ),
    ("A question that an action raises.", "施策で上がる設問"),
    (
        "The way to a level, or the best that an effort buys.",
        "レベルへのルート、または限られた工数で得られる最大の効果",
    ),
    (
        "The ids of its actions, in an order in which they can be done: first what ends challenges.",
        "施策のid（実施できる順。課題を解消するものが先）",
    ),
    (
        "What no set of actions can meet, where there is no route.",
        "ルートがない場合に、どの施策の組み合わせでも満たせない条件",
    ),
    ("The most that it may cost, for a budget.", "工数の上限（指定した場合）"),
    (
        "What it costs; none where no set of actions leads there, and none ends a challenge.",
        "工数。目標に届く施策の組み合わせがなく、課題を解消するものもなければnull。",
    ),
    (
        "Where that is not proven for a budget: what the overall score is at most.",
        "工数の上限を指定し、最大とは確認できていない場合の、総合得点の上限",
    ),
    (
        "Its actions in up to three portions of about the same effort.",
        "施策を、工数がほぼ等しい3つまでのフェーズに分けたもの",
    ),
    (
        "Whether it is proven that there is no shorter one, or for a budget none that brings more.",
        "最短と確認できているかどうか。工数の上限を指定した場合は、効果が最大と確認できているかどうか。",
    ),
    (
        "Whether it is proven as well that none of the same effort has a higher overall score.",
        "同じ工数で総合得点がより高くなるルートがないことも確認できているかどうか",
    ),
    (
        "The id of the level that it leads to; none for criteria and for a budget.",
        "到達するレベルのid。評価項目を目標とする場合と、工数の上限を指定した場合はnull。",
    ),
    (
        "A route on the calendar: one action after another, Monday to Friday.",
        "ルートの日程。施策を1件ずつ、月曜から金曜に進める。",
    ),
    ("Its actions in the order in which they are done.", "施策（実施する順）"),
    ("The effort that there is a week.", "1週間に使える工数"),
    ("An action on the calendar.", "日程に載せた施策"),
    ("The ids of the actions here that must be done first.", "この日程の中で先に実施する施策のid"),
    (
        "Whether it is on the route; else it is being done beside it.",
        "ルート上の施策かどうか。そうでなければ、ルート外で実施中の施策。",
    ),
    ("How far an action is.", "施策の状況"),
    ("An action that is not for this organisation.", "この組織には当てはまらない施策"),
    (
        "How many actions and challenges may not be for this organisation.",
        "この組織に当てはまらない可能性がある施策と課題の数",
    ),
    (
        "The option whose efforts stand in, where efforts go by it.",
        "どの選択肢の工数で計算するか（工数が属性によって変わる場合）",
    ),
    ("See `actions`.", "`actions`を参照"),
    ("The ids of these actions, in the order of the definition.", "その施策のid（定義の順）"),
    ("How many steps of actions may not be for it.", "当てはまらない可能性がある施策の手順の数"),
    (
        "The assessments that look closer at what is not in place, and at what is on the route.",
        "基準に届いていない評価項目とルート上の施策についての、さらに詳しい診断",
    ),
    (
        "Whose work every effort counts, and in what organisation, if the assessment says so.",
        "工数に、どのような組織の、誰の作業を含めるか（診断にある場合）",
    ),
    ("What the answer set says of the plan.", "計画について回答ファイルに記された内容"),
    ("Every action that would improve an answer, the route first.", "回答が上がるすべての施策（ルート上の施策が先）"),
    (
        "The way to the next level, or to the one asked for; without actions where that is attained, none on the highest.",
        "次のレベル、または指定した目標へのルート。すでに達していれば施策はなく、最高レベルではnull。",
    ),
    ("The route on the calendar, where that was asked for.", "ルートの日程（指定した場合）"),
    ("The actions that are not for this organisation.", "この組織には当てはまらない施策"),
];
