// Mistake: searches from course 0 alone, so a circle elsewhere is never seen.
function canFinish(numCourses: number, prerequisites: number[][]): boolean {
  const needs: number[][] = Array.from({ length: numCourses }, () => []);
  for (const [course, before] of prerequisites) needs[course].push(before);
  const onPath = new Set<number>();
  const finished = new Set<number>();
  function finish(course: number): boolean {
    if (onPath.has(course)) return false;
    if (finished.has(course)) return true;
    onPath.add(course);
    const good = needs[course].every(finish);
    onPath.delete(course);
    finished.add(course);
    return good;
  }
  return finish(0);
}
