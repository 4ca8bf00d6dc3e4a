import { deleteSegment, getSegment, updateSegment } from '@/features/api/endpoints/segments';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(deleteSegment, getSegment, updateSegment);
