//! How sheets are called that have no respondents.

use super::words::{is_of, is_within};

/// Words with which their names begin or end.
const WORDS: &str = "dashboard|pivot|summary|example|examples|sample|template|target|targets|goal|goals|norm|baseline|ideal|\
    deleted|excluded|trash|duplicates|invalid|rejected|old|backup|archive|archived|draft|dummy|demo|ignore|obsolete|superseded|void|\
    pilot|pretest|sandbox|spam|removed|drafts|disqualified|entwurf|entwürfe|supprimé|supprimés|brouillons|gap|gaps|difference|consensus|importance|weights|key|ausschluss|gelöscht|archiv|alt";
/// Whole names, which may stand in names of sheets that have some.
const WHOLE: &str = "final|finals|result|results|agreed|joint|team|team result|team results|group result|group results|\
    final result|final results|overall result|overall results|team score|ergebnis|ergebnisse|結果|集約|まとめ|最終|最終結果|合意";
/// Several words.
const WITHIN: &str = "test data|test response|test entr|screened out|do not use|don't use|not used|nicht verwenden";
/// The same in Japanese, whose words stand together.
const WITHIN_JA: &str =
    "無効|テスト|下書き|重複|目標|記入例|見本|サンプル|テンプレート|前年|削除|除外|旧|バックアップ|テストデータ";

/// Whether a sheet is called by what has no respondents: figures about others, groups of them, or what answers look like.
pub fn is_other_sheet(folded: &str) -> bool {
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let ends = [words.next(), words.next_back()];
    is_within(folded)
        || ends.into_iter().flatten().any(|word| is_of(WORDS, word))
        || is_of(WHOLE, folded)
        || WITHIN.split('|').any(|words| folded.contains(words))
        || WITHIN_JA.split('|').any(|word| folded.starts_with(word) || folded.ends_with(word))
        // Groups: but 別府 is a town.
        || folded.starts_with("by ")
        || folded.ends_with('別')
}
