import type { AppointmentRole } from '../../process/people/organisation.ts';
import { mayHoldSeat } from '../../process/people/place.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';
import { isSecretariat, organisationOf } from '../../process/frame/roles.ts';
import { registerCase } from '../../process/frame/trail.ts';
import type { Trx } from '../../store/frame/database.ts';
import {
  appoint,
  appointments,
  organisationById,
  personById,
  type Appointed,
} from '../../store/people/people.ts';
import { lockPerson } from '../../store/people/places.ts';
import { personOf, type Asking, type Call, type Given } from '../frame/act.ts';
import { id } from '../frame/input.ts';
import { holdOpen, nothingOpen, type Open } from './following.ts';
import { tellReplaced } from './replacing.ts';

/** What the three appointing acts share; each of them says who may. Who is appointed is picked once the button is there. */
export const appointing = { about: { organisationId: id, personId: id }, later: ['personId'] as const };
type About = Given<typeof appointing.about>;
type Appointing = Call<About, { chair?: boolean | undefined }>;
type Asked = Asking<Pick<About, 'organisationId'> & Partial<About>>;

export interface AppointmentState {
  representativeId: string | null;
  current: { personId: string; chair: boolean } | null;
  /** Who is what for the organisation, and what is open to it; held until it is done. */
  held: Appointed[];
  open: Open;
}

/** Held, so that nobody leaves and is appointed in the same moment. */
const stillThere = (trx: Trx, personId: string) => lockPerson(trx, personId, 'share');

export async function loadAppointment(
  role: AppointmentRole,
  { trx, about: { organisationId, personId }, hold, time }: Asked,
): Promise<AppointmentState | Refusal> {
  if (!(await organisationById(trx, organisationId))) return refuse('notFound');
  if (personId) {
    const person = await hold(stillThere, personById, personId);
    if (!person) return refuse('notFound');
    if (person.organisationId !== organisationId) return refuse('personElsewhere');
    const unfit = mayHoldSeat(person);
    if (unfit) return unfit;
  }
  const open = await hold(holdOpen, nothingOpen, organisationId, await time());
  const held = await appointments(trx, organisationId);
  const current = held.find((one) => one.role === role) ?? null;
  const representativeId = held.find((one) => one.role === 'representative')?.personId ?? null;
  return { representativeId, current, held, open };
}

/** A member's own representative may do this for the member, and the secretariat for everyone. */
export function ownRepresentative(
  { representativeId }: AppointmentState,
  { doer, about }: Asked,
): Refusal | null {
  if (isSecretariat(doer)) return null;
  if (organisationOf(doer) !== about.organisationId) return refuse('notYourOrganisation');
  return personOf(doer) === representativeId ? null : refuse('secretariatOnly');
}

export async function applyAppointment(
  role: AppointmentRole,
  event: 'representativeAppointed' | 'deputyNamed' | 'contactNamed',
  state: AppointmentState,
  call: Appointing,
): Promise<{ organisationId: string; personId: string }> {
  const {
    trx,
    about: { organisationId, personId },
    form: { chair = false },
    now,
    record,
  } = call;
  // The same appointment again is the same register: nothing to end, nothing to log.
  if (state.current?.personId !== personId || state.current.chair !== chair) {
    await appoint(trx, now, { organisationId, role, personId, chair });
    record(registerCase, event, { organisationId, personId, ...(chair && { chair }) });
    await tellReplaced(call, { organisationId, role, personId, held: state.held }, state.open);
  }
  return { organisationId, personId };
}
