//! Everything the survey itself says on its screens, in every language.
//!
//! The texts of questions and options are the assessment's and not here; neither is how anything is drawn.

use super::paint::Hidden;
use super::state::Message;
use crate::definition::Question;
use crate::report::words;
use crate::text::{Lang, texts};

texts! {
    /// Where the respondent is: criterion and question, counted from 1, of how many.
    progress(criterion: usize, criteria: usize, question: usize, questions: usize):
        "Criterion {criterion} of {criteria} - question {question} of {questions}",
        "評価項目 {criterion}/{criteria}　設問 {question}/{questions}";
    answered(done: usize, all: usize): "{done} of {all} answered", "回答済み {done}/{all}";
    does_not_apply: "Does not apply to us", "該当なし";
    /// Behind an option: this was the answer of an earlier time.
    earlier: "(last time)", "（前回の回答）";
    note(note: &str): "Note: {note}", "メモ：{note}";
    /// In a list: this question has a note.
    has_note: "[note]", "［メモ］";
    edit_note: "Your note on this question", "この設問のメモ";
    /// In a list: this question has no answer.
    open: "open", "未回答";
    inapplicable: "n/a", "該当なし";
    /// Where there is nothing else to tell, and room for a line.
    rule: "Choose the highest option of which every word is true today.",
        "すべてが今日の時点で当てはまる選択肢のうち、最も段階の高いものを選びます。";
    /// The same before there is a question.
    rule_ahead: "In each question, choose the highest option of which every word is true.",
        "各設問では、すべて当てはまる選択肢のうち、最も段階の高いものを選びます。";
    how_to_answer: "How to answer", "回答のしかた";
    what_to_look_for: "What to look for", "確認のポイント";
    about_criterion(name: &str): "About the criterion: {name}", "評価項目「{name}」について";
    keys: "Keys", "キー操作";
    jump_title: "Where do you want to go?", "どこへ移動しますか";
    review_title: "Your answers", "回答の確認";
    none_open: "All questions are answered. You can still change every answer.",
        "すべての設問に回答済みです。回答は今からでも変更できます。";
    some_open(open: usize):
        [open; "One question is open: the result will be a range.", "{open} questions are open: the result will be a range."],
        "未回答の設問が{open}問あります。結果には幅が出ます。";
    review_all: "See all answers and finish", "回答を確認して終了する";
    finish_whole: "Finish and see the result", "回答を終えて結果を見る";
    finish_with_open(open: usize): "Finish all the same and see the result ({open} open)",
        "このまま回答を終えて結果を見る（未回答{open}問）";
    /// The overall score and the level so far.
    live(score: &str, level: &str): "{score} ({level})", "{score}（{level}）";
    not_saved: "NOT SAVED: only in memory. Every answer tries again to save.",
        "未保存：ファイルに書き込めません。回答のたびに保存し直します。";
    always_applies: "This question applies to everyone: please choose an option.",
        "この設問では「該当なし」を選べません。選択肢から選んでください。";
    no_such_option(options: usize): "This question has options 1 to {options}.", "選択肢は1から{options}までです。";
    no_such_question(questions: usize): "There are questions 1 to {questions}.", "設問は1から{questions}までです。";
    no_such_key: "This key does nothing here. On a question, ? explains the keys.",
        "このキーは使えません。設問の画面で「?」を押すとキー操作を表示します。";
    /// What of a screen has no room in the window.
    lines_above(lines: usize): [lines; "{lines} more line above", "{lines} more lines above"], "上に{lines}行";
    lines_below(lines: usize): [lines; "{lines} more line below", "{lines} more lines below"], "下に{lines}行";
    in_full: "? shows question and keys", "「?」で設問とキー操作を表示";
    no_room: "no room for the keys: make the window larger", "画面が小さいためキー操作を表示できません";
    too_small_to_go_on: "This window is too small: enlarge it (Ctrl-C leaves)", "画面が小さすぎます。広げてください（Ctrl-Cで中断）";
    too_small_to_say_more: "Window too small", "画面が小さすぎます";
    first_question: "This is the first question.", "ここが最初の設問です。";
}

