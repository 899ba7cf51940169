//! What random queries are made of: the two nouns with their fields, and dice.

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    Organization,
    CoverageObject,
}

impl Noun {
    pub fn name(self) -> &'static str {
        match self {
            Self::Organization => "Organization",
            Self::CoverageObject => "CoverageObject",
        }
    }

    pub fn plain_fields(self) -> &'static [&'static str] {
        match self {
            Self::Organization => &[
                "id",
                "code",
                "name",
                "shortName",
                "level",
                "regionCode",
                "establishedOn",
                "retiredOn",
                "version",
                "__typename",
            ],
            Self::CoverageObject => &[
                "id",
                "requiredMode",
                "priority",
                "priorityReason",
                "firstInclusion",
                "pilot",
                "listedOn",
                "plannedLookBackOn",
                "withdrawnOn",
                "version",
                "__typename",
            ],
        }
    }
}

/// A sequence of numbers that only the seed decides (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, sides: usize) -> bool {
        self.roll(sides) == 0
    }

    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.roll(items.len()))
    }
}
