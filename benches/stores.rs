//! How long a person waits: whole processes of the released binary on stores of 300, 1,000, 3,000
//! and 100,000 cases with about ten facts each, beside the same binary's `--version`.
//!
//! `cargo bench` builds the stores through the program's own append path in a temporary folder and
//! prints medians. The machines are shared and noisy: read the ratios.

#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark looks at the clock, and stops where its ground gives way"
)]

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::{DateTime, Days, FixedOffset};
use jianyi::domain::event::{self, ConsultMode, Event, Handlers, Kind};
use jianyi::domain::rules;
use jianyi::domain::terms::{CaseId, Date, Level, Name, Number, Period, Series, Text, Title};
use jianyi::journal::{Draft, Holder, Place, Writer};

const RUNS: usize = 7;
const SESSION_CASES: u32 = 9_000;
const FIRST_YEAR: i32 = 2010;
const UNITS: [&str; 8] = [
    "农业服务中心",
    "村镇建设服务中心",
    "便民服务中心",
    "文化服务中心",
    "党政办公室",
    "经济发展办公室",
    "平安建设办公室",
    "应急管理办公室",
];
const TOPICS: [&str; 6] = [
    "硬化村道",
    "整治山坪塘",
    "安装路灯",
    "清运垃圾",
    "改造饮水管网",
    "修建公路桥",
];
const CATEGORIES: [&str; 4] = ["农林水、生态环保", "城建交通", "社会事业", "教科文卫"];

fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}

fn text(words: &str) -> Text {
    Text::new(words).expect("a text")
}

fn recorded() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2025-12-31T09:00:00+08:00").expect("a time")
}

fn draft(events: Vec<Event>) -> Draft {
    Draft {
        at: recorded(),
        by: name("王敏"),
        batch: None,
        lenient: false,
        events,
    }
}

/// The office: rules, calendars, units, deputies.
fn office() -> Vec<Event> {
    let on = Date::from_ymd_opt(FIRST_YEAR, 1, 1).expect("a day");
    let rules = rules::shipped_set("jianlong")
        .expect("shipped")
        .expect("resolves");
    let mut events = vec![
        Event::StoreOpened(event::StoreOpened {
            on,
            store: uuid::Uuid::nil(),
            office: name("健龙镇人大主席团"),
            level: Level::Town,
            secretary: name("王敏"),
        }),
        Event::RulesAdopted(event::RulesAdopted {
            on,
            from: on,
            running: false,
            rules: Box::new(rules),
        }),
    ];
    let tables = rules::shipped_years().filter_map(rules::shipped_year);
    events.extend(tables.map(|table| Event::CalendarAdopted(event::CalendarAdopted { on, table })));
    events.extend(UNITS.map(|unit| {
        Event::UnitAdded(event::UnitAdded {
            on,
            unit: name(unit),
        })
    }));
    events.extend((1..=60).map(|n| {
        Event::DeputyAdded(event::DeputyAdded {
            on,
            deputy: name(&format!("代表{n}")),
            card: None,
            group: None,
        })
    }));
    events
}

/// The life of a case: about ten facts in six lines.
#[expect(clippy::too_many_lines, reason = "one life, fact by fact")]
fn life(id: u32) -> Vec<Vec<Event>> {
    let case = CaseId(id);
    let (session, seq) = ((id - 1) / SESSION_CASES + 1, (id - 1) % SESSION_CASES + 1);
    let pick = |n: usize| id as usize % n;
    let year = FIRST_YEAR + i32::try_from(session).expect("few sessions");
    let day = |later: u64| {
        Date::from_ymd_opt(year, 1, 10).expect("a day") + Days::new(later + u64::from(id % 90))
    };
    let unit = name(UNITS[pick(UNITS.len())]);
    let term = 1;
    let series = Series {
        level: Level::Town,
        term,
        session: u16::try_from(session).expect("few sessions"),
        period: Period::InSession,
    };
    let topic = TOPICS[pick(TOPICS.len())];
    let body = format!(
        "{topic}事关群众出行和生产,{}社反映多年。建议由{unit}牵头核实情况,列入年度计划,明确完成时限,并向群众公开进度。",
        id % 40
    );
    let class = ["A", "A", "B", "C"][pick(4)];
    let submitted = Event::Submitted(event::Submitted {
        on: day(0),
        case,
        level: Level::Town,
        period: Period::InSession,
        term,
        session: series.session,
        title: Title::new(&format!("关于{topic}的建议之{id}")).expect("a title"),
        body: Some(text(&body)),
        deputy: Some(name(&format!("代表{}", id % 60 + 1))),
        co_signers: Vec::new(),
        delegation: None,
        category: name(CATEGORIES[pick(CATEGORIES.len())]),
        kind: Kind::Ordinary,
        confidential: false,
        requests: Vec::new(),
        motion: None,
    });
    let mut reply = vec![Event::Replied(event::Replied {
        on: day(80),
        case,
        unit: unit.clone(),
        class: name(class),
        doc_no: None,
        signer: Some(name("李明")),
        text: None,
        reason: Some(text("资金已纳入年度预算")),
        publication: None,
        publication_reason: None,
        answers: Vec::new(),
    })];
    if class == "B" {
        reply.push(Event::CommitmentMade(event::CommitmentMade {
            on: day(80),
            case,
            promise: text("年底前完成"),
            due: day(300),
        }));
    }
    let mut lines = vec![
        vec![
            submitted,
            Event::Numbered(event::Numbered {
                on: day(0),
                case,
                number: Number { series, seq },
            }),
        ],
        vec![
            Event::Accepted(event::Accepted { on: day(5), case }),
            Event::Assigned(event::Assigned {
                on: day(14),
                case,
                to: Handlers {
                    lead: Some(unit.clone()),
                    ..Handlers::default()
                },
                due: None,
                hard: None,
                plan: None,
                task_force: Vec::new(),
            }),
        ],
        vec![Event::Signed(event::Signed {
            on: day(15),
            case,
            unit: unit.clone(),
        })],
        vec![Event::Consulted(event::Consulted {
            on: day(30),
            case,
            stage: None,
            mode: ConsultMode::Visit,
            people: Vec::new(),
            leader_present: false,
            note: None,
        })],
        vec![Event::Progressed(event::Progressed {
            on: day(50),
            case,
            unit: Some(unit),
            percent: Some(50),
            note: text("已现场查看,正在编制方案"),
        })],
    ];
    // One in ten still waits for its reply.
    if !id.is_multiple_of(10) {
        lines.push(reply);
        let rated = Event::Rated(event::Rated {
            of: event::Rateable::Reply,
            on: day(90),
            case,
            deputy: name(&format!("代表{}", id % 60 + 1)),
            rating: Some(name("满意")),
            attitude: None,
            result: None,
            comment: None,
            channel: None,
        });
        lines.push(vec![
            rated,
            Event::Closed(event::Closed { on: day(95), case }),
        ]);
    }
    lines
}

