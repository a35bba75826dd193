import type { Allowed } from '../../../bot/views/shapes/common.ts';
import type { Params } from '../views.ts';
import { useAllowedMany } from '../queries.ts';
import type { Action } from './action.ts';
import { ActionButton } from './ActionButton.tsx';
import { notTheirs } from './gate.ts';
import { OthersToPress } from './OthersToPress.tsx';

/** The acts of one place, each with its guard's answer before the click. */
export function Actions({ actions, lists }: { actions: Action[]; lists: (Allowed[] | undefined)[] }) {
  const wanted = actions.map(({ act, input, ask }) => ({
    act,
    input: ask ?? (input as Params),
    fresh: Boolean(ask),
  }));
  const entries = useAllowedMany(wanted, lists);
  return (
    <>
      <div className="actions">
        {actions.map((action, index) =>
          notTheirs(entries[index]) ? null : (
            <ActionButton key={`${action.act} ${action.label}`} action={action} entry={entries[index]} />
          ),
        )}
      </div>
      <OthersToPress actions={actions} entries={entries} />
    </>
  );
}
