import type { ConnectionsView } from '../../../bot/views/reach/shapes.ts';
import { useWords } from '../frame/words.ts';

/** Whether files are scanned for harmful code, and how that went. */
export function Scan({ scan }: { scan: ConnectionsView['malwareScan'] }) {
  const { t, text, long } = useWords();
  return (
    <section className="card pad" aria-labelledby="scan">
      <h2 id="scan">{text(scan.name)}</h2>
      <p>{text(scan.sentence)}</p>
      {scan.okAt && <p>{t('tab.setup.scan.okAt', { at: long(scan.okAt) })}</p>}
      {scan.failedAt && <p>{t('tab.setup.scan.failedAt', { at: long(scan.failedAt) })}</p>}
    </section>
  );
}
