import type { GraphCall } from '../../../bot/views/reach/shapes.ts';
import { useWords } from '../frame/words.ts';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { CallLine } from './CallLine.tsx';
import { useTestActs } from './testActs.ts';

/** Several calls may lack one permission: it is asked for once. */
function Asks({ calls }: { calls: GraphCall[] }) {
  const { t, text } = useWords();
  const asks = new Set(calls.flatMap(({ ask }) => (ask ? [text(ask)] : [])));
  if (asks.size === 0) return null;
  return (
    <div className="note warn block">
      <b>{t('tab.setup.askFor')}</b>
      <ul>
        {[...asks].map((ask) => (
          <li key={ask}>{ask}</li>
        ))}
      </ul>
    </div>
  );
}

/** Each kind of call to Graph: what it is for, what it takes, and how it went. */
export function Calls({ calls, allowed }: { calls: GraphCall[]; allowed: Allowed[] }) {
  const { t } = useWords();
  const columns = ['does', 'permission', 'state', 'okAt', 'failedAt'] as const;
  return (
    <div className="card pad">
      <h2 id="calls">{t('tab.setup.calls')}</h2>
      <Asks calls={calls} />
      <div className="scroll" tabIndex={0} role="region" aria-labelledby="calls">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th scope="col" key={column}>
                  {t(`tab.setup.call.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {calls.map((call) => (
              <CallLine key={call.name} call={call} />
            ))}
          </tbody>
        </table>
      </div>
      <h3>{t('tab.setup.tests')}</h3>
      <Actions lists={[allowed]} actions={useTestActs(calls)} />
    </div>
  );
}
