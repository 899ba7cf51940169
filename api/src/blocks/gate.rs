//! The names of the rules that can stand in the way of a verb; the schema serves them as `Gate`.

/// A rule of the work (硬性门槛) that refused a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
pub enum Gate {
    /// The life cycle does not lead from the record's state to the one asked for (状态不允许).
    WrongState,
    /// A term of the same dispatcher already covers part of these dates (届期重叠).
    TermOverlaps,
    /// The organization already stands on this object list (对象重复列入).
    ObjectListedTwice,
    /// The organization belongs to another dispatcher (非本级派出机关的对象).
    ObjectOfAnotherDispatcher,
    /// The move would make an organization its own ancestor (隶属关系成环).
    CycleInTree,
}

impl Gate {
    /// The spelling on the wire, equal to the enum value in the schema.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::WrongState => "WRONG_STATE",
            Self::TermOverlaps => "TERM_OVERLAPS",
            Self::ObjectListedTwice => "OBJECT_LISTED_TWICE",
            Self::ObjectOfAnotherDispatcher => "OBJECT_OF_ANOTHER_DISPATCHER",
            Self::CycleInTree => "CYCLE_IN_TREE",
        }
    }
}
