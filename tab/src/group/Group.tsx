import type { GroupView, RevisionView } from '../../../bot/views/case/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Reach } from '../reach/Reach.tsx';
import { useWords } from '../frame/words.ts';
import { useSeatActions } from './groupActs.ts';

function Channel({ revision, channel }: { revision: RevisionView; channel: GroupView['channel'] }) {
  const { t, text } = useWords();
  const { state, url, reason } = channel;
  return (
    <section className="card pad" aria-labelledby="channel">
      <h2 id="channel">{t('tab.group.channel')}</h2>
      {url && (
        <p>
          <a href={url} target="_blank" rel="noreferrer">
            {t('tab.group.open')}
          </a>
        </p>
      )}
      {state === 'waiting' && <p role="status">{t('tab.group.making')}</p>}
      {reason && (
        <>
          <p className="note warn">{text(reason)}</p>
          <Actions
            lists={[revision.allowed]}
            actions={[
              {
                act: 'formGroup',
                label: t('tab.group.retry'),
                input: { revisionId: revision.id },
                done: t('tab.group.retried'),
              },
            ]}
          />
        </>
      )}
    </section>
  );
}

function Seat({ seat }: { seat: GroupView['seats'][number] }) {
  const { t, who, date } = useWords();
  return (
    <li>
      <b>{who(seat.displayName, seat.organisationName)}</b>{' '}
      <span className="quiet">
        {t(`tab.field.${seat.field}`)} · {t('tab.group.since', { at: date(seat.since) })}
      </span>
      {seat.left && <span className="note warn">{t('tab.group.left')}</span>}
      <Reach reach={seat.reach} />
    </li>
  );
}

function Seats({ revision, group }: { revision: RevisionView; group: GroupView }) {
  const { t } = useWords();
  const actions = useSeatActions(revision, group);
  return (
    <section className="card pad" aria-labelledby="seats">
      <h2 id="seats">{t('tab.group.seats')}</h2>
      <p>{revision.lead ? t('tab.group.lead', { name: revision.lead.name }) : t('tab.group.noLead')}</p>
      <p role="status">{t('tab.group.represented', { count: group.represented })}</p>
      {group.seats.length === 0 && <p>{t('tab.group.empty')}</p>}
      <ul className="plain lines">
        {group.seats.map((seat) => (
          <Seat key={seat.personId} seat={seat} />
        ))}
      </ul>
      <Actions lists={[revision.allowed]} actions={actions} />
    </section>
  );
}

/** The case's working group: its channel in Teams, who is in it, and how each of them is reached. */
export default function Group({ revision }: { revision: RevisionView }) {
  const { t } = useWords();
  if (revision.group)
    return (
      <>
        <Channel revision={revision} channel={revision.group.channel} />
        <Seats revision={revision} group={revision.group} />
      </>
    );
  return (
    <section className="card pad" aria-labelledby="group">
      <h2 id="group">{t('tab.case.part.group')}</h2>
      <p>{t('tab.group.none')}</p>
      <Actions
        lists={[revision.allowed]}
        actions={[
          {
            act: 'formGroup',
            label: t('tab.group.form'),
            input: { revisionId: revision.id },
            done: t('tab.group.formed'),
          },
        ]}
      />
    </section>
  );
}
