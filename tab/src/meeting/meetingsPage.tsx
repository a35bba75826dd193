import '../styles/case.css';
import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { Feed } from './Feed.tsx';
import { MeetingRow } from './MeetingRow.tsx';
import { Searches } from '../scheduling/Searches.tsx';
import { useCallingActs } from './callingActs.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useNow } from '../frame/clock.ts';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** What is in session comes first, then what comes next; what is over lies folded away. */
function List({ items }: { items: MeetingView[] }) {
  const { t } = useWords();
  const now = useNow(60_000).getTime();
  const isPast = ({ cancelledAt, endsAt, inSession }: MeetingView): boolean =>
    cancelledAt !== null || (Date.parse(endsAt) <= now && !inSession);
  const past = items.filter(isPast).toSorted((a, b) => b.startsAt.localeCompare(a.startsAt));
  const toCome = items
    .filter((one) => !isPast(one))
    .toSorted((a, b) => Number(b.inSession) - Number(a.inSession) || a.startsAt.localeCompare(b.startsAt));
  return (
    <section className="card pad" aria-labelledby="to-come">
      <h2 id="to-come">{t('tab.meeting.toCome')}</h2>
      {toCome.length === 0 && <p>{t('tab.meeting.noneToCome')}</p>}
      <ul className="plain">
        {toCome.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
      {past.length > 0 && (
        <details>
          <summary>{t('tab.meeting.past', { count: past.length })}</summary>
          <ul className="plain">
            {past.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} past />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

export default function Meetings() {
  const { t } = useWords();
  const query = useView('meetings');
  const actions = useCallingActs();
  return (
    <>
      <PageTitle title={t('tab.nav.meetings')} />
      <Load query={query}>
        {({ items, allowed }) => (
          <>
            <Actions lists={[allowed]} actions={actions} />
            <Searches />
            <List items={items} />
            <Feed />
          </>
        )}
      </Load>
    </>
  );
}
