// Who may: the secretariat, or the organisation's representative.
// Changes: who may vote while the representative is not present, in votes opened from now on.
// Refuses: unknown ids; a person of another organisation, of the secretariat, or who has left.
// A repeat: the same person again changes nothing.
import { member } from '../../process/frame/roles.ts';
import { act } from '../frame/act.ts';
import { applyAppointment, appointing, loadAppointment, ownRepresentative } from './appointments.ts';

export const nameDeputy = act({
  name: 'nameDeputy',
  may: member,
  ...appointing,
  load: (asking) => loadAppointment('deputy', asking),
  open: ownRepresentative,
  apply: (state, call) => applyAppointment('deputy', 'deputyNamed', state, call),
});
