// Who may: the secretariat. Changes: times are put to those whose calendar cannot be read; each gets a card to tick them on.
// Refuses: no time or too many, one that is over or before the answers are in; a poll that is open already.
// A repeat with the same key: the same poll, nobody told twice.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { isSomebody, secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { mostOffered, owesAnswer } from '../../process/scheduling/scheduling.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { insertSlots, inviteesOf, updateScheduling } from '../../store/scheduling/scheduling.ts';
import { act } from '../frame/act.ts';
import { id, moment, toDate } from '../frame/input.ts';
import { goingOn } from './scheduling.ts';

export const openPoll = act({
  name: 'openPoll',
  may: secretariat,
  about: { schedulingId: id },
  form: { slots: z.array(moment).min(1).max(mostOffered), respondBy: moment },
  load: goingOn,
  open: ({ state }) => (state === 'polling' ? refuse('pollOpen') : null),
  decide(_, { form, now }) {
    const respondBy = toDate(form.respondBy);
    if (respondBy <= now) return refuse('deadlinePassed');
    if (new Set(form.slots.map((one) => toDate(one).getTime())).size < form.slots.length)
      return refuse('slotsUnclear');
    return form.slots.every((one) => toDate(one) > respondBy) ? null : refuse('timeInPast');
  },
  async apply({ scheduling }, { trx, form, now, record }) {
    const respondBy = toDate(form.respondBy);
    const starts = form.slots.map(toDate);
    const invited = (await inviteesOf(trx, scheduling.id)).filter(isSomebody);
    const asked = invited.filter(owesAnswer);
    await insertSlots(trx, scheduling.id, starts);
    await updateScheduling(trx, scheduling.id, { openedAt: now, respondBy });
    const people = asked.map(({ personId }) => personId);
    await tellPeople(
      trx,
      people,
      { message: 'findTime', about: { kind: 'scheduling', id: scheduling.id } },
      now,
    );
    record(scheduling.caseId ?? registerCase, 'pollOpened', {
      schedulingId: scheduling.id,
      title: scheduling.title,
      slots: starts.map((one) => one.toISOString()),
      deadline: respondBy.toISOString(),
      asked: people.length,
    });
    return { schedulingId: scheduling.id, asked: people.length };
  },
});
