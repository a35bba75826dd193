import { lineAt, type Tree } from './tree.ts';
import type { Finding } from './finding.ts';

const rooms = ['appPackage', 'bot', 'infra', 'tab', 'tests'];
const papers = ['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md', 'SECURITY.md'];
const settings = ['package-lock.json', 'package.json', 'tsconfig.json'];
const top = [...rooms, ...papers, ...settings];

/** The folder list is the architecture: nothing more at the top, nothing less. */
export function topLevel(paths: string[]): string[] {
  const seen = new Set(paths.map((path) => path.split('/')[0]!));
  const extra = [...seen].filter((name) => !name.startsWith('.') && !top.includes(name));
  return [
    ...extra.map((name) => `${name} does not belong at the top`),
    ...top.filter((name) => !seen.has(name)).map((name) => `${name} is missing at the top`),
  ];
}

interface Ban {
  what: string;
  where: RegExp;
  pattern: RegExp;
}

const self = /^tests\/(support\/check\/house|house\/check\.test)\.ts$/;
const bans: Ban[] = [
  {
    what: 'left to do',
    where: /\.(tsx?|mjs|js|md|sql|html|css|bicep)$|^\.ci\//,
    pattern: /\b(TODO|FIXME|XXX)\b/g,
  },
  { what: 'a path of one machine', where: /./, pattern: /(?<![\w.:/}<>-])\/(work|home|root|Users|tmp)\/\w/g },
  {
    what: 'an address of a package registry',
    where: /./,
    pattern: /"resolved":|registry\.npmjs|artifactory|verdaccio|^registry\s*=/gim,
  },
  {
    what: 'SQL in a third way; the builder for one table, text by rowsOf for the rest',
    where: /^bot\/(?!store\/frame\/database\.ts$).*\.ts$/,
    pattern: /\bsql(<[^>\n]*>)?`/g,
  },
  {
    what: 'a test that is held back or alone',
    // One file may: what needs somebody's tenant is listed as not asked where none is named.
    where: /^tests\/(?!contract\/frame\/tenants\.ts$).*\.tsx?$/,
    pattern: /\b(describe|test|it)\.(only|skip|todo)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/g,
  },
  {
    what: 'a question whose answer may be old when it is acted on; say what must hold, as until.ts does',
    where: /^tests\/journeys\/(?!until\.ts$).*\.m?[tj]s$/,
    pattern:
      /(?<!Promise)\.(is(Visible|Hidden|Checked|Enabled|Disabled|Editable)|count|all|allTextContents|allInnerTexts|textContent|inner(Text|HTML)|inputValue|getAttribute|boundingBox|elementHandles?|waitForTimeout|\$\$?)\(/g,
  },
];

export function banned(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) =>
    bans
      .filter((ban) => ban.where.test(path) && !self.test(path))
      .flatMap(({ what, pattern }) =>
        [...text.matchAll(pattern)].map(
          (found) => `${path}:${lineAt(text, found.index)}: ${what}: ${found[0].trim()}`,
        ),
      ),
  );
}

/** Migrations that bear a number of another, or leave one out: two that were written at once. */
export function misnumbered(paths: string[]): string[] {
  const steps = paths.flatMap(
    (path) => /^bot\/store\/migrations\/.*?(\d{4}_\w+)\.sql$/.exec(path)?.[1] ?? [],
  );
  return steps
    .toSorted()
    .filter((step, index) => Number(step.slice(0, 4)) !== index + 1)
    .slice(0, 1)
    .map((step) => `migration ${step} does not have the next number`);
}

export const house = (tree: Tree): Finding => {
  const paths = [...tree.keys()];
  return { wrong: [...topLevel(paths), ...misnumbered(paths), ...banned(tree)] };
};
