import type { reachActs } from '../../../bot/acts/reach/index.ts';
import { oid } from '../../support/app.ts';
import { secretariatAlone, type ExamplesOf } from '../frame/example.ts';

export const reachExamples = {
  syncDirectory: {
    ready: async ({ house }) => {
      await house.sql(
        `insert into directory_source (source, group_id) values ('team', $1) on conflict do nothing`,
        [oid(9)],
      );
      return { dryRun: true };
    },
    may: secretariatAlone,
    otherwise: () => ({ dryRun: undefined }),
    button: null,
    says: [{ type: 'syncAsked', data: () => ({ dryRun: true, confirmed: null }) }],
  },
  testConnection: {
    ready: async () => ({ call: 'mail' }),
    may: secretariatAlone,
    otherwise: () => ({ call: 'teamMembers' }),
    button: null,
    says: [{ type: 'connectionTested', data: (input) => input }],
  },
} satisfies ExamplesOf<typeof reachActs>;
