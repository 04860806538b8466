import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'

describe('plain text', () => {
  it.each([
    'You rated trees 2 of 5; this one is gentle.',
    'Zweizeiger bauen auf Feldern auf – gut für dich.',
    '二つのポインターの練習です。',
    "It's O(n log n), at most; 90 % of it is sorting.",
  ])('keeps %s', (text) => {
    expect(plainText(text)).toBe(text)
  })

  it.each([
    ['an address', 'See https://evil.example/now'],
    ['an address without a scheme', 'See evil.example now'],
    ['a script address', 'javascript:alert(1)'],
    ['an email address', 'Write to me@host'],
    ['a tag', 'A <b>must</b>'],
    ['an entity', 'A &lt;b&gt;'],
    ['a Markdown link', '[here](there)'],
    ['an image', '!(there)'],
    ['emphasis', '**Now** or never'],
    ['a heading', '# Now'],
    ['code', '`rm`'],
    ['nothing', ' \n '],
    ['only hidden characters', '\u200B\u202E'],
    ['too much', 'word '.repeat(80)],
  ])('refuses %s', (_, text) => {
    expect(plainText(text)).toBeNull()
  })

  it('takes out what does not show, and line breaks', () => {
    expect(plainText('Two\u202E pointers\u0000\nfirst\u200B')).toBe('Two pointers first')
  })
})
