import type { DeviceKind } from "#shared/wire/http.ts";

/** Words of the devices of a clinic. */
export const deviceWords = {
  title: "Devices",
  lead: "On an enrolled tablet staff use tile and PIN; an enrolled display signs itself in, with initials only.",
  none: "No device is enrolled yet.",
  kinds: { tablet: "Shared tablet", display: "Wall display" } satisfies Record<DeviceKind, string>,
  since: (when: string, by: string) => `Enrolled ${when}, by ${by}`,
  seenNow: "Seen just now",
  seen: (age: string) => `Last seen ${age} ago`,
  end: "End it",
  endOf: (label: string) => `End ${label}`,
  endNow: (label: string) => `Yes, end ${label}`,
  keep: "Keep it",
  question: {
    tablet: "Who is signed in there by PIN is out at once.",
    display: "It goes dark at once.",
  } satisfies Record<DeviceKind, string>,
  add: "Enrol a device",
  kind: "Kind",
  label: "Label",
  labelHelp: "As people call it: Tablet 2, Wall north",
  noKind: "Kind: choose one.",
  noLabel: "Label: 1 to 40 characters.",
  make: "Make a code",
  codeFor: (label: string) => `Code for ${label}`,
  how: "On the device, open this address: the code is in it. Or open /enrol there and type the code.",
  until: (time: string) => `Good once, until ${time}. It is not shown again.`,
  isIn: (label: string) => `${label} is enrolled.`,
} as const;
