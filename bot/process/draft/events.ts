import { event } from '../frame/event.ts';
import type { CaseState } from '../case/kinds.ts';
import type { VersionKind } from '../case/version.ts';

export const draftEvents = {
  versionAdded: event<{
    versionId: string;
    number: number;
    kind: VersionKind;
    title: string;
    hash: string;
    state: CaseState;
  }>()('event.versionAdded', 'members', 'never', 'records'),
  fileAdded: event<{
    revisionId: string;
    fileId: string;
    versionId: string | null;
    name: string;
    number: number;
    size: number;
    hash: string;
  }>()('event.fileAdded', 'members', 'never', 'records'),
  fileChanged: event<{ revisionId: string; fileId: string; name: string }>()(
    'event.fileChanged',
    'members',
    'never',
    'nothing',
  ),
};
