// Mistake: builds a new image and assigns it to the parameter; the caller's image is as before.
function rotateImage(image: number[][]): void {
  const n = image.length;
  image = image.map((row, r) => row.map((_, c) => image[n - 1 - c][r]));
}
