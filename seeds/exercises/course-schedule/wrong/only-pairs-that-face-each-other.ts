// Mistake: looks only for two courses that wait for each other, not for longer circles.
function canFinish(numCourses: number, prerequisites: number[][]): boolean {
  const pairs = new Set(prerequisites.map(([course, before]) => course * numCourses + before));
  return prerequisites.every(([course, before]) => !pairs.has(before * numCourses + course));
}
