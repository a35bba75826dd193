import { Button } from '@fluentui/react-components';
import { usePress } from '../press.ts';
import { useWords } from '../words.ts';
import { RefusalNote } from './Refusal.tsx';

interface Props {
  meetingId: string;
  seat: { organisationId: string; organisationName: string; present: boolean };
  may: boolean;
}

/** In the meeting or not; the secretariat marks those in the room or on the phone. */
export function Presence({ meetingId, seat, may }: Props) {
  const { t } = useWords();
  const { busy, refusal, press } = usePress('markPresent');
  const { organisationId, organisationName, present } = seat;
  return (
    <>
      <span className="presence">{t(present ? 'tab.present' : 'tab.absent')}</span>
      {may && (
        <Button
          size="small"
          disabledFocusable={busy}
          onClick={() => void press({ meetingId, organisationId, present: !present })}
        >
          {t(present ? 'tab.present.undo' : 'tab.present.mark')}{' '}
          <span className="hidden">{organisationName}</span>
        </Button>
      )}
      <RefusalNote refusal={refusal} />
    </>
  );
}
