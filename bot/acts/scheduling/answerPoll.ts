// Who may: whoever is asked to the meeting, also those whose calendar is read: their word comes first. Changes: which of
// the times they can; the last answer counts, whole. Refuses: others; a time that was not offered; no time at all unless
// `none` says so; a search that is over. A repeat: the same answer.
import { z } from 'zod';
import { refuse } from '../../process/frame/refusals.ts';
import { anyone } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import { isSearchOver, schedulingState } from '../../process/scheduling/scheduling.ts';
import { markActedOn } from '../../store/reach/deliveries.ts';
import {
  inviteeOf,
  putAnswers,
  schedulingById,
  shareScheduling,
  slotsOf,
} from '../../store/scheduling/scheduling.ts';
import { act, personOf } from '../frame/act.ts';
import { id, moment, optional, toDate } from '../frame/input.ts';

/** A card sends its ticks as one text with commas; the tab a list. */
const ticked = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
  z.array(moment).max(50),
);

export const answerPoll = act({
  name: 'answerPoll',
  may: anyone,
  about: { schedulingId: id },
  form: {
    /** The times that are possible. */
    slots: optional(ticked),
    /** None of them is. */
    none: optional(z.union([z.boolean(), z.literal('true').transform(() => true)])),
  },
  async load({ trx, about, doer, hold }) {
    const scheduling = await hold(shareScheduling, schedulingById, about.schedulingId);
    if (!scheduling) return refuse('notFound');
    const personId = personOf(doer);
    const invitee = personId ? await inviteeOf(trx, scheduling.id, personId) : null;
    if (!invitee || !personId) return refuse('notInvited');
    return { scheduling, personId, slots: await slotsOf(trx, scheduling.id) };
  },
  open({ scheduling }) {
    const state = schedulingState(scheduling);
    if (isSearchOver(state)) return refuse('schedulingOver');
    return state === 'polling' ? null : refuse('pollNotOpen');
  },
  decide({ slots }, { form: { slots: said = [], none } }) {
    const offered = new Set(slots.map(({ startsAt }) => startsAt.getTime()));
    if (!said.every((one) => offered.has(toDate(one).getTime()))) return refuse('slotUnknown');
    return said.length === 0 && !none ? refuse('slotNeeded') : null;
  },
  async apply({ scheduling, personId, slots }, { trx, form, now, record }) {
    const wanted = new Set((form.none ? [] : (form.slots ?? [])).map((one) => toDate(one).getTime()));
    const answers = slots.map(({ id: slotId, startsAt }) => ({
      slotId,
      possible: wanted.has(startsAt.getTime()),
    }));
    await putAnswers(trx, scheduling.id, personId, answers, now);
    await markActedOn(trx, { personId, about: { kind: 'scheduling', id: scheduling.id } });
    record(scheduling.caseId ?? registerCase, 'pollAnswered', {
      schedulingId: scheduling.id,
      title: scheduling.title,
      personId,
      possible: answers.filter(({ possible }) => possible).length,
    });
    return { schedulingId: scheduling.id, possible: wanted.size };
  },
});
