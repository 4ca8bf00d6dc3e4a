import { deleteRule, getRule, updateRule } from '@/features/api/endpoints/rules';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getRule, deleteRule, updateRule);
