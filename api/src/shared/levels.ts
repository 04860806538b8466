/** A learner's level, as the intake asks for it. */
export const levels = ['beginner', 'intermediate', 'advanced'] as const
