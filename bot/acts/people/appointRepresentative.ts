// Who may: the secretariat.
// Changes: who holds the organisation's seat from now on, and whether they chair; in votes already open too, where what the
// former one cast stands until the new one changes it. Both are told.
// Refuses: unknown ids; a person of another organisation, of the secretariat, or who has left.
// A repeat: the same person again changes nothing.
import { z } from 'zod';
import { secretariat } from '../../process/frame/roles.ts';
import { act } from '../frame/act.ts';
import { applyAppointment, appointing, loadAppointment } from './appointments.ts';
import { optional } from '../frame/input.ts';

export const appointRepresentative = act({
  name: 'appointRepresentative',
  may: secretariat,
  ...appointing,
  form: { chair: optional(z.boolean()) },
  load: (asking) => loadAppointment('representative', asking),
  apply: (state, call) => applyAppointment('representative', 'representativeAppointed', state, call),
});
