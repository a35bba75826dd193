// Who may: the secretariat, or the organisation's representative.
// Changes: who submits the organisation's answers; of open hearings without one the new contact is told.
// Refuses: unknown ids; a person of another organisation, of the secretariat, or who has left.
// A repeat: the same person again changes nothing.
import { member } from '../../process/frame/roles.ts';
import { oldAct } from '../frame/oldAct.ts';
import { applyAppointment, appointmentInput, loadAppointment, ownRepresentative } from './appointments.ts';

export const nameContact = oldAct({
  name: 'nameContact',
  may: member,
  input: appointmentInput,
  load: (call) => loadAppointment('contact', call),
  decide: (state, { doer, input }) => ownRepresentative(doer, input.organisationId, state.representativeId),
  apply: (state, call) => applyAppointment('contact', 'contactNamed', state, call),
});
