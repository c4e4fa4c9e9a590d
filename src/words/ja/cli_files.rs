//! Files that cannot be read or written, and what to do instead, in Japanese.

use std::fmt::Display;

texts! {
    CliFiles for Ja;

    // Reading.
    cannot_read(name: &dyn Display): "{name}を読み込めません";
    this_file: "このファイル";
    this_cannot_be_read(why: &str): "このファイルを読み込めません：{why}";
    too_large(name: &str, most: &dyn Display): "{name}は{most} MiBを超えています";
    not_utf8(name: &str, line: usize): "{name}はUTF-8のテキストではありません（{line}行目にほかの文字コードがあります）。UTF-8で保存し直してください";
    no_texts_in(id: &str, wanted: &str, shown: &str): "注：`{id}`には`{wanted}`の文章がないため、`{shown}`で表示します\n";
    untranslated(name: &str, count: usize): "警告：{name}に未翻訳の文章が{count}件あります（`cxm check`で確認できます）\n";
    passed_over(folder: &dyn Display, names: &str):
        "注：{folder}内の次のファイルは読み飛ばしました：{names}（回答ファイルの拡張子は.tomlか.jsonです）\n";
    folders_passed_over(folder: &dyn Display, names: &str):
        "注：{folder}内の次のファイルとフォルダーは読み飛ばしました：{names}（回答ファイルの拡張子は.tomlか.jsonです。中のフォルダーも読み込むには、そのフォルダーを指定してください）\n";
    and_more(names: &str, more: usize): "{names}ほか{more}件";
    no_answer_set_in(folder: &dyn Display): "{folder}に回答ファイル（.tomlまたは.json）がありません";
    is_table(name: &dyn Display):
        "{name}は表です。このコマンドで読み込めるのはTOMLかJSONの回答です。表は`cxm score`、`cxm plan`、`cxm batch`で読み込んでください";
    no_table(name: &dyn Display): "{name}は表ではないため、行、列、セルについてのオプションは指定できません";

    // Files that hold no answers in a form that is read.
    web_page(name: &str):
        "{name}はWebページです。`cxm template`で作った回答フォームの場合は、ブラウザーで記入し、保存されたファイルを指定してください。\
        それ以外の場合は、回答をCSVかXLSXで書き出してください";
    web_page_for_sheet(name: &str):
        "{name}は名前と違い、表計算のブックではなくWebページです。表計算ソフトで開いて .xlsx で保存してください";
    array_of_arrays(name: &str):
        "{name}は配列の配列（JSON）です。回答者ごとに、列名をキーとするオブジェクトとして書くか、CSVで保存してください";
    in_utf32(name: &str): "{name}はUTF-32のテキストで、読み込めません。UTF-8で保存し直してください";
    otherwise_compressed(name: &str): "{name}の圧縮形式は読み込めません（対応しているのはgzip、zstd、ZIPです）。先に展開してください";
    foreign(name: &str, what: &str): "{name}は{what}です。回答をCSVかXLSXで保存するか書き出してください";
    pdf: "PDF";
    office: "古い形式（.xls、.doc）またはパスワード付きのOfficeファイル";
    rtf: "文書ファイル（RTF）";
    picture: "画像";
    database: "データベース（SQLite）";
    parquet: "Parquetファイル";
    spss: "SPSSのファイル";
    stata: "Stataのファイル";
    xml: "XMLファイル";
    program: "プログラム";

    // Writing.
    cannot_write(name: &dyn Display): "{name}に書き込めません";
    cannot_write_stdout: "標準出力に書き込めません";
    cannot_make_folder(folder: &dyn Display): "フォルダー{folder}を作成できません";
    cannot_remove(name: &dyn Display): "{name}を削除できません";
    cannot_print: "ページを印刷できません";
    no_browser: "PDFの印刷にはChromium、Google Chrome、Microsoft Edgeのいずれかが必要ですが、どれもインストールされていません。いずれかを\
                 インストールするか、`-o report.html`で書き出したページをブラウザーで開いて印刷してください";
    not_printed(browser: &dyn Display, said: &str):
        "`{browser}`で印刷できませんでした（{said}）。`-o report.html`で書き出したページをブラウザーで開いて印刷してください";
    cannot_make_sheet: "表計算ファイルを作成できません";
    is_folder(name: &dyn Display): "{name}に書き込めません：フォルダーです";
    no_folder(name: &dyn Display, folder: &dyn Display): "{name}に書き込めません：フォルダー{folder}がありません";
    not_for_a_terminal: "この形式は端末に表示できません。`-o ファイル`で出力先を指定してください";
    sheet_for_a_terminal: "表計算ファイルは端末に表示できません。-o で出力先のファイルを指定してください";
    other_form(ending: &dyn Display, form: &str): "`.{ending}`のファイルには出力できません。出力形式は`.{form}`です";
    no_form(ending: &str, forms: &str): "`.{ending}`に対応する出力形式はありません。--format で指定してください\n出力形式：{forms}";
    is_read(name: &dyn Display): "{name}は読み込んだファイルです。別のファイルに書き込んでください";
    stdout_is_read: "標準出力の出力先が、読み込んだファイルになっています。別のファイルに書き込んでください";
    twice(name: &dyn Display): "{name}には2つの結果を書き込めません。別のファイルを指定してください";
    twice_by_case(name: &dyn Display, other: &dyn Display):
        "{name}には書き込めません（{other}との違いが大文字と小文字だけで、同じファイルとみなすディスクが多いためです）。別のファイルを指定してください";
    may_hold_answers(name: &dyn Display): "{name}はすでにあり、回答が入っている可能性があります。新しいファイル名を指定してください";
    not_written_over(name: &dyn Display): "{name}はすでにあるため、上書きしません";
    wrote(name: &dyn Display): "{name}に書き込みました\n";
}
