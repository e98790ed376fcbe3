import { EnrollmentStop } from '../schemas/enrollment-stop.js';
import { Enrollment } from '../schemas/enrollment.js';
import type { RouteTable } from './route.js';

export const enrollmentRoutes = {
  'POST /enrollments/{id}/stop': { body: EnrollmentStop, answer: Enrollment },
} satisfies RouteTable;
