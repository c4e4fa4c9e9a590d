//! How people and programs call rows of figures about others, and what figures look like.

use super::times;
use crate::mapping::plain;

/// Words for figures about other rows, where nothing else is said.
const WORDS: &str = "average|averages|avg|avg.|mean|means|arithmetic mean|median|mode|ø|average score|mean score|total|totals|\
    grand total|subtotal|sum|sums|total score|overall|all|(all)|*|alle|tous|todos|すべて|all respondents|count|\
    counts|n|number of responses|responses|total responses|response count|response rate|answered|skipped|std dev|\
    std. dev.|std deviation|standard deviation|stdev|st. dev.|sd|variance|min|minimum|max|maximum|% favorable|\
    % favourable|top 2 box|top box|gap|difference|benchmark|norm|baseline|target|goal|weight|weights|weighting|\
    points possible|possible points|max points|max score|maximum points|maximum score|out of|key|answer key|\
    correct answer|correct answers|durchschnitt|mittelwert|summe|gesamt|gesamtergebnis|anzahl|gewicht|gewichtung|\
    ziel|standardabweichung|moyenne|somme|total général|médiane|écart-type|nombre|promedio|media|mediana|suma|\
    gemiddelde|totaal|eindtotaal|somma|soma|média|итого|среднее|平均|平均値|平均点|全体平均|中央値|最頻値|合計|合計点|総計|総合計|小計|計|件数|回答数|\
    回答件数|回答者数|有効回答数|総回答数|標準偏差|分散|最大値|最小値|度数|配点|満点|正解|正答|重み|目標|全体|総計 (全体)|ベンチマーク|example|examples|beispiel|exemple|\
    ejemplo|dummy|template|ideal|soll|sollwert|last year|previous year|vorjahr|consensus|importance|wichtigkeit|\
    記入例|見本|サンプル|前年|前年度|昨年度|重要度|industry|industry standard|industry average|industry avg|branchenschnitt|全店平均|全社平均|scale|points|draft|e.g.|z.b.|muster|mustermann|vorlage|objectif|\
    前回|consensus score|workshop result|final agreed|合議|最終|最終回答";
/// Words for rows that are none of respondents, where they stand alone: `Sample 1` is one.
const ALONE: &str = "best practice|best in class|competitor|competitors|maximum possible|max. points|sample|例|test|テスト|lösung|\
    threshold|reference|modus|std|stddev|targets|1st qu.|3rd qu.|min.|max.|unique|freq|skewness|kurtosis|valid n|stdabw|varianz|row labels|(blank)|(leer)|gesamtsumme|all teams|everyone|\
    code|codes|coding|value label|value labels|コード|符号|agreed|agreed score|final score|konsens|ergebnis|結果|summary|zusammenfassung|まとめ|rounded|⌀|x̄|∅|durchschn.|\
    schnitt|średnia|평균|top 25%|range|delta|diff|legend|reverse|reversed|checked|mdn|mw|medel|medelvärde|genomsnitt|snitt|keskiarvo|moda|modalwert|quartile|\
    1st quartile|3rd quartile|upper quartile|lower quartile|25th percentile|75th percentile|90th percentile|最大|最小|最高|最低|最高点|最低点|\
    人数|統合|総合|総合評価|総合点|合意|決定|基準|基準値|目標値|目安|業界|全国|他社|required|requirement|requirements|required level|\
    minimum requirement|minimum requirements|minimum level|expected|cible|objetivo|score|scores|result|results|team score|team result|\
    team results|team view|group score|group result|final|final result|peer group|peers|world class|prior year|top 2|bottom 2|void|\
    solution|solutions|模範|target profile|target level|future state|desired state|zielprofil|idealprofil|zielbild|sollzustand|streefwaarde|doel|mål|\
    tavoite|perfect score|full marks|top score|best possible|maximalpunktzahl|reference answer|gold standard|pass mark|\
    letztes jahr|previous survey|\
    previous result|previous results|best-in-class|world-class|mediaan|insgesamt|ortalama|ave|ave.|duplicate|duplicates|invalid|deleted|excluded|withdrawn|superseded|無効|欠番|重複|削除|除外|xxx|\
    サンプル太郎|目標スコア|目標レベル|到達目標|業界水準|合格ライン|昨年|前年実績|前回結果|ベンチマーク値|標準値|配分|テストデータ|目标|目标值|均值|总体平均|목표|목표치|총계|テスト太郎";
