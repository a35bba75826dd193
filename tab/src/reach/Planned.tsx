import type { DirectorySource, SyncPlan } from '../../../bot/views/reach/shapes.ts';
import type { Allowed } from '../../../bot/views/frame/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { useWords } from '../frame/words.ts';
import { useConfirmAct } from './syncActs.ts';

/** More names than a reader takes in at a glance are folded away. */
const many = 20;

function Names({ title, names, open }: { title: string; names: string[]; open: boolean }) {
  if (names.length === 0) return null;
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul>
        {names.map((name, index) => (
          // Two people may have one name.
          <li key={`${index} ${name}`}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

interface Props {
  source: DirectorySource;
  plan: SyncPlan;
  allowed: Allowed[];
  then: () => void;
}

/** Who would come and who would go: shown before it is done, and done only on the secretariat's word when it is held. */
export function Planned({ source, plan, allowed, then }: Props) {
  const { t, text, long } = useWords();
  const confirm = useConfirmAct(source, plan, then);
  const { joined, left } = plan;
  return (
    <>
      <h4>{t(plan.held ? 'tab.setup.held' : 'tab.setup.wouldChange')}</h4>
      <p className={`note block ${plan.held ? 'warn' : 'neutral'}`}>{text(plan.sentence)}</p>
      <p className="quiet">{t('tab.setup.plannedAt', { at: long(plan.at) })}</p>
      <Names title={t('tab.setup.left', { count: left.length })} names={left} open />
      <Names
        title={t('tab.setup.joined', { count: joined.length })}
        names={joined}
        open={joined.length <= many}
      />
      {plan.held && <Actions lists={[allowed]} actions={[confirm]} />}
    </>
  );
}
