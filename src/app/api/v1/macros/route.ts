import { createMacro, listMacros } from '@/features/api/endpoints/macros';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(listMacros, createMacro);
