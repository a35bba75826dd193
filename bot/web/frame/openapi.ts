import type { Server } from 'restify';
import { z } from 'zod';
import { acts } from '../../acts/index.ts';
import { systemOnly } from '../../process/frame/roles.ts';
import { apologies } from '../../process/frame/outage.ts';
import { isRefusal, refusalStatus, refuse } from '../../process/frame/refusals.ts';
import { heads } from '../../views/case/heads.ts';
import { views } from '../../views/index.ts';
import { whoAsks, type Doors } from '../people/people.ts';
import { sendRefusal } from './respond.ts';

const schemaOf = (type: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' });
  return schema;
};
const jsonBody = (schema: object) => ({ content: { 'application/json': { schema } } });

const refusal = {
  type: 'object',
  properties: {
    ok: { const: false },
    refusal: {
      type: 'object',
      properties: {
        code: { enum: [...Object.keys(refusalStatus), ...apologies] },
        message: { type: 'object', properties: { da: { type: 'string' }, en: { type: 'string' } } },
        unmet: { type: 'array', items: { type: 'object' } },
      },
    },
  },
};

function actPath(act: (typeof acts)[keyof typeof acts]) {
  const done = { type: 'object', properties: { ok: { const: true }, result: { type: 'object' } } };
  return {
    post: {
      operationId: act.name,
      parameters: [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string' } }],
      requestBody: jsonBody(schemaOf(act.input, 'input')),
      responses: {
        200: { description: 'Done', ...jsonBody(done) },
        '4XX': { description: 'Refused', ...jsonBody(refusal) },
        503: { description: 'Not now, or not known: ask again with the same key', ...jsonBody(refusal) },
      },
    },
  };
}

function viewPath(name: string, view: (typeof views)[string]) {
  const query = schemaOf(view.query, 'input') as { properties?: Record<string, object>; required?: string[] };
  const parameters = Object.entries(query.properties ?? {}).map(([key, schema]) => ({
    name: key,
    in: 'query',
    required: query.required?.includes(key) ?? false,
    schema,
  }));
  const responses = { 200: { description: name, ...jsonBody(schemaOf(view.shape, 'output')) } };
  return { get: { operationId: `view_${name}`, parameters, responses } };
}

/** The one address that is everybody's. */
const headsPath = {
  get: {
    operationId: 'heads',
    security: [],
    parameters: [
      { name: 'after', in: 'query', required: false, schema: { type: 'string', pattern: '^\\d{1,9}$' } },
    ],
    responses: { 200: { description: 'heads', ...jsonBody(schemaOf(heads, 'output')) } },
  },
};

/** The same for every server of this process, and a tenth of a second's work. */
let made: object | undefined;

/** `GET /api/openapi.json`: about nobody, but a map of the house: for whoever is let in at all. */
export function serveOpenapi(server: Server, doors: Doors): void {
  const description = (made ??= openapi());
  server.get(
    '/api/openapi.json',
    doors.safely(async (request, response) => {
      const signed = await doors.signedIn(request);
      if (!signed) return sendRefusal(response, refuse('notSignedIn'));
      // Of another tenant, only whom the register knows is let in; others are told that they are unknown, and no more.
      const known = signed.tenantId === doors.host.toLowerCase() || (await whoAsks(doors, request));
      if (isRefusal(known)) return sendRefusal(response, known);
      response.send(200, description);
    }),
  );
}

/** The description of every act and view, made from the schemas that check them. */
function openapi(): object {
  const offered = Object.values(acts).filter((act) => act.may !== systemOnly);
  return {
    openapi: '3.1.0',
    info: { title: 'Partnership', version: '1' },
    security: [{ entra: [] }],
    components: { securitySchemes: { entra: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    paths: {
      '/trail/heads': headsPath,
      ...Object.fromEntries(offered.map((act) => [`/api/acts/${act.name}`, actPath(act)])),
      ...Object.fromEntries(
        Object.entries(views).map(([name, view]) => [`/api/views/${name}`, viewPath(name, view)]),
      ),
    },
  };
}
