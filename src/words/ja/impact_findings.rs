//! What a changed definition says of its version, in Japanese.

texts! {
    ImpactFindings for Ja;

    differs(before: &str, after: &str): "バージョン{before}から内容が変わっていますが、バージョンは{after}です";
    raise_major: "回答の意味が変わっているため、メジャーバージョンを上げてください";
    raise: "バージョンを上げてください。点数や選択肢の意味が変わった場合は、メジャーバージョンを上げてください";
    raise_last: "バージョンを上げてください。計算に関わる変更はないため、末尾の番号だけで十分です";
}
