// Who may: the platform only, from a verified token. Changes: what one of the secretariat's people is called.
// Refuses: everybody else. A repeat: the same name is a success.
import { systemOnly } from '../../process/frame/roles.ts';
import { renameSecretariat } from '../../store/people/people.ts';
import { act } from '../frame/act.ts';
import { id, words } from '../frame/input.ts';

export const noteName = act({
  name: 'noteName',
  may: systemOnly,
  about: { personId: id },
  form: { displayName: words(200) },
  async apply(_, { trx, about: { personId }, form }) {
    await renameSecretariat(trx, personId, form.displayName);
    return { personId };
  },
});
