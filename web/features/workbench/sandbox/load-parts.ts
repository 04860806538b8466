import type { Kind } from './frame-messages.ts'
import type { SandboxAssets } from './sandbox-assets.ts'

export type Progress = { loaded: number; total: number }
type Part = SandboxAssets['javascript']

/** Fetches what a language runs on, and tells how far it is, in bytes. */
export async function loadParts(options: {
  kind: Kind
  assets: SandboxAssets
  onProgress: (progress: Progress) => void
}): Promise<{ source: string; wasm?: ArrayBuffer; stdlib?: ArrayBuffer }> {
  const { kind, assets, onProgress } = options
  const parts = kind === 'python' ? [assets.python, assets.wasm, assets.stdlib] : [assets.javascript]
  const total = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  let loaded = 0
  const load = (part: Part) =>
    download(part, (bytes) => {
      loaded += bytes
      onProgress({ loaded: Math.min(loaded, total), total })
    })
  const [source, wasm, stdlib] = await Promise.all(parts.map(load))
  if (source === undefined) throw new Error('no part')
  return { source: new TextDecoder().decode(source), ...(wasm && { wasm }), ...(stdlib && { stdlib }) }
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
