// Who may: the secretariat. Changes: one more version of a document, fixed for ever by its hash; may move the case's stage.
// Refuses: an unknown case; the same clause number twice. A repeat with the same key: the same version.
import { z } from 'zod';
import { courseOf } from '../../process/case/kinds.ts';
import { clauseKinds, repeatedClause, versionKinds } from '../../process/case/version.ts';
import { refuse } from '../../process/frame/refusals.ts';
import { secretariat } from '../../process/frame/roles.ts';
import { documentHash } from '../../process/frame/trail.ts';
import { insertVersion, lockCase, caseById, setCaseState } from '../../store/case/cases.ts';
import { act, personOf } from '../frame/act.ts';
import { id, longText, title, words } from '../frame/input.ts';

const clause = z.object({
  number: words(20),
  kind: z.enum(clauseKinds),
  heading: words(300),
  text: longText,
});

export const addVersion = act({
  name: 'addVersion',
  may: secretariat,
  about: { revisionId: id },
  form: {
    // "draft" is what many call a proposal that is not final.
    kind: z.preprocess((kind) => (kind === 'draft' ? 'proposal' : kind), z.enum(versionKinds)),
    title,
    clauses: z.array(clause).min(1).max(500),
  },
  async load({ about, hold }) {
    const found = await hold(lockCase, caseById, about.revisionId);
    return found ? { case: found } : refuse('notFound');
  },
  decide(_, { form }) {
    const twice = repeatedClause(form.clauses);
    return twice ? refuse('duplicateClause', { clause: twice }) : null;
  },
  async apply({ case: { id: caseId, kind: of, state: before } }, { trx, form, doer, now, record }) {
    const { kind, title: name, clauses } = form;
    const hash = documentHash({ kind, title: name, clauses });
    const version = await insertVersion(trx, {
      caseId,
      kind,
      title: name,
      clauses,
      hash,
      createdBy: personOf(doer),
      createdAt: now,
    });
    const state = courseOf(of).afterVersion(before, kind);
    if (state !== before) await setCaseState(trx, caseId, state);
    record(caseId, 'versionAdded', {
      versionId: version.id,
      number: version.number,
      kind,
      title: name,
      hash,
      state,
    });
    return { versionId: version.id, number: version.number, hash };
  },
});
