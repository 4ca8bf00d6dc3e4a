import { deleteMacro, getMacro, updateMacro } from '@/features/api/endpoints/macros';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getMacro, updateMacro, deleteMacro);
