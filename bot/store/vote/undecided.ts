/** `isUndecided` of process/vote, asked of a vote's row; along the index of those that nothing has been decided by. */
export const isUndecided = (vote: string): string =>
  `(${vote}.carried is null and (${vote}.closed_at is null or ${vote}.result->>'outcome' = 'tied'))`;