/// Words for rows that show the right answers, or how to answer: nobody is called so, whatever stands beside them.
const KEYS: &str = "answer key|answer keys|model answer|model answers|model response|sample answer|sample answers|sample response|\
    example answer|example answers|correct answer|correct answers|correct responses|scoring key|solution key|musterlösung|\
    musterantwort|musterantworten|lösungsschlüssel|corrigé|corrigé type|réponse modèle|réponses correctes|respuesta modelo|\
    respuestas correctas|clave de respuestas|模範解答|模範回答|解答例|回答例|正解|正答|記入例|入力例|記載例|\
    記入見本|見本";
/// Words for rows that are none of respondents where nothing but a day stands beside them.
const DATED: &str = "sample|target|targets|example|examples|test|goal|benchmark|template|dummy|soll|sollwert|ideal|beispiel|muster|\
    mustermann|vorlage|exemple|ejemplo|サンプル|例|目標|テスト";
/// Words for aims, figures and what a team agreed on, which are nobody's name; and headers of columns that have those of people.
const NOBODYS: &str = "target|targets|goal|goals|to-be|to be|ideal|benchmark|benchmarks|consensus|consensus score|workshop result|final score|\
    final result|gap|weight|weights|weighting|previous year|last year|average|averages|mean|median|total|totals|subtotal|overall|target score|\
    soll|sollwert|zielwert|gewicht|gewichtung|durchschnitt|mittelwert|vorjahr|moyenne|objectif|promedio|目標|目標値|合意|平均|平均値|合計|前年|前回";
const PEOPLE: &str = "full name|your name|respondent|respondents|respondent name|person|participant|participants|participant name|employee|\
    employee name|staff|contact|contact name|colleague|teilnehmer|mitarbeiter|mitarbeiterin|氏名|お名前|回答者|回答者名|\
    回答者氏名|担当者|ご担当者|担当者名|記入者";
/// Headers of names that are those of people where companies have a column of their own.
const NAMES: &str = "name|names|nom|nombre|naam|名前";
const COMPANIES: &str = "company|company name|organisation|organization|account|client|customer|firma|unternehmen|entreprise|société|empresa|会社|会社名|企業名|組織|店舗";
/// Those of them that are no company, though they are in its name, and words beside which they make names: `Test Ltd`, `Max Mustermann`.
const SAMPLES: &str = "sample|example|examples|test|template|dummy|beispiel|muster|mustermann|vorlage|exemple|ejemplo";
const DUMMIES: &str = "-|delete|ignore|do|not|use|only|entry|e.g.|z.b.|max|erika|user|person|respondent|company|org|organisation|organization|ltd|gmbh|inc|name";
/// Words before the name of somebody who is made up: `Example: Jane Doe`, `(例) 山田`.
const MADE_UP: &str =
    "sample|example|e.g.|beispiel|exemple|ejemplo|esempio|例|記入例|入力例|記載例|見本|サンプル|回答例";
/// The same in brackets behind it: `Jane Doe (example)`.
const INVENTED: &str =
    "test|dummy|demo|fictitious|fictional|made up|invented|fiktiv|fictif|ficticio|テスト|ダミー|架空";
/// Percentiles, as programs for statistics call their rows.
const PERCENTILES: [&str; 9] = ["1%", "5%", "10%", "25%", "50%", "75%", "90%", "95%", "99%"];
/// The same as codes, which respondents may have too.
const QUANTILES: &str = "p5|p10|p20|p25|p50|p75|p80|p90|p95|q1|q2|q3";
/// Words before numbers of columns.
const NUMBERS: &str = "code|codes|no|no.|nr|nr.|#|q|question|questions|question no|question no.|question number|item|items|number|numbers|\
    column|columns|frage|fragen|nummer|numéro|n°|número|variable|番号|設問番号|設問|質問番号|質問|問|コード|列";
/// What stands in place of a name where nobody is named.
const NO_NAME: &str = "n/a|na|n.a.|nan|null|none|no name|noname|anonymous|anonymised|anonymized|anon|anon.|unknown|not given|not provided|not stated|\
    prefer not to say|-|--|---|–|—|?|??|???|.|/|…|...|x|xx|xxx|k.a.|keine angabe|anonym|unbekannt|anonyme|inconnu|anónimo|anónima|\
    anonimo|desconocido|sconosciuto|anoniem|onbekend|匿名|匿名希望|無記名|不明|なし|無し|未記入|未入力|未回答|無回答|該当なし|名無し|不詳|未知|미상|익명";
