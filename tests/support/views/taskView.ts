import type { TaskView } from '../../../bot/views/people/shapes.ts';
import { idOf, type Typed } from './views.ts';

const asIs: Typed = (text) => text;

export const taskView = (typed: Typed = asIs, more: Partial<TaskView> = {}): TaskView => ({
  id: 'answerHearing:1',
  kind: 'answerHearing',
  title: {
    da: `Svar på høringen om ${typed('Rengøring')}`,
    en: `Answer the hearing on ${typed('Rengøring')}`,
  },
  due: '2026-12-11T11:00:00Z',
  revisionId: idOf('revision'),
  hearingId: idOf('hearing'),
  voteId: null,
  meetingId: null,
  schedulingId: null,
  ...more,
});
