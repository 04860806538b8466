/** The present, as something one can pass in. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
