const MOST_BYTES = 512 * 1024 * 1024

/**
 * Keeps Python's memory below 512 MB: code that fills it gets its MemoryError at once, and not after it took all that
 * the machine has. To be called with what Pyodide's WebAssembly is instantiated with.
 */
export function capMemory(imports: WebAssembly.Imports): void {
  const env = imports.env
  const resize = env?.emscripten_resize_heap
  if (env === undefined || typeof resize !== 'function') return
  env.emscripten_resize_heap = (bytes: number) => (bytes >>> 0 > MOST_BYTES ? 0 : resize(bytes))
}
