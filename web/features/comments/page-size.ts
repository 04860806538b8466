export const commentsPerPage = 20
