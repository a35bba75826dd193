import { Button } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { VoteView } from '../../../bot/views/vote/shapes.ts';
import { Presence } from '../meeting/Presence.tsx';
import { useWords } from '../frame/words.ts';
import { OnBehalf } from './OnBehalf.tsx';

interface Props {
  vote: VoteView;
  seat: VoteView['turnout'][number];
  mayRecord: boolean;
  mark: boolean;
  /** Whether who is present is known. */
  told: boolean;
}

/** One entitled organisation: is its ballot in, is it here; and its ballot when it is given otherwise. */
export function SeatRow({ vote, seat, mayRecord, mark, told }: Props) {
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
        {told && (
          <td>
            {/* Whoever has voted counts as present, whatever is marked. */}
            <Presence
              meetingId={vote.meeting.id}
              seat={seat}
              may={mark && !seat.cast}
              {...(vote.presenceCounts && { voteId: vote.id })}
            />
          </td>
        )}
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
