import type { components, paths } from '@/shared/api/schema';
import type { Role } from '@/shared/session';
import type { Pair } from '@/shared/wording/speech';

export type CaseView = components['schemas']['CaseView'];
export type DispatchView = components['schemas']['DispatchView'];

type Posts<P extends keyof paths> = paths[P] extends { post: infer O } ? (undefined extends O ? never : O) : never;
type Commands = Extract<keyof paths, `/api/v1/cases/{id}/${string}` | `/api/v1/dispatches/{id}/${string}`>;
/** Every command on a case or a dispatch. */
export type CommandPath = { [P in Commands]: [Posts<P>] extends [never] ? never : P }[Commands];
/** What a command takes; nothing for those that take nothing. */
export type BodyOf<P extends CommandPath> =
  Posts<P> extends { requestBody: { content: { 'application/json': infer B } } } ? B : Record<never, never>;

/** Where an action would take place: who looks at what. */
export interface Place {
  readonly view: CaseView;
  readonly role: Role;
  readonly unit: string | undefined;
  /** For actions on a dispatch, which. */
  readonly dispatch?: DispatchView;
}

/** What was filled in so far, by the name of the field. */
export type Given = Readonly<Record<string, unknown>>;

/** How a field is filled in. What is chosen from the case itself (items, dispatches …) says where it comes from. */
export type FieldKind =
  | { readonly of: 'line' }
  | { readonly of: 'story'; readonly rows?: number }
  | { readonly of: 'evidence' }
  | { readonly of: 'choice'; readonly choices: (place: Place) => readonly Choice[] }
  | { readonly of: 'several'; readonly choices: (place: Place) => readonly Choice[] }
  | { readonly of: 'yes_no'; readonly yes: Pair; readonly no: Pair }
  | { readonly of: 'satisfaction' }
  | { readonly of: 'unit'; readonly among?: (place: Place) => readonly string[] }
  | { readonly of: 'units'; readonly among?: (place: Place) => readonly string[] }
  | { readonly of: 'category' }
  | { readonly of: 'other_case' }
  | { readonly of: 'complainant' }
  | { readonly of: 'instant' }
  | { readonly of: 'length' }
  | { readonly of: 'list_of_items' }
  | { readonly of: 'list_of_milestones' };

export interface Choice {
  /** What is sent. */
  readonly value: string | number;
  readonly text: string;
  /** What stands below it, in small letters. */
  readonly note?: string;
}

export interface Field<N extends string = string> {
  readonly name: N;
  readonly label: Pair;
  readonly kind: FieldKind;
  /** Must be filled in, always or as things stand. */
  readonly needed?: boolean | ((given: Given) => boolean);
  /** Left out, and not sent, where this says no. */
  readonly shown?: (given: Given) => boolean;
  readonly hint?: Pair;
  readonly lengthMax?: number;
  readonly initial?: (place: Place) => unknown;
}

/** 审核、派遣、办理、裁定、收尾、督办、群众: under which heading the actions stand. */
export type ActionGroup = 'review' | 'dispatching' | 'handling' | 'ruling' | 'ending' | 'supervising' | 'collecting';

export interface Action {
  readonly code: string;
  readonly group: ActionGroup;
  readonly path: CommandPath;
  readonly title: Pair;
  /** What follows from it, in a sentence; above the fields. */
  readonly note?: Pair;
  readonly roles: readonly Role[];
  /** Whether it can be done as things stand. The service has the last word. */
  readonly when: (place: Place) => boolean;
  readonly fields: readonly Field[];
  /** Sent along without being asked for. */
  readonly fixed?: Given;
  /** `next`: what the way of the work expects now. `grave`: cannot be taken back. */
  readonly weight?: 'next' | 'grave';
}

interface Definition<P extends CommandPath> extends Omit<Action, 'path' | 'fields' | 'fixed'> {
  readonly path: P;
  readonly fields?: readonly Field<keyof BodyOf<P> & string>[];
  readonly fixed?: Partial<BodyOf<P>>;
}

/** Writes down an action. A field that the command does not take does not compile. */
export function action<P extends CommandPath>(definition: Definition<P>): Action {
  return { ...definition, fields: definition.fields ?? [], fixed: (definition.fixed ?? {}) as Given };
}

/** Whether an action is one on a dispatch, of which a case has several. */
export function onDispatch({ path }: Action): boolean {
  return path.startsWith('/api/v1/dispatches/');
}
