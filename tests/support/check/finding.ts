/** What one part of the check found: `wrong` fails it, `undone` could not be checked here, `notes` are for the reader. */
export interface Finding {
  wrong: string[];
  undone?: string[];
  notes?: string[];
}