/// Builds a store in batches; tells how long it took.
fn build(folder: &Path, cases: u32) -> Duration {
    let begun = Instant::now();
    let place = Place::create(folder).expect("a new store");
    let holder = Holder {
        process: 0,
        by: None,
        at: recorded(),
    };
    let mut writer: Writer =
        Writer::open(&place, Duration::from_secs(1), &holder).expect("the lock");
    let _ = writer.append(vec![draft(office())]).expect("the office");
    let sessions: Vec<Draft> = (1..=cases.div_ceil(SESSION_CASES))
        .map(|session| {
            let on = Date::from_ymd_opt(FIRST_YEAR + i32::try_from(session).expect("few"), 1, 9)
                .expect("a day");
            draft(vec![Event::SessionOpened(event::SessionOpened {
                on,
                term: 1,
                session: u16::try_from(session).expect("few"),
            })])
        })
        .collect();
    let _ = writer.append(sessions).expect("the sessions");
    let ids: Vec<u32> = (1..=cases).collect();
    for batch in ids.chunks(1_000) {
        let drafts = batch.iter().flat_map(|id| life(*id)).map(draft).collect();
        let _ = writer.append(drafts).expect("a batch");
    }
    begun.elapsed()
}

/// Milliseconds of the median run, and the most memory of any, in MiB, where `time` can tell.
fn measure(store: &Path, words: &[&str], runs: usize) -> (f64, Option<u64>) {
    let command = |program: &str| {
        let mut command = Command::new(program);
        command
            .env("JIANYI_STORE", store)
            .env("JIANYI_NOW", "2025-12-31T09:00:00+08:00");
        command
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped());
        command
    };
    let binary = env!("CARGO_BIN_EXE_jianyi");
    let mut times: Vec<Duration> = (0..runs)
        .map(|_| {
            let begun = Instant::now();
            let done = command(binary)
                .args(words)
                .output()
                .expect("the binary runs");
            assert!(
                done.status.success(),
                "{words:?}: {}",
                String::from_utf8_lossy(&done.stderr)
            );
            begun.elapsed()
        })
        .collect();
    times.sort();
    let timed = command("/usr/bin/time")
        .args(["-f", "%M", binary])
        .args(words)
        .output();
    let kib = timed.ok().and_then(|done| {
        String::from_utf8_lossy(&done.stderr)
            .lines()
            .last()?
            .trim()
            .parse::<u64>()
            .ok()
    });
    (
        times[times.len() / 2].as_secs_f64() * 1e3,
        kib.map(|kib| kib / 1024),
    )
}

fn main() {
    // `cargo test --benches` only asks whether it starts.
    if std::env::args().any(|word| word == "--test") {
        return;
    }
    // `cargo bench -- build FOLDER CASES` leaves a store behind, for other tools to read.
    let words: Vec<String> = std::env::args().collect();
    let named = words.iter().position(|word| word == "build");
    if let Some(words) = named.and_then(|at| words.get(at + 1..at + 3)) {
        build(Path::new(&words[0]), words[1].parse().expect("a number"));
        return;
    }
    println!("cases | command | ms | × --version | MiB");
    for cases in [300, 1_000, 3_000, 100_000] {
        let folder = tempfile::tempdir().expect("a folder");
        let store = folder.path().join("store");
        let built = build(&store, cases);
        let bytes = std::fs::metadata(store.join("journal.jsonl"))
            .expect("the journal")
            .len();
        println!(
            "{cases} | built ({} MiB) | {:.0} | |",
            bytes >> 20,
            built.as_secs_f64() * 1e3
        );
        // What a writer leaves behind: a checkpoint.
        measure(&store, &["progress", "1", "继续办理"], 1);
        let runs = if cases > 10_000 { 3 } else { RUNS };
        let (base, _) = measure(&store, &["--version"], runs);
        for words in [
            &["--version"][..],
            &[],
            &["complete", "--", "show", "1"],
            &["list"],
            &["list", "--overdue"],
            &["report", "summary"],
            &["show", "1"],
            &["report", "monthly", "--month", "2011-05"],
            &["verify"],
        ] {
            let (ms, mib) = measure(&store, words, runs);
            let mib = mib.map_or_else(String::new, |mib| mib.to_string());
            println!(
                "{cases} | {} | {ms:.1} | {:.1} | {mib}",
                words.join(" "),
                ms / base
            );
        }
    }
}
