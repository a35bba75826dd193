import { useLocation } from 'wouter';
import type { Action } from '../parts/form/action.ts';
import { useWords } from '../frame/words.ts';
import { useMeetingFields } from './meetingFields.ts';
import { useSearchFields } from '../scheduling/searchFields.ts';

/** The two ways to a meeting: a time is looked for, or it is known. Either leads on to what came of it. */
export function useCallingActs(): Action[] {
  const { t } = useWords();
  const [, go] = useLocation();
  const search: Action = {
    act: 'findTime',
    label: t('tab.time.find'),
    primary: true,
    input: {},
    done: t('tab.time.started'),
    form: { fields: useSearchFields(), intro: t('tab.meeting.whom') },
    then: (answer) => answer.ok && go(`/scheduling/${answer.result.schedulingId}`),
  };
  const call: Action = {
    act: 'callMeeting',
    label: t('tab.meeting.call'),
    input: {},
    done: t('tab.meeting.called'),
    form: { fields: useMeetingFields(), intro: t('tab.meeting.whom') },
    then: (answer) => answer.ok && go(`/meeting/${answer.result.meetingId}`),
  };
  return [search, call];
}
