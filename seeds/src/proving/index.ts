export { type ProofReport, proveExercise, RANDOM_INPUTS, unproven } from './prove-exercise.ts'
