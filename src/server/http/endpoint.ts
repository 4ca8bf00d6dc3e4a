import type { z } from 'zod';
import type { Permission } from '@/domain/permission/can';
import type { Problem, Result } from '@/domain/shared/result';
import type { Locale } from '@/i18n/locales';
import type { ApiContext } from '@/server/auth/api-key';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** A file that came as the body of a request. */
export type UploadedFile = Readonly<{ name: string; claimedType: string; bytes: Uint8Array }>;

/** One operation of the API: what it asks for, what it answers, and what it does. Route, check and document are made of it. */
export type Endpoint = Readonly<{
  /** Stable name of the operation, as generated clients call it. */
  id: string;
  method: Method;
  /** Below `/api/v1`, with parameters in braces. */
  path: string;
  /** Heading under which it is documented. */
  area: string;
  summary: string;
  description?: string;
  /** What the key must be allowed; null when any key will do. */
  permission: Permission | null;
  params?: z.ZodObject;
  query?: z.ZodObject;
  /** JSON, or a file as multipart form or as bare bytes. */
  body?: z.ZodType | 'file';
  answer: Readonly<{ status: 200 | 201 | 204; description: string; schema?: z.ZodType; mediaType?: string }>;
  run: (ctx: ApiContext, asked: Asked) => Promise<Result<unknown, Problem>>;
  /** What is answered, read after the commit; the value itself when absent. Null reads as not found. */
  show?: (ctx: ApiContext, value: unknown) => Promise<unknown>;
}>;

export type Asked<Params = unknown, Query = unknown, Body = unknown> = Readonly<{
  params: Params;
  query: Query;
  body: Body;
  /** Of the words in the answer, as `Accept-Language` wishes. */
  locale: Locale;
}>;

type OutputOf<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type BodyOf<Body> = Body extends 'file' ? UploadedFile : OutputOf<Body>;

/** What a schema is declared with; `undefined` where the request has no such part. */
type Parts<Params, Query, Body> = Readonly<{ params?: Params; query?: Query; body?: Body }>;

type Spec<Params, Query, Body, Value> = Omit<Endpoint, 'params' | 'query' | 'body' | 'run' | 'show'> &
  Parts<Params, Query, Body> &
  Readonly<{
    /**
     * Does it, in one transaction. `value` must survive JSON when there is a `show`: a repeated request with the same
     * idempotency key is answered from it.
     */
    run: (
      ctx: ApiContext,
      asked: Asked<OutputOf<Params>, OutputOf<Query>, BodyOf<Body>>,
    ) => Promise<Result<Value, Problem>>;
    show?: (ctx: ApiContext, value: Value) => Promise<unknown>;
  }>;

/** Declares an endpoint, so that `run` gets what its schemas gave. */
export function endpoint<
  Value,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | 'file' | undefined = undefined,
>(spec: Spec<Params, Query, Body, Value>): Endpoint {
  return spec as unknown as Endpoint;
}
