export { type Exercise, exerciseSlugs, exercisesFolder, readExercise } from './read-exercises.ts'
