//! What the system says where a file cannot be read or written, in Japanese.

texts! {
    System for Ja;

    error(kind: &str, said: &str): [of kind;
        "NotFound" "ファイルまたはフォルダーが見つかりません（システム：{said}）",
        "PermissionDenied" "アクセスが許可されていません（システム：{said}）",
        "AlreadyExists" "同じ名前のファイルまたはフォルダーがすでにあります（システム：{said}）",
        "IsADirectory" "ファイルではなくフォルダーです（システム：{said}）",
        "NotADirectory" "パスの途中がフォルダーではありません（システム：{said}）",
        "DirectoryNotEmpty" "フォルダーが空ではありません（システム：{said}）",
        "StorageFull" "ディスクの空き容量がありません（システム：{said}）",
        "QuotaExceeded" "ディスクの割り当て容量を超えました（システム：{said}）",
        "FileTooLarge" "ファイルが大きすぎます（システム：{said}）",
        "ReadOnlyFilesystem" "読み取り専用のディスクです（システム：{said}）",
        "InvalidFilename" "ファイル名が長すぎるか、使えない文字が含まれています（システム：{said}）",
        "FilesystemLoop" "シンボリックリンクが循環しています（システム：{said}）",
        "CrossesDevices" "別のディスクには移動できません（システム：{said}）",
        "ResourceBusy" "ほかのプログラムが使用中です（システム：{said}）",
        "ExecutableFileBusy" "実行中のプログラムです（システム：{said}）",
        "BrokenPipe" "出力先のプログラムが先に終了しました（システム：{said}）",
        "Interrupted" "処理が中断されました（システム：{said}）",
        "TimedOut" "時間内に応答がありませんでした（システム：{said}）",
        "UnexpectedEof" "ファイルが途中で切れています（システム：{said}）",
        "InvalidData" "内容が壊れているか、想定した形式ではありません（システム：{said}）",
        "OutOfMemory" "メモリーが足りません（システム：{said}）",
        other "システムのエラーが発生しました（システム：{said}）",
    ];
    read_only: "読み取り専用のファイルです";
    link_to_nothing: "シンボリックリンクのリンク先がありません";
    no_file: "通常のファイルではありません";
}
