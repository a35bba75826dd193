// `npm run erase`: takes out of the trail what one entry says. The runbook tells when.
import { parseArgs } from 'node:util';
import { command } from './command.ts';
import { eraseEntry } from './store/case/erase.ts';

const usage =
  'npm run erase -- --case ID --seq NUMBER --reason "why, for everybody to read" [--yes]\n' +
  'with DATABASE_OWNER_URL; without --yes nothing is changed';

async function erase(): Promise<string[]> {
  const { values } = parseArgs({
    options: {
      case: { type: 'string' },
      seq: { type: 'string' },
      reason: { type: 'string' },
      yes: { type: 'boolean', default: false },
    },
  });
  const { case: caseId, seq, reason, yes: really } = values;
  const ownerUrl = process.env['DATABASE_OWNER_URL'];
  if (!caseId || !Number(seq) || !reason || !ownerUrl) throw new Error(usage);
  const { type, left } = await eraseEntry(ownerUrl, { caseId, seq: Number(seq), reason, really });
  return [
    `entry ${seq} of case ${caseId} (${type}): ${really ? 'erased' : 'would be erased; add --yes'}`,
    ...(left.length > 0 ? ['The same words also stand in:', ...left.map((one) => `  ${one}`)] : []),
  ];
}

command(erase);
