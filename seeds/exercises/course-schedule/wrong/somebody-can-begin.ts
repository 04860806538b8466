// Mistake: is content if some course can be taken at the beginning, and does not look any further.
function canFinish(numCourses: number, prerequisites: number[][]): boolean {
  const blocked = new Set(prerequisites.map(([course]) => course));
  return blocked.size < numCourses;
}
