/** An organisation has one answer in a hearing. */
export const answerId = (hearingId: string, organisationId: string): string =>
  `${hearingId} ${organisationId}`;
