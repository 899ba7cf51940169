//! The figures of a plan in sentences, as the year-end report prints them. Every number stands beside what it is of.

use chrono::NaiveDate;

use super::{ledger_figures::Figures, ledger_view::PlanHead, year_summary::YearSummary};
use crate::{blocks::measure::Measure, graphql::scalars::TextScalar};

/// In English.
pub fn english(
    head: &PlanHead,
    figures: &Figures,
    years: &[YearSummary],
    as_of: NaiveDate,
) -> String {
    let line = &figures.total;
    let mut sentences = vec![
        format!(
            "{} lists {} objects as of {as_of}: {} covered ({}), {} under way, {} planned, {} not planned, {} taken off the list.",
            head.name,
            number(&line.listed),
            number(&line.covered),
            share(&line.completion_rate),
            number(&line.under_way),
            number(&line.planned),
            number(&line.unplanned),
            number(&line.withdrawn),
        ),
        format!(
            "{} of the covered were looked back at ({}).",
            number(&line.looked_back),
            share(&line.look_back_rate),
        ),
    ];
    for year in years {
        let change = match year.covered_change {
            Some(change) => format!(", {change:+} on the year before"),
            None => String::new(),
        };
        sentences.push(format!(
            "{} (to {}): {} planned, {} covered{change}, {} looked back at; {} of the list covered to date.",
            year.year,
            year.as_of.text(),
            number(&year.planned),
            number(&year.covered),
            number(&year.looked_back),
            share(&year.completion_rate),
        ));
    }
    sentences.push(match &figures.pace.projected_on {
        Some(day) => format!(
            "At the rate of the last year the list is covered on {}.",
            day.text()
        ),
        None => "No day of full coverage can be projected.".to_owned(),
    });
    sentences.join(" ")
}

/// In Chinese.
pub fn chinese(
    head: &PlanHead,
    figures: &Figures,
    years: &[YearSummary],
    as_of: NaiveDate,
) -> String {
    let line = &figures.total;
    let mut sentences = vec![
        format!(
            "《{}》确定巡察对象{}个。截至{as_of}，已覆盖{}个，全覆盖任务完成率{}；进驻中{}个，已排入{}个，未排入{}个，调出{}个。",
            head.name,
            number(&line.listed),
            number(&line.covered),
            share(&line.completion_rate),
            number(&line.under_way),
            number(&line.planned),
            number(&line.unplanned),
            number(&line.withdrawn),
        ),
        format!(
            "开展“回头看”{}个，占已覆盖对象的{}。",
            number(&line.looked_back),
            share(&line.look_back_rate),
        ),
    ];
    for year in years {
        let change = match year.covered_change {
            Some(0) => "，与上年持平".to_owned(),
            Some(more) if more > 0 => format!("，比上年增加{more}个"),
            Some(fewer) => format!("，比上年减少{}个", fewer.unsigned_abs()),
            None => String::new(),
        };
        sentences.push(format!(
            "{}年（截至{}）计划巡察{}个，覆盖{}个{change}，“回头看”{}个，累计完成率{}。",
            year.year,
            year.as_of.text(),
            number(&year.planned),
            number(&year.covered),
            number(&year.looked_back),
            share(&year.completion_rate),
        ));
    }
    sentences.push(match &figures.pace.projected_on {
        Some(day) => format!("按近一年进度测算，{}实现全覆盖。", day.text()),
        None => "尚无法测算实现全覆盖的日期。".to_owned(),
    });
    sentences.concat()
}

fn number(measure: &Measure) -> String {
    measure.numerator.text()
}

/// The share with both counts, so that it can be checked where it is printed.
fn share(measure: &Measure) -> String {
    let counts = format!(
        "{}/{}",
        measure.numerator.text(),
        measure
            .denominator
            .as_ref()
            .map(TextScalar::text)
            .unwrap_or_default()
    );
    match &measure.value {
        Some(value) => format!("{}% ({counts})", value.text()),
        None => format!("— ({counts})"),
    }
}
