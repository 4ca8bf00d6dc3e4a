import { deleteOrder, getOrder } from '@/features/api/endpoints/orders';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getOrder, deleteOrder);
