import fc from 'fast-check'

/**
 * Property tests meet the same cases on every run, so that a red run is red for whoever looks into it. `FC_SEED` gives
 * other cases, `FC_RUNS` more of them.
 */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261128) })
