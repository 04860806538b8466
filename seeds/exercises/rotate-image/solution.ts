function rotateImage(image: number[][]): void {
  const n = image.length;
  // Mirrored at the diagonal: each pair is exchanged once, so the column starts after the row.
  for (let r = 0; r < n; r++) {
    for (let c = r + 1; c < n; c++) {
      [image[r][c], image[c][r]] = [image[c][r], image[r][c]];
    }
  }
  for (const row of image) row.reverse();
}
