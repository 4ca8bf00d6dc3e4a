import { openApiDocument } from './openapi';

/** A piece of JSON Schema, as far as the reference shows it. */
type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  format?: string;
  enum?: readonly unknown[];
  const?: unknown;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  required?: readonly string[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  default?: unknown;
  description?: string;
}>;

type Content = Readonly<Record<string, Readonly<{ schema?: Schema }>>>;

type Operation = Readonly<{
  operationId: string;
  tags: readonly string[];
  summary: string;
  description: string;
  parameters?: readonly Readonly<{ in: string; name: string; required?: boolean; schema: Schema }>[];
  requestBody?: Readonly<{ content: Content }>;
  responses: Readonly<Record<string, Readonly<{ description: string; content?: Content }>>>;
}>;

/** One line of a table of fields. */
export type Field = Readonly<{ name: string; type: string; required: boolean; description: string }>;

export type ShownOperation = Readonly<{
  id: string;
  area: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: readonly (Field & Readonly<{ in: string }>)[];
  body: readonly Field[];
  answer: Readonly<{ status: string; description: string; type: string }>;
  curl: string;
  /** The names of the shapes that it takes and answers. */
  shapes: readonly string[];
}>;

export type ShownSchema = Readonly<{ name: string; description: string; fields: readonly Field[] }>;

type Document = Readonly<{
  info: { description: string };
  servers: readonly { url: string }[];
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Readonly<Record<string, Schema>> };
}>;

const document = () => openApiDocument() as unknown as Document;

/** What stands above the operations. */
export const introduction = (): string => document().info.description;

/** The operations whose address, name or summary holds these letters; all for an empty text. */
export function operations(wanted: string): readonly ShownOperation[] {
  const { paths, servers } = document();
  const words = wanted.toLowerCase().split(/\s+/);
  return Object.entries(paths)
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) =>
        shown(operation, { path, method: method.toUpperCase(), server: servers[0]?.url ?? '' }),
      ),
    )
    .filter(({ method, path, id, summary }) => {
      const text = `${method} ${path} ${id} ${summary}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
}

/** The shapes that these operations name, and those that they name in turn. */
export function schemasOf(shown: readonly ShownOperation[]): readonly ShownSchema[] {
  const all = document().components.schemas;
  const named = new Set(shown.flatMap(({ shapes }) => shapes));
  // A set hands out what is added while it is gone through.
  for (const name of named) for (const inner of namesIn(all[name])) named.add(inner);
  return Object.entries(all)
    .filter(([name]) => named.has(name))
    .map(([name, schema]) => ({ name, description: schema.description ?? '', fields: fieldsOf(schema) }));
}

const namesIn = (part: unknown): readonly string[] =>
  [...JSON.stringify(part ?? null).matchAll(/"\$ref":"[^"]*\/(\w+)"/g)].map(([, name = '']) => name);

type Place = Readonly<{ path: string; method: string; server: string }>;

function shown(operation: Operation, place: Place): ShownOperation {
  const { operationId, tags, summary, description, parameters = [], requestBody, responses } = operation;
  const [status = '', answer] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? [];
  const [[mediaType = '', { schema: answered = {} } = {}] = []] = Object.entries(answer?.content ?? {});
  const body = requestBody?.content['application/json']?.schema;
  return {
    id: operationId,
    area: tags[0] ?? '',
    method: place.method,
    path: place.path,
    summary,
    description,
    parameters: parameters.map((parameter) => ({
      in: parameter.in,
      ...fieldOf(parameter.name, parameter.schema, parameter.required ?? false),
    })),
    body: body ? fieldsOf(resolved(body)) : [],
    answer: {
      status,
      description: answer?.description ?? '',
      type: mediaType === 'application/json' ? typeOf(answered) : mediaType,
    },
    curl: curlOf(place, body ?? (requestBody && {})),
    shapes: namesIn([requestBody, answer]),
  };
}

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  return name ? (document().components.schemas[name] ?? {}) : schema;
}

function fieldsOf(schema: Schema): readonly Field[] {
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return choices.flatMap((choice) => fieldsOf(resolved(choice)));
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const own = fieldOf(name, property, schema.required?.includes(name) ?? false);
    return [own, ...fieldsOf(plain(property)).map((inner) => ({ ...inner, name: `${name}.${inner.name}` }))];
  });
}

/** An object that has no name of its own is shown within the one that holds it. */
function plain(schema: Schema): Schema {
  const held = schema.items ?? schema.anyOf?.find((choice) => choice.properties) ?? schema;
  return held.properties ? held : {};
}

const fieldOf = (name: string, schema: Schema, required: boolean): Field => ({
  name,
  type: typeOf(schema),
  required,
  description: descriptionOf(schema),
});

function descriptionOf(schema: Schema): string {
  const standard = schema.default === undefined ? '' : `Default: \`${JSON.stringify(schema.default)}\`.`;
  return [schema.description ?? resolved(schema).description, standard].filter(Boolean).join(' ');
}

/** The type in the way that TypeScript writes it; `Name` for what has one. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? '';
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(' | ');
  if (schema.items) return `${wrapped(typeOf(schema.items))}[]`;
  return [schema.type ?? 'any']
    .flat()
    .map((type) => named(type, schema))
    .join(' | ');
}

const wrapped = (type: string) => (type.includes(' | ') ? `(${type})` : type);

function named(type: string, { format, additionalProperties }: Schema): string {
  if (type === 'object' && typeof additionalProperties === 'object') {
    return `{ [name]: ${typeOf(additionalProperties)} }`;
  }
  return type === 'string' && format ? format : type;
}

const EXAMPLES: Readonly<Record<string, unknown>> = {
  '/tickets': {
    subject: 'Broken kettle',
    requester: { email: 'anna@example.com', name: 'Anna Ozola' },
    text: 'My kettle leaks.',
  },
  '/tickets/{number}': { status: 'solved', addTags: ['kettle'] },
  '/tickets/{number}/messages': { kind: 'public', text: 'A new one is on its way.' },
  '/customers': { name: 'Anna Ozola', email: 'anna@example.com' },
  '/customers/{id}': { note: 'Prefers the phone' },
  '/customers/{id}/identities': { kind: 'phone', value: '+371 2000 0000' },
  '/tags': { name: 'kettle' },
};

const ID = '0197c5e0-5d1a-7b3c-9f2e-3a4b5c6d7e8f';

/** A request that can be pasted into a shell. */
function curlOf({ path, method, server }: Place, body: Schema | undefined): string {
  const address = `${server}${path.replace('{number}', '1042').replace(/\{\w+\}/g, ID)}`;
  const lines = [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '${address}'`,
    `-H "Authorization: Bearer $KEY"`,
  ];
  if (path === '/attachments') lines.push("-F 'file=@invoice.pdf'");
  else if (body)
    lines.push("-H 'Content-Type: application/json'", `-d '${JSON.stringify(EXAMPLES[path] ?? {})}'`);
  return lines.join(' \\\n  ');
}
