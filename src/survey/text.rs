//! Everything the survey itself says, in every language. A missing translation does not compile.
//!
//! The texts of questions and options are the assessment's and not here; neither is how anything is drawn.

use crate::text::Lang;

/// Something the survey says.
#[derive(Clone, Copy, Debug)]
pub enum Text<'a> {
    /// Where the respondent is: criterion and question, counted from 1, of how many.
    Progress([usize; 4]),
    /// How many questions are answered, of how many.
    Answered(usize, usize),
    /// The row behind the options.
    NotApplicable,
    /// Behind an option: this was the answer of an earlier time.
    Earlier,
    /// The note to the question.
    Note(&'a str),
    /// In a list: this question has a note.
    HasNote,
    /// Above the note being edited.
    EditNote,
    /// In a list: this question has no answer.
    Open,
    /// In a list: the position of an answer, of how many options.
    Position(usize, usize),
    /// In a list: not applicable.
    Inapplicable,
    /// Above the help of a question.
    WhatToLookFor,
    /// Above the meaning of a criterion.
    AboutCriterion(&'a str),
    /// Above the keys.
    Keys,
    /// Above the places to go to.
    JumpTitle,
    /// Above all answers.
    ReviewTitle,
    /// Under that title: how many questions are open.
    ReviewOpen(usize),
    /// Leads to all answers.
    ReviewAll,
    /// Ends the survey; how many questions are open.
    Finish(usize),
    /// The overall score and the level so far.
    Live(&'a str, &'a str),
    /// A question that always applies was answered with "not applicable".
    AlwaysApplies,
    /// There are only so many options.
    NoSuchOption(usize),
    /// There are only so many questions.
    NoSuchQuestion(usize),
    /// There is nothing before the first question.
    FirstQuestion,
    /// The answers are only in memory.
    NotSaved,
    /// From one score or level to another.
    Range(&'a str, &'a str),
}

/// A key and what it does.
pub type Hint = (&'static str, &'static str);

/// The screens that have keys of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// A question.
    Question,
    /// The help.
    Help,
    /// The places to go to.
    Jump,
    /// All answers.
    Review,
    /// The note.
    Note,
}

impl Text<'_> {
    /// It in this language.
    pub fn to(self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Ja => self.japanese(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Progress([criterion, criteria, question, questions]) => {
                format!("Criterion {criterion} of {criteria} - question {question} of {questions}")
            }
            Self::Answered(done, all) => format!("{done} of {all} answered"),
            Self::NotApplicable => "Does not apply to us".to_owned(),
            Self::Earlier => "(last time)".to_owned(),
            Self::Note(note) => format!("Note: {note}"),
            Self::HasNote => "[note]".to_owned(),
            Self::EditNote => "Your note on this question".to_owned(),
            Self::Open => "open".to_owned(),
            Self::Position(position, options) => format!("{position}/{options}"),
            Self::Inapplicable => "n/a".to_owned(),
            Self::WhatToLookFor => "What to look for".to_owned(),
            Self::AboutCriterion(name) => format!("About the criterion: {name}"),
            Self::Keys => "Keys".to_owned(),
            Self::JumpTitle => "Where do you want to go?".to_owned(),
            Self::ReviewTitle => "Your answers".to_owned(),
            Self::ReviewOpen(0) => "All questions are answered. You can still change every answer.".to_owned(),
            Self::ReviewOpen(1) => "One question is open: the result will be a range.".to_owned(),
            Self::ReviewOpen(open) => format!("{open} questions are open: the result will be a range."),
            Self::ReviewAll => "See all answers and finish".to_owned(),
            Self::Finish(0) => "Finish and see the result".to_owned(),
            Self::Finish(open) => format!("Finish all the same and see the result ({open} open)"),
            Self::Live(score, level) => format!("{score} ({level})"),
            Self::AlwaysApplies => "This question applies to everyone: please choose an option.".to_owned(),
            Self::NoSuchOption(options) => format!("This question has options 1 to {options}."),
            Self::NoSuchQuestion(questions) => format!("There are questions 1 to {questions}."),
            Self::FirstQuestion => "This is the first question.".to_owned(),
            Self::Range(low, high) => format!("{low} to {high}"),
            Self::NotSaved => "NOT SAVED: only in memory. Every answer tries again to save.".to_owned(),
        }
    }

    fn japanese(self) -> String {
        match self {
            Self::Progress([criterion, criteria, question, questions]) => {
                format!("評価項目 {criterion}/{criteria}　設問 {question}/{questions}")
            }
            Self::Answered(done, all) => format!("回答済み {done}/{all}"),
            Self::NotApplicable => "該当なし".to_owned(),
            Self::Earlier => "（前回の回答）".to_owned(),
            Self::Note(note) => format!("メモ：{note}"),
            Self::HasNote => "［メモ］".to_owned(),
            Self::EditNote => "この設問のメモ".to_owned(),
            Self::Open => "未回答".to_owned(),
            Self::Position(position, options) => format!("{position}/{options}"),
            Self::Inapplicable => "該当なし".to_owned(),
            Self::WhatToLookFor => "確認のポイント".to_owned(),
            Self::AboutCriterion(name) => format!("評価項目「{name}」について"),
            Self::Keys => "キー操作".to_owned(),
            Self::JumpTitle => "どこへ移動しますか".to_owned(),
            Self::ReviewTitle => "回答の確認".to_owned(),
            Self::ReviewOpen(0) => "すべての設問に回答済みです。回答は今からでも変更できます。".to_owned(),
            Self::ReviewOpen(open) => format!("未回答の設問が{open}問あります。結果には幅が出ます。"),
            Self::ReviewAll => "回答を確認して終了する".to_owned(),
            Self::Finish(0) => "回答を終えて結果を見る".to_owned(),
            Self::Finish(open) => format!("このまま回答を終えて結果を見る（未回答{open}問）"),
            Self::Live(score, level) => format!("{score}（{level}）"),
            Self::AlwaysApplies => "この設問では「該当なし」を選べません。選択肢から選んでください。".to_owned(),
            Self::NoSuchOption(options) => format!("選択肢は1から{options}までです。"),
            Self::NoSuchQuestion(questions) => format!("設問は1から{questions}までです。"),
            Self::FirstQuestion => "ここが最初の設問です。".to_owned(),
            Self::Range(low, high) => format!("{low}〜{high}"),
            Self::NotSaved => "未保存：ファイルに書き込めません。回答のたびに保存し直します。".to_owned(),
        }
    }
}

/// The keys of a screen, in reading order. Those of a question begin with its digits, which the caller puts in the
/// place of the empty key.
pub fn hints(lang: Lang, screen: Screen, ascii: bool, not_applicable: bool) -> Vec<Hint> {
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
        Screen::Help => vec![(say("any key", "任意のキー"), say("back to the question", "設問に戻る"))],
        Screen::Jump => vec![
            (up_down, say("choose", "選択")),
            ("Enter", say("go there", "移動")),
            ("1-9", say("criterion", "評価項目の番号")),
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
    if !not_applicable {
        hints.retain(|(key, _)| *key != "0");
    }
    hints
}

/// The keys of a question at length, for the help.
pub fn key_help(lang: Lang) -> [Hint; 9] {
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
