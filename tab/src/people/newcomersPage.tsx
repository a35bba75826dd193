import { useRef } from 'react';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import type { MemberView } from '../../../bot/views/people/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Load } from '../parts/Load.tsx';
import { useWatched } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { useNewcomerAct, type Newcomer } from './newcomerActs.ts';

interface Props {
  newcomer: Newcomer;
  members: MemberView[];
  allowed: Allowed[];
  then: () => void;
}

function NewcomerLine({ newcomer, members, allowed, then }: Props) {
  const { t } = useWords();
  const action = useNewcomerAct(newcomer, members, then);
  const { displayName, email, guest, organisationName, personId } = newcomer;
  const organisation = organisationName ?? '';
  const why = personId
    ? t('tab.newcomers.same', { organisation })
    : organisation
      ? t('tab.newcomers.proposed', { organisation })
      : t('tab.newcomers.unproposed');
  return (
    <li className="comment">
      <h3>
        {displayName} {guest && <span className="tag">{t('tab.newcomers.guest')}</span>}
      </h3>
      <p className="quiet">{email ?? t('tab.newcomers.noEmail')}</p>
      <p>{why}</p>
      {members.length > 0 && <Actions lists={[allowed]} actions={[action]} />}
    </li>
  );
}

/** Who is in the host team and not in the register; nothing when there is nobody. */
export function Newcomers({ members }: { members: MemberView[] }) {
  const { t } = useWords();
  // Nobody in the app did anything when somebody joins a team, so the live line has nothing to say of it.
  const query = useWatched('newcomers', 5_000);
  const heading = useRef<HTMLHeadingElement>(null);
  // Who is registered leaves the list and takes the button along: whoever pressed goes on from the heading.
  const then = () => (heading.current ?? document.getElementById('main'))?.focus();
  return (
    <Load query={query}>
      {({ items, allowed }) =>
        items.length > 0 && (
          <section className="card pad" aria-labelledby="newcomers">
            <h2 id="newcomers" ref={heading} tabIndex={-1}>
              {t('tab.newcomers')} <span className="count">{items.length}</span>
            </h2>
            <p>{t(members.length > 0 ? 'tab.newcomers.intro' : 'tab.newcomers.noMembers')}</p>
            <ul className="plain">
              {items.map((newcomer) => (
                <NewcomerLine
                  key={newcomer.id}
                  newcomer={newcomer}
                  members={members}
                  allowed={allowed}
                  then={then}
                />
              ))}
            </ul>
          </section>
        )
      }
    </Load>
  );
}
