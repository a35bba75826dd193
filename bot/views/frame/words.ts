import { both, joined, type Key, type Text } from '../../i18n/index.ts';
import { listed } from '../../i18n/listed.ts';
import { longTime } from '../../process/frame/calendar.ts';
import type { Finding, Refusal, RefusalCode } from '../../process/frame/refusals.ts';
import { ballotsIn, majority, type Count, type Rule } from '../../process/vote/vote.ts';
import { problemsText } from './problems.ts';
import type { Allowed, FindingShown } from './shapes.ts';

export const longTimes = (at: Date): Text => ({ da: longTime(at, 'da'), en: longTime(at, 'en') });

/** Params whose name ends in `At` are instants, and are read as Copenhagen time; several names are listed. */
function params(given: Refusal['params'] = {}): Record<string, string | number | Text> {
  const entries = Object.entries(given).map(([name, value]) => {
    if (Array.isArray(value)) return [name, { da: listed(value, 'da'), en: listed(value, 'en') }] as const;
    const instant = name.endsWith('At') && typeof value === 'string';
    return [name, instant ? longTimes(new Date(value)) : value] as const;
  });
  return Object.fromEntries(entries);
}

/** A hearing of one day does not last "1 dage". */
const findingSaid = ({ code, params: given }: Finding): Key =>
  code === 'shortHearing' && given?.['days'] === 1 ? 'finding.shortHearing.day' : `finding.${code}`;

export const findingShown = (finding: Finding): FindingShown => ({
  code: finding.code,
  passable: finding.passable,
  message: both(findingSaid(finding), params(finding.params)),
});

export interface RefusalShown {
  code: string;
  message: Text;
  unmet?: FindingShown[];
}

const saidOf = ({ refused, closer }: Refusal): Key =>
  (closer ? `refusal.${refused}.${closer}` : `refusal.${refused}`) as Key;

/** Why not, in both languages, with what is missing when a gate said no. */
export function refusalShown(refusal: Refusal, key = saidOf(refusal)): RefusalShown {
  const { refused, params: given, unmet, problems } = refusal;
  const said = problems && { detail: problemsText(problems) };
  const message = both(key, { ...params(given), ...said });
  return { code: refused, message, ...(unmet && { unmet: unmet.map(findingShown) }) };
}

/** Before anybody has pressed nothing was lost, and nothing is said of it. */
const ahead: Partial<Record<RefusalCode, Key>> = {
  hearingClosed: 'refusal.hearingClosed.ahead',
  voteClosed: 'refusal.voteClosed.ahead',
  meetingOver: 'refusal.meetingOver.ahead',
};

/** A no before anybody has pressed. */
export const aheadShown = (refusal: Refusal): RefusalShown =>
  refusalShown(refusal, refusal.closer ? undefined : ahead[refusal.refused]);

/** The same verdict for a button: a gate that only asks for a reason does not forbid the press. */
export function allowedShown(act: string, refusal: Refusal | null): Allowed {
  if (!refusal) return { act, ok: true, refusal: null, unmet: [] };
  const { code, message, unmet = [] } = aheadShown(refusal);
  const ok = refusal.refused === 'reasonNeeded';
  return { act, ok, refusal: ok ? null : { code, message }, unmet };
}

/** The rule as printed on the ballot card, the result and the minutes. */
export function ruleText(rule: Rule): Text {
  const parts: Text[] = [
    both(`rule.threshold.${rule.threshold}`, { base: both(`rule.base.${rule.base}`) }),
    both(`rule.tie.${rule.tie}`),
    rule.quorum > 0
      ? both('rule.quorum', { percent: Math.round(rule.quorum * 100) })
      : both('rule.quorum.none'),
    both(rule.deputies ? 'rule.deputies.yes' : 'rule.deputies.no'),
    both('rule.open'),
  ];
  return joined(parts, ' ');
}

/** `14 for, 6 imod, 2 undlod at stemme, 1 inhabil, 2 afgav ikke stemme, af 25`: it adds up to the electorate. */
export function countsText({ tally, entitled }: Pick<Count, 'tally' | 'entitled'>): Text {
  const recused =
    tally.recused === 1
      ? both('arithmetic.recused.one')
      : both('arithmetic.recused', { count: tally.recused });
  const silent = entitled - ballotsIn(tally);
  return both('arithmetic.counts', { ...tally, recused, silent, entitled });
}

/** The counts, and `; 14 > 10 → godkendt`: the sum anyone can do again. */
export function arithmetic(rule: Rule, result: Count, carried: boolean | null): Text {
  const counts = countsText(result);
  const verdict = both(carried ? 'arithmetic.carried' : 'arithmetic.notCarried');
  const join = (tail: Text): Text => ({ da: `${counts.da}; ${tail.da}`, en: `${counts.en}; ${tail.en}` });
  if (result.outcome === 'inquorate')
    return join(both('arithmetic.inquorate', { present: result.present, needed: result.quorumNeeded }));
  if (result.outcome === 'tied') {
    const tied: Key = carried === null ? 'arithmetic.tied' : 'arithmetic.byChair';
    const end = carried === null ? null : verdict;
    const tail = both(tied);
    return join(end ? { da: `${tail.da} → ${end.da}`, en: `${tail.en} → ${end.en}` } : tail);
  }
  const sum = comparison(rule, result);
  return join({ da: `${sum.da} → ${verdict.da}`, en: `${sum.en} → ${verdict.en}` });
}

function comparison(rule: Rule, { tally, base }: Count): Text {
  const { needed, strictly, reached } = majority(rule, tally.for, base);
  const rounded = Math.round(needed * 100) / 100;
  const sign = strictly ? (reached ? '>' : '≤') : reached ? '≥' : '<';
  return {
    da: `${tally.for} ${sign} ${String(rounded).replace('.', ',')}`,
    en: `${tally.for} ${sign} ${rounded}`,
  };
}
