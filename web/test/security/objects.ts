import { z } from 'zod'
import { anIntake } from '../../../api/src/modules/intake/testing.ts'
import { type Attack, attacks, expectRefusal, expectThat } from './attack.ts'
import type { Call, Person, Target } from './target.ts'

const idOf = async (response: Response) => z.object({ id: z.string() }).parse(await response.json()).id

type Possessions = { comment: string; plan: string; generation: string; own: { id: string; slug: string } }
const possessions = new WeakMap<Target, Promise<Possessions>>()

/** Ada's possessions, made once. */
function ofAda(target: Target): Promise<Possessions> {
  const known = possessions.get(target)
  if (known) return known
  const made = give(target.api, target.ada)
  possessions.set(target, made)
  return made
}

async function give(api: Call, { token }: Person): Promise<Possessions> {
  await api('PUT', '/v1/intake', { token, body: anIntake() })
  const started = await api('POST', '/v1/plans', {
    token,
    body: { accept: false },
    headers: { prefer: 'wait=60' },
  })
  const plan = await idOf(started)
  const everything = z.object({ generations: z.array(z.object({ id: z.string() })) })
  const { generations } = everything.parse(await (await api('GET', '/v1/me/export', { token })).json())
  const comment = await idOf(
    await api('POST', '/v1/problems/two-sum/comments', { token, body: { body: 'Mine alone' } }),
  )
  await api('PUT', '/v1/problems/two-sum/note', { token, body: { body: 'My own words', version: null } })
  const body = {
    title: 'Ada’s own',
    url: 'https://example.org/own',
    topic: 'trees',
    difficulty: 'easy',
    minutes: 20,
  }
  const own = z
    .object({ id: z.string(), slug: z.string() })
    .parse(await (await api('POST', '/v1/own-problems', { token, body })).json())
  return { comment, plan, generation: generations[0]?.id ?? '', own }
}

type OnAdas = { method: string; path: (of: Possessions) => string; body?: unknown; statuses: number[] }
const onAdas: Record<string, OnAdas> = {
  'change a comment of another': {
    method: 'PATCH',
    path: ({ comment }) => `/v1/comments/${comment}`,
    body: { body: 'Eve was here' },
    statuses: [403, 404],
  },
  'delete a comment of another': {
    method: 'DELETE',
    path: ({ comment }) => `/v1/comments/${comment}`,
    statuses: [403, 404],
  },
  'read a plan of another': { method: 'GET', path: ({ plan }) => `/v1/plans/${plan}`, statuses: [404] },
  'accept a plan of another': {
    method: 'POST',
    path: ({ plan }) => `/v1/plans/${plan}/accept`,
    statuses: [404],
  },
  'decline a plan of another': {
    method: 'POST',
    path: ({ plan }) => `/v1/plans/${plan}/decline`,
    statuses: [404],
  },
  'read a generation of another': {
    method: 'GET',
    path: ({ generation }) => `/v1/generations/${generation}`,
    statuses: [404],
  },
  'follow a generation of another': {
    method: 'GET',
    path: ({ generation }) => `/v1/generations/${generation}/events`,
    statuses: [404],
  },
  'read another’s own problem by its id': {
    method: 'GET',
    path: ({ own }) => `/v1/problems/${own.id}`,
    statuses: [404],
  },
  'read another’s own problem by its name': {
    method: 'GET',
    path: ({ own }) => `/v1/problems/${own.slug}`,
    statuses: [404],
  },
  'change another’s own problem': {
    method: 'PATCH',
    path: ({ own }) => `/v1/own-problems/${own.id}`,
    body: { title: 'Eve’s' },
    statuses: [404],
  },
  'delete another’s own problem': {
    method: 'DELETE',
    path: ({ own }) => `/v1/own-problems/${own.id}`,
    statuses: [404],
  },
  'upvote another’s own problem': {
    method: 'PUT',
    path: ({ own }) => `/v1/problems/${own.slug}/upvote`,
    statuses: [404],
  },
  'mark another’s own problem': {
    method: 'POST',
    path: ({ own }) => `/v1/problems/${own.slug}/attempts`,
    body: { outcome: 'solved' },
    statuses: [404],
  },
  'comment on another’s own problem': {
    method: 'POST',
    path: ({ own }) => `/v1/problems/${own.slug}/comments`,
    body: { body: 'Found it' },
    statuses: [404],
  },
  'read a note through its problem': {
    method: 'GET',
    path: () => '/v1/problems/two-sum/note',
    statuses: [404],
  },
  'see the moderators’ queue': { method: 'GET', path: () => '/v1/moderation/comments', statuses: [403] },
  'read the moderators’ log': { method: 'GET', path: () => '/v1/moderation/log', statuses: [403] },
  'moderate a comment': {
    method: 'POST',
    path: ({ comment }) => `/v1/moderation/comments/${comment}`,
    body: { action: 'delete', reason: 'I can' },
    statuses: [403, 404],
  },
}

