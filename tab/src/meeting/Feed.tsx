import { Button, Field, Input } from '@fluentui/react-components';
import { useRef } from 'react';
import { useAnnounce } from '../parts/Announce.tsx';
import { Actions } from '../parts/form/Actions.tsx';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';

/** Copied where the host lets us; else it is marked, to be copied by hand. */
function useCopy(address: string) {
  const { t } = useWords();
  const say = useAnnounce();
  const field = useRef<HTMLInputElement>(null);
  const note = useRef<HTMLParagraphElement>(null);
  const tell = (message: string) => {
    say(message);
    if (note.current) note.current.textContent = message;
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      tell(t('tab.feed.copied'));
    } catch {
      // Teams may keep the clipboard from a page in a frame.
      field.current?.select();
      tell(t('tab.feed.byHand'));
    }
  };
  return { field, note, copy };
}

function Address({ path }: { path: string }) {
  const { t } = useWords();
  const address = `${globalThis.location?.origin ?? ''}${path}`;
  const { field, note, copy } = useCopy(address);
  return (
    <>
      <Field label={t('tab.feed.address')} className="field">
        <Input ref={field} readOnly value={address} onFocus={(event) => event.target.select()} />
      </Field>
      <div className="actions">
        <Button onClick={() => void copy()}>{t('tab.feed.copy')}</Button>
      </div>
      <p className="quiet" ref={note} />
    </>
  );
}

/** The reader's own calendar, for Outlook or any other that can follow an address. */
export function Feed() {
  const { t } = useWords();
  const { data } = useView('calendar');
  if (!data) return null;
  return (
    <section className="card pad" aria-labelledby="feed">
      <h2 id="feed">{t('tab.feed.title')}</h2>
      <p>{t('tab.feed.how')}</p>
      {data.address ? <Address path={data.address} /> : <p className="quiet">{t('tab.feed.none')}</p>}
      <Actions
        lists={[data.allowed]}
        actions={[
          {
            act: 'renewCalendarLink',
            label: t('tab.feed.renew'),
            input: {},
            done: t('tab.feed.renewed'),
            form: { fields: [], intro: t('tab.feed.renewIntro') },
          },
        ]}
      />
    </section>
  );
}
