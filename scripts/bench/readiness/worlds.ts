/** One set of assumptions about how people learn and forget. None of them is the model that plans are made with. */
export type World = {
  name: string
  /** Skill that the first problem of a topic adds when it has the right difficulty. */
  rate: number
  /** How fast later problems of a topic add less: the exponent of the power law of practice. */
  fatigue: number
  /** Chance of success at which most is learned, and how far from it learning falls to 60 %. */
  best: number
  width: number
  /** Days after which a fresh trace has lost a good part, and the exponent of the power law of forgetting. */
  scale: number
  exponent: number
  /** Skill lost for each logit that prerequisites lack. */
  prerequisites: number
  /** Standard deviation and bias of self-ratings, in steps of the five-point scale. */
  ratingNoise: number
  ratingBias: number
  /** Share of study days that a learner misses. */
  missed: number
}

const usual: World = {
  name: 'usual',
  rate: 0.45,
  fatigue: 0.35,
  best: 0.65,
  width: 0.3,
  scale: 9,
  exponent: 0.45,
  prerequisites: 0.4,
  ratingNoise: 0.8,
  ratingBias: 0,
  missed: 0.05,
}

export const worlds: World[] = [
  usual,
  { ...usual, name: 'fast forgetting', scale: 4, exponent: 0.7 },
  { ...usual, name: 'slow forgetting', scale: 30, exponent: 0.25 },
  { ...usual, name: 'flat difficulty', width: 0.8 },
  { ...usual, name: 'sharp difficulty', best: 0.8, width: 0.15 },
  { ...usual, name: 'weak prerequisites', prerequisites: 0.05 },
  { ...usual, name: 'strong prerequisites', prerequisites: 0.9 },
  { ...usual, name: 'misleading ratings', ratingNoise: 2, ratingBias: 1 },
  { ...usual, name: 'days missed', missed: 0.35 },
]
