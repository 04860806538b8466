import { z } from 'zod'
import { anIntake } from '../../../api/src/modules/intake/testing.ts'
import { type Attack, attacks, expectThat } from './attack.ts'
import type { Person, Target } from './target.ts'

const markup = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror="window.hacked=1">',
  '<svg onload="window.hacked=1">',
  '<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>',
  '[click](javascript:window.hacked=1)',
  '[click](data:text/html,<script>hacked=1</script>)',
  '[click]( jav&#x09;ascript:window.hacked=1)',
  '<javascript:window.hacked=1>',
  '![x](x" onerror="window.hacked=1)',
  '<a href="javascript:window.hacked=1">click</a>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=window.hacked=1>',
  '[x]: javascript:window.hacked=1\n\n[x]',
]

/** Opens a page in the real browser; a script that ran, or a link that would run one, is a success of the attacker. */
async function open(target: Target, person: Person, path: string, shows?: string): Promise<void> {
  if (!target.browser) return
  const context = await target.browser.newContext()
  try {
    const [name = '', value = ''] = person.cookie.split('=')
    await context.addCookies([{ name, value, url: target.webUrl }])
    const page = await context.newPage()
    let dialogs = 0
    page.on('dialog', (dialog) => {
      dialogs++
      void dialog.dismiss()
    })
    await page.goto(target.webUrl + path, { waitUntil: 'load' })
    if (shows !== undefined) await page.getByText(shows).first().waitFor({ timeout: 20_000 })
    const found = await page.evaluate(() => ({
      hacked: 'hacked' in window,
      links: [...document.querySelectorAll('a[href], form[action], iframe[src]')]
        .map(
          (each) =>
            each.getAttribute('href') ?? each.getAttribute('action') ?? each.getAttribute('src') ?? '',
        )
        .filter((address) => /^\s*(javascript|data|vbscript):/i.test(address)),
      loose: [...document.querySelectorAll('a[target=_blank]')].filter(
        (each) => !/noopener|noreferrer/.test(each.getAttribute('rel') ?? ''),
      ).length,
      foreign: [...document.querySelectorAll('img, iframe, object, embed')].filter((each) =>
        (each.getAttribute('src') ?? '').includes('x'),
      ).length,
    }))
    expectThat(!found.hacked && dialogs === 0, 'a script ran')
    expectThat(found.links.length === 0, `a link runs a script: ${found.links[0]}`)
    expectThat(found.loose === 0, 'a link hands over its window')
  } finally {
    await context.close()
  }
}

export const scriptingAttacks: Attack[] = [
  ...attacks('scripting', {
    'in comments, shown to others': async (target) => {
      const { token } = await target.person('writer')
      for (const body of [...markup, 'the last of them'])
        await target.api('POST', '/v1/problems/contains-duplicate/comments', { token, body: { body } })
      await open(target, target.eve, '/problems/contains-duplicate', 'the last of them')
    },
    'in a display name': async (target) => {
      const writer = await target.person('<img src=x onerror=window.hacked=1>')
      await target.api('POST', '/v1/problems/group-anagrams/comments', {
        token: writer.token,
        body: { body: 'named oddly' },
      })
      await open(target, target.eve, '/problems/group-anagrams', 'named oddly')
    },
    'in a note': async (target) => {
      const body = { body: `${markup.join('\n\n')}\n\nend of the note`, version: null }
      const writer = await target.person('noter')
      await target.api('PUT', '/v1/problems/two-sum/note', { token: writer.token, body })
      await open(target, writer, '/problems/two-sum')
    },
    'in the answers of the questionnaire': async (target) => {
      const writer = await target.person('asked')
      const words = markup.join(' ')
      await target.api('PUT', '/v1/intake', {
        token: writer.token,
        body: anIntake({
          constraints: words,
          past_experience: words,
          role_target: ['<script>window.hacked=1'],
        }),
      })
      for (const path of ['/intake?step=1', '/intake?step=5', '/today', '/settings'])
        await open(target, writer, path)
    },
    'in the name and address of an own problem': async (target) => {
      const writer = await target.person('owner')
      const own = {
        title: 'onerror=window.hacked=1 "x"',
        url: 'https://example.org/"><script>window.hacked=1</script>',
        topic: 'trees',
        difficulty: 'easy',
        minutes: 20,
      }
      const answer = await target.api('POST', '/v1/own-problems', { token: writer.token, body: own })
      const made = z.object({ slug: z.string() }).safeParse(await answer.json())
      if (made.success) await open(target, writer, `/problems/${made.data.slug}`)
      await open(target, writer, '/problems?mine=true')
    },
  }),
  ...Object.entries({
    'the search': '/problems?q=',
    'a filter': '/problems?topic=',
    'the error of a sign-in': '/signin/error?error=',
    'the page after signing in': '/signin?callbackUrl=',
    'a link to confirm': '/signin/confirm?token=xxxxxxxxxxxxxxxxxxxxxxxx&email=',
    'the goodbye': '/goodbye?intake=',
    'an address with nothing at it': '/nowhere/',
  }).map(([name, path]) => ({
    group: 'scripting',
    name: `in ${name}`,
    run: async (target: Target) => {
      for (const payload of [
        '"><script>window.hacked=1</script>',
        'javascript:window.hacked=1',
        "'-window.hacked=1-'",
      ]) {
        await open(target, target.eve, path + encodeURIComponent(payload))
        const html = await (await target.web('GET', path + encodeURIComponent(payload))).text()
        expectThat(!html.includes('<script>window.hacked'), 'it is in the page as markup')
      }
    },
  })),
]
