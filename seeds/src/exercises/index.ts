export {
  type Exercise,
  exerciseSlugs,
  exercisesFolder,
  readExercise,
  readExerciseFacts,
} from './read-exercises.ts'
