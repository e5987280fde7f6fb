//! What has happened in a town before each example of the help pages is run.

/// What has happened before an example: of a verb, for each of its lines in their order. Where
/// there are more lines than steps, they go on from there.
pub(crate) const BEFORE: &[(&str, &[&[&str]])] = &[
    (
        "adjudicate",
        &[&[HANDED, CONSULTED, REPLIED, UNHAPPY, AGAIN, UNHAPPY_AGAIN]],
    ),
    ("citizen pair", &[&[CITIZENS]]),
    ("citizen part", &[&[CITIZENS]]),
    ("citizen visit", &[&[CITIZENS]]),
    ("citizen show", &[&[CITIZENS]]),
    ("citizen correct", &[&[CITIZENS]]),
    ("erase", &[&[CITIZENS]]),
    ("group", &[&[]]),
    ("meeting", &[&[]]),
    ("meeting hold", &[&[CALLED]]),
    ("meeting decide", &[&[CALLED, MET]]),
    ("meeting minutes", &[&[CALLED, MET]]),
    ("meeting deliberate", &[&[CALLED, MET]]),
    ("meeting answer", &[&[CALLED, MET, DELIBERATED]]),
    ("meeting show", &[&[CALLED, MET]]),
    ("meeting sheet", &[&[HANDED, CALLED, MET]]),
    ("group join", &[&[SMALL_GROUPS]]),
    ("group leave", &[&[SMALL_GROUPS, JOINED]]),
    ("station staff", &[&[STATIONS]]),
    ("class", &[&[HANDED, CONSULTED, REPLIED]]),
    ("check", &[&[HANDED, CONSULTED]]),
    ("close", &[&[HANDED, CONSULTED, REPLIED, RATED]]),
    ("colour", &[&[HANDED]]),
    ("concur", &[&[WITH_CO]]),
    ("consult", &[&[HANDED]]),
    ("correct", &[&[HANDED]]),
    ("deadline", &[&[HANDED]]),
    ("deliver", &[&[HANDED, CONSULTED, REPLIED], &[]]),
    ("escalate", &[&[HANDED]]),
    ("evidence", &[&[HANDED]]),
    ("extend", &[&[HANDED]]),
    ("feedback", &[&[HANDED, CONSULTED, REPLIED]]),
    (
        "filter drop",
        &[&["filter save 催办 逾期;filter save late 逾期"]],
    ),
    (
        "follow",
        &[
            &[HANDED, CONSULTED, PROMISED],
            &[RESTART, HANDED, CONSULTED, PROMISED],
            &[RESTART, HANDED, CONSULTED, PROMISED],
        ],
    ),
    ("forward", &[&[HANDED]]),
    (
        "look-back",
        &[
            &[HANDED, CONSULTED, REPLIED, RATED],
            &[RESTART, HANDED, CONSULTED, REPLIED, RATED],
        ],
    ),
    ("letter", &[&[HANDED]]),
    ("milestone", &[&[HANDED]]),
    (
        "verify",
        &[&[], &[], &["backup 备份.zip", "backup BACKUP.zip"]],
    ),
    ("notice", &[&[HANDED, SUPERVISED]]),
    ("opinion", &[&[], &[SAID]]),
    ("opinion show", &[&[SAID]]),
    ("opinion answer", &[&[SAID]]),
    ("opinion pass", &[&[SAID]]),
    ("opinion discuss", &[&[SAID, GROUPED]]),
    ("opinion forward", &[&[SAID]]),
    ("opinion settle", &[&[SAID, PASSED]]),
    ("activity show", &[&[PLANNED]]),
    ("activity invite", &[&[INVITED]]),
    ("activity hold", &[&[PLANNED]]),
    ("activity cancel", &[&[PLANNED]]),
    ("activity count", &[&[HELD]]),
    ("activity rate", &[&[HELD]]),
    ("progress", &[&[HANDED]]),
    (
        "project",
        &[
            &[SAID],
            &[RESTART, COLLECTED, DECLARED, NOMINATED],
            &[],
            &[RESTART, COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN],
        ],
    ),
    ("project collect", &[]),
    ("project resolve", &[&[COLLECTED, OF_VILLAGE]]),
    ("project list", &[&[COLLECTED]]),
    ("project show", &[&[COLLECTED]]),
    ("project screen", &[&[COLLECTED]]),
    ("project discuss", &[&[COLLECTED]]),
    ("project declare", &[&[COLLECTED, SCREENED]]),
    ("project nominate", &[&[COLLECTED, DECLARED]]),
    (
        "project announce",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED]],
    ),
    (
        "project start",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED, ANNOUNCED]],
    ),
    (
        "project progress",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN]],
    ),
    (
        "project change",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN]],
    ),
    (
        "project supervise",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN]],
    ),
    (
        "project accept",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN]],
    ),
    (
        "project evaluate",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN, ACCEPTED]],
    ),
    (
        "project defect",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN, ACCEPTED]],
    ),
    (
        "project mend",
        &[&[
            COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN, ACCEPTED, BROKEN,
        ]],
    ),
    (
        "project entrust",
        &[&[COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN, ACCEPTED]],
    ),
    (
        "project credit",
        &[&[
            COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN, ACCEPTED, ENTRUSTED,
        ]],
    ),
    (
        "project reward",
        &[&[
            COLLECTED, DECLARED, NOMINATED, VOTED, BEGUN, ACCEPTED, ENTRUSTED, CREDITED,
        ]],
    ),
    ("rate", &[&[HANDED, CONSULTED, REPLIED]]),
    ("reassign", &[&[HANDED, RETURNED]]),
    ("redo", &[&["undo --why x"]]),
    ("remind", &[&[HANDED, CONSULTED], &[], &[REPLIED]]),
    ("reply", &[&[HANDED, CONSULTED]]),
    ("report", &[&[HANDED]]),
    ("return", &[&[HANDED_NOW], &[]]),
    (
        "restore",
        &[&[
            "init --office x --secretary y;backup 健龙镇-2024-12-31.zip;backup town-2024-12-31.zip",
        ]],
    ),
    ("rework", &[&[HANDED, CONSULTED, REPLIED, RATED]]),
    ("sign", &[&[ASSIGNED]]),
    ("supervise", &[&[HANDED]]),
];

