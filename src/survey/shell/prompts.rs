//! What is said around the question screen, in every language: the questions before and after it, and plain mode.

use std::io;
use std::path::{Display, Path};

use crate::text::{Lang, texts};

texts! {
    /// Asks for the language, before it is known.
    language: "Language / 言語", "Language / 言語";
    organisation: "Your organisation (or press Enter)", "組織名（省略する場合はEnter）";
    respondent: "Your name or role (or press Enter)", "お名前または役職（省略する場合はEnter）";
    /// Asks what to do with answers that were begun.
    found(done: usize, all: usize): "You have begun already: {done} of {all} questions are answered.",
        "途中までの回答があります（{all}問中{done}問に回答済み）";
    /// That a draft may be the one that is meant.
    alike(name: &str, wanted: &str): "There is a draft of \"{name}\" too. If that is the same organisation as \"{wanted}\", leave \
        (q) and go on with it: cxm assess --organisation '{name}'",
        "「{name}」の下書きもあります。「{wanted}」と同じ組織であれば、「q」で中断し、次のコマンドで続きから再開してください：\
        cxm assess --organisation '{name}'";
    resume: "Go on where I stopped", "続きから再開する";
    start_afresh: "Start afresh (the old answers are kept aside)", "最初から始める（前の回答は別に残します）";
    /// Asks what to do with a file that holds something else.
    unusable(path: Display<'_>): "{path} cannot be gone on with.", "{path}の続きから再開できません";
    replace: "Put the old file aside and write a new one", "元のファイルを別名で残して新しく書く";
    keep: "Leave it alone and stop here", "何も変えずに終わる";
    rename: "Choose another name", "別の名前にする";
    /// Where what was there is now.
    set_aside(path: Display<'_>): "The old file is now {path}", "元のファイルは{path}に移しました";
    /// Another program wrote to the file of the answers.
    changed(path: Display<'_>): "Another program changed the file of your answers. What it wrote is now {path}; your answers are \
        saved as before.",
        "別のプログラムが回答ファイルを書き換えました。その内容は{path}に残し、こちらの回答は引き続き保存します。";
    /// The same in a line.
    changed_briefly(path: Display<'_>): "Another program changed the file: what it wrote is now {path}",
        "別のプログラムがファイルを書き換えました（内容は{path}に残しました）";
    cannot_save(path: Display<'_>, why: &str): "The answers cannot be saved in {path}: {why}",
        "回答を{path}に保存できません：{why}";
    no_place: "There is no folder for drafts, so the answers cannot be saved by themselves.",
        "下書き用のフォルダーがないため、回答を自動保存できません。";
    another_place: "Save in another file (Enter: go on without saving)", "別の保存先（Enterで保存せずに続行）";
    busy(path: Display<'_>): "Another survey has {path} open.", "{path}は、別の画面で回答中です";
    how_to_choose(items: usize): "Choose with the arrow keys and Enter, or type a number from 1 to {items}.",
        "矢印キーとEnterで選ぶか、1〜{items}の番号を入力してください。";
    which_number(items: usize): "Type a number from 1 to {items}.", "1〜{items}の番号を入力してください。";
    other_ending(ending: &str): "What is written is TOML, and no `.{ending}`: choose a name that ends in .toml",
        "保存されるのはTOML形式です（.{ending}では保存できません）。「.toml」で終わる名前にしてください。";
    is_taken(path: Display<'_>): "{path} is read by this survey, or takes its result: choose another file",
        "{path}は今回の診断で読み込んだか、結果の出力先になっているファイルです。別のファイルにしてください。";
    nowhere: "The answers are not saved anywhere yet.", "回答はまだどこにも保存されていません。";
    save_as: "Save your answers as", "回答の保存先";
    exists(path: Display<'_>): "{path} exists already.", "{path}はすでにあります";
    plain_intro: "Type the number of your answer and press Enter. Every answer is saved at once. \
        Type ? for help, q to leave and go on another day.",
        "番号を入力してEnterを押してください。回答はそのつど保存されます。\
        「?」で説明を表示し、「q」で中断します。後日、続きから再開できます。";
    may_be_not_applicable: "n: does not apply to us. ", "n：該当なし。";
    plain_keys(options: usize, not_applicable: &str):
        "1 to {options}: answer. {not_applicable}Enter: keep the answer shown, or skip. b: back. s: skip. \
         m TEXT: write a note. m -: delete the note. g NUMBER: go to a question. l: list the open \
         questions. ?: help. q: save and leave.",
        "1〜{options}：回答。{not_applicable}Enterのみ：表示中の回答を確定、なければ次へ。b：戻る。s：後で答える。\
         m 文章：メモを書く。m -：メモを消す。g 番号：その設問へ移動。l：未回答の一覧。\
         ?：説明。q：保存して中断。";
    /// For a fact about the organisation.
    plain_fact_keys(options: usize):
        "1 to {options}: answer. n: not told. Enter: keep what is shown, or skip. b: back. s: skip. g NUMBER: go to a \
         question. l: list the open questions. ?: help. q: save and leave.",
        "1〜{options}：回答。n：回答しない。Enterのみ：表示中の回答を確定、なければ次へ。b：戻る。s：後で答える。\
         g 番号：その設問へ移動。l：未回答の一覧。?：説明。q：保存して中断。";
    /// For a fact of which several options may hold.
    plain_facts_keys(options: usize):
        "1 to {options}: all that hold, with spaces between. n: not told. Enter: keep what is shown, or skip. b: back. \
         s: skip. g NUMBER: go to a question. l: list the open questions. ?: help. q: save and leave.",
        "1〜{options}：当てはまる番号をすべて、空白で区切って入力。n：回答しない。Enterのみ：表示中の回答を確定、なければ次へ。\
         b：戻る。s：後で答える。g 番号：その設問へ移動。l：未回答の一覧。?：説明。q：保存して中断。";
    several_plain: "Type the numbers of all that hold, such as: 1 3", "当てはまる番号をすべて入力してください（例：1 3）";
    /// Where an assessment asks for facts.
    plain_profile: "p: go to the questions about your organisation.", "p：組織についての質問へ移動。";
    plain_end: "All questions are answered. f: finish and see the result. g NUMBER: go to a question. q: save and leave.",
        "すべての設問に回答しました。f：終了して結果を見る。g 番号：その設問へ移動。q：保存して中断。";
    plain_end_with_open(open: usize):
        "This was the last question. Open questions: {open}. f: finish all the same; the result will be a \
         range. g NUMBER: go to a question. l: list the open questions. q: save and leave.",
        "最後の設問まで来ました。未回答が{open}問あります。f：このまま終了して結果を見る（結果には幅が出ます）。\
         g 番号：その設問へ移動。l：未回答の一覧。q：保存して中断。";
    present(answer: &str): "Your answer: {answer}", "現在の回答：{answer}";
    earlier(answer: &str): "Last time: {answer}", "前回の回答：{answer}";
    criterion(name: &str): "Criterion: {name}", "評価項目：{name}";
    none_open: "No question is open.", "未回答の設問はありません。";
    open_list(list: &str): "Open questions: {list}", "未回答の設問：{list}";
    /// A line that is no command.
    unknown(typed: &str): "\"{typed}\" is not understood. Type ? for help.",
        "「{typed}」は認識できません。「?」で説明を表示します。";
    /// From one score or level to another.
    range(low: &str, high: &str): "{low} to {high}", "{low}〜{high}";
    disk_full: "the disk is full", "ディスクの空き容量がありません";
    not_allowed: "you are not allowed to write there", "書き込みが許可されていません";
    read_only: "nothing can be written there", "書き込みできない場所です";
    no_folder: "the folder is not there", "フォルダーが見つかりません";
    taken: "another survey has taken it meanwhile", "別の画面で回答が始まりました";
    is_folder: "this is a folder", "これはフォルダーです";
    not_a_folder: "part of the path is no folder", "パスの途中がフォルダーではありません";
}

/// That a file cannot be written, and why, in words for everybody; in the system's own where there are none.
pub(super) fn cannot_save_for(lang: Lang, path: &Path, error: &io::Error) -> String {
    let text = match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => disk_full,
        io::ErrorKind::PermissionDenied => not_allowed,
        io::ErrorKind::ReadOnlyFilesystem => read_only,
        io::ErrorKind::NotFound => no_folder,
        io::ErrorKind::ResourceBusy => taken,
        io::ErrorKind::IsADirectory => is_folder,
        io::ErrorKind::NotADirectory => not_a_folder,
        _ => return cannot_save(lang, path.display(), &error.to_string()),
    };
    cannot_save(lang, path.display(), text(lang))
}
