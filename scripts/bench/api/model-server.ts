// A model that answers well after so many milliseconds, in a process of its own.
import { goodAnswer, startFakeModel } from '../../../api/src/modules/proposals/testing/fake-model.ts'

const delayMs = Number(process.argv[2])
const behaviour = goodAnswer.kind === 'answer' ? { ...goodAnswer, delayMs } : goodAnswer
const model = await startFakeModel(behaviour, { embeddings: true })
console.log(model.baseUrl)
