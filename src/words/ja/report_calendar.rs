//! A plan on the calendar, in Japanese.

use std::fmt::Display;

texts! {
    ReportCalendar for Ja;

    calendar: "日程";
    #[cfg(feature = "xlsx")]
    calendar_sheet: "日程";
    calendar_summary(count: usize, effort: &str, capacity: &str, start: &dyn Display, end: &dyn Display):
        "施策{count}件、工数{effort}を週{capacity}で進めた場合：{start}〜{end}";
    calendar_means:
        "実施中の施策を先に、その後はルートの順に1件ずつ進めます。作業日は月曜から金曜で、祝日は考慮していません。前の施策が終わる日に次の施策を始めることがあります。";
    chart_legend: "▒ 予定   █ 実施中   ◆ 期限   ! 期限より後に終了";
    page_legend: "帯の縦線は期限の日です。";
    late(action: &str, end: &dyn Display, due: &dyn Display): "期限に間に合いません：{action}（期限{due}、終了予定{end}）";
    #[cfg(feature = "xlsx")]
    late_in_short: "期限より後に終了";
    starts: "開始";
    ends_on: "終了";
    #[cfg(feature = "xlsx")]
    calendar_days: "日数";
    #[cfg(feature = "xlsx")]
    remark: "備考";
    from_to(start: &dyn Display, end: &dyn Display): "{start}〜{end}";
    beside_route: "ルート外";
    step_by_step: "進め方";
}
