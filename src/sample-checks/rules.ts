/** The bounds of a sample check; docs/sample-checks.md repeats them. */

/** Below, an interval says nothing; above, people are disturbed for little more. */
export const FEWEST = 20
export const MOST = 400
/** At most one counted signature in so many is asked, so that being asked stays chance. */
export const OUT_OF = 2
/** In a year, of one petition: people are not to be asked again and again. */
export const MOST_A_YEAR = 3
/** The value becomes public from tomorrow to so many days later. */
export const LATEST_VALUE_DAYS = 60
/** A check whose value is not entered so many days after its date lapses, in public. */
export const LAPSES_AFTER_DAYS = 30
/** How long people may answer. */
export const ANSWER_DAYS = 10

export const LONGEST_ANNOUNCED = 200
export const LONGEST_VALUE = 200
export const LONGEST_SOURCE = 300
