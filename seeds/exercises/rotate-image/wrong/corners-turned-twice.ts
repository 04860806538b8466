// Mistake: goes one step too far along each side, so the corners of every ring are moved twice.
function rotateImage(image: number[][]): void {
  const n = image.length;
  for (let r = 0; r < Math.floor(n / 2); r++) {
    for (let c = r; c <= n - 1 - r; c++) {
      const saved = image[r][c];
      image[r][c] = image[n - 1 - c][r];
      image[n - 1 - c][r] = image[n - 1 - r][n - 1 - c];
      image[n - 1 - r][n - 1 - c] = image[c][n - 1 - r];
      image[c][n - 1 - r] = saved;
    }
  }
}
