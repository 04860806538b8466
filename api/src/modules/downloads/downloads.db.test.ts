import { randomUUID } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { type TestLearner, useTestApi } from '../../app/testing.ts'
import { readAnswer, readProblem } from '../../app/testing-answers.ts'
import { anIntake } from '../intake/testing.ts'
import { anOwnProblem } from '../own-problems/testing.ts'
import { planViewSchema } from '../plans/plans.schemas.ts'
import { problemSchema } from '../problems/problems.schemas.ts'
import { toAnki } from './anki.ts'

const api = useTestApi()

async function planOf(learner: TestLearner) {
  await api.call('PUT', '/v1/intake', { learner, body: anIntake() })
  const made = await api.call('POST', '/v1/plans', { learner, body: {}, headers: { prefer: 'wait=60' } })
  return readAnswer(made, { status: 201, schema: planViewSchema })
}
async function download(learner: TestLearner, path: string) {
  const response = await api.call('GET', path, { learner })
  expect(response.status).toBe(200)
  return { text: await response.text(), type: response.headers.get('content-type'), response }
}

test('a plan is a Markdown file with a task a problem, ticked once it was attempted', async () => {
  const learner = api.learner()
  const plan = await planOf(learner)
  const { text, type, response } = await download(learner, `/v1/plans/${plan.id}/markdown`)
  expect(type).toBe('text/markdown; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="codify-plan.md"')
  const days = plan.plan_json.weeks.flatMap((week) => week.days)
  const items = days.flatMap((day) => day.problems)
  expect(text.match(/^## Week \d: /gm)).toHaveLength(plan.plan_json.weeks.length)
  expect(text.match(/^### /gm)).toHaveLength(days.length)
  expect(text.match(/^- \[ \] /gm)).toHaveLength(items.length)
  expect(text).not.toContain('- [x]')
  const first = items.find(({ kind }) => kind === 'new')
  await api.call('POST', `/v1/problems/${first?.slug}/attempts`, { learner, body: { outcome: 'solved' } })
  const after = (await download(learner, `/v1/plans/${plan.id}/markdown`)).text
  expect(after).toContain(`- [x] [${first?.title}](https://leetcode.com/problems/${first?.slug}/)`)
})

test('a plan of another learner, or none, is 404', async () => {
  const plan = await planOf(api.learner())
  for (const id of [plan.id, randomUUID()]) {
    const response = await api.call('GET', `/v1/plans/${id}/markdown`, { learner: api.learner() })
    await readProblem(response, { status: 404, code: 'plan.not_found' })
  }
})

/** The cards as another reader of such files sees them. */
function readCards(text: string): string[][] {
  return parse(text, { delimiter: '\t', comment: '#', comment_no_infix: true })
}

test('what was met becomes cards with one’s notes, and what was skipped or not met does not', async () => {
  const learner = api.learner()
  const added = await api.call('POST', '/v1/own-problems', { learner, body: anOwnProblem() })
  const own = await readAnswer(added, { status: 201, schema: problemSchema })
  for (const [slug, outcome] of [
    ['two-sum', 'solved'],
    ['3sum', 'skipped'],
    [own.slug, 'stuck'],
  ])
    await api.call('POST', `/v1/problems/${slug}/attempts`, { learner, body: { outcome } })
  const note = 'Say "map"\n\n\tthen\tone pass\r\n# not a comment'
  const body = { body: note, version: null }
  await api.call('PUT', '/v1/problems/two-sum/note', { learner, body })
  const { text, type, response } = await download(learner, '/v1/me/anki')
  expect(type).toBe('text/tab-separated-values; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="codify-anki.tsv"')
  expect(text.split('\n').slice(0, 7)).toEqual([
    '#separator:tab',
    '#html:false',
    '#notetype:Basic',
    '#deck:Codify',
    '#guid column:1',
    '#tags column:4',
    '#columns:Id\tFront\tBack\tTags',
  ])
  const cards = readCards(text)
  expect(cards).toHaveLength(2)
  expect(cards[0]?.[1]).toBe('Two Sum\neasy\nhttps://leetcode.com/problems/two-sum/')
  expect(cards[0]?.[2]).toContain('Say "map"\n\n\tthen\tone pass\n# not a comment')
  expect(cards[0]?.[3]?.split(' ')).toEqual(
    expect.arrayContaining(['codify', 'topic::arrays-hashing', 'difficulty::easy']),
  )
  expect(cards[1]).toEqual([
    own.id,
    `${own.title}\nmedium\n${own.url}`,
    'trees',
    'codify topic::trees difficulty::medium',
  ])
})

test('whatever a note holds, a card stays one record of four fields', () => {
  const notes = ['"', '""', '\t', '\n#tags', '\r', 'a\r\nb', '"a"\t"b"', ',;|', '\u2028']
  const cards = notes.map((note) => ({
    id: randomUUID(),
    title: `# ${note}`,
    url: 'https://example.org',
    topic: 'trees',
    difficulty: 'easy',
    patterns: [],
    note,
  }))
  const read = readCards(toAnki(cards))
  expect(read.map((card) => card.length)).toEqual(notes.map(() => 4))
  expect(read.map((card) => card[2])).toEqual(notes.map((note) => `trees\n\n${note.replace(/\r\n?/g, '\n')}`))
})
