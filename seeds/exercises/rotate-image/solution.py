def rotate_image(image: list[list[int]]) -> None:
    n = len(image)
    # Mirrored at the diagonal: each pair is exchanged once, so the column starts after the row.
    for r in range(n):
        for c in range(r + 1, n):
            image[r][c], image[c][r] = image[c][r], image[r][c]
    for row in image:
        row.reverse()
