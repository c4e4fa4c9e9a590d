//! Numbers as spreadsheets, programs and people write them in cells. Their decimal digits decide, and no floating-point
//! number: what is not exactly whole is not, save for what is left of one that a program worked out.

/// The number that a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Number {
    Whole(i64),
    /// Between 0 and 1, or so many percent: a share, which is no answer.
    Share,
    /// Not whole.
    Fraction,
}

/// So many digits behind the point are looked at to tell what is left of a floating-point number: 3.0000000000000001.
const EXACT: usize = 9;

/// The number that a folded text is: `3`, `3.0`, `3,0`, `3.`, `3e0`, `-3`, `3.000000000000001`; or `75%`.
pub(super) fn number(folded: &str) -> Option<Number> {
    // Most cells are a digit or a text.
    if let [digit @ b'0'..=b'9'] = folded.as_bytes() {
        return Some(Number::Whole((digit - b'0').into()));
    }
    if !folded.starts_with(|c: char| matches!(c, '0'..='9' | '-' | '−' | '.' | ',' | '=' | '"')) {
        return None;
    }
    // As programs write it so that it stays as it is.
    if let Some(kept) = folded.strip_prefix('=').unwrap_or(folded).strip_prefix('"') {
        return kept.strip_suffix('"').filter(|kept| !kept.starts_with(['=', '"'])).and_then(number);
    }
    if let Some(percent) = folded.strip_suffix('%') {
        return number(percent.trim_end()).map(|_| Number::Share);
    }
    let (negative, unsigned) = match folded.strip_prefix(['-', '−']) {
        Some(unsigned) => (true, unsigned),
        None => (false, folded),
    };
    let (mantissa, exponent) = unsigned.split_once('e').unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent: i32 = exponent.parse().ok().filter(|exponent| (-9..=9).contains(exponent))?;
    if !is_digits(whole) || !is_digits(fraction) || whole.len() > 9 || whole.len() + fraction.len() == 0 {
        return None;
    }
    // The point moves by the exponent, and zeros fill the gap.
    let length = i32::try_from(whole.len() + fraction.len()).ok()?;
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    let digits = format!("{}{whole}{fraction}{}", zeros(-point), zeros(point - length));
    let (whole, fraction) = digits.split_at(usize::try_from(point).unwrap_or(0));
    // What is larger answers nothing, and sums of it would have no room.
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok().filter(|whole| *whole < 1_000_000_000)? };
    let all = |digit: u8| fraction.bytes().take(EXACT).all(|byte| byte == digit);
    let whole = match fraction.len() > EXACT {
        _ if fraction.bytes().all(|byte| byte == b'0') => whole,
        true if all(b'0') => whole,
        true if all(b'9') => whole + 1,
        _ if whole == 0 => return Some(Number::Share),
        _ => return Some(Number::Fraction),
    };
    Some(Number::Whole(if negative { -whole } else { whole }))
}

/// The number in the code that LimeSurvey gives an option: `a3`, or `ao03`.
pub(super) fn option_code(folded: &str) -> Option<Number> {
    let digits = folded.strip_prefix("ao").or_else(|| folded.strip_prefix('a'))?;
    let is_number = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number).map(Number::Whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_may_be_written_in_many_ways() {
        for text in [
            "4",
            "4.0",
            "4,0",
            "4.",
            "4.00",
            "4e0",
            "=\"4\"",
            "\"4\"",
            "4.0e+00",
            "0.04e2",
            "40e-1",
            "4000e-3",
            "4.000000000000001",
            "3.9999999999999996",
            "4.0000000001",
            "3.99999999999999999e0",
        ] {
            assert_eq!(number(text), Some(Number::Whole(4)), "{text}");
        }
        for (text, whole) in
            [("-2", -2), ("−2.0", -2), ("0e0", 0), ("123456789", 123_456_789), (".3e1", 3), ("3e1", 30)]
        {
            assert_eq!(number(text), Some(Number::Whole(whole)), "{text}");
        }
    }

    #[test]
    fn what_is_nearly_whole_is_not() {
        for text in ["3.5", "3.99999999", "4.000000001", "2.999999999", "35e-1"] {
            assert_eq!(number(text), Some(Number::Fraction), "{text}");
        }
        for text in ["0.5", "0,75", ".25", "75%", "100 %", "3e-1", "0.000000001"] {
            assert_eq!(number(text), Some(Number::Share), "{text}");
        }
        for text in [
            "",
            "3e",
            "e0",
            ".",
            "1e400",
            "1e10",
            "999999999e9",
            "1000000e3",
            "3-4",
            "2026-10-01",
            "1234567890",
            "1.2.3",
            "%",
            "--1",
            "٣",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
