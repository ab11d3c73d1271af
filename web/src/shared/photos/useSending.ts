import { computed, ref, shallowRef, watch, type Ref } from 'vue';
import { asFailure, type Failure } from '@/shared/api/failure';
import type { Photo, SendPhoto } from './upload';

export interface Sending {
  readonly photos: Ref<readonly Photo[]>;
  /** What the service calls those that it has. */
  readonly ids: Readonly<Ref<readonly string[]>>;
  /** Whether there is one that the service does not have yet. */
  readonly waiting: Readonly<Ref<boolean>>;
  readonly failure: Readonly<Ref<Failure | undefined>>;
  /** Tries again after a failure; does nothing while one is on its way. */
  again(): Promise<void>;
}

/** Photographs that are sent as they are chosen, one after the other. */
export function useSending(send: SendPhoto): Sending {
  const photos = ref<readonly Photo[]>([]);
  const failure = shallowRef<Failure>();
  const ids = computed(() => photos.value.flatMap(({ id }) => id ?? []));
  const waiting = computed(() => photos.value.some(({ id }) => !id));
  const chosen = (key: string) => photos.value.some((photo) => photo.key === key);
  let underWay = false;

  async function sendOne(photo: Photo): Promise<void> {
    try {
      const id = await send(photo);
      photos.value = photos.value.map((each) => (each.key === photo.key ? { ...each, id } : each));
    } catch (thrown) {
      // What was removed meanwhile is missed by nobody.
      if (chosen(photo.key)) failure.value = asFailure(thrown);
    }
  }

  async function again(): Promise<void> {
    if (underWay) return;
    underWay = true;
    failure.value = undefined;
    for (;;) {
      const next = photos.value.find(({ id }) => !id);
      if (!next || failure.value) break;
      await sendOne(next);
    }
    underWay = false;
  }

  watch(
    () => photos.value.map(({ key }) => key).join(),
    () => {
      if (waiting.value) void again();
      else failure.value = undefined;
    },
  );
  return { photos, ids, waiting, failure, again };
}
