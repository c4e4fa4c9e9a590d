//! A cell as text: a number as it stands, and a date as people who read dates write it.

use calamine::{Data, DataRef, DataType as _, ExcelDateTime};

/// A whole number below this one is none of a date.
const CODES: f64 = 100.0;

pub(super) fn write_text(out: &mut Vec<u8>, cell: &DataRef<'_>) {
    // Most numbers are a digit.
    let digit = |number: f64| (b'0'..=b'9').find(|digit| f64::from(digit - b'0').to_bits() == number.to_bits());
    match cell {
        DataRef::SharedString(text) => out.extend_from_slice(text.as_bytes()),
        DataRef::DateTime(date) => out.extend(date_text(date).into_bytes()),
        cell => match cell.get_float().and_then(digit) {
            Some(digit) => out.push(digit),
            None => out.extend(Data::from(cell.clone()).to_string().into_bytes()),
        },
    }
}

/// A date without a time, a time without a date, or both; a duration in hours.
fn date_text(date: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let days = date.as_f64();
    if date.is_duration() && days >= 1.0 {
        return format!("{}:{minute:02}:{second:02}", days.floor() * 24.0 + f64::from(hour));
    }
    // A code in a cell that shows dates: nobody answered then.
    if !date.is_duration() && days.fract() == 0.0 && (1.0..CODES).contains(&days) {
        return format!("{days}");
    }
    let time = format!("{hour:02}:{minute:02}:{second:02}");
    match (hour, minute, second) {
        _ if (0.0..1.0).contains(&days) => time,
        (0, 0, 0) => format!("{year:04}-{month:02}-{day:02}"),
        _ => format!("{year:04}-{month:02}-{day:02} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn times_and_dates_are_told_apart() {
        let text = |days: f64, kind: ExcelDateTimeType| date_text(&ExcelDateTime::new(days, kind, false));
        let date = |days: f64| text(days, ExcelDateTimeType::DateTime);
        assert_eq!(
            [0.395_833_333_333, 46_296.0, 46_296.5].map(date),
            ["09:30:00", "2026-10-01", "2026-10-01 12:00:00"]
        );
        assert_eq!(text(1.25, ExcelDateTimeType::TimeDelta), "30:00:00");
    }
}
