import { createRouter, createWebHistory, type Router } from 'vue-router';

export function residentRouter(): Router {
  return createRouter({ history: createWebHistory(), routes: [] });
}
