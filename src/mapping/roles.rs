//! Rows whose only name is a role, an occasion or a word for weights or aims, beside others that are called by names: `Expert`,
//! `Wave 1`, `Weighting factor`. Where others are called so, too, it is how the table calls its rows.

#[cfg(feature = "cli")]
use std::collections::BTreeSet;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::aims;
#[cfg(any(test, feature = "cli"))]
use super::aims::is_aim;
#[cfg(feature = "cli")]
use super::columns::Columns;
use super::likeness::plain;
#[cfg(feature = "cli")]
use super::meaning::Meaning;
use super::neutral::is_of;
use super::otherwise::is_year;
#[cfg(feature = "cli")]
use super::passed_over::is_text;
#[cfg(feature = "cli")]
use crate::table::Record;

/// Words for who or what is no respondent, of which a name consists; words that stand beside them, and say nothing alone.
const ROLES: &str = "expert experts assessor assessors auditor auditors moderator moderators facilitator facilitators interviewer \
    interviewers rater raters reviewer reviewers evaluator evaluators examiner examiners workshop workshops ist istwert ist-wert ist-zustand soll \
    sollwert soll-wert zielwert weight weights weighting weightings factor factors coefficient coefficients multiplier gewicht gewichte \
    gewichtung gewichtungen faktor faktoren punkte maximalpunkte maxpunkte possible correct baseline threshold required cut-off \
    cutoff follow-up followup gutachter prüfer experte experten berater poids coefficient pondération peso pesos ponderación";
const ROLES_JA: &str = "専門家 有識者 監査人 監査員 評価者 審査員 審査者 司会 進行役 面接官 ワークショップ 重み 重み付け 重みづけ ウェイト ウエイト 係数 配点 \
    目標 目標値 現状値 基準値 前回 今回 前期 今期 当初";
const BESIDE: &str = "external internal independent lead chief our the of for by per and view views score scores rating ratings value values point \
    points assessment question questions item items max max. maximum min minimum total importance level levels extern externe externer der die das \
    pro frage fragen von de la le por pour";
/// Words for occasions, which stand before or behind numbers.
const OCCASIONS: &str = "wave waves round rounds phase cycle period year quarter fy cy fiscal welle runde jahr quartal vague année ola ronda año";
/// What may be a name, too.
const PERHAPS: &str = "team teams group groups gruppe department departments abteilung leader leaders leadership meta last previous prior current \
    now today everybody staff 部門 チーム グループ 部署 全社 全員 会社";
/// Headers below which rows are told apart by just that.
const KINDS: &str = "role roles function position job title type kind category year period quarter wave round phase date time timestamp stage status \
    source channel version edition rolle funktion art jahr welle typ rôle fonction type année rol función tipo año";
const KINDS_JA: &str = "役割 役職 職種 種別 種類 年度 年 期 区分 回 日付 日時 時期 立場";
/// How long such a name is at most.
const LONGEST: usize = 40;
/// How many rows may be called so, and how many other names are kept.
#[cfg(feature = "cli")]
const MOST: usize = 20;
#[cfg(feature = "cli")]
const KEPT: usize = 64;

/// What a name says, that may be none of a respondent's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Surely,
    Perhaps,
}

/// What a word is.
#[derive(PartialEq, Eq)]
enum Word {
    Role,
    Beside,
    Occasion,
    Perhaps,
}

fn known() -> &'static HashMap<&'static str, Word> {
    static ALL: LazyLock<HashMap<&str, Word>> = LazyLock::new(|| {
        let of = |list: &'static str, word: fn() -> Word| list.split_whitespace().map(move |of| (of, word()));
        let all =
            of(BESIDE, || Word::Beside).chain(of(OCCASIONS, || Word::Occasion)).chain(of(PERHAPS, || Word::Perhaps));
        all.chain(of(ROLES, || Word::Role)).chain(of(ROLES_JA, || Word::Role)).collect()
    });
    &ALL
}

/// The words and letters with which a cell begins that is called after a role, an occasion or an aim, if it does not begin with a number.
pub(crate) fn role_words() -> impl Iterator<Item = &'static str> {
    known().keys().copied().chain(aims::aim_words()).chain(["q", "h", "第", "令和"])
}

/// Whether a cell is called after a role, an occasion or an aim.
#[cfg(any(test, feature = "cli"))]
fn role(cell: &[u8]) -> Option<Role> {
    called(cell).or_else(|| is_aim(cell).then_some(Role::Surely))
}

/// The same but for aims.
pub(crate) fn called(cell: &[u8]) -> Option<Role> {
    let cell = cell.trim_ascii();
    if !(2..=LONGEST).contains(&cell.len()) {
        return None;
    }
    let folded = plain(std::str::from_utf8(cell).ok()?);
    let words = || folded.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| !word.is_empty());
    let is_role = |word: &str| known().get(word) == Some(&Word::Role);
    // `1-3` as well.
    let is_number =
        |word: &str| word.split('-').all(|part| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_known = |word: &str| matches!(known().get(word), Some(Word::Role | Word::Beside));
    let is_beside = |word: &str| is_known(word) || is_year(word) || is_number(word);
    let is_named = words().any(is_role) && words().all(is_beside);
    match () {
        () if is_named || is_occasion(&folded) => Some(Role::Surely),
        () if known().get(folded.as_str()) == Some(&Word::Perhaps) => Some(Role::Perhaps),
        () => None,
    }
}

