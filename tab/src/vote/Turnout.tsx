import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { blocked } from '../parts/form/gate.ts';
import { useAllowedMany } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { SeatRow } from './SeatRow.tsx';

/** Who is entitled, who is present, whose ballot is in; never how it was cast. */
export function Turnout({ vote }: { vote: VoteView }) {
  const { t } = useWords();
  const input = { meetingId: vote.meeting.id, voteId: vote.id };
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
  // Whoever has voted was there; only of the others it is marked.
  const marked = seats.filter((seat) => seat.present && !seat.cast).length;
  // At closing nobody is asked who is there unless the rule counts it.
  const told = open || vote.presenceCounts;
  const counts = { cast: vote.cast, entitled: vote.entitled };
  return (
    <details open={open}>
      <summary>
        {told && !open ? t('tab.vote.turnout', { present, ...counts }) : t('tab.vote.turnoutCast', counts)}
        {open && marked > 0 && ` · ${t('tab.vote.marked', { count: marked })}`}
      </summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={t('tab.vote.entitled')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('tab.organisation')}</th>
              <th scope="col">{t('tab.vote.ballot')}</th>
              {told && <th scope="col">{t('tab.vote.presence')}</th>}
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
                told={told}
                mark={open && mark !== undefined && !blocked(mark)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
