/** Numbers from 0 to 1 that are the same for the same seed (a linear congruence on 48 bits, as POSIX drand48). */
export function numbersFrom(seed: number): () => number {
  let state = (BigInt(seed >>> 0) << 16n) | 0x330en
  return () => {
    state = (state * 0x5deece66dn + 0xbn) & 0xffffffffffffn
    return Number(state >> 16n) / 4_294_967_296
  }
}

/** A number of the standard normal distribution (Box and Muller). */
export function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
