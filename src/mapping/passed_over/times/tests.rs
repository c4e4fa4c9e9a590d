//! How times are read.

use super::*;

fn said(text: &str) -> String {
    let Some(time) = read(text) else { return "none".to_owned() };
    let clock = |time: i64| time.rem_euclid(86_400 * SECOND) / SECOND;
    let moment = |time: i64| {
        let seconds = clock(time);
        format!("{} {:02}:{:02}:{:02}", day(time), seconds / 3_600, seconds / 60 % 60, seconds % 60)
    };
    let moments = match time.order {
        Order::Either => format!("{} or {}", moment(time.month_first), moment(time.day_first)),
        _ => moment(time.month_first),
    };
    match time.kind {
        Kind::Local => moments,
        Kind::Universal => format!("{moments} UTC"),
        Kind::Named(name) => format!("{moments} {name}"),
        Kind::Number(_) => format!("number {}", time.month_first),
    }
}

#[test]
fn times_are_read_as_programs_and_people_write_them() {
    for (text, expected) in [
        ("2026-10-01", "2026-10-01 00:00:00"),
        ("2026/10/1 9:05", "2026-10-01 09:05:00"),
        ("2026-10-01T09:05:07.123+09:00", "2026-10-01 00:05:07 UTC"),
        ("2026/10/01 9:12:00 PM GMT+9", "2026-10-01 12:12:00 UTC"),
        ("2026/10/01 12:12:00 am", "2026-10-01 00:12:00"),
        ("2026年10月1日", "2026-10-01 00:00:00"),
        ("2026年10月1日(木) 16時05分", "2026-10-01 16:05:00"),
        ("2026/11/01 1:05:10 午後 GMT+9", "2026-11-01 04:05:10 UTC"),
        ("2026/11/01 午後 12:30", "2026-11-01 12:30:00"),
        ("2026/11/01 1:05 p. m. UTC", "2026-11-01 13:05:00 UTC"),
        ("2026-11-01 오후 1:05", "2026-11-01 13:05:00"),
        ("2026-11-01 13:05 JST", "2026-11-01 13:05:00 jst"),
        ("2026-03-01 00:30 -0530", "2026-03-01 06:00:00 UTC"),
        ("2026-03-01 00:30Z", "2026-03-01 00:30:00 UTC"),
        ("Mar 20, 2026", "2026-03-20 00:00:00"),
        ("Mar 2, 2026 9:12:33 AM", "2026-03-02 09:12:33"),
        ("March 20th, 2026 at 4:05 PM", "2026-03-20 16:05:00"),
        ("20 March 2026", "2026-03-20 00:00:00"),
        ("20. März 2026 um 16:05 Uhr", "2026-03-20 16:05:00"),
        ("20 mars 2026 à 16h05", "2026-03-20 16:05:00"),
        ("20 de marzo de 2026", "2026-03-20 00:00:00"),
        ("20-Mar-2026 16:05:22", "2026-03-20 16:05:22"),
        ("Fri, 20 Mar 2026 16:05:00 GMT", "2026-03-20 16:05:00 UTC"),
        ("Fri Mar 20 2026 16:05:22 GMT+0900 (Japan Standard Time)", "2026-03-20 07:05:22 UTC"),
        ("20.03.2026 16:05", "2026-03-20 16:05:00"),
        ("1.10.2026", "2026-10-01 00:00:00"),
        ("20. 3. 2026", "2026-03-20 00:00:00"),
        ("03/20/2026 4:05 PM", "2026-03-20 16:05:00"),
        ("20/03/2026 16:05", "2026-03-20 16:05:00"),
        ("29/02/2024", "2024-02-29 00:00:00"),
        ("03/03/2026", "2026-03-03 00:00:00"),
        ("03/04/2026 9:00", "2026-03-04 09:00:00 or 2026-04-03 09:00:00"),
        ("03-04-2026", "2026-03-04 00:00:00 or 2026-04-03 00:00:00"),
        ("46023.5", "number 4602350000"),
        ("1772442000", "number 177244200000000"),
    ] {
        assert_eq!(said(text), expected, "{text}");
    }
    for text in [
        "",
        "d",
        "yesterday",
        "2026-13-01",
        "2026-02-30",
        "13/13/2026",
        "30.02.2026",
        "03/20/26",
        "20 Foo 2026",
        "Mar 2026",
        "2026-10-01 24:10",
        "2026-10-01 13:00 pm",
        "2026-10-01 9",
        "20.03.2026 16:05 or so",
        "2026-10-01 +",
        "12:30",
    ] {
        assert_eq!(said(text), "none", "{text}");
    }
    for half in ["ab", "nachm", "nachm.", "μμ", "du soir"] {
        assert_eq!(said(&format!("2026/11/01 1:05:10 {half}")), "none", "{half} may be half a day");
    }
    let fraction = |text: &str| read(text).unwrap().month_first;
    assert!(fraction("2026-10-01 09:05:07.25") > fraction("2026-10-01 09:05:07.123"));
}

proptest::proptest! {
    #[test]
    fn a_day_is_the_same_however_it_is_written(year in 1900i64..2100, month in 1i64..13, of_month in 1i64..29) {
        let iso = format!("{year}-{month:02}-{of_month:02}");
        let time = read(&iso).unwrap();
        proptest::prop_assert_eq!(&day(time.month_first), &iso);
        let name = MONTHS[usize::try_from(month).unwrap() - 1].split(' ').next_back().unwrap();
        for text in [format!("{of_month}.{month}.{year}"), format!("{of_month} {name} {year}"), format!("{name} {of_month}, {year}")] {
            proptest::prop_assert_eq!(read(&text), Some(time.clone()), "{}", text);
        }
        let slashed = read(&format!("{month}/{of_month}/{year}")).unwrap();
        proptest::prop_assert_eq!(slashed.month_first, time.month_first);
    }
}
