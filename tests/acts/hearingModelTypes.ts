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
