import { aboutNamed, type Named } from '../../../bot/process/frame/about.ts';
import type { TaskView } from '../../../bot/views/people/shapes.ts';
import { idOf, type Typed } from './views.ts';

const asIs: Typed = (text) => text;

const ids = (typed: Typed, more: Partial<TaskView>): Omit<TaskView, 'about'> => ({
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

/** About what is named most closely. */
export function taskView(typed: Typed = asIs, more: Partial<TaskView> = {}): TaskView {
  const all = ids(typed, more);
  const about = aboutNamed(all as Named, ['vote', 'hearing', 'scheduling', 'meeting', 'case']);
  return { ...all, about };
}
