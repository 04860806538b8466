export { loadSeeds } from './load-seeds.ts'
export { type Catalogue, readCatalogue } from './read-catalogue.ts'
