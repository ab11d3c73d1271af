import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router';
import { bounds, periodOf, presentMonth, type Period } from './period';

export type Compare = 'mom' | 'yoy';

/** What every report is asked with. */
export interface ReportQuestion {
  readonly from: string;
  readonly to: string;
  readonly as_of?: string;
  /** The instant at which clocks are judged, where it is not that of `as_of`. */
  readonly at?: string;
}

export interface PeriodState {
  readonly period: ComputedRef<Period>;
  readonly compare: ComputedRef<Compare>;
  /** A position of the log or an instant; nothing for the present. */
  readonly asOf: ComputedRef<string | undefined>;
  /** The instant at which clocks are judged, where it is another: a pack is judged at the end of its period. */
  readonly at: ComputedRef<string | undefined>;
  readonly question: ComputedRef<ReportQuestion>;
  /** What a link to another page of figures takes along. */
  readonly carried: ComputedRef<LocationQueryRaw>;
  choose(change: { period?: Period; compare?: Compare; asOf?: string | undefined }): void;
}

function only(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Period and moment of knowledge, kept in the address: a page of figures can be sent to somebody. */
export function usePeriod(): PeriodState {
  const route = useRoute();
  const router = useRouter();
  const period = computed(() => periodOf(only(route.query['period']) ?? '') ?? presentMonth());
  const compare = computed<Compare>(() => (route.query['compare'] === 'yoy' ? 'yoy' : 'mom'));
  const asOf = computed(() => only(route.query['as_of']));
  const at = computed(() => only(route.query['at']));
  const question = computed(() => ({
    ...bounds(period.value),
    ...(asOf.value ? { as_of: asOf.value } : {}),
    ...(at.value ? { at: at.value } : {}),
  }));
  const carried = computed(() => ({
    period: period.value.code,
    ...(compare.value === 'yoy' ? { compare: 'yoy' } : {}),
    ...(asOf.value ? { as_of: asOf.value } : {}),
    ...(at.value ? { at: at.value } : {}),
  }));
  return {
    period,
    compare,
    asOf,
    at,
    question,
    carried,
    choose(change) {
      const query = { ...route.query };
      // Another period, or another state of the log, is judged by itself.
      if (change.period || 'asOf' in change) delete query['at'];
      if (change.period) query['period'] = change.period.code;
      if (change.compare) query['compare'] = change.compare;
      if ('asOf' in change) {
        if (change.asOf) query['as_of'] = change.asOf;
        else delete query['as_of'];
      }
      void router.replace({ query });
    },
  };
}
