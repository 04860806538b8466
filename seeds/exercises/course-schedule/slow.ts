function canFinish(numCourses: number, prerequisites: number[][]): boolean {
  const state: ("untouched" | "on the path" | "finished")[] = new Array(numCourses).fill("untouched");
  function finish(course: number): boolean {
    if (state[course] !== "untouched") return state[course] === "finished";
    state[course] = "on the path";
    // All pairs are gone through for every course.
    for (const [next, before] of prerequisites) {
      if (next === course && !finish(before)) return false;
    }
    state[course] = "finished";
    return true;
  }
  for (let course = 0; course < numCourses; course++) {
    if (!finish(course)) return false;
  }
  return true;
}
