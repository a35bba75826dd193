import '../styles/case.css';
import { useState } from 'react';
import type { MembersView, MemberView } from '../../../bot/views/people/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { comingIn } from '../reach/bringing.ts';
import { Load, PageTitle } from '../parts/Load.tsx';
import { TrailFold } from '../case/TrailFold.tsx';
import { useMe, useViewWhile } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { Member } from './memberPage.tsx';
import { memberFields } from './memberFields.ts';
import { Newcomers } from './newcomersPage.tsx';

function List({ view }: { view: MembersView }) {
  const { t, locale } = useWords();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const names = (member: MemberView) => [member.name, ...member.people.map((person) => person.displayName)];
  const shown = view.items
    .filter((member) => names(member).some((name) => name.toLocaleLowerCase().includes(wanted)))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <>
      <label className="choose">
        {t('tab.members.search')}{' '}
        <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
      </label>
      <p role="status">{t('tab.shown', { count: shown.length, total: view.items.length })}</p>
      <ul className="plain card members">
        {shown.map((member) => (
          <Member key={member.id} member={member} />
        ))}
      </ul>
      <Actions
        lists={[view.allowed]}
        actions={[
          {
            act: 'registerMember',
            label: t('tab.members.add'),
            input: {},
            done: t('tab.members.added'),
            form: { fields: memberFields(t) },
          },
        ]}
      />
    </>
  );
}

export default function Members() {
  const { t } = useWords();
  const query = useViewWhile('members', {}, ({ items }) =>
    items.some(({ people }) => people.some(({ reach }) => comingIn(reach))),
  );
  const secretariat = useMe().data?.secretariat ?? false;
  return (
    <>
      <PageTitle title={t('tab.nav.members')} />
      <Load query={query}>
        {(view) => (
          <>
            {secretariat && <Newcomers members={view.items} />}
            <List view={view} />
            <TrailFold of="register" />
          </>
        )}
      </Load>
    </>
  );
}
