// Mistake: goes through all pairs, so each one is exchanged twice and the mirroring undoes itself.
function rotateImage(image: number[][]): void {
  const n = image.length;
  for (let r = 0; r < n; r++) {
    for (let c = 0; c < n; c++) {
      [image[r][c], image[c][r]] = [image[c][r], image[r][c]];
    }
  }
  for (const row of image) row.reverse();
}