// The facts about the organisation.
texts! {
    fact_progress(fact: usize, facts: usize): "About your organisation - {fact} of {facts}", "組織について　{fact}/{facts}";
    /// Above a fact.
    never_scored: "About your organisation (never scored)", "組織について（採点の対象にはなりません）";
    what_counts: "What counts", "数え方・考え方";
    /// The last row of a fact.
    not_told: "Not told", "回答しない";
    /// The last row of a fact of which several options may hold.
    that_is_all: "That is all", "以上で次へ";
    /// What it means that a fact is not told.
    stays_open: "Not told, it stays open: all that depends on it is asked and counts.",
        "回答しない場合は未定とし、関係する設問や施策をすべて対象に含めます。";
    stays_open_but(assumed: &str): "Not told, it stays open: all that depends on it counts, at the effort for \"{assumed}\".",
        "回答しない場合は未定とし、関係する内容をすべて対象に含めます。工数は「{assumed}」の場合で示します。";
    /// In a list: the fact was told.
    told: "told", "回答済";
    /// In a list: the question is not asked.
    not_asked: "not asked", "対象外";
    not_asked_since(fact: &str, told: &str): "Not asked, since you told: {fact} {told}", "対象外（{fact}→{told}）";
    is_not_asked: "This question is not asked, by what you told of your organisation (key p).",
        "組織についての回答により、この設問は対象外です（pで回答を変更できます）。";
}

/// What it means that a fact is not told; `assumed` is what its efforts are then.
pub(super) fn untold(lang: Lang, assumed: Option<&str>) -> String {
    assumed.map_or_else(|| stays_open(lang).to_owned(), |assumed| stays_open_but(lang, assumed))
}

/// The row behind the options, and what the answer n/a says.
pub(super) fn not_applicable(lang: Lang, question: &Question) -> String {
    words::with_reason(lang, does_not_apply(lang), question.not_applicable.when())
}

/// How many questions are open, above all answers.
pub(super) fn review_open(lang: Lang, open: usize) -> String {
    if open == 0 { none_open(lang).to_owned() } else { some_open(lang, open) }
}

/// What ends the survey with so many questions open.
pub(super) fn finish(lang: Lang, open: usize) -> String {
    if open == 0 { finish_whole(lang).to_owned() } else { finish_with_open(lang, open) }
}

/// What there is to tell about the last key.
pub(super) fn message(lang: Lang, message: Message) -> String {
    match message {
        Message::AlwaysApplies => always_applies(lang).to_owned(),
        Message::NoSuchOption(options) => no_such_option(lang, options),
        Message::NoSuchQuestion(questions) => no_such_question(lang, questions),
        Message::FirstQuestion => first_question(lang).to_owned(),
        Message::NotAsked => is_not_asked(lang).to_owned(),
        Message::NoSuchKey => no_such_key(lang).to_owned(),
    }
}

/// What there was no room for, on a question or elsewhere.
pub(super) fn hidden(lang: Lang, hidden: Hidden, question: bool) -> Vec<String> {
    let lines = |lines: usize, say: fn(Lang, usize) -> String| (lines > 0).then(|| say(lang, lines));
    let around = if question { in_full(lang) } else { no_room(lang) };
    let around = hidden.around.then(|| around.to_owned());
    [lines(hidden.above, lines_above), lines(hidden.below, lines_below), around].into_iter().flatten().collect()
}

/// That a window is too small, at length and briefly.
pub(super) fn too_small(lang: Lang) -> [&'static str; 2] {
    [too_small_to_go_on(lang), too_small_to_say_more(lang)]
}

/// A key and what it does.
pub(super) type Hint = (&'static str, &'static str);

/// The screens that have keys of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Screen {
    Question,
    /// A fact, and whether several options may hold.
    Fact(bool),
    /// The help, and whether there is more of it than has room.
    Help(bool),
    Jump,
    Review,
    Note,
}

