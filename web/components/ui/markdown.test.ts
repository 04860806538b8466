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
