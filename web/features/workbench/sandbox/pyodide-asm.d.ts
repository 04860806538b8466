// Pyodide's package brings types for its loader alone.
declare module 'pyodide/pyodide.asm.mjs' {
  const createPyodideModule: NonNullable<import('pyodide').PyodideConfig['createPyodideModule']>
  export default createPyodideModule
}
