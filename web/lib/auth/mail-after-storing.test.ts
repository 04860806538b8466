import { expect, test } from 'vitest'
import { mailAfterStoring } from './mail-after-storing.ts'

const created = { identifier: 'ada@example.org', token: 'hash', expires: new Date() }

/** As NextAuth does it: both at once, the mail first. */
async function askForLink(store: () => Promise<undefined>): Promise<string[]> {
  const happened: string[] = []
  const { adapter, stored } = mailAfterStoring({
    createVerificationToken: async () => {
      await store()
      happened.push('stored')
      return created
    },
  })
  const mail = async () => {
    await stored
    happened.push('mailed')
  }
  await Promise.all([mail(), adapter.createVerificationToken?.(created)]).catch(() =>
    happened.push('refused'),
  )
  return happened
}

test('a link is mailed once its token is stored', async () => {
  expect(await askForLink(async () => undefined)).toEqual(['stored', 'mailed'])
})

test('a link whose token could not be stored is not mailed', async () => {
  expect(await askForLink(() => Promise.reject(new Error('the API is away')))).toEqual(['refused'])
})
