import type { Kind, Parts } from './frame-messages.ts'
import type { SandboxAssets } from './sandbox-assets.ts'

export type Progress = { loaded: number; total: number }
type Part = SandboxAssets['javascript']

/** Fetches what a language runs on, and tells how far it is, in bytes. */
export async function loadParts(options: {
  kind: Kind
  assets: SandboxAssets
  onProgress: (progress: Progress) => void
}): Promise<Parts> {
  const { kind, assets, onProgress } = options
  const parts = kind === 'python' ? pythonParts(assets) : [assets.javascript]
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  let loaded = 0
  const load = (part: Part) =>
    download(part, (bytes) => {
      loaded += bytes
      onProgress({ loaded: Math.min(loaded, total), total })
    })
  const [source, wasm, stdlib, packed] = await Promise.all(parts.map(load))
  if (source === undefined) throw new Error('no part')
  const snapshot = packed && (await unpack(packed))
  return {
    source: new TextDecoder().decode(source),
    ...(wasm && { wasm }),
    ...(stdlib && { stdlib }),
    ...(snapshot && { snapshot }),
  }
}

/** A browser that cannot unpack goes without the snapshot: Python then starts from the beginning, more slowly. */
function pythonParts({ python, wasm, stdlib, snapshot }: SandboxAssets): Part[] {
  return [python, wasm, stdlib, ...(typeof DecompressionStream === 'undefined' ? [] : [snapshot])]
}

async function unpack(packed: ArrayBuffer): Promise<ArrayBuffer> {
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(unpacked).arrayBuffer()
}

async function download({ path }: Part, onBytes: (count: number) => void): Promise<ArrayBuffer> {
  const response = await fetch(path)
  if (!response.ok || response.body === null) throw new Error(`${path} answered ${response.status}.`)
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onBytes(chunk.byteLength)
      controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(counting)).arrayBuffer()
}
