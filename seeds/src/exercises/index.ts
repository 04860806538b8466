export type { ExerciseFacts, ExerciseTest } from './exercise.schemas.ts'
export {
  type Exercise,
  ExerciseError,
  exerciseSlugs,
  exercisesFolder,
  readExercise,
  readExercises,
} from './read-exercises.ts'
export { starterCode } from './starter-code.ts'
