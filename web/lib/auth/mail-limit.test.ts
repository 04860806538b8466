import { expect, test } from 'vitest'
import { createMailLimit } from './mail-limit.ts'

test('an address gets so many messages in the window, and others are not affected', () => {
  let time = 0
  const mayMail = createMailLimit({ most: 2, windowMilliseconds: 1000, now: () => time })
  expect([mayMail('ada'), mayMail('ada'), mayMail('ada'), mayMail('grace')]).toEqual([
    true,
    true,
    false,
    true,
  ])
  time = 999
  expect(mayMail('ada')).toBe(false)
  time = 1000
  expect(mayMail('ada')).toBe(true)
})
