import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { writeNewFile } from '../../db/src/index.ts'
import { StartError } from '../serve/settings.ts'

const operatorSchema = z.object({ port: z.int().min(1).max(65535), secret: z.string() })

/**
 * Has the running API back up its embedded database, which nobody else may open.
 *
 * @throws {StartError} when whoever holds the data folder does not answer
 */
export async function backUpRunning({ dataDir, file }: { dataDir: string; file: string }) {
  const { port, secret } = readOperator(dataDir)
  const answer = await fetch(`http://127.0.0.1:${port}/backup`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
  }).catch((cause: unknown) => {
    throw new StartError(nobodyAnswers(dataDir), { cause })
  })
  const { body } = answer
  if (!answer.ok || !body)
    throw new StartError(answer.status === 500 ? await answer.text() : nobodyAnswers(dataDir))
  return writeNewFile({ file, write: (to) => pipeline(Readable.from(body), to) })
}

function readOperator(dataDir: string): z.infer<typeof operatorSchema> {
  try {
    return operatorSchema.parse(JSON.parse(fs.readFileSync(path.join(dataDir, 'operator.json'), 'utf8')))
  } catch (cause) {
    throw new StartError(nobodyAnswers(dataDir), { cause })
  }
}

function nobodyAnswers(dataDir: string): string {
  return `The data folder ${dataDir} is in use, and what uses it does not answer: wait until Codify has started, or stop it, then try again.`
}
