import '../styles/case.css';
import type { RulesView } from '../../../bot/views/shapes/vote.ts';
import { Actions } from '../parts/Actions.tsx';
import type { FieldSpec, Option } from '../parts/fields.ts';
import { Load, PageTitle } from '../parts/Load.tsx';
import { useView } from '../queries.ts';
import { useWords, type Words } from '../words.ts';

const shares = { '0': 0, '1/3': 1 / 3, '1/2': 0.5, '2/3': 2 / 3, '3/4': 0.75 };

function shareOf(quorum: number): string {
  const known = Object.entries(shares).find(([, value]) => Math.abs(value - quorum) < 0.001);
  return known?.[0] ?? String(quorum);
}

function options(t: Words['t'], current: RulesView['current']) {
  const list = <T extends string>(values: readonly T[], name: (value: T) => string): Option[] =>
    values.map((value) => ({ value, label: name(value) }));
  const own = shareOf(current.quorum);
  const quorum = list(Object.keys(shares), (one) =>
    one === '0' ? t('tab.rules.noQuorum') : t('tab.rules.share', { share: one }),
  );
  return {
    base: list(['cast', 'present', 'members'] as const, (one) => t(`tab.rules.base.${one}`)),
    threshold: list(['simple', '2/3', '3/4'] as const, (one) => t(`tab.rules.threshold.${one}`)),
    tie: list(['notCarried', 'chairDecides'] as const, (one) => t(`tab.rules.tie.${one}`)),
    quorum: own in shares ? quorum : [...quorum, { value: own, label: own }],
  };
}

function fieldsFor(t: Words['t'], current: RulesView['current']): FieldSpec[] {
  const offered = options(t, current);
  const radio = (name: 'base' | 'threshold' | 'tie'): FieldSpec => ({
    name,
    label: t(`tab.rules.${name}`),
    kind: 'radio',
    required: true,
    options: offered[name],
    initial: current[name],
  });
  return [
    radio('base'),
    radio('threshold'),
    radio('tie'),
    {
      name: 'quorum',
      label: t('tab.rules.quorum'),
      kind: 'select',
      required: true,
      options: offered.quorum,
      initial: shareOf(current.quorum),
      parse: (value) => shares[value as keyof typeof shares] ?? Number(value),
    },
    {
      name: 'deputies',
      label: t('tab.rules.deputies'),
      kind: 'check',
      initial: current.deputies,
      parse: (value) => value === true,
    },
  ];
}

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
              fields: fieldsFor(t, rules.current),
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
