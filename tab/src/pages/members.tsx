import '../styles/case.css';
import { useState } from 'react';
import type { MembersView, MemberView } from '../../../bot/views/shapes/people.ts';
import { Actions } from '../parts/Actions.tsx';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useView } from '../queries.ts';
import { useWords } from '../words.ts';
import { memberFields, useMemberActions } from './memberActs.ts';

type Person = MemberView['people'][number];

function PersonLine({ person }: { person: Person }) {
  const { t } = useWords();
  const roles = person.roles.map((role) => t(`tab.role.${role}`)).join(', ');
  const fields = person.fields.map((field) => t(`tab.field.${field}`)).join(', ');
  return (
    <li>
      <b>{person.displayName}</b> {roles && <span className="tag">{roles}</span>}
      <span className="quiet">
        {[person.email, fields, person.reachable === false && t('tab.members.unreachable')]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  );
}

function Member({ member }: { member: MemberView }) {
  const { t, plural } = useWords();
  const actions = useMemberActions(member);
  const seat = member.people.find((person) => person.roles.includes('representative'));
  const deputy = member.people.find((person) => person.roles.includes('deputy'));
  const [open, setOpen] = useState(false);
  return (
    <li className="pad member">
      <h2>{member.name}</h2>
      <p className="quiet">
        {t(`tab.orgKind.${member.kind}`)}
        {member.joined && ` · ${t('tab.members.joined', { at: member.joined })}`}
      </p>
      <p>
        {seat ? t('tab.members.seat', { name: seat.displayName }) : t('tab.members.noSeat')}{' '}
        {deputy && t('tab.members.deputy', { name: deputy.displayName })}
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {plural(member.people.length, 'tab.members.person', 'tab.members.people')}{' '}
          <span className="hidden">{member.name}</span>
        </summary>
        <ul className="plain">
          {member.people.map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
        </ul>
        {open && <Actions lists={[]} actions={actions} />}
      </details>
    </li>
  );
}

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
  const query = useView('members');
  return (
    <>
      <PageTitle title={t('tab.nav.members')} />
      <Load query={query}>{(view) => <List view={view} />}</Load>
    </>
  );
}
