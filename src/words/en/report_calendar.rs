//! A plan on the calendar.

use std::fmt::Display;

texts! {
    ReportCalendar(lang);

    calendar: "On the calendar";
    #[cfg(feature = "xlsx")]
    calendar_sheet: "Calendar";
    calendar_summary(count: usize, effort: &str, capacity: &str, start: &dyn Display, end: &dyn Display):
        [count; "{count} action, {effort} at {capacity} a week: {start} to {end}.",
            "{count} actions, {effort} at {capacity} a week: {start} to {end}."];
    calendar_means:
        "One action after another, as the route has them; what is being done comes first. Work is done Monday to Friday; holidays are not known. An action may begin on the day on which the one before it ends.";
    chart_legend: "▒ planned   █ being done   ◆ due   ! ends after it is due";
    page_legend: "A line across a bar is the day on which it is due.";
    late(action: &str, end: &dyn Display, due: &dyn Display): "Ends after it is due: {action}, {end} instead of {due}";
    #[cfg(feature = "xlsx")]
    late_in_short: "ends after it is due";
    starts: "Start";
    ends_on: "End";
    #[cfg(feature = "xlsx")]
    calendar_days: "Days";
    #[cfg(feature = "xlsx")]
    remark: "Remark";
    from_to(start: &dyn Display, end: &dyn Display): "{start} to {end}";
    beside_route: "not on the route";
    step_by_step: "Step by step";
}
