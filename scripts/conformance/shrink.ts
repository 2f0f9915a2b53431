import { isObject, type Json, type Place, putAt, removeAt, valueAt } from './json';

/**
 * The smallest manifest, by removing fields and items and shortening texts, of which the question still holds.
 * `holds` may ask a server: it is asked at most `limit` times.
 */
export async function shrink(manifest: Json, holds: (smaller: Json) => Promise<boolean>, limit = 400): Promise<Json> {
  let smallest = manifest;
  let asked = 0;
  const attempt = async (change: (copy: Json) => void): Promise<boolean> => {
    if (asked++ >= limit) return false;
    const copy = structuredClone(smallest);
    change(copy);
    if (!(await holds(copy))) return false;
    smallest = copy;
    return true;
  };
  let smaller = true;
  while (smaller && asked < limit) {
    smaller = false;
    // From the back, so that the places not yet tried stay valid when an item of a list goes.
    for (const place of placesOf(smallest).reverse()) {
      if (valueAt(smallest, place) === undefined) continue;
      if (
        await attempt((copy) => {
          removeAt(copy, place);
        })
      )
        smaller = true;
    }
  }
  for (const place of placesOf(smallest)) {
    const value = valueAt(smallest, place);
    if (typeof value === 'string' && value.length > 20)
      await attempt((copy) => {
        putAt(copy, place, value.slice(0, 8));
      });
  }
  return smallest;
}

const identity = /^(apiVersion|kind|metadata|metadata\.name)$/;

/** Every place below the root but for those that say what the object is; parents stand before their children. */
function placesOf(value: unknown, place: Place = []): Place[] {
  const steps = Array.isArray(value) ? [...value.keys()] : isObject(value) ? Object.keys(value) : [];
  return steps.flatMap((step) => {
    const here = [...place, step];
    const below = placesOf(valueAt(value, [step]), here);
    return identity.test(here.join('.')) ? below : [here, ...below];
  });
}
