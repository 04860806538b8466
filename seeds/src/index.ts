export { loadSeeds } from './load-seeds.ts'
export { type Catalogue, readCatalogue, readRoles } from './read-catalogue.ts'