type Assign = { method: string; path: string; body: object; key: string }
const assigned: Record<string, Assign> = {
  'an intake with another’s id': { method: 'PUT', path: '/v1/intake', body: anIntake(), key: 'learner_id' },
  'an intake with its own embedding': {
    method: 'PUT',
    path: '/v1/intake',
    body: anIntake(),
    key: 'embedding',
  },
  'a comment with another’s id': {
    method: 'POST',
    path: '/v1/problems/two-sum/comments',
    body: { body: 'x' },
    key: 'learner_id',
  },
  'a comment with a name': {
    method: 'POST',
    path: '/v1/problems/two-sum/comments',
    body: { body: 'x' },
    key: 'author',
  },
  'a comment with a moment': {
    method: 'POST',
    path: '/v1/problems/two-sum/comments',
    body: { body: 'x' },
    key: 'created_at',
  },
  'an attempt with another’s id': {
    method: 'POST',
    path: '/v1/problems/two-sum/attempts',
    body: { outcome: 'tried' },
    key: 'learner_id',
  },
  'a plan that is given': { method: 'POST', path: '/v1/plans', body: {}, key: 'plan_json' },
  'an own problem with an owner': {
    method: 'POST',
    path: '/v1/own-problems',
    body: { title: 'x', url: 'https://example.org', topic: 'trees', difficulty: 'easy', minutes: 20 },
    key: 'owner_id',
  },
}

export const objectAttacks: Attack[] = [
  ...Object.entries(onAdas).map(([name, { method, path, body, statuses }]) => ({
    group: 'objects of others',
    name,
    run: async (target: Target) => {
      const place = path(await ofAda(target))
      const options = { token: target.eve.token, ...(body === undefined ? {} : { body }) }
      await expectRefusal(await target.api(method, place, options), ...statuses)
    },
  })),
  ...attacks('objects of others', {
    'find another’s own problem in a list': async (target) => {
      await ofAda(target)
      for (const query of ['q=Ada', 'topic=trees&limit=100', 'mine=true']) {
        const answer = await target.api('GET', `/v1/problems?${query}`, { token: target.eve.token })
        expectThat(!(await answer.text()).includes('Ada’s own'), `found with ${query}`)
      }
    },
    'learn who wrote a comment': async (target) => {
      const { comment } = await ofAda(target)
      for (const path of [`/v1/comments/${comment}`, '/v1/problems/two-sum/comments']) {
        const text = await (await target.api('GET', path, { token: target.eve.token })).text()
        expectThat(text.includes('Mine alone'), 'the comment is not there')
        expectThat(!text.includes(target.ada.id) && !text.includes('@'), 'an id or an address is in it')
      }
    },
    'undo Ada’s work with all of that': async (target) => {
      const of = await ofAda(target)
      const kept = await target.api('GET', `/v1/comments/${of.comment}`, { token: target.ada.token })
      expectThat((await kept.text()).includes('Mine alone'), 'the comment was changed')
      const plan = await target.api('GET', `/v1/plans/${of.plan}`, { token: target.ada.token })
      expectThat((await plan.text()).includes('"proposed"'), 'the plan was decided')
      const own = await target.api('GET', `/v1/problems/${of.own.slug}`, { token: target.ada.token })
      expectThat(own.status === 200, 'the own problem is gone')
    },
  }),
  ...Object.entries(assigned).map(([name, { method, path, body, key }]) => ({
    group: 'mass assignment',
    name,
    run: async ({ api, eve, ada }: Target) => {
      const answer = await api(method, path, { token: eve.token, body: { ...body, [key]: ada.id } })
      await expectRefusal(answer, 400)
    },
  })),
]
