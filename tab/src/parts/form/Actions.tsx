import type { Allowed } from '../../../../bot/views/frame/shapes.ts';
import { useAllowedMany } from '../../frame/queries.ts';
import type { Action } from './action.ts';
import { ActionButton } from './ActionButton.tsx';
import { notTheirs } from './gate.ts';
import { OthersToPress } from './OthersToPress.tsx';
import { isWritten } from './useAction.ts';
import { nameOf, useStanding } from '../useStanding.ts';

interface Props {
  actions: Action[];
  lists: (Allowed[] | undefined)[];
  /** Not offered here any more; shown only when something is written in them. */
  gone?: Action[];
}

/** The acts of one place, each with its guard's answer before the click. */
export function Actions({ actions, lists, gone = [] }: Props) {
  const { stand, standing, all } = useStanding(actions, gone);
  const shown = all.filter(({ action, offered }) => offered || standing(action) || isWritten(action));
  // Of what is gone the page knows no verdict of now.
  const wanted = shown.map(({ action: { act, input, ask }, offered }) => ({
    act,
    input: ask ?? input,
    fresh: Boolean(ask) || !offered,
  }));
  const entries = useAllowedMany(wanted, lists);
  const told = shown.flatMap(({ action, offered }, index) =>
    offered && !standing(action) && !isWritten(action) ? [{ action, entry: entries[index] }] : [],
  );
  return (
    <>
      {shown.length > 0 && (
        <div className="actions">
          {shown.map(({ action, offered }, index) => (
            <ActionButton
              key={nameOf(action)}
              action={action}
              entry={entries[index]}
              offered={offered && !notTheirs(entries[index])}
              stand={stand(action)}
            />
          ))}
        </div>
      )}
      <OthersToPress told={told} />
    </>
  );
}
