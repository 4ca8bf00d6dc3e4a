import { deleteCalendar, getCalendar, updateCalendar } from '@/features/api/endpoints/sla';
import { apiRoutes } from '@/server/http/api-route';

export const { GET, POST, PUT, PATCH, DELETE } = apiRoutes(getCalendar, deleteCalendar, updateCalendar);
