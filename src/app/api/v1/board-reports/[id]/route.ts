import { stopBoardReport, updateBoardReport } from '@/features/api/endpoints/insights';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(stopBoardReport, updateBoardReport);
