import { Button } from '@fluentui/react-components';
import { usePress } from '../frame/press.ts';
import { useWords } from '../frame/words.ts';
import { RefusalNote } from '../parts/form/Refusal.tsx';

interface Props {
  meetingId: string;
  seat: { organisationId: string; organisationName: string; present: boolean };
  may: boolean;
  /** The vote that it is marked for: there it can also be said of whom nothing is marked that they are not there. */
  voteId?: string;
}

/** In the meeting or not; the secretariat marks those in the room or on the phone. */
export function Presence({ meetingId, seat, may, voteId }: Props) {
  const { t } = useWords();
  const { busy, refusal, press } = usePress('markPresent');
  const { organisationId, organisationName, present } = seat;
  const offered = present ? [false] : voteId ? [true, false] : [true];
  return (
    <>
      <span className="presence">{t(present ? 'tab.present' : 'tab.absent')}</span>
      {may &&
        offered.map((there) => (
          <Button
            key={String(there)}
            size="small"
            disabledFocusable={busy}
            onClick={() =>
              void press({ meetingId, organisationId, present: there, ...(voteId && { voteId }) })
            }
          >
            {t(there ? 'tab.present.mark' : 'tab.present.undo')}{' '}
            <span className="hidden">{organisationName}</span>
          </Button>
        ))}
      <RefusalNote refusal={refusal} />
    </>
  );
}
