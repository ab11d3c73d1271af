import type { components } from '@/shared/api/schema';

export type Routing = components['schemas']['RoutingAdvice'];

export interface Lead {
  readonly unit: string;
  /** Why it is suggested. */
  readonly kind: 'line' | 'alternative' | 'territory';
  /** How often it was found to be in charge of such a matter. */
  readonly precedents: number;
}

export interface Advice {
  /** The best first. */
  readonly leads: readonly Lead[];
  /** Who helps whoever leads. */
  helpers(lead: string): readonly string[];
  /** The territory knows of what happens on it. */
  told(lead: string): readonly string[];
}

/** Who should lead: the unit of the trade, unless rulings in like cases found another; then what the policy allows. */
export function adviceOf(routing: Routing): Advice {
  const precedents = (unit: string) => routing.precedents.filter((ruling) => ruling.unit === unit).length;
  const lead = (unit: string, kind: Lead['kind']): Lead => ({ unit, kind, precedents: precedents(unit) });
  const all = [
    lead(routing.line_owner, 'line'),
    ...routing.line_alternatives.map((unit) => lead(unit, 'alternative')),
    lead(routing.territorial_owner, 'territory'),
  ];
  const once = all.filter(({ unit }, index) => unit && all.findIndex((other) => other.unit === unit) === index);
  // The order of the policy decides between those that were found in charge equally often.
  const leads = [...once].sort((a, b) => b.precedents - a.precedents);
  const helpers = (unit: string) => routing.co_handlers.filter((other) => other !== unit);
  return {
    leads,
    helpers,
    told: (unit) => [routing.territorial_owner].filter((other) => other && other !== unit && !helpers(unit).includes(other)),
  };
}
