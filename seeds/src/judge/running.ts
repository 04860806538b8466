// The running half: what a thread or Worker in which foreign code runs needs, and nothing else.
export { pythonHarness } from './python-harness.ts'
export { withCappedMemory } from './python-memory.ts'
export { runJavaScript } from './run-javascript.ts'
export { type Python, runPython } from './run-python.ts'
