import type { VoteView } from '../../../bot/views/shapes/vote.ts';
import { blocked } from '../parts/gate.ts';
import { useAllowedMany } from '../queries.ts';
import { useWords } from '../words.ts';
import { SeatRow } from './SeatRow.tsx';

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