const CALLED: &str = "meeting call 主席团会议 --on 2024-02-01";
const MET: &str = "meeting hold 1 --present 祝晓琴,凌钦泽,曾庆瑜 --on 2024-02-01";
const DELIBERATED: &str = "meeting deliberate 1 --unit 农业服务中心 --text 加快 --on 2024-02-01";
const CITIZENS: &str = "citizen add 张三 --deputy 祝晓琴 --on 2024-02-01";
const SMALL_GROUPS: &str =
    "group add 第一代表小组 --on 2024-02-01;group add GROUP-1 --on 2024-02-01";
const JOINED: &str = "group join 第一代表小组 --deputies 凌钦泽 --on 2024-02-02;group join GROUP-1 --deputies 凌钦泽 --on 2024-02-02";
const STATIONS: &str =
    "station add 和平村联络站 --on 2024-02-01;station add STATION-1 --on 2024-02-01";
const HANDED: &str = "assign 1-20 --lead 农业服务中心 --on 2024-01-20;sign 1-20 --on 2024-01-22";
const ASSIGNED: &str = "assign 1-20 --lead 农业服务中心 --on 2024-01-20";
const HANDED_NOW: &str = "assign 1-20 --lead 农业服务中心 --on 2024-06-27";
const WITH_CO: &str = "assign 17 --lead 农业服务中心 --co 村镇建设服务中心 --on 2024-06-20";
const CONSULTED: &str = "consult 1-20 --mode 走访 --on 2024-02-01";
const REPLIED: &str = "reply 1-20 --class A --signer 陈刚 --on 2024-03-01";
const SUPERVISED: &str = "supervise 17 --problem x --on 2024-05-01";
const RETURNED: &str = "return 17 --why x --on 2024-01-23";
const RATED: &str = "rate 1-20 --rating 满意 --on 2024-03-05";
const UNHAPPY: &str = "rate 17 --rating 不满意 --comment x --on 2024-03-05";
const AGAIN: &str =
    "consult 17 --mode 走访 --on 2024-03-06;reply 17 --class A --signer 陈刚 --on 2024-03-08";
