// Who may: the secretariat.
// Changes: who holds the organisation's seat from now on, and whether they chair; in votes already open too, where what the
// former one cast stands until the new one changes it. Both are told.
// Refuses: unknown ids; a person of another organisation, of the secretariat, or who has left.
// A repeat: the same person again changes nothing.
import { secretariat } from '../../process/frame/roles.ts';
import { oldAct } from '../frame/oldAct.ts';
import { applyAppointment, withChair, loadAppointment } from './appointments.ts';

export const appointRepresentative = oldAct({
  name: 'appointRepresentative',
  may: secretariat,
  input: withChair,
  load: (call) => loadAppointment('representative', call),
  decide: () => null,
  apply: (state, call) => applyAppointment('representative', 'representativeAppointed', state, call),
});
