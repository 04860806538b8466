import { z } from 'zod'

/** One number of the learner model: its default, the range a fit may choose from, and where it comes from. */
export type Parameter = { value: number; least: number; most: number; source: string }

/**
 * Every number of the learner model. Skills and difficulties are logits: equal skill and difficulty mean a chance of one half.
 * "Ours" marks a choice without a published figure; `npm run bench -- readiness` shows how far plans depend on it.
 */
export const parameterTable = {
  beginner: {
    value: -1.5,
    least: -2.5,
    most: -0.5,
    source: 'Prior skill by group: Pelánek 2016 (Elo). Ours.',
  },
  intermediate: { value: -0.5, least: -1.5, most: 0.5, source: 'As for beginners.' },
  advanced: { value: 0.4, least: -0.5, most: 1.5, source: 'As for beginners.' },
  stageStep: {
    value: -0.08,
    least: -0.3,
    most: 0,
    source: 'Skill falls with each stage of the topic map. Ours.',
  },
  ratingStep: {
    value: 0.35,
    least: 0.1,
    most: 0.8,
    source: 'One step of a self-rating; they correlate weakly with skill (Mabe & West 1982: 0.29).',
  },
  knownTopic: { value: 1.2, least: 0.5, most: 2, source: 'Skill in a topic the learner leaves out. Ours.' },
  priorSpread: {
    value: 1.1,
    least: 0.6,
    most: 1.6,
    source: 'Standard deviation of skill in a topic without a rating. Ours.',
  },
  ratedSpread: { value: 1, least: 0.5, most: 1.5, source: 'The same with a self-rating.' },
  easy: { value: -1.2, least: -2, most: -0.4, source: 'Problem difficulty, from acceptance rates. Ours.' },
  medium: { value: 0.3, least: -0.5, most: 1, source: 'As for easy problems.' },
  hard: { value: 1.7, least: 1, most: 2.8, source: 'As for easy problems.' },
  hardShare: {
    value: 0.3,
    least: 0.1,
    most: 0.5,
    source: 'Hard problems among those of an interview. Ours.',
  },
  pressure: {
    value: 0.2,
    least: 0,
    most: 0.8,
    source: 'Added difficulty without help and against the clock (Behroozi et al. 2020).',
  },
  prerequisiteLevel: {
    value: -0.3,
    least: -1,
    most: 0.5,
    source: 'Skill from which a prerequisite holds nobody back. Ours.',
  },
  prerequisiteLoss: {
    value: 0.45,
    least: 0.1,
    most: 1,
    source: 'Skill lost for each logit that prerequisites lack (knowledge graphs: Käser et al. 2017).',
  },
  transfer: {
    value: 0.12,
    least: 0,
    most: 0.4,
    source: 'Share of a surprise that also moves the other topics (hierarchical Elo: Nižnan et al. 2015).',
  },
  hintCost: { value: 0.13, least: 0.05, most: 0.25, source: 'Taken from a result for each hint. Ours.' },
  slowCost: { value: 0.15, least: 0, most: 0.3, source: 'Taken for half again the estimated minutes. Ours.' },
  ratingCost: {
    value: 0.15,
    least: 0,
    most: 0.3,
    source: 'Taken for a solved problem felt "hard"; twice of it for "again". Ours.',
  },
  triedScore: { value: 0.2, least: 0, most: 0.4, source: 'Result of an attempt that got somewhere. Ours.' },
  bareWeight: {
    value: 0.6,
    least: 0.3,
    most: 1,
    source: 'Weight of a result without minutes and rating, as in a pasted history. Ours.',
  },
  repeatWeight: { value: 0.5, least: 0.2, most: 1, source: 'Weight of a problem met before. Ours.' },
  interviewWeight: { value: 1.4, least: 1, most: 2, source: 'Weight of an attempt in an interview. Ours.' },
  largestStep: {
    value: 0.9,
    least: 0.5,
    most: 1.5,
    source: 'One result moves a skill by at most so many standard deviations. Ours.',
  },
  drift: {
    value: 0.006,
    least: 0,
    most: 0.03,
    source: 'Variance that a day without practice adds (Glicko: Glickman 1999).',
  },
  learning: {
    value: 0.3,
    least: 0.1,
    most: 0.6,
    source: 'Skill gained by a problem of the right difficulty (performance factors: Pavlik et al. 2009).',
  },
  bestChance: {
    value: 0.65,
    least: 0.5,
    most: 0.85,
    source:
      'Chance at which most is learned (Wilson et al. 2019: 0.85 for fine steps; desirable difficulty).',
  },
  breadthOfBest: {
    value: 0.3,
    least: 0.2,
    most: 0.6,
    source: 'How soon learning falls off beside it. Ours.',
  },
  leastLearned: {
    value: 0.35,
    least: 0.1,
    most: 0.7,
    source: 'What the wrong difficulty still teaches. Ours.',
  },
  failedShare: { value: 0.55, least: 0.2, most: 1, source: 'What an unsolved problem teaches of it. Ours.' },
  reviewShare: {
    value: 0.45,
    least: 0.2,
    most: 0.8,
    source: 'What solving again teaches of it (retrieval practice: Karpicke & Roediger 2008).',
  },
  ceiling: { value: 2.6, least: 1.8, most: 3.5, source: 'Skill that practice approaches. Ours.' },
  relearning: {
    value: 0.6,
    least: 0.2,
    most: 1,
    source: 'Share of what was forgotten that a solved problem brings back (savings: Nelson 1985; FSRS).',
  },
  halfLife: {
    value: 14,
    least: 5,
    most: 40,
    source: 'Days until half of what was just gained is gone (half-life regression: Settles & Meeder 2016).',
  },
  spacingGrowth: {
    value: 1,
    least: 0.2,
    most: 2.5,
    source: 'Growth of the half-life by one well spaced success (Cepeda et al. 2006; FSRS).',
  },
  lapse: { value: 0.8, least: 0.5, most: 1, source: 'The half-life after an unsolved problem, as a share.' },
  longestHalfLife: { value: 180, least: 60, most: 400, source: 'In days. Ours.' },
  lasting: { value: 0.35, least: 0.1, most: 0.7, source: 'Share of a gain that is not forgotten. Ours.' },
} as const satisfies Record<string, Parameter>

export type ParameterName = keyof typeof parameterTable
export type Parameters = Readonly<Record<ParameterName, number>>

const isParameterName = (name: string): name is ParameterName => name in parameterTable
export const parameterNames = Object.keys(parameterTable).filter(isParameterName)
const parametersSchema = z.record(z.enum(parameterNames), z.number())

export const defaultParameters: Parameters = parametersWith({})

/** The defaults with `changes`, each value kept within its range. */
export function parametersWith(changes: Partial<Parameters>): Parameters {
  return parametersSchema.parse(
    Object.fromEntries(
      parameterNames.map((name) => {
        const { value, least, most }: Parameter = parameterTable[name]
        return [name, Math.max(least, Math.min(most, changes[name] ?? value))]
      }),
    ),
  )
}
