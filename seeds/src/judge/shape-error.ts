/** The learner's result has not the shape that is expected; its message is for the learner. */
export class ShapeError extends Error {}
