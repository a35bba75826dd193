import { both, isKey, joined, type Text } from '../../i18n/index.ts';
import type { InputProblem } from '../../process/frame/inputProblems.ts';

/** What a form calls the field; ids and the like have no name that a person would know. */
function fieldName(field: string): Text {
  const key = `field.${field}`;
  return isKey(key) ? both(key) : { da: `»${field}«`, en: `“${field}”` };
}

/** What is wrong with each field, as one sentence's middle. */
export function problemsText(problems: InputProblem[]): Text {
  const texts = problems.map(({ field, problem, most = 0 }) =>
    both(`problem.${problem}`, { field: fieldName(field), most }),
  );
  return joined(texts, '; ');
}
