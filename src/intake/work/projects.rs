//! A list of livelihood projects: one row a project, from its collection to the candidates. What
//! was voted on, and how, is entered as a ballot.

use super::needy;
use crate::domain::book::Book;
use crate::domain::command::Command;
use crate::domain::event::{self, Event, Track};
use crate::domain::terms::{Amount, Date, ProjectId, Title, year_of};
use crate::intake::cell::{Cells, Why, date, name, text, title};
use crate::intake::columns::columns;
use crate::intake::ledger::FileError;
use crate::intake::mapping::Mapping;
use crate::intake::plan::Options;
use crate::intake::roster::{Placed, ReadRow, RosterPlan, RosterReason, planned};
use crate::intake::values::of_words;
use crate::words;

columns! {
    /// A column of a list of projects.
    ProjectColumn {
        Title => "项目名称", "title", "项目", "名称";
        Year => "年度", "year";
        Track => "决定方式", "track";
        Source => "提出单位", "source", "提出人";
        Place => "地点", "place", "建设地点";
        Text => "内容", "text", "群众要求";
        Collected => "征集日期", "collected", "日期";
        Screened => "筛选日期", "screened";
        Unit => "申报单位", "unit", "责任单位", "主管单位";
        Content => "建设内容", "content";
        Budget => "投资", "budget", "投资(万元)", "投资万元";
        Due => "完成期限", "due", "期限";
        Declared => "申报日期", "declared";
        Nominated => "候选日期", "nominated";
    }
    ambiguous ["序号", "编号", "单位", "备注"]
}

use ProjectColumn as Column;

/// Plans the import of a list of projects.
///
/// # Errors
/// The bytes are no table, or its headers are not understood.
pub fn projects(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
) -> Result<RosterPlan<ProjectColumn>, FileError> {
    planned(bytes, mapping, book, options, Column::Title, |read, now| {
        place(read, now, book, options)
    })
}

fn place(
    read: &ReadRow<'_, Column>,
    book: &Book,
    before: &Book,
    options: &Options,
) -> Placed<Column> {
    let mut cells = Cells::new(read.line, read.cells);
    let named = cells.take(Column::Title, title);
    let on = cells.take(Column::Collected, date).unwrap_or(options.today);
    let track = cells.take(Column::Track, |cell| of_words(words::parse_track, cell));
    let collected = event::ProjectCollected {
        on,
        project: book.next_project(),
        year: cells.take(Column::Year, year).unwrap_or(year_of(on) + 1),
        track: track.unwrap_or(Track::Congress),
        title: match &named {
            Some(named) => named.clone(),
            None => return Placed::Wrong(vec![RosterReason::Missing(Column::Title)]),
        },
        source: cells.take(Column::Source, name),
        place: cells.take(Column::Place, name),
        opinions: Vec::new(),
        text: cells.take(Column::Text, text),
    };
    let steps = steps(&mut cells, collected.project, &collected.title);
    let errors = cells.errors();
    if !errors.is_empty() {
        return Placed::Wrong(errors.into_iter().map(RosterReason::Cell).collect());
    }
    // A declaration is the day, the unit and what it would do: a part of it alone would be lost.
    let told = [
        Column::Unit,
        Column::Content,
        Column::Budget,
        Column::Due,
        Column::Declared,
    ];
    let mut needy_cells = needy(read.cells, Column::Declared, &told);
    needy_cells.extend(needy(read.cells, Column::Unit, &told[4..]));
    if !needy_cells.is_empty() {
        return Placed::Wrong(needy_cells);
    }
    let known = before.projects().iter().any(|(_, project)| {
        let theirs = &project.collected;
        (theirs.year, &theirs.title, &theirs.source)
            == (collected.year, &collected.title, &collected.source)
    });
    if known {
        return Placed::Same;
    }
    let facts = std::iter::once((on, Event::from(collected))).chain(steps);
    Placed::Several(
        facts
            .map(|(on, fact)| (on, Command::Projects(Box::new(fact))))
            .collect(),
    )
}

/// The steps whose days the row tells.
fn steps(cells: &mut Cells<'_, Column>, project: ProjectId, named: &Title) -> Vec<(Date, Event)> {
    let mut steps = Vec::new();
    if let Some(on) = cells.take(Column::Screened, date) {
        let passed = event::ProjectScreened {
            on,
            project,
            passed: true,
            why: None,
        };
        steps.push((on, passed.into()));
    }
    let unit = cells.take(Column::Unit, name);
    let content = cells.take(Column::Content, text);
    let content = content.or_else(|| text(named.as_str()).ok());
    let budget = cells.take(Column::Budget, amount);
    let due = cells.take(Column::Due, date);
    if let (Some(on), Some(unit), Some(content)) =
        (cells.take(Column::Declared, date), unit, content)
    {
        let declared = event::ProjectDeclared {
            on,
            project,
            unit,
            content,
            budget,
            due,
        };
        steps.push((on, declared.into()));
    }
    if let Some(on) = cells.take(Column::Nominated, date) {
        let projects = vec![project];
        steps.push((on, event::ProjectsNominated { on, projects }.into()));
    }
    steps
}

fn year(cell: &str) -> Result<i32, Why> {
    let cell = cell.trim().trim_end_matches(['年', '度']);
    cell.parse().map_err(|_| Why::NotANumber)
}

fn amount(cell: &str) -> Result<Amount, Why> {
    let cell = cell.trim().trim_end_matches("万元");
    cell.trim().parse().map_err(Why::Text)
}
