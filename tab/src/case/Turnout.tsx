import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { VoteView } from '../../../bot/views/shapes/vote.ts';
import { ActForm } from '../parts/ActForm.tsx';
import { useAnnounce } from '../parts/Announce.tsx';
import { blocked } from '../parts/gate.ts';
import { Presence } from '../parts/Presence.tsx';
import { useAllowedMany } from '../queries.ts';
import { useWords } from '../words.ts';

type Seat = VoteView['turnout'][number];
const choices = ['for', 'against', 'abstain', 'recused'] as const;
const means = ['room', 'phone', 'other'] as const;

/** A vote given in the room or on the phone: an event the organisation sees and can correct until closing. */
function OnBehalf({ vote, seat, close }: { vote: VoteView; seat: Seat; close: () => void }) {
  const { t } = useWords();
  const say = useAnnounce();
  const label = t('tab.vote.onBehalfOf', { organisation: seat.organisationName });
  return (
    <ActForm
      act="recordBallotOnBehalf"
      label={label}
      submit={t('tab.vote.recordIt')}
      base={{ voteId: vote.id, organisationId: seat.organisationId }}
      intro={`${label}. ${t('tab.vote.onBehalfIntro')}`}
      fields={[
        {
          name: 'choice',
          label: t('tab.vote.ballot'),
          kind: 'radio',
          required: true,
          options: choices.map((one) => ({ value: one, label: t(`choice.${one}`) })),
        },
        {
          name: 'means',
          label: t('tab.vote.means'),
          kind: 'radio',
          required: true,
          initial: 'room',
          options: means.map((one) => ({ value: one, label: t(`tab.means.${one}`) })),
        },
      ]}
      onDone={() => {
        say(t('tab.vote.recorded', { organisation: seat.organisationName }));
        close();
      }}
      onCancel={close}
    />
  );
}

function SeatRow({ vote, seat, mayRecord, mark }: SeatProps) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <>
      <tr>
        <th scope="row">{seat.organisationName}</th>
        <td>{t(seat.cast ? 'tab.vote.hasCast' : 'tab.vote.notCast')}</td>
        <td>
          <Presence meetingId={vote.meeting.id} seat={seat} may={mark} />
        </td>
        {mayRecord && (
          <td>
            <Button ref={button} size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {t('tab.vote.record')} <span className="hidden">{seat.organisationName}</span>
            </Button>
          </td>
        )}
      </tr>
      {open && (
        <tr>
          <td colSpan={4}>
            <OnBehalf vote={vote} seat={seat} close={close} />
          </td>
        </tr>
      )}
    </>
  );
}
interface SeatProps {
  vote: VoteView;
  seat: Seat;
  mayRecord: boolean;
  mark: boolean;
}

/** Who is entitled, who is present, whose ballot is in; never how it was cast. */
export function Turnout({ vote }: { vote: VoteView }) {
  const { t } = useWords();
  const input = { meetingId: vote.meeting.id };
  const [record, mark] = useAllowedMany(
    [
      { act: 'recordBallotOnBehalf', input: { voteId: vote.id } },
      { act: 'markPresent', input },
    ],
    [vote.allowed],
  );
  const open = vote.state === 'open';
  const mayRecord = open && record !== undefined && !blocked(record);
  const seats = vote.turnout.toSorted((a, b) => a.organisationName.localeCompare(b.organisationName, 'da'));
  const present = seats.filter((seat) => seat.present).length;
  return (
    <details open={open}>
      <summary>{t('tab.vote.turnout', { present, cast: vote.cast, entitled: vote.entitled })}</summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('tab.vote.entitled')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('tab.organisation')}</th>
              <th scope="col">{t('tab.vote.ballot')}</th>
              <th scope="col">{t('tab.vote.presence')}</th>
              {mayRecord && <th scope="col">{t('tab.vote.onBehalf')}</th>}
            </tr>
          </thead>
          <tbody>
            {seats.map((seat) => (
              <SeatRow
                key={seat.organisationId}
                vote={vote}
                seat={seat}
                mayRecord={mayRecord}
                mark={open && mark !== undefined && !blocked(mark)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
