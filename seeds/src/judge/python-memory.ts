import type { PyodideConfig } from 'pyodide'

type Create = NonNullable<PyodideConfig['createPyodideModule']>
type Settings = Parameters<Create>[0]
type Imports = Parameters<NonNullable<Settings['instantiateWasm']>>[0]

const MOST_BYTES = 512 * 1024 * 1024

/**
 * A Python whose memory stays below 512 MB: code that fills it gets its MemoryError at once, and not after it took all that
 * the machine has.
 */
export function withCappedMemory(create: Create): Create {
  return (settings) => {
    const { instantiateWasm } = settings
    if (instantiateWasm === undefined) return create(settings)
    return create({
      ...settings,
      instantiateWasm(imports, done) {
        cap(imports)
        return instantiateWasm(imports, done)
      },
    })
  }
}

function cap({ env }: Imports): void {
  const resize: unknown = env?.emscripten_resize_heap
  if (typeof resize === 'function')
    env.emscripten_resize_heap = (bytes: number) => (bytes >>> 0 > MOST_BYTES ? 0 : resize(bytes))
}
