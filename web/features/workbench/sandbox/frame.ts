// The script of the sandboxed frame: it starts a Worker for each run, passes on what it tells, and ends it when the
// time is up. It runs nothing of a learner's itself.
import type { RunMessage } from '@codify/seeds/judge'
import type { FromFrame, Kind, ToFrame } from './frame-messages.ts'
import { PREPARE_MS } from './time-limits.ts'

/** On top of a test's limit: the way of the messages. */
const GRACE_MS = 400

type Setup = {
  url: string
  parts: { wasm?: WebAssembly.Module; stdlib?: ArrayBuffer; snapshot?: ArrayBuffer }
  spare: Slot | null
}
type Run = Extract<ToFrame, { type: 'run' }>
type Slot = {
  worker: Worker
  port: MessagePort
  ready: boolean
  run: Run | null
  timer: number
  /** The limit on this machine. */
  limitMs: number
}

const setups = new Map<Kind, Setup>()
let running: Slot | null = null

addEventListener('message', function connect(event) {
  const page = event.ports[0]
  if (event.source !== parent || page === undefined) return
  removeEventListener('message', connect)
  const tell = (message: FromFrame) => page.postMessage(message)
  page.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (data.type === 'setup') void setUp(data, tell)
    else if (data.type === 'run') begin(data, tell)
    else if (running?.run?.id === data.id) end(running, tell, 'time')
  }
  tell({ type: 'connected' })
})

type Tell = (message: FromFrame) => void
type Why = Extract<FromFrame, { type: 'stopped' }>['why']

async function setUp(asked: Extract<ToFrame, { type: 'setup' }>, tell: Tell) {
  const { kind, source, wasm, stdlib, snapshot } = asked
  try {
    const setup: Setup = {
      url: URL.createObjectURL(new Blob([source], { type: 'text/javascript' })),
      parts: {
        // Compiled once; each Worker only makes an instance of it.
        ...(wasm && { wasm: await WebAssembly.compile(wasm) }),
        ...(stdlib && { stdlib }),
        ...(snapshot && { snapshot }),
      },
      spare: null,
    }
    setups.set(kind, setup)
    setup.spare = startSlot(kind, setup, tell)
  } catch (error) {
    tell({ type: 'failed', kind, message: String(error).slice(0, 500) })
  }
}

/** A Worker that waits for a job: the next run begins at once, and never where another has been. */
function startSlot(kind: Kind, { url, parts }: Setup, tell: Tell): Slot {
  const worker = new Worker(url)
  const { port1, port2 } = new MessageChannel()
  const slot: Slot = { worker, port: port1, ready: false, run: null, timer: 0, limitMs: 0 }
  worker.onerror = (event) => {
    if (!slot.ready) tell({ type: 'failed', kind, message: String(event.message).slice(0, 500) })
    // What nobody caught is told by the Worker itself, as long as it lives.
    else if (slot === running && /memory/i.test(String(event.message))) end(slot, tell, 'memory')
  }
  port1.onmessage = ({ data }) => {
    if (!slot.ready) {
      slot.ready = true
      tell({ type: 'ready', kind })
      if (slot.run !== null) hand(slot, slot.run, tell)
      return
    }
    if (slot !== running || slot.run === null) return
    tell({ type: 'told', id: slot.run.id, message: data })
    if (data.type === 'done' || data.type === 'refused') finish(slot, tell)
    else follow(slot, data, tell)
  }
  worker.postMessage(parts, [port2])
  return slot
}

function begin(run: Run, tell: Tell): void {
  const setup = setups.get(run.kind)
  if (setup === undefined) return
  if (running !== null) end(running, tell, 'time')
  const slot = setup.spare ?? startSlot(run.kind, setup, tell)
  setup.spare = null
  slot.run = run
  running = slot
  if (slot.ready) hand(slot, run, tell)
}

function hand(slot: Slot, run: Run, tell: Tell): void {
  watch(slot, PREPARE_MS, tell)
  tell({ type: 'begun', id: run.id })
  slot.port.postMessage(run.job)
}

/** The clock runs in the learner's code; loading it counts as well, making an input and reading a result do not. */
function follow(slot: Slot, message: RunMessage, tell: Tell): void {
  if (slot.run === null) return
  if (message.type === 'calibrated') slot.limitMs = slot.run.limitMs * message.factor
  if (message.type === 'calibrated') watch(slot, slot.limitMs + GRACE_MS, tell)
  else if (message.type === 'phase' && message.phase !== 'prepare') {
    const why = message.phase === 'wait' ? 'waiting' : 'time'
    watch(slot, slot.limitMs - message.usedMs + GRACE_MS, tell, why)
  } else watch(slot, PREPARE_MS, tell)
}

function watch(slot: Slot, ms: number, tell: Tell, why: Why = 'time'): void {
  clearTimeout(slot.timer)
  slot.timer = window.setTimeout(() => end(slot, tell, why), ms)
}

function end(slot: Slot, tell: Tell, why: Why): void {
  const { run } = slot
  if (run === null) return
  if (slot.ready) finish(slot, tell)
  else {
    // It has not begun: the Worker that is still starting waits for the next run.
    slot.run = null
    running = null
    const setup = setups.get(run.kind)
    if (setup !== undefined) setup.spare = slot
  }
  tell({ type: 'stopped', id: run.id, why })
}

function finish(slot: Slot, tell: Tell): void {
  clearTimeout(slot.timer)
  slot.worker.terminate()
  slot.port.close()
  const kind = slot.run?.kind
  slot.run = null
  if (running === slot) running = null
  const setup = kind === undefined ? undefined : setups.get(kind)
  if (kind === undefined || setup === undefined || setup.spare !== null) return
  setup.spare = startSlot(kind, setup, tell)
}
