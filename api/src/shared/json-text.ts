/** JSON that is written already. `Body` is the shape that it has, for whoever reads it through the typed client. */
export type JsonText<Body> = string & { readonly shape?: Body }

/** The JSON of an object up to where more of it may follow: without its last brace, with a comma. */
export function beginJson(json: string): string {
  return `${json.slice(0, -1)},`
}
