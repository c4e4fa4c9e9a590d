//! What is said around the question screen, in every language: the questions before and after it, and plain mode.

use std::io;
use std::path::Path;

use crate::text::Lang;

/// Something said before, after or instead of the question screen.
#[derive(Clone, Copy, Debug)]
pub enum Around<'a> {
    /// Asks for the language, before it is known.
    Language,
    /// Asks for the organisation.
    Organisation,
    /// Asks for the respondent.
    Respondent,
    /// Asks what to do with earlier answers: so many answered, of how many.
    Found(usize, usize),
    /// Go on with them.
    Resume,
    /// Begin anew.
    Afresh,
    /// Asks what to do with a file that holds something else.
    Foreign(&'a Path),
    /// Put what is there aside and write.
    Replace,
    /// Leave it alone and end.
    Keep,
    /// Take another file name.
    Rename,
    /// Where what was there is now.
    SetAside(&'a Path),
    /// The answers cannot be written.
    CannotSave(&'a Path, &'a str),
    /// The answers cannot be written, and there is no place for drafts.
    NoPlace,
    /// Asks for another file.
    AnotherPlace,
    /// Another survey has the file open.
    Busy(&'a Path),
    /// Asks where the answers of a finished survey go.
    SaveAs,
    /// Asks what to do with a file that exists.
    Exists(&'a Path),
    /// Plain mode: what this is.
    PlainIntro,
    /// Plain mode: what can be typed at a question, with this many options.
    PlainKeys(usize, bool),
    /// Plain mode: what can be typed at the end, with so many questions open.
    PlainReview(usize),
    /// Plain mode: the present answer.
    Present(&'a str),
    /// Plain mode: the answer of an earlier time.
    Earlier(&'a str),
    /// Plain mode: a criterion begins.
    Criterion(&'a str),
    /// Plain mode: open questions, by number.
    OpenList(&'a str),
    /// Plain mode: this is no command.
    Unknown(&'a str),
}

/// Why a file cannot be written, in words for everybody; the system's own where there are none.
pub fn reason(error: &io::Error, lang: Lang) -> String {
    let (english, japanese) = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            ("the disk is full", "ディスクの空き容量がありません")
        }
        io::ErrorKind::PermissionDenied => ("you are not allowed to write there", "書き込みが許可されていません"),
        io::ErrorKind::ReadOnlyFilesystem => ("nothing can be written there", "書き込みできない場所です"),
        io::ErrorKind::NotFound => ("the folder is not there", "フォルダーが見つかりません"),
        io::ErrorKind::IsADirectory => ("this is a folder", "これはフォルダーです"),
        io::ErrorKind::NotADirectory => ("part of the path is no folder", "パスの途中がフォルダーではありません"),
        _ => return error.to_string(),
    };
    match lang {
        Lang::En => english,
        Lang::Ja => japanese,
    }
    .to_owned()
}

/// What a language calls itself.
pub fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::Ja => "日本語",
    }
}

impl Around<'_> {
    /// It in this language.
    pub fn to(self, lang: Lang) -> String {
        match lang {
            Lang::En => self.english(),
            Lang::Ja => self.japanese(),
        }
    }

    fn english(self) -> String {
        match self {
            Self::Language => "Language / 言語".to_owned(),
            Self::Organisation => "Your organisation (or press Enter)".to_owned(),
            Self::Respondent => "Your name or role (or press Enter)".to_owned(),
            Self::Found(done, all) => format!("You have begun already: {done} of {all} questions are answered."),
            Self::Resume => "Go on where I stopped".to_owned(),
            Self::Afresh => "Start afresh (the old answers are kept aside)".to_owned(),
            Self::Foreign(path) => format!("{} cannot be gone on with.", path.display()),
            Self::Replace => "Put the old file aside and write a new one".to_owned(),
            Self::Keep => "Leave it alone and stop here".to_owned(),
            Self::Rename => "Choose another name".to_owned(),
            Self::SetAside(path) => format!("The old file is now {}", path.display()),
            Self::CannotSave(path, error) => format!("The answers cannot be saved in {}: {error}", path.display()),
            Self::NoPlace => "There is no folder for drafts, so the answers cannot be saved by themselves.".to_owned(),
            Self::AnotherPlace => "Save in another file (Enter: go on without saving)".to_owned(),
            Self::Busy(path) => format!("Another survey has {} open.", path.display()),
            Self::SaveAs => "Save your answers as".to_owned(),
            Self::Exists(path) => format!("{} exists already.", path.display()),
            Self::PlainIntro => "Type the number of your answer and press Enter. Every answer is saved at once. \
                Type ? for help, q to leave and go on another day."
                .to_owned(),
            Self::PlainKeys(options, not_applicable) => {
                let not_applicable = if not_applicable { "n: does not apply to us. " } else { "" };
                format!(
                    "1 to {options}: answer. {not_applicable}Enter: keep the answer shown, or skip. b: back. s: skip. \
                     m TEXT: write a note. m -: delete the note. g NUMBER: go to a question. l: list the open \
                     questions. ?: help. q: save and leave."
                )
            }
            Self::PlainReview(0) => "All questions are answered. f: finish and see the result. g NUMBER: go to a \
                question. q: save and leave."
                .to_owned(),
            Self::PlainReview(open) => format!(
                "This was the last question. Open questions: {open}. f: finish all the same; the result will be a \
                 range. g NUMBER: go to a question. l: list the open questions. q: save and leave."
            ),
            Self::Present(answer) => format!("Your answer: {answer}"),
            Self::Earlier(answer) => format!("Last time: {answer}"),
            Self::Criterion(name) => format!("Criterion: {name}"),
            Self::OpenList("") => "No question is open.".to_owned(),
            Self::OpenList(list) => format!("Open questions: {list}"),
            Self::Unknown(typed) => format!("\"{typed}\" is not understood. Type ? for help."),
        }
    }

    fn japanese(self) -> String {
        match self {
            Self::Language => "Language / 言語".to_owned(),
            Self::Organisation => "組織名（省略する場合はEnter）".to_owned(),
            Self::Respondent => "お名前または役職（省略する場合はEnter）".to_owned(),
            Self::Found(done, all) => format!("途中までの回答があります（{all}問中{done}問に回答済み）"),
            Self::Resume => "続きから再開する".to_owned(),
            Self::Afresh => "最初から始める（前の回答は別に残します）".to_owned(),
            Self::Foreign(path) => format!("{}の続きから再開できません", path.display()),
            Self::Replace => "元のファイルを別名で残して新しく書く".to_owned(),
            Self::Keep => "何も変えずに終わる".to_owned(),
            Self::Rename => "別の名前にする".to_owned(),
            Self::SetAside(path) => format!("元のファイルは{}に移しました", path.display()),
            Self::CannotSave(path, error) => format!("回答を{}に保存できません：{error}", path.display()),
            Self::NoPlace => "下書き用のフォルダーがないため、回答を自動保存できません。".to_owned(),
            Self::AnotherPlace => "別の保存先（Enterで保存せずに続行）".to_owned(),
            Self::Busy(path) => format!("{}は、別の画面で回答中です", path.display()),
            Self::SaveAs => "回答の保存先".to_owned(),
            Self::Exists(path) => format!("{}はすでにあります", path.display()),
            Self::PlainIntro => "番号を入力してEnterを押してください。回答はそのつど保存されます。\
                「?」で説明を表示し、「q」で中断します。後日、続きから再開できます。"
                .to_owned(),
            Self::PlainKeys(options, not_applicable) => {
                let not_applicable = if not_applicable { "n：該当なし。" } else { "" };
                format!(
                    "1〜{options}：回答。{not_applicable}Enterのみ：表示中の回答を確定、なければ次へ。b：戻る。s：後で答える。\
                     m 文章：メモを書く。m -：メモを消す。g 番号：その設問へ移動。l：未回答の一覧。\
                     ?：説明。q：保存して中断。"
                )
            }
            Self::PlainReview(0) => {
                "すべての設問に回答しました。f：終了して結果を見る。g 番号：その設問へ移動。q：保存して中断。"
                    .to_owned()
            }
            Self::PlainReview(open) => format!(
                "最後の設問まで来ました。未回答が{open}問あります。f：このまま終了して結果を見る（結果には幅が出ます）。\
                 g 番号：その設問へ移動。l：未回答の一覧。q：保存して中断。"
            ),
            Self::Present(answer) => format!("現在の回答：{answer}"),
            Self::Earlier(answer) => format!("前回の回答：{answer}"),
            Self::Criterion(name) => format!("評価項目：{name}"),
            Self::OpenList("") => "未回答の設問はありません。".to_owned(),
            Self::OpenList(list) => format!("未回答の設問：{list}"),
            Self::Unknown(typed) => format!("「{typed}」は認識できません。「?」で説明を表示します。"),
        }
    }
}
