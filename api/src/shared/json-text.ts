import type { Context, TypedResponse } from 'hono'

/** JSON that is written already. `Body` is the shape that it has, for whoever reads it through the typed client. */
export type JsonText<Body> = string & { readonly shape?: Body }
/** The same as it is sent: for what is long and sent often, since a text is made into bytes each time. */
export type JsonBytes<Body> = Uint8Array<ArrayBuffer> & { readonly shape?: Body }

/** The JSON of an object up to where more of it may follow: without its last brace, with a comma. */
export function beginJson(json: string): string {
  return `${json.slice(0, -1)},`
}

/** Answers 200 with JSON that is written already: what was parsed once need not be turned into objects and back. */
export function answerText<Body>(
  c: Context,
  text: JsonText<Body> | JsonBytes<Body>,
): Response & TypedResponse<Body, 200, 'json'> {
  return typed(c.body(text, 200, { 'content-type': 'application/json' }))
}

/** Safe because the status is 200 and the text says its own shape; the tests of each route parse it by its schema. */
function typed<Body>(response: Response): Response & TypedResponse<Body, 200, 'json'> {
  return response as Response & TypedResponse<Body, 200, 'json'>
}
