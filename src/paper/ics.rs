//! `ics`: appointments for a calendar program (RFC 5545), whole days without hours.
//!
//! Texts are untrusted: separators are escaped, hidden characters go, and no line is longer than 75
//! bytes. The stamp of an appointment is when it was recorded, so that the same activities give the
//! same bytes for ever.

use chrono::{Days, Utc};

use crate::domain::terms::{Date, strip_hidden};
use crate::report::activities::Appointment;

/// The appointments as the content of a file.
pub fn ics(appointments: &[Appointment]) -> Vec<u8> {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//jianyi//activities//ZH".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
    ];
    for appointment in appointments {
        lines.extend(event(appointment));
    }
    lines.push("END:VCALENDAR".to_owned());
    lines
        .iter()
        .flat_map(|line| folded(line).into_bytes())
        .collect()
}

fn event(appointment: &Appointment) -> Vec<String> {
    // The end of whole days is the first day that is free again.
    let free = appointment
        .last
        .checked_add_days(Days::new(1))
        .unwrap_or(appointment.last);
    let recorded = appointment.recorded.with_timezone(&Utc);
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}", escaped(&appointment.id)),
        format!("DTSTAMP:{}", recorded.format("%Y%m%dT%H%M%SZ")),
        format!("DTSTART;VALUE=DATE:{}", day(appointment.first)),
        format!("DTEND;VALUE=DATE:{}", day(free)),
        format!("SUMMARY:{}", escaped(&appointment.title)),
    ];
    let place = appointment.place.as_ref();
    lines.extend(place.map(|place| format!("LOCATION:{}", escaped(place))));
    let invited = appointment.invited.as_ref();
    lines.extend(invited.map(|invited| format!("DESCRIPTION:{}", escaped(invited))));
    if appointment.cancelled {
        lines.push("STATUS:CANCELLED".to_owned());
    }
    lines.push("END:VEVENT".to_owned());
    lines
}

fn day(day: Date) -> String {
    day.format("%Y%m%d").to_string()
}

fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for c in strip_hidden(text).chars() {
        if matches!(c, '\\' | ';' | ',') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A line of at most 75 bytes, gone on with after a blank where it is longer.
fn folded(line: &str) -> String {
    const BYTES_MOST: usize = 75;
    let mut folded = String::new();
    let mut bytes = 0;
    for c in line.chars() {
        if bytes + c.len_utf8() > BYTES_MOST {
            folded.push_str("\r\n ");
            bytes = 1;
        }
        folded.push(c);
        bytes += c.len_utf8();
    }
    folded.push_str("\r\n");
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(title: &str, summary: &str) {
        let appointment = Appointment {
            id: "activity-1@office".to_owned(),
            recorded: chrono::DateTime::parse_from_rfc3339("2024-05-01T09:00:00+08:00")
                .expect("a time"),
            first: "2024-05-10".parse().expect("a date"),
            last: "2024-05-31".parse().expect("a date"),
            title: title.to_owned(),
            place: None,
            invited: None,
            cancelled: true,
        };
        let written = String::from_utf8(ics(&[appointment])).expect("UTF-8");
        let expected = format!(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//jianyi//activities//ZH\r\nCALSCALE:GREGORIAN\r\n\
             BEGIN:VEVENT\r\nUID:activity-1@office\r\nDTSTAMP:20240501T010000Z\r\n\
             DTSTART;VALUE=DATE:20240510\r\nDTEND;VALUE=DATE:20240601\r\n{summary}\r\n\
             STATUS:CANCELLED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        );
        assert_eq!(written, expected);
    }

    #[test]
    fn nothing_in_a_text_ends_its_line() {
        check("接待日", "SUMMARY:接待日");
        check("甲;乙,丙\\丁", "SUMMARY:甲\\;乙\\,丙\\\\丁");
        check("甲\r\nEND:VEVENT", "SUMMARY:甲 END:VEVENT");
    }

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let long = "长".repeat(40);
        let first = "长".repeat(22);
        let second = "长".repeat(18);
        check(&long, &format!("SUMMARY:{first}\r\n {second}"));
    }
}
