import { dayOf } from './text.js';

const zone = { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' };
const time = new Intl.DateTimeFormat('sv-SE', zone);

/** An instant as the wall shows it in Copenhagen, the way a field for date and time wants it. */
export const wallTime = (iso) => `${dayOf(iso)}T${time.format(new Date(iso))}`;

/** A wall time in Copenhagen as an instant, whatever the zone of this machine. */
export function copenhagen(wall) {
  const asUtc = Date.parse(`${wall}:00Z`);
  const shown = (at) => Date.parse(`${wallTime(at)}:00Z`);
  const guess = asUtc - (shown(asUtc) - asUtc);
  return guess - (shown(guess) - asUtc);
}
