// Attacks a running Codify and fuzzes its API from the OpenAPI document: `npm run test:security`. `--attacks` leaves the
// fuzzing out, `--fuzz 1000` makes it shorter. With TEST_DATABASE_URL it runs on a database of its own there.
import path from 'node:path'
import { root, runStep } from './test/step.ts'

const run = path.join(root, 'web', 'test', 'security', 'run.ts')
process.exitCode = (await runStep({ args: [run, ...process.argv.slice(2)] })) ? 0 : 1