/// Words for such figures with which longer names begin or end: `Average (n = 26)`, `Acme total`, `Gesamtdurchschnitt Acme`.
const WITHIN: [&str; 32] = [
    "average",
    "averages",
    "avg",
    "mean",
    "means",
    "median",
    "ø",
    "total",
    "totals",
    "subtotal",
    "sum",
    "count",
    "overall",
    "stdev",
    "benchmark",
    "durchschnitt",
    "mittelwert",
    "gesamtdurchschnitt",
    "gesamtergebnis",
    "summe",
    "moyenne",
    "total général",
    "promedio",
    "suma",
    "gemiddelde",
    "totaal",
    "somma",
    "média",
    "итого",
    "總計",
    "总计",
    "합계",
];
/// The same in Japanese, whose words stand together.
const WITHIN_JA: [&str; 7] = ["平均", "合計", "総計", "小計", "中央値", "標準偏差", "集計"];

/// Words for figures that nobody is called, and that are no answer.
const TOTALS: [&str; 8] =
    ["subtotal", "sub-total", "grand total", "zwischensumme", "sous-total", "小計", "合計", "総計"];

/// The same, where nothing else is said: `Average` beside the name of an organisation is about its respondents.
const NOBODY: [&str; 20] = [
    "average",
    "averages",
    "avg",
    "avg.",
    "mean",
    "median",
    "total",
    "totals",
    "overall",
    "durchschnitt",
    "mittelwert",
    "gesamt",
    "moyenne",
    "promedio",
    "gemiddelde",
    "ø",
    "平均",
    "平均値",
    "中央値",
    "全体",
];

/// The same, of pivot tables.
const ALL: [&str; 7] = ["all", "(all)", "*", "alle", "tous", "todos", "すべて"];

/// What stands behind a number of rows.
const UNITS: [char; 3] = ['件', '名', '人'];

fn is_one(folded: &str) -> bool {
    is_of(WORDS, folded)
}

fn is_alone(folded: &str) -> bool {
    is_of(ALONE, folded)
}

/// Whether a row that is called so shows the right answers, whatever else it tells.
pub(super) fn is_key(folded: &str) -> bool {
    is_of(KEYS, folded) || is_made_up(folded)
}

/// The same of a cell. Most are one word in plain letters, which needs no folding.
pub(super) fn is_key_cell(cell: &[u8]) -> bool {
    let mut word = [0; WORD];
    match word.get_mut(..cell.len()).filter(|_| cell.iter().all(u8::is_ascii_alphanumeric)) {
        Some(word) => {
            word.copy_from_slice(cell);
            word.make_ascii_lowercase();
            std::str::from_utf8(word).is_ok_and(|word| is_of(KEYS, word))
        }
        None => is_key(&plain(&String::from_utf8_lossy(cell))),
    }
}

/// How long such a word is at most.
const WORD: usize = 32;

/// Whether a name is said to be an example: `Example: Jane Doe`, `(例) 山田`, `[Sample]`, `※記入例`, `Jane Doe (example)`.
fn is_made_up(folded: &str) -> bool {
    let closed = folded.strip_suffix([')', ']', '】', '>', '》', '〕', '}']);
    let inner = closed.and_then(|text| Some(text.rsplit_once(['(', '[', '【', '<', '《', '〔', '{'])?.1.trim()));
    if inner.is_some_and(|word| is_of(MADE_UP, word) || is_of(INVENTED, word)) {
        return true;
    }
    let text = folded.trim_start_matches(['※', '*', ' ']);
    let (open, rest) = match text.strip_prefix(['(', '[', '【', '<', '《', '〔', '{']) {
        Some(rest) => (true, rest),
        None => (text.len() < folded.len(), text),
    };
    match rest.split_once([':', ')', ']', '】', '>', '》', '〕', '}']) {
        Some((word, _)) => is_of(MADE_UP, word.trim()),
        None => open && is_of(MADE_UP, rest.trim()),
    }
}

