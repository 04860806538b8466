export { exerciseSlugs, exercisesFolder, readExercise, readExerciseFacts } from './read-exercises.ts'
