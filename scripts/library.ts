// `npm run library -- check [slug…]` holds pattern pages and hints against their rules and runs every snippet.
import { checkLibrary } from './library/check.ts'

const [command, ...slugs] = process.argv.slice(2)
if (command === 'check') process.exitCode = (await checkLibrary(slugs)) ? 0 : 1
else {
  console.error('npm run library -- check [slug…]')
  process.exitCode = 1
}
