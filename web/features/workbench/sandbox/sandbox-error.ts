/** Why nothing can be run, in words for the learner. */
export class SandboxError extends Error {}
