import '../styles/case.css';
import { useState } from 'react';
import type { MeetingView } from '../../../bot/views/meeting/shapes.ts';
import { Behind } from './Behind.tsx';
import { Feed } from './Feed.tsx';
import { MeetingRow } from './MeetingRow.tsx';
import { Searches } from '../scheduling/Searches.tsx';
import { useCallingActs } from './callingActs.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** What is in session comes first, then what comes next. */
function ToCome({ items }: { items: MeetingView[] }) {
  const { t } = useWords();
  const inTurn = items.toSorted(
    (a, b) => Number(b.inSession) - Number(a.inSession) || a.startsAt.localeCompare(b.startsAt),
  );
  return (
    <section className="card pad" aria-labelledby="to-come">
      <h2 id="to-come">{t('tab.meeting.toCome')}</h2>
      {items.length === 0 && <p>{t('tab.meeting.noneToCome')}</p>}
      <ul className="plain">
        {inTurn.map((meeting) => (
          <MeetingRow key={meeting.id} meeting={meeting} />
        ))}
      </ul>
    </section>
  );
}

/** What is over or cancelled lies folded away, and is fetched when somebody looks. */
function Past() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <section className="card pad">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t('tab.meeting.past')}</summary>
        {open && <Behind />}
      </details>
    </section>
  );
}

export default function Meetings() {
  const { t } = useWords();
  const query = useView('meetings', { past: 'false' });
  const actions = useCallingActs();
  return (
    <>
      <PageTitle title={t('tab.nav.meetings')} />
      <Load query={query}>
        {({ items, allowed }) => (
          <>
            <Actions lists={[allowed]} actions={actions} />
            <Searches />
            <ToCome items={items} />
            <Past />
            <Feed />
          </>
        )}
      </Load>
    </>
  );
}
