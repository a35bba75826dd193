// Who may: the secretariat, or the organisation's representative.
// Changes: who submits the organisation's answers; of open hearings without one the new contact is told.
// Refuses: unknown ids; a person of another organisation, of the secretariat, or who has left.
// A repeat: the same person again changes nothing.
import { member } from '../../process/frame/roles.ts';
import { act } from '../frame/act.ts';
import { applyAppointment, appointing, loadAppointment, ownRepresentative } from './appointments.ts';

export const nameContact = act({
  name: 'nameContact',
  may: member,
  ...appointing,
  load: (asking) => loadAppointment('contact', asking),
  open: ownRepresentative,
  apply: (state, call) => applyAppointment('contact', 'contactNamed', state, call),
});
