import { z } from 'zod';
import type { AppointmentRole } from '../../process/people/organisation.ts';
import { mayHoldSeat } from '../../process/people/place.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { isSecretariat, organisationOf, type Doer } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import {
  appoint,
  appointments,
  organisationById,
  personById,
  type Appointed,
} from '../../store/people/people.ts';
import { lockPerson } from '../../store/people/places.ts';
import { holdOpen, type Waiting, type WaitingHearing } from '../../store/hearing/replacing.ts';
import { personOf } from '../frame/act.ts';
import type { OldCall } from '../frame/oldAct.ts';
import { id, optional } from '../frame/input.ts';
import { tellReplaced } from './replacing.ts';

/** What the three appointing acts share; each of them says who may. */
export const appointmentInput = z.object({ organisationId: id, personId: id });
export const withChair = appointmentInput.extend({ chair: optional(z.boolean()) });

export interface AppointmentState {
  representativeId: string | null;
  current: { personId: string; chair: boolean } | null;
  /** Who is what for the organisation, and what is open to it; held until it is done. */
  held: Appointed[];
  open: { votes: Waiting[]; hearings: WaitingHearing[] };
}
type AppointmentCall = OldCall<{ organisationId: string; personId: string; chair?: boolean | undefined }>;

export async function loadAppointment(
  role: AppointmentRole,
  call: AppointmentCall,
): Promise<AppointmentState | Refusal> {
  const { trx, input, probe } = call;
  if (!input.organisationId || !(await organisationById(trx, input.organisationId)))
    return refuse('notFound');
  if (input.personId) {
    // Held, so that nobody leaves and is appointed in the same moment.
    const person = await (probe ? personById(trx, input.personId) : lockPerson(trx, input.personId, 'share'));
    if (!person) return refuse('notFound');
    if (person.organisationId !== input.organisationId) return refuse('personElsewhere');
    const unfit = mayHoldSeat(person);
    if (unfit) return unfit;
  }
  const nothing = { votes: [], hearings: [] };
  const open = probe ? nothing : await holdOpen(trx, input.organisationId, await call.time());
  const held = await appointments(trx, input.organisationId);
  const current = held.find((one) => one.role === role) ?? null;
  const representativeId = held.find((one) => one.role === 'representative')?.personId ?? null;
  return { representativeId, current, held, open };
}

export async function applyAppointment(
  role: AppointmentRole,
  event: 'representativeAppointed' | 'deputyNamed' | 'contactNamed',
  state: AppointmentState,
  call: AppointmentCall,
): Promise<{ organisationId: string; personId: string }> {
  const { trx, input, now, record } = call;
  const { organisationId, personId } = input;
  const chair = input.chair ?? false;
  // The same appointment again is the same register: nothing to end, nothing to log.
  if (state.current?.personId !== personId || state.current.chair !== chair) {
    await appoint(trx, now, { organisationId, role, personId, chair });
    record(registerCase, event, { organisationId, personId, ...(chair && { chair }) });
    await tellReplaced(call, { organisationId, role, personId, held: state.held }, state.open);
  }
  return { organisationId, personId };
}

/** A member's own representative may do this for the member, and the secretariat for everyone. */
export function ownRepresentative(
  doer: Doer,
  organisationId: string,
  representativeId: string | null,
): Refusal | null {
  if (isSecretariat(doer)) return null;
  if (organisationOf(doer) !== organisationId) return refuse('notYourOrganisation');
  return personOf(doer) === representativeId ? null : refuse('secretariatOnly');
}
