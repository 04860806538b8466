import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { findJson } from './find-json.models.ts'

const schema = z.object({ weeks: z.array(z.object({ theme: z.string() })) })
const right = { weeks: [{ theme: 'Say "}" and {' }] }
const json = JSON.stringify(right)

describe('JSON is found', () => {
  test.each<[string, string]>([
    ['alone', json],
    ['in a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['in a fence of another label', `\`\`\`JSON5 title="plan"\n${json}\n\`\`\``],
    ['in a fence without a label', `Here:\n\`\`\`\n${json}\n\`\`\`\nDone.`],
    ['in a fence of tildes', `~~~jsonc\n${json}\n~~~`],
    ['in a fence that never ends', `\`\`\`json\n${json}`],
    ['between prose', `Sure! Here is {your} plan: ${json} It fits "you".`],
    ['after braces that never close', `{ oh { "no ${'\n'}${json}`],
    ['after an object of another shape', `{"note":"draft"} ${json} {"weeks":"none"}`],
    ['after a shorter draft', `{"weeks":[]} ${json} {"weeks":[]}`],
    ['with extra fields', JSON.stringify({ note: 1, weeks: [{ ...right.weeks[0], days: 7 }], total: 4 })],
    ['with commas and comments left behind', `{"weeks": [{"theme": "Say \\"}\\" and {",},], // done\n}`],
    ['in single quotes, without quotes at names', `{weeks: [{theme: 'Say "}" and {'}]}`],
    ['in another object', JSON.stringify({ plan: right })],
    ['in a list', JSON.stringify([right])],
    ['as arguments of a function', JSON.stringify({ name: 'plan', arguments: json })],
    ['with a byte order mark', `\uFEFF${json}`],
  ])('%s', (_, text) => {
    expect(findJson(text, schema)).toEqual(right)
  })

  test.each([
    '',
    'Here is your plan: …',
    '{"days":[]}',
    '{"weeks":[',
    '[]',
    'null',
    '{'.repeat(200_000),
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    '{"__proto__":{"weeks":1}}',
  ])('not in %#', (text) => {
    expect(findJson(text, schema)).toBeUndefined()
  })

  test('in time, whatever surrounds it', () => {
    const startedAt = performance.now()
    findJson('{"'.repeat(500_000), schema)
    findJson('{}'.repeat(500_000), schema)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