/// The keys of a screen, in reading order. Those of a question begin with its digits, which the caller puts in the
/// place of the empty key.
pub(super) fn hints(lang: Lang, screen: Screen, ascii: bool, not_applicable: bool) -> Vec<Hint> {
    let arrow = |arrow, word| if ascii { word } else { arrow };
    let (up_down, left, right) = (arrow("↑↓", "Up/Down"), arrow("←", "b"), arrow("→", "s"));
    let say = |english, japanese| match lang {
        Lang::En => english,
        Lang::Ja => japanese,
    };
    let mut hints = match screen {
        Screen::Question => vec![
            ("", say("answer", "回答")),
            (up_down, say("choose", "選択")),
            ("Enter", say("confirm", "決定")),
            ("0", say("does not apply", "該当なし")),
            (left, say("back", "戻る")),
            (right, say("skip", "後で答える")),
            ("m", say("note", "メモ")),
            ("g", say("go to", "移動")),
            ("?", say("help", "ヘルプ")),
            ("q", say("save and leave", "保存して中断")),
        ],
        Screen::Fact(many) => vec![
            ("", if many { say("choose or take back", "選択・取り消し") } else { say("answer", "回答") }),
            (up_down, say("choose", "選択")),
            ("Enter", say("confirm", "決定")),
            ("0", say("not told", "回答しない")),
            (left, say("back", "戻る")),
            (right, say("go on", "次へ")),
            ("g", say("go to", "移動")),
            ("?", say("help", "ヘルプ")),
            ("q", say("save and leave", "保存して中断")),
        ],
        Screen::Help(false) => vec![(say("any key", "任意のキー"), say("back to the question", "設問に戻る"))],
        Screen::Help(true) => vec![
            (up_down, say("more", "続きを表示")),
            (say("any other key", "その他のキー"), say("back to the question", "設問に戻る")),
        ],
        Screen::Jump => vec![
            (up_down, say("choose", "選択")),
            ("Enter", say("go there", "移動")),
            ("", say("criterion", "評価項目の番号")),
            ("r", say("see all answers", "回答の確認")),
            ("Esc", say("back", "戻る")),
            ("q", say("save and leave", "保存して中断")),
        ],
        Screen::Review => vec![
            (up_down, say("choose", "選択")),
            ("Enter", say("change the answer", "回答を変更")),
            ("f", say("finish", "終了して結果へ")),
            ("g", say("go to", "移動")),
            ("Esc", say("back", "戻る")),
            ("q", say("save and leave", "保存して中断")),
        ],
        Screen::Note => {
            vec![("Enter", say("keep the note", "メモを残す")), ("Esc", say("leave it as it was", "変更を取り消す"))]
        }
    };
    if !not_applicable && screen == Screen::Question {
        hints.retain(|(key, _)| *key != "0");
    }
    hints
}

/// The keys of a question at length, for the help.
pub(super) fn key_help(lang: Lang) -> [Hint; 9] {
    match lang {
        Lang::En => [
            ("1 2 3 ...", "answer at once; 1 is the lowest step"),
            ("Up Down Enter", "choose an option and confirm it"),
            ("0 or n", "does not apply to us (where the question allows it)"),
            ("Left, b or Esc", "back one question"),
            ("Right or s", "skip; you can come back at any time"),
            ("m", "write a note: who said so, where the evidence is"),
            ("g", "go to a criterion, an open question, or all answers"),
            ("q", "leave; all is saved, and you can go on another day"),
            ("Ctrl-C", "leave at once; nothing is lost either"),
        ],
        Lang::Ja => [
            ("1 2 3 …", "その番号の選択肢で回答します（1が最も低い段階）"),
            ("↑ ↓ Enter", "選択肢を選んで決定します"),
            ("0 または n", "「該当なし」と回答します（選べる設問のみ）"),
            ("←・b・Esc", "前の設問に戻ります"),
            ("→・s", "回答せずに次へ進みます（いつでも戻れます）"),
            ("m", "メモを書きます（確認した相手や資料など）"),
            ("g", "評価項目、未回答の設問、回答一覧へ移動します"),
            ("q", "中断します（回答は保存済み。後日、続きから再開できます）"),
            ("Ctrl-C", "ただちに中断します（回答は失われません）"),
        ],
    }
}
