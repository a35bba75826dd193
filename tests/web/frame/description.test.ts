import { beforeAll, describe, expect, test } from '@jest/globals';
import { acts } from '../../../bot/acts/index.ts';
import { systemOnly } from '../../../bot/process/frame/roles.ts';
import { views } from '../../../bot/views/index.ts';
import { secretariat, stranger } from '../../support/factories.ts';
import { useHouse } from '../../support/useHouse.ts';

const house = useHouse();
let paths: Record<string, any>;
const read = (token?: string) => house.request('GET', '/api/openapi.json', { token });
beforeAll(async () => void ({ paths } = (await read(await secretariat(house).token())).body));

const operations = (): any[] => Object.values(paths).flatMap((path) => Object.values(path));

describe('the description of the app', () => {
  test('names every act that a person can do, every view, and nothing else', () => {
    const offered = Object.values(acts).filter((act) => act.may !== systemOnly);
    const expected = [
      ...offered.map((act) => `/api/acts/${act.name}`),
      ...Object.keys(views).map((name) => `/api/views/${name}`),
    ];
    expect(Object.keys(paths).sort()).toEqual([...expected, '/trail/heads'].sort());
  });

  test('has each act under its own name, posted, and each view read', () => {
    for (const [path, methods] of Object.entries(paths)) {
      const isAct = path.startsWith('/api/acts/');
      expect({ path, methods: Object.keys(methods) }).toEqual({ path, methods: [isAct ? 'post' : 'get'] });
    }
    const ids = operations().map((one) => one.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is read by whoever is signed in, known to the register or not, and by nobody else', async () => {
    expect((await read()).status).toBe(401);
    expect((await read('a.b.c')).status).toBe(401);
    expect((await read(await (await stranger(house)).token())).status).toBe(200);
  });

  test('says what each act needs to be let in', async () => {
    const { status, body } = await read(await secretariat(house).token());
    expect(status).toBe(200);
    const [name] = Object.keys(body.security[0]);
    expect(body.components.securitySchemes[name!]).toMatchObject({ type: 'http', scheme: 'bearer' });
  });

  test('says of each view what may be asked, and which of it must be', async () => {
    const by = secretariat(house);
    for (const [path, { get }] of Object.entries(paths)) {
      if (!get || path === '/trail/heads') continue;
      const required = get.parameters.filter((one: any) => one.required);
      expect(get.parameters.every((one: any) => one.in === 'query' && one.schema)).toBe(true);
      const status = await by.viewStatus(path.split('/').at(-1)!);
      // Deliveries are of a hearing or of a vote: neither alone is required, and one of them is.
      const expected = required.length > 0 ? 400 : path.endsWith('/deliveries') ? 404 : 200;
      expect({ path, status }).toEqual({ path, status: expected });
    }
  });

  test('says of each act the fields it takes, each with its kind, and that a key may come with it', () => {
    for (const [path, { post }] of Object.entries(paths)) {
      if (!post) continue;
      const { schema } = post.requestBody.content['application/json'];
      expect({ path, type: schema.type }).toEqual({ path, type: 'object' });
      expect({ path, fields: Object.keys(schema.properties).length > 0 }).toEqual({ path, fields: true });
      expect(Object.keys(schema.properties)).toEqual(expect.arrayContaining(schema.required ?? []));
      expect(post.parameters).toEqual([expect.objectContaining({ name: 'Idempotency-Key', in: 'header' })]);
      expect(Object.keys(post.responses)).toEqual(['200', '503', '4XX']);
    }
  });

  test('a list is a page wherever there is one: items, and where the next begins', () => {
    const lists = [
      'revisions',
      'comments',
      'members',
      'tasks',
      'deliveries',
      'trail',
      'meetings',
      'schedulings',
      'newcomers',
    ];
    for (const name of Object.keys(views)) {
      const { schema } = paths[`/api/views/${name}`].get.responses['200'].content['application/json'];
      const isPage = schema.properties.items?.type === 'array' && schema.properties.next?.type === 'string';
      expect({ name, isPage }).toEqual({ name, isPage: lists.includes(name) });
    }
  });

  test('holds only references to itself, so that any tool can read it without asking anyone', () => {
    const text = JSON.stringify(paths);
    expect(text).not.toMatch(/"\$ref":"(?!#)/);
    expect(text).not.toMatch(/https?:\/\/(?!json-schema)/);
  });
});
