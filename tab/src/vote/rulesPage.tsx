import '../styles/case.css';
import type { RulesView } from '../../../bot/views/vote/shapes.ts';
import { Actions } from '../parts/form/Actions.tsx';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useView } from '../frame/queries.ts';
import { useWords } from '../frame/words.ts';
import { ruleFields } from './ruleFields.ts';

function Current({ rules }: { rules: RulesView }) {
  const { t, text, long } = useWords();
  return (
    <section className="card pad" aria-labelledby="in-force">
      <h2 id="in-force">{t('tab.rules.current')}</h2>
      <p className="legal">{text(rules.text)}</p>
      <p className={`note block ${rules.confirmed ? 'ok' : 'warn'}`}>
        {rules.confirmed && rules.confirmedAt
          ? t('tab.rules.confirmed', { at: long(rules.confirmedAt) })
          : t('tab.rules.unconfirmed')}
      </p>
      <p className="quiet">{t('tab.rules.open')}</p>
      <Actions
        lists={[rules.allowed]}
        actions={[
          {
            act: 'confirmRules',
            label: t(rules.confirmed ? 'tab.rules.change' : 'tab.rules.confirm'),
            input: { secrecy: 'open' },
            primary: !rules.confirmed,
            done: t('tab.rules.done'),
            form: {
              fields: ruleFields(t, rules.current),
              submit: t('tab.rules.confirm'),
              intro: t('tab.rules.intro'),
            },
          },
        ]}
      />
    </section>
  );
}

export default function Rules() {
  const { t } = useWords();
  const query = useView('rules');
  return (
    <>
      <PageTitle title={t('tab.nav.rules')} />
      <Load query={query}>{(rules) => <Current rules={rules} />}</Load>
    </>
  );
}
