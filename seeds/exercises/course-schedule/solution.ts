function canFinish(numCourses: number, prerequisites: number[][]): boolean {
  const unblocks: number[][] = Array.from({ length: numCourses }, () => []);
  const blockedBy: number[] = new Array(numCourses).fill(0);
  for (const [course, before] of prerequisites) {
    unblocks[before].push(course);
    blockedBy[course] += 1;
  }
  const open: number[] = [];
  for (let course = 0; course < numCourses; course++) {
    if (blockedBy[course] === 0) open.push(course);
  }
  let taken = 0;
  for (let course = open.pop(); course !== undefined; course = open.pop()) {
    taken += 1;
    for (const next of unblocks[course]) {
      blockedBy[next] -= 1;
      if (blockedBy[next] === 0) open.push(next);
    }
  }
  // Whatever is left waits for something else that is left: a cycle.
  return taken === numCourses;
}
