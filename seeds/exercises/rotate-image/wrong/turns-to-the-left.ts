// Mistake: reverses the order of the rows after mirroring, which is a turn to the left.
function rotateImage(image: number[][]): void {
  const n = image.length;
  for (let r = 0; r < n; r++) {
    for (let c = r + 1; c < n; c++) {
      [image[r][c], image[c][r]] = [image[c][r], image[r][c]];
    }
  }
  image.reverse();
}
