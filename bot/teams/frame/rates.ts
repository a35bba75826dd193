/** The same count of a person as at the other doors; how it is kept is not ours. */
export interface PeopleRates {
  person(
    who: { tenantId: string; objectId: string },
    kind: 'read' | 'act',
  ): { seconds: number; again: boolean } | null;
}
