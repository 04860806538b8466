// Mistake: knows only "visited" and "not visited", so a second way to the same course looks like a cycle.
function canFinish(numCourses: number, prerequisites: number[][]): boolean {
  const needs: number[][] = Array.from({ length: numCourses }, () => []);
  for (const [course, before] of prerequisites) needs[course].push(before);
  function walk(course: number, visited: Set<number>): boolean {
    if (visited.has(course)) return false;
    visited.add(course);
    return needs[course].every((before) => walk(before, visited));
  }
  for (let course = 0; course < numCourses; course++) {
    if (!walk(course, new Set())) return false;
  }
  return true;
}
