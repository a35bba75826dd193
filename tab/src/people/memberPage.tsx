import { useState } from 'react';
import type { MemberView } from '../../../bot/views/people/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Reach } from '../reach/Reach.tsx';
import { useWords } from '../frame/words.ts';
import { endingPlace } from './endingPlace.ts';
import { useMemberActions } from './memberActs.ts';

type Person = MemberView['people'][number];

function PersonLine({ person, open }: { person: Person; open: boolean }) {
  const words = useWords();
  const { t } = words;
  const roles = words.names(person.roles.map((role) => t(`tab.role.${role}`)));
  const fields = words.names(person.fields.map((field) => t(`tab.field.${field}`)));
  // Which groups somebody sits in is told to the secretariat, whose button it is.
  const ends = open && !person.left && person.groups !== null;
  return (
    <li>
      <b>{person.displayName}</b> {roles && <span className="tag">{roles}</span>}{' '}
      {person.left && <span className="note warn">{t('tab.members.gone')}</span>}
      <span className="quiet">{[person.email, fields].filter(Boolean).join(' · ')}</span>
      <Reach reach={person.reach} />
      {ends && <Actions lists={[]} actions={[endingPlace(words, person)]} />}
    </li>
  );
}

/** What is wrong with who holds the seat, before the people are unfolded. */
function SeatNotes({ seat }: { seat: Person }) {
  const { t } = useWords();
  return (
    <>
      {seat.left && <p className="note warn">{t('tab.members.seatLeft')}</p>}
      {seat.inSteeringGroup === false && <p className="note warn">{t('tab.members.notInSteering')}</p>}
    </>
  );
}

/** Whoever is of the secretariat, or is meant to be, and holds a seat as well: it votes on nothing. */
function SecretariatNotes({ people }: { people: Person[] }) {
  const { t } = useWords();
  return people.map(({ id, displayName: name, ofSecretariat }) =>
    ofSecretariat ? (
      <p key={id} className="note warn">
        {t(`tab.members.secretariat.${ofSecretariat}`, { name })}
      </p>
    ) : null,
  );
}

/** One member organisation: who holds its seat, who belongs to it, what can be done to it. */
export function Member({ member }: { member: MemberView }) {
  const { t, plural, since } = useWords();
  const actions = useMemberActions(member);
  const seat = member.people.find((person) => person.roles.includes('representative'));
  const deputy = member.people.find((person) => person.roles.includes('deputy'));
  const [open, setOpen] = useState(false);
  return (
    <li className="pad member">
      <h2>{member.name}</h2>
      <p className="quiet">
        {t(`tab.orgKind.${member.kind}`)}
        {member.joined && ` · ${t('tab.members.joined', { at: since(member.joined) })}`}
      </p>
      <p>
        {seat ? t('tab.members.seat', { name: seat.displayName }) : t('tab.members.noSeat')}{' '}
        {deputy && t('tab.members.deputy', { name: deputy.displayName })}
      </p>
      {seat && <SeatNotes seat={seat} />}
      {member.answererId === null && <p className="note warn">{t('tab.members.noAnswerer')}</p>}
      <SecretariatNotes people={member.people} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {plural(member.people.length, 'tab.members.person', 'tab.members.people')}{' '}
          <span className="hidden">{member.name}</span>
        </summary>
        <ul className="plain">
          {member.people.map((person) => (
            <PersonLine key={person.id} person={person} open={open} />
          ))}
        </ul>
        {open && <Actions lists={[]} actions={actions} />}
      </details>
    </li>
  );
}
