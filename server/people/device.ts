import type { IncomingHttpHeaders } from "node:http";
import { DeviceId } from "#shared/base/ids.ts";

export const DEVICE_COOKIE = "chairside-device";

/** Which browser this is: an id of its own, so that a fact names its device. It opens nothing. */
export const deviceOf = ({ cookie = "" }: IncomingHttpHeaders): DeviceId | undefined => {
  const found = /(?:^|;\s*)chairside-device=([\w-]{8,64})(?:;|$)/.exec(cookie)?.[1];
  const parsed = DeviceId.safeParse(found);
  return parsed.success ? parsed.data : undefined;
};
