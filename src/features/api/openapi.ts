import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiParameters,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import { KEY_SCOPES } from '@/domain/permission/can';
import { env } from '@/server/env';
import type { Endpoint } from '@/server/http/endpoint';
import { ENDPOINTS } from './endpoints';
import { problem } from './schemas/problem';

const DESCRIPTION = `Read and write the tickets of a workspace.

Every request carries a key: \`Authorization: Bearer kz_…\`. Keys are made at Admin → API keys, and open one workspace.

Lists answer \`{data, nextCursor}\`; give \`nextCursor\` as \`cursor\` to go on. Moments are in UTC. Message-IDs are without angle
brackets. Fields that are not known are refused. What the key may not see is not found.

A request that changes something may carry an \`Idempotency-Key\`: sent again with the same key within a day, it is answered
with the first answer and done only once, also after a crash.

\`RateLimit\` and \`RateLimit-Policy\` say how many requests are left; at none, the answer is 429 with \`Retry-After\`.

Failures are \`application/problem+json\` with a \`code\` that stays the same, and words in the language of \`Accept-Language\`.`;

let made: ReturnType<typeof createDocument> | undefined;

/** The API as an OpenAPI 3.1 document, made of the schemas that check the requests. */
export function openApiDocument(): ReturnType<typeof createDocument> {
  made ??= createDocument({
    openapi: '3.1.0',
    info: { title: 'Kalauz API', version: '1', description: DESCRIPTION },
    servers: [{ url: `${env().PUBLIC_URL}/api/v1` }],
    security: [{ key: [] }],
    tags: [...new Set(ENDPOINTS.map(({ area }) => area))].map((name) => ({ name })),
    paths: paths(),
    components: {
      schemas: { Problem: problem },
      securitySchemes: {
        key: { type: 'http', scheme: 'bearer', description: 'An API key of the workspace, `kz_…`.' },
      },
    },
  });
  return made;
}

function paths(): Record<string, Record<string, ZodOpenApiOperationObject>> {
  const all: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of ENDPOINTS) {
    all[endpoint.path] = { ...all[endpoint.path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return all;
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const { id, area, summary, description, permission } = endpoint;
  const scope = permission ? `Scope: \`${KEY_SCOPES[permission]}\`.` : 'Any key.';
  return {
    operationId: id,
    tags: [area],
    summary,
    description: [description, scope].filter(Boolean).join('\n\n'),
    requestParams: parameters(endpoint),
    ...(endpoint.body && { requestBody: { required: true, content: bodyOf(endpoint.body) } }),
    responses: responses(endpoint),
  };
}

const once = z.object({
  'Idempotency-Key': z
    .string()
    .max(255)
    .optional()
    .meta({ description: 'Any text of your own; makes the request safe to send again.' }),
});

const uploadName = z.object({
  name: z.string().optional().meta({ description: 'Name of the file, when the body is its bare bytes.' }),
});

function parameters({ method, params, query, body }: Endpoint): ZodOpenApiParameters {
  const asked = body === 'file' ? uploadName : query;
  return {
    ...(params && { path: params }),
    ...(asked && { query: asked }),
    ...(method !== 'GET' && { header: once }),
  };
}

function bodyOf(body: NonNullable<Endpoint['body']>) {
  if (body !== 'file') return { 'application/json': { schema: body } };
  const binary = { type: 'string', format: 'binary' } as const;
  return {
    'multipart/form-data': {
      schema: { type: 'object' as const, required: ['file'], properties: { file: binary } },
    },
    'application/octet-stream': { schema: binary },
  };
}

const PROBLEMS = {
  400: 'The body cannot be read.',
  401: 'The key is missing, unknown or revoked.',
  403: 'The key lacks the scope.',
  404: 'There is none, or the key may not see it.',
  409: 'It cannot be done as things stand.',
  413: 'The body is too large.',
  415: 'The body has another media type.',
  422: 'Something in the request is wrong.',
  429: 'Too many requests.',
  500: 'Something went wrong on the server.',
} as const;

function responses({ method, answer, params }: Endpoint): ZodOpenApiResponsesObject {
  const possible =
    method === 'GET' ? [401, 403, 404, 422, 429, 500] : [400, 401, 403, 404, 409, 413, 415, 422, 429, 500];
  const failures = possible
    .filter((status) => params || status !== 404)
    .map((status) => [
      String(status),
      {
        description: PROBLEMS[status as keyof typeof PROBLEMS],
        content: { 'application/problem+json': { schema: problem } },
      },
    ]);
  return {
    [String(answer.status)]: { description: answer.description, ...contentOf(answer) },
    ...Object.fromEntries(failures),
  } as ZodOpenApiResponsesObject;
}

function contentOf({ schema, mediaType }: Endpoint['answer']) {
  if (schema) return { content: { 'application/json': { schema } } };
  if (mediaType)
    return { content: { [mediaType]: { schema: { type: 'string' as const, format: 'binary' } } } };
  return {};
}
