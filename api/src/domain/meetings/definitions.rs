//! What the figures of meetings count, in words that a report can print.

use crate::blocks::measure::Definition;

pub const HELD: Definition = Definition::new(
    "MEETINGS_HELD",
    1,
    "Meetings of the dispatcher's inspection work that were held in the year, filed or not, as far as the viewer sees them; those called off do not count.",
    "当年召开的巡视巡察工作会议次数（含已报备，不含已取消），以查看者可见者为限。",
);

pub const DECISIONS: Definition = Definition::new(
    "MEETING_DECISIONS",
    1,
    "Decisions of meetings that were made in the year and not taken back, as far as the viewer sees them.",
    "当年会议议定且未撤销的事项数，以查看者可见者为限。",
);

pub const CARRIED_OUT: Definition = Definition::new(
    "MEETING_DECISIONS_CARRIED_OUT",
    1,
    "Decisions carried out by the last day of the figure, among those made in the year and not taken back.",
    "截至统计日已落实的事项占当年议定且未撤销事项的比例。",
);

pub const OVERDUE: Definition = Definition::new(
    "MEETING_DECISIONS_OVERDUE",
    1,
    "Decisions made in the year that were still open on the last day of the figure although their own last day was over.",
    "当年议定事项中，截至统计日已超过完成期限仍未落实的件数。",
);

pub const FIRST_STUDY: Definition = Definition::new(
    "DAY_OF_FIRST_STUDY",
    1,
    "On which day in office, the first being day one, a Party secretary first chaired a meeting of the dispatcher's inspection work that was held.",
    "党委（党组）书记到任（当日计为第一天）后，第几天首次主持召开巡视巡察工作会议。",
);
