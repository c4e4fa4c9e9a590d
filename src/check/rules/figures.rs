//! The figures of a text: those in digits, and in English and Japanese those in words.

/// The figures of a text.
#[derive(Debug, Default)]
pub(super) struct Figures<'a> {
    /// Those that are written, in digits or as English numerals.
    pub(super) written: Vec<Figure<'a>>,
    /// Those that other words may stand for, such as `weekly` for 7.
    pub(super) implied: Vec<u64>,
}

#[derive(Debug)]
pub(super) struct Figure<'a> {
    pub(super) value: u64,
    pub(super) text: &'a str,
    /// What stands before and behind it.
    pub(super) around: [&'a str; 2],
}

const NUMERALS: [&str; 21] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// What English words may be in figures.
const IMPLIED: [(&str, &[u64]); 49] = [
    ("january", &[1]),
    ("february", &[2]),
    ("march", &[3]),
    ("april", &[4]),
    ("may", &[5]),
    ("june", &[6]),
    ("july", &[7]),
    ("august", &[8]),
    ("september", &[9]),
    ("october", &[10]),
    ("november", &[11]),
    ("december", &[12]),
    ("no", &[0]),
    ("none", &[0]),
    ("nobody", &[0]),
    ("nothing", &[0]),
    ("half", &[2, 5, 30, 50]),
    ("halve", &[2, 50]),
    ("halves", &[2, 50]),
    ("quarter", &[3, 4, 25]),
    ("quarters", &[3, 4, 25, 75]),
    ("quarterly", &[3, 4]),
    ("third", &[3]),
    ("thirds", &[3]),
    ("fourth", &[4]),
    ("fifth", &[5]),
    ("tenth", &[10]),
    ("twice", &[2]),
    ("double", &[2]),
    ("both", &[2]),
    ("couple", &[2]),
    ("pair", &[2]),
    ("few", &[2, 3]),
    ("several", &[2, 3]),
    ("second", &[2]),
    ("dozen", &[12]),
    ("hundred", &[100]),
    ("thousand", &[1_000]),
    ("hour", &[60]),
    ("hourly", &[60]),
    ("day", &[24]),
    ("daily", &[24]),
    ("week", &[7]),
    ("weekly", &[7]),
    ("fortnight", &[2, 14]),
    ("month", &[30]),
    ("year", &[12, 365]),
    ("decade", &[10]),
    ("noon", &[12]),
];

/// Whether a text has digits.
pub(super) fn has_digits(text: &str) -> bool {
    text.chars().any(|c| digit(c).is_some())
}

impl<'a> Figures<'a> {
    /// Those in digits, but for what stands in the address of a link.
    pub(super) fn read(text: &'a str) -> Self {
        let mut figures = Self::default();
        for (at, part) in text.split("](").enumerate() {
            let part = if at == 0 { part } else { part.split_once(')').map_or("", |(_, after)| after) };
            figures.read_part(part);
        }
        figures
    }

    fn read_part(&mut self, part: &'a str) {
        let mut at = 0;
        while let Some(from) = part[at..].find(|c| digit(c).is_some()).map(|from| at + from) {
            let mut value = Some(0_u64);
            let mut end = from;
            while let Some((next, length)) = next_digit(&part[end..], end == from) {
                value = value.and_then(|value| value.checked_mul(10)?.checked_add(next));
                end += length;
            }
            // Nothing can be said of what is longer than any figure.
            if let Some(value) = value {
                self.written.push(Figure { value, text: &part[from..end], around: [&part[..from], &part[end..]] });
            }
            // Round the clock is said in other ways elsewhere.
            if &part[from..end] == "24" && part[end..].starts_with("/7") {
                end += 2;
            }
            at = end;
        }
    }

    /// All digits, one behind the other, however they are parted.
    pub(super) fn digits(&self) -> String {
        let digits = self.written.iter().flat_map(|figure| figure.text.chars().filter_map(digit));
        digits.filter_map(|digit| char::from_digit(u32::try_from(digit).ok()?, 10)).collect()
    }

    /// Adds those in words; says whether the words of the language are known.
    pub(super) fn read_words(&mut self, text: &'a str, language: &str) -> bool {
        self.read_kanji(text);
        match language.split('-').next() {
            Some("en") => self.read_english(text),
            Some("ja") => {}
            _ => return false,
        }
        true
    }

    fn read_english(&mut self, text: &'a str) {
        let mut tens = None;
        for word in text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()) {
            let small = word.to_ascii_lowercase();
            let numeral = NUMERALS.iter().position(|numeral| *numeral == small).map(|at| at as u64);
            let ten = TENS.iter().position(|numeral| *numeral == small).map(|at| (at as u64 + 2) * 10);
            if let Some(value) = ten.or(numeral) {
                // One of two words is one figure.
                let value = tens.filter(|_| value < 10).map_or(value, |tens| tens + value);
                if value > 20 && ten.is_none() {
                    self.written.pop();
                }
                let at = word.as_ptr().addr() - text.as_ptr().addr();
                let around = [&text[..at], &text[at + word.len()..]];
                self.written.push(Figure { value, text: word, around });
            } else {
                let bare = small.strip_suffix('s').unwrap_or(&small);
                let implied = IMPLIED.iter().filter(|(word, _)| *word == small || *word == bare);
                self.implied.extend(implied.flat_map(|(_, values)| *values));
            }
            tens = ten;
        }
    }

    fn read_kanji(&mut self, text: &str) {
        let (mut sum, mut last) = (None::<u64>, None::<u64>);
        for c in text.chars().chain(['\n']) {
            match kanji(c) {
                Some(unit @ 10..) => {
                    let ones = last.take().unwrap_or(1);
                    sum = Some(sum.unwrap_or(0).saturating_add(ones.saturating_mul(unit)));
                }
                Some(digit) => last = Some(last.unwrap_or(0).saturating_mul(10).saturating_add(digit)),
                None if sum.is_none() && last.is_none() => {}
                None => {
                    self.implied.push(sum.take().unwrap_or(0).saturating_add(last.take().unwrap_or(0)));
                }
            }
        }
    }
}

/// The value of a Chinese numeral, from 10 on that of a unit.
fn kanji(c: char) -> Option<u64> {
    Some(match c {
        '〇' => 0,
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        _ => return None,
    })
}

/// The value of a digit, of any width.
fn digit(c: char) -> Option<u64> {
    match c {
        '0'..='9' => Some(u64::from(c) - u64::from('0')),
        '０'..='９' => Some(u64::from(c) - u64::from('０')),
        _ => None,
    }
}

/// The digit with which `rest` goes on, and how many bytes it takes with what parts it from those before.
fn next_digit(rest: &str, first: bool) -> Option<(u64, usize)> {
    let mut chars = rest.chars();
    let c = chars.next()?;
    if let Some(value) = digit(c) {
        return Some((value, c.len_utf8()));
    }
    let next = chars.next()?;
    let value = digit(next).filter(|_| !first)?;
    let after: Vec<bool> = chars.take(3).map(|c| digit(c).is_some()).collect();
    let are_three = matches!(after[..], [true, true] | [true, true, false]);
    let parts = match c {
        '.' | '．' => true,
        ',' | '，' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '’' => are_three,
        _ => false,
    };
    parts.then(|| (value, c.len_utf8() + next.len_utf8()))
}