/// Whether a word is in a list, in which a bar stands between words. Quick: rows are asked about, one after another.
pub(super) fn is_of(list: &str, word: &str) -> bool {
    let list = list.as_bytes();
    let is_whole = |at: usize| {
        let (before, behind) = (list[..at].last(), list.get(at + word.len()));
        before.is_none_or(|byte| *byte == b'|') && behind.is_none_or(|byte| *byte == b'|')
    };
    word.len() <= list.len() && !word.contains('|') && memchr::memmem::find_iter(list, word).any(is_whole)
}

/// Whether a row that is called so is no respondent, if it tells nothing else but a day.
pub(super) fn is_dated(folded: &str) -> bool {
    let names = || folded.split_whitespace().all(|word| is_of(SAMPLES, word) || is_of(DUMMIES, word));
    is_of(DATED, folded) || (folded.split_whitespace().any(|word| is_of(SAMPLES, word)) && names())
}

/// Whether nobody is called so where people are named, whatever else is told beside it.
pub(super) fn is_nobodys(folded: &str) -> bool {
    is_of(NOBODYS, folded)
}

/// Whether a column with this header has the names of people, in a table of which this is `also` a header.
pub(super) fn names_people<'h>(header: &str, mut also: impl Iterator<Item = &'h str>) -> bool {
    is_of(PEOPLE, header) || is_of(NAMES, header) && also.any(|header| is_of(COMPANIES, header))
}

/// Whether it may be no respondent, though more is told beside this.
pub(super) fn is_nobody(folded: &str) -> bool {
    is_key(folded) || is_dated(folded)
}

/// Whether a plain text stands in place of a name where nobody is named: rows that have it in common are of no one respondent.
pub(crate) fn names_nobody(folded: &str) -> bool {
    folded.is_empty() || is_of(NO_NAME, folded)
}

/// Whether a row is called after a percentile.
pub(super) fn is_percentile(folded: &str) -> bool {
    PERCENTILES.contains(&folded)
}

/// Whether a row may be called after a percentile by a code.
pub(super) fn is_quantile(folded: &str) -> bool {
    is_of(QUANTILES, folded)
}

/// Whether numbers of columns stand behind this.
pub(super) fn is_numbering(folded: &str) -> bool {
    is_of(NUMBERS, folded)
}

/// A word for figures, as it stands or with a number: `N = 26`, `Average: 3`, `Total 26`, `合計26件`; or within a longer
/// name. Names may end with numbers too, such as `N1`.
pub(crate) fn is_word(folded: &str) -> bool {
    if let Some((word, number)) = folded.split_once([':', '=']) {
        let number = number.trim().trim_end_matches(UNITS);
        if is_one(word.trim()) && (number.is_empty() || is_figure(number)) {
            return true;
        }
    }
    let word = folded.trim_end_matches(UNITS).trim_end_matches(|c: char| c.is_ascii_digit());
    let parted = !word.is_ascii() || (word.ends_with(' ') && word.len() > 4);
    let alone = is_one(folded) || is_alone(folded) || is_key(folded) || is_percentile(folded);
    alone || (parted && is_one(word.trim())) || is_within(folded) || (folded.contains(' ') && is_dated(folded))
}

/// Whether a text is a name for figures in several words. Also sheets are called so.
pub(super) fn is_within(folded: &str) -> bool {
    let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let ends = [words.next(), words.next_back()];
    ends.into_iter().flatten().any(|word| WITHIN.contains(&word))
        || (folded.starts_with('ø') || folded.contains("(n="))
        || WITHIN_JA.iter().any(|word| folded.starts_with(word) || folded.ends_with(word))
}

/// Whether a word for figures can be nobody's name or answer, whatever stands beside it: `Subtotal`, `小計`.
pub(super) fn is_total(folded: &str) -> bool {
    ALL.contains(&folded)
        || NOBODY.contains(&folded)
        || TOTALS.iter().any(|word| folded.starts_with(word) || folded.ends_with(word))
}

/// The words with which names for figures begin, and those with which they end.
pub(super) fn words() -> (impl Iterator<Item = &'static str>, impl Iterator<Item = &'static str>) {
    let within = || WITHIN.iter().chain(&WITHIN_JA).copied();
    let all = WORDS.split('|').chain(ALONE.split('|')).chain(KEYS.split('|')).chain(within());
    // Those that begin with a number are looked for at the edges alone, where every row is read.
    (all.filter(|word| !word.starts_with(|c: char| c.is_ascii_digit())), within())
}

