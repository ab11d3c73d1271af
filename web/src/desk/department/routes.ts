import type { RouteRecordRaw } from 'vue-router';

/** Pages below `/desk`: `path` without a leading slash, `component` as a lazy import, `meta` as in `areas.ts`. */
export const departmentRoutes: RouteRecordRaw[] = [];
