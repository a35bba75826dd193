import type { draftActs } from '../../../bot/acts/draft/index.ts';
import { clauses, halfFile, revision } from '../../support/cases.ts';
import { next, secretariat } from '../../support/factories.ts';
import { some, secretariatAlone, type ExamplesOf } from '../frame/example.ts';

export const draftExamples = {
  addVersion: {
    ready: async ({ house }) => {
      const { revisionId } = await revision(house);
      return { revisionId, kind: 'final', title: 'Endeligt forslag', clauses };
    },
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['revisionId'],
      fill: () => ({ kind: 'final', title: 'Forslag', clauses }),
    },
    says: [
      {
        type: 'versionAdded',
        of: 'revisionId',
        data: (input, result) => ({ ...some(input, 'kind', 'title'), ...result, state: 'finalising' }),
      },
    ],
  },
  finishFile: {
    ready: async ({ house }) => {
      const { revisionId } = await revision(house);
      return { revisionId, ...(await halfFile(house, revisionId)) };
    },
    may: secretariatAlone,
    button: null,
    says: [
      {
        type: 'fileAdded',
        of: 'revisionId',
        data: (_, result) => ({ ...result, number: 1, size: 5, versionId: null }),
      },
    ],
  },
  beginFile: {
    ready: async ({ house }) => ({ ...(await revision(house)), name: 'Bilag.pdf', size: 5 }),
    may: secretariatAlone,
    button: {
      by: ['secretariat'],
      sends: ['revisionId'],
      fill: ({ house }) => ({ name: `Bilag ${next(house)}.pdf`, size: 5 }),
    },
    says: [],
  },
  addFilePart: {
    ready: async ({ house }) => {
      const { revisionId } = await revision(house);
      const { fileId } = await secretariat(house).do('beginFile', { revisionId, name: 'Del.pdf', size: 5 });
      return { fileId, number: 0, bytes: Buffer.from('Bilag').toString('base64') };
    },
    may: secretariatAlone,
    button: null,
    says: [],
  },
  retryFile: {
    ready: async ({ house }) => {
      const { revisionId } = await revision(house);
      const half = await halfFile(house, revisionId);
      await secretariat(house).do('finishFile', half);
      await house.sql(`update file set state = 'failed' where id = $1`, [half.fileId]);
      return half;
    },
    may: secretariatAlone,
    button: null,
    says: [],
  },
} satisfies ExamplesOf<typeof draftActs>;
