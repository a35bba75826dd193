import type { GraphCall } from '../../../bot/views/reach/shapes.ts';
import { useWords, type Key } from '../frame/words.ts';

function stateOf({ ok, ask }: GraphCall): [look: string, key: Key] {
  if (ok === null) return ['neutral', 'tab.setup.unasked'];
  if (ok) return ['ok', 'tab.setup.ok'];
  return ask ? ['warn', 'tab.setup.denied'] : ['bad', 'tab.setup.failing'];
}

/** One kind of call. The number and code that Graph gave are what an administrator searches for. */
export function CallLine({ call }: { call: GraphCall }) {
  const { t, text, short } = useWords();
  const [look, state] = stateOf(call);
  return (
    <tr>
      <th scope="row">{text(call.does)}</th>
      <td>{call.permission}</td>
      <td>
        <span className={`note ${look}`}>{t(state)}</span>{' '}
        {call.ok === false && [call.status, call.code].filter(Boolean).join(' ')}
      </td>
      <td>{call.okAt && short(call.okAt)}</td>
      <td>{call.failedAt && short(call.failedAt)}</td>
    </tr>
  );
}
