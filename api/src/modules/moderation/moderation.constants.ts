/** So many learners must have reported a comment before it is taken out of sight until a moderator has looked. */
export const REPORTS_TO_HIDE = 3

/** Reports one learner may make a day. */
export const REPORTS_PER_DAY = 20
