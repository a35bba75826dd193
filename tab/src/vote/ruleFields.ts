import type { RulesView } from '../../../bot/views/vote/shapes.ts';
import type { FieldOf } from '../frame/acts.ts';
import type { FieldSpec, Option } from '../parts/form/fields.ts';
import type { Words } from '../frame/words.ts';

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

/** The rules of procedure as a form, beginning with those in force. */
export function ruleFields(
  t: Words['t'],
  current: RulesView['current'],
): FieldSpec<FieldOf<'confirmRules'>>[] {
  const offered = options(t, current);
  const radio = (name: 'base' | 'threshold' | 'tie'): FieldSpec<FieldOf<'confirmRules'>> => ({
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