/// How names for the right answers begin, and those of somebody who is made up.
pub(super) fn key_words() -> impl Iterator<Item = &'static str> {
    KEYS.split('|').chain(MADE_UP.split('|'))
}

/// Whether a cell begins with a letter: neither a number nor what stands for nothing does. Quick.
#[inline]
pub(crate) fn is_text(cell: &[u8]) -> bool {
    cell.first().is_some_and(u8::is_ascii_alphabetic)
}

/// A number, a share, or what spreadsheets write where they cannot work one out.
pub(super) fn is_figure(folded: &str) -> bool {
    let number = folded.trim_end_matches(['%', ' ']).trim_start_matches(['-', '+']);
    let digits = number.starts_with(|c: char| c.is_ascii_digit());
    let plain = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'.' | b',');
    (digits && number.bytes().all(plain) && number.matches('.').count() < 2)
        || matches!(folded, "#div/0!" | "#n/a" | "#value!" | "#num!" | "#ref!")
}

/// Whether a text may be a name for a row of figures: no date, no address, no code of one respondent.
pub(super) fn is_label(folded: &str) -> bool {
    !(is_coded(folded) || is_own(folded))
}

/// Whether a text is a code, of one respondent or of figures: `R7`, `T2B`.
pub(super) fn is_code(folded: &str) -> bool {
    is_coded(folded) && !is_own(folded)
}

fn is_coded(folded: &str) -> bool {
    // A number within Japanese counts departments: 営業1課.
    let is_digit = |c: char| c.is_ascii_digit();
    let has_number = if folded.is_ascii() { folded.contains(is_digit) } else { folded.ends_with(is_digit) };
    has_number && !folded.contains(char::is_whitespace)
}

/// Whether a text is a day, or a time.
pub(crate) fn is_day(folded: &str) -> bool {
    !folded.contains('@') && times::read(folded).is_some_and(|time| !matches!(time.kind, times::Kind::Number(_)))
}

fn is_own(folded: &str) -> bool {
    folded.contains('@') || folded.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_word_is_in_a_list_as_it_stands_between_bars(list in "[ab|é]{0,12}", word in "[ab|é]{0,4}") {
            proptest::prop_assert_eq!(is_of(&list, &word), list.split('|').any(|of| of == word));
        }
    }

    #[test]
    fn what_shows_the_right_answers_is_told_by_its_beginning() {
        for word in KEYS.split('|') {
            assert!(is_key_cell(word.as_bytes()) && is_key_cell(word.to_uppercase().as_bytes()), "{word}");
        }
        for word in ["leader", "Retail", "R00000001", "keys", "", "&#107;eys"] {
            assert_eq!(is_key_cell(word.as_bytes()), is_key(&plain(word)), "{word}");
        }
    }

    #[test]
    fn who_is_made_up_is_told_by_brackets() {
        for name in ["jane doe (example)", "jane doe [sample]", "山田太郎(例)", "acme 【記入例】", "jane doe (test)"]
        {
            assert!(is_key(name), "{name}");
            assert!(is_key_cell(name.as_bytes()) && is_key_cell(name.to_uppercase().as_bytes()), "{name}");
        }
        for name in ["jane doe (hr)", "acme (uk)", "jane doe", "test (uk)"] {
            assert!(!is_key(name) && !is_key_cell(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn names_of_figures_are_told_from_names_of_respondents() {
        for word in [
            "average",
            "n = 26",
            "total 26",
            "合計26件",
            "average (n=4)",
            "acme total",
            "ø all",
            "a社 平均",
            "mean:",
            "sample",
            "記入例",
        ] {
            assert!(is_word(word), "{word}");
        }
        for word in [
            "n1",
            "sum1",
            "totalserve",
            "acme",
            "social media gmbh",
            "2026-10-01",
            "",
            "meaning",
            "team 1",
            "group 12",
            "sample inc.",
        ] {
            assert!(!is_word(word), "{word}");
        }
        for label in ["anna", "top 2 box", "ø", "industry figures (n=4)"] {
            assert!(is_label(label), "{label}");
        }
        for code in ["2026-10-01", "a@b", "r_9abc", "3", "1 oct 2026"] {
            assert!(!is_label(code), "{code}");
        }
    }
}
