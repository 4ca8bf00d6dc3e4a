import { noSuchRoute } from '@/server/http/api-route';

/** Every address that the API does not have. */
export const GET = noSuchRoute;
export const POST = noSuchRoute;
export const PUT = noSuchRoute;
export const PATCH = noSuchRoute;
export const DELETE = noSuchRoute;
