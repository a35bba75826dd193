import type { Delivery } from '../../store/reach/deliveries.ts';

/** What of a delivery its words depend on. */
export type Addressed = Pick<
  Delivery,
  'personId' | 'message' | 'occasion' | 'revisionId' | 'hearingId' | 'voteId' | 'meetingId' | 'schedulingId'
> & {
  organisationId?: string | null;
  locale?: 'da' | 'en' | null;
};
