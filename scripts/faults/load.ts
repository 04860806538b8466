import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import {
  attemptSchema,
  commentPageSchema,
  commentSchema,
  generationSchema,
  planSchema,
  problemPageSchema,
  problemSchema,
  storedIntakeSchema,
  upvoteSchema,
} from '../../api/src/contract.ts'
import { type Caller, createCaller, type Identify } from './caller.ts'
import { followToEnd } from './follow.ts'
import type { Ledger } from './ledger.ts'
import type { Tally } from './tally.ts'

const PROBLEMS = [
  'two-sum',
  'valid-anagram',
  'group-anagrams',
  '3sum',
  'climbing-stairs',
  'number-of-islands',
]
const REPLAYS = 4
const PAUSE_MS = 10

type Worker = { caller: Caller; ledger: Ledger; problemIds: Map<string, string>; isOver: () => boolean }

/** Learners who do everything at once until `stop`; what they were told is in the ledger. */
export async function startLoad(options: {
  url: string
  learners: string[]
  identify: Identify
  ledger: Ledger
  problemIds: Map<string, string>
  tally: () => Tally
  mayBreak: () => boolean
}): Promise<{ stop: () => Promise<void> }> {
  let over = false
  const loops = options.learners.map(async (learner, index) => {
    const caller = createCaller({ ...options, learner })
    const worker = { ...options, caller, isOver: () => over }
    // Each begins elsewhere, so that at any moment everything is under way.
    for (let turn = index; !over; turn++) {
      await noting(options.tally, () => steps[turn % steps.length]?.(worker, turn))
      await delay(PAUSE_MS)
    }
  })
  const planning = options.learners.slice(0, 2).map(async (learner) => {
    const caller = createCaller({ ...options, learner })
    while (!over) {
      await noting(options.tally, () => makePlan({ ...options, caller, isOver: () => over }))
      await delay(300)
    }
  })
  return {
    async stop() {
      over = true
      await Promise.all([...loops, ...planning])
    },
  }
}

/** An acknowledged write that is missing is a wrong answer. */
async function noting(tally: () => Tally, step: () => Promise<void> | undefined): Promise<void> {
  try {
    await step()
  } catch (error) {
    tally().wrong.push(String(error))
  }
}

const steps: ((worker: Worker, turn: number) => Promise<void>)[] = [
  async ({ caller }) => {
    await caller.call({ method: 'GET', path: '/v1/problems?limit=20', schema: problemPageSchema })
  },
  vote,
  async ({ caller }, turn) => {
    const path = `/v1/problems/${PROBLEMS[turn % PROBLEMS.length]}/comments`
    await caller.call({ method: 'GET', path, schema: commentPageSchema })
  },
  comment,
  attempt,
  async ({ caller }) => {
    await caller.call({ method: 'GET', path: '/v1/plans/current', schema: z.unknown(), also: [404] })
  },
  saveIntake,
]

/** On, off, on: the problem then says so to whoever voted. */
async function vote({ caller, ledger, problemIds }: Worker, turn: number): Promise<void> {
  const slug = PROBLEMS[turn % PROBLEMS.length] ?? 'two-sum'
  const key = `${caller.learner} ${problemIds.get(slug)}`
  const known = ledger.votes.get(key) ?? { is: new Set([false]) }
  ledger.votes.set(key, known)
  const wanted = !known.is.has(true)
  known.is.add(wanted)
  const path = `/v1/problems/${slug}/upvote`
  const outcome = await caller.call({ method: wanted ? 'PUT' : 'DELETE', path, schema: upvoteSchema })
  if (outcome.kind !== 'done') return
  known.is = new Set([wanted])
  const read = await caller.call({ method: 'GET', path: `/v1/problems/${slug}`, schema: problemSchema })
  if (read.kind === 'done' && read.body.upvoted !== wanted)
    throw new Error(`${slug} does not show the vote that was acknowledged`)
}

async function comment({ caller, ledger }: Worker, turn: number): Promise<void> {
  const body = `Seen in a storm: ${randomUUID()}`
  const path = `/v1/problems/${PROBLEMS[turn % PROBLEMS.length]}/comments`
  const outcome = await caller.call({ method: 'POST', path, schema: commentSchema, body: { body } })
  if (outcome.kind === 'done') ledger.comments.set(outcome.body.id, body)
}

/** Sent again with its key until it is acknowledged: however often that takes, it counts once. */
async function attempt({ caller, ledger }: Worker, turn: number): Promise<void> {
  const key = randomUUID()
  const path = `/v1/problems/${PROBLEMS[turn % PROBLEMS.length]}/attempts`
  ledger.attempts.set(key, false)
  for (let tries = 0; tries < REPLAYS; tries++) {
    const body = { outcome: 'solved', minutes: 5 }
    const outcome = await caller.call({ method: 'POST', path, schema: attemptSchema, body, key })
    if (outcome.kind === 'done') {
      ledger.attempts.set(key, true)
      return
    }
    await delay(200)
  }
}

export async function saveIntake({ caller, ledger }: Pick<Worker, 'caller' | 'ledger'>): Promise<void> {
  const constraints = `As of ${randomUUID()}`
  const possible = ledger.intakes.get(caller.learner) ?? new Set([''])
  ledger.intakes.set(caller.learner, possible.add(constraints))
  const body = { ...intake, constraints }
  const outcome = await caller.call({ method: 'PUT', path: '/v1/intake', schema: storedIntakeSchema, body })
  if (outcome.kind === 'done') ledger.intakes.set(caller.learner, new Set([constraints]))
}

/** Starts a plan; its generation's id when that was acknowledged. */
export async function startPlan({
  caller,
  ledger,
}: Pick<Worker, 'caller' | 'ledger'>): Promise<string | undefined> {
  const request = { method: 'POST', path: '/v1/plans', schema: generationSchema, body: {}, key: randomUUID() }
  const outcome = await caller.call(request)
  if (outcome.kind !== 'done') return undefined
  ledger.generations.add(outcome.body.id)
  return outcome.body.id
}

async function makePlan({ caller, ledger, isOver }: Worker): Promise<void> {
  const id = await startPlan({ caller, ledger })
  if (id === undefined) return
  if (await followToEnd({ caller, id, isOver }))
    await caller.call({ method: 'GET', path: '/v1/plans/current', schema: planSchema })
}

const intake = {
  level: 'intermediate',
  role_target: ['Backend engineer'],
  timeline_weeks: 2,
  hours_per_week: 6,
  topic_confidence: { 'arrays-hashing': 3, trees: 1, graphs: 1 },
  weaknesses: ['speed'],
  past_experience: '',
}