/// Whether a plain text is a year, a quarter, a wave or the like.
fn is_occasion(plain: &str) -> bool {
    let words = || plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let numbered = |word: &str, letters: &[&str], digits: std::ops::RangeInclusive<usize>| {
        let number = letters.iter().find_map(|letters| word.strip_prefix(letters));
        number.is_some_and(|number| digits.contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_time = |word: &str| is_year(word) || numbered(word, &["fy", "cy"], 2..=4);
    let is_part = |word: &str| numbered(word, &["q", "h"], 1..=1);
    let is_number = |word: &str| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |word: &str| known().get(word) == Some(&Word::Occasion);
    // A day is none.
    let is_day = words().any(is_time) && words().filter(|word| is_number(word)).count() > 1;
    let all = !is_day && words().all(|word| is_time(word) || is_part(word) || is_number(word) || is_word(word));
    let digits = plain.trim_start_matches('第').trim_start_matches("令和");
    let behind = digits.trim_start_matches(|c: char| c.is_ascii_digit());
    let counted =
        behind.len() < digits.len() && matches!(behind, "年" | "年度" | "年実績" | "年度実績" | "回" | "回目" | "期");
    counted || all && (words().any(is_time) || words().any(is_word) && words().any(is_number))
}

/// Whether a column with this header tells rows apart by roles or occasions.
pub(crate) fn tells_kinds(header: &str) -> bool {
    let folded = plain(header);
    let mut words = folded.split(|c: char| !c.is_alphanumeric());
    words.any(|word| is_of(KINDS, word)) || KINDS_JA.split_whitespace().any(|word| folded.ends_with(word))
}

/// What stands in a column with such a name.
#[cfg(feature = "cli")]
#[derive(Debug)]
pub(super) struct Roles {
    column: usize,
    /// The other columns of metadata.
    beside: Vec<usize>,
    rows: Vec<RoleRow>,
    /// Whether there are too many.
    many: bool,
    /// How many rows are called otherwise, and how.
    others: u64,
    names: BTreeSet<String>,
}

/// A row that is called after a role or an occasion.
#[cfg(feature = "cli")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RoleRow {
    pub(crate) row: u64,
    pub(crate) column: usize,
    pub(crate) name: String,
    pub(crate) surely: bool,
}

#[cfg(feature = "cli")]
impl Roles {
    /// For a column, if it is not the one that names the table of each row.
    pub(super) fn new(column: usize, columns: &Columns, several: bool) -> Self {
        let is_beside = |at: &usize| *at != column && !(several && *at == 0);
        let metadata = (0..columns.list.len()).filter(|at| columns.list[*at].meaning == Meaning::Metadata);
        let (beside, rows, names) = (metadata.filter(is_beside).collect(), Vec::new(), BTreeSet::new());
        Self { column, beside, rows, many: several && column == 0, others: 0, names }
    }

    pub(super) fn row(&mut self, row: u64, record: &Record) {
        let cell = record.field(self.column).trim_ascii();
        if cell.is_empty() || self.many {
            return;
        }
        match role(cell)
            .filter(|_| !self.beside.iter().any(|at| is_text(record.field(*at)) || !record.field(*at).is_ascii()))
        {
            Some(role) => {
                let (name, surely) = (String::from_utf8_lossy(cell).into_owned(), role == Role::Surely);
                self.many = self.rows.len() >= MOST;
                self.rows.push(RoleRow { row, column: self.column, name, surely });
            }
            None => {
                self.others += 1;
                if self.names.len() < KEPT {
                    self.names.insert(plain(&String::from_utf8_lossy(cell)));
                }
            }
        }
    }

    /// The rows that are called so, if the others have names of their own.
    pub(super) fn found(self) -> Vec<RoleRow> {
        let (rows, names) = (self.rows.len() as u64, self.names.len() as u64);
        if self.many || self.others < 2 * rows || 2 * names < self.others.min(KEPT as u64) {
            return Vec::new();
        }
        let first = |text: &str| text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
        let begins: BTreeSet<String> = self.names.iter().map(|name| first(name)).collect();
        let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let numbered = self.names.iter().any(|name| is_number(name));
        let is_odd = |row: &RoleRow| !(begins.contains(&first(&plain(&row.name))) || numbered && is_number(&row.name));
        self.rows.into_iter().filter(is_odd).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_and_occasions_are_told_from_names() {
        for name in [
            "Expert",
            "External assessor",
            "Auditor",
            "Moderator",
            "Workshop",
            "Ist",
            "Soll-Wert",
            "2024",
            "FY24",
            "FY 2024",
            "Wave 1",
            "Q1 2025",
            "2024/25",
            "Weighting factor",
            "Question weight",
            "Max. Punkte",
            "重み付け",
            "係数",
            "2024年度",
            "第1回",
            "Target state",
            "Expert (2024)",
            "Weight (1-3)",
        ] {
            assert_eq!(role(name.as_bytes()), Some(Role::Surely), "{name}");
        }
        for name in ["Team", "Group", "Meta", "部門"] {
            assert_eq!(role(name.as_bytes()), Some(Role::Perhaps), "{name}");
        }
        for name in [
            "Anna Expert",
            "Team A",
            "Wave Ltd",
            "Q1",
            "12",
            "H2O GmbH",
            "Soll & Haben AG",
            "Workshop Berlin",
            "Year",
            "Max",
            "第一生命",
            "20240101",
            "2026-10-05",
            "2026/10/05 10:30",
            "",
        ] {
            assert_eq!(role(name.as_bytes()), None, "{name}");
        }
    }
}
