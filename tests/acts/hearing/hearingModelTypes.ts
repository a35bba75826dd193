export type Org = 'a' | 'b' | 'c';
export const orgs: Org[] = ['a', 'b', 'c'];

/** Somebody of an organisation; `null` is the secretariat. */
export interface Actor {
  id: string;
  of: Org | null;
}

export interface Remark {
  by: string;
  of: Org;
  text: string;
  /** Typed in by the secretariat from a mail. */
  mailed: boolean;
  late: boolean;
  edited: boolean;
  withdrawn: boolean;
  answered: boolean;
  /** Has left its organisation: typed in from a mail, or gone along with the contact's answer. */
  left: boolean;
  /** The answer that it went along with gave way to a joint one: its contact's to change. */
  kept: boolean;
}

export interface Answer {
  position: 'withRemarks' | 'noRemarks';
  reservation: boolean;
  late: boolean;
  /** Whose joint answer it is part of. */
  sender: Org | null;
  /** Whom it names. */
  jointWith: Org[];
  /** Given by the organisation's own contact, so that its comments went along. */
  own: boolean;
  /** It stood again, after a joint one. */
  restored: boolean;
}

export interface Submission {
  position: Answer['position'];
  reservation: boolean;
  jointWith: Org[];
}

/** Who answered, alone or with whom, and who parted, on which day. */
export interface Course {
  day: number;
  of: Org;
  as: 'alone' | 'joined' | 'parted';
  sender: Org | null;
}

/** Who had answered when these had happened. */
export function hadAnswered(courses: Course[]): Set<Org> {
  const had = new Set<Org>();
  const within = new Map<Org, Org | null>();
  for (const { of, as, sender } of courses) {
    if (as === 'parted') {
      if (within.get(of) === sender) had.delete(of);
      continue;
    }
    had.add(of);
    within.set(of, as === 'joined' ? sender : null);
  }
  return had;
}

/** What an answer is called, with what was handed in beside it. */
export function stateFrom(
  answer: Answer | undefined,
  given: Remark[],
  { joint, open }: { joint: boolean; open: boolean },
): string {
  if (!answer) {
    if (open || given.length === 0) return 'silent';
    return given.every((one) => one.late) ? 'late' : 'withRemarks';
  }
  if (answer.late) return 'late';
  if (joint) return 'joint';
  return answer.reservation ? 'reservation' : answer.position;
}

/** A submitted answer has remarks exactly when there are any; what came late is none of an answer's of in time. */
export const positionFrom = (given: Remark[], late: boolean): 'withRemarks' | 'noRemarks' =>
  given.some((one) => late || !one.late) ? 'withRemarks' : 'noRemarks';
