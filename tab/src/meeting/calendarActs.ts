import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import { useRefreshAt } from '../frame/clock.ts';
import { fieldOf } from '../frame/dateField.ts';
import type { Action } from '../parts/form/action.ts';
import type { FieldSpec } from '../parts/form/fields.ts';
import { useWords } from '../frame/words.ts';

function useChangeFields({
  title,
  startsAt,
  endsAt,
  joinUrl,
  agenda,
}: MeetingView): FieldSpec<FieldOf<'changeMeeting'>>[] {
  const { t } = useWords();
  const time = { kind: 'datetime', required: true } as const;
  return [
    { name: 'title', label: t('tab.meeting.title'), required: true, initial: title },
    { name: 'startsAt', label: t('tab.meeting.startsAt'), initial: fieldOf(startsAt), ...time },
    { name: 'endsAt', label: t('tab.meeting.endsAt'), initial: fieldOf(endsAt), ...time },
    { name: 'agenda', label: t('tab.meeting.agenda'), kind: 'area', initial: agenda },
    { name: 'joinUrl', label: t('tab.meeting.joinUrl'), kind: 'url', initial: joinUrl ?? '' },
  ];
}

/** A meeting to come is changed, cancelled, tried again where it failed, and its replies are read. */
export function useCalendarActs(meeting: MeetingView): { offered: Action[]; gone: Action[] } {
  const { t } = useWords();
  useRefreshAt(meeting.endsAt);
  const fields = useChangeFields(meeting);
  const { id, calendar, chat } = meeting;
  const input = { meetingId: id };
  const change: Action = {
    act: 'changeMeeting',
    label: t('tab.meeting.change'),
    input,
    done: t('tab.meeting.changed'),
    form: { fields, intro: t('tab.meeting.changeIntro') },
  };
  const cancel: Action = {
    act: 'cancelMeeting',
    label: t('tab.meeting.cancel'),
    input,
    done: t('tab.meeting.cancelled'),
    form: {
      fields: [{ name: 'reason', label: t('tab.meeting.cancelReason'), kind: 'area', required: true }],
      intro: t('tab.meeting.cancelIntro'),
    },
  };
  const retry: Action = {
    act: 'retryMeeting',
    label: t('tab.meeting.retry'),
    primary: true,
    input,
    done: t('tab.meeting.retried'),
  };
  const refresh: Action = {
    act: 'refreshAnswers',
    label: t('tab.meeting.refresh'),
    input,
    done: t('tab.meeting.refreshed'),
  };
  // What somebody was writing in it when it was cancelled or ended is not gone with it.
  if (!meeting.toCome) return { offered: [], gone: [change, cancel] };
  // It has been in session.
  const held = meeting.allowed.some(
    ({ act, refusal }) => act === cancel.act && refusal?.code === 'meetingHeld',
  );
  const failed = calendar.state === 'failed' || chat.state === 'failed';
  const offered = [
    ...(failed ? [retry] : []),
    change,
    ...(calendar.state === 'done' && meeting.answers ? [refresh] : []),
    ...(held ? [] : [cancel]),
  ];
  return { offered, gone: held ? [cancel] : [] };
}
