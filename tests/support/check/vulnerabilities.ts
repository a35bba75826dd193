import { npm } from './npm.ts';

/** One known weakness of something that is shipped. */
export interface Known {
  id: string;
  title: string;
  url: string;
  severity: string;
  /** `name@version` of what has it. */
  affects: string[];
}

interface Via {
  source: number;
  title: string;
  url: string;
  severity: string;
}

interface Report {
  vulnerabilities?: Record<string, { name: string; via: (Via | string)[]; nodes: string[] }>;
  message?: string;
}

/** What the registry knows of; or why it was not told, which is no word of there being none. */
export async function audit(
  shipped: string[],
  versions: Record<string, { version?: string }>,
): Promise<{ known: Known[] } | { why: string }> {
  const { out, error } = await npm(['audit', '--json', ...shipped]);
  const report = parse(out);
  if (!report?.vulnerabilities)
    return { why: (report?.message ?? error.split('\n')[0])?.replace(/ - .*/, '') || 'no answer' };
  const known = Object.values(report.vulnerabilities).flatMap(({ name, via, nodes }) =>
    via
      // A bare name is a package that only carries another one that is listed itself.
      .filter((one): one is Via => typeof one !== 'string')
      .map(({ source, title, url, severity }) => ({
        id: url.split('/').at(-1) || String(source),
        title,
        url,
        severity,
        affects: nodes.map((node) => `${name}@${versions[node]?.version ?? ''}`),
      })),
  );
  return { known };
}

function parse(text: string): Report | null {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return null;
  }
}
