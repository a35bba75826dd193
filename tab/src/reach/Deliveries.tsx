import { useEffect, useState } from 'react';
import { Actions } from '../parts/form/Actions.tsx';
import { Load } from '../parts/Load.tsx';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { DeliveryTable } from './DeliveryTable.tsx';

/** A message that gets through changes no case, so the live line is silent about it: look again while any is on its way. */
function useSendingShown({ data, refetch }: ReturnType<typeof useView<'deliveries'>>): void {
  const items = data?.items ?? [];
  const sending = items.some((one) => one.state === 'queued' || one.state === 'sending');
  const wait = items.length > 1000 ? 15_000 : 2_000;
  useEffect(() => {
    if (!sending) return;
    const timer = setInterval(() => void refetch(), wait);
    return () => clearInterval(timer);
  }, [sending, wait, refetch]);
}

type About = { hearingId: string } | { voteId: string } | { meetingId: string } | { schedulingId: string };

/** Who was told and who could not be reached. Fetched when opened: a big hearing has thousands. */
export function Deliveries({ of }: { of: About }) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const query = useView('deliveries', of, open);
  useSendingShown(query);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('tab.delivery.title')}</summary>
      {open && (
        <Load query={query}>
          {(page) => (
            <>
              <DeliveryTable items={page.items} />
              <Actions
                lists={[page.allowed]}
                actions={[
                  {
                    act: 'resendFailed',
                    label: t('tab.delivery.resend'),
                    input: of,
                    done: t('tab.delivery.resent'),
                  },
                ]}
              />
            </>
          )}
        </Load>
      )}
    </details>
  );
}
