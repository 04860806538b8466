import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Markdown } from './markdown.tsx'

function render(markdown: string) {
  return renderToStaticMarkup(Markdown({ children: markdown }))
}

test('raw HTML is shown as text', () => {
  const html = render('<img src=x onerror=alert(1)> <script>alert(1)</script>')
  expect(html).not.toMatch(/<(img|script)/)
  expect(html).toContain('&lt;script&gt;')
})

test('a link opens apart and vouches for nothing', () => {
  expect(render('[notes](https://example.org/a)')).toMatch(
    /<a href="https:\/\/example.org\/a" rel="nofollow ugc noopener" target="_blank"/,
  )
})

test.each(['[x](javascript:alert(1))', '[x](data:text/html,<b>)', '[x](vbscript:a)'])(
  '%s is no link',
  (markdown) => {
    expect(render(markdown)).not.toContain('<a')
  },
)

test('nothing is loaded from elsewhere', () => {
  expect(render('![a graph](https://example.org/a.png)')).toContain('[image: a graph]')
})

test('headings of a comment are no headings of the page', () => {
  expect(render('# Big\n\n###### Small')).not.toMatch(/<h\d/)
})

test.each([
  ['999 list marks', `${'- '.repeat(999)}a`],
  ['999 list marks of each kind', '+ 1. * '.repeat(333)],
  ['2,000 quotes', '>'.repeat(2000)],
  ['brackets that never close', '['.repeat(2000)],
])('%s are shown as they were written', (_, text) => {
  const html = render(text)
  expect(html).not.toMatch(/<(ul|ol|li|blockquote)/)
  expect(html).toContain(`<p class="whitespace-pre-wrap">${text.replaceAll('>', '&gt;')}</p>`)
})

test('what a page has nothing left for is shown as it was written', () => {
  const html = renderToStaticMarkup(Markdown({ children: '- *a*\n- <b>', isPlain: true }))
  expect(html).toContain('- *a*\n- &lt;b&gt;')
})

/** Texts up to `length` of a few pieces, each many times over: that is what takes parsers long. */
function repeatedMarks(length: number) {
  const pieces =
    '- |* |+ |1. |2) |> |>|\n|\n\n|  |    |\t|a|*|**|_|~~|`|``|```\n|~~~\n|[|](b)|[a]|[a]: b\n|[^a]|[^a]: b|![|<|<b>|<!--|http://a.b |a@b.c |&amp;|\\|---\n|===\n|# |- [ ] '
  const piece = fc.constantFrom(...pieces.split('|'), '|', '|-|\n', '|-', 'a|b\n-|-\n')
  const part = fc.tuple(fc.array(piece, { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: length }))
  return fc
    .array(part, { minLength: 1, maxLength: 6 })
    .map((parts) => parts.map(([unit, times]) => unit.join('').repeat(times).slice(0, length)))
    .map((parts) => parts.join('').slice(0, length))
}

/** Elements, and lists and quotes in one another at the deepest place. */
function measure(html: string) {
  let depth = 0
  let deepest = 0
  for (const [, close] of html.matchAll(/<(\/?)(?:ul|ol|blockquote)[ >]/g)) {
    depth += close ? -1 : 1
    deepest = Math.max(deepest, depth)
  }
  return { elements: html.match(/<[a-z]/g)?.length ?? 0, deepest }
}

test.each([2_000, 10_000])(
  'any text of %i characters becomes a page of bounded size and depth',
  (length) => {
    const written = fc.oneof(repeatedMarks(length), fc.string({ unit: 'binary', maxLength: length }))
    fc.assert(
      fc.property(written, (text) => {
        const { elements, deepest } = measure(render(text))
        expect(elements).toBeLessThan(8_000)
        // Ten of the text, and the list that footnotes end with.
        expect(deepest).toBeLessThanOrEqual(11)
      }),
      { numRuns: 30 },
    )
  },
  60_000,
)
