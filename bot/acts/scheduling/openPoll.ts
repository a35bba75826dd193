// Who may: the secretariat. Changes: times are put to those whose calendar cannot be read; each gets a card to tick them on.
// Refuses: no time or too many, one that is over or before the answers are in; a poll that is open already.
// A repeat with the same key: the same poll, nobody told twice.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { isSomebody, secretariat } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { mostOffered } from '../../process/scheduling/scheduling.ts';
import { tellPeople } from '../../store/reach/deliveries.ts';
import { insertSlots, inviteesOf, updateScheduling } from '../../store/scheduling/scheduling.ts';
import { oldAct } from '../frame/oldAct.ts';
import { id, moment, toDate } from '../frame/input.ts';
import { goingOn } from './scheduling.ts';

export const openPoll = oldAct({
  name: 'openPoll',
  may: secretariat,
  input: z.object({ schedulingId: id, slots: z.array(moment).min(1).max(mostOffered), respondBy: moment }),
  load: (call) => goingOn(call),
  decide({ state }, { input, probe, now }) {
    if (state === 'polling') return refuse('pollOpen');
    if (probe) return null;
    const respondBy = toDate(input.respondBy);
    if (respondBy <= now) return refuse('deadlinePassed');
    if (new Set(input.slots.map((one) => toDate(one).getTime())).size < input.slots.length)
      return refuse('slotsUnclear');
    return input.slots.every((one) => toDate(one) > respondBy) ? null : refuse('timeInPast');
  },
  async apply({ scheduling }, { trx, input, now, record }) {
    const respondBy = toDate(input.respondBy);
    const starts = input.slots.map(toDate);
    const invited = (await inviteesOf(trx, scheduling.id)).filter(isSomebody);
    const asked = invited.filter(({ readable }) => readable !== true);
    await insertSlots(trx, scheduling.id, starts);
    await updateScheduling(trx, scheduling.id, { openedAt: now, respondBy });
    const people = asked.map(({ personId }) => personId);
    await tellPeople(trx, people, { message: 'findTime', schedulingId: scheduling.id }, now);
    record(scheduling.revisionId ?? registerCase, 'pollOpened', {
      schedulingId: scheduling.id,
      title: scheduling.title,
      slots: starts.map((one) => one.toISOString()),
      deadline: respondBy.toISOString(),
      asked: people.length,
    });
    return { schedulingId: scheduling.id, asked: people.length };
  },
});
