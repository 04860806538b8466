import { type Attack, attacks, expectRefusal, expectThat } from './attack.ts'

/** Markdown that takes a parser long, or that no page survives. */
const texts: Record<string, string> = {
  '999 list marks in one another': `${'- '.repeat(999)}a`,
  '2,000 quotes in one another': '>'.repeat(2000),
  'numbered lists in one another': '1) '.repeat(600),
  'footnotes in one another': '[^a]: '.repeat(300),
  'lists in one another over lines': Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n'),
  'brackets that never close': '['.repeat(2000),
  'pictures in one another': `${'!['.repeat(300)}${'](b)'.repeat(300)}`,
  'brackets that never open': ']'.repeat(2000),
  'a table of a thousand cells a row': `${'|a'.repeat(300)}|\n${'|-'.repeat(300)}|\n${'|\n'.repeat(300)}`,
}

export const markdownAttacks: Attack[] = attacks('markdown', {
  ...Object.fromEntries(
    Object.entries(texts).map(([name, body]) => [
      `a comment and a note of ${name}`,
      async ({ api, eve: { token } }) => {
        const comment = { token, body: { body } }
        await expectRefusal(await api('POST', '/v1/problems/two-sum/comments', comment), 400)
        const note = { token, body: { body, version: null } }
        await expectRefusal(await api('PUT', '/v1/problems/two-sum/note', note), 400)
      },
    ]),
  ),
  'a page full of the costliest comments that are taken': async ({ api, web, person }) => {
    const problem = 'spiral-matrix'
    for (let i = 0; i < 20; i++) {
      const { token } = await person('mallory')
      const body = { body: `${i} ${'*a* '.repeat(300)}\n\n${'- b\n'.repeat(150)}` }
      const written = await api('POST', `/v1/problems/${problem}/comments`, { token, body })
      expectThat(written.status === 201, `it is answered ${written.status}`)
    }
    const began = performance.now()
    const page = await web('GET', `/problems/${problem}`)
    await page.text()
    const ms = performance.now() - began
    expectThat(page.status === 200 && ms < 5_000, `${page.status} after ${Math.round(ms)} ms`)
  },
})
