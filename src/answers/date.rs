//! The day on which a set was answered, as people write it: in the order of year, month and day, or by the era of Japan. Other orders
//! are not guessed at.

use jiff::civil::Date;

use crate::text::fold;

/// The metadata that has it.
pub const DATE: &str = "date";

/// An era of Japan.
struct Era {
    name: &'static str,
    letter: &'static str,
    /// The year before its first one.
    before: i16,
    first: Date,
}

const ERAS: [Era; 3] = [
    Era { name: "令和", letter: "r", before: 2018, first: Date::constant(2019, 5, 1) },
    Era { name: "平成", letter: "h", before: 1988, first: Date::constant(1989, 1, 8) },
    Era { name: "昭和", letter: "s", before: 1925, first: Date::constant(1926, 12, 25) },
];

/// The day that a text names: `2026-05-10`, `2026/5/10`, `2026.5.10`, `2026年5月10日`, `令和8年5月10日`, `R8.5.10`, also with
/// full-width digits, the day of the week in brackets, or a time behind. None where it is not certain, as of `10/05/2026`.
pub fn date(text: &str) -> Option<Date> {
    let folded = fold(text);
    let day = folded.split([' ', 't', '(']).next().unwrap_or_default();
    let of_era = |era: &'static Era| Some((era, day.strip_prefix(era.name).or(day.strip_prefix(era.letter))?));
    let (era, rest) = ERAS.iter().find_map(of_era).unzip();
    let rest = rest.unwrap_or(day);
    let parts = match rest.split_once('年') {
        Some((year, rest)) => {
            let (month, day) = rest.split_once('月')?;
            [year, month, day.strip_suffix('日')?]
        }
        None => {
            let sign = rest.chars().find(|c| !c.is_ascii_digit()).filter(|sign| matches!(sign, '-' | '/' | '.'))?;
            let parts: Vec<&str> = rest.split(sign).collect();
            parts.try_into().ok()?
        }
    };
    let number = |text: &str| {
        let digits = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<i16>().ok().filter(|_| digits)
    };
    let year = match (parts[0], era) {
        ("元", Some(_)) => 1,
        (year, Some(_)) => number(year).filter(|year| (1..100).contains(year))?,
        (year, None) => number(year).filter(|_| year.len() == 4)?,
    };
    let small = |text: &str| number(text).filter(|_| text.len() <= 2).and_then(|number| i8::try_from(number).ok());
    let date = Date::new(year + era.map_or(0, |era| era.before), small(parts[1])?, small(parts[2])?).ok()?;
    era.is_none_or(|era| date >= era.first).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_they_are_written_in_japan() {
        for text in [
            "2026-05-10",
            "2026/5/10",
            "2026.05.10",
            "２０２６年５月１０日",
            "2026年5月10日(日)",
            "令和8年5月10日",
            "令和８年５月１０日",
            "R8.5.10",
            "r8/5/10",
            " 2026/5/10 14:33",
            "2026-05-10T14:33:00Z",
        ] {
            assert_eq!(date(text), Some(Date::constant(2026, 5, 10)), "{text}");
        }
        assert_eq!(date("令和元年5月1日"), Some(Date::constant(2019, 5, 1)));
        assert_eq!(date("平成31年4月30日"), Some(Date::constant(2019, 4, 30)));
    }

    #[test]
    fn what_is_not_certain_is_no_date() {
        for text in [
            "",
            "10/05/2026",
            "5/10/26",
            "26-05-10",
            "2026-13-01",
            "2026-02-30",
            "2026年5月",
            "令和元年4月30日",
            "令和0年5月1日",
            "昭和1年1月1日",
            "May 2026",
            "2026-5-10-3",
            "2026-5/10",
            "-2026-5-10",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
