// Who may: the secretariat. Changes: a dated note in the trail of the case, of what was talked over with the lead; whoever
// leads the group can read it, and nobody else. Refuses: a case whose group has no lead. A repeat with the same key: the same note.
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { act } from '../frame/act.ts';
import { id, longText } from '../frame/input.ts';
import { groupOfCase } from './ofCase.ts';

export const noteSparring = act({
  name: 'noteSparring',
  may: secretariat,
  about: { revisionId: id },
  form: { text: longText },
  load: ({ trx, about }) => groupOfCase(trx, about.revisionId),
  open: (group) => (group?.leadId ? null : refuse('leadMissing')),
  async apply(_, { about: { revisionId }, form: { text }, record }) {
    record(revisionId, 'sparringNoted', { revisionId, text });
    return { revisionId };
  },
});
