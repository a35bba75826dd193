import type { z } from 'zod';
import type { InputProblem } from '../../process/frame/inputProblems.ts';
import { refuse, type Refusal } from '../../process/frame/refusals.ts';

type Issue = z.core.$ZodIssue;

function problemOf(issue: Issue): Omit<InputProblem, 'field'> {
  if (issue.code === 'too_big') {
    const problem = issue.origin === 'array' ? 'tooMany' : 'tooLong';
    return issue.origin === 'number' ? { problem: 'form' } : { problem, most: Number(issue.maximum) };
  }
  if (issue.code === 'too_small') return { problem: issue.origin === 'number' ? 'form' : 'missing' };
  if (issue.code === 'invalid_type') return { problem: issue.input === undefined ? 'missing' : 'form' };
  if (issue.code === 'invalid_value') return { problem: 'choice' };
  if (issue.code !== 'custom') return { problem: 'form' };
  const named = issue.params?.['problem'] as InputProblem['problem'] | undefined;
  return { problem: named ?? 'form' };
}

/** The names on the way to the field; places in a list say nothing to a person. */
const fieldOf = ({ path }: Issue): string =>
  String(path.findLast((part) => typeof part === 'string') ?? 'input');

const most = 3;

/** A refusal that names what is wrong with the first few fields, for the words to be found in both languages. */
export function refuseInput(error: z.ZodError): Refusal {
  const problems = error.issues
    .slice(0, most)
    .map((issue) => ({ field: fieldOf(issue), ...problemOf(issue) }));
  return { ...refuse('invalidInput', { detail: '' }), problems };
}
