// Who may: the secretariat.
// Changes: who holds the organisation's seat from now on, and whether they chair; votes already open keep theirs.
// Refuses: unknown ids; a person of another organisation, or who has left.
// A repeat: the same person again changes nothing.
import { secretariat } from '../process/roles.ts';
import { act } from './act.ts';
import { applyAppointment, withChair, loadAppointment } from './appointments.ts';

export const appointRepresentative = act({
  name: 'appointRepresentative',
  may: secretariat,
  input: withChair,
  load: (call) => loadAppointment('representative', call),
  decide: () => null,
  apply: (state, call) => applyAppointment('representative', 'representativeAppointed', state, call),
});
