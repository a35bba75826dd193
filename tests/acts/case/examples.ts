import type { caseActs } from '../../../bot/acts/case/index.ts';
import { secretariatAlone, type ExamplesOf } from '../frame/example.ts';

export const caseExamples = {
  startRevision: {
    ready: async () => ({ title: 'Rengøring', track: 'revise', year: 2031 }),
    may: secretariatAlone,
    otherwise: () => ({ title: 'Kontormøbler' }),
    button: {
      by: ['secretariat'],
      fill: () => ({ title: 'Rengøring', track: 'revise', year: 2027 }),
    },
    says: [
      {
        type: 'revisionStarted',
        of: 'revisionId',
        data: (input, result) => ({ ...input, ...result, goalNumber: null }),
      },
    ],
  },
} satisfies ExamplesOf<typeof caseActs>;
