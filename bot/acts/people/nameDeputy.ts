// Who may: the secretariat, or the organisation's representative.
// Changes: who may vote while the representative is not present, in votes opened from now on.
// Refuses: unknown ids; a person of another organisation, of the secretariat, or who has left.
// A repeat: the same person again changes nothing.
import { member } from '../../process/frame/roles.ts';
import { oldAct } from '../frame/oldAct.ts';
import { applyAppointment, appointmentInput, loadAppointment, ownRepresentative } from './appointments.ts';

export const nameDeputy = oldAct({
  name: 'nameDeputy',
  may: member,
  input: appointmentInput,
  load: (call) => loadAppointment('deputy', call),
  decide: (state, { doer, input }) => ownRepresentative(doer, input.organisationId, state.representativeId),
  apply: (state, call) => applyAppointment('deputy', 'deputyNamed', state, call),
});