const UNHAPPY_AGAIN: &str = "rate 17 --rating 不满意 --comment x --on 2024-03-09";
const PROMISED: &str = "reply 17 --class B --signer 陈刚 --promise x --promise-due 2024-05-31 --on 2024-03-01;rate 17 --rating 满意 --on 2024-03-05;close 17 --on 2024-03-06";

const SAID: &str = "opinion add 甲 --channel reception_day --collector 祝晓琴 --on 2024-02-01;opinion add 乙 --channel reception_day --collector 祝晓琴 --on 2024-02-01;opinion add 丙 --channel reception_day --collector 祝晓琴 --on 2024-02-01";
const GROUPED: &str = "deputy add 甲一 --group 第一小组 --on 2024-01-10;deputy add 乙二 --group GROUP-1 --on 2024-01-10";
const PASSED: &str = "opinion pass 1 --to 农业服务中心 --on 2024-02-02";
const INVITED: &str = "activity plan 接待日 --kind reception_day --day 2024-05-10 --place 和平村代表之家 --invited 祝晓琴 --on 2024-05-01";
const PLANNED: &str = "activity plan 接待日 --kind reception_day --day 2024-05-10 --on 2024-05-01";
const HELD: &str = "activity plan 接待日 --kind reception_day --day 2024-05-10 --on 2024-05-01;activity hold 1 --attended 祝晓琴 --others 30 --on 2024-05-10";
const COLLECTED: &str = "project collect 路灯 --year 2024 --on 2024-02-02;project collect 水渠 --year 2024 --on 2024-02-02;project collect 步道 --year 2024 --on 2024-02-02";
const OF_VILLAGE: &str = "project collect 凉亭 --year 2024 --track village --on 2024-02-02;project screen 4 --on 2024-02-03;project declare 4 --unit 农业服务中心 --content 建 --on 2024-02-04";
const SCREENED: &str = "project screen 1 --on 2024-02-03";
const DECLARED: &str = "project screen 1 --on 2024-02-03;project screen 2 --on 2024-02-03;project screen 3 --on 2024-02-03;project declare 1 --unit 农业服务中心 --content 建 --on 2024-02-04;project declare 2 --unit 农业服务中心 --content 建 --on 2024-02-04;project declare 3 --unit 农业服务中心 --content 建 --on 2024-02-04";
const NOMINATED: &str = "project nominate 1-3 --on 2024-02-05";
const VOTED: &str = "project ballot 票决 --quota 2 --deputies 60 --present 55 --votes 1=50/5/0,2=40/10/5,3=20/30/5 --on 2024-02-06";
const ANNOUNCED: &str = "project announce 1-2 --on 2024-02-07";
const BEGUN: &str = "project announce 1-2 --on 2024-02-07;project start 1 --unit 农业服务中心 --plan 装 --due 2024-06-01 --on 2024-02-08;project progress 1 --percent 100 --on 2024-05-01";
const ACCEPTED: &str = "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --warranty-to 2025-05-10 --on 2024-05-10";
const BROKEN: &str = "project defect 1 --what 不亮 --due 2024-06-25 --on 2024-06-01";
const ENTRUSTED: &str = "project entrust 1 --caretaker 路灯管护岗 --on 2024-06-01;project entrust 1 --caretaker LAMPS --on 2024-06-01";
const CREDITED: &str = "project credit 1 --caretaker 路灯管护岗 --points 10 --what x --on 2024-06-02;project credit 1 --caretaker LAMPS --points 10 --what x --on 2024-06-02";

/// From here on in a town of its own.
pub(crate) const RESTART: &str = "restart";
