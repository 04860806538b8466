export { checkExercise, type ExerciseReport } from './check-exercise.ts'
export { fillExercise } from './fill-exercise.ts'
export { readSolutions, type Solutions } from './read-solutions.ts'
export { createSolutionRunner, type SolutionRunner } from './solution-runner.ts'
