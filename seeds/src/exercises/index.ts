export { exerciseSlugs, exercisesFolder, readExercise } from './read-exercises.ts'
