//! What is written down when it is read, and for how long.

use clap::{Args, value_parser};

use crate::{
    blocks::access_log::{AccessLog, LoggedRead},
    database::Database,
};

/// The log of reads.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Log of reads")]
pub struct AccessLogSettings {
    /// What is logged when it is read: reads of the table of permissions, `every`, or `none`. Default, set your own.
    #[arg(
        long,
        env = "LOGGED_READS",
        value_delimiter = ',',
        default_value = "ReadPriorityReasons,ReadLookBackDates,ReadElevationGrounds,ReadElevationIndicators,ReadTalkRequests,ReadTeamObjects,ReadRecusals,ReadTalents,ReadSecondments,ReadCare,ReadViolations,ReadAccessRecords"
    )]
    pub logged_reads: Vec<LoggedRead>,

    /// Days for which an entry of that log is kept; 0 keeps all. Default, set your own.
    #[arg(long, env = "ACCESS_RECORD_DAYS", default_value_t = 0, value_parser = value_parser!(u32).range(0..=36_500))]
    pub access_record_days: u32,
}

impl AccessLogSettings {
    /// The log as these settings ask for it.
    pub fn open(&self, database: Database) -> AccessLog {
        AccessLog::open(database, &self.logged_reads, self.access_record_days)
    }
}
