// A model that answers well after so many milliseconds, in a process of its own.
import { goodAnswer, startFakeModel } from '../../../api/src/modules/proposals/testing/fake-model.ts'

const delayMs = Number(process.argv[2])
const model = await startFakeModel(goodAnswer.kind === 'answer' ? { ...goodAnswer, delayMs } : goodAnswer)
console.log(model.baseUrl)
