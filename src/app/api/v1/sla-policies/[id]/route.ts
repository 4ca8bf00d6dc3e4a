import { deleteSlaPolicy, getSlaPolicy, updateSlaPolicy } from '@/features/api/endpoints/sla';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getSlaPolicy, deleteSlaPolicy, updateSlaPolicy);
